/** Simplified Chinese of `texts/limits.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/limits.ts';

export const limitHitTexts: Translated<typeof english.limitHitTexts> = {
  turnedAway: {
    one: '{limit}：有应用被拒绝',
    other: '{limit}：应用被拒绝 {count} 次',
  },
  mark: '有应用被拒绝',
  tooltip: {
    one: '{limit}，共 {count} 次，最近一次在 {time}',
    other: '{limit}，共 {count} 次，最近一次在 {time}',
  },
  callout: {
    one: '{time} 有应用被拒绝。{next}',
    other: '应用被拒绝 {count} 次，最近一次在 {time}。{next}',
  },
};

export const limitNameTexts: Translated<typeof english.limitNameTexts> = {
  maxSessions: '同时会话数',
  dialTimeoutSeconds: '终结点应答时限',
  idleMinutes: '空闲会话的时限',
  halfCloseMinutes: '半关闭会话的时限',
  kilobytesPerSecond: '单向带宽',
};

export const limitValueTexts: Translated<typeof english.limitValueTexts> = {
  maxSessions: '{value}',
  dialTimeoutSeconds: '{value} 秒',
  idleMinutes: '{value} 分钟',
  halfCloseMinutes: '{value} 分钟',
  kilobytesPerSecond: '{value} kB/s',
};

export const noLimitTexts: Translated<typeof english.noLimitTexts> = {
  idleMinutes: '从不',
  kilobytesPerSecond: '无限制',
};

export const limitRowTexts: Translated<typeof english.limitRowTexts> = {
  title: '限制',
  own: '仅用于此连接',
  change: '更改限制…',
};

export const limitsDialogTexts: Translated<typeof english.limitsDialogTexts> = {
  title: '{name} 的限制',
  explanation: '留空的字段采用此主机的设置。更改立即生效。',
  labelled: '{name}（{unit}）',
  range: '{min} 到 {max} 之间的整数。',
  zero: {
    idleMinutes: '0：从不',
    kilobytesPerSecond: '0：无限制',
  },
  save: '保存',
  done: '已更改 {name} 的限制。',
};
