import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import {
  stepListener,
  stoppedListener,
  type Listener,
  type ListenerEffect,
  type ListenerEvent,
} from './listener-machine.ts';

const lost = new HcmError('HCM2033');
const refused = new HcmError('HCM2002');
const wrongKey = new HcmError('HCM2020');
const expired = new HcmError('HCM2031');

function failed(error: HcmError, again = false): ListenerEvent {
  return { type: 'failed', error, again };
}

function run(events: readonly ListenerEvent[], from: Listener = stoppedListener) {
  let listener = from;
  const effects: ListenerEffect[] = [];
  for (const event of events) {
    const step = stepListener(listener, event, 1_000, () => 0.5);
    listener = step.listener;
    effects.push(...step.effects);
  }
  return { listener, effects, types: effects.map(({ type }) => type) };
}

describe('stepListener', () => {
  it('goes from stopped to online through the gate', () => {
    const { listener, types } = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }]);
    expect(listener.state).toEqual({ name: 'online', replacing: false });
    expect(types).toEqual(['askGate', 'openChannel', 'hostReached', 'armGrace']);
  });

  it('waits at the gate when the host is down', () => {
    const { listener, types } = run([{ type: 'start' }, { type: 'go' }, failed(refused)]);
    expect(listener.state).toMatchObject({ name: 'waiting', at: 'gate', cause: refused });
    expect(types.slice(-2)).toEqual(['hostFailed', 'askGate']);
  });

  it('leaves the gate shut when an attempt ended before it reached the host', () => {
    const noKey = new HcmError('HCM4010');
    const { listener, types } = run([{ type: 'start' }, { type: 'go' }, failed(noKey)]);
    expect(listener.state).toMatchObject({ name: 'blocked', cause: noKey });
    expect(types).not.toContain('hostReached');
    expect(types).toContain('leaveGate');
  });

  it('is blocked where a retry alone can’t help, and tries again within the first minute', () => {
    const { listener, effects } = run([{ type: 'start' }, { type: 'go' }, failed(wrongKey)]);
    expect(listener.state).toMatchObject({ name: 'blocked', cause: wrongKey });
    expect(effects.at(-1)).toMatchObject({ type: 'armTimer' });
    expect((effects.at(-1) as { delayMs: number }).delayMs).toBeLessThan(60_000);
    const again = run([{ type: 'timer' }, { type: 'go' }, failed(wrongKey)], listener);
    expect((again.effects.at(-1) as { delayMs: number }).delayMs).toBeGreaterThanOrEqual(300_000);
  });

  it('tries at once when asked, and forgets failures only after the grace period', () => {
    const waiting = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }, failed(lost)]);
    expect(waiting.listener).toMatchObject({ failures: 1, state: { name: 'waiting', at: 'timer' } });
    const online = run([{ type: 'retryNow' }, { type: 'go' }, { type: 'opened' }], waiting.listener);
    expect(online.listener.failures).toBe(1);
    expect(run([{ type: 'graceOver' }], online.listener).listener.failures).toBe(0);
  });

  it('waits longer with each of ten kills in a row, with jitter, and starts over after a steady minute', () => {
    function delaysOfTenKills(luck: number): number[] {
      let now = 0;
      let listener: Listener = stoppedListener;
      const play = (event: ListenerEvent): readonly ListenerEffect[] => {
        const step = stepListener(listener, event, now, () => luck);
        listener = step.listener;
        return step.effects;
      };
      play({ type: 'start' });
      return Array.from({ length: 10 }, () => {
        play({ type: 'go' });
        play({ type: 'opened' });
        const armed = play(failed(lost)).find(({ type }) => type === 'armTimer');
        const delayMs = armed?.type === 'armTimer' ? armed.delayMs : Number.NaN;
        now += delayMs;
        play({ type: 'timer' });
        return delayMs;
      });
    }
    expect(delaysOfTenKills(0.999).map(Math.round)).toEqual([
      1998, 3996, 7992, 15984, 31968, 59940, 59940, 59940, 59940, 59940,
    ]);
    expect(delaysOfTenKills(0.5)).not.toEqual(delaysOfTenKills(0.999));
    // Even the worst luck keeps to 6 attempts in 20 s.
    expect(delaysOfTenKills(0).filter((delayMs) => delayMs > 20_000)).not.toEqual([]);
  });

  it('lets sessions finish, and ends at once on a second request', () => {
    const online = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }]).listener;
    const draining = run([{ type: 'stop', sessions: 3, drainUntil: 61_000 }], online);
    expect(draining.listener.state).toMatchObject({ name: 'draining', until: 61_000 });
    expect(draining.types).toContain('closeChannel');
    const ended = run([{ type: 'stop', sessions: 3, drainUntil: 99_000 }], draining.listener);
    expect(ended.listener.state).toEqual({ name: 'stopped' });
    expect(ended.types).toContain('endSessions');
  });

  describe('with a second channel', () => {
    const online = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }]).listener;

    it('opens one beside the open one, which takes over', () => {
      const replaced = run([{ type: 'replace' }, { type: 'secondOpened', takesOver: true }], online);
      expect(replaced.types).toEqual(['openSecond', 'takeOver']);
      expect(replaced.listener).toEqual(online);
    });

    it('keeps the first when the second was only tried, or failed', () => {
      expect(run([{ type: 'replace' }, { type: 'secondOpened', takesOver: false }], online).types).toEqual([
        'openSecond',
        'retireSecond',
      ]);
      const failedSecond = run([{ type: 'replace' }, { type: 'secondFailed' }], online);
      expect(failedSecond).toMatchObject({ listener: online, types: ['openSecond'] });
    });

    it('opens no third, and none where there is no first', () => {
      expect(run([{ type: 'replace' }, { type: 'replace' }], online).types).toEqual(['openSecond']);
      expect(
        run([{ type: 'start' }, { type: 'replace' }, { type: 'go' }, { type: 'replace' }]).types,
      ).toEqual(['askGate', 'openChannel']);
    });

    it('lets go of the second as well when the first fails or is stopped', () => {
      const stop = { type: 'stop', sessions: 0, drainUntil: 0 } as const;
      for (const event of [failed(lost), failed(lost, true), failed(expired), stop]) {
        expect(run([{ type: 'replace' }, event], online).types).toContain('closeSecond');
      }
    });
  });

  it('tries at once what is left to try, through the gate, and not oftener than any connection may', () => {
    const first = run([{ type: 'start' }, { type: 'go' }, failed(wrongKey, true)]);
    expect(first.listener.state).toEqual({ name: 'connecting', phase: 'gate' });
    expect(first.types.slice(-2)).toEqual(['hostReached', 'askGate']);
    const often = Array.from({ length: 6 }, (): ListenerEvent[] => [
      { type: 'go' },
      failed(wrongKey, true),
    ]).flat();
    expect(run([{ type: 'start' }, ...often]).listener.state.name).toBe('blocked');
  });

  it('doesn’t wait after the first token that stopped counting, but after the next', () => {
    const online = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }]).listener;
    const first = run([failed(expired)], online).listener;
    expect(first.state).toEqual({ name: 'connecting', phase: 'gate' });
    const second = run([{ type: 'go' }, { type: 'opened' }, failed(expired)], first).listener;
    expect(second.state).toMatchObject({ name: 'waiting', at: 'timer' });
  });

  it('makes one attempt in the first minute after a refusal, whatever failed before it', () => {
    const delayOf = ({ effects }: ReturnType<typeof run>): number =>
      (effects.findLast(({ type }) => type === 'armTimer') as { delayMs: number }).delayMs;
    const gone = new HcmError('HCM2023');
    // Kicked, back, kicked again: two failures of another kind.
    const kicked = run([
      { type: 'start' },
      { type: 'go' },
      { type: 'opened' },
      failed(lost),
      { type: 'timer' },
    ]);
    const refusedOnce = run([{ type: 'go' }, failed(gone)], kicked.listener);
    expect(delayOf(refusedOnce)).toBeLessThan(60_000);
    const again = run([{ type: 'timer' }, { type: 'go' }, failed(gone)], refusedOnce.listener);
    expect(delayOf(again)).toBeGreaterThanOrEqual(300_000);
    // Another refusal is another story.
    const other = run([{ type: 'timer' }, { type: 'go' }, failed(wrongKey)], again.listener);
    expect(delayOf(other)).toBeLessThan(60_000);
  });

  it('ends a wait within 2 s of a wake, and leaves the gate to hear of it by itself', () => {
    const blocked = run([{ type: 'start' }, { type: 'go' }, failed(wrongKey)]);
    const woken = run([{ type: 'wake' }], blocked.listener);
    expect(woken.types).toEqual(['cancelTimers', 'armTimer']);
    expect(woken.listener.state).toMatchObject({ name: 'blocked', until: 2_000, cause: wrongKey });
    const atGate = run([{ type: 'start' }, { type: 'go' }, failed(refused)]).listener;
    expect(run([{ type: 'wake' }], atGate).types).toEqual([]);
    const online = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }]).listener;
    expect(run([{ type: 'wake' }], online).types).toEqual([]);
  });

  it('restarts after draining', () => {
    const online = run([{ type: 'start' }, { type: 'go' }, { type: 'opened' }]).listener;
    const { listener } = run([{ type: 'restart', sessions: 1, drainUntil: 5 }, { type: 'drained' }], online);
    expect(listener.state).toEqual({ name: 'connecting', phase: 'gate' });
  });
});

