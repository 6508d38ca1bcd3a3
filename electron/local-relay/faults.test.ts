import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEntity } from './entities.ts';
import { applyFault, parseFaultLine } from './fault-commands.ts';
import type { FaultResult } from './fault-commands.ts';
import { TestRelay } from './testing/test-relay.ts';

let test: TestRelay;
beforeEach(async () => {
  test = await TestRelay.start({ limits: { acceptWindowMs: 400 } });
});
afterEach(async () => {
  await test.dispose();
});

/** As `hcm relay --faults -` does it: a line in, a result out. */
async function inject(line: object): Promise<FaultResult> {
  const parsed = parseFaultLine(JSON.stringify(line));
  if (!parsed.ok) throw new Error(parsed.problem);
  return applyFault(test.relay, parsed.command);
}

async function dialListen(token = test.listenToken()) {
  const headerLines = [`ServiceBusAuthorization: ${token}`];
  return test.peer({ url: `${test.base}$hc/hc1?sb-hc-action=listen`, headerLines }).answer;
}

describe('row 32: faults that hit at once', () => {
  it('kick: closes with the code and reason that are asked for, the 24-hour drop by default', async () => {
    const first = await test.listener();
    expect(await inject({ fault: 'kick', entity: 'hc1' })).toEqual({ fault: 'kick', affected: 1 });
    expect(await first.closed).toEqual({ code: 1011, reason: 'InternalServerError: NameRenewalFailed' });
    const second = await test.listener();
    await inject({ fault: 'kick', entity: 'HC1', code: 1001, reason: 'gone' });
    expect(await second.closed).toEqual({ code: 1001, reason: 'gone' });
  });

  it('keys and endpoint: what an administrator changes in Azure, what isn’t named stays', async () => {
    const [before] = test.relay.entity('hc1')?.rules ?? [];
    const line = { entity: 'hc1', rule: before?.name, secondaryKey: 'another' };
    expect(await inject({ fault: 'keys', ...line })).toEqual({ fault: 'keys', affected: 1 });
    expect(test.relay.entity('hc1')?.rules[0]).toEqual({ ...before, secondaryKey: 'another' });
    expect((await inject({ fault: 'endpoint', entity: 'hc1', endpoint: 'sql02:1433' })).affected).toBe(1);
    expect(test.relay.entity('hc1')?.userMetadata).toBe('[{"key":"endpoint","value":"sql02:1433"}]');
    expect((await inject({ fault: 'endpoint', entity: 'nobody', endpoint: 'a:1' })).affected).toBe(0);
    // A slip of the pen isn't told as a change.
    expect((await inject({ fault: 'keys', entity: 'hc1', rule: 'nobody', primaryKey: 'x' })).affected).toBe(
      0,
    );
  });

  it('without an entity they hit all, with one only that', async () => {
    const other = createEntity('other');
    test.relay.addEntity(other);
    await test.listener();
    const spared = await test.listener({ entity: other });
    expect((await inject({ fault: 'drop-control', entity: 'hc1' })).affected).toBe(1);
    expect(spared.socket.readyState).toBe(spared.socket.OPEN);
    await vi.waitFor(() => expect(test.relay.listenerCount('hc1')).toBe(0));
    await test.listener();
    expect((await inject({ fault: 'drop-control' })).affected).toBe(2);
  });

  it('drop-control: a TCP reset, no Close frame', async () => {
    const listener = test.peer({
      url: `${test.base}$hc/hc1?sb-hc-action=listen`,
      headerLines: [`ServiceBusAuthorization: ${test.listenToken()}`],
    });
    await listener.answer;
    await inject({ fault: 'drop-control' });
    expect(await listener.ended).toBe('reset');
    await vi.waitFor(() => expect(test.events.at(-1)).toMatchObject({ type: 'listener-closed', code: 1006 }));
  });

  it('silence: no Pong, no accept, no end, while it still counts as connected; new listeners are served', async () => {
    const silent = await test.listener();
    await inject({ fault: 'silence' });
    let heard = 0;
    for (const event of ['pong', 'message', 'close'] as const) silent.socket.on(event, () => (heard += 1));
    silent.socket.ping();
    const sender = test.sender();
    expect((await sender.answer).status).toBe(504);
    expect(heard).toBe(0);
    expect(test.relay.listenerCount('hc1')).toBe(1);
    const fresh = await test.listener();
    fresh.socket.ping();
    await once(fresh.socket, 'pong');
    expect((await inject({ fault: 'drop-control' })).affected).toBe(2);
    await vi.waitFor(() => expect(test.relay.listenerCount('hc1')).toBe(0));
  });

  it('silence: a listener that goes away is noticed, whatever it said last', async () => {
    const silent = await test.listener();
    await inject({ fault: 'silence' });
    await new Promise<void>((resolve) => silent.socket.ping('', undefined, () => resolve()));
    silent.socket.terminate();
    await vi.waitFor(() => expect(test.relay.listenerCount('hc1')).toBe(0));
    expect(test.events.at(-1)).toMatchObject({ type: 'listener-closed', code: 1006 });
  });

  it('forget: the channel lives and answers, but counts no more and hears of no sender; new ones do', async () => {
    const zombie = await test.listener();
    expect((await inject({ fault: 'forget', entity: 'hc1' })).affected).toBe(1);
    expect(test.relay.listenerCount('hc1')).toBe(0);
    expect((await test.sender().answer).status).toBe(404);
    zombie.socket.ping();
    await once(zombie.socket, 'pong');
    expect((await inject({ fault: 'kick' })).affected).toBe(0);
    const fresh = await test.listener();
    const { sender } = await test.session(fresh);
    sender.destroy();
    zombie.socket.terminate();
    await vi.waitFor(() => expect(test.events.at(-1)).toMatchObject({ type: 'listener-closed' }));
    expect(test.relay.listenerCount('hc1')).toBe(1);
  });

  it('expire-tokens: closes 1008', async () => {
    const listener = await test.listener();
    expect((await inject({ fault: 'expire-tokens' })).affected).toBe(1);
    expect(await listener.closed).toMatchObject({ code: 1008 });
    expect((await dialListen()).status).toBe(101);
  });

  it('drop-sessions: resets both sides, leaves the listener', async () => {
    const listener = await test.listener();
    const { sender, rendezvous } = await test.session(listener);
    expect((await inject({ fault: 'drop-sessions' })).affected).toBe(1);
    expect(await Promise.all([sender.ended, rendezvous.ended])).toEqual(['reset', 'reset']);
    expect(test.relay.listenerCount('hc1')).toBe(1);
  });

  it('send-raw: garbage, hostile accepts and oversize messages as they are', async () => {
    const listener = await test.listener();
    const hostile = JSON.stringify({
      accept: { address: 'wss://evil.test/$hc/x?sb-hc-action=accept', id: 'x' },
    });
    expect((await inject({ fault: 'send-raw', text: hostile })).affected).toBe(1);
    expect(await listener.nextText()).toBe(hostile);
    await inject({ fault: 'send-raw', text: '{', repeat: 100_000 });
    expect(await listener.nextText()).toBe('{'.repeat(100_000));
    await inject({ fault: 'send-raw', text: 'bytes', binary: true });
    expect(await listener.next()).toEqual({ data: Buffer.from('bytes'), isBinary: true });
  });
});

