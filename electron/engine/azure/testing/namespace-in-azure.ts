/**
 * A namespace of Azure whose data plane is a test's local relay: what Resource Manager answers of it, its Hybrid Connections, rules
 * and keys. Keys that are made anew here count at the relay at once.
 */
import { createRule, type AuthorizationRule } from '../../../local-relay/entities.ts';
import type { LocalRelay } from '../../../local-relay/server.ts';
import { armError, homeTenant, type ArmAsked, type ServedAnswer } from './cloud-server.ts';

export const subscriptionId = 'cccccccc-0000-4000-8000-000000000001';

export class NamespaceInAzure {
  readonly #relay: LocalRelay;
  /** The relay reads this very array at every token. */
  readonly #namespaceRules: AuthorizationRule[];
  resourceGroup = 'relays';
  readonly name = 'contoso-weu';
  /** What is answered in place of the truth, where it says something. */
  instead: (asked: ArmAsked, path: string) => ServedAnswer | undefined = () => undefined;
  /** Actions that the account may do here. */
  actions: readonly string[] = ['*'];

  constructor(relay: LocalRelay, namespaceRules: AuthorizationRule[]) {
    this.#relay = relay;
    this.#namespaceRules = namespaceRules;
  }

  get id(): string {
    return `/subscriptions/${subscriptionId}/resourceGroups/${this.resourceGroup}/providers/Microsoft.Relay/namespaces/${this.name}`;
  }

  readonly answer = (asked: ArmAsked): ServedAnswer => {
    const path = decodeURIComponent(asked.path.split('?')[0] ?? '');
    return this.instead(asked, path) ?? this.#truth(asked, path);
  };

  rules(connection: string | null): readonly AuthorizationRule[] | undefined {
    return connection === null ? this.#namespaceRules : this.#relay.entity(connection)?.rules;
  }

  setRules(connection: string | null, rules: readonly AuthorizationRule[]): void {
    if (connection === null) {
      this.#namespaceRules.splice(0, this.#namespaceRules.length, ...rules);
      return;
    }
    const entity = this.#relay.entity(connection);
    if (entity !== undefined) this.#relay.updateEntity({ ...entity, rules });
  }

  regenerate(connection: string | null, ruleName: string, slot: 'primaryKey' | 'secondaryKey'): void {
    const rules = this.rules(connection) ?? [];
    const fresh = createRule(ruleName, ['Listen']).primaryKey;
    this.setRules(
      connection,
      rules.map((rule) => (rule.name === ruleName ? { ...rule, [slot]: fresh } : rule)),
    );
  }

  #truth({ method, body }: ArmAsked, path: string): ServedAnswer {
    const subscription = `/subscriptions/${subscriptionId}`;
    if (path === '/tenants') return list([{ tenantId: homeTenant, displayName: 'Contoso' }]);
    if (path === '/subscriptions') return list([{ subscriptionId, displayName: 'Production' }]);
    if (path === `${subscription}/providers/Microsoft.Relay/namespaces`)
      return list([this.#other(), this.#namespace()]);
    if (path.startsWith(`${subscription}/providers/Microsoft.Web/`)) return list([]);
    if (path === this.id) return { body: this.#namespace() };
    if (!path.startsWith(`${this.id}/`)) return notFound;
    const rest = path.slice(this.id.length);
    if (rest.endsWith('/permissions')) return list([{ actions: this.actions, notActions: [] }]);
    const [, connection = null, of = ''] =
      /^(?:\/hybridConnections\/([^/]+))?((?:\/authorizationRules.*)?)$/u.exec(rest) ?? [];
    const rules = this.rules(connection);
    if (rules === undefined) return notFound;
    if (of === '') return { body: this.#connection(connection ?? '') };
    if (of === '/authorizationRules')
      return list(rules.map(({ name, rights }) => ({ name, properties: { rights } })));
    const [, ruleName = '', action] = /^\/authorizationRules\/([^/]+)\/(\w+)$/u.exec(of) ?? [];
    if (method !== 'POST' || !rules.some(({ name }) => name === ruleName)) return notFound;
    if (action === 'regenerateKeys')
      this.regenerate(connection, ruleName, body.includes('PrimaryKey') ? 'primaryKey' : 'secondaryKey');
    const now = this.rules(connection)?.find(({ name }) => name === ruleName);
    return { body: { primaryKey: now?.primaryKey, secondaryKey: now?.secondaryKey, keyName: ruleName } };
  }

  #namespace(): object {
    const properties = { serviceBusEndpoint: `https://localhost:${this.#relay.port}/` };
    return { id: this.id, name: this.name, location: 'West Europe', properties };
  }

  /** Of the same subscription, and nothing of ours. */
  #other(): object {
    const properties = { serviceBusEndpoint: 'https://elsewhere.localhost:443/' };
    return { id: this.id.replace(this.name, 'elsewhere'), name: 'elsewhere', properties };
  }

  #connection(name: string): object {
    const entity = this.#relay.entity(name);
    const { createdAt, updatedAt, userMetadata, requiresClientAuthorization } = entity ?? {};
    const listenerCount = this.#relay.listenerCount(name);
    return {
      id: `${this.id}/hybridConnections/${name}`,
      name,
      properties: { createdAt, updatedAt, userMetadata, requiresClientAuthorization, listenerCount },
    };
  }
}

const notFound: ServedAnswer = { status: 404, body: armError('ResourceNotFound') };

function list(value: readonly object[]): ServedAnswer {
  return { body: { value } };
}
