/**
 * What `hcm logs` shows of a host that lets this account in by a folder: its files aren't this account's to read, so its
 * memory is asked. Lines are those that stand in the files, so that all that reads them reads these, too.
 *
 * Invariant: what waits between two looks is bounded; the oldest goes first.
 */
import type { Host, SessionView } from '../contract/api.ts';
import type { LogLine } from '../contract/log-line.ts';
import { isErrorCode } from '../contract/errors.ts';
import { sessionLine } from '../engine/activity/session-line.ts';
import { activityLog, sessionLog, type LogSource, type NameOf } from './log-sources.ts';
import { rememberedSessions } from './kept-sessions.ts';

export interface SharedLog {
  /** Oldest first. */
  last(): Promise<readonly string[]>;
  /** Those that came since. */
  more(): Promise<readonly string[]>;
}

const maxLogLines = 1000;
const maxWaiting = 10_000;

export function openSharedLog(host: Host, source: LogSource, nameOf: NameOf): SharedLog {
  if (source === sessionLog) return sharedSessions(host, nameOf);
  if (source === activityLog) return sharedActivity(host);
  let after = 0;
  const read = async (): Promise<readonly string[]> => {
    const { lines, latest } = await host.call('log.tail', { after, limit: maxLogLines });
    after = latest;
    return lines.map(textOf);
  };
  return { last: read, more: read };
}

function sharedSessions(host: Host, nameOf: NameOf): SharedLog {
  let waiting: string[] = [];
  return {
    last: async () => {
      const { connections } = await host.call('connections.snapshot', {});
      const kept = await rememberedSessions(host, connections);
      // From here on they are told as they end; a host that goes away takes the subscription with it.
      host.subscribe(({ name, payload }) => {
        if (name !== 'session.ended') return;
        waiting = [...waiting.slice(1 - maxWaiting), lineOf(payload, nameOf)];
      });
      return [...kept].reverse().map((session) => lineOf(session, nameOf));
    },
    more: async () => {
      // Nothing is told of a host that is gone.
      await host.call('host.info', {});
      const lines = waiting;
      waiting = [];
      return lines;
    },
  };
}

function sharedActivity(host: Host): SharedLog {
  return {
    last: async () => {
      const { connections } = await host.call('connections.snapshot', {});
      const entries = [];
      for (const { config } of connections) {
        const { activity } = await host.call('activity.list', { connectionId: config.id });
        entries.push(...activity);
      }
      return entries.sort((one, other) => one.at - other.at).map((entry) => JSON.stringify(entry));
    },
    more: () => Promise.resolve([]),
  };
}

function lineOf(session: SessionView, nameOf: NameOf): string {
  const { code } = session;
  const record = { ...session, code: code !== null && isErrorCode(code) ? code : null };
  return sessionLine(record, nameOf(session.connectionId)).trimEnd();
}

function textOf({ level, at, message, fields }: LogLine): string {
  const others = fields === '' ? {} : (JSON.parse(fields) as object);
  return JSON.stringify({ level, time: new Date(at).toISOString(), message, ...others });
}