/** Weighted, so that most runs come as far as a second channel: they are rarely stopped. */
const anyEvent: fc.Arbitrary<ListenerEvent> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.constantFrom<ListenerEvent>(
      { type: 'start' },
      { type: 'go' },
      { type: 'opened' },
      { type: 'timer' },
      { type: 'graceOver' },
      { type: 'retryNow' },
      { type: 'wake' },
      { type: 'replace' },
      { type: 'secondFailed' },
      { type: 'drained' },
      { type: 'held', until: 5, cause: refused },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(lost, refused, wrongKey, expired), fc.boolean())
      .map(([error, again]) => failed(error, again)),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((takesOver): ListenerEvent => ({ type: 'secondOpened', takesOver })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ type: fc.constantFrom('stop' as const, 'restart' as const), sessions: fc.nat(2) })
      .map((event): ListenerEvent => ({ ...event, drainUntil: 9 })),
  },
);

/** What the outside has running, followed through the effects. */
interface Outside {
  channel: boolean;
  second: boolean;
  timer: boolean;
  atGate: boolean;
  draining: boolean;
}

function follow(outside: Outside, effect: ListenerEffect): void {
  switch (effect.type) {
    case 'openChannel':
      expect(outside.channel).toBe(false);
      outside.channel = true;
      break;
    case 'closeChannel':
      outside.channel = false;
      break;
    case 'openSecond':
      expect(outside).toMatchObject({ channel: true, second: false });
      outside.second = true;
      break;
    case 'takeOver':
      // The first is let go of, the second is the channel now.
      expect(outside).toMatchObject({ channel: true, second: true });
      outside.second = false;
      break;
    case 'retireSecond':
    case 'closeSecond':
      expect(outside.second).toBe(true);
      outside.second = false;
      break;
    case 'armTimer':
      outside.timer = true;
      break;
    case 'cancelTimers':
      outside.timer = false;
      outside.draining = false;
      break;
    case 'askGate':
      outside.atGate = true;
      break;
    case 'leaveGate':
      outside.atGate = false;
      break;
    case 'armDrain':
      outside.draining = true;
      break;
    case 'hostReached':
    case 'hostFailed':
    case 'hostDoubted':
    case 'hurryGate':
    case 'armGrace':
    case 'endSessions':
      break;
  }
}

