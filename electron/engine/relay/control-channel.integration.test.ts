import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocketServer, type WebSocket } from 'ws';
import { HcmError } from '../../contract/errors.ts';
import { loadOrCreateCertificates } from '../../local-relay/certificates.ts';
import { silentLogger } from '../log/logger.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { ControlChannel, defaultControlChannelTimes, type ControlChannelHandler } from './control-channel.ts';
import { KeepAliveHabits } from './keep-alive-habits.ts';
import type { RelayToken } from './relay-token.ts';

/** A service by hand: what it does on a Ping, and all that it hears. */
class Service {
  readonly heard: string[] = [];
  readonly server: Server;
  readonly #sockets = new Set<WebSocket>();
  onPing: (socket: WebSocket) => void = (socket) => socket.pong();
  onPong: (socket: WebSocket) => void = () => undefined;
  #waiters: (() => void)[] = [];

  constructor(pems: { readonly certPem: string; readonly keyPem: string }) {
    this.server = createServer({ cert: pems.certPem, key: pems.keyPem });
    const webSockets = new WebSocketServer({ server: this.server, autoPong: false });
    webSockets.on('connection', (socket) => {
      this.#sockets.add(socket);
      this.hear('open');
      socket.on('ping', () => {
        this.hear('ping');
        this.onPing(socket);
      });
      socket.on('pong', () => {
        this.hear('pong');
        this.onPong(socket);
      });
      socket.on('message', (data) => this.hear(Buffer.isBuffer(data) ? data.toString('utf8') : 'other'));
      socket.on('error', () => undefined);
      socket.on('close', (code) => {
        this.#sockets.delete(socket);
        this.hear(`close ${code}`);
      });
    });
  }

  get last(): WebSocket {
    const socket = [...this.#sockets].at(-1);
    if (socket === undefined) throw new Error('nobody is connected');
    return socket;
  }

  hear(what: string): void {
    this.heard.push(what);
    for (const look of this.#waiters) look();
  }

  /** Looks again with everything that either side reports. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!holds()) return;
        this.#waiters = this.#waiters.filter((other) => other !== look);
        resolve();
      };
      this.#waiters.push(look);
      look();
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.terminate();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

let folder: string;
let caPem: string;
let service: Service;
let clock: FakeClock;
let habits: KeepAliveHabits;
const channels: ControlChannel[] = [];
/** The connection that was dialled last. */
let tls: TLSSocket;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-channel-'));
  const certificates = await loadOrCreateCertificates(folder);
  ({ caPem } = certificates);
  service = new Service(certificates);
  await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
  clock = new FakeClock();
  habits = new KeepAliveHabits(silentLogger);
});

afterEach(async () => {
  for (const channel of channels.splice(0)) channel.close();
  await service.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

interface Opened {
  readonly channel: ControlChannel;
  readonly reports: string[];
  readonly failure: () => HcmError | undefined;
}

type CreateToken = () => string | Promise<RelayToken>;

function open(createToken: CreateToken = () => 'token'): Opened {
  const { port } = service.server.address() as AddressInfo;
  const reports: string[] = [];
  let failure: HcmError | undefined;
  const report = (what: string): void => {
    reports.push(what);
    service.hear(`report ${what}`);
  };
  const handler: ControlChannelHandler = {
    onOpen: () => report('open'),
    onAccept: ({ id }) => report(`accept ${id}`),
    onRequestElsewhere: () => report('request'),
    onTokenRenewed: () => report('renewed'),
    onTokenNotRenewed: ({ code }) => report(`not renewed ${code}`),
    onAnswered: () => report('answered'),
    onIgnored: ({ code }) => report(`ignored ${code}`),
    onClosed: (error) => {
      failure = error;
      report(`closed ${error.code}`);
    },
  };
  const dialRelay = async (): Promise<TLSSocket> => {
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: caPem });
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
    });
    socket.on('error', () => undefined);
    tls = socket;
    return socket;
  };
  const entity = { host: 'localhost', port, entityPath: 'sql' };
  const token = (lifeMs: number): RelayToken | Promise<RelayToken> => {
    const made = createToken();
    return typeof made === 'string' ? { text: made, lifeMs } : made;
  };
  const channel = new ControlChannel(
    { entity, listenerId: 'id', userAgent: 'test', times: defaultControlChannelTimes },
    { clock, random: () => 0, createToken: token, dialRelay, keepAlive: habits },
    handler,
  );
  channels.push(channel);
  channel.open();
  return { channel, reports, failure: () => failure };
}

