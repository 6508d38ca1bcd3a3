import { afterEach, describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../contract/api.ts';
import { systemClock } from '../clock.ts';
import { maxCallsUnderWay } from './client-session.ts';
import { maxUnreadBytes } from './line-channel.ts';
import { readGreeting } from './read-greeting.ts';
import { ControlSetup, type RawClient } from './testing/control-setup.ts';
import { maxLineBytes } from './wire.ts';

const setup = new ControlSetup();
const id = '6f2f2b8e-3c1c-4a4e-9c39-3f6a1a1f0c11';

afterEach(() => setup.cleanUp());

async function ask(client: RawClient, line: unknown): Promise<unknown> {
  client.write(line);
  return client.next();
}

describe('serveControl: calls', () => {
  it.each([
    ['an unknown call', 'engine.explode', {}, { call: 'engine.explode', reason: 'unknown-call' }],
    ['a name of Object', 'toString', {}, { call: 'toString', reason: 'unknown-call' }],
    [
      'input that is missing',
      'settings.get',
      undefined,
      { call: 'settings.get', path: '', reason: 'invalid_type' },
    ],
    [
      'a field too many',
      'settings.get',
      { more: 1 },
      { call: 'settings.get', path: '', reason: 'unrecognized_keys' },
    ],
    [
      'a field outside its limits',
      'settings.set',
      { drainSeconds: -1 },
      { call: 'settings.set', path: 'drainSeconds', reason: 'too_small' },
    ],
  ])('refuses %s and lives on', async (_, call, input, details) => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    expect(await ask(client, { id: 5, call, input })).toEqual({
      id: 5,
      ok: false,
      error: { code: 'HCM5006', details },
    });
    expect(await ask(client, { id: 6, call: 'settings.get', input: {} })).toMatchObject({ id: 6, ok: true });
    expect(served.asked).toEqual(['settings.get']);
  });

  it('hands an expected failure on, and makes HCM9001 of a bug without its message', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    expect(await ask(client, { id: 1, call: 'connections.start', input: { id } })).toEqual({
      id: 1,
      ok: false,
      error: { code: 'HCM1041', details: { id } },
    });
    expect(await ask(client, { id: 2, call: 'connections.stop', input: { id } })).toEqual({
      id: 2,
      ok: false,
      error: { code: 'HCM9001', details: { reason: 'TypeError' } },
    });
    expect(served.logged).toHaveLength(1);
    expect(served.logged[0]?.fields).toMatchObject({ call: 'connections.stop', reason: 'TypeError' });
    expect(JSON.stringify(served.logged)).toContain('test-host.ts');
    expect(JSON.stringify(served.logged)).not.toContain('verysecret');
  });

  it('answers in the order in which the host is done', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    client.write({ id: 1, call: 'connections.retryNow', input: { id } });
    expect(await ask(client, { id: 2, call: 'settings.get', input: {} })).toMatchObject({ id: 2 });
    served.answerRetries();
    expect(await client.next()).toEqual({ id: 1, ok: true, output: {} });
  });

  it('checks outputs where it is told to', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder, { checkOutputs: true });
    const client = await setup.proved(folder, served.token);
    expect(await ask(client, { id: 1, call: 'sessions.list', input: {} })).toMatchObject({
      error: { code: 'HCM9001', details: { reason: 'ZodError' } },
    });
  });

  it('says so when an answer is too long for a line', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    expect(
      await ask(client, { id: 1, call: 'connections.add', input: { connectionString: 'x' } }),
    ).toMatchObject({
      error: { code: 'HCM9001', details: { reason: 'answer-too-long' } },
    });
  });

  it(`has ${maxCallsUnderWay} calls of one client under way at most, and takes the rest later`, async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    const other = await setup.proved(folder, served.token);
    const total = maxCallsUnderWay * 2 + 10;
    for (let call = 0; call < total; call += 1) {
      client.write({ id: call, call: 'connections.retryNow', input: { id } });
    }
    await expect.poll(() => served.asked.length).toBe(maxCallsUnderWay);
    // Nothing more is taken while others are served.
    expect(await ask(other, { id: 1, call: 'settings.get', input: {} })).toMatchObject({ ok: true });
    expect(served.asked.filter((name) => name === 'connections.retryNow')).toHaveLength(maxCallsUnderWay);
    const answered = new Set<number>();
    while (answered.size < total) {
      served.answerRetries();
      answered.add(((await client.next()) as { id: number }).id);
    }
  });

  it.each(['admin', 'viewer'] as const)(
    'takes no more calls of a client that doesn’t read its answers, and all of them later: %s',
    async (role) => {
      const folder = await setup.folder();
      const served = await setup.serve(folder, { role });
      const client = await setup.proved(folder, served.token);
      client.socket.pause();
      const [total, limit] = [40, 500];
      expect(total * limit * 1000).toBeGreaterThan(maxUnreadBytes);
      for (let call = 0; call < total; call += 1) {
        client.write({ id: call, call: 'log.tail', input: { limit } });
        // Each on its own, so that the host could take the next one while the answer before waits.
        await new Promise((resolve) => setImmediate(resolve));
      }
      client.socket.resume();
      const answered = new Set<number>();
      while (answered.size < total) answered.add(((await client.next()) as { id: number }).id);
      expect(served.server.clients).toBe(1);
    },
  );

  it('begins one call in each turn of the event loop, whoever asks', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    const total = 50;
    let turns = 0;
    let isDone = false;
    const count = (): void => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    count();
    const call = (number: number): string => JSON.stringify({ id: number, call: 'settings.get', input: {} });
    client.write(`${Array.from({ length: total }, (_, number) => call(number)).join('\n')}\n`);
    for (let answers = 0; answers < total; answers += 1) await client.next();
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(total);
  });

  it.each([
    ['a line that is no JSON', 'nonsense\n', 'HCM5006'],
    ['a line without an end', 'x'.repeat(maxLineBytes + 1), 'HCM5006'],
    ['an object that is no request', '{"id":1}\n', 'HCM5006'],
    ['a subscription that is no yes or no', '{"subscribe":1}\n', 'HCM5006'],
  ])('closes on %s; others live on', async (_, line, code) => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const [client, other] = [
      await setup.proved(folder, served.token),
      await setup.proved(folder, served.token),
    ];
    client.write(line);
    await expect.poll(() => served.server.clients).toBe(1);
    expect(served.logged.map(({ fields }) => fields['code'])).toEqual([code]);
    expect(await ask(other, { id: 1, call: 'settings.get', input: {} })).toMatchObject({ ok: true });
  });
});

