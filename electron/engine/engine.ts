/**
 * The engine: what `main` and `cli` both hold. Opens the data folder's store and answers the contract; `start` brings
 * the connections up. Owns the store, the supervisor, the records and the feed of changes.
 *
 * Without `start` it only works on the store: so a command does the same with and without a running host.
 */
import { arch } from 'node:os';
import {
  contractVersion,
  type CallInput,
  type CallName,
  type CallOutput,
  type ContractEvent,
  type Host,
  type HostInfo,
} from '../contract/api.ts';
import type { KeySlot } from '../contract/connection.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { viewAtRest } from '../contract/view-at-rest.ts';
import { HcmError, toErrorData } from '../contract/errors.ts';
import { formatHostPort } from '../contract/host-port.ts';
import { ConnectionRecords } from './activity/connection-records.ts';
import { KeptRecords } from './activity/kept-records.ts';
import type { AzureCallsOptions } from './azure/azure-calls.ts';
import type { HostCallsPorts, Running } from './call-context.ts';
import { ChangeFeed } from './change-feed.ts';
import { systemClock, type Clock, type Disposer } from './clock.ts';
import type { EngineOptions } from './engine-options.ts';
import { HostCalls } from './host-calls.ts';
import { dialWith } from './inspect/inspect-connection.ts';
import { Inspector } from './inspect/inspector.ts';
import { LogTail } from './log/log-tail.ts';
import { RelayDialer } from './net/dial-relay.ts';
import { readExtraAuthorities } from './net/extra-authorities.ts';
import { HostWatch, systemSigns, type WakeReason } from './net/host-watch.ts';
import { direct } from './net/proxy-choice.ts';
import { ProxyPassword } from './net/proxy-password.ts';
import { proxyRouter } from './net/proxy-router.ts';
import { createTrust, type Trust } from './net/trust.ts';
import { ManagedSettings } from './policy/managed-settings.ts';
import { mayDialByDefault } from './policy/may-dial.ts';
import { defaultControlChannelTimes } from './relay/control-channel.ts';
import type { Reloaded } from './reload.ts';
import { openConnectionStore, secretName, type ConnectionStore } from './store/connections.ts';
import { openSettingsStore, type SettingsStore } from './store/settings.ts';
import { nodeFileSystem } from './store/file-system.ts';
import { watchedFileSystem } from './store/watched-file-system.ts';
import type { Learned } from './supervise/entity-watch.ts';
import { HealthNotes } from './supervise/health-notes.ts';
import { HealthWatch } from './supervise/health-watch.ts';
import { Supervisor } from './supervise/supervisor.ts';
import type { SessionRecord } from './tunnel/session-record.ts';
import { productRelease } from './updates/release-config.ts';
import { UpdateWatch } from './updates/update-watch.ts';

export type { EngineOptions } from './engine-options.ts';

/** Short enough to notice a channel that the relay has forgotten, long enough for 200 connections on one host. */
const defaultMetadataIntervalMs = 3 * 60_000;
/** How long a host that ends waits for the records of the sessions that it cut. */
const lastRecordsMs = 2_000;

