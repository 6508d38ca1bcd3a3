/**
 * One connection of this host, whole: its listener, its sessions, both legs of its status. Owns them all; `dispose`
 * leaves no timer and no socket behind.
 */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { ConnectionChange, ConnectionConfig } from '../../contract/connection.ts';
import type { AzureLeg, ConnectionView } from '../../contract/connection-view.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import { statusOfProblem } from '../../contract/status.ts';
import type { Clock, Random } from '../clock.ts';
import type { Logger } from '../log/logger.ts';
import type { RelayDialer } from '../net/dial-relay.ts';
import type { Trust } from '../net/trust.ts';
import type { MayDial } from '../policy/may-dial.ts';
import {
  ControlChannel,
  type ControlChannelHandler,
  type ControlChannelTimes,
} from '../relay/control-channel.ts';
import { fetchEntityInfo, type EntityInfo } from '../relay/entity-info.ts';
import { refuseHttpRequest } from '../relay/http-refusal.ts';
import type { AcceptMessage, RequestMessage } from '../relay/messages.ts';
import type { RelayEntity } from '../relay/relay-address.ts';
import { createSasToken, sasResource } from '../relay/sas-token.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { dialTarget, type Resolve } from '../tunnel/target-dialer.ts';
import { AcceptDesk } from './accept-desk.ts';
import { EndpointWatch } from './endpoint-watch.ts';
import { EntityWatch, isSameEndpoint, type Learned } from './entity-watch.ts';
import type { HostGate } from './host-gate.ts';
import { ListenerDriver } from './listener-driver.ts';
import type { ListenerEvent, ListenerState } from './listener-machine.ts';

export interface RunnerPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly dialer: RelayDialer;
  readonly trust: Trust;
  readonly mayDial: MayDial;
  readonly resolve?: Resolve;
  readonly settings: () => Settings;
  readonly times: ControlChannelTimes;
  /** Time between looks at the relay's metadata while connected, milliseconds. */
  readonly metadataIntervalMs: number;
  readonly userAgent: string;
  readonly gateFor: (config: ConnectionConfig) => HostGate;
  /** The key of the connection's rule. @throws HcmError HCM4010 */
  readonly openKey: () => Promise<string>;
  readonly onChange: () => void;
  readonly onSessionEnd: (record: SessionRecord) => void;
  readonly onLearned: (learned: Learned) => void;
}

const metadataTimeoutMs = 21_000;
const metadataTokenLifeMs = 10 * 60_000;

export class ConnectionRunner {
  readonly #ports: RunnerPorts;
  #config: ConnectionConfig;
  readonly #listenerId = randomUUID();
  readonly #listener: ListenerDriver;
  readonly #desk: AcceptDesk;
  readonly #endpoint: EndpointWatch;
  readonly #entityWatch: EntityWatch;
  readonly #disposed = new AbortController();
  /** Opened at the beginning of each attempt; tokens are signed with it while the channel lives. */
  #key = '';

