/**
 * The local relay: the service side of Azure Relay Hybrid Connections on loopback. Owns the HTTPS server and every part
 * behind it; routes what arrives (relay-protocol §9.2).
 *
 * Invariants: TLS 1.2 or later only; whatever a peer sends, only its own connection suffers; after `close` no socket and no
 * timer of the relay is left.
 */
import { once } from 'node:events';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { HcmError } from '../contract/errors.ts';
import {
  gatewayConnectionString,
  namespaceConnectionString,
  sendConnectionString,
} from './connection-strings.ts';
import { Connects } from './connects.ts';
import { ControlChannels } from './control-channels.ts';
import { EntityMap } from './entities.ts';
import type { AuthorizationRule, EntityConfig } from './entities.ts';
import type { EntraCheck } from './entra-check.ts';
import { RelayEvents } from './events.ts';
import type { RelayEventListener } from './events.ts';
import { FaultPlan } from './fault-plan.ts';
import { RelayFaults } from './faults.ts';
import { HttpMode } from './http-mode.ts';
import { createRelayServer } from './https-server.ts';
import { defaultLimits } from './limits.ts';
import type { RelayLimits } from './limits.ts';
import { PendingCount } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import { RendezvousDesk } from './rendezvous-desk.ts';
import { Routes } from './routes.ts';
import { SecureSockets } from './secure-sockets.ts';

export interface LocalRelayOptions {
  /** What `loadOrCreateCertificates` gives. */
  readonly certificates: { readonly certPem: string; readonly keyPem: string };
  /** 127.0.0.1 when left out. */
  readonly host?: string;
  /** 0, a free one, when left out. */
  readonly port?: number;
  readonly entities?: readonly EntityConfig[];
  readonly namespaceRules?: readonly AuthorizationRule[];
  /** Takes tokens of Entra besides those of keys (relay-protocol §2.5). */
  readonly entra?: EntraCheck;
  readonly limits?: Partial<RelayLimits>;
  /** Milliseconds since 1970; decides about tokens and is shown in `Date`. */
  readonly now?: () => number;
}

export class LocalRelay {
  readonly faults: RelayFaults;
  readonly #options: LocalRelayOptions;
  readonly #server: Server;
  readonly #context: RelayContext;
  readonly #events: RelayEvents;
  readonly #channels: ControlChannels;
  readonly #connects: Connects;
  readonly #http: HttpMode;
  #port = 0;
  #closing: Promise<void> | undefined;

