/**
 * One Microsoft.Relay namespace of the test's Azure: its hybrid connections, rules and keys, and, where it has a data plane,
 * the local relay that takes exactly those keys. Owns that relay.
 *
 * Invariant: whatever changes here counts in the relay from the next token on, as it does in Azure.
 */
import {
  createEntity,
  createNamespaceRules,
  createRule,
  type AuthorizationRule,
  type EntityConfig,
  type EntityDetails,
} from '../../electron/local-relay/entities.ts';
import { LocalRelay, type LocalRelayOptions } from '../../electron/local-relay/server.ts';

export interface RelayNamespaceFacts {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
}

export interface ConnectionDetails extends EntityDetails {
  /** What ARM reports for a namespace without a data plane. */
  readonly listenerCount?: number;
  /** Without: `defaultListener` and `defaultSender`, as App Service makes them. */
  readonly rules?: readonly AuthorizationRule[];
}

export interface RelayCertificate {
  readonly certPem: string;
  readonly keyPem: string;
}

export class RelayNamespace {
  readonly facts: RelayNamespaceFacts;
  readonly id: string;
  readonly createdAt: string;
  updatedAt: string;
  provisioningState: 'Creating' | 'Deleting' | 'Succeeded' = 'Succeeded';
  tags: Readonly<Record<string, string>> = {};
  /** The relay reads this very array at every token: new namespace keys count at once. */
  readonly #rules: AuthorizationRule[] = [...createNamespaceRules()];
  readonly #connections = new Map<string, EntityConfig>();
  readonly #listenerCounts = new Map<string, number>();
  #relay: LocalRelay | undefined;

  constructor(facts: RelayNamespaceFacts, nowMs: number) {
    this.facts = facts;
    this.id = `/subscriptions/${facts.subscriptionId}/resourceGroups/${facts.resourceGroup}/providers/Microsoft.Relay/namespaces/${facts.name}`;
    this.createdAt = new Date(nowMs).toISOString();
    this.updatedAt = this.createdAt;
  }

  async startRelay(
    certificates: RelayCertificate,
    options: Pick<LocalRelayOptions, 'entra' | 'limits'> = {},
  ): Promise<void> {
    this.#relay = new LocalRelay({
      ...options,
      certificates,
      namespaceRules: this.#rules,
      entities: [...this.#connections.values()],
    });
    await this.#relay.listen();
  }

  async dispose(): Promise<void> {
    await this.#relay?.close();
  }

  get relay(): LocalRelay | undefined {
    return this.#relay;
  }

  /** `host` or `host:port` of the data plane. */
  get host(): string {
    return this.#relay === undefined
      ? `${this.facts.name}.servicebus.localhost`
      : `localhost:${this.#relay.port}`;
  }

  connections(): readonly EntityConfig[] {
    return [...this.#connections.values()];
  }

  connection(name: string): EntityConfig | undefined {
    return this.#connections.get(name.toLowerCase());
  }

  addConnection(name: string, details: ConnectionDetails = {}): EntityConfig {
    const { rules, listenerCount, ...rest } = details;
    const made = createEntity(name, rest);
    const entity = rules === undefined ? made : { ...made, rules };
    if (listenerCount !== undefined) this.#listenerCounts.set(name.toLowerCase(), listenerCount);
    this.putConnection(entity);
    return entity;
  }

  putConnection(entity: EntityConfig): void {
    const isNew = this.connection(entity.name) === undefined;
    this.#connections.set(entity.name.toLowerCase(), entity);
    if (isNew) this.#relay?.addEntity(entity);
    else this.#relay?.updateEntity(entity);
  }

  removeConnection(name: string): boolean {
    this.#relay?.removeEntity(name);
    return this.#connections.delete(name.toLowerCase());
  }

  listenerCount(name: string): number {
    return this.#relay?.listenerCount(name) ?? this.#listenerCounts.get(name.toLowerCase()) ?? 0;
  }

  /** Of a hybrid connection, or of the namespace where no name is given; undefined when there is no such connection. */
  rules(connectionName?: string): readonly AuthorizationRule[] | undefined {
    return connectionName === undefined ? this.#rules : this.connection(connectionName)?.rules;
  }

  /** Replaces the rule of that name. */
  putRule(rule: AuthorizationRule, connectionName?: string): void {
    const others = this.#othersThan(rule.name, connectionName);
    this.#setRules([...others, rule], connectionName);
  }

  removeRule(name: string, connectionName?: string): void {
    this.#setRules(this.#othersThan(name, connectionName), connectionName);
  }

  /** A new key, random unless given, in place of the old one, which stops counting. */
  regenerate(
    rule: AuthorizationRule,
    which: 'primaryKey' | 'secondaryKey',
    given: KeyPlace,
  ): AuthorizationRule {
    const next = { ...rule, [which]: given.key ?? createRule(rule.name, rule.rights).primaryKey };
    this.putRule(next, given.connectionName);
    return next;
  }

  #othersThan(name: string, connectionName?: string): readonly AuthorizationRule[] {
    return (this.rules(connectionName) ?? []).filter((rule) => !isSameName(rule.name, name));
  }

  #setRules(rules: readonly AuthorizationRule[], connectionName?: string): void {
    if (connectionName === undefined) {
      this.#rules.splice(0, this.#rules.length, ...rules);
      return;
    }
    const entity = this.connection(connectionName);
    if (entity !== undefined) this.putConnection({ ...entity, rules });
  }
}

export interface KeyPlace {
  readonly key?: string | undefined;
  readonly connectionName?: string | undefined;
}

/** Names of Azure's resources mean the same in any case. */
export function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
