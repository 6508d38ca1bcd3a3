/**
 * Hybrid connections of the relay: their configuration, and finding the one that a path means. Owns the live map.
 *
 * Invariant: names are unique without regard to case, as the service matches them (relay-protocol §1.3).
 */
import { randomBytes } from 'node:crypto';

export type Right = 'Listen' | 'Send' | 'Manage';

/** A SAS rule. The key text itself, as UTF-8, is the HMAC key (relay-protocol §2.1). */
export interface AuthorizationRule {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly primaryKey: string;
  readonly secondaryKey: string;
}

/** Plain data that the caller may persist; it holds keys. */
export interface EntityConfig {
  readonly name: string;
  readonly rules: readonly AuthorizationRule[];
  readonly requiresClientAuthorization: boolean;
  /** JSON array of `{key, value}`, by the convention of relay-protocol §6.3. */
  readonly userMetadata: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface EntityDetails {
  /** `host:port` of the target, published in the metadata as App Service does (relay-protocol §6.3). */
  readonly endpoint?: string;
  readonly requiresClientAuthorization?: boolean;
  readonly now?: () => number;
}

export const listenerRuleName = 'defaultListener';
export const senderRuleName = 'defaultSender';
export const namespaceRuleName = 'RootManageSharedAccessKey';

/** A hybrid connection with the two rules that App Service makes (relay-protocol §1.1) and fresh random keys. */
export function createEntity(name: string, details: EntityDetails = {}): EntityConfig {
  const at = new Date((details.now ?? Date.now)()).toISOString();
  return {
    name,
    rules: [createRule(listenerRuleName, ['Listen']), createRule(senderRuleName, ['Send'])],
    requiresClientAuthorization: details.requiresClientAuthorization ?? true,
    userMetadata: details.endpoint === undefined ? '' : endpointMetadata(details.endpoint),
    createdAt: at,
    updatedAt: at,
  };
}

/** The rule that every namespace is born with, with fresh random keys. */
export function createNamespaceRules(): readonly AuthorizationRule[] {
  return [createRule(namespaceRuleName, ['Listen', 'Send', 'Manage'])];
}

export function createRule(name: string, rights: readonly Right[]): AuthorizationRule {
  return { name, rights, primaryKey: createKey(), secondaryKey: createKey() };
}

export function endpointMetadata(endpoint: string): string {
  return JSON.stringify([{ key: 'endpoint', value: endpoint }]);
}

function createKey(): string {
  return randomBytes(32).toString('base64');
}

/** Letters, digits, `.`, `-`, `_`, `/`; alphanumeric at both ends; at most 260 (relay-protocol §1.3). */
const namePattern = /^[0-9A-Za-z](?:[0-9A-Za-z._/-]{0,258}[0-9A-Za-z])?$/;
const maxMetadataLength = 1024;

export class EntityMap {
  readonly #entities = new Map<string, EntityConfig>();

  /** Throws a RangeError for what no hybrid connection could be called, and for a name that is taken. */
  add(entity: EntityConfig): void {
    checkEntity(entity);
    const key = entity.name.toLowerCase();
    if (this.#entities.has(key)) throw new RangeError(`an entity ${entity.name} exists already`);
    this.#entities.set(key, entity);
  }

  replace(entity: EntityConfig): void {
    checkEntity(entity);
    const key = entity.name.toLowerCase();
    if (!this.#entities.has(key)) throw new RangeError(`no entity ${entity.name}`);
    this.#entities.set(key, entity);
  }

  remove(name: string): EntityConfig | undefined {
    const found = this.get(name);
    this.#entities.delete(name.toLowerCase());
    return found;
  }

  get(name: string): EntityConfig | undefined {
    return this.#entities.get(name.toLowerCase());
  }

  all(): readonly EntityConfig[] {
    return [...this.#entities.values()];
  }

  /** Longest name that is the path or a prefix of it at a segment boundary (relay-protocol §9.1 row 3). */
  find(path: string): EntityConfig | undefined {
    let candidate = path.toLowerCase();
    while (candidate !== '') {
      const found = this.#entities.get(candidate);
      if (found !== undefined) return found;
      candidate = candidate.slice(0, Math.max(0, candidate.lastIndexOf('/')));
    }
    return undefined;
  }
}

function checkEntity(entity: EntityConfig): void {
  if (!namePattern.test(entity.name)) throw new RangeError('entity name not allowed');
  if (entity.userMetadata.length > maxMetadataLength)
    throw new RangeError('metadata longer than 1024 characters');
}
