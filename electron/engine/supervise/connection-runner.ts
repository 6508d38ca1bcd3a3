/**
 * One connection of this host, whole: its listener, its sessions, both legs of its status. Owns them all; `dispose`
 * leaves nothing behind but what is being let go of politely, for seconds.
 */
import type {
  ConnectionChange,
  ConnectionConfig,
  ConnectionEndpoint,
  KeySlot,
} from '../../contract/connection.ts';
import type { AzureLeg, ConnectionView } from '../../contract/connection-view.ts';
import { effectiveLimits, type EffectiveLimits } from '../../contract/effective-limits.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { ConnectionMeter } from '../metrics/connection-meter.ts';
import type { WakeReason } from '../net/host-watch.ts';
import type { Resolve } from '../net/resolve-name.ts';
import { SpareConnection } from '../net/spare-connection.ts';
import type { MayDial } from '../policy/may-dial.ts';
import type { AcceptMessage } from '../relay/messages.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { tryTarget, type TargetReached } from '../tunnel/try-target.ts';
import { AcceptDesk } from './accept-desk.ts';
import { azureLegOf } from './azure-leg.ts';
import { ChannelKeeper, defaultChannelLifeMs } from './channel-keeper.ts';
import { EndpointWatch } from './endpoint-watch.ts';
import { EntityWatch, isSameEndpoint, type Learned } from './entity-watch.ts';
import type { HostGate } from './host-gate.ts';
import type { HostLimits } from './host-limits.ts';
import { LimitHits } from './limit-hits.ts';
import { ListenerDriver } from './listener-driver.ts';
import type { ListenerEvent, ListenerState } from './listener-machine.ts';
import { RelayAccess, type RelayAccessPorts } from './relay-access.ts';
import { defaultZombieTimes, ZombieWatch, type ZombieTimes } from './zombie-watch.ts';

