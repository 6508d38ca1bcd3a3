/**
 * Listeners behind their gate on a clock that is moved by hand, with a relay that answers by lot: whatever it answered,
 * once it is good again all are online without a hand, and the attempts until then keep to the plan (5.3).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { HostGate } from './host-gate.ts';
import {
  graceMs,
  stepListener,
  stoppedListener,
  type Listener,
  type ListenerEvent,
} from './listener-machine.ts';

const answers = {
  opens: null,
  hostDown: new HcmError('HCM2002'),
  unavailable: new HcmError('HCM2025'),
  wrongKey: new HcmError('HCM2020'),
} as const;

type Answer = keyof typeof answers;

const lost = new HcmError('HCM2033');

/** One listener with its timers, as the driver would run it. */
class Actor {
  listener: Listener = stoppedListener;
  readonly attempts: number[] = [];
  /** Those that reached the host: the others keep to the gate's schedule. */
  readonly reached: number[] = [];
  #timers: (() => void)[] = [];
  #channelEnds: (() => void) | undefined;

  constructor(
    readonly id: string,
    readonly clock: FakeClock,
    readonly gate: HostGate,
    readonly random: () => number,
    readonly answer: () => { readonly answer: Answer; readonly livesMs: number },
  ) {}

  play(event: ListenerEvent): void {
    const { clock, gate, id } = this;
    const step = stepListener(this.listener, event, clock.now(), this.random);
    this.listener = step.listener;
    for (const effect of step.effects) {
      switch (effect.type) {
        case 'askGate':
          gate.request(id, {
            go: () => this.play({ type: 'go' }),
            wait: (until, cause) => this.play({ type: 'held', until, cause }),
          });
          break;
        case 'leaveGate':
          gate.leave(id);
          break;
        case 'hostReached':
          gate.reached(id);
          break;
        case 'hostFailed':
          gate.failed(id, effect.error);
          break;
        case 'openChannel':
          this.#open();
          break;
        case 'closeChannel':
          this.#channelEnds?.();
          this.#channelEnds = undefined;
          break;
        case 'armTimer':
          this.#timers.push(clock.after(effect.delayMs, () => this.play({ type: 'timer' })));
          break;
        case 'armGrace':
          this.#timers.push(clock.after(graceMs, () => this.play({ type: 'graceOver' })));
          break;
        case 'cancelTimers':
          for (const cancel of this.#timers.splice(0)) cancel();
          break;
        default:
          break;
      }
    }
  }

  #open(): void {
    expect(this.#channelEnds).toBeUndefined();
    this.attempts.push(this.clock.monotonicMs());
    const { answer, livesMs } = this.answer();
    if (answer !== 'hostDown') this.reached.push(this.clock.monotonicMs());
    this.#channelEnds = this.clock.after(5, () => {
      const error = answers[answer];
      if (error !== null) {
        this.#fail(error);
        return;
      }
      this.#channelEnds = this.clock.after(livesMs, () => this.#fail(lost));
      this.play({ type: 'opened' });
    });
  }

  #fail(error: HcmError): void {
    this.#channelEnds = undefined;
    this.play({ type: 'failed', error, again: false });
  }
}

function mostInWindow(times: readonly number[], windowMs: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

const phases = fc.array(
  fc.record({
    answer: fc.constantFrom<Answer>('opens', 'hostDown', 'unavailable', 'wrongKey'),
    livesMs: fc.constantFrom(1, 500, 5_000, 70_000),
    lastsMs: fc.integer({ min: 100, max: 400_000 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const luck = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 });

function world(count: number, fortunes: readonly number[]) {
  const clock = new FakeClock();
  let drawn = 0;
  const random = (): number => fortunes[drawn++ % fortunes.length] ?? 0.5;
  const gate = new HostGate(clock, random);
  const relay: { answer: Answer; livesMs: number } = { answer: 'opens', livesMs: 1_000_000_000 };
  const actors = Array.from(
    { length: count },
    (_, index) => new Actor(`c${index}`, clock, gate, random, () => ({ ...relay })),
  );
  return { clock, relay, actors };
}

describe('listeners at their gate, whatever the relay answers', () => {
  it('are all online again without a hand, and none has bothered a host more than 6 times in any 20 s', () => {
    fc.assert(
      fc.property(phases, luck, fc.integer({ min: 1, max: 6 }), (all, fortunes, count) => {
        const { clock, relay, actors } = world(count, fortunes);
        for (const actor of actors) actor.play({ type: 'start' });
        for (const { answer, livesMs, lastsMs } of all) {
          Object.assign(relay, { answer, livesMs });
          clock.advance(lastsMs);
        }
        Object.assign(relay, { answer: 'opens', livesMs: 1_000_000_000 });
        // The longest wait there is: 5 minutes and a twentieth, and one more loss of a channel from before.
        clock.advance(400_000);
        expect(actors.map(({ listener }) => listener.state.name)).toEqual(actors.map(() => 'online'));
        for (const { reached } of actors) expect(mostInWindow(reached, 20_000)).toBeLessThanOrEqual(6);
      }),
      { numRuns: 200 },
    );
  });

  it('make one attempt in the first minute after a refusal, then one every 5 minutes', () => {
    fc.assert(
      fc.property(luck, (fortunes) => {
        const { clock, relay, actors } = world(1, fortunes);
        relay.answer = 'wrongKey';
        const [actor] = actors;
        actor!.play({ type: 'start' });
        clock.advance(60_000);
        expect(actor!.attempts).toHaveLength(2);
        clock.advance(60 * 60_000);
        const waits = actor!.attempts.slice(1).map((at, index, from) => (from[index + 1] ?? Infinity) - at);
        for (const wait of waits.slice(0, -1)) {
          expect(wait).toBeGreaterThanOrEqual(5 * 60_000);
          expect(wait).toBeLessThanOrEqual(5.5 * 60_000);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('make at most 6 attempts together in the first 20 s of an unreachable host, then one every 3 s at the most', () => {
    fc.assert(
      fc.property(luck, fc.integer({ min: 1, max: 50 }), (fortunes, count) => {
        const { clock, relay, actors } = world(count, fortunes);
        relay.answer = 'hostDown';
        for (const actor of actors) actor.play({ type: 'start' });
        clock.advance(20_000);
        const attempts = (): number => actors.reduce((sum, one) => sum + one.attempts.length, 0);
        const early = attempts();
        expect(early).toBeLessThanOrEqual(6);
        clock.advance(60_000);
        expect(attempts() - early).toBeLessThanOrEqual(22);
        expect(attempts() - early).toBeGreaterThanOrEqual(15);
      }),
      { numRuns: 50 },
    );
  });
});
