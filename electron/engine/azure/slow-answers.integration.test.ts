/** Answers that don't come: every question ends in time, and rows don't wait for what is only nice to know. */
import { setMaxListeners } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Disposer } from '../clock.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { dialWith } from '../inspect/inspect-connection.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import { createTrust } from '../net/trust.ts';
import { mayDialByDefault } from '../policy/may-dial.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { ArmClient } from './arm-client.ts';
import { Browsing } from './browsing.ts';
import { CloudServer } from './testing/cloud-server.ts';
import { readUsage } from './usage.ts';

const subscriptionId = 'cccccccc-0000-4000-8000-000000000001';

/** Keeps the delays of all timers, so that a test knows when one began. */
class NotingClock extends FakeClock {
  readonly delaysMs: number[] = [];

  override after(delayMs: number, action: () => void): Disposer {
    this.delaysMs.push(delayMs);
    return super.after(delayMs, action);
  }
}

let server: CloudServer;
let clock: NotingClock;
let arm: ArmClient;
let closed: AbortController;

beforeAll(async () => {
  server = await CloudServer.start();
});

afterAll(() => server.stop());

beforeEach(() => {
  clock = new NotingClock();
  closed = new AbortController();
  setMaxListeners(0, closed.signal);
  const trust = createTrust({ platform: process.platform, extraCaPem: server.certificates.caPem });
  const addresses = { authority: server.authority, authorityHosts: [], arm: server.arm };
  arm = new ArmClient({
    clock,
    dial: dialWith({ dialer: new RelayDialer(), trust }, null),
    cloud: { name: 'custom', relaySuffix: 'localhost', ...addresses },
    userAgent: 'hcm-test',
    token: () => Promise.resolve('a-token'),
    few: new FewAtOnce({ running: 6, waiting: 10 }),
    signal: closed.signal,
  });
});

/** A path that is never answered, and who tells when it is asked for. */
function held(): { readonly asked: () => Promise<void>; readonly hold: () => Promise<never> } {
  let tell: () => void = () => undefined;
  let next = new Promise<void>((resolve) => (tell = resolve));
  return {
    asked: async () => {
      await next;
      next = new Promise((resolve) => (tell = resolve));
    },
    hold: () => {
      tell();
      return new Promise<never>(() => undefined);
    },
  };
}

it('a question that nobody answers is asked three times and ends with its code', async () => {
  const silent = held();
  server.onArm = silent.hold;
  const question = { path: '/thing', apiVersion: '2022-12-01', name: 'thing', answer: z.unknown() };
  const ended = expect(arm.ask(question)).rejects.toMatchObject({
    code: 'HCM6013',
    details: { host: 'localhost' },
  });
  for (const backOffMs of [500, 1000, 0]) {
    await silent.asked();
    clock.advance(30_000);
    // The failure travels through the promises before somebody waits for the next try.
    while (backOffMs > 0 && clock.pending === 0) await new Promise((resolve) => setImmediate(resolve));
    clock.advance(backOffMs);
  }
  await ended;
  expect(clock.pending).toBe(0);
});

it('rows wait three seconds at most for what the account may do, and then say nothing of it', async () => {
  const silent = held();
  const id = `/subscriptions/${subscriptionId}/resourceGroups/relays/providers/Microsoft.Relay/namespaces/west`;
  const userMetadata = '[{"key":"endpoint","value":"sql01:1433"}]';
  server.onArm = ({ path }) => {
    if (path.includes('Microsoft.Authorization')) return silent.hold();
    const isConnections = path.includes('hybridConnections');
    const connection = { id: `${id}/hybridConnections/sql`, name: 'sql', properties: { userMetadata } };
    return { body: { value: [isConnections ? connection : { id, name: 'west' }] } };
  };
  const browsing = new Browsing({
    arm,
    clock,
    subscriptionId,
    mayDial: mayDialByDefault,
    signal: closed.signal,
    existingId: () => null,
    onIdle: () => undefined,
  });
  const reading = browsing.read(0);
  await silent.asked();
  // The wait begins when the rows are there.
  while (!clock.delaysMs.includes(3_000)) await new Promise((resolve) => setImmediate(resolve));
  clock.advance(3_000);
  const { connections } = await reading;
  expect(connections).toMatchObject([{ name: 'sql', obstacle: null }]);
  browsing.close();
  closed.abort(new Error('the test is over'));
});

it('apps are looked for as long as somebody waits, and what was found stays', async () => {
  const id = `/subscriptions/${subscriptionId}/resourceGroups/web/providers/Microsoft.Web/serverfarms`;
  const asked: string[] = [];
  server.onArm = ({ path }) => {
    if (!path.includes('hybridConnectionRelays')) {
      const names = ['one', 'two', 'three', 'four'];
      const plans = names.map((name) => ({ id: `${id}/${name}`, name, sku: { tier: 'Standard' } }));
      return { body: { value: path.includes('/serverfarms?') ? plans : [] } };
    }
    asked.push(path);
    if (asked.length === 1) clock.advance(5_001);
    return { body: { value: [] } };
  };
  const usage = await readUsage({ arm, clock, subscriptionId, signal: closed.signal, forMs: 5_000 });
  expect(usage).toMatchObject({ state: 'read', problem: { code: 'HCM6031' } });
  expect(asked).toHaveLength(2);
});
