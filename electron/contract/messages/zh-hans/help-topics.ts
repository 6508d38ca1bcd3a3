/** Simplified Chinese of `texts/help-topics.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/help-topics.ts';

export const helpFrameTexts: Translated<typeof english.helpFrameTexts> = {
  title: '帮助',
  topics: '主题',
  back: '返回连接',
  notSupportedLink: '哪些内容无法通过隧道传输',
};

export const helpTopicTexts: Translated<typeof english.helpTopicTexts> = {
  start: {
    title: '入门步骤',
    blocks: [
      '混合连接让 Azure 中的应用访问你网络中的一个服务，即一个主机名和一个 TCP 端口。此程序在你的网络内运行，只通过端口 443 向外建立连接；无需为传入流量打开任何端口。',
      {
        steps: [
          '在 Azure 中为应用设置混合连接：打开应用，选择“网络”，再选择“混合连接”。终结点是你的服务的名称和端口，例如 sql01.corp.contoso.com:1433。也可以在此处用 {createInAzure} 完成。',
          '在此计算机上添加它。有 Azure 帐户时：{configure}，登录，选择订阅，勾选它，{save}。没有帐户时：向有帐户的人索取网关连接字符串，用 {enterManually} 粘贴。',
          '等待显示 {connected}，并且旁边显示 {reachable}。其他状态都会说明原因；详细信息中会给出下一步。',
          '应用保持不变：使用与本地网络中相同的主机名和端口。',
          '在另一台计算机上添加相同的混合连接，这样此计算机重启时不会中断服务。',
        ],
      },
      '路径分为两段：从此处到 Azure，以及从此处到你的服务。{test} 会像应用的会话那样，从此计算机连接任意主机和端口。',
    ],
  },
  notSupported: {
    title: '哪些内容无法通过隧道传输',
    blocks: [
      '混合连接只传输到一个固定主机和端口的 TCP，不传输其他内容。',
      { heading: '不支持的内容' },
      {
        rows: [
          {
            name: 'UDP',
            text: '所有使用 UDP 的服务：DNS、Kerberos、NTP、SNMP、SQL Server Browser（端口 53、88、123、161、1434）。',
          },
          {
            name: '动态端口',
            text: '运行中会打开更多端口的服务，例如被动或扩展被动模式的 FTP（端口 21）以及 RPC。',
          },
          {
            name: 'LDAP',
            text: '端口是固定的（389、636、3268、3269），但它可能还会使用 UDP。',
          },
          {
            name: '驱动器和共享',
            text: 'App Service 无法装载驱动器（SMB：端口 139 和 445，NFS：端口 2049）。',
          },
          {
            name: 'Active Directory',
            text: 'App Service 的计算机无法加入你的域。',
          },
        ],
      },
      '终结点使用这些端口时会显示警告，但不会被拒绝，因为该端口上可能是其他服务。',
      { heading: '支持的内容' },
      {
        list: [
          '使用固定端口的数据库：SQL Server、MySQL、Oracle、PostgreSQL。',
          '通过 HTTP 和 HTTPS 提供的 Web 服务。',
          '使用固定 TCP 端口的任何其他服务，不限系统、语言或协议：传输的内容不会被查看。',
        ],
      },
      '应用可以用任何能建立 TCP 连接的语言编写：.NET、Java、PHP、Python、Node.js。',
    ],
  },
  appService: {
    title: 'App Service 如何选择连接',
    blocks: [
      'App Service 会留意应用向 DNS 查询的名称。当名称和端口与该应用的某个混合连接的终结点一致时，流量就会通过该混合连接。应用无需任何更改。',
      { heading: '使用 DNS 名称' },
      '终结点是 IP 地址时，某些客户端从不查询 DNS。此时不会使用混合连接，也没有任何提示。这是应用无法连通的最常见原因。',
      {
        list: [
          '在应用中，主机名和端口的写法要与终结点完全一致。',
          '名称在此处由此计算机的 DNS 或 hosts 文件解析。Azure 无需知道该名称。',
          '不要使用 localhost：在 Linux 上，应用会连接到它自己的计算机。使用此计算机的 DNS 名称。',
        ],
      },
      { heading: '数量' },
      '多个应用可以共用一个混合连接，一个应用也可以有多个混合连接，分别位于不同的网络。一个 App Service 计划可容纳 5 个（基本）或 25 个（标准）终结点；在“高级”和“独立”计划中，每个应用可有 220 个。同一计划中被 5 个应用使用的终结点只计一次。',
    ],
  },
  sqlServer: {
    title: 'SQL Server 说明',
    blocks: [
      'SQL Server 需要固定的 TCP 端口，而且连接字符串中的某些关键字不能使用。',
      {
        rows: [
          {
            name: '命名实例',
            text: '命名实例使用动态端口，由 SQL Server Browser 通过 UDP 查找。为实例设置固定端口：在 SQL Server Configuration Manager 中选择 TCP/IP、IP Addresses、IPAll，清空 TCP Dynamic Ports，填写 TCP Port，然后重启实例。',
          },
          {
            name: 'SQL Server Express 版',
            text: 'TCP/IP 默认关闭。在 SQL Server Configuration Manager 中启用它并设置固定端口，然后重启服务。',
          },
          { name: '在应用中', text: '在逗号后写端口，不写实例名：' },
        ],
      },
      { code: 'Server=sql01.corp.contoso.com,1433;Database=payroll;Encrypt=True' },
      {
        rows: [
          {
            name: 'MultiSubnetFailover=true',
            text: '不支持：它需要群集的所有地址。去掉它。',
          },
          { name: 'ApplicationIntent=ReadOnly', text: '不支持。去掉它。' },
          {
            name: '登录',
            text: 'Azure 中的应用不在你的域中，因此通常需要 SQL 身份验证。',
          },
          {
            name: '权限',
            text: '混合连接不授予任何权限。谁能做什么仍由应用和数据库决定。',
          },
        ],
      },
    ],
  },
  ports: {
    title: '新旧端口',
    blocks: [
      '所有连接都从此处向外建立。任何防火墙都不需要传入端口。',
      { heading: '此程序' },
      {
        rows: [
          {
            name: '443',
            text: '到 Azure Relay (*.servicebus.windows.net)：所有流量，使用基于 TLS 的 WebSocket。设置了代理时通过代理。',
          },
          { name: '你的服务的端口', text: '从此计算机到每个终结点，例如 SQL Server 的 1433。' },
          {
            name: '443',
            text: '在 Azure 中选择或更改内容时，到 Azure 的登录服务和 Azure 资源管理器；以及每天一次到更新源，除非已关闭。',
          },
        ],
      },
      '此计算机的 DNS 必须能解析命名空间和终结点。',
      { heading: '旧版管理器' },
      'BizTalk 混合连接及当时的管理器需要更多端口。此程序不需要防火墙中的这些规则：',
      {
        rows: [
          { name: '80', text: '用于检查证书以及传输部分数据。' },
          { name: '443', text: 'HTTPS；其他端口关闭时用于数据和控制。' },
          { name: '5671', text: '数据使用 9352 时用于控制。会回退到 443。' },
          { name: '9352', text: '双向数据。会回退到 443。' },
          { name: '9350–9354', text: '数据端口范围：先尝试 9350，然后使用 9352。' },
        ],
      },
      '对旧版管理器来说，443 是较慢的方式。在此程序中它是唯一的方式，并且专为此设计。',
    ],
  },
  tcpping: {
    title: 'tcpping 能说明什么',
    blocks: [
      '在应用的控制台（Kudu）中，tcpping 查询 App Service 是否有对应某个主机和端口的混合连接：',
      { code: 'tcpping sql01.corp.contoso.com:1433' },
      '有应答说明存在这样的混合连接，但不说明有主机在侦听，也不说明服务有应答：即使服务已关闭，tcpping 也会得到应答。',
      { heading: '更可靠的检查' },
      {
        list: [
          '在此处：{connected} 表示到 Azure 的路径，{reachable} 表示到服务的路径。',
          '{test} 会像会话那样从此计算机连接服务。',
          '在应用中用它自己的客户端连接。每次尝试都会显示在此处详细信息的 {sessions} 中，并说明结束原因。',
          '那里没有任何尝试？说明应用使用的名称或端口与终结点不同，或者使用了 IP 地址。',
        ],
      },
    ],
  },
  availability: {
    title: '高可用性',
    blocks: [
      '一台主机可为多个混合连接提供服务，一个混合连接也可由多台主机提供服务，总共最多 25 个侦听器。',
      {
        list: [
          '在至少两台计算机上添加相同的混合连接，每台都有自己的网络、电源和重启时间。',
          'Azure 将每个新会话随机交给一个侦听器。没有主备之分，打开的会话不会转移。',
          '某台主机停止后，新会话会立即转到其他主机；它打开的会话可以先完成。逐台重启或更新主机。',
          '{connected} 下方显示 {thisHostOnly} 表示没有其他主机在侦听。',
        ],
      },
      '行菜单中的 {azureMenu}、{copyGatewayString} 提供另一台计算机所需的内容。在那台计算机上用 {enterManually} 粘贴。',
      'Azure 按侦听器计费：2 台主机上的 5 个混合连接为 10 个侦听器。',
    ],
  },
  status: {
    title: '状态的含义',
    blocks: ['绿色：一切正常。琥珀色：此主机正在处理。红色：需要有人处理。灰色：已关闭或尚不清楚。'],
  },
  shortcuts: { title: '键盘快捷方式', blocks: [] },
};

export const helpStatusTexts: Translated<typeof english.helpStatusTexts> = {
  connected: 'Azure 会将会话交给此主机。仅当终结点也有应答时才为绿色。',
  connecting: '此主机正在打开到 Azure 的通道。',
  notConnected: '无法访问 Azure。此主机会自动重试；等待无济于事时显示红色。',
  unauthorized: 'Azure 拒绝了密钥。粘贴新密钥。',
  notFound: '它已在 Azure 中被删除或重命名。',
  blockedByPolicy: '此主机的策略不允许其终结点。',
  keyNeeded: '无法在此帐户或计算机上读取存储的密钥。重新粘贴密钥。',
  cantStart: '缺少某些内容，例如 Azure 中的终结点。详细信息中会说明缺少什么。',
  stopping: '打开的会话可以完成；不再接受新会话。',
  stopped: '已在此主机上主动关闭。其他主机继续运行。',
  discontinued: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。需要替换。',
  unknown: '运行它的主机没有应答。',
};

export const helpEndpointStatusTexts: Translated<typeof english.helpEndpointStatusTexts> = {
  reachable: '服务接受了来自此计算机的连接。',
  unreachable: '服务未接受连接。详细信息中会说明原因：名称、网络、防火墙或服务本身。',
  checking: '正在连接终结点。',
  notChecked: '尚未连接过终结点，或连接已关闭。',
};

export const helpStatusHeadTexts: Translated<typeof english.helpStatusHeadTexts> = {
  azure: '状态：到 Azure 的路径',
  endpoint: '终结点状态：到服务的路径',
};
