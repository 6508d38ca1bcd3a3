/** Simplified Chinese of `texts/errors-azure.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-azure.ts';

const signInAgain = '重新登录。';
const tryLater = '稍后重试。';
const askAdministrator = '联系组织的管理员。';

export const azureErrorTexts: Translated<typeof english.azureErrorTexts> = {
  HCM6001: {
    title: '尚未登录 Azure',
    cause: '只有 Azure 帐户才能读取订阅。',
    next: '登录 Azure。',
  },
  HCM6002: {
    title: '登录已取消',
    cause: '登录在此处中断，或在浏览器中被拒绝。',
    next: '准备好后重新登录。',
  },
  HCM6003: {
    title: '登录时间过长',
    cause: '在代码有效期内，没有人在浏览器中完成登录。',
    next: signInAgain,
  },
  HCM6004: {
    title: ['Azure 要求 {name} 重新登录', 'Azure 要求重新登录'],
    cause: '上次登录已过期、被撤销，或不足以执行所请求的操作。',
    next: signInAgain,
  },
  HCM6005: {
    title: ['Azure 拒绝了登录：{aadsts}', 'Azure 拒绝了登录'],
    cause: ['Azure 的答复：{reason}。', '未说明原因。'],
    next: '查询该代码，或携相关 ID 联系组织的管理员。',
  },
  HCM6006: {
    title: ['组织不允许此登录：{aadsts}', '组织不允许此登录'],
    cause: '组织的策略阻止此登录，或管理员须先同意该应用。',
    next: askAdministrator,
  },
  HCM6007: {
    title: ['Azure 拒绝了 {name} 的机密或证书', 'Azure 拒绝了机密或证书'],
    cause: '它有误、已过期，或属于另一个应用。',
    next: '在应用注册中新建机密或证书，然后用它登录。',
  },
  HCM6008: {
    title: ['找不到租户 {tenant}', '找不到该租户'],
    cause: '拼写有误，或该租户属于另一个云。',
    next: '提供租户的 GUID 或其域名之一，并指定正确的云。',
  },
  HCM6009: {
    title: '此计算机没有可用的托管标识',
    cause: '它不在 Azure 中运行，也未通过 Azure Arc 连接，或未向其分配该标识。',
    next: '在 Azure 中为其分配标识，或以其他方式登录。',
  },
  HCM6010: {
    title: ['自定义云缺少设置 {setting}', '自定义云缺少一项设置'],
    cause: '需要其登录、Azure Resource Manager 和中继的地址。',
    next: '设置 azureAuthority、azureArm 和 azureRelaySuffix。',
  },
  HCM6011: {
    title: '无法接收浏览器的应答',
    cause: ['无法在此计算机上为其打开端口：{reason}。', '无法在此计算机上为其打开端口。'],
    next: '使用设备代码登录。',
  },
  HCM6012: {
    title: '该证书不能用于登录',
    cause: ['{reason}', '无法读取该证书。'],
    next: '提供一个包含证书及其私钥的 PEM 文件。',
    reasons: {
      certificate: '其中没有证书。',
      key: '其中没有私钥，或私钥受密码短语保护。',
      rsa: '其密钥不是 RSA 密钥，而 Azure 不接受其他类型。',
      pair: '证书与私钥不匹配。',
    },
  },
  HCM6013: {
    title: ['无法访问 {host}', '无法访问 Azure'],
    cause: ['网络返回 {reason}。', '此主机的网络或防火墙阻止了访问。'],
    next: ['允许到 {host} 的出站 TLS，或设置代理。', '检查此主机的网络和代理。'],
  },
  HCM6014: {
    title: '此帐户未在此处登录',
    cause: '有人注销了该帐户。',
    next: signInAgain,
  },
  HCM6015: {
    title: ['无法读取 {host} 的应答', '无法读取 Azure 登录服务的应答'],
    cause: '可能由途中的其他设备代为应答，或自定义云的地址有误。',
    next: '检查途中的代理和云的设置。',
  },
  HCM6016: {
    title: ['应用 {name} 不能用于登录：{aadsts}', '该应用不能用于登录'],
    cause: '租户中没有该应用，或该应用未注册此登录方式。',
    next: '检查设置 azureClientId 或应用注册。',
  },
  HCM6017: {
    title: '服务主体登录所需的信息不全',
    cause: ['{reason}', '缺少必需的内容。'],
    next: '提供其租户、客户端 ID，以及机密或证书之一。',
    reasons: {
      tenant: '未提供租户。',
      clientId: '未提供客户端 ID。',
      secret: '机密和证书均未提供，或两者都提供了。',
    },
  },
  HCM6018: {
    title: '此次登录或搜索已结束',
    cause: '它已被终止，或长时间无人操作。',
    next: '重新开始。',
  },
  HCM6019: {
    title: '同时进行的登录或搜索过多',
    cause: '之前的尚未完成。',
    next: tryLater,
  },
  HCM6020: {
    title: 'Azure Resource Manager 拒绝了令牌',
    cause: ['Azure Resource Manager 的答复：{reason}。', '该帐户可能已失去访问权限。'],
    next: signInAgain,
  },
  HCM6021: {
    title: ['不允许 {action}', 'Azure 不允许此操作'],
    cause: ['该帐户在 {scope} 上没有此权限。', '该帐户没有此权限。'],
    next: [
      '向所有者申请具有 {keyAction} 的角色（例如“参与者”），或索取侦听规则的连接字符串。',
      '向所有者申请具有 {action} 的角色，例如“参与者”。',
      '向所有者申请可执行此操作的角色，例如“参与者”。',
    ],
  },
  HCM6022: {
    title: ['订阅 {name} 不存在', '该订阅不存在'],
    cause: '拼写有误，或已登录的帐户均无权查看它。',
    next: '检查名称或 ID，或用有权查看它的帐户登录。',
  },
  HCM6023: {
    title: ['{name} 不存在', '请求的内容不存在'],
    cause: '其名称、命名空间或资源组拼写有误，或已被删除。',
    next: '在门户中检查这些名称。',
  },
  HCM6024: {
    title: 'Azure 收到的请求过多',
    cause: ['Azure 要求等待 {seconds} 秒。', 'Azure 要求等待。'],
    next: tryLater,
  },
  HCM6025: {
    title: ['Azure Resource Manager 出现故障：状态 {status}', 'Azure Resource Manager 出现故障'],
    cause: ['Azure Resource Manager 的答复：{reason}。', '它无法应答。'],
    next: tryLater,
  },
  HCM6026: {
    title: '无法读取 Azure Resource Manager 的应答',
    cause: ['{reason}', '可能由途中的其他设备代为应答。'],
    next: '检查途中的代理和云的设置。',
    reasons: {
      json: '应答不是 JSON：可能由代理代为应答。',
      shape: '应答与文档所述的格式不符。',
      link: '应答的后续部分在另一台主机上，而此类链接一律不跟随。',
      size: '应答过大。',
      pages: '应答没有结尾。',
    },
  },
  HCM6027: {
    title: ['Azure 拒绝：{reason}', 'Azure 拒绝'],
    cause: ['Azure 的答复：{said}。', 'Azure 以状态 {status} 应答。', '未说明原因。'],
    next: '查询该代码，或携相关 ID 联系 Azure 支持。',
  },
  HCM6029: {
    title: '该订阅已禁用',
    cause: '在付款或重新启用之前，Azure 只允许读取。',
    next: '在门户中启用该订阅。',
  },
  HCM6030: {
    title: ['有多个订阅名为 {name}', '有多个同名订阅'],
    cause: '仅凭名称无法区分。',
    next: '提供订阅的 ID。',
  },
  HCM6031: {
    title: '未能检查所有应用',
    cause: '订阅中的 App Service 计划多于查询上限，或 Azure 应答时间过长。',
    next: '如果应用名称很重要，在门户中查看。',
  },
  HCM6040: {
    title: ['{name} 没有具有“侦听”权限的规则', '没有具有“侦听”权限的规则'],
    cause: '该混合连接及其命名空间都没有这样的规则。',
    next: [
      '在 {namespace} 的 {name} 上创建具有“侦听”权限的规则，例如 defaultListener。',
      '在该混合连接上创建具有“侦听”权限的规则。',
    ],
  },
  HCM6041: {
    title: ['只有 RootManageSharedAccessKey 可以在 {name} 上侦听', '只有 RootManageSharedAccessKey 可以侦听'],
    cause: '其密钥可在命名空间中执行任何操作，超出此主机所需。',
    next: [
      '在 {namespace} 的 {name} 上创建具有“侦听”权限的规则，或明确允许使用根密钥。',
      '创建具有“侦听”权限的规则，或明确允许使用根密钥。',
    ],
  },
  HCM6042: {
    title: ['{name} 不要求客户端授权', '它不要求客户端授权'],
    cause: 'App Service 不使用此类混合连接，且之后无法在 Azure 中更改这一点。',
    next: '重新创建并启用客户端授权，或通过其连接字符串添加。',
  },
  HCM6043: {
    title: ['{name} 在 Azure 中没有可读取的终结点', '它在 Azure 中没有可读取的终结点'],
    cause: '其元数据缺少值为 host:port 的“endpoint”项。',
    next: '在其元数据中设置终结点，或手动指定。',
  },
  HCM6044: {
    title: ['{host} 不是此云的中继', '命名空间不属于此云'],
    cause: 'Azure 为该命名空间指定的主机不属于此云。',
    next: '检查云的设置。',
  },
  HCM6050: {
    title: ['在任何订阅中都找不到 {name}', '在任何订阅中都找不到它'],
    cause: ['以下帐户均看不到命名空间 {host}：{candidates}。', '已登录的帐户均看不到其命名空间。'],
    next: '用有权查看它的帐户登录，至少需要“读取者”角色。',
  },
  HCM6051: {
    title: ['{name} 不在 Azure 中', '此连接不在 Azure 中'],
    cause: ['{reason}', '没有任何 Azure 云包含它。'],
    next: '选择 Azure Relay 命名空间的连接。',
    reasons: {
      biztalk: '它是 BizTalk 混合连接，Azure 已停用此功能。',
      practice: '它属于此计算机上的练习中继。',
      host: '没有任何 Azure 云在其主机上提供中继。如果是自己的云，设置 azureRelaySuffix。',
    },
  },
  HCM6052: {
    title: ['{name} 的规则 {rule} 已不在 Azure 中', '其密钥的规则已不在 Azure 中'],
    cause: '该混合连接及其命名空间都不再有此规则。',
    next: '同步密钥：将改用另一个具有“侦听”权限的规则的密钥。',
  },
  HCM6053: {
    title: ['{name} 侦听时不使用密钥', '此连接侦听时不使用密钥'],
    cause: '它使用 Azure 帐户登录，因此没有可获取、轮换或分发的密钥。',
    next: '无需任何操作。',
  },
  HCM6054: {
    title: ['正在轮换 {namespace} 的密钥', '正在轮换密钥'],
    cause: '同一命名空间的连接可能共用规则，因此其密钥逐个更改。',
    next: '轮换完成后重试。',
  },
  HCM6060: {
    title: ['这不是 {name} 的名称', '名称不符'],
    cause: '在 Azure 中删除后无法撤消，因此必须准确输入名称。',
    next: ['输入 {name}，或取消。', '输入其名称，或取消。'],
  },
  HCM6061: {
    title: ['{namespace} 中已有混合连接 {name}', '已有同名的混合连接'],
    cause: '不会覆盖现有的混合连接。',
    next: '选择其他名称，或添加现有的混合连接。',
  },
  HCM6062: {
    title: ['此处不能使用 {name}', '不能使用此名称'],
    cause: ['{reason}', 'Azure 不接受此名称。'],
    next: '选择其他名称。',
    reasons: {
      connection:
        '混合连接的名称最多 260 个字符，可包含字母、数字、点、连字符、下划线和斜杠，且首尾须为字母或数字。',
      namespace: '命名空间的名称须有 6 到 50 个字母、数字和连字符，以字母开头，以字母或数字结尾。',
      group: '资源组的名称最多 90 个字符，可包含字母、数字、点、连字符、下划线和括号，且不能以点结尾。',
      slash: '无法在此处创建带“/”的名称。',
      region: '要创建的资源需要区域。',
      app: '它不是 Web 应用或函数应用的资源 ID。',
      taken: '已有命名空间使用此名称。此类名称在整个云中唯一。',
      NamespaceUnavailable: '已有命名空间使用此名称。此类名称在整个云中唯一。',
    },
  },
  HCM6063: {
    title: ['已达到 Azure 的限制：{reason}', '已达到 Azure 的限制'],
    cause: ['Azure 的答复：{said}。', '该订阅或命名空间无法再容纳更多。'],
    next: '删除不再需要的内容，或联系 Azure 支持提高限制。',
  },
  HCM6064: {
    title: ['{name} 不能再使用更多混合连接', '该应用不能再使用更多混合连接'],
    cause: ['{reason}', '其 App Service 计划不允许。'],
    next: [
      '选择其他应用，或在门户中为计划 {plan} 选择其他定价层。',
      '选择其他应用，或在门户中为其计划选择其他定价层。',
    ],
    reasons: {
      planTier: '其 App Service 计划的定价层不含混合连接：最低须为“基本”层。',
      planFull: '其 App Service 计划的混合连接数已达到定价层的上限。',
    },
  },
  HCM6065: {
    title: ['无法更改 {name} 的元数据', '无法更改其元数据'],
    cause: ['{reason}', 'Azure 不会保留它。'],
    next: '在可以看到完整元数据的 Azure 中设置。',
    reasons: {
      unreadable: '它不是键和值的列表，其他人可能需要它保持原样。',
      long: '加上此终结点后，它会超过 Azure 保留的 1,024 个字符。',
    },
  },
  HCM6066: {
    title: ['Azure 中正在对 {name} 进行其他操作', 'Azure 中正在进行其他操作'],
    cause: ['{reason}', 'Azure 的答复：{said}。', '在当前状态下无法更改。'],
    next: '在门户中查看，稍后重试。',
    reasons: { slow: '10 分钟后仍未完成。' },
  },
  HCM6067: {
    title: ['组织的策略禁止对 {name} 执行此操作', '组织的策略禁止此操作'],
    cause: ['Azure 的答复：{said}。', 'Azure Policy 拒绝此类资源。'],
    next: '选择策略允许的内容（例如其他区域），或联系策略的负责人。',
  },
  HCM6068: {
    title: ['{name} 在 Azure 中已锁定', '它在 Azure 中已锁定'],
    cause: '它、其资源组或其订阅上的锁禁止此操作。',
    next: '让人在门户的“锁”下移除该锁，然后重试。',
  },
  HCM6069: {
    title: '订阅未注册此类资源',
    cause: ['Azure 的答复：{said}。', '其资源提供程序须注册一次。'],
    next: '在订阅的“资源提供程序”下注册 Microsoft.Relay (az provider register -n Microsoft.Relay)。',
  },
  HCM6070: {
    title: ['{account} 在 {name} 上没有角色 Azure Relay Listener', '该帐户没有角色 Azure Relay Listener'],
    cause: '该角色未分配或已被收回；新的分配最多需要 5 分钟才能生效。',
    next: [
      '让所有者在 {scope} 上将其分配给 {account}。此主机会自动重试。',
      '让所有者在该混合连接上分配此角色。此主机会自动重试。',
    ],
  },
  HCM6071: {
    title: ['Azure 不接受 {account} 用于 {name} 的令牌', 'Azure 不接受该帐户的令牌'],
    cause: ['Azure 的答复：{reason}。', '该命名空间可能属于另一个租户，或只接受密钥。'],
    next: '检查该帐户是否属于命名空间的租户，或为该连接提供密钥。',
  },
  HCM6072: {
    title: '此云的中继只接受密钥',
    cause: '其运营商不为中继提供 Entra 角色。',
    next: '用密钥添加该混合连接。',
  },
  HCM6073: {
    title: ['{names} 需要 {account}', '有连接使用此帐户侦听'],
    cause: '没有它的令牌，这些连接将在一小时内断开与 Azure 的连接。',
    next: '为这些连接提供密钥，或删除它们；然后注销。',
  },
  HCM6080: {
    title: ['{name} 所在云的门户未知', '此云的门户未知'],
    cause: '自定义云有自己的门户，而没有任何设置指定它。',
    next: '在浏览器中打开所用云的门户，在其中查找。',
  },
};
