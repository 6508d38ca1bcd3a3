/**
 * One connection of this host, whole: its listener, its sessions, both legs of its status. Owns them all; `dispose`
 * leaves nothing behind but what is being let go of politely, for seconds.
 */
import type { ConnectionChange, ConnectionConfig, ConnectionEndpoint } from '../../contract/connection.ts';
import {
  keysAtRest,
  type AzureLeg,
  type ConnectionView,
  type EndpointLeg,
} from '../../contract/connection-view.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import { statusOfProblem } from '../../contract/status.ts';
import type { Resolve } from '../net/resolve-name.ts';
import type { MayDial } from '../policy/may-dial.ts';
import type { AcceptMessage } from '../relay/messages.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { tryTarget, type TargetReached } from '../tunnel/try-target.ts';
import { AcceptDesk } from './accept-desk.ts';
import { EndpointWatch } from './endpoint-watch.ts';
import { EntityWatch, isSameEndpoint, type Learned } from './entity-watch.ts';
import type { HostGate } from './host-gate.ts';
import { ListenerDriver } from './listener-driver.ts';
import type { ListenerEvent, ListenerState } from './listener-machine.ts';
import { RelayAccess, type RelayAccessPorts } from './relay-access.ts';

export interface RunnerPorts extends Omit<RelayAccessPorts, 'config'> {
  readonly mayDial: MayDial;
  readonly resolve?: Resolve;
  readonly settings: () => Settings;
  /** Time between looks at the relay's metadata while connected, milliseconds. */
  readonly metadataIntervalMs: number;
  readonly gateFor: (config: ConnectionConfig) => HostGate;
  readonly onChange: () => void;
  readonly onSessionEnd: (record: SessionRecord) => void;
  readonly onLearned: (learned: Learned) => void;
}

/** Why this host itself ends the sessions of a connection; `end-word.ts` and the window's texts know them. */
type StopDetail = 'connection stopped' | 'host stopped' | 'removed';
const timeIsOver = 'time to finish is over';

/** Key, endpoint from Azure and channel together: after this an attempt has failed. */
const attemptTimeoutMs = 60_000;

export class ConnectionRunner {
  readonly #ports: RunnerPorts;
  #config: ConnectionConfig;
  readonly #relay: RelayAccess;
  readonly #listener: ListenerDriver;
  readonly #desk: AcceptDesk;
  readonly #endpoint: EndpointWatch;
  readonly #entityWatch: EntityWatch;
  readonly #disposed = new AbortController();
  /** What ends the sessions that are still open, for their records. */
  #stopDetail: StopDetail = 'connection stopped';
  /** The same when they had time to finish: it is over, or somebody didn't want to wait. */
  #endDetail: string = timeIsOver;