async function opened(createToken?: CreateToken): Promise<Opened> {
  const channel = open(createToken);
  await service.until(() => channel.reports.includes('open'));
  return channel;
}

async function answered(createToken?: CreateToken): Promise<Opened> {
  const channel = await opened(createToken);
  await service.until(() => channel.reports.includes('answered'));
  return channel;
}

function count(what: string): number {
  return service.heard.filter((heard) => heard === what).length;
}

describe('keep-alive', () => {
  it('pings after 30 s of silence, and takes 15 s without an answer for the end', async () => {
    const { reports, failure } = await answered();
    clock.advance(30_000);
    await service.until(() => count('ping') === 2 && count('report answered') === 2);
    service.onPing = () => undefined;
    clock.advance(30_000);
    await service.until(() => count('ping') === 3);
    clock.advance(14_999);
    expect(reports).not.toContain('closed HCM2034');
    clock.advance(1);
    expect(failure()?.details).toMatchObject({ seconds: 15 });
    expect(reports.at(-1)).toBe('closed HCM2034');
  });

  it('asks at once when told to, and waits for the answer only as long as told', async () => {
    const { channel, reports, failure } = await answered();
    expect(channel.check(5_000)).toBe(true);
    await service.until(() => count('report answered') === 2);
    clock.advance(5_000);
    expect(failure()).toBeUndefined();
    service.onPing = () => undefined;
    channel.check(5_000);
    clock.advance(5_000);
    expect(reports.at(-1)).toBe('closed HCM2034');
    expect(failure()?.details).toMatchObject({ seconds: 5 });
  });

  it('turns to Pongs for a relay that ends a channel at its first Ping, and stays with them', async () => {
    service.onPing = (socket) => socket.terminate();
    const first = open();
    await service.until(() => first.failure() !== undefined);
    const second = await opened();
    await service.until(() => count('pong') === 1);
    for (let pongs = 2; pongs < 6; pongs++) {
      clock.advance(30_000);
      await service.until(() => count('pong') === pongs);
    }
    expect(count('ping')).toBe(1);
    expect(second.failure()).toBeUndefined();
    // It can't be asked whether it lives; who wakes up has to open another one.
    expect(second.channel.check(5_000)).toBe(false);
  });

  it('stays with Pings where one was ever answered, whatever happens then', async () => {
    await answered();
    service.onPing = (socket) => socket.terminate();
    const second = open();
    await service.until(() => second.failure() !== undefined);
    service.onPing = (socket) => socket.pong();
    await answered();
    expect(count('pong')).toBe(0);
  });

  it('returns to Pings when the relay ends channels without one as well', async () => {
    service.onPing = (socket) => socket.terminate();
    const first = open();
    await service.until(() => first.failure() !== undefined);
    service.onPong = (socket) => socket.terminate();
    const second = open();
    await service.until(() => second.failure() !== undefined);
    service.onPing = (socket) => socket.pong();
    await answered();
    expect(count('pong')).toBe(1);
  });

  it.each([
    ['deleted', 1001],
    ['refused', 1008],
  ])(
    'takes a channel that was closed at once because it was %s for no dislike of Pings',
    async (_why, code) => {
      service.onPing = (socket) => socket.close(code);
      const first = open();
      await service.until(() => first.failure() !== undefined);
      service.onPing = (socket) => socket.pong();
      await answered();
      expect(count('pong')).toBe(0);
    },
  );
});

