/**
 * Answers the contract: one handler per call, on the store, the records and, while the host runs, the supervisor. Owns
 * the order in which things are done to one connection.
 *
 * Invariant: what only a running host can do is refused with HCM5001 when none runs; the rest does the same either way.
 */
import type { CallInput, CallName, CallOutput } from '../contract/api.ts';
import type { ConfigurationChange } from '../contract/activity.ts';
import { connectionKey, type ConnectionConfig } from '../contract/connection.ts';
import { viewAtRest, type ConnectionView } from '../contract/connection-view.ts';
import { HcmError } from '../contract/errors.ts';
import type { ConnectionRecords } from './activity/connection-records.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Clock } from './clock.ts';
import type { EngineOptions } from './engine-options.ts';
import type { RelayWay } from './inspect/inspect-connection.ts';
import type { Inspector } from './inspect/inspector.ts';
import type { LogTail } from './log/log-tail.ts';
import { readEndpoint, readNewConnection } from './new-connection.ts';
import { readReplacementKey } from './replacement-key.ts';
import { secretName, type ConnectionStore } from './store/connections.ts';
import type { SettingsStore } from './store/settings.ts';
import type { ConnectionRunner } from './supervise/connection-runner.ts';
import type { Supervisor } from './supervise/supervisor.ts';
import type { SessionRecord } from './tunnel/session-record.ts';
import { Turns } from './turns.ts';

/** What can be told at once needs no promise; a refusal is thrown. */
export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

export interface Running {
  readonly supervisor: Supervisor;
  readonly relays: RelayWay;
}

export interface HostCallsPorts {
  readonly options: Pick<EngineOptions, 'log' | 'secrets' | 'secretBox'>;
  readonly clock: Clock;
  readonly store: ConnectionStore;
  readonly settings: SettingsStore;
  readonly records: ConnectionRecords;
  readonly feed: ChangeFeed;
  readonly inspector: Inspector;
  readonly logTail: LogTail;
  readonly info: () => CallOutput<'host.info'>;
  readonly view: (id: string) => ConnectionView | null;
  readonly running: () => Running | undefined;
}

type Done = Record<string, never>;

export class HostCalls {
  readonly #ports: HostCallsPorts;
  readonly #turns = new Turns();

  constructor(ports: HostCallsPorts) {
    this.#ports = ports;
  }