  constructor(config: ConnectionConfig, ports: RunnerPorts) {
    this.#config = config;
    this.#ports = ports;
    const { clock, random, onChange } = ports;
    this.#relay = new RelayAccess({ ...ports, config: () => this.#config });
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
      fetchInfo: (signal) => this.#relay.fetchInfo(signal),
      onLearned: ports.onLearned,
      onChange,
      onMissed: (error) => ports.log.debug('metadata not read', { problem: toErrorData(error) }),
    });
    this.#desk = new AcceptDesk(config.id, {
      clock,
      mayDial: ports.mayDial,
      ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
      dialRelay: this.#relay.dial,
      dialTimeoutMs: () => ports.settings().dialTimeoutSeconds * 1000,
      halfCloseTimeoutMs: () => ports.settings().halfCloseMinutes * 60_000,
      maxSessions: () => ports.settings().maxSessionsPerConnection,
      onTargetReached: (dialMs, address) => this.#endpoint.sessionReached({ dialMs, address }),
      onSessionEnd: (record) => this.#sessionEnded(record),
      onChange,
    });
    this.#listener = new ListenerDriver({
      clock,
      random,
      id: config.id,
      gate: () => ports.gateFor(this.#config),
      prepare: (signal) => this.#prepare(signal),
      createChannel: (handler) => this.#relay.createChannel(handler),
      attemptTimeoutMs,
      openSessions: () => this.#desk.open,
      drainMs: () => ports.settings().drainSeconds * 1000,
      onOnline: (untilClosed) => {
        untilClosed.addEventListener('abort', () => this.#entityWatch.pause(), { once: true });
        this.#entityWatch.follow(untilClosed);
      },
      onAccept: (accept) => this.#accept(accept),
      onRequestElsewhere: (request) => this.#relay.refuseHttp(request, this.#disposed.signal),
      onTokenRenewed: () => ports.log.debug('token renewed'),
      onIgnored: (problem) => ports.log.warn('control message ignored', { problem: toErrorData(problem) }),
      onState: (state, event) => this.#stateChanged(state, event),
      endSessions: (detail) => this.#desk.killAll(detail === timeIsOver ? this.#endDetail : this.#stopDetail),
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
      keys: keysAtRest(this.#config),
      limitHit: null,
      sessions: this.#desk.open,
      lastSessionAt: this.#desk.lastAcceptedAt,
      bytesIn,
      bytesOut,
    };
  }

  /** Both ways as they are now; cheaper than the whole view. */
  get legs(): { readonly azure: AzureLeg; readonly endpoint: EndpointLeg } {
    return { azure: this.#azureLeg(), endpoint: this.#endpoint.leg };
  }

  /** The endpoint that Azure names in place of its own of before; null where they are the same, or a person chose. */
  get endpointInAzure(): ConnectionView['endpointInAzure'] {
    return this.#config.endpoint?.source === 'azure' ? this.#entityWatch.endpointInAzure : null;
  }

  /** Nothing is open or under way any more. */
  get isAtRest(): boolean {
    return this.#listener.state.name === 'stopped' && this.#desk.open === 0;
  }

  sessions(): SessionRecord[] {
    return this.#desk.records();
  }

  /** @returns false when there is no such session. */
  killSession(sessionId: string, detail: string): boolean {
    return this.#desk.kill(sessionId, detail);
  }

  /** Ends the open sessions at once, and with the last of them a drain. @returns how many there were. */
  closeSessions(detail: string): number {
    const { open } = this.#desk;
    this.#desk.killAll(detail);
    return open;
  }

  start(): void {
    if (this.#config.kind === 'biztalk') return;
    if (this.#config.endpoint) this.#endpoint.start();
    this.#listener.start();
  }

  /** Lets sessions finish; a second request ends them at once. */
  stop(detail: StopDetail = 'connection stopped'): void {
    this.#willEnd(detail);
    this.#endpoint.stop();
    this.#listener.stop();
  }

  restart(): void {
    if (this.#config.kind === 'biztalk') return;
    this.#willEnd('connection stopped');
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

  /** Asks Azure and tries the endpoint, whatever the state; resolves when both were tried, and never rejects. */
  async refresh(): Promise<void> {
    if (this.#config.kind === 'biztalk') return;
    await Promise.all([this.#entityWatch.look(this.#disposed.signal), this.#endpoint.check()]);
    const { state } = this.#listener;
    const lackedEndpoint =
      state.name === 'blocked' && (state.cause.code === 'HCM2041' || state.cause.code === 'HCM2042');
    if (lackedEndpoint && this.#config.endpoint !== null) this.#listener.retryNow();
  }

  /**
   * The endpoint that Azure names now.
   * @throws HcmError HCM2041, HCM2042, or why Azure couldn't be asked.
   */
  endpointOfAzure(): Promise<ConnectionEndpoint> {
    return this.#entityWatch.endpointOfAzure(this.#disposed.signal);
  }

  /** Another key of the same connection: for the token of the open channel at once, else for an attempt right now. */
  useKey(key: string, change: { readonly keyName: string; readonly updatedAt: string }): void {
    this.#relay.useKey(key);
    this.change(change);
    if (this.#listener.state.name === 'online') this.#listener.renewToken();
    else this.#listener.retryNow();
  }

  /** Part of the config changed; what isn't named stays as it is here, whatever the store could keep of it. */
  change(change: ConnectionChange & { readonly updatedAt?: string }): void {
    const before = this.#config.endpoint;
    this.#config = { ...this.#config, ...change };
    this.#entityWatch.endpointChanged();
    if (!isSameEndpoint(before, this.#config.endpoint) && this.#listener.state.name !== 'stopped') {
      this.#endpoint.stop();
      this.#endpoint.start();
    }
    this.#ports.onChange();
  }

  /** Ends everything at once. */
  dispose(detail: StopDetail = 'removed'): void {
    this.#willEnd(detail);
    this.#disposed.abort(new HcmError('HCM3123', { reason: detail }));
    this.#endpoint.stop();
    this.#listener.end();
    this.#desk.killAll(detail);
  }

  #willEnd(detail: StopDetail): void {
    this.#stopDetail = detail;
    this.#endDetail = this.#listener.state.name === 'draining' ? detail : timeIsOver;
  }

  /** Without a key or an endpoint nothing could be served: an app is better off with another host, or a clear no. */
  async #prepare(signal: AbortSignal): Promise<void> {
    await this.#relay.prepare(signal);
    await this.#entityWatch.requireEndpoint(signal);
  }

  #accept(accept: AcceptMessage): void {
    try {
      this.#desk.accept(accept, this.#relay.entity, this.#config.endpoint);
    } catch (error) {
      this.#ports.log.warn('accept not followed', { problem: toErrorData(error) });
    }
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

  #probe(signal: AbortSignal): Promise<TargetReached> {
    const { host, port, name, endpoint } = this.#config;
    if (endpoint === null) return Promise.reject(new HcmError('HCM2041', { name, host, port }));
    const { clock, mayDial, resolve, settings } = this.#ports;
    return tryTarget({
      host: endpoint.host,
      port: endpoint.port,
      mayDial,
      clock,
      signal,
      timeoutMs: settings().dialTimeoutSeconds * 1000,
      ...(resolve === undefined ? {} : { resolve }),
    });
  }

  #azureLeg(): AzureLeg {
    const { state, failures: attempt, since } = this.#listener;
    const plain = { since, problem: null, retryAt: null, attempt, answersInMs: null, via: null } as const;
    if (this.#config.kind === 'biztalk') return { ...plain, status: 'discontinued', attempt: 0 };
    switch (state.name) {
      case 'stopped':
        return { ...plain, status: 'stopped' };
      case 'connecting':
        return { ...plain, status: 'connecting' };
      case 'online':
        return { ...plain, status: 'connected', attempt: 0, answersInMs: this.#listener.answersInMs };
      case 'draining':
        return { ...plain, status: 'stopping', retryAt: state.until };
      case 'waiting':
      case 'blocked':
        return {
          ...plain,
          status: statusOfProblem(state.cause.code),
          problem: toErrorData(state.cause),
          retryAt: state.until,
        };
    }
  }

  #stateChanged(state: ListenerState, event: ListenerEvent): void {
    // The relay refused a key that was replaced while it looked at it: nobody waits minutes for the new one.
    if (state.name === 'blocked' && this.#relay.hasNewerKey) queueMicrotask(() => this.#listener.retryNow());
    const cause = event.type === 'failed' ? { cause: toErrorData(event.error) } : {};
    this.#ports.log.info('connection state', { state: state.name, ...cause });
  }
}
