/**
 * The engine: what `main` and `cli` both hold. Opens the data folder's store and answers the contract; `start` brings
 * the connections up. Owns the store, the supervisor and the feed of changes.
 *
 * Without `start` it only works on the store: so a command does the same with and without a running host.
 */
import { readFile } from 'node:fs/promises';
import {
  contractVersion,
  type CallInput,
  type CallName,
  type CallOutput,
  type ContractEvent,
  type Host,
  type HostInfo,
} from '../contract/api.ts';
import type { ConnectionConfig } from '../contract/connection.ts';
import { viewAtRest, type ConnectionView } from '../contract/connection-view.ts';
import { HcmError, toErrorData } from '../contract/errors.ts';
import { ChangeFeed } from './change-feed.ts';
import { systemClock, type Clock, type Disposer, type Random } from './clock.ts';
import type { Logger } from './log/logger.ts';
import type { SecretRegister } from './log/secret-register.ts';
import { RelayDialer } from './net/dial-relay.ts';
import { createTrust } from './net/trust.ts';
import { readNewConnection } from './new-connection.ts';
import { mayDialByDefault, type MayDial } from './policy/may-dial.ts';
import { defaultControlChannelTimes, type ControlChannelTimes } from './relay/control-channel.ts';
import type { SecretBox } from './secrets/secret-box.ts';
import { openConnectionStore, type ConnectionStore } from './store/connections.ts';
import type { FileSystem } from './store/file-system.ts';
import { openSettingsStore, type SettingsStore } from './store/settings.ts';
import type { Learned } from './supervise/entity-watch.ts';
import type { ConnectionRunner } from './supervise/connection-runner.ts';
import { Supervisor } from './supervise/supervisor.ts';

export interface EngineOptions {
  /** The data folder, prepared. */
  readonly folder: string;
  readonly version: string;
  readonly kind: HostInfo['kind'];
  readonly machine: string;
  readonly processId: number;
  readonly platform: NodeJS.Platform;
  readonly log: Logger;
  /** Keys that are in use are made known here, so that no line of the log can hold one. */
  readonly secrets: SecretRegister;
  readonly secretBox: SecretBox;
  /** Further CAs in PEM (`HCM_EXTRA_CA_CERTS`), or null. */
  readonly extraCaPem: string | null;
  /** Trouble with files that does not stop the engine. */
  readonly report?: (problem: HcmError) => void;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly mayDial?: MayDial;
  readonly times?: ControlChannelTimes;
  readonly metadataIntervalMs?: number;
  readonly fileSystem?: FileSystem;
}

const defaultMetadataIntervalMs = 60_000;