describe('row 32: faults that last', () => {
  it('refuse-listens: so many, or until clear', async () => {
    await inject({ fault: 'refuse-listens', entity: 'hc1', status: 503, reason: 'busy', count: 1 });
    expect(await dialListen()).toMatchObject({
      status: 503,
      reason: expect.stringMatching(/^busy TrackingId/) as string,
    });
    expect((await dialListen()).status).toBe(101);
    await inject({ fault: 'refuse-listens', status: 500 });
    for (let round = 0; round < 3; round++) expect((await dialListen()).status).toBe(500);
    await inject({ fault: 'clear' });
    expect((await dialListen()).status).toBe(101);
  });

  it('firewall: 401 with the service’s words', async () => {
    await inject({ fault: 'firewall', count: 1 });
    expect(await dialListen()).toMatchObject({
      status: 401,
      reason: expect.stringContaining('Ip has been prevented to connect to the endpoint') as string,
    });
  });

  it('refuse-connects: senders get the status, listeners hear nothing', async () => {
    const listener = await test.listener();
    await inject({ fault: 'refuse-connects', status: 500, count: 1 });
    expect((await test.sender({ path: 'hc1/below' }).answer).status).toBe(500);
    const sender = test.sender();
    listener.accept(await listener.nextAccept());
    expect((await sender.answer).status).toBe(101);
  });

  it('delay-accepts: later, but delivered; ignore-connects: never', async () => {
    const listener = await test.listener();
    await inject({ fault: 'delay-accepts', delayMs: 200 });
    const began = Date.now();
    const sender = test.sender();
    listener.accept(await listener.nextAccept());
    expect(Date.now() - began).toBeGreaterThanOrEqual(195);
    expect((await sender.answer).status).toBe(101);

    await inject({ fault: 'ignore-connects' });
    let heard = 0;
    listener.socket.on('message', () => (heard += 1));
    expect((await test.sender().answer).status).toBe(504);
    expect(heard).toBe(0);
  });

  it('delay-accepts beyond the window: the sender gets 504 and the listener hears nothing', async () => {
    const listener = await test.listener();
    await inject({ fault: 'delay-accepts', delayMs: 1000 });
    expect((await test.sender().answer).status).toBe(504);
    await inject({ fault: 'clear' });
    const sender = test.sender({ query: 'sb-hc-id=after&' });
    expect((await listener.nextAccept()).id).toMatch(/^after_G/);
    sender.destroy();
  });

  it('token-life: tokens presented from now on live so long, without grace', async () => {
    const before = await test.listener();
    await inject({ fault: 'token-life', lifeMs: 300 });
    const listener = await test.listener();
    expect(await listener.closed).toMatchObject({ code: 1008 });
    before.socket.send(JSON.stringify({ renewToken: { token: test.listenToken() } }));
    expect(await before.closed).toMatchObject({ code: 1008 });
    await inject({ fault: 'token-life', lifeMs: null });
  });

  it('clock: Date and token checks follow it', async () => {
    await inject({ fault: 'clock', offsetMs: 7_200_000 });
    const answer = await dialListen();
    expect(answer).toMatchObject({ status: 401, reason: expect.stringContaining('expired') as string });
    const shown = Date.parse(answer.headers.get('date') ?? '');
    expect(Math.abs(shown - Date.now() - 7_200_000)).toBeLessThan(5000);
  });

  it('down and up: resets and refuses, then serves again on the same port', async () => {
    const listener = await test.listener();
    const { sender } = await test.session(listener);
    const { port } = test.relay;
    await inject({ fault: 'down' });
    await inject({ fault: 'down' });
    expect(await sender.ended).toBe('reset');
    expect((await listener.closed).code).toBe(1006);
    const refused = connect(port, '127.0.0.1');
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
    await inject({ fault: 'up' });
    await inject({ fault: 'up' });
    expect(test.relay.port).toBe(port);
    expect((await dialListen()).status).toBe(101);
  });

  it('a relay that was closed does not come back', async () => {
    await test.relay.close();
    await inject({ fault: 'up' });
    const refused = connect(test.relay.port, '127.0.0.1');
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});

describe('fault lines', () => {
  it.each([
    ['', 'not JSON'],
    ['[]', ''],
    ['{"fault":"nuke"}', 'fault'],
    ['{"fault":"kick","code":1006}', 'code'],
    ['{"fault":"kick","cod":1011}', 'cod'],
    [`{"fault":"kick","reason":"${'é'.repeat(62)}"}`, 'reason'],
    ['{"fault":"refuse-listens"}', 'status'],
    ['{"fault":"refuse-listens","status":101}', 'status'],
    ['{"fault":"delay-accepts","delayMs":-1}', 'delayMs'],
    ['{"fault":"send-raw","text":"abc","repeat":1000000}', 'repeat'],
    [`{"fault":"send-raw","text":"${'x'.repeat(1000)}","repeat":100000}`, 'repeat'],
    [`{"fault":"clear","x":"${'x'.repeat(70_000)}"}`, '64 KiB'],
  ])('%s is refused and says why', (line, why) => {
    const parsed = parseFaultLine(line);
    expect(parsed.ok).toBe(false);
    expect(parsed.ok ? '' : parsed.problem).toContain(why);
  });
});
