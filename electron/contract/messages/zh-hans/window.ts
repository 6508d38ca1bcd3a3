/** Simplified Chinese of `texts/window.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/window.ts';

export const headerTexts: Translated<typeof english.headerTexts> = {
  group: '按状态分组的连接',
  help: '帮助',
  settings: '设置',
  shortcuts: '键盘快捷方式',
  viewLogs: '查看日志',
  about: '关于',
  caption: '{machine} · {host}',
  inThisApp: '在此应用中运行',
  starting: '正在启动',
  background: '后台主机',
};

export const runningForTexts: Translated<typeof english.runningForTexts> = {
  days: { one: '后台主机已运行 {count} 天', other: '后台主机已运行 {count} 天' },
  hours: { one: '后台主机已运行 {count} 小时', other: '后台主机已运行 {count} 小时' },
  minutes: { one: '后台主机已运行 {count} 分钟', other: '后台主机已运行 {count} 分钟' },
};

export const tableTexts: Translated<typeof english.tableTexts> = {
  label: '连接',
  selectAll: '全选',
  select: '选择 {name}',
  row: '{name}，{status}，{why}，{endpoint}，{sessions}',
  endpoint: ['终结点{status}，{why}', '终结点{status}'],
  notLookedUp: '未查找',
  notResolved: '未解析',
  noMatch: '没有与“{filter}”匹配的连接。',
  noneInGroup: '没有匹配的连接。',
  clearFilter: '清除筛选',
  loading: '正在加载连接',
  traffic: '最近 5 分钟：最高 {rate}，当前 {now}',
};

export const rowSessionTexts: Translated<typeof english.rowSessionTexts> = {
  one: '{count} 个会话',
  other: '{count} 个会话',
};

export const barTexts: Translated<typeof english.barTexts> = {
  label: '消息',
  notAnswering: '后台主机没有应答。连接可能仍在运行。',
  ended: '后台主机已结束，因此没有连接在运行。',
  noHost: '此计算机上没有主机在运行，因此没有连接在运行。',
  problem: '{title}。{next}',
  runHere: '在此运行',
  showLog: '显示日志',
};

export const endOfLifeTexts: Translated<typeof english.endOfLifeTexts> = {
  ended: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持',
  date: 'BizTalk 混合连接已于 2018 年 5 月 31 日终止支持。',
  one: '，因此 {name} 无法连接。',
  replace: '改用 App Service 混合连接。',
  replaceSeveral: '将它们改为 App Service 混合连接。',
  howToReplace: '如何替换',
};

export const endOfLifeSeveralTexts: Translated<typeof english.endOfLifeSeveralTexts> = {
  one: '，因此 {count} 个连接无法连接。',
  other: '，因此 {count} 个连接无法连接。',
};

export const partTexts: Translated<typeof english.partTexts> = {
  broken: '此部分无法显示。',
  tryAgain: '重试',
  copyDetails: '复制详细信息',
};
