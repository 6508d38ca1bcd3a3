/**
 * Why a session ended, as one stable word for programs that read `sessions.log`; who ended it stands beside it. People
 * read sentences (`contract/messages/close-reason`). Pure.
 */
import type { ErrorCode } from '../../contract/errors.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';

const wordOfCode = {
  HCM2034: 'silent',
  HCM2041: 'no-endpoint',
  HCM2050: 'pointed-elsewhere',
  HCM2052: 'app-gone',
  HCM2053: 'relay-not-reached',
  HCM3101: 'name-not-known',
  HCM3102: 'refused',
  HCM3103: 'no-route',
  HCM3104: 'no-answer',
  HCM3105: 'not-reached',
  HCM3106: 'not-allowed',
  HCM3107: 'no-descriptors',
  HCM3110: 'limit',
  HCM3112: 'host-limit',
  HCM3120: 'dropped',
  HCM3121: 'dropped',
  HCM3122: 'half-closed',
  HCM3124: 'garbled',
  HCM3125: 'bug',
  HCM3126: 'idle',
} as const satisfies Partial<Record<ErrorCode, string>>;

/** What this host notes when it ends a session by itself (HCM3123). */
const wordOfDetail = {
  removed: 'removed',
  'connection stopped': 'stopped',
  'host stopped': 'host-stopped',
  'time to finish is over': 'drain-over',
} as const;

const plain = { ended: 'ended', left: 'left', person: 'person', other: 'failed' } as const;

/** All of them, for the documents. */
export const endWords: readonly string[] = [
  ...new Set([...Object.values(plain), ...Object.values(wordOfDetail), ...Object.values(wordOfCode)]),
];

export function endWord({ code, detail }: Pick<SessionRecord, 'code' | 'detail'>): string {
  // 1001 is the app's goodbye without an end of its own (relay-protocol §4.2).
  if (code === null) return detail === '1001' ? plain.left : plain.ended;
  if (code === 'HCM3123') {
    if (detail.startsWith('closed by ')) return plain.person;
    return isKey(wordOfDetail, detail) ? wordOfDetail[detail] : plain.other;
  }
  return isKey(wordOfCode, code) ? wordOfCode[code] : plain.other;
}

function isKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}