/** Only what the outside can really say at this moment. */
function isPossible(event: ListenerEvent, outside: Outside): boolean {
  switch (event.type) {
    case 'go':
    case 'held':
      return outside.atGate;
    case 'opened':
    case 'failed':
      return outside.channel;
    case 'secondOpened':
    case 'secondFailed':
      return outside.second;
    case 'timer':
      return outside.timer;
    case 'drained':
      return outside.draining;
    default:
      return true;
  }
}

describe('stepListener, for any order of events', () => {
  it('never opens a second channel, never waits for nothing, and always stops', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60, size: 'max' }), (events) => {
        let listener = stoppedListener;
        const outside: Outside = {
          channel: false,
          second: false,
          timer: false,
          atGate: false,
          draining: false,
        };
        const play = (event: ListenerEvent): void => {
          if (!isPossible(event, outside)) return;
          if (event.type === 'go') outside.atGate = false;
          if (event.type === 'timer') outside.timer = false;
          if (event.type === 'failed') outside.channel = false;
          if (event.type === 'secondFailed') outside.second = false;
          const step = stepListener(listener, event, 1_000, () => 0.5);
          listener = step.listener;
          for (const effect of step.effects) follow(outside, effect);
          const { state } = listener;
          if (state.name === 'blocked' || (state.name === 'waiting' && state.at === 'timer')) {
            expect(outside.timer).toBe(true);
          }
          if (state.name === 'waiting' && state.at === 'gate') expect(outside.atGate).toBe(true);
          if (state.name === 'connecting') expect(outside.atGate || outside.channel).toBe(true);
          if (state.name === 'online') expect(outside.channel).toBe(true);
          expect(outside.second).toBe(state.name === 'online' && state.replacing);
          if (state.name === 'draining') expect(outside.draining).toBe(true);
        };
        for (const event of events) play(event);
        play({ type: 'stop', sessions: 0, drainUntil: 0 });
        play({ type: 'stop', sessions: 0, drainUntil: 0 });
        expect(listener.state).toEqual({ name: 'stopped' });
        expect(outside).toEqual({
          channel: false,
          second: false,
          timer: false,
          atGate: false,
          draining: false,
        });
      }),
      { numRuns: 2_000 },
    );
  });
});

