/**
 * The newest lines of the host's log, read on from where the last answer ended.
 *
 * Invariants: at most `maxLogLines` are kept; lines come in their order and none twice; a host that began anew (its lines
 * count from 1 again) is read anew.
 */
import type { CallOutput } from '../../electron/contract/api.ts';
import type { LogLine } from '../../electron/contract/log-line.ts';
import type { LogLevel } from '../../electron/contract/default-settings.ts';
import type { Bridge } from '../bridge.ts';
import type { HostSource } from './host-read.ts';

export const maxLogLines = 2_000;

const linesPerRead = 1_000;

export interface LogTail {
  readonly lines: readonly LogLine[];
  /** What to pass as `after` next; null at first. */
  readonly after: number | null;
}

export const emptyTail: LogTail = { lines: [], after: null };

/** @param connectionId null for the lines of all connections and of the host itself. */
export function logSource(
  bridge: Bridge,
  connectionId: string | null,
  level: LogLevel,
): HostSource<readonly LogLine[]> {
  let tail = emptyTail;
  return {
    poll: true,
    read: async () => {
      const { after } = tail;
      const answer = await bridge.call('log.tail', {
        level,
        limit: linesPerRead,
        ...(connectionId === null ? {} : { connectionId }),
        ...(after === null ? {} : { after }),
      });
      tail = nextTail(tail, answer);
      return tail.lines;
    },
  };
}

/** The same lines stay the same object: what didn't change isn't drawn again. */
export function nextTail(tail: LogTail, { lines, latest }: CallOutput<'log.tail'>): LogTail {
  const { after } = tail;
  if (after !== null && latest < after) return emptyTail;
  // A full answer may leave lines for the next one.
  const isFull = lines.length >= linesPerRead;
  const next = isFull ? (lines.at(-1)?.number ?? latest) : latest;
  const fresh = after === null ? lines : lines.filter(({ number }) => number > after);
  if (fresh.length === 0) return { lines: tail.lines, after: next };
  return { lines: [...tail.lines, ...fresh].slice(-maxLogLines), after: next };
}