/**
 * @throws HcmError HCM4004 when the store can't be read.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const report = (problem: HcmError): void => {
    options.log.warn('file trouble', { problem: toErrorData(problem) });
    options.report?.(problem);
  };
  const { folder, fileSystem } = options;
  const store = { folder, report, ...(fileSystem === undefined ? {} : { fileSystem }) };
  return new Engine(options, await openConnectionStore(store), await openSettingsStore(store));
}

type Handlers = { readonly [Name in CallName]?: (input: CallInput<Name>) => Promise<CallOutput<Name>> };

export class Engine implements Host {
  readonly #options: EngineOptions;
  readonly #store: ConnectionStore;
  readonly #settings: SettingsStore;
  readonly #clock: Clock;
  readonly #feed: ChangeFeed;
  readonly #startedAt: number;
  #supervisor: Supervisor | undefined;
  #starting: Promise<void> | undefined;
  #stopping: Promise<void> | undefined;
  #endNow: (() => void) | undefined;
  /** What is asked of one connection is done in the order in which it was asked. */
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor(options: EngineOptions, store: ConnectionStore, settings: SettingsStore) {
    this.#options = options;
    this.#store = store;
    this.#settings = settings;
    this.#clock = options.clock ?? systemClock;
    this.#startedAt = this.#clock.now();
    this.#feed = new ChangeFeed({
      clock: this.#clock,
      view: (id) => this.#view(id),
      onBug: (error) => options.log.error('a subscriber failed', { problem: toErrorData(error) }),
      busy: () => (this.#supervisor ? this.#store.list().map(({ id }) => id) : []),
    });
  }

  /** Brings up every enabled connection, once; an engine that was stopped is not started again. */
  start(): Promise<void> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async #start(): Promise<void> {
    const extraCaPem = await this.#extraCaPem();
    if (this.#stopping) return;
    const { platform, log, version, mayDial, times, metadataIntervalMs } = this.#options;
    this.#supervisor = new Supervisor({
      clock: this.#clock,
      random: this.#options.random ?? Math.random,
      log,
      dialer: new RelayDialer(),
      trust: createTrust({ platform, extraCaPem }),
      mayDial: mayDial ?? mayDialByDefault,
      settings: () => this.#settings.settings,
      times: times ?? defaultControlChannelTimes,
      metadataIntervalMs: metadataIntervalMs ?? defaultMetadataIntervalMs,
      userAgent: `hybrid-connection-manager/${version} (${platform})`,
      openKey: (id) => this.#openKey(id),
      onChange: (id) => this.#feed.changed(id),
      onLearned: (id, learned) => this.#keep(id, learned),
      onSessionEnd: (record) => {
        log.info('session ended', { session: record });
        this.#feed.publish({ name: 'session.ended', payload: record });
      },
    });
    for (const config of this.#store.list()) this.#supervisor.add(config);
    log.info('host started', { connections: this.#store.list().length, folder: this.#options.folder });
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
    const supervisor = this.#supervisor;
    if (!supervisor) return;
    this.#options.log.info('host stopping');
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
    this.#options.log.info('host stopped');
  }

  /** Ends everything at once. */
  close(): void {
    this.#stopping ??= Promise.resolve();
    this.#endNow?.();
    this.#supervisor?.dispose();
    this.#feed.close();
  }

  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    const handler = this.#handlers[name];
    return handler === undefined ? Promise.reject(new HcmError('HCM5006', { call: name })) : handler(input);
  }

  subscribe(listener: (event: ContractEvent) => void): Disposer {
    return this.#feed.subscribe(listener);
  }

  readonly #handlers: Handlers = {
    'host.info': () => Promise.resolve(this.#info()),
    'connections.snapshot': () =>
      Promise.resolve({
        sequence: this.#feed.sequence,
        connections: this.#store.list().map((config) => this.#view(config.id) ?? viewAtRest(config)),
      }),
    'connections.add': (input) => this.#add(input),
    'connections.remove': ({ id }) => this.#inTurn(id, () => this.#remove(id)),
    'connections.start': ({ id }) => this.#enable(id, true, (runner) => runner.start()),
    'connections.stop': ({ id }) => this.#enable(id, false, (runner) => runner.stop()),
    'connections.restart': ({ id }) => this.#enable(id, true, (runner) => runner.restart()),
    'connections.retryNow': ({ id }) => this.#running((supervisor) => supervisor.runner(id).retryNow()),
    'connections.checkEndpoint': ({ id }) =>
      this.#running((supervisor) => supervisor.runner(id).checkEndpoint()),
    'sessions.list': ({ connectionId }) => {
      const all = this.#supervisor?.sessions() ?? [];
      const wanted = all.filter(
        (record) => connectionId === undefined || record.connectionId === connectionId,
      );
      return Promise.resolve({ sessions: wanted });
    },
    'sessions.kill': ({ id }) =>
      this.#running((supervisor) => {
        if (!supervisor.killSession(id)) throw new HcmError('HCM1041', { id });
      }),
    'settings.get': () => Promise.resolve({ settings: this.#settings.settings }),
    'settings.set': async (change) => ({ settings: await this.#settings.change(change) }),
  };

  #info(): HostInfo {
    const { version, kind, machine, processId, folder } = this.#options;
    return {
      version,
      contractVersion,
      kind,
      machine,
      processId,
      dataFolder: folder,
      startedAt: this.#startedAt,
      secretBackend: this.#options.secretBox.backend,
    };
  }

  #view(id: string): ConnectionView | null {
    const running = this.#supervisor?.view(id);
    if (running) return running;
    const config = this.#store.get(id);
    return config === null ? null : viewAtRest(config);
  }

  async #add(input: CallInput<'connections.add'>): Promise<CallOutput<'connections.add'>> {
    const { config, key, notices } = readNewConnection(input, this.#clock.now());
    if (key !== null) this.#options.secrets.add(key);
    const envelope = key === null ? null : await this.#options.secretBox.seal(key, config.id);
    const added = await this.#store.add(config, envelope);
    this.#supervisor?.add(added);
    this.#feed.changed(added.id);
    this.#options.log.info('connection added', {
      connection: added.name,
      connectionId: added.id,
      host: added.host,
    });
    return { connection: this.#view(added.id) ?? viewAtRest(added), notices: [...notices] };
  }

  async #remove(id: string): Promise<{ closedSessions: number }> {
    const config = this.#require(id);
    await this.#store.remove(id);
    const closedSessions = this.#supervisor?.remove(id) ?? 0;
    this.#feed.changed(id);
    this.#options.log.info('connection removed', {
      connection: config.name,
      connectionId: id,
      closedSessions,
    });
    return { closedSessions };
  }

  #enable(
    id: string,
    enabled: boolean,
    act: (runner: ConnectionRunner) => void,
  ): Promise<Record<string, never>> {
    return this.#inTurn(id, async () => {
      if (this.#require(id).enabled !== enabled) {
        const { updatedAt } = await this.#store.update(id, { enabled });
        this.#supervisor?.runner(id).change({ enabled, updatedAt });
      }
      if (this.#supervisor) act(this.#supervisor.runner(id));
      this.#feed.changed(id);
      return {};
    });
  }

  /** Runs `work` after what was asked of this connection before. */
  async #inTurn<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(work, work);
    this.#queues.set(id, turn);
    try {
      return await turn;
    } finally {
      if (this.#queues.get(id) === turn) this.#queues.delete(id);
    }
  }

  #require(id: string): ConnectionConfig {
    const config = this.#store.get(id);
    if (config === null) throw new HcmError('HCM1041', { id });
    return config;
  }

  /** For what only a running host can do. */
  #running(action: (supervisor: Supervisor) => void): Promise<Record<string, never>> {
    const supervisor = this.#supervisor;
    if (!supervisor) return Promise.reject(new HcmError('HCM5001'));
    return Promise.resolve(supervisor).then((running) => {
      action(running);
      return {};
    });
  }

  async #openKey(id: string): Promise<string> {
    const envelope = this.#store.secret(id);
    if (envelope === null) throw new HcmError('HCM4010', { reason: 'no stored key' });
    const key = await this.#options.secretBox.open(envelope, id);
    this.#options.secrets.add(key);
    return key;
  }

  /** What Azure said goes into the store when it is new; a full disk is no reason not to use it. */
  #keep(id: string, { endpoint, azure }: Learned): void {
    const runner = this.#supervisor?.runner(id);
    if (!runner) return;
    const isKnown =
      endpoint === undefined && JSON.stringify(runner.view.config.azure) === JSON.stringify(azure);
    if (isKnown) return;
    const change = { azure, ...(endpoint === undefined ? {} : { endpoint }) };
    runner.change(change);
    this.#store.update(id, change).catch((error: unknown) => {
      this.#options.log.warn('what Azure said was not kept', {
        connectionId: id,
        problem: toErrorData(error),
      });
    });
  }

  async #extraCaPem(): Promise<string | null> {
    const { extraCaPem, log } = this.#options;
    const { extraCaFile } = this.#settings.settings;
    if (extraCaFile === null) return extraCaPem;
    try {
      return [extraCaPem ?? '', await readFile(extraCaFile, 'utf8')].join('\n');
    } catch (error) {
      log.warn('extra CA file not read', { problem: toErrorData(error) });
      return extraCaPem;
    }
  }
}