/** How a simulated attempt goes, and when something wakes the host, milliseconds after it. */
interface Fate {
  readonly opens: boolean;
  readonly error: HcmError;
  readonly again: boolean;
  readonly wakeAfterMs: number | null;
  readonly luck: number;
}

const anyFate: fc.Arbitrary<Fate> = fc.record({
  opens: fc.boolean(),
  error: fc.constantFrom(lost, wrongKey, expired, new HcmError('HCM2025')),
  again: fc.boolean(),
  wakeAfterMs: fc.option(fc.nat(30_000)),
  luck: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

describe('stepListener, whatever fails and wakes it', () => {
  it('makes at most 6 attempts in any 20 s', () => {
    fc.assert(
      fc.property(fc.array(anyFate, { minLength: 10, maxLength: 60, size: 'max' }), (fates) => {
        let now = 0;
        let listener = stoppedListener;
        let dueMs = 0;
        const opened: number[] = [];
        let luck = 0;
        const play = (event: ListenerEvent): void => {
          const step = stepListener(listener, event, now, () => luck);
          listener = step.listener;
          for (const effect of step.effects) {
            if (effect.type === 'openChannel') opened.push(now);
            if (effect.type === 'armTimer') dueMs = now + effect.delayMs;
          }
        };
        play({ type: 'start' });
        for (const fate of fates) {
          luck = fate.luck;
          play({ type: 'go' });
          if (fate.opens) play({ type: 'opened' });
          play(failed(fate.error, fate.again));
          if (listener.state.name === 'connecting') continue;
          if (fate.wakeAfterMs !== null && now + fate.wakeAfterMs < dueMs) {
            now += fate.wakeAfterMs;
            play({ type: 'wake' });
          }
          now = dueMs;
          play({ type: 'timer' });
        }
        for (let index = 0; index + 6 < opened.length; index++) {
          expect(opened[index + 6]! - opened[index]!).toBeGreaterThan(20_000);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
