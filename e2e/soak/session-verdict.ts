/**
 * What a session's end means. Pure.
 *
 * Whatever happened, a byte that arrived is the one that was sent, and a direction that ended in order is complete: a
 * reader must be able to trust the end. A session that was refused or cut off needs a fault that explains it.
 */
import type { Allows } from './disturbances.ts';
import type { SessionEnd } from './soak-session.ts';

export type SessionResult = 'complete' | 'brokenOff' | 'refused' | 'cut';

export interface SessionVerdict {
  readonly result: SessionResult;
  readonly problems: readonly string[];
}

export type Explain = (what: keyof Allows, fromMs: number, untilMs: number) => readonly string[];

export function judgeSession(end: SessionEnd, explain: Explain): SessionVerdict {
  const { plan, app, endpoint } = end;
  const problems: string[] = [];
  const sides = [
    { name: 'app', side: app, planned: plan.downBytes, sent: end.sent.down },
    { name: 'endpoint', side: endpoint, planned: plan.upBytes, sent: end.sent.up },
  ] as const;
  for (const { name, side, planned, sent } of sides) {
    if (side === null) continue;
    if (side.wrongAt !== null) problems.push(`${name} got a wrong byte after ${side.wrongAt}`);
    if (!side.sawEnd) continue;
    if (side.received < planned)
      problems.push(`${name} saw the end after ${side.received} of ${planned} bytes`);
    else if (side.digest !== sent) problems.push(`${name} got other bytes than were sent`);
  }
  if (end.isStuck) problems.push('stuck');
  const result = resultOf(end);
  if (result === 'refused') {
    const until = end.openedMs ?? end.untilMs;
    const why = [...explain('refuses', end.fromMs, until), ...explain('cuts', end.fromMs, end.untilMs)];
    if (why.length === 0) problems.push('refused, and nothing was wrong');
  }
  if (result === 'cut' && explain('cuts', end.fromMs, end.untilMs).length === 0) {
    problems.push('cut off, and nothing had cut it');
  }
  return { result, problems };
}

function resultOf({ plan, app, endpoint }: SessionEnd): SessionResult {
  if (plan.abort !== null && (app.aborted || endpoint?.aborted === true)) return 'brokenOff';
  if (endpoint === null) return 'refused';
  const complete =
    app.sawEnd && app.received === plan.downBytes && endpoint.sawEnd && endpoint.received === plan.upBytes;
  return complete ? 'complete' : 'cut';
}
