/** Simplified Chinese of `texts/settings-page.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/settings-page.ts';

export const settingsPageTexts: Translated<typeof english.settingsPageTexts> = {
  title: '设置',
  back: '返回连接',
  sections: '设置的各个部分',
  find: '查找设置',
  found: '包含“{text}”的设置',
  notFound: '没有叫这个名称或与此相关的设置。',
  saved: '已保存',
  managed: '由组织设置：{by}',
  unread: '当前无法读取此主机的设置：{problem}。',
  none: '无',
  withUnit: '{value} {unit}',
  range: '{min} 到 {max} 之间的整数。之前的值仍然有效。',
  notTaken: '无法使用该值。之前的值仍然有效。',
  addressFirst: '先在下面填写代理的地址。',
  addressInUse: '正在使用此代理。先在上面选择其他方式。',
};

export const settingsSectionTexts: Translated<typeof english.settingsSectionTexts> = {
  general: { title: '常规', lead: '窗口的外观和行为。更改立即生效。' },
  connections: { title: '连接', lead: '适用于此主机上没有自有限制的所有连接。更改立即生效。' },
  network: { title: '网络', lead: '更改立即生效。打开的会话继续运行；新会话使用新设置。' },
  security: { title: '安全性', lead: '此主机如何保存密钥，以及由谁登录 Azure。' },
  notifications: { title: '通知', lead: '窗口不在前台时此应用告知的内容：每个事件一条通知。' },
  updates: { title: '更新', lead: '仅在你同意时才会安装新版本。' },
  advanced: { title: '高级', lead: '用于支持，以及 Azure 公有云以外的云。' },
  about: { title: '关于', lead: '此程序是什么，以及它的运行环境。' },
};

export const settingRowTexts: Translated<typeof english.settingRowTexts> = {
  drainSeconds: {
    label: '等待打开的会话结束',
    about: '连接或主机停止时等待的时间。0 表示立即关闭。',
  },
  dialTimeoutSeconds: {
    label: '终结点应答时限',
    about: '超时后会告知应用终结点无法访问。Azure 最多让应用等待 30 秒。',
  },
  halfCloseMinutes: { label: '半关闭会话的时限', about: '一方已结束会话，且不再有数据传输。' },
  idleMinutes: { label: '空闲会话的时限', about: '两个方向均无数据传输。0：从不。' },
  maxSessionsPerConnection: { label: '单个连接的同时会话数', about: '超出的应用会被拒绝。' },
  maxSessions: { label: '所有连接的同时会话数', about: '超出的应用会被拒绝。' },
  kilobytesPerSecondPerConnection: {
    label: '单个连接的带宽',
    about: '每个方向，其所有会话合计。0：不限速。',
  },
  kilobytesPerSecond: { label: '所有连接的带宽', about: '每个方向，所有会话合计。0：不限速。' },
  endpointCheckMinutes: {
    label: '检查终结点的间隔',
    about: '打开并关闭一个 TCP 连接，不发送数据。0：会话之间不检查。',
  },
  proxyMode: { label: '代理', about: '此主机如何访问 Azure。' },
  proxyUrl: {
    label: '代理地址',
    about: '例如 http://proxy.contoso.com:8080；需要登录时在主机名前加上“用户名@”。',
  },
  proxyBypass: { label: '不使用代理的地址', about: '主机名、*.域名或地址范围，以逗号分隔。' },
  extraCaFile: {
    label: '同时信任文件中的证书',
    about: '用于检查 TLS 的代理：主机上 PEM 文件的路径。主机下次启动时生效。',
  },
  httpAddress: {
    label: '监视地址',
    about:
      '主机应答 Prometheus 和运行状况探测的地址，例如 127.0.0.1:9464。留空：不应答。主机下次启动时生效。',
  },
  azureCloud: { label: 'Azure 云', about: '登录、订阅和命名空间所在的位置。' },
  azureClientId: {
    label: '用于登录的应用',
    about: '你的应用注册的客户端 ID。留空：使用 Azure CLI 的公共应用。',
  },
  azureTenant: { label: '要登录的租户', about: '其 ID 或域名。留空：任何组织的租户。' },
  azureAuthority: { label: '自定义云的登录地址', about: '例如 https://login.example.net。' },
  azureArm: { label: '自定义云的 Azure 资源管理器', about: '例如 https://management.example.net。' },
  azureRelaySuffix: {
    label: '自定义云的中继后缀',
    about: '命名空间主机名的结尾，例如 servicebus.example.net。',
  },
  updateMode: { label: '检查新版本', about: '每天一次。不会自动安装任何内容。' },
  updateChannel: { label: '版本', about: '预览：还包括尚未稳定的版本。' },
  updateFeed: {
    label: '组织的更新源',
    about: '自有更新源所在的文件夹，例如 https://updates.example.net/hcm/。留空：项目的更新源。',
  },
  logLevel: { label: '日志记录的内容', about: '主机下次启动时生效。' },
};

export const settingProblemTexts: Translated<typeof english.settingProblemTexts> = {
  proxyUrl: '格式为 http://host:port 或 https://host:port，不含密码。',
  proxyBypass: '填写主机名、*.域名或地址范围，以逗号分隔。',
  httpAddress: '填写仅限此计算机的地址和端口，例如 127.0.0.1:9464。',
  azureClientId: '填写 GUID。',
  azureTenant: '填写 GUID 或域名。',
  azureAuthority: '格式为 https://host，后面不带任何内容。',
  azureArm: '格式为 https://host，后面不带任何内容。',
  azureRelaySuffix: '填写主机名的结尾部分。',
  updateFeed: '格式为 https://host/文件夹/。',
};

export const settingChoiceTexts: Translated<typeof english.settingChoiceTexts> = {
  proxyMode: {
    system: '使用此计算机的代理设置',
    none: '直接连接',
    manual: '使用下面的代理',
  },
  azureCloud: {
    public: 'Azure',
    china: 'Azure 中国（世纪互联）',
    usGovernment: 'Azure 美国政府版',
    custom: '自定义云',
  },
  updateMode: { notify: '是，并通知我', off: '否' },
  updateChannel: { stable: '稳定版', preview: '预览版' },
  logLevel: {
    debug: '全部（debug）',
    info: '发生的事件（info）',
    warn: '警告和错误',
    error: '仅错误',
  },
};

export const ownRowTexts: Translated<typeof english.ownRowTexts> = {
  theme: { label: '外观', about: '浅色或深色。' },
  language: { label: '语言', about: '窗口、托盘和通知的语言。' },
  density: { label: '列表行', about: '紧凑模式可同时显示更多行。' },
  atLogin: { label: '登录时启动', about: '无需有人打开此应用，其中运行的连接即已启动。' },
  hidden: { label: '启动时不显示窗口', about: '此时应用位于托盘中。' },
  closing: { label: '关闭窗口', about: '点击 × 时的操作。' },
  password: { label: '代理密码', about: '用于地址中的用户。密码加密保存，从不显示。' },
  proxyTest: { label: '试用', about: '像会话一样访问某个连接的命名空间。' },
  keys: { label: '密钥', about: '此主机如何保存连接的密钥。' },
  tls: { label: '最低 TLS 版本', about: '用于 Azure 和代理。无法降低。' },
  telemetry: { label: '遥测', about: '数据只发送到 Azure 和你的终结点；更新源仅供读取。' },
  notify: { label: '显示通知', about: '需要注意时，以及恢复正常时。' },
  afterMinutes: { label: '连接中断达到此时间时', about: '较短的中断会自行恢复。0：立即通知。' },
  recovered: { label: '恢复正常时', about: '仅在已通知过中断之后。' },
  newVersion: { label: '有新版本时', about: '每个版本一次。' },
  quiet: { label: '免打扰时段', about: '在此时段内不通知，可跨越午夜。' },
  tryNotification: { label: '试用', about: '立即显示一条通知。' },
  dataFolder: { label: '数据文件夹', about: '此应用的设置、连接和日志。' },
};

export const ownChoiceTexts: Translated<typeof english.ownChoiceTexts> = {
  theme: { system: '跟随系统', light: '浅色', dark: '深色' },
  density: { normal: '标准', compact: '紧凑' },
  closing: { stay: '连接继续运行', quit: '退出应用' },
  language: { system: '跟随系统' },
};

export const ownValueTexts: Translated<typeof english.ownValueTexts> = {
  noLogin: '此处无法使用：应用未安装，或系统没有此功能。',
  safeStorage: '由此计算机的密钥链加密',
  keyFile: '由仅主机帐户可读取的密钥文件加密',
  tls: 'TLS 1.2',
  telemetry: '无',
  stored: '已保存',
  notStored: '无',
  newPassword: '新密码',
  forget: '清除',
  keep: '保存',
  test: '测试代理',
  testing: '正在测试…',
  noNamespace: '先添加一个连接：测试使用其命名空间。',
  reached: '未经代理，在 {duration} 内到达 {host}',
  reachedBy: '通过 {proxy} 在 {duration} 内到达 {host}',
  from: '从',
  to: '到',
  show: '显示通知',
  shown: '已显示。如果没有看到，说明系统阻止了它。',
  notShown: '此系统不显示应用的通知。',
  openFolder: '打开',
  minutes: '分钟',
};

export const settingsGroupTexts: Translated<typeof english.settingsGroupTexts> = {
  window: '窗口',
  start: '启动和关闭',
  sessions: '会话',
  limits: '限制',
  proxy: '代理',
  trust: '信任和监视',
  host: '此主机',
  signIn: '登录 Azure',
  down: '连接',
  more: '更多',
  log: '日志和数据',
  cloud: 'Azure 云',
};
