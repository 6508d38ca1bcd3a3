import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EntraCheck, EntraQuestion } from './entra-check.ts';
import type { LocalRelayOptions } from './server.ts';
import { TestRelay } from './testing/test-relay.ts';

const token = 'eyJhbGciOiJub25lIn0.eyJvaWQiOiJhZGEifQ.c2ln';
let test: TestRelay;
let nowMs: number;
let asked: EntraQuestion[];

async function start(
  answer: EntraCheck | undefined,
  limits: LocalRelayOptions['limits'] = {},
): Promise<void> {
  nowMs = Date.now();
  asked = [];
  const entra: EntraCheck = (question) => {
    asked.push(question);
    return answer?.(question) ?? { ok: false, status: 401, text: 'never' };
  };
  test = await TestRelay.start({
    now: () => nowMs,
    limits,
    ...(answer === undefined ? {} : { entra }),
  });
}
afterEach(() => test.dispose());

const goodFor =
  (lifeMs: number): EntraCheck =>
  () => ({ ok: true, expiresAtMs: nowMs + lifeMs });

async function dialListen(): Promise<{ readonly status: number; readonly reason: string }> {
  const headerLines = [`ServiceBusAuthorization: ${token}`];
  return test.peer({ url: `${test.base}$hc/hc1/sub?sb-hc-action=listen`, headerLines }).answer;
}

describe('tokens of Entra', () => {
  it('are nothing to a relay that knows nobody who reads them', async () => {
    await start(undefined);
    expect((await dialListen()).status).toBe(401);
  });

  it('are read by the one who can, for the entity and the right that it takes', async () => {
    await start(goodFor(60_000));
    expect((await dialListen()).status).toBe(101);
    expect(asked).toEqual([expect.objectContaining({ token, right: 'Listen', entity: 'hc1' })]);
  });

  it('leave those of keys as they are', async () => {
    await start(() => ({ ok: false, status: 403, text: 'no' }));
    await test.listener();
    expect(asked).toEqual([]);
  });

  it('are refused in the reader’s words', async () => {
    await start(() => ({ ok: false, status: 403, text: 'Authorization failed for ada.' }));
    expect(await dialListen()).toMatchObject({
      status: 403,
      reason: expect.stringContaining('Authorization failed for ada') as string,
    });
  });

  it('count as long as they say and the grace, and go on when renewed', async () => {
    await start(goodFor(60_000), { tokenGraceMs: 10_000 });
    const listener = await test.listener({ token });
    nowMs += 50_000;
    listener.socket.send(JSON.stringify({ renewToken: { token } }));
    await vi.waitFor(() => expect(test.events.at(-1)?.type).toBe('token-renewed'));
    nowMs += 71_000;
    expect(await listener.closed).toMatchObject({
      code: 1008,
      reason: expect.stringContaining('expired') as string,
    });
  });

  it('that have run out open nothing', async () => {
    await start(goodFor(-1_000), { tokenGraceMs: 1_000 });
    expect((await dialListen()).status).toBe(401);
  });
});