  constructor(config: ConnectionConfig, ports: RunnerPorts) {
    this.#config = config;
    this.#ports = ports;
    const { clock, random, onChange } = ports;
    this.#endpoint = new EndpointWatch({
      clock,
      random,
      probe: (signal) => this.#probe(signal),
      idleCheckMs: () => ports.settings().endpointCheckMinutes * 60_000,
      onChange,
    });
    this.#entityWatch = new EntityWatch({
      clock,
      random,
      intervalMs: ports.metadataIntervalMs,
      config: () => this.#config,
      fetchInfo: (signal) => this.#fetchInfo(signal),
      onLearned: ports.onLearned,
      onChange,
      onMissed: (error) => ports.log.debug('metadata not read', { problem: toErrorData(error) }),
    });
    this.#desk = new AcceptDesk(config.id, {
      clock,
      mayDial: ports.mayDial,
      ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
      dialRelay: this.#dialRelay,
      dialTimeoutMs: () => ports.settings().dialTimeoutSeconds * 1000,
      halfCloseTimeoutMs: () => ports.settings().halfCloseMinutes * 60_000,
      maxSessions: () => ports.settings().maxSessionsPerConnection,
      onTargetReached: (dialMs) => this.#endpoint.sessionReached(dialMs),
      onSessionEnd: (record) => this.#sessionEnded(record),
      onChange,
    });
    this.#listener = new ListenerDriver({
      clock,
      random,
      id: config.id,
      gate: () => ports.gateFor(this.#config),
      prepare: (signal) => this.#prepare(signal),
      createChannel: (handler) => this.#createChannel(handler),
      openSessions: () => this.#desk.open,
      drainMs: () => ports.settings().drainSeconds * 1000,
      onOnline: (untilClosed) => {
        untilClosed.addEventListener('abort', () => this.#entityWatch.pause(), { once: true });
        this.#entityWatch.follow(untilClosed);
      },
      onAccept: (accept) => this.#accept(accept),
      onRequestElsewhere: (request) => this.#refuseHttp(request),
      onTokenRenewed: () => ports.log.debug('token renewed'),
      onIgnored: (problem) => ports.log.warn('control message ignored', { problem: toErrorData(problem) }),
      onState: (state, event) => this.#logState(state, event),
      endSessions: (detail) => this.#desk.killAll(detail),
      onChange,
    });
  }

  get view(): ConnectionView {
    const { in: bytesIn, out: bytesOut } = this.#desk.bytes;
    return {
      config: this.#config,
      azure: this.#azureLeg(),
      endpoint: this.#endpoint.leg,
      listeners: this.#entityWatch.listeners,
      endpointInAzure: this.#entityWatch.endpointInAzure,
      sessions: this.#desk.open,
      bytesIn,
      bytesOut,
    };
  }

  /** Nothing is open or under way any more. */
  get isAtRest(): boolean {
    return this.#listener.state.name === 'stopped' && this.#desk.open === 0;
  }

  sessions(): SessionRecord[] {
    return this.#desk.records();
  }

  /** @returns false when there is no such session. */
  killSession(sessionId: string): boolean {
    return this.#desk.kill(sessionId, 'closed by hand');
  }

  start(): void {
    if (this.#config.kind === 'biztalk') return;
    if (this.#config.endpoint) this.#endpoint.start();
    this.#listener.start();
  }

  stop(): void {
    this.#endpoint.stop();
    this.#listener.stop();
  }

  restart(): void {
    if (this.#config.kind === 'biztalk') return;
    if (this.#config.endpoint) this.#endpoint.start();
    this.#listener.restart();
  }

  retryNow(): void {
    this.#listener.retryNow();
    this.#endpoint.checkNow();
  }

  checkEndpoint(): void {
    this.#endpoint.checkNow();
  }

  /** Part of the config changed; what isn't named stays as it is here, whatever the store could keep of it. */
  change(change: ConnectionChange & { readonly updatedAt?: string }): void {
    const before = this.#config.endpoint;
    this.#config = { ...this.#config, ...change };
    if (!isSameEndpoint(before, this.#config.endpoint) && this.#listener.state.name !== 'stopped') {
      this.#endpoint.stop();
      this.#endpoint.start();
    }
    this.#ports.onChange();
  }

  /** Ends everything at once. */
  dispose(): void {
    this.#disposed.abort(new HcmError('HCM3123', { reason: 'removed' }));
    this.#endpoint.stop();
    this.#listener.end();
    this.#desk.killAll('removed');
  }

  get #entity(): RelayEntity {
    return { host: this.#config.host, port: this.#config.port, entityPath: this.#config.name };
  }

  readonly #dialRelay = (host: string, port: number, timeoutMs: number, signal: AbortSignal) =>
    this.#ports.dialer.dial({
      host,
      port,
      timeoutMs,
      signal,
      trust: this.#ports.trust.contextFor(this.#config.caPem),
    });

  /** Without a key or an endpoint nothing could be served: an app is better off with another host, or a clear no. */
  async #prepare(signal: AbortSignal): Promise<void> {
    this.#key = await this.#ports.openKey();
    signal.throwIfAborted();
    this.#ports.trust.contextFor(this.#config.caPem);
    await this.#entityWatch.requireEndpoint(signal);
  }

  #createChannel(handler: ControlChannelHandler): ControlChannel {
    const { clock, random, userAgent, times } = this.#ports;
    return new ControlChannel(
      { entity: this.#entity, listenerId: this.#listenerId, userAgent, times },
      { clock, random, createToken: (lifeMs) => this.#token(lifeMs), dialRelay: this.#dialRelay },
      handler,
    );
  }

  #token(lifeMs: number): string {
    return createSasToken({
      resource: sasResource(this.#config.host, this.#config.name),
      keyName: this.#config.keyName,
      key: this.#key,
      expiresAtSeconds: Math.ceil((this.#ports.clock.now() + lifeMs) / 1000),
    });
  }

  async #fetchInfo(signal: AbortSignal): Promise<EntityInfo> {
    const token = this.#token(metadataTokenLifeMs);
    const { host, port } = this.#config;
    const socket = await this.#dialRelay(host, port, metadataTimeoutMs, signal);
    const now = (): number => this.#ports.clock.now();
    return fetchEntityInfo({ entity: this.#entity, socket, token, timeoutMs: metadataTimeoutMs, now });
  }

  #accept(accept: AcceptMessage): void {
    try {
      this.#desk.accept(accept, this.#entity, this.#config.endpoint);
    } catch (error) {
      this.#ports.log.warn('accept not followed', { problem: toErrorData(error) });
    }
  }

  #refuseHttp(request: RequestMessage): void {
    refuseHttpRequest({
      address: request.address,
      entity: this.#entity,
      clock: this.#ports.clock,
      dialRelay: this.#dialRelay,
      signal: this.#disposed.signal,
    }).catch((error: unknown) =>
      this.#ports.log.warn('HTTP request not answered', { problem: toErrorData(error) }),
    );
  }

  #sessionEnded(record: SessionRecord): void {
    const { code, detail } = record;
    const { endpoint } = this.#config;
    if (code?.startsWith('HCM310') === true && endpoint !== null) {
      const { host, port } = endpoint;
      this.#endpoint.sessionFailed(new HcmError(code, { host, port, reason: detail }));
    }
    this.#ports.onSessionEnd(record);
    if (this.#desk.open === 0) this.#listener.sessionsEnded();
  }

  async #probe(signal: AbortSignal): Promise<number> {
    const { host, port, name, endpoint } = this.#config;
    if (endpoint === null) throw new HcmError('HCM2041', { name, host, port });
    const { clock, mayDial, resolve, settings } = this.#ports;
    const began = clock.monotonicMs();
    const socket = await dialTarget({
      host: endpoint.host,
      port: endpoint.port,
      mayDial,
      clock,
      signal,
      timeoutMs: settings().dialTimeoutSeconds * 1000,
      ...(resolve === undefined ? {} : { resolve }),
    });
    const dialMs = clock.monotonicMs() - began;
    letGo(socket, clock);
    return dialMs;
  }

  #azureLeg(): AzureLeg {
    const { state, failures: attempt, since } = this.#listener;
    const plain = { since, problem: null, retryAt: null, attempt } as const;
    if (this.#config.kind === 'biztalk') return { ...plain, status: 'discontinued', attempt: 0 };
    switch (state.name) {
      case 'stopped':
        return { ...plain, status: 'stopped' };
      case 'connecting':
        return { ...plain, status: 'connecting' };
      case 'online':
        return { ...plain, status: 'connected', attempt: 0 };
      case 'draining':
        return { ...plain, status: 'stopping', retryAt: state.until };
      case 'waiting':
      case 'blocked':
        return {
          status: statusOfProblem(state.cause.code),
          since,
          problem: toErrorData(state.cause),
          retryAt: state.until,
          attempt,
        };
    }
  }

  #logState(state: ListenerState, event: ListenerEvent): void {
    const cause = event.type === 'failed' ? { cause: toErrorData(event.error) } : {};
    this.#ports.log.info('connection state', { state: state.name, ...cause });
  }
}

/** How long an endpoint may take to end a connection that only looked whether it is there. */
const letGoTimeoutMs = 2_000;

/** Ends a check politely: a server that greets first would see a reset if its greeting stayed unread. */
function letGo(socket: Socket, clock: Clock): void {
  const cancel = clock.after(letGoTimeoutMs, () => socket.destroy());
  socket.once('close', cancel);
  socket.resume();
  socket.end();
}
