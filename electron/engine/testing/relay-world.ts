/**
 * A local relay, an endpoint behind this host and a supervisor between them, on real sockets: what integration tests
 * stand on. Everything ends with `close`.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noOwnLimits, type ConnectionConfig, type KeySlot } from '../../contract/connection.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { parseConnectionString, type RelayTarget } from '../../contract/connection-string.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import type { CertificatePems } from '../../local-relay/certificate-maker.ts';
import { loadOrCreateCertificates } from '../../local-relay/certificates.ts';
import { createEntity } from '../../local-relay/entities.ts';
import { startSender, type Sender, type SenderEvent } from '../../local-relay/sender.ts';
import { LocalRelay, type LocalRelayOptions } from '../../local-relay/server.ts';
import { systemClock, type Clock, type Random } from '../clock.ts';
import { silentLogger } from '../log/logger.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import type { Resolve } from '../net/resolve-name.ts';
import { createTrust } from '../net/trust.ts';
import { mayDialByDefault, type MayDial } from '../policy/may-dial.ts';
import type { EntraTokens } from '../relay/entra-tokens.ts';
import { defaultControlChannelTimes, type ControlChannelTimes } from '../relay/control-channel.ts';
import { secretName } from '../store/connections.ts';
import { Supervisor } from '../supervise/supervisor.ts';
import type { ZombieTimes } from '../supervise/zombie-watch.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';

export interface WorldOptions {
  readonly relay?: Partial<LocalRelayOptions>;
  readonly settings?: Partial<Settings>;
  readonly times?: Partial<ControlChannelTimes>;
  readonly mayDial?: MayDial;
  readonly metadataIntervalMs?: number;
  /** The host's; the relay has its own (`relay.now`). */
  readonly clock?: Clock;
  readonly random?: Random;
  readonly dialer?: RelayDialer;
  /** For names of endpoints. */
  readonly resolve?: Resolve;
  /** The relay's; made when left out, which takes longer than all the rest. */
  readonly certificates?: CertificatePems;
  readonly channelLifeMs?: number;
  readonly zombieTimes?: ZombieTimes;
  /** For connections that listen with an account; nobody is signed in without it. */
  readonly entra?: EntraTokens;
}

/** Serves each accepted socket; half-open is allowed. */
export type Serve = (socket: Socket) => void;

export class RelayWorld {
  readonly relay: LocalRelay;
  readonly caPem: string;
  readonly supervisor: Supervisor;
  readonly sessions: SessionRecord[] = [];
  /** Connections whose other key took over, in that order. */
  readonly keySwitches: string[] = [];
  readonly #folder: string;
  readonly #keys = new Map<string, string>();
  readonly #servers: Server[] = [];
  readonly #senders: Sender[] = [];
  readonly #waiters = new Set<() => void>();
  settings: Settings;

  private constructor(folder: string, relay: LocalRelay, caPem: string, options: WorldOptions) {
    this.#folder = folder;
    this.relay = relay;
    this.caPem = caPem;
    this.settings = { ...defaultSettings, ...options.settings };
    const wake = (): void => {
      for (const waiter of [...this.#waiters]) waiter();
    };
    this.supervisor = new Supervisor({
      clock: options.clock ?? systemClock,
      random: options.random ?? Math.random,
      log: silentLogger,
      dialer: options.dialer ?? new RelayDialer(),
      ...(options.resolve === undefined ? {} : { resolve: options.resolve }),
      trust: createTrust({ platform: process.platform, extraCaPem: null }),
      mayDial: options.mayDial ?? mayDialByDefault,
      settings: () => this.settings,
      times: { ...defaultControlChannelTimes, ...options.times },
      metadataIntervalMs: options.metadataIntervalMs ?? 60_000,
      ...(options.channelLifeMs === undefined ? {} : { channelLifeMs: options.channelLifeMs }),
      ...(options.zombieTimes === undefined ? {} : { zombieTimes: options.zombieTimes }),
      userAgent: 'hcm-test',
      entra: options.entra ?? {
        token: () => Promise.reject(new HcmError('HCM6014')),
        refused: () => undefined,
      },
      openKey: (id, slot) => Promise.resolve(this.#keys.get(secretName(id, slot)) ?? ''),
      onKeySwitched: (id) => this.keySwitches.push(id),
      onChange: wake,
      onLearned: (id, { endpoint, azure }) =>
        this.supervisor.runner(id).change({ azure, ...(endpoint === undefined ? {} : { endpoint }) }),
      onSessionEnd: (record) => {
        this.sessions.push(record);
        wake();
      },
    });
    relay.subscribe(wake);
  }

  static async start(options: WorldOptions = {}): Promise<RelayWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'hcm-world-'));
    const certificates = options.certificates ?? (await loadOrCreateCertificates(folder));
    const relay = new LocalRelay({ certificates, ...options.relay });
    await relay.listen();
    return new RelayWorld(folder, relay, certificates.caPem, options);
  }

