/**
 * Answers the contract's `azure.*`: who is signed in, what there is, and taking some of it over. Owns what is under way.
 *
 * Invariants: no token and no key is part of an answer; of connections that run only those need it that
 * listen without a key (product B5).
 */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { connectionKey, type ConnectionConfig } from '../../contract/connection.ts';
import { HcmError, type ErrorDetails } from '../../contract/errors.ts';
import { defaultRelayPort } from '../../contract/relay-endpoint.ts';
import { asked, type CallContext } from '../call-context.ts';
import { mayDialByDefault } from '../policy/may-dial.ts';
import type { FileSystem } from '../store/file-system.ts';
import type { ArmClient } from './arm-client.ts';
import { AzureJobs } from './azure-jobs.ts';
import { AzureAccounts, type NewAccount } from './azure-accounts.ts';
import { AzureWay } from './azure-way.ts';
import { Browsing } from './browsing.ts';
import { CreationCalls, type CreationCallsPorts } from './creation-calls.ts';
import { findResource, type FindResource } from './find-resource.ts';
import { RelayTokens } from './relay-tokens.ts';
import { ResourceCalls, type ResourceCallsPorts } from './resource-calls.ts';
import { SignIns } from './sign-ins.ts';
import { signIn } from './start-sign-in.ts';
import { findSubscriptions } from './subscriptions.ts';
import { takeOver } from './take-over.ts';

export interface AzureCallsOptions {
  readonly folder: string;
  readonly fileSystem: FileSystem;
  readonly report: (problem: HcmError) => void;
  readonly userAgent: string;
  readonly remove: CreationCallsPorts['remove'];
  readonly useEndpoint: CreationCallsPorts['useEndpoint'];
  readonly keys: ResourceCallsPorts['keys'];
}

interface Look {
  readonly browsing: Browsing;
  readonly stop: AbortController;
}

const maxLooks = 8;

export class AzureCalls {
  readonly #context: CallContext;
  readonly #accounts: AzureAccounts;
  readonly #way: AzureWay;
  readonly #signIns: SignIns;
  readonly #looks = new Map<string, Look>();
  readonly #closed = new AbortController();
  readonly #jobs: AzureJobs;
  /** For connections that listen without a key. */
  readonly relayTokens: RelayTokens;
  /** A connection's own place in Azure. */
  readonly resources: ResourceCalls;
  /** Making, changing and deleting there. */
  readonly creations: CreationCalls;

