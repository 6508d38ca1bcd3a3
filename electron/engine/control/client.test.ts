import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contractVersion, type ContractEvent } from '../../contract/api.ts';
import { bundleEntry } from '../testing/bundle-entry.ts';
import { controlTokenFile, ensureControlToken } from './control-token.ts';
import { createNonce } from './handshake.ts';
import { TestChild } from './testing/child-process.ts';
import { ControlSetup } from './testing/control-setup.ts';

const setup = new ControlSetup();
const id = '6f2f2b8e-3c1c-4a4e-9c39-3f6a1a1f0c11';
let claimingChild: string;

beforeAll(async () => {
  claimingChild = await bundleEntry(fileURLToPath(new URL('testing/claiming-child.ts', import.meta.url)));
}, 60_000);

afterEach(() => setup.cleanUp());

/** Somebody at the control address who isn't our host. */
async function impostor(folder: string, onSocket: (socket: Socket) => void): Promise<void> {
  const path = setup.path(folder);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  setup.onEnd(async () => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  });
}

function helloLine(changes: object = {}): string {
  const hello = {
    contractVersion,
    version: '9.9.9',
    nonce: createNonce(),
    instance: 'abcdefabcdef',
    state: 'serving',
  };
  return `${JSON.stringify({ hello: { ...hello, ...changes } })}\n`;
}

async function servingChild(folder: string): Promise<TestChild> {
  const child = new TestChild(claimingChild, [folder, 'serve']);
  setup.onEnd(() => child.kill());
  await child.hear();
  child.tell('go');
  expect(await child.hear()).toMatchObject({ claimed: true });
  return child;
}

