import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FrameSocket } from '../relay/frame-socket.ts';
import { closePayload, encodeFrame, FrameDecoder, opcodes } from '../relay/frames.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { Bandwidth } from './bandwidth.ts';
import { TcpPump, type PumpEnd, type PumpOptions } from './tcp-pump.ts';

const minute = 60_000;
const chunk = 64 * 1024;

let server: Server;
let clock: FakeClock;
const sockets: Socket[] = [];

beforeEach(async () => {
  clock = new FakeClock();
  server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function pair(): Promise<readonly [Socket, Socket]> {
  const arrived = once(server, 'connection');
  const near = connect({
    port: (server.address() as AddressInfo).port,
    host: '127.0.0.1',
    allowHalfOpen: true,
  });
  const [far] = (await arrived) as [Socket];
  if (near.connecting) await once(near, 'connect');
  sockets.push(near, far);
  far.on('error', () => undefined);
  return [near, far];
}

/** A pump between an endpoint and an app that speaks frames, on real sockets. */
async function pumping(options: Partial<PumpOptions> = {}) {
  const [target, endpoint] = await pair();
  const [relay, app] = await pair();
  const ends: PumpEnd[] = [];
  const received: Buffer[] = [];
  let closed = false;
  const decoder = new FrameDecoder('server', {
    onData: (part) => received.push(Buffer.from(part)),
    onPing: () => undefined,
    onPong: () => undefined,
    onClose: () => {
      closed = true;
    },
  });
  app.on('data', (part: Buffer) => decoder.push(part));
  const frames = new FrameSocket(relay, Buffer.alloc(0), {
    clock,
    pingIntervalMs: 1e9,
    pongTimeoutMs: 1e9,
    finishTimeoutMs: 5_000,
  });
  const pump = new TcpPump(target, frames, {
    clock,
    halfCloseTimeoutMs: 5 * minute,
    onEnd: (end) => ends.push(end),
    ...options,
  });
  pump.start();
  return {
    pump,
    target,
    endpoint,
    app,
    ends,
    atApp: () => Buffer.concat(received),
    isClosedAtApp: () => closed,
    fromApp: (data: Buffer) => {
      for (const part of encodeFrame('server', opcodes.binary, true, data)) app.write(part);
    },
    closeFromApp: () => {
      for (const part of encodeFrame('server', opcodes.close, true, closePayload(1000, ''))) app.write(part);
    },
  };
}

/** Turns the event loop until something holds; bounded by the test's own time. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn();
}

/** Aborted, or without a Close frame at an end: `once` would fail on an abort. */
function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('end', resolve).once('close', () => resolve()));
}

function limited(bytesPerSecond: number): Bandwidth {
  const rate = new Bandwidth(clock);
  rate.setRate(bytesPerSecond);
  return rate;
}

describe('a session that carries nothing', () => {
  it('is ended by this host at the limit, and both sides see an abort', async () => {
    const { ends, endpoint, app } = await pumping({ idleTimeoutMs: () => 10 * minute });
    const bothGone = Promise.all([gone(endpoint), gone(app)]);
    clock.advance(9 * minute);
    expect(ends).toEqual([]);
    clock.advance(minute);
    await until(() => ends.length === 1);
    expect(ends).toEqual([{ by: 'host', how: 'idle', detail: '10 min' }]);
    await bothGone;
    expect(clock.pending).toBe(0);
  });

  it.each(['fromApp', 'fromEndpoint'] as const)('lives on with a byte %s', async (way) => {
    const { pump, ends, fromApp, endpoint } = await pumping({ idleTimeoutMs: () => 10 * minute });
    for (let round = 1; round <= 5; round += 1) {
      clock.advance(9 * minute);
      if (way === 'fromApp') fromApp(Buffer.from('x'));
      else endpoint.write('x');
      await until(() => pump.bytesToTcp + pump.bytesToRelay === round);
    }
    expect(ends).toEqual([]);
    clock.advance(13 * minute);
    await until(() => ends.length === 1);
    expect(ends[0]?.how).toBe('idle');
  });

  it('is left alone and costs no timer without a limit, and falls under one that is set later', async () => {
    let idleMs = 0;
    const { pump, ends } = await pumping({ idleTimeoutMs: () => idleMs });
    // The one that is left is the frame socket's ping.
    expect(clock.pending).toBe(1);
    clock.advance(10_000 * minute);
    expect(ends).toEqual([]);
    idleMs = 30 * minute;
    pump.limitsChanged();
    clock.advance(29 * minute);
    expect(ends).toEqual([]);
    idleMs = 60 * minute;
    pump.limitsChanged();
    clock.advance(30 * minute);
    expect(ends).toEqual([]);
    clock.advance(minute);
    await until(() => ends.length === 1);
  });
});

