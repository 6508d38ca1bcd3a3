/**
 * One look for the place of a connection in Azure: what is known of it and its neighbours first; else the namespaces of all
 * subscriptions that somebody who is signed in may see.
 *
 * Invariants: only accounts of the cloud that the connection's relay belongs to are asked; a place counts only when its
 * namespace has this relay's very address; the first hit ends it; where Resource Manager doesn't answer one question the rest isn't
 * asked.
 */
import type { AzureAccount } from '../../contract/azure.ts';
import type { AzureResource, ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { practiceAuthor } from '../../contract/practice-author.ts';
import { defaultRelayPort } from '../../contract/relay-endpoint.ts';
import type { CallContext } from '../call-context.ts';
import type { AccountRecord } from './accounts-format.ts';
import type { ArmClient } from './arm-client.ts';
import { namespaceQuestion, namespacesQuestion, placeOf, type ArmNamespace } from './arm-resources.ts';
import type { AzureAccounts } from './azure-accounts.ts';
import { isRelayHost, isRelayHostOfAny } from './clouds.ts';
import type { FoundResource } from './find-resource.ts';
import { findSubscriptions } from './subscriptions.ts';

export interface FindPorts {
  readonly accounts: Pick<AzureAccounts, 'list' | 'require'>;
  readonly arm: (accountId: string, tenantId: string | null, signal: AbortSignal) => Promise<ArmClient>;
}

interface Candidate {
  readonly record: AccountRecord;
  readonly view: AzureAccount;
}

/** Subscriptions whose namespaces are asked for side by side. */
const batchSize = 6;

export class ResourceSearch {
  readonly #context: CallContext;
  readonly #ports: FindPorts;
  readonly #config: ConnectionConfig;
  readonly #signal: AbortSignal;
  /** Why some could not be asked. */
  readonly #problems: Error[] = [];
  /** Addresses of Resource Manager that don't answer. */
  readonly #silent = new Set<string>();

  constructor(context: CallContext, ports: FindPorts, config: ConnectionConfig, signal: AbortSignal) {
    this.#context = context;
    this.#ports = ports;
    this.#config = config;
    this.#signal = signal;
  }

  async run(): Promise<FoundResource> {
    const { name, host } = this.#config;
    const candidates = await this.#candidates();
    const found = (await this.#inKnownPlaces(candidates)) ?? (await this.#inSubscriptions(candidates));
    if (found !== null) return found;
    this.#signal.throwIfAborted();
    const serious = this.#problems.find((problem) => !isUnseen(problem));
    if (serious !== undefined) throw serious;
    const asked = candidates.map(({ record }) => record.name).join(', ');
    throw new HcmError('HCM6050', { name, host, candidates: asked });
  }

  /** Of the same cloud; the likeliest first. @throws HcmError HCM6001, HCM6051 */
  async #candidates(): Promise<readonly Candidate[]> {
    const { name, host, kind, addedBy, resource } = this.#config;
    if (kind === 'biztalk') throw new HcmError('HCM6051', { name, reason: 'biztalk' });
    if (addedBy === practiceAuthor) throw new HcmError('HCM6051', { name, reason: 'practice' });
    const views = await this.#ports.accounts.list();
    const all = await Promise.all(
      views.map(async (view) => ({ view, record: await this.#ports.accounts.require(view.id) })),
    );
    const fitting = all.filter(({ record }) => isRelayHost(record.cloud, host));
    if (fitting.length === 0 && !isRelayHostOfAny(this.#context.ports.settings.settings, host))
      throw new HcmError('HCM6051', { name, reason: 'host', host });
    if (fitting.length === 0) throw new HcmError('HCM6001');
    const rank = ({ view, record }: Candidate): number =>
      (view.needsSignIn ? 2 : 0) + (resource !== null && record.tenantId !== resource.tenantId ? 1 : 0);
    return fitting.sort((one, other) => rank(one) - rank(other));
  }

  /** Its own, and those of its neighbours on the same relay host. */
  async #inKnownPlaces(candidates: readonly Candidate[]): Promise<FoundResource | null> {
    const own = this.#config.resource;
    const neighbours = this.#context.ports.store.list().filter((one) => isSameHost(one, this.#config));
    const places = [own, ...neighbours.map(({ resource }) => resource)].filter((one) => one !== null);
    const seen = new Set<string>();
    for (const place of places) {
      const key = JSON.stringify(Object.values(place)).toLowerCase();
      if (seen.has(key)) continue;
      seen.add(key);
      for (const candidate of candidates.filter(({ record }) => record.cloud.name === place.cloud)) {
        if (this.#isSilent(candidate)) continue;
        const found = await this.#at(candidate, place);
        if (found !== null) return found;
      }
    }
    return null;
  }

  async #at(candidate: Candidate, resource: AzureResource): Promise<FoundResource | null> {
    try {
      const arm = await this.#arm(candidate, resource.tenantId);
      const namespace = await arm.ask(namespaceQuestion(resource));
      return isItsNamespace(namespace, this.#config) ? this.#found(candidate, resource, arm) : null;
    } catch (error) {
      return this.#failed(candidate, error);
    }
  }

  async #inSubscriptions(candidates: readonly Candidate[]): Promise<FoundResource | null> {
    for (const candidate of candidates) {
      if (this.#isSilent(candidate)) continue;
      const { subscriptions, problems } = await findSubscriptions([candidate.view], (_, tenantId) =>
        this.#arm(candidate, tenantId),
      );
      this.#signal.throwIfAborted();
      for (const { problem } of problems)
        this.#failed(candidate, new HcmError(problem.code, problem.details));
      for (let from = 0; from < subscriptions.length && !this.#isSilent(candidate); from += batchSize) {
        const batch = subscriptions.slice(from, from + batchSize);
        const results = await Promise.all(
          batch.map(({ subscriptionId, tenantId }) =>
            this.#inSubscription(candidate, subscriptionId, tenantId),
          ),
        );
        const found = results.find((one) => one !== null);
        if (found !== undefined) return found;
      }
    }
    return null;
  }

  async #inSubscription(
    candidate: Candidate,
    subscriptionId: string,
    tenantId: string,
  ): Promise<FoundResource | null> {
    try {
      const arm = await this.#arm(candidate, tenantId);
      for await (const page of arm.list(namespacesQuestion(subscriptionId))) {
        const namespace = page.find((one) => isItsNamespace(one, this.#config));
        const place = namespace === undefined ? null : placeOf(namespace.id);
        if (place === null) continue;
        const { resourceGroup, namespace: name } = place;
        const cloud = candidate.record.cloud.name;
        const resource = { cloud, tenantId, subscriptionId, resourceGroup, namespace: name };
        return this.#found(candidate, resource, arm);
      }
      return null;
    } catch (error) {
      return this.#failed(candidate, error);
    }
  }

  #found({ record }: Candidate, resource: AzureResource, arm: ArmClient): FoundResource {
    const { subscriptionId, resourceGroup, namespace } = resource;
    const place = { subscriptionId, resourceGroup, namespace };
    return { config: this.#config, resource, place, accountId: record.id, cloud: record.cloud, arm };
  }

  /** The next account, or the next subscription, may know more. */
  #failed({ record }: Candidate, error: unknown): null {
    this.#signal.throwIfAborted();
    if (error instanceof HcmError && error.code === 'HCM6013') this.#silent.add(record.cloud.arm);
    this.#problems.push(error instanceof Error ? error : new HcmError('HCM9001'));
    return null;
  }

  #isSilent({ record }: Candidate): boolean {
    return this.#silent.has(record.cloud.arm);
  }

  #arm({ record }: Candidate, tenantId: string | null): Promise<ArmClient> {
    return this.#ports.arm(record.id, tenantId === '' ? null : tenantId, this.#signal);
  }
}

/** Host and port of a namespace as Azure names them; null when it names none. */
function relayOf({ properties }: ArmNamespace): Pick<ConnectionConfig, 'host' | 'port'> | null {
  const text = properties?.serviceBusEndpoint ?? '';
  if (!URL.canParse(text)) return null;
  const { hostname, port } = new URL(text);
  return { host: hostname.toLowerCase(), port: port === '' ? defaultRelayPort : Number(port) };
}

function isItsNamespace(namespace: ArmNamespace, config: ConnectionConfig): boolean {
  const relay = relayOf(namespace);
  return relay !== null && isSameHost(relay, config);
}

type Relay = Pick<ConnectionConfig, 'host' | 'port'>;

function isSameHost(one: Relay, other: Relay): boolean {
  return one.host === other.host && one.port === other.port;
}

/** It isn't there for this account, or it may not look: another one may. */
function isUnseen(error: unknown): boolean {
  return error instanceof HcmError && ['HCM6021', 'HCM6022', 'HCM6023'].includes(error.code);
}
