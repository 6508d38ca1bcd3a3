/** What `hcm logs` can show: the host's log, the sessions that ended, the activity. How each reads its lines. */
import { z } from 'zod';
import { formatBytes, formatDuration, unknownValue } from '../contract/format.ts';
import { formatHostPort } from '../contract/host-port.ts';
import { activityBy, activitySentence } from '../contract/messages/activity-sentence.ts';
import { closeReasonText } from '../contract/messages/close-reason.ts';
import { logsWordTexts } from '../contract/messages/texts/cli-logs.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { logLevels, type LogLevel } from '../contract/default-settings.ts';
import { activityFileName, readActivityLine, sessionsFileName } from '../engine/activity/kept-records.ts';
import { readSessionLine } from '../engine/activity/session-line.ts';
import { logFileName } from '../engine/log/open-log.ts';

/** Name of a connection by its id. */
export type NameOf = (connectionId: string) => string;

export interface LogRecord {
  readonly at: number;
  /** Null where lines have none. */
  readonly level: LogLevel | null;
  readonly connectionId: string | null;
  /** What stands behind the time. */
  text(nameOf: NameOf): string;
}

export interface LogSource {
  readonly file: string;
  readonly files: number;
  /** Null for a line that is none of this log. */
  read(line: string): LogRecord | null;
}

const levelWords: Readonly<Record<LogLevel, string>> = {
  debug: 'DEBUG',
  info: 'INFO ',
  warn: 'WARN ',
  error: 'ERROR',
};

const lineSchema = z.looseObject({
  level: z.enum(logLevels),
  time: z.iso.datetime(),
  message: z.string(),
  connectionId: z.string().optional(),
});

export const hostLog: LogSource = {
  file: logFileName,
  files: 5,
  read: (line) => {
    const { data } = lineSchema.safeParse(parseJson(line));
    if (data === undefined) return null;
    const { level, time, message, connectionId, ...others } = data;
    // Last: its name says more, and stands before it.
    const fields = connectionId === undefined ? others : { ...others, connectionId };
    const text = [`${levelWords[level]} ${message}`, ...Object.entries(fields).map(shownField)].join('  ');
    return { at: Date.parse(time), level, connectionId: connectionId ?? null, text: () => text };
  },
};

export const sessionLog: LogSource = {
  file: sessionsFileName,
  files: 5,
  read: (line) => {
    const session = readSessionLine(line);
    if (session === null) return null;
    const { connectionId, peer, endpoint, startedAt, endedAt } = session;
    const at = endedAt ?? startedAt;
    return {
      at,
      level: null,
      connectionId,
      text: (nameOf) =>
        fillText(logsWordTexts.session, {
          name: nameOf(connectionId),
          peer: peer ?? logsWordTexts.unknownPeer,
          endpoint: endpoint === null ? unknownValue : formatHostPort(endpoint),
          time: formatDuration(at - startedAt),
          toEndpoint: formatBytes(session.bytesIn),
          toApp: formatBytes(session.bytesOut),
          why: closeReasonText(session),
        }),
    };
  },
};

export const activityLog: LogSource = {
  file: activityFileName,
  files: 2,
  read: (line) => {
    const activity = readActivityLine(line);
    if (activity === null) return null;
    const { at, connectionId } = activity;
    const by = activityBy(activity);
    return {
      at,
      level: null,
      connectionId,
      text: (nameOf) =>
        fillText(logsWordTexts.activity, {
          name: nameOf(connectionId),
          sentence: activitySentence(activity),
          by,
        }),
    };
  },
};

/** `name=value`; whatever isn’t one plain word as JSON. */
function shownField([name, value]: readonly [string, unknown]): string {
  const isPlain = typeof value === 'string' && /^[^\s"=\p{Cc}\p{Cf}]+$/u.test(value);
  return `${name}=${isPlain ? value : JSON.stringify(value)}`;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