export interface RunnerPorts extends Omit<RelayAccessPorts, 'config'> {
  readonly mayDial: MayDial;
  readonly resolve?: Resolve;
  readonly settings: () => Settings;
  /** What all connections share. */
  readonly host: HostLimits;
  /** Time between looks at the relay's metadata while connected, milliseconds. */
  readonly metadataIntervalMs: number;
  /** Age at which a channel is replaced, milliseconds. */
  readonly channelLifeMs?: number;
  readonly zombieTimes?: ZombieTimes;
  readonly gateFor: (config: ConnectionConfig) => HostGate;
  readonly onChange: () => void;
  readonly onSessionEnd: (record: SessionRecord) => void;
  readonly onLearned: (learned: Learned) => void;
  /** Without one nothing is counted. */
  readonly meter?: ConnectionMeter | undefined;
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
  readonly #keeper: ChannelKeeper;
  readonly #zombies: ZombieWatch;
  readonly #desk: AcceptDesk;
  readonly #spare: SpareConnection;
  readonly #hits: LimitHits;
  readonly #endpoint: EndpointWatch;
  readonly #entityWatch: EntityWatch;
  readonly #disposed = new AbortController();
  /** Why the open channel's token couldn't be renewed when that was tried last. */
  #tokenProblem: ErrorData | null = null;
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
      onCount: (listeners) => this.#zombies.counted(listeners),
      onChange,
      onMissed: (error) => this.#notAnswered(error),
    });
    this.#spare = new SpareConnection({ clock, dialRelay: this.#relay.dial });
    this.#hits = new LimitHits({ clock, log: ports.log, onChange });
    this.#desk = new AcceptDesk(config.id, {
      clock,
      mayDial: ports.mayDial,
      ...(ports.resolve === undefined ? {} : { resolve: ports.resolve }),
      rendezvous: this.#spare,
      limits: () => this.#limits,
      host: ports.host,
      hits: this.#hits,
      onTargetReached: (dialMs, address) => {
        this.#endpoint.sessionReached({ dialMs, address });
        ports.meter?.dialled(dialMs);
      },
      onSessionEnd: (record) => this.#sessionEnded(record),
      onChange,
      meter: ports.meter,
    });
    this.#listener = new ListenerDriver({
      clock,
      random,
      id: config.id,
      gate: () => ports.gateFor(this.#config),
      prepare: (signal) => this.#prepare(signal),
      createChannel: (handler) => this.#relay.createChannel(handler),
      tryAgainAtOnce: (failure) => this.#relay.keys.failed(failure),
      attemptTimeoutMs,
      openSessions: () => this.#desk.open,
      drainMs: () => ports.settings().drainSeconds * 1000,
      onOnline: (untilClosed) => this.#online(untilClosed),
      onAccept: (accept) => this.#accept(accept),
      onRequestElsewhere: (request) => this.#relay.refuseHttp(request, this.#disposed.signal),
      onTokenRenewed: () => {
        ports.log.debug('token renewed');
        this.#tokenIs(null);
      },
      onTokenNotRenewed: (problem) => {
        ports.log.warn('token not renewed', { problem: toErrorData(problem) });
        this.#tokenIs(toErrorData(problem));
      },
      onIgnored: (problem) => ports.log.warn('control message ignored', { problem: toErrorData(problem) }),
      onState: (state, event) => this.#stateChanged(state, event),
      meter: ports.meter,
      endSessions: (detail) => this.#desk.killAll(detail === timeIsOver ? this.#endDetail : this.#stopDetail),
      onChange,
    });
    this.#keeper = new ChannelKeeper({
      clock,
      random,
      log: ports.log,
      relay: this.#relay,
      listener: this.#listener,
      channelLifeMs: ports.channelLifeMs ?? defaultChannelLifeMs,
    });
    this.#zombies = new ZombieWatch({
      clock,
      log: ports.log,
      name: () => this.#config.name,
      look: (signal) => this.#entityWatch.look(signal),
      replace: () => this.#keeper.replace('not counted'),
      times: ports.zombieTimes ?? defaultZombieTimes,
    });
  }

  get view(): ConnectionView {
    const { in: bytesIn, out: bytesOut } = this.#desk.bytes;
    return {
      config: this.#config,
      azure: this.#azureLeg,
      endpoint: this.#endpoint.leg,
      listeners: this.#entityWatch.listeners,
      endpointInAzure: this.#entityWatch.endpointInAzure,
      keys: this.#relay.keys.view,
      tokenProblem: this.#tokenProblem,
      limitHit: this.#hits.last,
      sessions: this.#desk.open,
      lastSessionAt: this.#desk.lastAcceptedAt,
      bytesIn,
      bytesOut,
    };
  }

  get #limits(): EffectiveLimits {
    return effectiveLimits(this.#config.limits, this.#ports.settings());
  }

  /** Both ways as they are now; cheaper than the whole view. */
  get legs(): Pick<ConnectionView, 'azure' | 'endpoint' | 'limitHit'> {
    return { azure: this.#azureLeg, endpoint: this.#endpoint.leg, limitHit: this.#hits.last };
  }

  /**
   * The endpoint that Azure names in place of its own of before; null where they are the same, or a person chose, and
   * undefined while Azure hasn't said anything since this host started.
   */
  get endpointInAzure(): ConnectionView['endpointInAzure'] | undefined {
    if (this.#config.endpoint?.source !== 'azure') return null;
    return this.#entityWatch.wasAsked ? this.#entityWatch.endpointInAzure : undefined;
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

  /**
   * This host was asleep, or its network or clock has changed: an open channel has to show at once that it lives, and a
   * wait ends soon. Connections that wait for a relay host are let through by its gate.
   */
  wake(reason: WakeReason): void {
    this.#spare.clear();
    // Asleep a token may have run out, and by a wrong clock it was signed wrongly.
    if (reason !== 'networkChanged') this.#listener.renewToken();
    if (!this.#listener.wake()) void this.#keeper.replace(reason);
    if (this.#endpoint.leg.status === 'unreachable') this.#endpoint.checkNow();
  }

  /** The account that it listens with may be good again: what waits tries, and an open channel gets a token. */
  signedIn(): void {
    if (this.#listener.state.name === 'online') this.#listener.renewToken();
    else this.#listener.retryNow();
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

  /**
   * Shows Azure another key of the same connection, while online on a channel of its own, and lets it count from then
   * on. Keep it in the store and {@link change} the key's name after that.
   * @param mustTakeOver listen with it whatever slot is in use.
   * @throws HcmError why Azure didn't accept it, or couldn't be asked; then nothing has changed.
   */
  async tryKey(slot: KeySlot, key: string, keyName: string, mustTakeOver = false): Promise<void> {
    const { kind, host } = this.#config;
    if (kind === 'biztalk') throw new HcmError('HCM1016', { host });
    await this.#keeper.tryKey({ slot, key, keyName }, this.#disposed.signal, mustTakeOver);
    this.#ports.onChange();
  }

  /** Part of the config changed; what isn't named stays as it is here, whatever the store could keep of it. */
  change(change: ConnectionChange & { readonly updatedAt?: string }): void {
    const before = this.#config.endpoint;
    this.#config = { ...this.#config, ...change };
    this.#keysChanged(change);
    this.#entityWatch.endpointChanged();
    if (change.limits !== undefined) this.#desk.limitsChanged();
    if (!isSameEndpoint(before, this.#config.endpoint) && this.#listener.state.name !== 'stopped') {
      this.#endpoint.stop();
      this.#endpoint.start();
    }
    this.#ports.onChange();
  }

  /** The host's settings changed; what is read anew each time needs no word. */
  settingsChanged(): void {
    this.#spare.clear();
    this.#desk.limitsChanged();
  }

  /** Ends everything at once. */
  dispose(detail: StopDetail = 'removed'): void {
    this.#willEnd(detail);
    this.#disposed.abort(new HcmError('HCM3123', { reason: detail }));
    this.#endpoint.stop();
    this.#listener.end();
    this.#desk.killAll(detail);
    this.#hits.dispose();
  }

  #willEnd(detail: StopDetail): void {
    this.#stopDetail = detail;
    this.#endDetail = this.#listener.state.name === 'draining' ? detail : timeIsOver;
  }

  /** What the store says of the keys is in force; a key that was taken away signs no further token. */
  #keysChanged(change: ConnectionChange): void {
    const { keys } = this.#relay;
    const before = keys.view.inUse;
    if (change.keyName !== undefined) keys.stored('primary');
    if (change.secondaryKeyName !== undefined) keys.stored('secondary');
    if (keys.view.inUse !== before) this.#listener.renewToken();
  }

  /** A look that failed is no failure of the connection; but where the key is refused its channel won't last either. */
  #notAnswered(error: unknown): void {
    const problem = toErrorData(error);
    this.#ports.log.debug('metadata not read', { problem });
    const { inUse, refused } = this.#relay.keys.view;
    const isNews = !refused.some(({ slot }) => slot === inUse);
    if (problem.code === 'HCM2020' && isNews) void this.#keeper.replace('key refused');
  }

  #tokenIs(problem: ErrorData | null): void {
    if (this.#tokenProblem === null && problem === null) return;
    this.#tokenProblem = problem;
    this.#ports.onChange();
  }

  #online(untilClosed: AbortSignal): void {
    this.#relay.keys.accepted();
    untilClosed.addEventListener('abort', () => this.#tokenIs(null), { once: true });
    this.#keeper.follow(untilClosed);
    this.#spare.follow(untilClosed);
    this.#zombies.follow(untilClosed);
    untilClosed.addEventListener('abort', () => this.#entityWatch.pause(), { once: true });
    this.#entityWatch.follow(untilClosed);
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
    // Too many open files are this host's trouble, and told as a limit.
    if (code?.startsWith('HCM310') === true && code !== 'HCM3107' && endpoint !== null) {
      const { host, port } = endpoint;
      this.#endpoint.sessionFailed(new HcmError(code, { host, port, reason: detail }));
    }
    this.#ports.onSessionEnd(record);
    if (this.#desk.open === 0) this.#listener.sessionsEnded();
  }

  #probe(signal: AbortSignal): Promise<TargetReached> {
    const { host, port, name, endpoint } = this.#config;
    if (endpoint === null) return Promise.reject(new HcmError('HCM2041', { name, host, port }));
    const { clock, mayDial, resolve } = this.#ports;
    return tryTarget({
      host: endpoint.host,
      port: endpoint.port,
      mayDial,
      clock,
      signal,
      timeoutMs: this.#limits.dialTimeoutSeconds * 1000,
      ...(resolve === undefined ? {} : { resolve }),
    });
  }

  get #azureLeg(): AzureLeg {
    return azureLegOf(this.#config, this.#listener, (of) => this.#relay.proxy(of));
  }

  #stateChanged(state: ListenerState, event: ListenerEvent): void {
    const cause = event.type === 'failed' ? { cause: toErrorData(event.error) } : {};
    this.#ports.log.info('connection state', { state: state.name, ...cause });
  }
}
