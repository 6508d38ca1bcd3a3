import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { HostGate } from './host-gate.ts';

const down = new HcmError('HCM2002', { host: 'relay' });

/** Connections that ask the gate again after each failure, and a host that is up or down. */
function world(random = () => 0.5) {
  const clock = new FakeClock();
  const gate = new HostGate(clock, random);
  const attempts: { readonly id: string; readonly at: number }[] = [];
  const waits = new Map<string, number>();
  const online = new Map<string, number>();
  const state = { up: false };
  function ask(id: string): void {
    gate.request(id, {
      go: () => {
        attempts.push({ id, at: clock.monotonicMs() });
        clock.after(1, () => {
          if (state.up) {
            online.set(id, clock.monotonicMs());
            gate.reached(id);
          } else {
            gate.failed(id, down);
            ask(id);
          }
        });
      },
      wait: (untilMs) => waits.set(id, untilMs),
    });
  }
  return { clock, gate, attempts, waits, online, state, ask };
}

describe('HostGate', () => {
  it('lets one probe and the rest wait, at most 6 attempts in the first 20 s, then one every 3 s', () => {
    for (const luck of [0, 0.5, 0.999]) {
      const { clock, attempts, ask } = world(() => luck);
      for (let index = 0; index < 200; index++) ask(`c${index}`);
      clock.advance(20_000);
      expect(attempts.length).toBeLessThanOrEqual(6);
      expect(attempts.length).toBeGreaterThanOrEqual(5);
      const before = attempts.length;
      clock.advance(60_000);
      const later = attempts.length - before;
      expect(later).toBeGreaterThanOrEqual(19);
      expect(later).toBeLessThanOrEqual(22);
    }
  });

  it('lets all through within 1.5 s of the first success, spread out', () => {
    let seed = 1;
    const { clock, ask, state, online, attempts } = world(
      () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
    );
    for (let index = 0; index < 200; index++) ask(`c${index}`);
    clock.advance(120_000);
    state.up = true;
    const back = clock.monotonicMs();
    clock.advance(5_000);
    expect(online.size).toBe(200);
    expect(attempts.filter(({ at }) => at >= back)).toHaveLength(200);
    const times = [...online.values()].map((at) => at - back);
    expect(Math.max(...times)).toBeLessThanOrEqual(3_000 + 1_500 + 2);
    const first = Math.min(...times);
    const inSameTenth = times.filter((at) => at - first < 150).length;
    expect(inSameTenth).toBeLessThan(60);
  });

  it('says when the next probe is', () => {
    const { clock, ask, waits } = world();
    ask('a');
    ask('b');
    clock.advance(10);
    expect(waits.get('b')).toBeGreaterThan(clock.now());
    expect(waits.get('b')).toBeLessThanOrEqual(clock.now() + 2_000);
  });

  it('takes turns, so that one connection’s own trouble does not hold up the others', () => {
    const clock = new FakeClock();
    const gate = new HostGate(clock, () => 0.5);
    const online = new Set<string>();
    const ask = (id: string): void =>
      gate.request(id, {
        go: () =>
          void clock.after(1, () => {
            if (id === 'bad') {
              gate.failed(id, down);
              ask(id);
            } else {
              online.add(id);
              gate.reached(id);
            }
          }),
        wait: () => undefined,
      });
    ask('bad');
    ask('good1');
    ask('good2');
    clock.advance(10_000);
    expect(online).toEqual(new Set(['good1', 'good2']));
  });

  it('goes on with another prober when the one that probes leaves', () => {
    const clock = new FakeClock();
    const gate = new HostGate(clock, () => 0.5);
    const went: string[] = [];
    for (const id of ['a', 'b']) gate.request(id, { go: () => went.push(id), wait: () => undefined });
    expect(went).toEqual(['a']);
    gate.leave('a');
    expect(went).toEqual(['a', 'b']);
    gate.leave('b');
    expect(gate.isIdle).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('lets one probe again when an open channel was lost, and the rest when that gets through', () => {
    const { clock, gate, attempts, ask, state, online } = world();
    state.up = true;
    for (const id of ['a', 'b', 'c']) ask(id);
    clock.advance(5_000);
    expect(online.size).toBe(3);
    const before = attempts.length;
    gate.doubt();
    for (const id of ['a', 'b', 'c']) ask(id);
    expect(attempts.length).toBe(before + 1);
    clock.advance(2_000);
    expect(attempts.length).toBe(before + 3);
    state.up = false;
    gate.doubt();
    for (const id of ['a', 'b', 'c']) ask(id);
    clock.advance(1_500);
    expect(attempts.length).toBe(before + 4);
  });

  it('probes at once on "retry now" and starts its schedule again', () => {
    const { clock, gate, attempts, ask } = world();
    ask('a');
    clock.advance(30_000);
    const before = attempts.length;
    gate.retryNow();
    expect(attempts.length).toBe(before + 1);
  });

  it('leaves no timer behind when everybody has left', () => {
    const { clock, gate, ask } = world();
    ask('a');
    clock.advance(5_000);
    gate.leave('a');
    clock.advance(10_000);
    expect(clock.pending).toBe(0);
  });
});
