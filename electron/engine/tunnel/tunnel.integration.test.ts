import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { RelayDialer, type RelayDialOptions } from '../net/dial-relay.ts';
import { heldResources, untilReleased } from '../testing/held-resources.ts';
import { dial, readAll, RelayWorld, type WorldOptions } from '../testing/relay-world.ts';

const tenMiB = 10 * 1024 * 1024;
let world: RelayWorld;

afterEach(async () => {
  await world.close();
});

async function connected(serve: (socket: Socket) => void, options: WorldOptions = {}) {
  world = await RelayWorld.start(options);
  const endpoint = await world.serve(serve);
  const id = world.add('sql', endpoint);
  await world.untilStatus(id, 'connected');
  const sender = await world.sender('sql');
  return { id, endpoint, sender, app: await dial(sender.port) };
}

function hash(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

describe('a tunnel through the local relay', () => {
  it('carries bytes both ways and leaves a record', async () => {
    const { id, app } = await connected((socket) => socket.pipe(socket));
    app.write('hello');
    expect(String((await once(app, 'data'))[0])).toBe('hello');
    await world.until('one session', () => world.view(id).sessions === 1);
    expect(world.view(id)).toMatchObject({ bytesIn: 5, bytesOut: 5, endpoint: { status: 'reachable' } });
    app.end();
    expect((await readAll(app)).length).toBe(0);
    await world.until('the session to end', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({
      connectionId: id,
      bytesIn: 5,
      bytesOut: 5,
      closedBy: 'app',
      code: null,
    });
    expect(world.sessions[0]?.peer).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(world.sessions[0]?.trackingId).not.toBe('');
    expect(world.view(id).sessions).toBe(0);
  });

  it('passes the app’s FIN on and brings a 10 MiB reply back', async () => {
    const reply = randomBytes(tenMiB);
    const { app } = await connected((socket) => {
      socket.resume();
      socket.on('end', () => socket.end(reply));
    });
    app.end('question');
    expect(hash(await readAll(app))).toBe(hash(reply));
  });

  it('passes the endpoint’s FIN on and lets a 10 MiB upload finish', async () => {
    const upload = randomBytes(tenMiB);
    const received: Buffer[] = [];
    const { app } = await connected((socket) => {
      socket.end('bye');
      readAll(socket).then(
        (all) => received.push(all),
        () => undefined,
      );
    });
    expect(String(await readAll(app))).toBe('bye');
    app.end(upload);
    await world.until('the session to end', () => world.sessions.length === 1);
    await world.until('the endpoint to have read it', () => received.some(({ length }) => length > 0));
    expect(received.map(hash)).toContain(hash(upload));
    expect(world.sessions[0]).toMatchObject({ closedBy: 'endpoint', code: null, bytesIn: tenMiB });
  });

  it('passes a reset of the endpoint on as an abort', async () => {
    const { app } = await connected((socket) => {
      socket.once('data', () => socket.resetAndDestroy());
    });
    app.write('x');
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.until('the session to end', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({ closedBy: 'endpoint', code: 'HCM3120' });
  });

  it('passes a reset of the app on as an abort', async () => {
    const failed: string[] = [];
    const { app } = await connected((socket) => {
      socket.on('error', (error: NodeJS.ErrnoException) => failed.push(error.code ?? ''));
      socket.write('x');
      socket.resume();
    });
    await once(app, 'data');
    app.resetAndDestroy();
    await world.until('the endpoint to see it', () => failed.length === 1);
    expect(failed).toEqual(['ECONNRESET']);
    await world.until('the session to end', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({ closedBy: 'app', code: 'HCM3121' });
  });

  it('carries 200 connections at once', async () => {
    const { sender, app } = await connected((socket) => socket.pipe(socket));
    const results = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const socket = await dial(sender.port);
        const sent = randomBytes(1000 + index);
        socket.end(sent);
        return hash(await readAll(socket)) === hash(sent);
      }),
    );
    expect(results.filter(Boolean)).toHaveLength(200);
    app.destroy();
  });

  it('opens and closes 500 at once and leaves no socket, timer or listener behind', async () => {
    const { id, sender, app } = await connected((socket) => socket.pipe(socket));
    app.destroy();
    async function round(connections: number): Promise<void> {
      const sockets = await Promise.all(Array.from({ length: connections }, () => dial(sender.port)));
      await Promise.all(
        sockets.map(async (socket) => {
          socket.write('x');
          await once(socket, 'data');
        }),
      );
      expect(world.view(id).sessions).toBeGreaterThanOrEqual(connections);
      for (const socket of sockets) socket.end();
      await Promise.all(sockets.map((socket) => once(socket, 'close')));
      await world.until('no session', () => world.view(id).sessions === 0);
    }
    await round(5);
    await world.until('the relay to be done', () => world.relay.sessionCount === 0);
    const before = heldResources();
    await round(500);
    await world.until('the relay to be done', () => world.relay.sessionCount === 0);
    await untilReleased(before);
    expect(world.sessions.filter(({ code }) => code !== null)).toEqual([]);
  }, 60_000);

  it('ends a session by hand, and both sides see an abort', async () => {
    const failed: string[] = [];
    const { id, app } = await connected((socket) => {
      socket.on('error', (error: NodeJS.ErrnoException) => failed.push(error.code ?? ''));
      socket.write('x');
      socket.resume();
    });
    await once(app, 'data');
    const [session] = world.supervisor.runner(id).sessions();
    expect(world.supervisor.killSession(session?.id ?? '', 'closed by m.keller')).toBe(id);
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.until('the endpoint to see it', () => failed.length === 1);
    expect(world.sessions[0]).toMatchObject({
      closedBy: 'host',
      code: 'HCM3123',
      detail: 'closed by m.keller',
    });
  });
});

/** Leads one dial elsewhere: to a host of the relay that goes away with the first word it hears. */
class MisleadingDialer extends RelayDialer {
  /** Until the dial that is misled; 0 for none. */
  dialsLeft = 0;
  readonly #port: number;

  constructor(port: number) {
    super();
    this.#port = port;
  }

  override dial(options: RelayDialOptions): Promise<TLSSocket> {
    const isMisled = this.dialsLeft === 1;
    this.dialsLeft = Math.max(0, this.dialsLeft - 1);
    return super.dial(isMisled ? { ...options, port: this.#port } : options);
  }
}

async function echoes(app: Socket): Promise<void> {
  app.end('hello');
  expect(String(await readAll(app))).toBe('hello');
}

describe('a spare connection that the relay gives up as it is taken', () => {
  it('costs its session nothing: another is dialled', async () => {
    const certificates = await makeCertificates(Date.now());
    let heard = 0;
    const leaving = createServer({ cert: certificates.certPem, key: certificates.keyPem }, (socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        heard++;
        socket.destroy();
      });
    });
    leaving.listen(0, '127.0.0.1');
    await once(leaving, 'listening');
    try {
      const dialer = new MisleadingDialer((leaving.address() as AddressInfo).port);
      const { app, sender } = await connected((socket) => socket.pipe(socket), { certificates, dialer });
      await echoes(app);
      // The second session's own, and then the spare that two sessions are worth.
      dialer.dialsLeft = 2;
      await echoes(await dial(sender.port));
      await world.until('the spare to be dialled', () => dialer.dialsLeft === 0);
      await echoes(await dial(sender.port));
      expect(heard).toBe(1);
    } finally {
      leaving.close();
    }
  });
});
