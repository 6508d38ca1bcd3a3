import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestRelay } from './testing/test-relay.ts';

let test: TestRelay;
beforeEach(async () => {
  test = await TestRelay.start();
});
afterEach(async () => {
  await test.dispose();
});

describe('several listeners', () => {
  it('offers a waiting sender to another listener when the chosen one closes', async () => {
    const first = await test.listener();
    const sender = test.sender();
    await first.nextAccept();
    const second = await test.listener();
    first.socket.terminate();
    second.accept(await second.nextAccept());
    expect((await sender.answer).status).toBe(101);
  });

  it('offers a waiting sender to a listener that comes back', async () => {
    const first = await test.listener();
    const sender = test.sender();
    const old = await first.nextAccept();
    first.socket.close();
    await first.closed;
    const second = await test.listener();
    const accept = await second.nextAccept();
    expect(accept.id).toBe(old.id);
    first.accept(old);
    expect((await sender.answer).status).toBe(101);
    expect((await second.accept(accept).answer).status).toBe(403);
  });

  it('row 31: spreads senders over the listeners', async () => {
    const listeners = [await test.listener({ id: 'one' }), await test.listener({ id: 'two' })];
    const served = [0, 0];
    listeners.forEach(({ socket }, index) => {
      socket.on('message', () => (served[index] = (served[index] ?? 0) + 1));
    });
    Array.from({ length: 40 }, () => test.sender());
    await vi.waitFor(() => expect((served[0] ?? 0) + (served[1] ?? 0)).toBe(40));
    // All 40 with the same one: once in 5 × 10^11 runs.
    expect(Math.min(...served)).toBeGreaterThan(0);
  });
});
