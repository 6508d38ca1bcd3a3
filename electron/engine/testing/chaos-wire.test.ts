import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChaosWire } from './chaos-wire.ts';

let server: Server;
let wire: ChaosWire;
const sockets = new Set<Socket>();
const ends: string[] = [];

beforeEach(async () => {
  ends.length = 0;
  server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => ends.push('reset')).on('end', () => ends.push('end'));
    socket.pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  wire = await ChaosWire.to((server.address() as AddressInfo).port);
});

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await wire.close();
  server.close();
});

async function dial(): Promise<Socket> {
  const socket = connect({ port: wire.port, host: '127.0.0.1' });
  sockets.add(socket);
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  return socket;
}

/** Closed, by whatever; `once` would fail with a reset. */
function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

async function echo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  return String((await once(socket, 'data'))[0]);
}

describe('ChaosWire', () => {
  it('passes bytes, and ends', async () => {
    const socket = await dial();
    expect(await echo(socket, 'hello')).toBe('hello');
    socket.end();
    await once(socket, 'close');
    expect(ends).toEqual(['end']);
    await vi.waitFor(() => expect(wire.open).toBe(0));
  });

  it('frozen: takes connections, forwards nothing, closes nothing, and loses nothing once it thaws', async () => {
    const old = await dial();
    await echo(old, 'a');
    wire.freeze();
    const heard: string[] = [];
    const fresh = await dial();
    for (const socket of [old, fresh]) socket.on('data', (data: Buffer) => heard.push(String(data)));
    old.write('old');
    fresh.write('new');
    // What could come has come when another connection, past the wire, has been answered.
    const direct = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' });
    sockets.add(direct);
    await echo(direct, 'x');
    expect(heard).toEqual([]);
    wire.thaw();
    await vi.waitFor(() => expect(heard.sort()).toEqual(['new', 'old']));
    expect(ends).toEqual([]);
  });

  it('abandoned connections stay silent, new ones are served', async () => {
    const old = await dial();
    await echo(old, 'a');
    wire.abandon();
    old.on('data', () => ends.push('heard'));
    old.write('lost');
    expect(await echo(await dial(), 'b')).toBe('b');
    expect(ends).toEqual([]);
    wire.reset();
    await gone(old);
  });

  it('hangs up, diverts, resets, refuses, and is itself again', async () => {
    wire.hangUp();
    const cut = await dial();
    cut.write('x');
    await gone(cut);
    const other = createServer((socket) => void socket.end('other'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    wire.mend();
    wire.divert((other.address() as AddressInfo).port);
    expect(String((await once(await dial(), 'data'))[0])).toBe('other');
    other.close();
    wire.mend();
    const socket = await dial();
    await echo(socket, 'c');
    wire.reset();
    await gone(socket);
    await wire.goDown();
    await expect(dial()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await wire.comeBack();
    expect(await echo(await dial(), 'd')).toBe('d');
  });
});