describe('connectToHost', () => {
  it('calls a host in another process', async () => {
    const folder = await setup.folder();
    await servingChild(folder);
    const connection = await setup.connect(folder);
    expect(connection.info).toMatchObject({ contractVersion, version: '1.2.3' });
    expect(await connection.call('connections.snapshot', {})).toEqual({ sequence: 7, connections: [] });
    const { settings } = await connection.call('settings.set', { drainSeconds: 5 });
    expect(settings.drainSeconds).toBe(5);
    expect((await connection.call('settings.get', {})).settings).toEqual(settings);
  });

  it('rejects HCM5001 where no host runs: no folder, no socket, a dead socket', async () => {
    const folder = await setup.folder();
    const noHost = { code: 'HCM5001', details: { folder: join(folder, 'no') } };
    await expect(setup.connect(join(folder, 'no'))).rejects.toMatchObject(noHost);
    await expect(setup.connect(folder)).rejects.toMatchObject({ code: 'HCM5001' });
    const child = await servingChild(folder);
    await child.kill();
    await expect(setup.connect(folder)).rejects.toMatchObject({ code: 'HCM5001' });
  });

  it('rejects every call that waits when the host is killed', async () => {
    const folder = await setup.folder();
    const child = await servingChild(folder);
    const connection = await setup.connect(folder);
    const closed = new Promise((resolve) => connection.onClosed(resolve));
    const calls = Array.from({ length: 5 }, () => connection.call('connections.restart', { id }));
    await connection.call('settings.get', {});
    child.signal('SIGKILL');
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'HCM5005' } });
    }
    await closed;
    await expect(connection.call('settings.get', {})).rejects.toMatchObject({ code: 'HCM5005' });
  });

  it('rejects HCM5005 when the host hangs, in the greeting and in a call', async () => {
    const folder = await setup.folder();
    const child = await servingChild(folder);
    const connection = await setup.connect(folder, { callTimeoutMs: 300 });
    child.signal('SIGSTOP');
    const inTime = { code: 'HCM5005', details: { reason: 'no-answer-in-time' } };
    // What takes as long as Azure does has a longer time.
    const patient = connection.call('azure.about', { id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11' });
    const answered = expect(patient).rejects.toMatchObject({ code: 'HCM5006' });
    await expect(connection.call('settings.get', {})).rejects.toMatchObject(inTime);
    await expect(setup.connect(folder, { timeoutMs: 300 })).rejects.toMatchObject(inTime);
    child.signal('SIGCONT');
    await answered;
    // The late answer of the first call disturbs nobody.
    const again = await setup.connect(folder);
    expect(await again.call('connections.snapshot', {})).toMatchObject({ sequence: 7 });
  });

  it('waits for a busy owner, and gives up in the end', async () => {
    const folder = await setup.folder();
    const claim = await setup.claim(folder);
    await expect(setup.connect(folder, { waitWhileBusyMs: 100 })).rejects.toMatchObject({
      code: 'HCM5005',
      details: { reason: 'busy' },
    });
    const greeted = once(claim.server, 'connection');
    const waiting = setup.connect(folder);
    await greeted;
    await claim.release();
    await expect(waiting).rejects.toMatchObject({ code: 'HCM5001' });
  });

  it('gets its host when a busy owner begins to serve', async () => {
    const folder = await setup.folder();
    const claim = await setup.claim(folder);
    const greeted = once(claim.server, 'connection');
    const waiting = setup.connect(folder);
    await greeted;
    await setup.serve(folder, { claim });
    expect((await waiting).info.instance).toBe(claim.instance);
  });

  it('names both versions when the host speaks another contract, and tells the host ours', async () => {
    const folder = await setup.folder();
    await ensureControlToken(folder, 'linux');
    const told = new Promise<string>((resolve) => {
      void impostor(folder, (socket) => {
        // A greeting that only that version understands, but for the version itself.
        socket.write(`${JSON.stringify({ hello: { contractVersion: 99, more: ['to', 'say'] } })}\n`);
        socket.once('data', (bytes: Buffer) => resolve(bytes.toString()));
      });
    });
    await mkdir(dirname(setup.path(folder)), { recursive: true });
    await expect
      .poll(() => setup.connect(folder).catch((error: unknown) => error))
      .toMatchObject({
        code: 'HCM5003',
        details: { hostVersion: 99, clientVersion: contractVersion },
      });
    expect(JSON.parse(await told)).toMatchObject({ prove: { contractVersion } });
  });

  it('does not call a host that has not the token', async () => {
    const folder = await setup.folder();
    await ensureControlToken(folder, 'linux');
    const heard: string[] = [];
    await impostor(folder, (socket) => {
      socket.write(helloLine());
      socket.on('data', (bytes: Buffer) => heard.push(bytes.toString()));
      socket.once('data', () => socket.write(`${JSON.stringify({ proved: { proof: createNonce() } })}\n`));
    });
    await expect(setup.connect(folder)).rejects.toMatchObject({
      code: 'HCM5004',
      details: { reason: 'host-without-token' },
    });
    expect(heard.join('')).not.toContain('"call"');
  });

  it("never sends the token, nor its own proof back as the host's", async () => {
    const folder = await setup.folder();
    const token = await ensureControlToken(folder, 'linux');
    let heard = '';
    await impostor(folder, (socket) => {
      socket.write(helloLine());
      socket.once('data', (bytes: Buffer) => {
        heard += bytes.toString();
        const { prove } = JSON.parse(heard) as { prove: { proof: string } };
        socket.write(`${JSON.stringify({ proved: { proof: prove.proof } })}\n`);
      });
    });
    await expect(setup.connect(folder)).rejects.toMatchObject({ code: 'HCM5004' });
    for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      expect(heard).not.toContain(token.toString(encoding));
    }
  });

  it('rejects HCM5004 without a token, and with a wrong one', async () => {
    const folder = await setup.folder();
    await setup.serve(folder);
    await rm(join(folder, controlTokenFile));
    await expect(setup.connect(folder)).rejects.toMatchObject({
      code: 'HCM5004',
      details: { reason: 'no-token' },
    });
    await writeFile(join(folder, controlTokenFile), Buffer.alloc(32), { mode: 0o600 });
    await expect(setup.connect(folder)).rejects.toMatchObject({
      code: 'HCM5004',
      details: { reason: 'HCM5004' },
    });
  });

  it.each([
    ['garbage', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'not-json'],
    ['an endless line', 'x'.repeat(10_000), 'line-too-long'],
    ['another object', '{"hi":1}\n', 'not-a-greeting'],
    ['a field too many', helloLine({ more: 1 }), 'not-a-greeting'],
  ])('is not misled by %s', async (_, line, reason) => {
    const folder = await setup.folder();
    await impostor(folder, (socket) => socket.write(line));
    await expect(setup.connect(folder)).rejects.toMatchObject({ details: { reason } });
  });
});