  /** Starts an endpoint. @returns host:port */
  async serve(serve: Serve): Promise<string> {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('error', () => undefined);
      serve(socket);
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Adds an entity to the relay and a connection to the supervisor. @returns the connection's id */
  add(name: string, endpoint: string, change: Partial<ConnectionConfig> = {}): string {
    if (this.relay.entity(name) === undefined) this.relay.addEntity(createEntity(name, { endpoint }));
    const parsed = parseConnectionString(this.relay.gatewayConnectionString(name), { purpose: 'listen' });
    if (parsed.outcome !== 'relay') throw new Error('the relay’s own string is refused');
    const { host, port, entityPath, keyName, key } = parsed.value;
    const id = randomUUID();
    const now = new Date().toISOString();
    const config: ConnectionConfig = {
      id,
      kind: 'relay',
      host,
      port,
      name: entityPath,
      keyName,
      secondaryKeyName: null,
      endpoint: null,
      limits: noOwnLimits,
      caPem: this.caPem,
      enabled: true,
      addedBy: null,
      createdAt: now,
      updatedAt: now,
      azure: null,
      resource: null,
      entra: null,
      ...change,
    };
    this.#keys.set(id, key);
    this.supervisor.add(config);
    return id;
  }

  setKey(id: string, key: string, slot: KeySlot = 'primary'): void {
    this.#keys.set(secretName(id, slot), key);
  }

  view(id: string): ConnectionView {
    return this.supervisor.runner(id).view;
  }

  sendTarget(name: string): RelayTarget {
    const parsed = parseConnectionString(this.relay.sendConnectionString(name), { purpose: 'send' });
    if (parsed.outcome !== 'relay') throw new Error('the relay’s own string is refused');
    return parsed.value;
  }

  async sender(name: string, onEvent: (event: SenderEvent) => void = () => undefined): Promise<Sender> {
    const sender = await startSender({
      target: this.sendTarget(name),
      bindAddress: '127.0.0.1',
      port: 0,
      caPem: this.caPem,
      platform: process.platform,
      onEvent,
    });
    this.#senders.push(sender);
    return sender;
  }

  /** Hears of every change of the supervisor, the relay or the sessions. */
  onChange(listener: () => void): void {
    this.#waiters.add(listener);
  }

  /** Waits until something holds; looks again with every change of the supervisor, the relay or the sessions. */
  async until(what: string, condition: () => boolean, timeoutMs = 15_000): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!condition()) return;
        finish();
        resolve();
      };
      // Counters move without an event; a look now and then sees them.
      const poll = setInterval(look, 20);
      const timer = setTimeout(() => {
        finish();
        reject(new Error(`not within ${timeoutMs} ms: ${what}`));
      }, timeoutMs);
      const finish = (): void => {
        clearInterval(poll);
        clearTimeout(timer);
        this.#waiters.delete(look);
      };
      this.#waiters.add(look);
    });
  }

  untilStatus(id: string, status: ConnectionView['azure']['status'], timeoutMs?: number): Promise<void> {
    return this.until(status, () => this.view(id).azure.status === status, timeoutMs);
  }

  async closeSenders(): Promise<void> {
    await Promise.all(this.#senders.splice(0).map((sender) => sender.close()));
  }

  async close(): Promise<void> {
    this.supervisor.dispose();
    await this.closeSenders();
    await this.relay.close();
    for (const server of this.#servers) server.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** A client socket with half-open allowed. */
export async function dial(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return socket;
}

/** Everything a socket sends until its end. The socket stays open for writing (`for await` would destroy it). */
export function readAll(socket: Socket): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.once('end', () => resolve(Buffer.concat(parts)));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed before its end')));
  });
}