describe('renewal', () => {
  const renewals = (): number => service.heard.filter((heard) => heard.includes('renewToken')).length;
  /** Silence would end the channel; each step is answered. */
  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 30_000) {
      const pings = count('report answered');
      clock.advance(Math.min(left, 30_000));
      if (left >= 30_000) await service.until(() => count('report answered') > pings);
    }
  }

  it('comes at three quarters of the token’s life, each time', async () => {
    await answered();
    await pass(45 * 60_000);
    await service.until(() => renewals() === 1 && count('report renewed') === 1);
    await pass(45 * 60_000);
    await service.until(() => renewals() === 2);
  });

  it('is tried again every 30 s to 60 s when it can’t be made, until a minute before the end', async () => {
    let tokens = 0;
    await answered(() => {
      tokens++;
      if (tokens > 1) throw new HcmError('HCM4010');
      return 'token';
    });
    await pass(60 * 60_000);
    // From 45 min to 59 min, one each 30 s with this luck.
    expect(tokens).toBe(1 + 28 + 1);
    expect(renewals()).toBe(0);
  });

  /** The next text frame is not taken. */
  function failNextText(): void {
    const write = tls.write.bind(tls) as (...args: unknown[]) => boolean;
    let isText = false;
    tls.write = (...args: unknown[]) => {
      isText ||= (args[0] as Buffer)[0] === 0x81;
      if (!isText) return write(...args);
      // Header and payload are written one after the other.
      const taken = args.at(-1);
      if (typeof taken !== 'function') return true;
      tls.write = write;
      setImmediate(() => {
        (taken as (error: Error) => void)(new Error('EPIPE'));
        service.hear('not taken');
      });
      return true;
    };
  }

  it('is made again with a fresh token when it could not be sent', async () => {
    let tokens = 0;
    const { reports } = await answered(() => `token ${++tokens}`);
    await pass(45 * 60_000 - 1);
    const pings = count('report answered');
    failNextText();
    clock.advance(1);
    await service.until(() => count('not taken') === 1 && count('report answered') > pings);
    expect(reports).not.toContain('renewed');
    expect(renewals()).toBe(0);
    await pass(30_000);
    await service.until(() => renewals() === 1 && reports.includes('renewed'));
    expect(service.heard.find((heard) => heard.includes('renewToken'))).toContain('token 3');
    // From then on as usual.
    await pass(45 * 60_000);
    await service.until(() => renewals() === 2);
  });

  it('goes on as usual after one that failed', async () => {
    let tokens = 0;
    await answered(() => {
      tokens++;
      if (tokens === 2) throw new HcmError('HCM4010');
      return `token ${tokens}`;
    });
    await pass(46 * 60_000);
    await service.until(() => renewals() === 1);
    expect(service.heard.find((heard) => heard.includes('renewToken'))).toContain('token 3');
    await pass(45 * 60_000);
    await service.until(() => renewals() === 2);
  });

  it('waits for one that has to be asked for, and follows that one’s own life', async () => {
    const lives = [10 * 60_000, 20 * 60_000, 20 * 60_000];
    let asked = 0;
    let give: () => void = () => undefined;
    await answered(() => {
      const lifeMs = lives[asked] ?? 0;
      asked += 1;
      const token = { text: `token ${asked}`, lifeMs };
      return asked === 1 ? Promise.resolve(token) : new Promise((resolve) => (give = () => resolve(token)));
    });
    await pass(7.5 * 60_000);
    expect([asked, renewals()]).toEqual([2, 0]);
    give();
    await service.until(() => renewals() === 1 && count('report renewed') === 1);
    await pass(15 * 60_000);
    expect(asked).toBe(3);
    // One that comes too late for its channel is dropped.
    const renewing = renewals();
    channels.at(-1)?.close();
    give();
    await Promise.resolve();
    expect(renewals()).toBe(renewing);
  });
});

describe('a channel that another one stands in for', () => {
  const accept = (id: string): string =>
    JSON.stringify({ accept: { address: `wss://localhost/$hc/sql?sb-hc-id=${id}`, id } });

  it('still tells of senders that were announced before the relay read its Close, and then ends quietly', async () => {
    const { channel, reports } = await answered();
    const socket = service.last;
    socket.pause();
    channel.retire();
    socket.send(accept('late'));
    await service.until(() => reports.includes('accept late'));
    socket.resume();
    await service.until(() => count('close 1000') === 1);
    expect(reports.filter((report) => report.startsWith('closed'))).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('tells of nothing any more when it is closed for good', async () => {
    const { channel, reports } = await answered();
    const socket = service.last;
    socket.pause();
    channel.close();
    socket.send(accept('late'));
    socket.resume();
    await service.until(() => count('close 1000') === 1);
    expect(reports).not.toContain('accept late');
  });
});
