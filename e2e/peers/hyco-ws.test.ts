/** Microsoft's WebSocket package on both ends of the local relay, and on either with a peer that half-closes (relay-protocol §11.1). */
import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RelayEvent } from '../../electron/local-relay/events.ts';
import { RawPeer } from '../../electron/local-relay/testing/raw-peer.ts';
import { TestListener } from '../../electron/local-relay/testing/test-listener.ts';
import { makeToken } from '../../electron/local-relay/testing/tokens.ts';
import { startPeerRelay } from './peer-relay.ts';
import type { PeerRelay } from './peer-relay.ts';
import { PeerProcess } from './peer-process.ts';

const entity = 'peer';
let peer: PeerRelay;
let events: RelayEvent[];
let processes: PeerProcess[];
let rawPeers: RawPeer[];

beforeEach(async () => {
  peer = await startPeerRelay(entity);
  events = [];
  processes = [];
  rawPeers = [];
  peer.relay.subscribe((event) => void events.push(event));
});
afterEach(async () => {
  for (const raw of rawPeers) raw.destroy();
  await Promise.all(processes.map((child) => child.dispose()));
  await peer.dispose();
});

function run(script: string): PeerProcess {
  const child = new PeerProcess(script, peer.environment);
  processes.push(child);
  return child;
}

function rawPeer(options: { url: string; headerLines?: readonly string[] }): RawPeer {
  const raw = new RawPeer({ ...options, ca: peer.caPem });
  rawPeers.push(raw);
  return raw;
}

function token(): string {
  return makeToken({
    resource: `http://localhost/${entity}`,
    rule: peer.rule.name,
    key: peer.rule.primaryKey,
  });
}

function address(action: string): string {
  return `wss://localhost:${peer.relay.port}/$hc/${entity}?sb-hc-action=${action}`;
}

function rawSender(headerLines: readonly string[] = []): RawPeer {
  return rawPeer({
    url: address('connect'),
    headerLines: [`ServiceBusAuthorization: ${token()}`, ...headerLines],
  });
}

async function hycoListener(): Promise<PeerProcess> {
  const listener = run('hyco-ws-listener.cjs');
  await listener.next('listening');
  return listener;
}

describe('hyco-ws as the listener', () => {
  it('echoes what hyco-ws as the sender sends, of every size class', async () => {
    await hycoListener();
    const sender = run('hyco-ws-sender.cjs');
    const sizes = [1, 125, 126, 65_535, 65_536, 1_000_000];
    sender.tell({ sizes });
    expect(await sender.next('echoed')).toMatchObject({ echoed: sizes.length, code: 1000 });
  });

  it('echoes what a plain sender sends, and takes the first of its sub-protocols', async () => {
    const listener = await hycoListener();
    const sender = rawSender(['Sec-WebSocket-Protocol: first, second']);
    expect((await sender.answer).headers.get('sec-websocket-protocol')).toBe('first');
    expect(await listener.next('open')).toMatchObject({ protocol: 'first' });
    await sender.send('hello');
    await vi.waitFor(() => expect(sender.text).toBe('hello'));
  });

  it('sees the code and reason of the sender’s Close, and the sender sees the listener’s', async () => {
    const listener = await hycoListener();
    const closing = rawSender();
    await closing.answer;
    await closing.sendClose(4001, 'bye');
    expect(await listener.next('closed')).toEqual({ event: 'closed', code: 4001, reason: 'bye' });

    const closed = rawSender();
    await closed.answer;
    await closed.send('close 4002 enough', { opcode: 1 });
    expect(await closed.closed).toEqual({ code: 4002, reason: 'enough' });
  });

  it('comes back after the 24-hour kick, and serves again', async () => {
    const listener = await hycoListener();
    expect(peer.relay.faults.kick(entity)).toBe(1);
    await listener.next('listening');
    await vi.waitFor(() => {
      const kinds = events.map(({ type }) => type);
      expect(kinds.filter((kind) => kind === 'listener-connected').length).toBeGreaterThanOrEqual(2);
    });
    expect(events).toContainEqual(expect.objectContaining({ type: 'listener-closed', code: 1011 }));
    const sender = rawSender();
    expect((await sender.answer).status).toBe(101);
    await sender.send('again');
    await vi.waitFor(() => expect(sender.text).toBe('again'));
  });
});

describe('hyco-ws as the sender', () => {
  it('closes first and then gets 10 MiB whole from a listener that half-closes', async () => {
    const listener = await TestListener.dial({
      url: address('listen'),
      ca: peer.caPem,
      token: token(),
      peer: rawPeer,
    });
    const sender = run('hyco-ws-sender.cjs');
    sender.tell({ halfClose: true });
    const rendezvous = listener.accept(await listener.nextAccept());
    await rendezvous.answer;
    expect(await rendezvous.closed).toEqual({ code: 1000, reason: 'request sent' });
    expect(rendezvous.text).toBe('one request');

    const reply = randomBytes(10 * 1024 * 1024);
    for (let sent = 0; sent < reply.length; sent += 65_536) {
      await rendezvous.send(reply.subarray(sent, sent + 65_536));
    }
    await rendezvous.sendClose(1000, 'reply sent');
    expect(await sender.next('done')).toMatchObject({
      code: 1000,
      bytes: reply.length,
      sha256: createHash('sha256').update(reply).digest('hex'),
    });
    await vi.waitFor(() =>
      expect(events.at(-1)).toMatchObject({ type: 'sender-closed', how: 'closed', by: 'sender' }),
    );
    listener.socket.terminate();
  });
});