describe('HostConnection', () => {
  it('hands events on in their order to whoever listens at that time', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const connection = await setup.connect(folder);
    const [first, second]: [number[], number[]] = [[], []];
    const listen = (heard: number[]) =>
      connection.subscribe((event) => {
        if (event.name === 'connections.patch') heard.push(event.payload.sequence);
      });
    const unsubscribe = listen(first);
    const unsubscribeLast = listen(second);
    await connection.call('settings.get', {});
    expect(served.listeners.size).toBe(1);
    for (let sequence = 0; sequence < 100; sequence += 1) served.emit(patch(sequence));
    await connection.call('settings.get', {});
    unsubscribe();
    served.emit(patch(100));
    await connection.call('settings.get', {});
    expect(first).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(second).toEqual([...first, 100]);
    // With nobody left to hear it the host counts for nobody.
    unsubscribeLast();
    unsubscribeLast();
    await connection.call('settings.get', {});
    expect(served.listeners.size).toBe(0);
    listen(second);
    await connection.call('settings.get', {});
    expect(served.listeners.size).toBe(1);
  });

  it('closes on an event outside the contract', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const connection = await setup.connect(folder);
    connection.subscribe(() => undefined);
    await connection.call('settings.get', {});
    const closed = new Promise((resolve) => connection.onClosed(resolve));
    served.emit({ name: 'connections.patch', payload: { sequence: -1, changed: [], removed: [] } });
    expect(await closed).toMatchObject({ code: 'HCM9001' });
  });

  it('rejects an answer outside the contract', async () => {
    const folder = await setup.folder();
    await setup.serve(folder);
    const connection = await setup.connect(folder);
    await expect(connection.call('sessions.list', {})).rejects.toMatchObject({
      code: 'HCM9001',
      details: { reason: 'output-outside-contract', call: 'sessions.list' },
    });
  });

  it('rejects a call that is too long for a line without sending it', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const connection = await setup.connect(folder);
    const call = connection.call('connections.add', { connectionString: 'x'.repeat(5 * 1024 * 1024) });
    await expect(call).rejects.toMatchObject({ code: 'HCM5006', details: { reason: 'line-too-long' } });
    expect(await connection.call('settings.get', {})).toBeDefined();
    expect(served.asked).toEqual(['settings.get']);
  });

  it('rejects what waits when it is closed, and says so once', async () => {
    const folder = await setup.folder();
    const served = await setup.serve(folder);
    const connection = await setup.connect(folder);
    const causes: unknown[] = [];
    connection.onClosed((cause) => causes.push(cause));
    const waiting = connection.call('connections.restart', { id });
    const rejected = expect(waiting).rejects.toMatchObject({ code: 'HCM5005' });
    await Promise.all([connection.close(), connection.close()]);
    await rejected;
    expect(causes).toEqual([undefined]);
    connection.onClosed((cause) => causes.push(cause));
    expect(causes).toHaveLength(2);
    await expect.poll(() => served.server.clients).toBe(0);
  });
});

function patch(sequence: number): ContractEvent {
  return { name: 'connections.patch', payload: { sequence, changed: [], removed: [] } };
}
