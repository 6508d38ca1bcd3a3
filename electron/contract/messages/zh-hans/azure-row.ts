/** Simplified Chinese of `texts/azure-row.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-row.ts';

export const azureRowActionTexts: Translated<typeof english.azureRowActionTexts> = {
  menu: 'Azure',
  openInPortal: '在门户中打开',
  copyGatewayString: '复制用于其他主机的连接字符串…',
  syncKeys: '同步密钥…',
  rotateKeys: '轮换密钥…',
  endpointInAzure: '在 Azure 中更改终结点…',
  appsInAzure: '应用…',
  deleteInAzure: '在 Azure 中删除…',
  gatewayCopied: '已复制。剪贴板将在 {seconds} 秒后清空。',
  couldNotCopy: '无法复制 {name} 的连接字符串：{problem}。',
};

export const azureAboutTexts: Translated<typeof english.azureAboutTexts> = {
  title: '在 Azure 中',
  notAsked: '仅在需要时，才使用此主机上登录的帐户查询 Azure。',
  ask: '显示 Azure 中的信息',
  asking: '正在查询 Azure…',
  again: '重新查询',
  signIn: '登录…',
  resourceGroup: '资源组',
  namespace: '命名空间',
  region: '区域',
  subscription: '订阅',
  createdOn: '创建时间',
  updatedOn: '更改时间',
  endpoint: '终结点',
  noEndpoint: '无：其元数据中没有包含主机和端口的“endpoint”项',
  clientAuthorization: '客户端授权',
  required: '需要',
  notRequired: '不需要：App Service 不使用它',
  listeners: '侦听器',
  rules: '规则',
  rule: '{name}：{rights}',
  ruleOfNamespace: '{name}：{rights}（属于命名空间）',
  noRules: '无',
  apps: '使用者',
  noApps: '没有应用',
  account: '查询帐户',
  rights: '此帐户',
  mayChange: '可以更改它',
  mayReadKeys: '可以读取其密钥，但不能更改它',
  mayLook: '可以查看它，但不能读取其密钥或更改它',
  unreadable: '此帐户无法读取它',
  partial: 'Azure 未提供全部信息',
  partialLine: '{title}。{next}',
  plans:
    'App Service 计划在“基本”层可使用 5 个混合连接，在“标准”层可使用 25 个；在“高级”层和“独立”层，每个应用可使用 220 个。',
  plansMore: 'App Service 计划的限制',
};

export const redundancyTexts: Translated<typeof english.redundancyTexts> = {
  onlyThisHost: '如果此主机停止，应用将无法连接。在另一台计算机上为它运行第二台主机。',
  several: 'Azure 会将连接随机分配给 {listeners} 个侦听器。',
  nearLimit: 'Azure 会将连接随机分配给 {listeners} 个侦听器，最多接受 {max} 个。',
};

export const otherListenerTexts: Translated<typeof english.otherListenerTexts> = {
  stay: { one: '另有 {count} 个侦听器保持运行。', other: '另有 {count} 个侦听器保持运行。' },
  noneMeanwhile: '没有其他主机在侦听：在此期间应用无法连接。',
  none: '没有其他主机在侦听：应用将完全无法连接。',
  noneOfSeveral: { one: '其中 {count} 个没有其他主机在侦听。', other: '其中 {count} 个没有其他主机在侦听。' },
  allOfSeveral: '它们都有其他侦听器保持运行。',
};

export const listenerCostTexts: Translated<typeof english.listenerCostTexts> = {
  connection: {
    one: '{count} 个侦听器每月约为 {hours} 侦听器小时。Azure 对每个侦听器按小时计费。',
    other: '{count} 个侦听器每月约为 {hours} 侦听器小时。Azure 对每个侦听器按小时计费。',
  },
  host: {
    one: '此主机在这里的 {count} 个侦听器每月约为 {hours} 侦听器小时。Azure 对每个侦听器按小时计费。',
    other: '此主机在这里的 {count} 个侦听器每月约为 {hours} 侦听器小时。Azure 对每个侦听器按小时计费。',
  },
};

export const syncKeyTexts: Translated<typeof english.syncKeyTexts> = {
  title: '同步 {name} 的密钥？',
  text: '从 Azure 获取其规则的密钥，并从现在起使用。打开的会话不受影响。',
  when: '有人在 Azure 中重新生成密钥后使用；或在一台主机上轮换密钥后，在所有其他主机上使用。',
  button: '同步密钥',
  busy: '正在获取…',
  rootButton: '使用根密钥',
  same: '{name} 的两个密钥与 Azure 中的一致。',
  sameOne: '{name} 的密钥与 Azure 中的一致。',
  changedBoth: '{name} 的两个密钥均已更新。',
  changedPrimary: '{name} 的主密钥已更新。',
  changedSecondary: '{name} 的辅助密钥已更新。',
};

export const rotateKeyTexts: Translated<typeof english.rotateKeyTexts> = {
  title: '轮换 {name} 的密钥',
  intro: '其规则 {rule} 的两个密钥会在 Azure 中获得新值，此主机不间断运行：',
  steps: [
    '使用辅助密钥侦听。',
    'Azure 重新生成主密钥，此主机改用它侦听。',
    'Azure 重新生成辅助密钥，此主机将其保存。',
  ],
  sessions: '打开的会话不受影响。',
  others: {
    one: '另有一台主机也在侦听它。该主机如果没有新密钥，会失去连接：轮换完成后立即在那里运行“同步密钥”。',
    other:
      '另有 {count} 台主机也在侦听它。这些主机如果没有新密钥，会失去连接：轮换完成后立即在那里运行“同步密钥”。',
  },
  shared: '使用规则 {rule} 的其他程序也都需要新密钥。',
  button: '轮换密钥',
  starting: '正在启动…',
  stop: '完成此步骤后停止',
  stopping: '正在停止…',
  goesOn: '可以关闭此对话框：轮换会继续，完成后会有消息告知结果。',
  forgotten:
    '主机已不知道执行结果：主机重启过，或执行早已结束。连接的“活动”会显示哪些密钥已更改。在此主机和侦听它的每台其他主机上运行“同步密钥”，或重新轮换。',
  close: '关闭',
  done: '两个密钥均已更新。此主机使用新的主密钥侦听。',
  doneOthers: '现在在侦听它的每台其他主机上运行“同步密钥”。',
  failed:
    '已完成的步骤不会撤销。此主机继续使用有效的密钥；问题解决后再次运行“轮换密钥”，如果两个密钥都被拒绝，则运行“同步密钥”。',
  again: '重试',
};

export const endpointInAzureTexts: Translated<typeof english.endpointInAzureTexts> = {
  title: '在 Azure 中更改 {name} 的终结点',
  text: '写入 Azure 中它的元数据和使用它的应用，并立即在此主机上生效。其他主机在使用前会先询问。',
  field: '主机和端口',
  inAzure: '此处为 {here}，Azure 中为 {azure}。',
  button: '更改',
  busy: '正在更改…',
  done: '此处和 Azure 中 {name} 的终结点现在均为 {endpoint}。',
  partly: '此处和 Azure 中的终结点已更改，但部分应用尚未更改：',
};

export const deleteInAzureTexts: Translated<typeof english.deleteInAzureTexts> = {
  title: '在 Azure 中删除 {name}？',
  text: '将为所有人删除该混合连接：任何主机都无法再侦听它，任何应用都无法再使用它。此操作无法撤消。',
  sessions: { one: '将关闭 {count} 个打开的会话。', other: '将关闭 {count} 个打开的会话。' },
  listeners: { one: '另有 {count} 台主机在侦听它。', other: '另有 {count} 台主机在侦听它。' },
  field: '输入 {name} 以确认',
  button: '在 Azure 中删除',
  busy: '正在删除…',
  done: '已在 Azure 中删除 {name}，并已从此主机中删除。',
  partly: '已删除 {name}，但部分应用仍引用它：',
};

export const affectedAppTexts: Translated<typeof english.affectedAppTexts> = {
  reading: '正在查找使用它的应用…',
  title: '使用它的应用',
  none: '就此帐户所见，没有应用在使用它。',
  unknown: '无法读取哪些应用在使用它：{problem}。',
  notTold: '{name}：{problem}',
};
