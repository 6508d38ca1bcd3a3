import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../../contract/activity.ts';
import { azureStatuses, endpointStatuses, type AzureStatus } from '../../contract/status.ts';
import { ActivityLog, maxActivity } from './activity-log.ts';

function createLog(): { readonly log: ActivityLog; readonly pass: (milliseconds: number) => void } {
  let now = 0;
  let ids = 0;
  const log = new ActivityLog({
    connectionId: 'c',
    now: () => now,
    createId: () => String(++ids),
    onEntry: () => undefined,
  });
  return { log, pass: (milliseconds) => void (now += milliseconds) };
}

/** Newest first, as short words. */
function words(log: ActivityLog): string[] {
  return log.list().map((entry) => {
    const what =
      entry.kind === 'change'
        ? `${entry.change} by ${String(entry.by)}`
        : entry.kind === 'limit'
          ? entry.problem.code
          : entry.status;
    return entry.times === 1 ? what : `${what} x${entry.times}`;
  });
}

const noAnswer = { code: 'HCM2003', details: {} } as const;
const noNetwork = { code: 'HCM2004', details: {} } as const;

describe('ActivityLog', () => {
  it('tells an endpoint that Azure names in place of ours once, until it is another one', () => {
    const { log } = createLog();
    const named = ['sql02:1433', 'sql02:1433', 'sql03:1433', null, 'sql03:1433', null];
    const isNews = named.map((endpoint) => log.endpointInAzure(endpoint));
    expect(isNews).toEqual([true, false, true, false, true, false]);
    const told = log.list().map((entry) => (entry.kind === 'change' ? entry.detail : ''));
    expect(told).toEqual(['sql03:1433', 'sql03:1433', 'sql02:1433']);
  });

  it('folds a night without network into one line that tells how often and when last', () => {
    const { log, pass } = createLog();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      log.azure('connecting', null);
      pass(1_000);
      log.azure('notConnected', attempt === 11 ? noNetwork : noAnswer);
      pass(20_000);
    }
    expect(words(log)).toEqual(['notConnected x12']);
    expect(log.list()[0]).toMatchObject({ at: 11 * 21_000 + 1_000, problem: noNetwork });
    log.azure('connecting', null);
    expect(words(log)).toEqual(['connecting', 'notConnected x12']);
    log.azure('connected', null);
    expect(words(log)).toEqual(['connected', 'notConnected x12']);
  });

  it('tells each loss of an established connection', () => {
    const { log } = createLog();
    for (let loss = 0; loss < 2; loss += 1) {
      log.azure('connected', null);
      log.azure('notConnected', noAnswer);
      log.azure('connecting', null);
    }
    expect(words(log)).toEqual(['connecting', 'notConnected', 'connected', 'notConnected', 'connected']);
  });

  it('keeps the two ways apart: what one does never parts the repeats of the other', () => {
    const { log } = createLog();
    for (let round = 0; round < 3; round += 1) {
      log.azure('connecting', null);
      log.endpoint('checking', null);
      log.azure('notConnected', noAnswer);
      log.endpoint('unreachable', null);
      log.endpoint('notChecked', null);
    }
    expect(words(log)).toEqual(['unreachable x3', 'notConnected x3']);
  });

  it('counts every try of an endpoint that stays away, whoever tried', () => {
    const { log, pass } = createLog();
    log.endpoint('unreachable', null, 1_000);
    log.azure('connected', null);
    // Something else of the connection changed.
    log.endpoint('unreachable', null, 1_000);
    pass(5_000);
    log.endpoint('unreachable', noAnswer, 6_000);
    log.endpoint('unreachable', noAnswer, 7_000);
    expect(words(log)).toEqual(['unreachable x3', 'connected']);
    expect(log.list()[0]).toMatchObject({ at: 5_000, problem: noAnswer });
    log.endpoint('reachable', null, 8_000);
    log.endpoint('reachable', null, 9_000);
    expect(words(log)).toEqual(['reachable', 'unreachable x3', 'connected']);
  });

  it('begins anew after what a person did', () => {
    const { log } = createLog();
    log.azure('notConnected', noAnswer);
    log.change('restarted', 'm.keller');
    log.azure('connecting', null);
    log.azure('notConnected', noAnswer);
    expect(words(log)).toEqual(['notConnected', 'restarted by m.keller', 'notConnected']);
  });

  it('takes the latest reason of a state that lasts, and makes no line of it', () => {
    const { log } = createLog();
    log.azure('notConnected', noAnswer);
    log.azure('notConnected', noNetwork);
    expect(log.list()).toMatchObject([{ status: 'notConnected', times: 1, problem: noNetwork }]);
  });

  const step = fc.oneof(
    fc.record({ kind: fc.constant('azure' as const), status: fc.constantFrom(...azureStatuses) }),
    fc.record({ kind: fc.constant('endpoint' as const), status: fc.constantFrom(...endpointStatuses) }),
    fc.record({ kind: fc.constant('change' as const), status: fc.constant('restarted' as const) }),
  );

  function run(steps: readonly { kind: 'azure' | 'endpoint' | 'change'; status: string }[]): {
    readonly list: readonly Activity[];
    readonly happened: number;
  } {
    const { log, pass } = createLog();
    const latest = new Map<string, string>();
    let happened = 0;
    for (const { kind, status } of steps) {
      pass(1);
      const isNews = kind === 'change' || latest.get(kind) !== status;
      latest.set(kind, status);
      if (kind === 'azure') log.azure(status as AzureStatus, null);
      else if (kind === 'endpoint') log.endpoint(status as 'reachable', null);
      else log.change('restarted', null);
      const passesBy = ['connecting', 'checking', 'notChecked'].includes(status);
      if (isNews && !passesBy) happened += 1;
    }
    return { list: log.list(), happened };
  }

  it('never loses one of the times, and shows at most one state on the way for each side', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: maxActivity }), (steps) => {
        const { list, happened } = run(steps);
        const settled = list.filter((entry) => !isOnTheWay(entry));
        expect(settled.reduce((sum, { times }) => sum + times, 0)).toBe(happened);
        for (const kind of ['azure', 'endpoint']) {
          const [latest, ...earlier] = list.filter((entry) => entry.kind === kind);
          expect(earlier.filter(isOnTheWay)).toEqual([]);
          if (latest && isOnTheWay(latest)) expect(latest.times).toBe(1);
        }
      }),
    );
  });

  it('is bounded, and in order of time', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: maxActivity, maxLength: 3 * maxActivity }), (steps) => {
        const { list } = run(steps);
        expect(list.length).toBeLessThanOrEqual(maxActivity);
        expect(list.map(({ at }) => at)).toEqual(list.map(({ at }) => at).sort((one, other) => other - one));
      }),
      { numRuns: 30 },
    );
  });
});

function isOnTheWay(entry: Activity): boolean {
  return 'status' in entry && ['connecting', 'checking'].includes(entry.status);
}

describe('limits that turn senders away', () => {
  const at = 5_000;
  const problem = { code: 'HCM3110', details: { limit: 2 } } as const;

  it('are one line, which counts and moves up, until another story begins', () => {
    const { log } = createLog();
    log.limitHit({ problem, at, times: 1 });
    log.azure('connected', null);
    const second = { problem, at: at + 1, times: 2 };
    log.limitHit(second);
    log.limitHit(second);
    expect(words(log)).toEqual(['HCM3110 x2', 'connected']);
    expect(log.list()[0]?.at).toBe(at + 1);
    // Forgotten meanwhile, so the count begins anew.
    log.limitHit({ problem, at: at + 2, times: 1 });
    log.limitHit({ problem: { code: 'HCM3112', details: { limit: 9 } }, at: at + 3, times: 1 });
    expect(words(log)).toEqual(['HCM3112', 'HCM3110', 'HCM3110 x2', 'connected']);
  });
});
