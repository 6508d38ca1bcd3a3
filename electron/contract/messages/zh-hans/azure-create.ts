/** Simplified Chinese of `texts/azure-create.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-create.ts';

export const createDialogTexts: Translated<typeof english.createDialogTexts> = {
  title: '创建混合连接',
  create: '创建',
  creating: '正在创建…',
  stop: '停止',
  stopping: '正在停止…',
  tryAgain: '重试',
  back: '更改创建内容',
  heading: '{namespace} 中的 {name}',
  goesOn: '可以关闭此对话框：主机会继续执行，完成后会有消息告知结果。',
  refused: '{name} 的创建未开始：{problem}。',
  forgotten:
    '主机已不知道执行结果：主机重启过，或执行早已结束。重试前先查看列表和门户：已创建的内容会显示在那里。',
  failed: '创建未完成。已创建的内容保留在 Azure 中，“重试”会从中断处继续。',
  done: '已创建 {name}。',
};

export const createFieldTexts: Translated<typeof english.createFieldTexts> = {
  name: '名称',
  nameHint: '可使用字母、数字、“.”、“-”和“_”。以后无法更改。',
  nameSlash: '此处无法创建名称含“/”的混合连接。',
  host: '终结点主机',
  hostHint: '应用所用的 DNS 名称，此主机也必须能解析它。',
  hostPlaceholder: 'sql01.corp.contoso.com',
  port: '终结点端口',
  portPlaceholder: '1433',
  portWrong: '输入 1 到 65535 之间的端口。',
  test: '从此主机测试',
  testing: '正在测试…',
  namespace: '命名空间',
  existing: '现有',
  new: '新建',
  chooseNamespace: '选择命名空间…',
  loading: '正在加载…',
  needed: '选择一项。',
  place: '{region} · {group}',
  namespaceName: '新命名空间的名称',
  namespaceNameHint: '必须在整个 Azure 中未被占用。应用通过此名称连接到它。',
  group: '资源组',
  groupHint: '选择一个，或输入新名称。',
  groupNew: '新建：将创建此资源组。',
  region: '区域',
  chooseRegion: '选择区域…',
  regionOfApp: '应用所在的区域',
  app: '要附加的应用（可选）',
  appHint: '也可以以后再附加应用。',
  noApp: '暂不附加应用',
  noMatch: '没有匹配项。',
};

export const createNoteTexts: Translated<typeof english.createNoteTexts> = {
  address: '这是 IP 地址：某些应用因此会跳过混合连接。使用此主机能解析的 DNS 名称。',
  thisComputer:
    '它在每台计算机上都指向该计算机自身：App Service 中 Linux 上的应用无法通过它到达此处。使用此计算机的 DNS 名称。',
  regions: '应用位于 {app}，命名空间位于 {namespace}：每个请求都要往返于两地之间。',
};

export const namespaceNameProblemTexts: Translated<typeof english.namespaceNameProblemTexts> = {
  length: '长度必须为 6 到 50 个字符。',
  character: '仅允许字母、数字和“-”。',
  start: '必须以字母开头。',
  end: '必须以字母或数字结尾。',
  reserved: '不能以“-sb”或“-mgmt”结尾：它们由 Azure 保留。',
};

export const groupNameProblemTexts: Translated<typeof english.groupNameProblemTexts> = {
  length: '长度必须为 1 到 90 个字符。',
  character: '仅允许字母、数字、“_”、“-”、“.”和括号。',
  end: '不能以“.”结尾。',
};

export const createSummaryTexts: Translated<typeof english.createSummaryTexts> = {
  title: '将创建的内容',
  group: '资源组 {group}',
  namespace: '命名空间 {namespace}，位于 {region}，资源组 {group}',
  connection: '混合连接 {name}，用于 {endpoint}，位于 {namespace}',
  rules: '2 条规则：defaultListener（仅侦听）和 defaultSender（仅发送）',
  app: '将其附加到 {app}',
  add: '将其添加到此主机，主机随即连接',
  cost: 'Azure 会按小时对一个侦听器（即此主机）计费，并对每月超出 5 GB 的数据计费。',
};

export const createLineTexts: Translated<typeof english.createLineTexts> = {
  title: '生成 az、Bicep 或 Terraform 代码',
  hint: '不用此程序完成同样的操作，供有权限的人员使用。az 代码用于 Bash，例如 Cloud Shell 中的 Bash。',
  languages: '语言',
  what: '代码',
};

export const lineLanguageTexts: Translated<typeof english.lineLanguageTexts> = {
  az: 'az',
  bicep: 'Bicep',
  terraform: 'Terraform',
};

export const appObstacleTexts: Translated<typeof english.appObstacleTexts> = {
  planTier: '其计划不能使用混合连接：需要“基本”、“标准”、“高级”或“独立”层。',
  planFull: '其计划已满：分离一个不需要的混合连接，或改用更大的计划。',
};

export const planTexts: Translated<typeof english.planTexts> = {
  counted: '{tier} 计划 {name}：已用 {used} 个，共 {limit} 个',
  used: '{tier} 计划 {name}：已用 {used} 个',
  limited: '{tier} 计划 {name}：最多 {limit} 个',
  plain: '{tier} 计划 {name}',
  none: '计划未知',
  place: '{region} · {group}',
  limits:
    '一个计划可使用 5 个（基本）或 25 个（标准）混合连接；在“高级”和“独立”计划中，每个应用可使用 220 个。5 个应用共用的混合连接只算一个。',
};

export const appsDialogTexts: Translated<typeof english.appsDialogTexts> = {
  title: '使用 {name} 的应用',
  filter: '筛选应用',
  loading: '正在加载应用…',
  none: '此订阅中没有应用。',
  noMatch: '没有匹配的应用。',
  attached: '正在使用',
  attach: '附加',
  attaching: '正在附加…',
  detach: '分离…',
  attachApp: '附加 {app}',
  detachApp: '分离 {app}',
  sure: ['{app} 将无法再访问 {endpoint}。', '{app} 将无法再访问该终结点。'],
  detachNow: '分离',
  detaching: '正在分离…',
  keep: '保留',
  attachedNow: '已附加 {app}。',
  detachedNow: '已分离 {app}。',
  unknown: '无法读取哪些应用在使用它。',
  partly: '部分应用无法读取。',
  again: '重新读取',
};

export const appsCountTexts: Translated<typeof english.appsCountTexts> = {
  attached: { one: '{count} 个应用在使用它。', other: '{count} 个应用在使用它。' },
  more: { one: '还有 {count} 个。使用筛选查找。', other: '还有 {count} 个。使用筛选查找。' },
  morePicks: { one: '还有 {count} 个。输入文字查找。', other: '还有 {count} 个。输入文字查找。' },
};