  readonly handlers: Handlers = {
    'host.info': () => this.#ports.info(),
    'connections.snapshot': () => this.#snapshot(),
    'connections.add': (input) => this.#add(input),
    'connections.inspect': (input) => this.#inspect(input),
    'connections.remove': ({ id, by }) => this.#turns.inTurn(id, () => this.#remove(id, by)),
    'connections.start': ({ id, by }) => this.#enable(id, 'started', by, (runner) => runner.start()),
    'connections.stop': ({ id, by }) => this.#enable(id, 'stopped', by, (runner) => runner.stop()),
    'connections.restart': ({ id, by }) => this.#enable(id, 'restarted', by, (runner) => runner.restart()),
    'connections.retryNow': ({ id }) => this.#act(id, (runner) => runner.retryNow()),
    'connections.checkEndpoint': ({ id }) => this.#act(id, (runner) => runner.checkEndpoint()),
    'connections.refresh': ({ id }) => this.#act(id, (runner) => runner.refresh()),
    'connections.closeSessions': ({ id, by }) => this.#closeSessions(id, by),
    'connections.replaceKey': (input) => this.#turns.inTurn(input.id, () => this.#replaceKey(input)),
    'connections.removeSecondaryKey': ({ id, by }) =>
      this.#turns.inTurn(id, () => this.#removeSecondaryKey(id, by)),
    'connections.setEndpoint': (input) => this.#turns.inTurn(input.id, () => this.#setEndpoint(input)),
    'connections.acceptEndpoint': (input) => this.#turns.inTurn(input.id, () => this.#acceptEndpoint(input)),
    'connections.setLimits': (input) => this.#turns.inTurn(input.id, () => this.#setLimits(input)),
    'connections.resolveNamespace': ({ id }) => this.#resolveNamespace(id),
    'endpoints.test': (input) => this.#ports.inspector.testEndpoint(input),
    'activity.list': ({ connectionId: id }) => {
      return { activity: this.#ports.records.activity(this.#require(id).id) };
    },
    'log.tail': (input) => this.#ports.logTail.read(input),
    'sessions.list': ({ connectionId }) => ({ sessions: this.#open(connectionId) }),
    'sessions.history': ({ connectionId: id }) =>
      this.#ports.records.history(this.#require(id).id, this.#open(id)),
    'sessions.kill': ({ id, by }) => this.#killSession(id, by),
    'settings.get': () => ({ settings: this.#ports.settings.settings }),
    'settings.set': async (change) => ({ settings: await this.#ports.settings.change(change) }),
  };

  #snapshot(): CallOutput<'connections.snapshot'> {
    const { feed, store } = this.#ports;
    return { sequence: feed.sequence, connections: store.list().map((config) => this.#view(config)) };
  }

  #view(config: ConnectionConfig): ConnectionView {
    return this.#ports.view(config.id) ?? viewAtRest(config);
  }

  async #add(input: CallInput<'connections.add'>): Promise<CallOutput<'connections.add'>> {
    const { options, clock, store } = this.#ports;
    const { config, key, notices } = readNewConnection(input, clock.now());
    if (key !== null) options.secrets.add(key);
    const envelope = key === null ? null : await options.secretBox.seal(key, config.id);
    const added = await store.add(config, envelope);
    this.#ports.records.changed(added.id, 'added', input.addedBy);
    this.#ports.running()?.supervisor.add(added);
    this.#ports.feed.changed(added.id);
    options.log.info('connection added', { ...about(added), host: added.host });
    return { connection: this.#view(added), notices: [...notices] };
  }

  async #inspect(input: CallInput<'connections.inspect'>): Promise<CallOutput<'connections.inspect'>> {
    const { options, clock, store, inspector } = this.#ports;
    const { relays } = this.#requireRunning();
    const found = readNewConnection(input, clock.now());
    const existing = store.list().find((known) => connectionKey(known) === connectionKey(found.config));
    const forget = options.secrets.add(found.key ?? '');
    try {
      return await inspector.inspect(relays, found, existing?.id ?? null);
    } finally {
      forget();
    }
  }

  async #remove(id: string, by: string | undefined): Promise<CallOutput<'connections.remove'>> {
    const config = this.#require(id);
    await this.#ports.store.remove(id);
    const closedSessions = this.#ports.running()?.supervisor.remove(id) ?? 0;
    this.#ports.records.drop(id);
    this.#ports.feed.changed(id);
    this.#ports.options.log.info('connection removed', { ...about(config), closedSessions, ...asked(by) });
    return { closedSessions };
  }

  #enable(
    id: string,
    change: 'started' | 'stopped' | 'restarted',
    by: string | undefined,
    act: (runner: ConnectionRunner) => void,
  ): Promise<Done> {
    const enabled = change !== 'stopped';
    return this.#turns.inTurn(id, async () => {
      const supervisor = this.#ports.running()?.supervisor;
      if (this.#require(id).enabled !== enabled) {
        const { updatedAt } = await this.#ports.store.update(id, { enabled });
        supervisor?.runner(id).change({ enabled, updatedAt });
      }
      this.#changed(id, change, by);
      if (supervisor) act(supervisor.runner(id));
      this.#ports.feed.changed(id);
      return {};
    });
  }

  async #act(id: string, act: (runner: ConnectionRunner) => void | Promise<void>): Promise<Done> {
    await act(this.#requireRunning().supervisor.runner(id));
    return {};
  }

  async #resolveNamespace(id: string): Promise<CallOutput<'connections.resolveNamespace'>> {
    return { addresses: await this.#ports.inspector.addressesOf(this.#require(id).host) };
  }

  #closeSessions(id: string, by: string | undefined): CallOutput<'connections.closeSessions'> {
    const runner = this.#requireRunning().supervisor.runner(id);
    this.#changed(id, 'sessionsClosed', by);
    return { closedSessions: runner.closeSessions(closedBy(by)) };
  }

  #killSession(id: string, by: string | undefined): Done {
    const owner = this.#requireRunning().supervisor.killSession(id, closedBy(by));
    if (owner === null) throw new HcmError('HCM1041', { id });
    this.#changed(owner, 'sessionClosed', by);
    return {};
  }

