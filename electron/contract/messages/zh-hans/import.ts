/** Simplified Chinese of `texts/import.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/import.ts';

export const importDialogTexts: Translated<typeof english.importDialogTexts> = {
  title: '导入连接',
  choose: '选择文件…',
  choosing: '正在打开…',
  drop: '将文件拖放到此处、粘贴其文本，或选择文件。',
  where: '旧管理器的文件位置',
  oldManager: 'Hybrid Connection Manager 0.7',
  oldManagerFile: 'Microsoft.HybridConnectionManager.Listener.exe.config',
  oldManagerFolder: 'C:\\Program Files\\Microsoft\\HybridConnectionManager 0.7',
  rewrite: 'Hybrid Connection Manager（2025 年版）',
  rewriteFile: 'connections.json',
  rewriteFolder: '%ProgramData%\\HybridConnectionManager',
  others: '也可以使用 azbridge 配置或由 hcm export 导出的文件。',
  keysStay: '导入之前，密钥只留在此应用中。在你确认之前不会更改任何内容。',
  pasted: '粘贴的文本',
  locked: '{file} 是导出文件。其密钥需用导出时的密码短语打开。',
  passphrase: '密码短语',
  unlock: '打开',
  unlocking: '正在打开…',
  otherFile: '其他文件…',
  from: '{file}，{format}',
  empty: '此文件中没有连接。',
  verify: '验证',
  verifyAgain: '重新验证',
  stop: '停止',
  verifyingStarts: '正在从此主机查询 Azure 和终结点。',
  importing: '正在导入…',
  tickAll: '所有可导入的项',
  tick: '导入 {name}',
  unnamed: '没有名称的项',
  nothingDone: '没有导入任何内容。',
  done: '关闭',
  verifyFirst:
    '“验证”会用每个已勾选连接自己的密钥向 Azure 查询该连接，并从此主机尝试访问其终结点。不会更改任何内容。',
  unverifiedLine: '未通过验证的项已取消勾选。仍可勾选并导入。',
  azbridgeSide:
    'azbridge 的发送方使用自己的握手方式，主机会将其原样传给终结点。先停止 azbridge 的侦听器再导入，并将应用端改为 App Service 或 hcm forward。',
  nextTitle: '现在切换',
};

export const importStepTexts: Translated<typeof english.importStepTexts> = {
  choose: '选择文件',
  preview: '预览',
  verify: '验证',
  switch: '切换',
};

export const importFormatTexts: Translated<typeof english.importFormatTexts> = {
  export: '此程序的导出文件',
  oldManager: '来自旧版 Hybrid Connection Manager (0.7)',
  rewrite: '来自 Hybrid Connection Manager（2025 年版）',
  azbridge: 'azbridge 配置',
};

export const importColumnTexts: Translated<typeof english.importColumnTexts> = {
  connection: '混合连接',
  endpoint: '终结点',
  outcome: '将执行的操作',
  check: '验证',
  result: '结果',
};

export const importOutcomeTexts: Translated<typeof english.importOutcomeTexts> = {
  add: '添加',
  update: '覆盖',
  unchanged: '已存在',
  differs: '不同',
  unverified: '未验证',
  refused: '无法使用',
  imported: '已导入',
  updated: '已覆盖',
  failed: '未导入',
};

export const importRowTexts: Translated<typeof english.importRowTexts> = {
  addDiscontinued: '添加为“已停用”',
  discontinued: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。它会列出，但不会连接。',
  unchanged: '它已在此主机上，密钥和值相同。',
  differs: '与此主机上的不同：{parts}。勾选以覆盖。',
  overwrites: '将替换此主机上的：{parts}。',
  kept: '在此主机上保持不变。',
  imported: '{outcome}：{status}',
  notChosen: '未导入',
  notChosenWhy: '未勾选此项。',
  endpointAnswers: 'Azure 和终结点均有应答',
  noEndpoint: 'Azure 有应答',
  endpointSilent: 'Azure 有应答，终结点没有应答',
  endpointSilentWhy: '{title}。{next}',
  reason: '{title}。{cause}{next}',
};

export const importCheckTexts: Translated<typeof english.importCheckTexts> = {
  notAsked: '未查询',
  waiting: '等待中',
  asking: '正在查询…',
  answered: 'Azure 有应答',
  refused: '未验证',
};

export const importPartTexts: Translated<typeof english.importPartTexts> = {
  primaryKey: '密钥',
  secondaryKey: '第二个密钥',
  endpoint: '终结点',
  caPem: 'CA',
  limits: '限制',
  enabled: '启动或停止状态',
};

export const importCountTexts: Translated<typeof english.importCountTexts> = {
  canBe: { one: '{all} 项中有 {count} 项可以导入。', other: '{all} 项中有 {count} 项可以导入。' },
  verifying: { one: '已验证 {done}/{count}。', other: '已验证 {done}/{count}。' },
  verified: { one: '已验证 {done}/{count} 个连接。', other: '已验证 {done}/{count} 个连接。' },
  import: { one: '导入 {count} 个连接', other: '导入 {count} 个连接' },
  unverified: { one: '其中 {count} 个未验证。', other: '其中 {count} 个未验证。' },
  overwrites: {
    one: '其中 {count} 个会覆盖此主机上的内容。',
    other: '其中 {count} 个会覆盖此主机上的内容。',
  },
  imported: { one: '已导入 {count} 个连接。', other: '已导入 {count} 个连接。' },
  left: { one: '{count} 项未导入。', other: '{count} 项未导入。' },
};

export const importNextTexts: Translated<typeof english.importNextTexts> = {
  oldManager: [
    '现在两者都在侦听：Azure 会将新会话分给其中任意一个。切换期间这没有问题。',
    '这些连接变为“已连接”后，停止旧管理器的服务，然后使用你的应用：Stop-Service HybridConnectionManager',
    '如果出现问题，重新启动该服务；它没有任何更改。一切正常后，将其卸载。',
  ],
  rewrite: [
    '现在两者都在侦听：Azure 会将新会话分给其中任意一个。切换期间这没有问题。',
    '这些连接变为“已连接”后，停止旧管理器的服务，然后使用你的应用：Stop-Service HybridConnectionManagerService (Linux: systemctl stop hybridconnectionmanager.service)',
    '如果出现问题，重新启动该服务；它没有任何更改。一切正常后，将其卸载，并删除其 connections.json，其中包含明文密钥。',
  ],
  azbridge: [
    '这些连接运行期间必须停止 azbridge 的侦听器：Azure 会将会话分给其中任意一个，而 azbridge 的握手方式不同。',
    '将应用端改为 App Service 的混合连接或 hcm forward。',
  ],
  export: [
    '现在两台主机都在侦听：Azure 会将新会话分给其中任意一台。',
    '如果要用此主机取代另一台，停止那里的连接，使用你的应用，一切正常后在那里删除这些连接。',
  ],
};
