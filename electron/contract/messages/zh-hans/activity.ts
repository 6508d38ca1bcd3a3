/** Simplified Chinese of `texts/activity.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/activity.ts';

export const activityTexts: Translated<typeof english.activityTexts> = {
  filter: '显示',
  all: '全部',
  states: '状态',
  changes: '更改',
  empty: '还没有任何活动。状态和配置的更改会显示在这里。',
  emptyStates: '状态还没有变化。',
  emptyChanges: '配置还没有更改。',
  notRead: '现在无法读取活动：{problem}。',
};

export const azureActivityTexts: Translated<typeof english.azureActivityTexts> = {
  connected: '已连接到 Azure',
  connecting: '正在连接到 Azure',
  notConnected: ['未连接到 Azure：{problem}', '未连接到 Azure'],
  unauthorized: ['未授权：{problem}', '未授权：Azure 拒绝了密钥'],
  notFound: ['未找到：{problem}', '在 Azure 中未找到'],
  blockedByPolicy: ['被策略阻止：{problem}', '被策略阻止'],
  keyNeeded: ['需要密钥：{problem}', '需要密钥：无法读取存储的密钥'],
  cantStart: ['无法启动：{problem}', '无法启动'],
  stopping: '正在停止，打开的会话可以完成',
  stopped: '不再侦听',
  discontinued: 'BizTalk 混合连接已终止支持',
  unknown: '状态未知',
};

export const endpointActivityTexts: Translated<typeof english.endpointActivityTexts> = {
  reachable: '终结点可访问',
  unreachable: ['无法访问终结点：{problem}', '无法访问终结点'],
  checking: '正在检查终结点',
  notChecked: '不再检查终结点',
};

export const changeActivityTexts: Translated<typeof english.changeActivityTexts> = {
  added: '已添加到此主机',
  removed: '已从此主机中删除',
  started: '已启动',
  stopped: '已停止',
  restarted: '已重启',
  renamed: ['改为侦听另一个混合连接；之前为 {detail}', '改为侦听另一个混合连接'],
  keyReplaced: '已替换密钥',
  secondaryKeyReplaced: '已设置辅助密钥',
  secondaryKeyRemoved: '已删除辅助密钥',
  keySwitched: 'Azure 拒绝了一个密钥，已改用另一个密钥',
  keysRotated: '已在 Azure 中重新生成两个密钥并投入使用',
  gatewayStringGiven: '已提供网关连接字符串',
  endpointLearned: ['已从 Azure 读取终结点：{detail}', '已从 Azure 读取终结点'],
  endpointDiffers: ['Azure 中的终结点现已不同：{detail}', 'Azure 中的终结点现已不同'],
  endpointChanged: ['已手动将终结点更改为 {detail}', '已手动更改终结点'],
  endpointForgotten: '已弃用手动输入的终结点',
  endpointAccepted: ['已采用 Azure 中的终结点：{detail}', '已采用 Azure 中的终结点'],
  endpointSetInAzure: ['已在 Azure 中将终结点更改为 {detail}', '已在 Azure 中更改终结点'],
  attachedToApp: ['已附加到应用 {detail}', '已附加到一个应用'],
  detachedFromApp: ['已从应用 {detail} 分离', '已从一个应用分离'],
  limitsChanged: '已更改限制',
  caChanged: '已更改其中继的 CA',
  sessionClosed: '已关闭一个会话',
  sessionsClosed: '已关闭所有打开的会话',
};

export const keySwitchedTexts: Translated<typeof english.keySwitchedTexts> = {
  primary: 'Azure 拒绝了主密钥，已改用辅助密钥',
  secondary: 'Azure 拒绝了辅助密钥，已改用主密钥',
};

export const repeatTexts: Translated<typeof english.repeatTexts> = {
  azure: { one: '已重试 {count} 次', other: '已重试 {count} 次' },
  endpoint: { one: '已检查 {count} 次', other: '已检查 {count} 次' },
  change: { one: '{count} 次', other: '{count} 次' },
};