  /** The old key stays in force, and on the disk, until Azure has accepted the new one. */
  async #replaceKey({
    id,
    connectionString,
    slot = 'primary',
    by,
  }: CallInput<'connections.replaceKey'>): Promise<CallOutput<'connections.replaceKey'>> {
    const { options, store, inspector, feed } = this.#ports;
    const config = this.#require(id);
    const { relays, supervisor } = this.#requireRunning();
    const found = readReplacementKey(connectionString, config);
    const forget = options.secrets.add(found.key);
    try {
      await inspector.requireAccepted(relays, config, found);
      const envelope = await options.secretBox.seal(found.key, secretName(id, slot));
      const changed = await store.replaceSecret(id, slot, envelope, found.keyName);
      if (slot === 'primary') supervisor.runner(id).useKey(found.key, changed);
      else supervisor.runner(id).change(changed);
    } catch (error) {
      forget();
      throw error;
    }
    this.#changed(id, slot === 'primary' ? 'keyReplaced' : 'secondaryKeyReplaced', by);
    feed.changed(id);
    return { connection: this.#view(this.#require(id)), notices: [...found.notices] };
  }

  async #removeSecondaryKey(id: string, by: string | undefined): Promise<Done> {
    if (this.#require(id).secondaryKeyName === null) return {};
    this.#apply(await this.#ports.store.removeSecondarySecret(id), 'secondaryKeyRemoved', by);
    return {};
  }

  async #setEndpoint({
    id,
    endpoint: text,
    by,
  }: CallInput<'connections.setEndpoint'>): Promise<CallOutput<'connections.setEndpoint'>> {
    const config = this.#require(id);
    if (config.kind === 'biztalk') throw new HcmError('HCM1016', { host: config.host });
    if (text === null) return this.#endpointOfAzure(config, by);
    const { endpoint, notices } = readEndpoint(text);
    this.#apply(await this.#ports.store.update(id, { endpoint }), 'endpointChanged', by);
    return { connection: this.#view(this.#require(id)), notices: [...notices] };
  }

  /** Without an endpoint the listener would have to end; so Azure is asked first. */
  async #endpointOfAzure(
    { id }: ConnectionConfig,
    by: string | undefined,
  ): Promise<CallOutput<'connections.setEndpoint'>> {
    const { supervisor } = this.#requireRunning();
    const endpoint = await supervisor.runner(id).endpointOfAzure();
    this.#apply(await this.#ports.store.update(id, { endpoint }), 'endpointAccepted', by);
    return { connection: this.#view(this.#require(id)), notices: [] };
  }

  async #acceptEndpoint({ id, host, port, by }: CallInput<'connections.acceptEndpoint'>): Promise<Done> {
    const { name } = this.#require(id);
    const shown = this.#requireRunning().supervisor.runner(id).view.endpointInAzure;
    if (shown?.host !== host || shown.port !== port) throw new HcmError('HCM1044', { name, host, port });
    const endpoint = { host, port, source: 'azure' } as const;
    this.#apply(await this.#ports.store.update(id, { endpoint }), 'endpointAccepted', by);
    return {};
  }

  async #setLimits({ id, limits, by }: CallInput<'connections.setLimits'>): Promise<Done> {
    const before = this.#require(id).limits;
    const changed = await this.#ports.store.update(id, {
      limits: { ...before, ...withoutUndefined(limits) },
    });
    this.#apply(changed, 'limitsChanged', by);
    return {};
  }

  /** What the store keeps is put in force where the host runs, and told. */
  #apply(changed: ConnectionConfig, change: ConfigurationChange, by: string | undefined): void {
    this.#ports.running()?.supervisor.runner(changed.id).change(changed);
    this.#changed(changed.id, change, by);
    this.#ports.feed.changed(changed.id);
  }

  #open(connectionId: string | undefined): SessionRecord[] {
    const all = this.#ports.running()?.supervisor.sessions() ?? [];
    return all.filter((record) => connectionId === undefined || record.connectionId === connectionId);
  }

  #changed(id: string, change: ConfigurationChange, by: string | undefined): void {
    this.#ports.records.changed(id, change, by);
    this.#ports.options.log.info('connection changed', {
      ...about(this.#require(id)),
      change,
      ...asked(by),
    });
  }

  #require(id: string): ConnectionConfig {
    const config = this.#ports.store.get(id);
    if (config === null) throw new HcmError('HCM1041', { id });
    return config;
  }

  #requireRunning(): Running {
    const running = this.#ports.running();
    if (running === undefined) throw new HcmError('HCM5001');
    return running;
  }
}

/** What names a connection in the log. */
function about({ id, name }: ConnectionConfig): {
  readonly connection: string;
  readonly connectionId: string;
} {
  return { connection: name, connectionId: id };
}

function withoutUndefined<Value extends object>(
  value: Value,
): { [Key in keyof Value]: Exclude<Value[Key], undefined> } {
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Value]: Exclude<Value[Key], undefined> };
}

function asked(by: string | undefined): { readonly by?: string } {
  return by === undefined ? {} : { by };
}

/** Detail of a session's record; the window makes a sentence of it. */
function closedBy(by: string | undefined): string {
  return by === undefined ? 'closed by hand' : `closed by ${by}`;
}
