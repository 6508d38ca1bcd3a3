/** Simplified Chinese of `texts/azure-configure.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-configure.ts';

export const configureTexts: Translated<typeof english.configureTexts> = {
  title: '配置新的混合连接',
  search: '搜索名称、命名空间或终结点',
  table: '订阅中的混合连接',
  selectAll: '选择所有可添加的混合连接',
  select: '选择 {name}',
  noMatch: '没有符合搜索条件的混合连接。',
  empty: '此订阅中没有混合连接。选择其他订阅，或在 Azure 中创建一个。',
  create: '在 Azure 中创建…',
  loading: '正在加载混合连接…',
  loadingMore: '正在加载混合连接… 已加载 {count} 个',
  slow: 'Azure 应答缓慢。仍在等待…',
  tryAgain: '重试',
  listenWith: '侦听方式',
  key: '密钥',
  entra: 'Entra 令牌',
  keysOnly: '此云没有用于中继的 Entra 角色，因此连接使用密钥侦听。',
  keyHint: '你的帐户仅用于查找混合连接并读取其侦听密钥。',
  entraHint:
    '它们以 {name} 的身份侦听。该帐户需要 Azure Relay Listener 角色，并且必须保持登录。不保存任何密钥。',
  enterManually: '手动输入',
  save: '保存',
  stop: '停止',
  adding: '正在添加… {done}/{count}',
  added: '已添加 {name}。正在连接…',
  rootTitle: '使用 RootManageSharedAccessKey 的密钥？',
  rootYes: '仍然使用',
  appsUnread: '无法读取哪些应用在使用它们：{title}。',
  reading: '…',
};

export const configureColumnTexts: Translated<typeof english.configureColumnTexts> = {
  name: '名称',
  region: '区域',
  namespace: '命名空间',
  endpoint: '终结点',
  listeners: '侦听器',
  apps: '应用',
  note: '备注',
};

export const configureCountTexts: Translated<typeof english.configureCountTexts> = {
  found: {
    one: '{count} 个混合连接，其中 {can} 个可以添加',
    other: '{count} 个混合连接，其中 {can} 个可以添加',
  },
  selected: {
    one: '已选择 {count} 个。将增加 {count} 个侦听器，Azure 会对此计费。',
    other: '已选择 {count} 个。将增加 {count} 个侦听器，Azure 会对此计费。',
  },
  added: { one: '已添加 {count} 个连接。', other: '已添加 {count} 个连接。' },
  left: { one: '有 {count} 个未再尝试。', other: '有 {count} 个未再尝试。' },
  hidden: { one: '其中 {count} 个因搜索条件而未显示。', other: '其中 {count} 个因搜索条件而未显示。' },
  notAdded: { one: '有 {count} 个无法添加。', other: '有 {count} 个无法添加。' },
  namespaces: { one: '有 {count} 个命名空间无法读取。', other: '有 {count} 个命名空间无法读取。' },
  root: {
    one: '{names} 没有其他可以侦听的规则。此密钥可以更改或删除命名空间中的任何内容；仅侦听的规则更安全。',
    other: '{names} 没有其他可以侦听的规则。此密钥可以更改或删除命名空间中的任何内容；仅侦听的规则更安全。',
  },
};

export const configureNoteTexts: Translated<typeof english.configureNoteTexts> = {
  configured: '已在此主机上',
  noEndpoint: '未配置终结点',
  unreadableEndpoint: '无法读取终结点',
  noClientAuthorization: '客户端授权已关闭',
  noKeyPermission: '你无法读取其密钥',
  notAllowed: '策略不允许',
  address: '使用 DNS 名称',
  unsupported: '无法通过隧道传输',
  typed: '终结点在此处输入',
  added: '已添加',
};

export const configureHelpTexts: Translated<typeof english.configureHelpTexts> = {
  noEndpoint:
    'Azure 中没有它的终结点，而应用需要终结点。在 Azure 中设置“endpoint”元数据；或在此处输入，仅用于此主机。',
  unreadableEndpoint:
    '它的“endpoint”元数据不是 host:port 格式。在 Azure 中更正；或在此处输入，仅用于此主机。',
  noClientAuthorization:
    'App Service 不使用这样的混合连接，而 Azure 不允许更改此设置：必须重新创建。旧混合连接的规则和密钥会随之删除。',
  noKeyPermission:
    '你的帐户在其命名空间中缺少权限 Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action。向所有者申请该权限，或使用 Entra 令牌侦听。此处看不到仅分配在此混合连接上的角色：如果你有这样的角色，仍可选择它。',
  notAllowed: '此主机的策略不允许其终结点。主机的管理者可以更改策略。',
  address: '终结点是 IP 地址。某些应用会跳过它；使用此主机能解析的 DNS 名称。',
  typed: 'Azure 中没有此终结点：它在此处输入，仅用于此主机。',
};

export const configureHelpPanelTexts: Translated<typeof english.configureHelpPanelTexts> = {
  title: '{name}：{note}',
  close: '关闭',
  endpoint: '用于此主机的终结点',
  endpointHint: 'host:port，例如 sql01.corp.contoso.com:1433',
  endpointWrong: '输入主机和端口，例如 sql01:1433。',
  useEndpoint: '使用',
  anyway: '仍然选择',
};

export const mendToolTexts: Translated<typeof english.mendToolTexts> = {
  az: 'Azure CLI',
  bicep: 'Bicep',
  terraform: 'Terraform',
};

export const mendLineTexts: Translated<typeof english.mendLineTexts> = {
  label: '在 Azure 中更改它的代码',
  copy: '复制',
};

export const mendHintTexts: Translated<typeof english.mendHintTexts> = {
  endpoint: '它们会替换其全部元数据。Azure CLI：用于 Bash 或 Cloud Shell。',
  clientAuthorization:
    '会先将其删除，使用 Bicep 时需手动删除：应用需要新密钥。Azure CLI：用于 Bash 或 Cloud Shell。',
  keyPermission: '供有权分配角色的人员使用。仅在此混合连接上分配“参与者”角色。',
};