  constructor(options: LocalRelayOptions) {
    this.#options = options;
    const limits = { ...defaultLimits, ...options.limits };
    const plan = new FaultPlan();
    const now = (): number => (options.now ?? Date.now)() + plan.clockOffsetMs;
    this.#events = new RelayEvents(now);
    this.#context = {
      limits,
      now,
      plan,
      events: this.#events,
      entities: new EntityMap(),
      namespaceRules: options.namespaceRules ?? [],
      entra: options.entra,
      sockets: new SecureSockets(),
      desk: new RendezvousDesk(),
      pending: new PendingCount(limits.pendingExchanges),
      namespaceUrl: () => this.url,
    };
    for (const entity of options.entities ?? []) this.#context.entities.add(entity);
    this.#channels = new ControlChannels(this.#context, {
      onRegistered: (channel) => this.#connects.listenerArrived(channel),
      onGone: (channel) => {
        this.#connects.listenerGone(channel);
        this.#http.listenerGone(channel);
      },
      onResponse: (channel, response, body) => this.#http.onResponse(channel, response, body),
    });
    this.#connects = new Connects(this.#context, this.#channels);
    this.#http = new HttpMode(this.#context, this.#channels);
    const routes = new Routes(this.#context, {
      listen: (arrival) => this.#channels.listen(arrival),
      connect: (arrival) => this.#connects.connect(arrival),
      request: (request, response, target) => this.#http.handle(request, response, target),
      listenerCount: (entity) => this.#channels.count(entity),
    });
    this.#server = createRelayServer(this.#context, options.certificates, routes);
    this.faults = new RelayFaults({
      plan,
      channels: (entity) => this.#channels.all(entity),
      forget: (channel) => this.#channels.forget(channel),
      checkTokens: () => this.#channels.checkDeadlines(),
      abortSessions: (reason, entity) => this.#connects.abortSessions(reason, entity),
      goDown: () => this.#stop(),
      comeBack: () => this.#listenOn(this.#port),
    });
  }

  /** `sb://localhost:PORT/` */
  get url(): string {
    return `sb://localhost:${this.#port}/`;
  }

  get port(): number {
    return this.#port;
  }

  async listen(): Promise<void> {
    await this.#listenOn(this.#options.port ?? 0);
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends everything, for good. Calling it again waits for the same end. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  subscribe(listener: RelayEventListener): () => void {
    return this.#events.subscribe(listener);
  }

  addEntity(entity: EntityConfig): void {
    this.#context.entities.add(entity);
  }

  /** New keys count from the next token on; listeners stay until theirs runs out (relay-protocol §2.3). */
  updateEntity(entity: EntityConfig): void {
    this.#context.entities.replace(entity);
  }

  /** Closes its listeners and sessions with 1001 (relay-protocol §3.9). */
  removeEntity(name: string): void {
    if (this.#context.entities.remove(name) === undefined) return;
    const reason = 'The hybrid connection was deleted.';
    for (const channel of this.#channels.all(name)) channel.close(1001, reason);
    this.#connects.endAll(1001, 404, `Endpoint does not exist. ${reason}`, name);
    this.#http.endAll(reason, name);
  }

  entity(name: string): EntityConfig | undefined {
    return this.#context.entities.get(name);
  }

  entities(): readonly EntityConfig[] {
    return this.#context.entities.all();
  }

  listenerCount(name: string): number {
    return this.#channels.count(name);
  }

  /** Open sessions of all entities. */
  get sessionCount(): number {
    return this.#connects.sessionCount;
  }

  gatewayConnectionString(name: string): string {
    return gatewayConnectionString(this.url, this.#known(name));
  }

  sendConnectionString(name: string): string {
    return sendConnectionString(this.url, this.#known(name));
  }

  namespaceConnectionString(ruleName: string): string {
    const rule = this.#context.namespaceRules.find(({ name }) => name === ruleName);
    if (rule === undefined) throw new RangeError(`no namespace rule ${ruleName}`);
    return namespaceConnectionString(this.url, rule);
  }

  #known(name: string): EntityConfig {
    const entity = this.#context.entities.get(name);
    if (entity === undefined) throw new RangeError(`no entity ${name}`);
    return entity;
  }

  async #listenOn(port: number): Promise<void> {
    if (this.#server.listening || this.#closing !== undefined) return;
    try {
      this.#server.listen(port, this.#options.host ?? '127.0.0.1');
      await once(this.#server, 'listening');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE') throw new HcmError('HCM7001', { port }, { cause: error });
      throw new HcmError('HCM7002', { port }, { cause: error });
    }
  }

  async #close(): Promise<void> {
    const reason = 'The relay is stopping.';
    for (const channel of this.#channels.all()) channel.close(1001, reason);
    this.#connects.endAll(1001, 503, reason);
    this.#http.endAll(reason);
    await this.#stop(closeGraceMs);
  }

  /** Stops accepting, gives open connections `graceMs` to end, then resets them. */
  async #stop(graceMs = 0): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeIdleConnections();
    if (graceMs === 0) this.#context.sockets.resetAll();
    const force = setTimeout(() => this.#context.sockets.resetAll(), graceMs);
    await closed;
    clearTimeout(force);
  }
}

/** Long enough for Close frames to be answered on a healthy connection. */
const closeGraceMs = 500;
