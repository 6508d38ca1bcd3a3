/** Simplified Chinese of `texts/add.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/add.ts';

export const addDialogTexts: Translated<typeof english.addDialogTexts> = {
  title: '通过连接字符串添加混合连接',
  field: '连接字符串',
  hint: '在 Azure 门户中：你的应用 >“网络”>“混合连接”。粘贴后密钥会立即隐藏。',
  keyHidden: '密钥已隐藏',
  dropped: '2 分钟内没有任何更改，已清除该字符串。重新粘贴。',
  nameField: '混合连接名称',
  nameExample: '例如 payroll-sql',
  add: '添加',
  howToReplace: '如何替换',
  howToFix: '如何修复',
  replaceKey: '替换密钥',
  added: '已添加 {name}。正在连接…',
  addedDiscontinued: '已添加 {name}。它在列表中显示为“已停用”。',
};

export const replaceKeyDialogTexts: Translated<typeof english.replaceKeyDialogTexts> = {
  title: '替换 {name} 的密钥',
  titleAdd: '为 {name} 添加第二个密钥',
  explanation: 'Azure 接受新密钥后，连接会切换到新密钥，会话不会中断。',
  explanationAdd: '如果 Azure 拒绝第一个密钥，连接会改用此密钥继续运行。Azure 接受此密钥后才会保存。',
  explanationReserve: 'Azure 接受新密钥后才会保存。连接继续使用当前的密钥。',
  slot: '要替换的密钥',
  slotState: '{key}（{state}）',
  replace: '替换',
  add: '添加',
  replaced: '已替换密钥。',
  added: '已添加第二个密钥。',
  otherName: '此字符串用于 {other}，不是 {name}。',
  otherNamespace: '此字符串用于命名空间 {other}，不是 {name}。',
};

export const addHeadingTexts: Translated<typeof english.addHeadingTexts> = {
  emptyAdd: '粘贴字符串，查看将添加的内容',
  emptyReplace: '粘贴包含新密钥的字符串',
  readyAdd: '可以添加',
  readyReplace: '可以替换',
  blockedAdd: '无法添加',
  blockedReplace: '无法用它替换密钥',
  discontinued: '可以添加，但会显示为“已停用”',
  wontConnect: '可以添加，但暂时无法连接',
  refused: 'Azure 不接受此密钥',
};

export const thingsMissingTexts: Translated<typeof english.thingsMissingTexts> = {
  one: '缺少 {count} 项',
  other: '缺少 {count} 项',
};

export const addRowTexts: Translated<typeof english.addRowTexts> = {
  name: '混合连接',
  namespace: '命名空间',
  rule: '规则',
  key: '密钥',
  endpoint: '终结点',
  listeners: '侦听器',
};

export const addToneTexts: Translated<typeof english.addToneTexts> = {
  good: '正常',
  watch: '值得留意',
  act: '需要解决',
};

export const addProblemValueTexts: Translated<typeof english.addProblemValueTexts> = {
  HCM1004: '重复出现',
  HCM1005: '缺失',
  HCM1006: '无法读取',
  HCM1007: '无法读取',
  HCM1008: '未指明',
  HCM1009: '无法使用',
  HCM1010: '缺失',
  HCM1011: '缺失',
  HCM1012: '密钥和令牌',
  HCM1013: '令牌',
  HCM1014: '托管标识',
  HCM1016: 'BizTalk',
  HCM1017: '访问控制',
  HCM1019: '无法读取',
  HCM1021: '过长',
  HCM1023: 'Windows Server',
  HCM1024: '为空',
};

export const addProblemWordTexts: Translated<typeof english.addProblemWordTexts> = {
  HCM1008: '这是整个命名空间的字符串。粘贴单个混合连接的字符串，或输入其名称。',
  HCM1015: '此密钥只能发送。索取侦听密钥。',
  HCM1016: '这是 BizTalk 字符串 (hc://)。BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。',
};

export const addValueTexts: Translated<typeof english.addValueTexts> = {
  biztalk: 'BizTalk',
  keyLength: '{count} 个字符，已隐藏',
  keyNotNeeded: '不需要',
  keyRefused: '{count} 个字符，被 Azure 拒绝',
  askAzureLater: '名称确定后从 Azure 读取',
  asking: '正在查询 Azure…',
  couldntAsk: '现在无法查询 Azure；添加后读取',
  couldntAskReplace: '现在无法查询 Azure',
  noEndpoint: '无',
  endpointUnreadable: '无法读取',
  firstListener: '0：此主机将是第一个',
  full: '{count}，已达上限',
};

export const otherListenerTexts: Translated<typeof english.otherListenerTexts> = {
  one: '另有 {count} 台主机也在侦听；Azure 会分配会话',
  other: '另有 {count} 台主机也在侦听；Azure 会分配会话',
};

export const listenersNowTexts: Translated<typeof english.listenersNowTexts> = {
  one: '{count} 台主机正在侦听',
  other: '{count} 台主机正在侦听；Azure 会分配会话',
};

export const addAsideTexts: Translated<typeof english.addAsideTexts> = {
  listenOnly: '仅侦听',
  fromAzure: '来自 Azure',
  reachable: '来自 Azure，可在 {time} 内访问',
};

export const addWordTexts: Translated<typeof english.addWordTexts> = {
  alreadyHere: '它已在此主机上。要使用新密钥，替换其密钥即可。',
  alreadyHereRetired: '它已在此主机上。',
  retired: '可以添加，但会一直显示为“已停用”。',
  broadRule: '它可以更改或删除命名空间中的任何内容。仅侦听的规则更安全。仍可添加此规则。',
  broadRuleReplace: '它可以更改或删除命名空间中的任何内容。仅侦听的规则更安全。仍可使用此规则。',
  shortKey: 'Azure 的密钥有 44 个字符。检查字符串是否完整。',
  oddKey: 'Azure 的密钥不是这种形式。检查字符串是否完整。',
  keyRefused: 'Azure 拒绝了密钥。密钥可能已重新生成；重新复制字符串。',
  noSuchName: 'Azure 的此命名空间中没有该混合连接。它已被删除，或名称不同。',
  noEndpoint: 'Azure 中没有它的终结点。在 Azure 中添加“endpoint”元数据，格式为 host:port。',
  addressEndpoint: '这是 IP 地址。某些应用会跳过它；使用此主机能解析的 DNS 名称。',
  notReachable: [
    '无法从此主机访问：{reason}。可以先添加，稍后再解决。',
    '无法从此主机访问。可以先添加，稍后再解决。',
  ],
  notReachableReplace: ['无法从此主机访问：{reason}。', '无法从此主机访问。'],
  full: 'Azure 允许每个混合连接有 {limit} 个侦听器。其他主机停止后，此主机才会连接。',
};

export const unreachableReasonTexts: Translated<typeof english.unreachableReasonTexts> = {
  HCM3101: '此处无法解析其名称',
  HCM3102: '连接被拒绝',
  HCM3103: '没有路由',
  HCM3104: ['{seconds} 秒内没有应答', '没有应答'],
  HCM3106: '此主机的规则禁止访问',
  HCM3107: '此主机打开的文件过多',
};
