import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { EndpointWatch } from './endpoint-watch.ts';

function world(idleCheckMs = 900_000) {
  const clock = new FakeClock();
  const state: { failure: HcmError | undefined; checks: number } = { failure: undefined, checks: 0 };
  const watch = new EndpointWatch({
    clock,
    random: () => 0.5,
    probe: () => {
      state.checks++;
      return state.failure
        ? Promise.reject(state.failure)
        : Promise.resolve({ dialMs: 4, address: '10.0.0.1' });
    },
    idleCheckMs: () => idleCheckMs,
    onChange: () => undefined,
  });
  /** Lets time pass in steps, with the answers of checks between them. */
  async function pass(totalMs: number, stepMs = 1_000): Promise<void> {
    for (let passed = 0; passed < totalMs; passed += stepMs) {
      clock.advance(stepMs);
      await Promise.resolve();
      await Promise.resolve();
    }
  }
  return { clock, state, watch, pass };
}

const refused = new HcmError('HCM3102', { host: 'db', port: 1433 });

describe('EndpointWatch', () => {
  it('is not checked, then checking, then reachable', async () => {
    const { watch, pass } = world();
    expect(watch.leg.status).toBe('notChecked');
    watch.start();
    expect(watch.leg.status).toBe('checking');
    await pass(1);
    expect(watch.leg).toMatchObject({ status: 'reachable', dialMs: 4, problem: null });
  });

  it('says why it is unreachable, and checks again until it is there', async () => {
    const { watch, state, pass } = world();
    state.failure = refused;
    watch.start();
    await pass(1);
    expect(watch.leg).toMatchObject({ status: 'unreachable', problem: { code: 'HCM3102' } });
    await pass(300_000);
    expect(state.checks).toBeGreaterThan(5);
    expect(state.checks).toBeLessThan(13);
    state.failure = undefined;
    await pass(70_000);
    expect(watch.leg.status).toBe('reachable');
  });

  it('believes sessions at once', async () => {
    const { watch, pass } = world();
    watch.start();
    await pass(1);
    watch.sessionFailed(refused);
    expect(watch.leg.status).toBe('unreachable');
    watch.sessionReached({ dialMs: 7, address: '10.0.0.2' });
    expect(watch.leg).toMatchObject({ status: 'reachable', dialMs: 7, address: '10.0.0.2' });
  });

  it('never makes 100 checks in a row without a session, whatever time passes', async () => {
    const { watch, state, pass } = world(60_000);
    watch.start();
    await pass(200 * 60_000, 30_000);
    expect(state.checks).toBe(51);
    watch.sessionReached({ dialMs: 3, address: null });
    await pass(10 * 60_000, 30_000);
    expect(state.checks).toBeGreaterThan(55);
  });

  it('can be told not to check at all once it was reached', async () => {
    const { watch, state, pass } = world(0);
    watch.start();
    await pass(10_000_000, 100_000);
    expect(state.checks).toBe(1);
  });

  it('leaves no timer behind', async () => {
    const { watch, clock, pass } = world();
    watch.start();
    await pass(1);
    watch.stop();
    expect(clock.pending).toBe(0);
    expect(watch.leg.status).toBe('notChecked');
  });
});