describe('bandwidth', () => {
  it.each(['toApp', 'toEndpoint'] as const)('holds a direction to its rate: %s', async (way) => {
    const rate = limited(100_000);
    const side = {
      toTcp: () => [],
      toRelay: () => [],
      [way === 'toApp' ? 'toRelay' : 'toTcp']: () => [rate],
    };
    const { pump, endpoint, fromApp, atApp, ends } = await pumping({ rates: side });
    const data = randomBytes(1_000_000);
    const atEndpoint: Buffer[] = [];
    endpoint.on('data', (part: Buffer) => atEndpoint.push(part));
    const arrived = way === 'toApp' ? atApp : () => Buffer.concat(atEndpoint);
    if (way === 'toApp') endpoint.write(data);
    else fromApp(data);
    let elapsedMs = 0;
    while (arrived().length < data.length) {
      for (let turns = 0; turns < 20; turns += 1) await turn();
      const passed = way === 'toApp' ? pump.bytesToRelay : pump.bytesToTcp;
      expect(passed).toBeLessThanOrEqual(100 * (elapsedMs + 250) + chunk);
      clock.advance(250);
      elapsedMs += 250;
    }
    expect(arrived().equals(data)).toBe(true);
    expect(elapsedMs).toBeGreaterThanOrEqual(9_000);
    expect(ends).toEqual([]);
  });

  it('holds neither the other direction nor an end that comes behind the bytes', async () => {
    const slow = limited(100_000);
    const { endpoint, fromApp, closeFromApp, atApp, isClosedAtApp, pump, ends } = await pumping({
      rates: { toTcp: () => [], toRelay: () => [slow] },
    });
    const data = randomBytes(300_000);
    const atEndpoint: Buffer[] = [];
    endpoint.on('data', (part: Buffer) => atEndpoint.push(part));
    endpoint.end(data);
    await until(() => pump.bytesToRelay > 0);
    fromApp(Buffer.from('hello'));
    await until(() => Buffer.concat(atEndpoint).length === 5);
    closeFromApp();
    await once(endpoint, 'end');
    while (!isClosedAtApp()) {
      for (let turns = 0; turns < 20; turns += 1) await turn();
      clock.advance(250);
    }
    expect(atApp().equals(data)).toBe(true);
    await until(() => ends.length === 1);
    expect(ends[0]?.how).toBe('ended');
    expect([pump.bytesToTcp, pump.bytesToRelay]).toEqual([5, 300_000]);
  });

  it('that is waited for is no idleness and no half-closed silence', async () => {
    const crawl = limited(1_000);
    crawl.draw(10_000_000);
    const { endpoint, closeFromApp, pump, ends } = await pumping({
      idleTimeoutMs: () => minute,
      halfCloseTimeoutMs: minute,
      rates: { toTcp: () => [], toRelay: () => [crawl] },
    });
    endpoint.write('x');
    closeFromApp();
    await once(endpoint.resume(), 'end');
    clock.advance(100 * minute);
    for (let turns = 0; turns < 20; turns += 1) await turn();
    expect([ends, pump.bytesToRelay]).toEqual([[], 0]);
  });

  it('is set and lifted while a session runs', async () => {
    const rate = new Bandwidth(clock);
    const { pump, endpoint, atApp } = await pumping({
      rates: { toTcp: () => [], toRelay: () => (rate.isLimited ? [rate] : []) },
    });
    endpoint.write(randomBytes(500_000));
    await until(() => atApp().length === 500_000);
    rate.setRate(1_000);
    pump.limitsChanged();
    endpoint.write(randomBytes(500_000));
    await until(() => pump.bytesToRelay > 500_000);
    for (let turns = 0; turns < 50; turns += 1) await turn();
    expect(pump.bytesToRelay).toBeLessThanOrEqual(500_000 + chunk);
    rate.setRate(0);
    pump.limitsChanged();
    await until(() => atApp().length === 1_000_000);
  });

  it('is let go of by a session that ends while it waits', async () => {
    const rate = limited(1_000);
    const { pump, endpoint, ends } = await pumping({ rates: { toTcp: () => [], toRelay: () => [rate] } });
    endpoint.write(randomBytes(500_000));
    await until(() => pump.bytesToRelay > 0);
    pump.stop('closed by hand');
    await until(() => ends.length === 1);
    expect(clock.pending).toBe(0);
  });
});

describe('an exception while carrying', () => {
  it.each(['on the way to the endpoint', 'on the way to the app'])(
    'ends this pump alone: %s',
    async (way) => {
      const broken = await pumping();
      const other = await pumping();
      const bothGone = Promise.all([gone(broken.endpoint), gone(broken.app)]);
      broken.target.write = () => {
        throw new TypeError('x is not a function');
      };
      if (way === 'on the way to the endpoint') broken.fromApp(Buffer.from('x'));
      else {
        broken.target.prependListener('data', (part: Buffer) => {
          Object.defineProperty(part, 'length', {
            get: () => {
              throw new TypeError('x is not a function');
            },
          });
        });
        broken.endpoint.write('x');
      }
      await until(() => broken.ends.length === 1);
      expect(broken.ends).toEqual([{ by: 'host', how: 'bug', detail: 'x is not a function' }]);
      await bothGone;
      other.endpoint.write('still here');
      await until(() => other.atApp().length === 10);
      expect(other.ends).toEqual([]);
    },
  );
});
