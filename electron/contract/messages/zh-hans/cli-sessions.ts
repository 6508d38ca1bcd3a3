/** Simplified Chinese of `texts/cli-sessions.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-sessions.ts';

export const sessionsUsageTexts: Translated<typeof english.sessionsUsageTexts> = {
  sessions: '列出一个或所有连接的打开的会话，或结束其中一些',
  ended: '改为列出已结束的会话，最新的在前',
  limit: '最多列出多少个已结束的会话，1 到 1000',
  kill: '结束具有这些 ID 的会话；ID 的开头部分唯一时即可使用',
  killAll: '结束某个连接的所有打开的会话',
  yes: '不询问直接结束',
};

export const sessionsWordTexts: Translated<typeof english.sessionsWordTexts> = {
  noneOpen: '没有打开的会话。',
  noneEnded: '尚无会话结束。',
  noHost: '没有主机在运行，因此没有打开的会话。',
  notKilled: '未结束任何会话。',
  killQuestion: '是否结束 {what}？[y/N]',
  killAllQuestion: '是否结束 {name} 的所有打开的会话？[y/N]',
  oneSession: '{id}，{connection}，来自 {peer}',
  unknownPeer: '未知应用',
};

export const sessionsCountTexts: Translated<typeof english.sessionsCountTexts> = {
  questioned: { one: '{count} 个会话（{list}）', other: '{count} 个会话（{list}）' },
  killed: { one: '已结束 {count} 个会话。', other: '已结束 {count} 个会话。' },
  gone: { one: '{count} 个已自行结束。', other: '{count} 个已自行结束。' },
};

export const sessionTableHeadTexts: Translated<typeof english.sessionTableHeadTexts> = {
  id: 'ID',
  connection: '连接',
  peer: '应用地址',
  endpoint: '终结点',
  openFor: '打开时长',
  ended: '结束时间',
  toEndpoint: '到终结点',
  toApp: '到应用',
  why: '原因',
};