  constructor(context: CallContext, options: AzureCallsOptions) {
    const { clock, relays, settings, options: engine } = context.ports;
    const { signal } = this.#closed;
    // Everything under way listens to it; the limits of clients and sign-ins bound that.
    setMaxListeners(0, signal);
    const way = new AzureWay({ clock, relays, userAgent: options.userAgent });
    const accounts = new AzureAccounts({
      ...options,
      now: () => clock.now(),
      secretBox: engine.secretBox,
      secrets: engine.secrets,
      lostId: (account, here) => this.#lostId(account, here),
      open: (account, secret, onSecret) => way.openAccount(account, secret, onSecret, signal),
    });
    this.#context = context;
    this.#way = way;
    this.#accounts = accounts;
    this.relayTokens = new RelayTokens(accounts, clock);
    this.#jobs = new AzureJobs(clock, engine.log);
    const find: FindResource = (id, stop) =>
      findResource(
        context,
        { accounts, arm: (accountId, tenantId, until) => this.#arm(accountId, tenantId, until) },
        id,
        stop,
      );
    const shared = { find, jobs: this.#jobs, signal };
    this.resources = new ResourceCalls(context, { ...shared, keys: options.keys });
    this.creations = new CreationCalls(context, {
      ...shared,
      remove: options.remove,
      useEndpoint: options.useEndpoint,
      arm: async (accountId, tenantId, stop) => {
        const { cloud } = await accounts.require(accountId);
        return { cloud, arm: await this.#arm(accountId, tenantId, stop) };
      },
    });
    this.#signIns = new SignIns({
      clock,
      run: async (input, onStep, stopped) => {
        // A secret is known to the redaction before anything is done with it; from then on the account looks after that.
        const given = [input.secret, input.certificatePem].map((one) => engine.secrets.add(one ?? ''));
        try {
          const ports = { ...way.https, accounts, settings: settings.settings, onStep, signal: stopped };
          const account = await signIn(input, ports);
          const { name, kind } = account;
          engine.log.info('signed in with azure', { account: name, kind, ...asked(input.by) });
          this.#signedIn(account.id);
          return account;
        } finally {
          for (const forget of given) forget();
        }
      },
    });
  }

  async accounts(): Promise<CallOutput<'azure.accounts'>> {
    return { accounts: [...(await this.#accounts.list())] };
  }

  startSignIn(input: CallInput<'azure.startSignIn'>): Promise<CallOutput<'azure.startSignIn'>> {
    return this.#signIns.start(input);
  }

  async waitForSignIn(id: string): Promise<CallOutput<'azure.waitForSignIn'>> {
    return { account: await this.#signIns.wait(id) };
  }

  cancelSignIn(id: string): Record<string, never> {
    this.#signIns.cancel(id);
    return {};
  }

  async signOut({ id, by }: CallInput<'azure.signOut'>): Promise<Record<string, never>> {
    const { name } = await this.#accounts.require(id);
    const listening = this.#listeningWith(id).map((one) => one.name);
    if (listening.length > 0) throw new HcmError('HCM6073', namesOf(name, listening));
    await this.#accounts.remove(id);
    this.relayTokens.forget(id);
    this.#context.ports.options.log.info('signed out of azure', { account: name, ...asked(by) });
    return {};
  }

  async subscriptions({
    accountId,
  }: CallInput<'azure.subscriptions'>): Promise<CallOutput<'azure.subscriptions'>> {
    const all = await this.#accounts.list();
    if (all.length === 0) throw new HcmError('HCM6001');
    if (accountId !== undefined) await this.#accounts.require(accountId);
    const wanted = all.filter(({ id }) => accountId === undefined || id === accountId);
    return findSubscriptions(wanted, (id, tenantId) => this.#arm(id, tenantId, this.#closed.signal));
  }

  async browse(input: CallInput<'azure.browse'>): Promise<CallOutput<'azure.browse'>> {
    this.#makeRoom();
    const { accountId, tenantId, subscriptionId } = input;
    const id = randomUUID();
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const browsing = new Browsing({
      arm: await this.#arm(accountId, tenantId, stop.signal),
      clock: this.#context.ports.clock,
      subscriptionId,
      mayDial: this.#context.ports.options.mayDial ?? mayDialByDefault,
      signal: stop.signal,
      existingId: (address, name) => this.#existingId(address, name),
      onIdle: () => this.stopBrowsing(id),
    });
    this.#looks.set(id, { browsing, stop });
    return { id };
  }

  async browsed({ id, after }: CallInput<'azure.browsed'>): Promise<CallOutput<'azure.browsed'>> {
    const look = this.#looks.get(id);
    if (look === undefined) throw new HcmError('HCM6018');
    return look.browsing.read(after);
  }

  stopBrowsing(id: string): Record<string, never> {
    const look = this.#looks.get(id);
    this.#looks.delete(id);
    look?.browsing.close();
    look?.stop.abort(new HcmError('HCM6018'));
    return {};
  }

  async add(input: CallInput<'azure.add'>): Promise<CallOutput<'azure.add'>> {
    const { cloud, name } = await this.#accounts.require(input.accountId);
    const entra = input.listenWith === 'entra' ? { accountId: input.accountId, name } : null;
    const arm = await this.#arm(input.accountId, input.tenantId, this.#closed.signal);
    return takeOver(this.#context, input, { arm, cloud, entra });
  }

  progress({ id, after }: CallInput<'azure.progress'>): Promise<CallOutput<'azure.progress'>> {
    return this.#jobs.progress(id, after);
  }

  stopJob(id: string): Record<string, never> {
    this.#jobs.stop(id);
    return {};
  }

  close(): void {
    this.#jobs.close();
    this.#signIns.close();
    for (const id of [...this.#looks.keys()]) this.stopBrowsing(id);
    this.#closed.abort(new HcmError('HCM5005', { reason: 'closed' }));
    this.#accounts.close();
  }

  /** Whoever forgot to end one keeps nobody else from looking. @throws HcmError HCM6019 */
  #makeRoom(): void {
    if (this.#looks.size < maxLooks) return;
    const [oldest] = [...this.#looks].find(([, { browsing }]) => browsing.isDone) ?? [];
    if (oldest === undefined) throw new HcmError('HCM6019');
    this.stopBrowsing(oldest);
  }

  async #arm(accountId: string, tenantId: string | null, signal: AbortSignal): Promise<ArmClient> {
    const account = await this.#accounts.require(accountId);
    // Nothing is begun that `close` wouldn't end.
    this.#closed.signal.throwIfAborted();
    return this.#way.arm(this.#accounts, account, tenantId, signal);
  }

  /** The same name in the same cloud: ids are this host's own, and a lost one says no more. */
  #lostId({ name, cloud }: NewAccount, here: ReadonlySet<string>): string | null {
    const lost = this.#context.ports.store
      .list()
      .find(
        ({ entra, resource }) =>
          entra?.name === name && !here.has(entra.accountId) && resource?.cloud === cloud.name,
      );
    return lost?.entra?.accountId ?? null;
  }

  #listeningWith(accountId: string): readonly ConnectionConfig[] {
    return this.#context.ports.store.list().filter(({ entra }) => entra?.accountId === accountId);
  }

  /** What waited for this sign-in doesn't wait for its next try. */
  #signedIn(accountId: string): void {
    this.relayTokens.forget(accountId);
    const supervisor = this.#context.ports.running()?.supervisor;
    for (const { id } of this.#listeningWith(accountId)) supervisor?.runner(id).signedIn();
  }

  #existingId(namespaceAddress: string, name: string): string | null {
    if (!URL.canParse(namespaceAddress)) return null;
    const { hostname, port } = new URL(namespaceAddress);
    const place = { host: hostname, port: port === '' ? defaultRelayPort : Number(port), name };
    const key = connectionKey(place);
    return this.#context.ports.store.list().find((one) => connectionKey(one) === key)?.id ?? null;
  }
}

/** As many as a sentence bears. */
const maxNames = 5;

function namesOf(account: string, names: readonly string[]): ErrorDetails {
  const shown = names.slice(0, maxNames).join(', ');
  const rest = names.length - maxNames;
  return { account, names: rest > 0 ? `${shown} …` : shown, count: names.length };
}