describe('serveControl: events', () => {
  it('streams to who subscribed, once, until that one leaves', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const [client, other] = [
      await setup.proved(folder, served.token),
      await setup.proved(folder, served.token),
    ];
    client.write({ subscribe: true });
    client.write({ subscribe: true });
    expect(await ask(client, { id: 1, call: 'settings.get', input: {} })).toMatchObject({ id: 1 });
    served.emit(patch(3));
    expect(await client.next()).toEqual({ event: 'connections.patch', payload: patch(3).payload });
    expect(await ask(client, { id: 2, call: 'settings.get', input: {} })).toMatchObject({ id: 2 });
    expect(await ask(other, { id: 3, call: 'settings.get', input: {} })).toMatchObject({ id: 3 });
    client.write({ subscribe: false });
    await expect.poll(() => served.listeners.size).toBe(0);
    client.write({ subscribe: true });
    await expect.poll(() => served.listeners.size).toBe(1);
    client.socket.destroy();
    await expect.poll(() => served.listeners.size).toBe(0);
  });

  it('drops a client that does not read, and makes nobody else wait', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const lazy = await setup.proved(folder, served.token);
    const eager = await setup.connect(folder);
    let heard = 0;
    eager.subscribe(() => (heard += 1));
    lazy.write({ subscribe: true });
    await expect.poll(() => served.listeners.size).toBe(2);
    lazy.socket.pause();

    const large = patch(0, 64 * 1024);
    const bytes = JSON.stringify(large).length;
    let sent = 0;
    // The eager one reads between two events; the lazy one's share piles up.
    while (served.listeners.size === 2) {
      served.emit(large);
      sent += 1;
      expect(sent * bytes).toBeLessThan(maxUnreadBytes + 4 * 1024 * 1024);
      await expect.poll(() => heard, { interval: 1 }).toBe(sent);
    }
    expect(sent * bytes).toBeGreaterThan(maxUnreadBytes);
    expect(served.logged.map(({ fields }) => fields)).toContainEqual({ code: 'HCM5005', reason: 'unread' });
    expect(await eager.call('settings.get', {})).toBeDefined();
  });

  it('drops a client that can not be told an event', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    client.write({ subscribe: true });
    await expect.poll(() => served.listeners.size).toBe(1);
    served.emit(patch(1, maxLineBytes));
    expect(await client.next()).toBe('closed');
    await expect.poll(() => served.logged[0]?.fields).toEqual({ code: 'HCM9001', reason: 'event-too-long' });
  });
});

describe('serveControl: the end', () => {
  it('answers what is under way, takes nothing more, and is busy from then on', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    client.write({ id: 1, call: 'connections.retryNow', input: { id } });
    await expect.poll(() => served.asked.length).toBe(1);
    const closed = served.server.close();
    client.write({ id: 2, call: 'settings.get', input: {} });
    served.answerRetries();
    expect(await client.next()).toMatchObject({ id: 1, ok: true });
    expect(await client.next()).toBe('closed');
    await closed;
    expect(served.asked).toEqual(['connections.retryNow']);
    expect(await readGreeting(setup.path(folder), systemClock, 1_000)).toMatchObject({ state: 'busy' });
  });

  it('is bounded, whatever clients and calls do', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const stuck = await setup.proved(folder, served.token);
    const unproved = await setup.raw(folder);
    await unproved.next();
    stuck.write({ id: 1, call: 'connections.restart', input: { id } });
    await expect.poll(() => served.asked.length).toBe(1);
    const startedMs = performance.now();
    await Promise.all([served.server.close(), served.server.close()]);
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    expect(served.server.clients).toBe(0);
    expect(await stuck.next()).toBe('closed');
  });

  it('leaves no socket when the claim is released under it', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const client = await setup.proved(folder, served.token);
    client.write({ subscribe: true });
    await expect.poll(() => served.listeners.size).toBe(1);
    await served.claim.release();
    expect(await client.next()).toBe('closed');
    await expect.poll(() => served.listeners.size).toBe(0);
    await served.server.close();
  });
});

function patch(sequence: number, bytes = 0): ContractEvent {
  const removed = Array.from({ length: Math.ceil(bytes / id.length) }, () => id);
  return { name: 'connections.patch', payload: { sequence, changed: [], removed } };
}
