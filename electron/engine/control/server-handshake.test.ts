import { afterEach, describe, expect, it } from 'vitest';
import { contractVersion } from '../../contract/api.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { proofTimeoutMs } from './client-session.ts';
import { createNonce } from './handshake.ts';
import { maxClients } from './seat.ts';
import { ControlSetup, proveLine, type RawClient } from './testing/control-setup.ts';
import type { Hello } from './wire.ts';

const setup = new ControlSetup();

afterEach(() => setup.cleanUp());

async function ask(client: RawClient, line: unknown): Promise<unknown> {
  client.write(line);
  return client.next();
}

describe('serveControl: the handshake', () => {
  it('greets, and answers nothing before the proof', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.raw(folder);
    const greeting = (await client.next()) as { hello: Hello };
    const { nonce } = greeting.hello;
    expect(nonce).toMatch(/^[\w-]{43}$/u);
    const { instance } = served.claim;
    expect(greeting).toEqual({
      hello: { contractVersion, version: '1.2.3', nonce, instance, state: 'serving' },
    });
    expect(await ask(client, { id: 1, call: 'settings.get', input: {} })).toEqual({
      refused: { code: 'HCM5006' },
    });
    expect(await client.next()).toBe('closed');
    expect(served.asked).toEqual([]);
  });

  it('refuses a wrong proof, and one for another connection', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const [first, second] = [await setup.raw(folder), await setup.raw(folder)];
    const hellos = [(await first.next()) as { hello: Hello }, (await second.next()) as { hello: Hello }];
    expect(hellos[0]!.hello.nonce).not.toBe(hellos[1]!.hello.nonce);
    expect(await ask(first, proveLine(hellos[1]!, served.token))).toEqual({ refused: { code: 'HCM5004' } });
    expect(await ask(second, proveLine(hellos[1]!, Buffer.alloc(32)))).toEqual({
      refused: { code: 'HCM5004' },
    });
    expect(await first.next()).toBe('closed');
    expect(await second.next()).toBe('closed');
    expect(served.logged.map(({ fields }) => fields)).toEqual([
      { code: 'HCM5004', reason: 'wrong-proof' },
      { code: 'HCM5004', reason: 'wrong-proof' },
    ]);
  });

  it('names both versions to its log when a client speaks another contract', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.raw(folder);
    await client.next();
    expect(await ask(client, { prove: { contractVersion: 99, in: 'another', way: true } })).toEqual({
      refused: { code: 'HCM5003' },
    });
    expect(served.logged[0]?.fields).toEqual({
      code: 'HCM5003',
      hostVersion: contractVersion,
      clientVersion: 99,
    });
  });

  it('drops who does not prove itself in time, and nobody who did', async () => {
    const folder = await setup.folder();
    const clock = new FakeClock();
    const served = await setup.serve(folder, { clock });
    const proved = await setup.proved(folder, served.token);
    const silent = await setup.raw(folder);
    await silent.next();
    clock.advance(proofTimeoutMs - 1);
    expect(served.server.clients).toBe(2);
    clock.advance(1);
    expect(await silent.next()).toBe('closed');
    expect(served.server.clients).toBe(1);
    clock.advance(60 * 60_000);
    expect(await ask(proved, { id: 1, call: 'settings.get', input: {} })).toMatchObject({ id: 1, ok: true });
  });

  it.each([
    ['garbage', 'GET / HTTP/1.1\r\n\r\n'],
    ['an endless line', 'x'.repeat(5_000)],
    [
      'a proof with a field too many',
      { prove: { contractVersion, nonce: createNonce(), proof: '', more: 1 } },
    ],
  ])('closes on %s instead of a proof', async (_, line) => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.raw(folder);
    await client.next();
    client.write(line);
    await expect.poll(() => served.server.clients).toBe(0);
    expect(served.logged.map(({ fields }) => fields['code'])).toEqual(['HCM5006']);
  });

  it(`takes ${maxClients} clients at a time`, async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const clients: RawClient[] = [];
    for (let count = 0; count < maxClients; count += 1)
      clients.push(await setup.proved(folder, served.token));
    const oneTooMany = await setup.raw(folder);
    expect(await oneTooMany.next()).toBe('closed');
    clients[0]!.socket.destroy();
    await expect.poll(() => served.server.clients).toBe(maxClients - 1);
    expect(
      await ask(await setup.proved(folder, served.token), { id: 1, call: 'settings.get', input: {} }),
    ).toMatchObject({ ok: true });
  });
});
