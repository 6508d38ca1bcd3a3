/**
 * Answers the contract: one handler per call, on the store, the records and, while the host runs, the supervisor.
 *
 * Invariant: what only a running host can do is refused with HCM5001 when none runs; the rest does the same either way.
 */
import type { CallInput, CallName, CallOutput } from '../contract/api.ts';
import { connectionKey, type ConnectionConfig } from '../contract/connection.ts';
import { HcmError, toErrorData } from '../contract/errors.ts';
import { settingNames, type Settings } from '../contract/settings.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import { AzureCalls, type AzureCallsOptions } from './azure/azure-calls.ts';
import { about, asked, CallContext, type HostCallsPorts } from './call-context.ts';
import { ConnectionChanges } from './connection-changes.ts';
import { DesiredCalls } from './desired/desired-calls.ts';
import { readNewConnection } from './new-connection.ts';
import { ExportDesk } from './portable/export-desk.ts';
import { onlyAtStart, reloadStore, type Reloaded } from './reload.ts';
import type { EntraTokens } from './relay/entra-tokens.ts';
import type { SettingsStore } from './store/settings.ts';
import type { ConnectionRunner } from './supervise/connection-runner.ts';
import type { SessionRecord } from './tunnel/session-record.ts';

/** What can be told at once needs no promise; a refusal is thrown. */
export type Handlers = {
  readonly [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

type Done = Record<string, never>;

export class HostCalls {
  readonly #context: CallContext;
  readonly #ports: HostCallsPorts;
  readonly #changes: ConnectionChanges;
  readonly #desired: DesiredCalls;
  readonly #exports: ExportDesk;
  readonly #azure: AzureCalls;

  constructor(ports: HostCallsPorts, azure: Omit<AzureCallsOptions, 'remove' | 'keys' | 'useEndpoint'>) {
    this.#context = new CallContext(ports);
    this.#ports = ports;
    this.#changes = new ConnectionChanges(this.#context);
    this.#exports = new ExportDesk(ports);
    this.#azure = new AzureCalls(this.#context, {
      ...azure,
      keys: this.#changes,
      remove: ({ id, by }) => this.#context.turns.inTurn(id, () => this.#remove(id, by)),
      useEndpoint: (input) => this.#changes.endpointSetInAzure(input),
    });
    this.#desired = new DesiredCalls(this.#context, {
      changes: this.#changes,
      enable: (id, enabled, by) => this.#start(id, enabled, by),
      removeAll: (ids, by) => this.#removeAll(ids, by),
    });
  }

  readonly handlers: Handlers = {
    'host.info': () => this.#ports.info(),
    'connections.snapshot': () => this.#snapshot(),
    'connections.add': (input) => this.#add(input),
    'connections.inspect': (input) => this.#inspect(input),
    'connections.remove': ({ id, by }) => this.#context.turns.inTurn(id, () => this.#remove(id, by)),
    'connections.start': ({ id, by }) => this.#start(id, true, by),
    'connections.stop': ({ id, by }) => this.#start(id, false, by),
    'connections.restart': ({ id, by }) => this.#enable(id, 'restarted', by, (runner) => runner.restart()),
    'connections.retryNow': ({ id }) => this.#act(id, (runner) => runner.retryNow()),
    'connections.checkEndpoint': ({ id }) => this.#act(id, (runner) => runner.checkEndpoint()),
    'connections.refresh': ({ id }) => this.#act(id, (runner) => runner.refresh()),
    'connections.closeSessions': ({ id, by }) => this.#closeSessions(id, by),
    'connections.replaceKey': (input) => this.#changes.replaceKey(input),
    'connections.rename': (input) => this.#changes.rename(input),
    'connections.removeSecondaryKey': (input) => this.#changes.removeSecondaryKey(input),
    'connections.setEndpoint': (input) => this.#changes.setEndpoint(input),
    'connections.acceptEndpoint': (input) => this.#changes.acceptEndpoint(input),
    'connections.setLimits': (input) => this.#changes.setLimits(input),
    'connections.resolveNamespace': ({ id }) => this.#resolveNamespace(id),
    'desired.plan': (input) => this.#desired.plan(input),
    'desired.apply': (input) => this.#desired.apply(input),
    'endpoints.test': (input) => this.#ports.inspector.testEndpoint(input),
    'namespaces.test': async (input) =>
      this.#ports.inspector.testNamespace(await this.#ports.relays(), input),
    'activity.list': ({ connectionId: id }) => {
      return { activity: this.#ports.records.activity(this.#context.require(id).id) };
    },
    'log.tail': (input) => this.#ports.logTail.read(input),
    'sessions.list': ({ connectionId }) => ({ sessions: this.#open(connectionId) }),
    'sessions.history': ({ connectionId: id }) =>
      this.#ports.records.history(this.#context.require(id).id, this.#open(id)),
    'sessions.kill': ({ id, by }) => this.#killSession(id, by),
    'health.list': () => this.#ports.health(),
    'settings.get': () => {
      const { settings, changed, managed } = this.#ports.settings;
      return { settings, changed: [...changed], managed: [...managed] };
    },
    'settings.set': async (change) => {
      this.#ports.settings.refuseManaged(settingNames.filter((name) => change[name] !== undefined));
      if (change.proxyUrl !== undefined)
        await this.#leaveProxy(this.#ports.settings.settings.proxyUrl, change.proxyUrl);
      return this.#changeSettings((store) => store.change(change));
    },
    'settings.reset': async ({ names }) => {
      this.#ports.settings.refuseManaged(names);
      if (names.includes('proxyUrl'))
        await this.#leaveProxy(this.#ports.settings.settings.proxyUrl, defaultSettings.proxyUrl);
      return this.#changeSettings((store) => store.reset(names));
    },
    'updates.get': () => this.#ports.updates.get(),
    'updates.check': ({ channel }) => this.#ports.updates.check(channel),
    'proxy.get': () => ({
      hasPassword: this.#ports.proxyPassword.isStoredFor(this.#ports.settings.settings.proxyUrl),
    }),
    'proxy.setPassword': ({ password }) => this.#setProxyPassword(password),
    'portable.export': (input) => this.#exports.export(input),
    'azure.accounts': () => this.#azure.accounts(),
    'azure.startSignIn': (input) => this.#azure.startSignIn(input),
    'azure.waitForSignIn': ({ id }) => this.#azure.waitForSignIn(id),
    'azure.cancelSignIn': ({ id }) => this.#azure.cancelSignIn(id),
    'azure.signOut': (input) => this.#azure.signOut(input),
    'azure.subscriptions': (input) => this.#azure.subscriptions(input),
    'azure.browse': (input) => this.#azure.browse(input),
    'azure.browsed': (input) => this.#azure.browsed(input),
    'azure.stopBrowsing': ({ id }) => this.#azure.stopBrowsing(id),
    'azure.add': (input) => this.#azure.add(input),
    'azure.about': ({ id }) => this.#azure.resources.about(id),
    'azure.syncKeys': (input) => this.#azure.resources.syncKeys(input),
    'azure.startRotation': (input) => this.#azure.resources.startRotation(input),
    'azure.startCreation': (input) => this.#azure.creations.startCreation(input),
    'azure.progress': (input) => this.#azure.progress(input),
    'azure.stopJob': ({ id }) => this.#azure.stopJob(id),
    'azure.setEndpoint': (input) => this.#azure.creations.setEndpoint(input),
    'azure.delete': (input) => this.#azure.creations.delete(input),
    'azure.places': (input) => this.#azure.creations.places(input),
    'azure.apps': (input) => this.#azure.creations.apps(input),
    'azure.appsFor': ({ id }) => this.#azure.creations.appsFor(id),
    'azure.attach': (input) => this.#azure.creations.attach(input),
    'azure.detach': (input) => this.#azure.creations.detach(input),
    'connections.gatewayString': (input) => this.#azure.resources.gatewayString(input),
  };

  /** For connections that listen without a key. */
  get relayTokens(): EntraTokens {
    return this.#azure.relayTokens;
  }

  /** Ends what is under way with Azure. */
  close(): void {
    this.#azure.close();
  }

  /** Takes in what was changed in the data folder by others. */
  async reload(): Promise<Reloaded> {
    const { proxyUrl } = this.#ports.settings.settings;
    const reloaded = await reloadStore(this.#ports);
    await this.#leftProxy(proxyUrl);
    if (reloaded.settings.length > 0) this.#ports.updates.settingsChanged();
    this.#ports.records.reopenFiles();
    return reloaded;
  }

  /** Takes in what the organization changed in its policy. Never rejects. */
  async policyLook(): Promise<void> {
    const { settings, running, options } = this.#ports;
    try {
      const { proxyUrl } = settings.settings;
      const names = await settings.rereadPolicy();
      if (names.length === 0) return;
      running()?.supervisor.settingsChanged();
      this.#ports.updates.settingsChanged();
      await this.#leftProxy(proxyUrl);
      const needsRestart = names.filter((name) => onlyAtStart.includes(name));
      options.log.info('settings changed by policy', {
        settings: names.join(', '),
        ...(needsRestart.length === 0 ? {} : { needsRestart: needsRestart.join(', ') }),
      });
    } catch (error) {
      options.log.error('the policy was not taken in', { problem: toErrorData(error) });
    }
  }

  /** What runs falls under them at once. */
  async #changeSettings(
    change: (store: SettingsStore) => Promise<Settings>,
  ): Promise<CallOutput<'settings.set'>> {
    const settings = await change(this.#ports.settings);
    this.#ports.running()?.supervisor.settingsChanged();
    this.#ports.updates.settingsChanged();
    this.#ports.options.log.info('settings changed');
    return { settings };
  }

  #snapshot(): CallOutput<'connections.snapshot'> {
    const { feed, store } = this.#ports;
    return { sequence: feed.sequence, connections: store.list().map((config) => this.#context.view(config)) };
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
    return { connection: this.#context.view(added), notices: [...notices] };
  }

  async #inspect(input: CallInput<'connections.inspect'>): Promise<CallOutput<'connections.inspect'>> {
    const { options, clock, store, inspector } = this.#ports;
    const { relays } = this.#context.requireRunning();
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
    const config = this.#context.require(id);
    await this.#ports.store.remove(id);
    return { closedSessions: this.#forget(config, by) };
  }

  /** In one write, each in its turn; one that is gone already needs nothing. */
  async #removeAll(ids: readonly string[], by: string | undefined): Promise<void> {
    const remove = async (): Promise<void> => {
      for (const config of await this.#ports.store.removeAll(ids)) this.#forget(config, by);
    };
    // Only whoever applies a file holds several turns, and one at a time does that.
    const inAllTurns = ids.reduceRight((inner, id) => () => this.#context.turns.inTurn(id, inner), remove);
    await inAllTurns();
  }

  /** What goes with a row that is no longer stored. @returns how many sessions that closed. */
  #forget(config: ConnectionConfig, by: string | undefined): number {
    const { id } = config;
    const closedSessions = this.#ports.running()?.supervisor.remove(id) ?? 0;
    this.#ports.records.drop(id);
    this.#ports.feed.changed(id);
    this.#ports.options.log.info('connection removed', { ...about(config), closedSessions, ...asked(by) });
    return closedSessions;
  }

  #start(id: string, enabled: boolean, by: string | undefined): Promise<Done> {
    return enabled
      ? this.#enable(id, 'started', by, (runner) => runner.start())
      : this.#enable(id, 'stopped', by, (runner) => runner.stop());
  }

  #enable(
    id: string,
    change: 'started' | 'stopped' | 'restarted',
    by: string | undefined,
    act: (runner: ConnectionRunner) => void,
  ): Promise<Done> {
    const enabled = change !== 'stopped';
    return this.#context.turns.inTurn(id, async () => {
      const supervisor = this.#ports.running()?.supervisor;
      if (this.#context.require(id).enabled !== enabled) {
        const { updatedAt } = await this.#ports.store.update(id, { enabled });
        supervisor?.runner(id).change({ enabled, updatedAt });
      }
      this.#context.tell(id, { change: change, by });
      if (supervisor) act(supervisor.runner(id));
      this.#ports.feed.changed(id);
      return {};
    });
  }

  async #act(id: string, act: (runner: ConnectionRunner) => void | Promise<void>): Promise<Done> {
    await act(this.#context.requireRunning().supervisor.runner(id));
    return {};
  }

  async #resolveNamespace(id: string): Promise<CallOutput<'connections.resolveNamespace'>> {
    return { addresses: await this.#ports.inspector.addressesOf(this.#context.require(id).host) };
  }

  #closeSessions(id: string, by: string | undefined): CallOutput<'connections.closeSessions'> {
    const { supervisor } = this.#context.requireRunning();
    supervisor.runner(id);
    this.#context.tell(id, { change: 'sessionsClosed', by });
    return { closedSessions: supervisor.closeSessions(id, closedBy(by)) };
  }

  #killSession(id: string, by: string | undefined): Done {
    const owner = this.#context.requireRunning().supervisor.killSession(id, closedBy(by));
    if (owner === null) throw new HcmError('HCM1041', { id });
    this.#context.tell(owner, { change: 'sessionClosed', by });
    return {};
  }

  async #leaveProxy(from: string | null, to: string | null): Promise<void> {
    const { proxyPassword, options } = this.#ports;
    if (await proxyPassword.leave(from, to)) options.log.info('proxy password forgotten with its proxy');
  }

  /** Another one was named behind the host's back. Never rejects: a password that stays is for its own proxy alone. */
  async #leftProxy(from: string | null): Promise<void> {
    const { settings, options } = this.#ports;
    try {
      await this.#leaveProxy(from, settings.settings.proxyUrl);
    } catch (error) {
      options.log.warn('proxy password not forgotten', { problem: toErrorData(error) });
    }
  }

  async #setProxyPassword(password: string | null): Promise<Done> {
    await this.#ports.proxyPassword.set(password, this.#ports.settings.settings.proxyUrl);
    this.#ports.options.log.info('proxy password changed', { isStored: password !== null });
    return {};
  }

  #open(connectionId: string | undefined): SessionRecord[] {
    const all = this.#ports.running()?.supervisor.sessions() ?? [];
    return all.filter((record) => connectionId === undefined || record.connectionId === connectionId);
  }
}

/** Detail of a session's record; the window makes a sentence of it. */
function closedBy(by: string | undefined): string {
  return by === undefined ? 'closed by hand' : `closed by ${by}`;
}
