/** Sessions, activity and log of the design's pictures 03 to 05. */
import type { Activity } from '../../../../electron/contract/activity.ts';
import type { SessionHistory, SessionView } from '../../../../electron/contract/api.ts';
import type { LogLine } from '../../../../electron/contract/log-line.ts';
import type { Answers } from '../../../testing/test-bridge.ts';
import { sampleNow } from '../../../testing/sample-host.ts';
import { sampleId } from '../../../testing/sample-views.ts';

/** Connection 7 of the sample views. */
export const payrollId = sampleId(7);

const minuteMs = 60_000;

export function sampleSession(
  number: number,
  changes: Partial<SessionView> = {},
  connectionId = payrollId,
  now = sampleNow,
): SessionView {
  return {
    id: `00000000-0000-4000-9000-${String(number).padStart(12, '0')}`,
    connectionId,
    trackingId: `00000000-0000-4000-a000-${String(number).padStart(12, '0')}_G12`,
    peer: `20.103.44.18:${String(51_000 + number)}`,
    startedAt: now - number * 7 * minuteMs,
    endedAt: null,
    dialMs: 4,
    endpoint: { host: 'sql01.corp.contoso.com', port: 1433, address: '10.20.0.14' },
    bytesIn: number * 1_200_000,
    bytesOut: number * 38_400_000,
    closedBy: null,
    code: null,
    detail: '',
    ...changes,
  };
}

export function openSessions(now = sampleNow): readonly SessionView[] {
  const session = (number: number, changes: Partial<SessionView> = {}): SessionView =>
    sampleSession(number, changes, payrollId, now);
  return [
    session(1),
    session(2),
    session(3, { peer: '20.103.44.21:49820', dialMs: 5 }),
    session(4, { peer: '2a01:111:f406:3400::9e2a:50917' }),
    session(13, { dialMs: 6 }),
    session(26),
    session(27, { peer: null }),
    session(41),
  ];
}

export function sessionHistory(now = sampleNow): SessionHistory {
  const ended = (number: number, openForMs: number, changes: Partial<SessionView>): SessionView => {
    const endedAt = now - number * minuteMs;
    return sampleSession(100 + number, { startedAt: endedAt - openForMs, endedAt, ...changes });
  };
  return {
    ended: [
      ended(1, 124_000, { closedBy: 'app', detail: '1000', bytesOut: 9_100_000, bytesIn: 0 }),
      ended(4, 31_000, { closedBy: 'endpoint', detail: 'FIN' }),
      ended(13, 1_800_000, { closedBy: 'host', code: 'HCM3123', detail: 'closed by m.keller' }),
      ended(45, 20_000, { closedBy: 'endpoint', code: 'HCM3104', bytesIn: 0, bytesOut: 0, dialMs: null }),
      ended(54, 720_000, { closedBy: 'app', code: 'HCM3121', detail: 'ECONNRESET' }),
    ],
    today: 431,
    failedToday: 1,
    lastHour: 14,
    typicalDialMs: 4,
  };
}

/** Of a connection whose sessions nobody looks at. */
function quietHistory(lastHour: number): SessionHistory {
  return { ended: [], today: lastHour, failedToday: lastHour, lastHour, typicalDialMs: null };
}

export const sampleOpen = openSessions();

export const sampleHistory = sessionHistory();

const connectionId = payrollId;

function activityId(number: number): string {
  return `00000000-0000-4000-b000-${String(number).padStart(12, '0')}`;
}

export function activities(now = sampleNow): readonly Activity[] {
  return [
    {
      id: activityId(1),
      connectionId,
      at: now - 5 * minuteMs,
      times: 1,
      kind: 'endpoint',
      status: 'reachable',
      problem: null,
    },
    {
      id: activityId(2),
      connectionId,
      at: now - 40 * minuteMs,
      times: 3,
      kind: 'endpoint',
      status: 'unreachable',
      problem: { code: 'HCM3102', details: { host: 'sql01.corp.contoso.com', port: 1433 } },
    },
    {
      id: activityId(3),
      connectionId,
      at: now - 291 * minuteMs,
      times: 1,
      kind: 'azure',
      status: 'connected',
      problem: null,
    },
    {
      id: activityId(4),
      connectionId,
      at: now - 292 * minuteMs,
      times: 1,
      kind: 'change',
      change: 'restarted',
      detail: null,
      by: 'm.keller',
    },
    {
      id: activityId(5),
      connectionId,
      at: now - 900 * minuteMs,
      times: 13,
      kind: 'azure',
      status: 'notConnected',
      problem: { code: 'HCM2004', details: {} },
    },
    {
      id: activityId(6),
      connectionId,
      at: now - 3 * 1440 * minuteMs,
      times: 1,
      kind: 'change',
      change: 'added',
      detail: null,
      by: 'Administrator of the whole domain',
    },
  ];
}

export const sampleActivity = activities();

export function sampleLogLines(count: number, now = sampleNow): LogLine[] {
  const levels = ['info', 'info', 'info', 'warn', 'info', 'error'] as const;
  return Array.from({ length: count }, (_unused, index) => ({
    number: 1 + index,
    at: now - (count - index) * 1_000,
    level: levels[index % levels.length] ?? 'info',
    message: `line ${String(1 + index)}: session ended`,
    fields: '{"connectionId":"00000000-0000-4000-8000-000000000007","bytesIn":1200000,"bytesOut":38400000}',
  }));
}

/** What the details ask for, answered. */
export function detailsAnswers(now = sampleNow): Answers {
  return {
    'sessions.history': ({ connectionId: id }) => (id === payrollId ? sessionHistory(now) : quietHistory(14)),
    'sessions.list': ({ connectionId: id }) => ({ sessions: id === payrollId ? [...openSessions(now)] : [] }),
    'activity.list': { activity: [...activities(now)] },
    'connections.resolveNamespace': { addresses: ['20.86.92.14'] },
    'connections.checkEndpoint': {},
    'log.tail': ({ after = 0 }) => {
      const lines = sampleLogLines(60, now).filter(({ number }) => number > after);
      return { lines, latest: 60 };
    },
  };
}