/**
 * @throws HcmError HCM4004 when the store can't be read.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { folder, clock = systemClock, fileSystem = nodeFileSystem() } = options;
  const notes = new HealthNotes(() => clock.monotonicMs());
  const report = (problem: HcmError): void => {
    notes.fileTrouble(problem);
    options.log.warn(isOfPolicy(problem) ? 'the policy does not count in full' : 'file trouble', {
      problem: toErrorData(problem),
    });
    options.report?.(problem);
  };
  const watched = watchedFileSystem(fileSystem, {
    onWriteFailed: (problem) => notes.fileTrouble(problem),
    onWritten: (file) => notes.fileWritten(file),
  });
  const store = { folder, report, fileSystem: watched };
  const files = { fileSystem: watched, report };
  const managed = new ManagedSettings(options.policy ?? null);
  const settings = await openSettingsStore({ ...store, managed });
  return new Engine(options, await openConnectionStore(store), settings, notes, files);
}

function isOfPolicy({ code }: HcmError): boolean {
  return code.startsWith('HCM61');
}

export class Engine implements Host {
  readonly #options: EngineOptions;
  readonly #store: ConnectionStore;
  readonly #settings: SettingsStore;
  readonly #clock: Clock;
  readonly #feed: ChangeFeed;
  readonly #records: ConnectionRecords;
  readonly #notes: HealthNotes;
  readonly #health: HealthWatch;
  readonly #inspector: Inspector;
  readonly #proxyPassword: ProxyPassword;
  readonly #updates: UpdateWatch;
  readonly #calls: HostCalls;
  readonly #startedAt: number;
  #running: Running | undefined;
  #hostWatch: HostWatch | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #endNow: (() => void) | undefined;
  #onSessionEnded: (() => void) | undefined;
  #cancelPolicyLook: Disposer = () => undefined;

  constructor(
    options: EngineOptions,
    store: ConnectionStore,
    settings: SettingsStore,
    notes: HealthNotes,
    files: Pick<AzureCallsOptions, 'fileSystem' | 'report'>,
  ) {
    const clock = options.clock ?? systemClock;
    this.#options = options;
    this.#store = store;
    this.#settings = settings;
    this.#clock = clock;
    this.#startedAt = clock.now();
    this.#records = new ConnectionRecords({
      clock,
      isKnown: (id) => store.get(id) !== null,
      kept: new KeptRecords({
        ...options,
        onFailing: (file, isFailing) => this.#recordsFailing(file, isFailing),
      }),
    });
    this.#notes = notes;
    notes.watchSettings(() => settings.outside);
    notes.watchPolicy(() => settings.policyProblems);
    this.#health = new HealthWatch({
      clock,
      notes,
      connections: () => store.list().flatMap(({ id }) => this.#running?.supervisor.view(id) ?? []),
      onChange: (items) => this.#feed.publish({ name: 'health.changed', payload: { items: [...items] } }),
    });
    this.#feed = new ChangeFeed({
      clock,
      view: (id) => this.#view(id),
      onBug: (error) => options.log.error('a subscriber failed', { problem: toErrorData(error) }),
      busy: () => (this.#running ? store.list().map(({ id }) => id) : []),
    });
    this.#inspector = new Inspector({
      clock,
      mayDial: options.mayDial ?? mayDialByDefault,
      dialTimeoutMs: () => settings.settings.dialTimeoutSeconds * 1000,
    });
    this.#proxyPassword = new ProxyPassword({ ...options, store });
    this.#updates = this.#createUpdateWatch();
    notes.watchRelease(() => this.#updates.get());
    const ports: HostCallsPorts = {
      options,
      clock,
      store,
      settings,
      proxyPassword: this.#proxyPassword,
      records: this.#records,
      feed: this.#feed,
      inspector: this.#inspector,
      logTail: options.logTail ?? new LogTail(),
      updates: this.#updates,
      health: () => ({ items: [...this.#health.list()] }),
      info: () => this.#info(),
      view: (id) => this.#view(id),
      running: () => this.#running,
      relays: () => this.#freshRelays(),
      entra: {
        token: (config, purpose) => this.#calls.relayTokens.token(config, purpose),
        refused: (config) => this.#calls.relayTokens.refused(config),
      },
    };
    this.#calls = new HostCalls(ports, { ...files, folder: options.folder, userAgent: userAgentOf(options) });
  }

  /** Brings up every enabled connection, once; an engine that was stopped is not started again. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const { log } = this.#options;
    const relays = await this.#openRelays();
    await this.#records.restore();
    if (this.#stopping) return;
    const supervisor = this.#createSupervisor(relays);
    this.#running = { supervisor, relays };
    for (const config of this.#store.list()) supervisor.add(config);
    this.#hostWatch = new HostWatch({
      ...(this.#options.hostSigns ?? systemSigns),
      clock: this.#clock,
      onWake: (reason) => supervisor.wake(reason),
    });
    this.#hostWatch.start();
    this.#updates.start();
    this.#lookAtPolicyLater();
    log.info('host started', { connections: this.#store.list().length, folder: this.#options.folder });
  }

  /** What the organization changes counts while the host runs. */
  #lookAtPolicyLater(): void {
    const { policy } = this.#options;
    if (policy === undefined || this.#stopping) return;
    this.#cancelPolicyLook = this.#clock.after(policy.pollMs, () => {
      void this.#calls.policyLook().then(() => {
        this.#health.changed();
        this.#lookAtPolicyLater();
      });
    });
  }

  #createUpdateWatch(): UpdateWatch {
    const { log, release, version, platform, packageKind, random } = this.#options;
    return new UpdateWatch({
      clock: this.#clock,
      random: random ?? Math.random,
      log,
      way: async () => dialWith(await this.#freshRelays(), null),
      release: release ?? productRelease,
      current: version,
      platform,
      arch: arch(),
      packageKind: packageKind ?? null,
      userAgent: userAgentOf(this.#options),
      settings: () => this.#settings.settings,
      onChange: (updates) => {
        this.#health.changed();
        this.#feed.publish({ name: 'updates.changed', payload: updates });
      },
    });
  }

  /** Trusts what the host trusts, and resumes no session: a full handshake shows the certificate. */
  async #freshRelays(): Promise<Running['relays']> {
    const trust = this.#running?.relays.trust;
    return trust === undefined ? this.#openRelays() : { trust, dialer: this.#createDialer(trust) };
  }

  async #openRelays(): Promise<Running['relays']> {
    const { platform, log, extraCaPem: fromEnvironment } = this.#options;
    const { extraCaFile } = this.#settings.settings;
    const extraCaPem = await readExtraAuthorities(fromEnvironment, extraCaFile, log);
    const trust = createTrust({ platform, extraCaPem });
    return { dialer: this.#createDialer(trust), trust };
  }

  #createDialer(trust: Trust): RelayDialer {
    const resolveProxy = proxyRouter({
      settings: () => this.#settings.settings,
      password: (proxyUrl) => this.#proxyPassword.read(proxyUrl),
      system: this.#options.systemProxy ?? (() => Promise.resolve(direct)),
    });
    // A connection's pinned CA says nothing about proxies.
    return new RelayDialer({ clock: this.#clock, resolveProxy, proxyTrust: () => trust.contextFor(null) });
  }

  #createSupervisor(relays: Running['relays']): Supervisor {
    const { log, mayDial, times, metadataIntervalMs, openFiles, meterOf } = this.#options;
    return new Supervisor({
      ...relays,
      ...(openFiles === undefined ? {} : { openFiles }),
      ...(meterOf === undefined ? {} : { meterOf }),
      clock: this.#clock,
      random: this.#options.random ?? Math.random,
      log,
      mayDial: mayDial ?? mayDialByDefault,
      settings: () => this.#settings.settings,
      times: times ?? defaultControlChannelTimes,
      metadataIntervalMs: metadataIntervalMs ?? defaultMetadataIntervalMs,
      userAgent: userAgentOf(this.#options),
      openKey: (id, slot) => this.#openKey(id, slot),
      entra: this.#calls.relayTokens,
      onKeySwitched: (id) => this.#keySwitched(id),
      onChange: (id) => this.#changed(id),
      onLearned: (id, learned) => this.#keep(id, learned),
      onSessionEnd: (record, connection) => this.#sessionEnded(record, connection),
    });
  }

  /**
   * Stops all connections; open sessions get the time of the setting `drainSeconds`. A second call ends them at once.
   */
  stop(): Promise<void> {
    if (this.#stopping) this.#endNow?.();
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    await this.#starting;
    this.#cancelPolicyLook();
    this.#calls.close();
    this.#updates.close();
    const supervisor = this.#running?.supervisor;
    if (!supervisor) return;
    this.#options.log.info('host stopping');
    this.#hostWatch?.stop();
    supervisor.stopAll();
    await new Promise<void>((resolve) => {
      let cancelLook: Disposer | undefined;
      const look = (): void => {
        if (supervisor.isAtRest) resolve();
        else cancelLook = this.#clock.after(50, look);
      };
      this.#endNow = () => {
        cancelLook?.();
        resolve();
      };
      look();
    });
    supervisor.dispose();
    await this.#sessionsEnded(supervisor);
    await this.#records.close();
    this.#options.log.info('host stopped');
  }

  /** A session that is cut leaves its record when its sockets have closed: moments later. */
  #sessionsEnded(supervisor: Supervisor): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(lastRecordsMs, resolve);
      const look = (): void => {
        if (supervisor.sessions().length > 0) return;
        cancel();
        resolve();
      };
      this.#onSessionEnded = look;
      look();
    });
  }

  /** Ends everything at once. */
  close(): void {
    this.#stopping ??= Promise.resolve();
    this.#endNow?.();
    this.#cancelPolicyLook();
    this.#hostWatch?.stop();
    this.#running?.supervisor.dispose();
    this.#inspector.close();
    this.#calls.close();
    this.#updates.close();
    this.#health.close();
    this.#feed.close();
    void this.#records.close();
  }

  /** Takes in what was changed in the data folder by others, and opens the files of records anew. */
  reload(): Promise<Reloaded> {
    return this.#calls.reload();
  }

  /** Somebody else noticed what {@link HostWatch} looks for, such as the desktop. */
  wake(reason: WakeReason): void {
    this.#hostWatch?.hint(reason);
  }

  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    return this.#calls.handlers[name](input);
  }

  subscribe(listener: (event: ContractEvent) => void): Disposer {
    return this.#feed.subscribe(listener);
  }

  #info(): HostInfo {
    const { version, kind, machine, processId, folder, secretBox } = this.#options;
    return {
      version,
      contractVersion,
      kind,
      machine,
      processId,
      dataFolder: folder,
      startedAt: this.#startedAt,
      secretBackend: secretBox.backend,
      role: 'admin',
    };
  }

  #view(id: string): ConnectionView | null {
    const running = this.#running?.supervisor.view(id);
    if (running) return running;
    const config = this.#store.get(id);
    return config === null ? null : viewAtRest(config);
  }

  #changed(id: string): void {
    const legs = this.#running?.supervisor.legs(id);
    if (legs) {
      this.#records.observe(id, legs.azure, legs.endpoint);
      this.#records.limitHit(id, legs.limitHit);
      this.#observeEndpoint(id);
    }
    this.#health.changed();
    this.#feed.changed(id);
  }

  /** Back to a key that was replaced isn't worth a line; that Azure refused one is. */
  #keySwitched(id: string): void {
    const keys = this.#running?.supervisor.runner(id).view.keys;
    const refused = keys?.refused.find(({ slot }) => slot !== keys.inUse);
    if (refused) this.#records.changed(id, 'keySwitched', undefined, refused.slot);
  }

  /** Azure can't re-aim a tunnel; that it tried is told once, and not again by the next run of the host. */
  #observeEndpoint(id: string): void {
    const inAzure = this.#running?.supervisor.runner(id).endpointInAzure;
    if (inAzure === undefined) return;
    const endpoint = inAzure && formatHostPort(inAzure);
    if (!this.#records.endpointInAzure(id, endpoint)) return;
    this.#options.log.warn('another endpoint in Azure', {
      connection: this.#store.get(id)?.name ?? '',
      connectionId: id,
      endpoint,
    });
  }

  #recordsFailing(file: string, isFailing: boolean): void {
    this.#notes.logFailing(file, isFailing);
    if (isFailing) this.#options.log.warn('a file of records can not be written', { file });
    else this.#options.log.info('a file of records is written again', { file });
  }

  #sessionEnded(record: SessionRecord, connection: string): void {
    const { connectionId } = record;
    this.#options.log.info('session ended', { connection, connectionId, session: record });
    this.#records.sessionEnded(record, connection);
    if (record.code === 'HCM3125' || record.code === 'HCM9001') this.#notes.bug();
    if (record.code === 'HCM3107') this.#notes.outOfDescriptors();
    this.#feed.publish({ name: 'session.ended', payload: record });
    this.#onSessionEnded?.();
  }

  async #openKey(id: string, slot: KeySlot): Promise<string> {
    const envelope = this.#store.secret(id, slot);
    if (envelope === null) throw new HcmError('HCM4010', { reason: 'no stored key' });
    const key = await this.#options.secretBox.open(envelope, secretName(id, slot));
    this.#options.secrets.add(key);
    return key;
  }

  /** What Azure said goes into the store when it is new; a full disk is no reason not to use it. */
  #keep(id: string, { endpoint, azure }: Learned): void {
    const runner = this.#running?.supervisor.runner(id);
    if (!runner) return;
    const isKnown =
      endpoint === undefined && JSON.stringify(runner.view.config.azure) === JSON.stringify(azure);
    if (isKnown) return;
    const change = { azure, ...(endpoint === undefined ? {} : { endpoint }) };
    runner.change(change);
    if (endpoint !== undefined)
      this.#records.changed(id, 'endpointLearned', undefined, formatHostPort(endpoint));
    // An endpoint that a person sets at this moment stands: Azure names one only where none is.
    const stored = this.#store.update(id, (before) => (before.endpoint === null ? change : { azure }));
    stored.catch((error: unknown) => {
      this.#options.log.warn('what Azure said was not kept', {
        connectionId: id,
        problem: toErrorData(error),
      });
    });
  }
}

function userAgentOf({ version, platform }: EngineOptions): string {
  return `hybrid-connection-manager/${version} (${platform})`;
}
