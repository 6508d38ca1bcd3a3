/** Simplified Chinese of `texts/notifications.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/notifications.ts';

export const notificationTexts: Translated<typeof english.notificationTexts> = {
  down: '{name} 未连接',
  downDetail: '自 {time} 起。此主机会继续尝试。',
  recovered: '{name} 已恢复正常',
  recoveredDetail: '中断了 {duration}。',
  needsYou: '{name} 需要处理',
  endpoint: '{name}：无法访问终结点',
  endpointDetail: '{problem}：{endpoint}。',
  sentence: '{problem}。',
  unstable: '{name} 不稳定',
  unstableDetail: '在 {minutes} 分钟内与 Azure 或终结点断开了 {times} 次。',
  host: '后台主机没有应答',
  hostDetail: '自 {time} 起。连接可能仍在运行。',
  hostRecovered: '后台主机已恢复应答',
  update: '版本 {version} 已发布',
  updateDetail: '打开 Hybrid Connection Manager 查看更改内容。',
  listed: '{names}、{name}',
  try: '通知已打开',
  tryDetail: '某个连接需要处理时，Hybrid Connection Manager 会这样通知。',
};

export const notificationCountTexts: Translated<typeof english.notificationCountTexts> = {
  down: { one: '{count} 个连接未连接', other: '{count} 个连接未连接' },
  recovered: { one: '{count} 个连接已恢复正常', other: '{count} 个连接已恢复正常' },
  needsYou: { one: '{count} 个连接需要处理', other: '{count} 个连接需要处理' },
  endpoint: { one: '无法访问 {count} 个终结点', other: '无法访问 {count} 个终结点' },
  unstable: { one: '{count} 个连接不稳定', other: '{count} 个连接不稳定' },
  more: { one: '{names} 以及另外 {count} 个', other: '{names} 以及另外 {count} 个' },
};
