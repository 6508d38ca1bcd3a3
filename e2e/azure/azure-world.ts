/**
 * The test's Azure: tenants, people, services, subscriptions, who may do what, relay namespaces and apps. The servers here (ARM,
 * the authority, the identity endpoint) all answer from one of these. Owns the local relays of its namespaces.
 *
 * Invariant: nothing here speaks HTTP; a test that changes the world sees the change in the next answer of any server.
 */
import { randomUUID } from 'node:crypto';
import type { EntraAnswer, EntraQuestion } from '../../electron/local-relay/entra-check.ts';
import type { Right } from '../../electron/local-relay/entities.ts';
import { AppService } from './app-service.ts';
import { RelayNamespace, isSameName, type RelayCertificate } from './relay-namespace.ts';
import type { AccessTokenClaims } from './token-signer.ts';

export interface Tenant {
  readonly tenantId: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  /** Tokens for it are given only after a sign-in with a second factor in front of a browser. */
  readonly requiresMfa: boolean;
}

export interface Subscription {
  readonly subscriptionId: string;
  readonly displayName: string;
  readonly tenantId: string;
  readonly state: 'Enabled' | 'Disabled';
}

export interface User {
  readonly kind: 'user';
  readonly objectId: string;
  readonly username: string;
  readonly password: string;
  /** The home tenant first; the others know the user as a guest. */
  readonly tenantIds: readonly [string, ...string[]];
}

export interface ServicePrincipal {
  readonly kind: 'service';
  readonly objectId: string;
  readonly clientId: string;
  readonly tenantId: string;
  readonly secret: string;
  /** PEM; its owner may sign in with an assertion instead of the secret. */
  readonly certificatePem?: string;
}

export type Role = 'Owner' | 'Contributor' | 'Reader' | RelayRole;

/** They open the data plane, which an Owner can't use (relay-protocol §2.5). */
type RelayRole = 'Azure Relay Owner' | 'Azure Relay Listener' | 'Azure Relay Sender';

const relayRights: Readonly<Record<RelayRole, readonly Right[]>> = {
  'Azure Relay Owner': ['Listen', 'Send', 'Manage'],
  'Azure Relay Listener': ['Listen'],
  'Azure Relay Sender': ['Send'],
};

export interface ResourceGroup {
  readonly subscriptionId: string;
  readonly name: string;
  readonly location: string;
}

interface RoleAssignment {
  readonly objectId: string;
  /** Id of a subscription, resource group or resource: the role counts there and below. */
  readonly scope: string;
  readonly role: Role;
}

export interface NewNamespace {
  readonly subscription: Subscription;
  readonly name: string;
  readonly resourceGroup?: string;
  readonly location?: string;
  /** False: only ARM knows it, which costs nothing (thousands of hybrid connections). */
  readonly hasDataPlane?: boolean;
  /** Of its relay: how long tokens count after their end. */
  readonly tokenGraceMs?: number;
}

export class AzureWorld {
  readonly apps = new AppService();
  /** Azure's clock runs this much ahead: how a test lets tokens expire at ARM. */
  clockOffsetMs = 0;
  /** Reads a token of Entra for relays; whoever signs tokens sets it. */
  readRelayToken: (token: string) => AccessTokenClaims | undefined = () => undefined;
  readonly #certificates: RelayCertificate;
  readonly #tenants = new Map<string, Tenant>();
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #users: User[] = [];
  readonly #services: ServicePrincipal[] = [];
  readonly #assignments: RoleAssignment[] = [];
  readonly #groups: ResourceGroup[] = [];
  readonly #namespaces = new Map<string, RelayNamespace>();

  constructor(certificates: RelayCertificate) {
    this.#certificates = certificates;
  }

  async dispose(): Promise<void> {
    await Promise.all(this.namespaces().map((namespace) => namespace.dispose()));
  }

  now(): number {
    return Date.now() + this.clockOffsetMs;
  }

  addTenant(displayName: string, options: { readonly requiresMfa?: boolean } = {}): Tenant {
    const defaultDomain = `${displayName.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}.onmicrosoft.test`;
    const tenant = {
      tenantId: randomUUID(),
      displayName,
      defaultDomain,
      requiresMfa: options.requiresMfa ?? false,
    };
    this.#tenants.set(tenant.tenantId, tenant);
    return tenant;
  }

  addSubscription(
    tenant: Tenant,
    displayName: string,
    state: Subscription['state'] = 'Enabled',
  ): Subscription {
    const subscription = { subscriptionId: randomUUID(), displayName, tenantId: tenant.tenantId, state };
    this.#subscriptions.set(subscription.subscriptionId, subscription);
    return subscription;
  }

  /** `guestOf`: other tenants that know the user. */
  addUser(name: string, home: Tenant, guestOf: readonly Tenant[] = []): User {
    const user: User = {
      kind: 'user',
      objectId: randomUUID(),
      username: `${name}@${home.defaultDomain}`,
      password: randomUUID(),
      tenantIds: [home.tenantId, ...guestOf.map(({ tenantId }) => tenantId)],
    };
    this.#users.push(user);
    return user;
  }

  addService(tenant: Tenant, credential: Pick<ServicePrincipal, 'certificatePem'> = {}): ServicePrincipal {
    const service: ServicePrincipal = {
      kind: 'service',
      objectId: randomUUID(),
      clientId: randomUUID(),
      tenantId: tenant.tenantId,
      secret: randomUUID(),
      ...credential,
    };
    this.#services.push(service);
    return service;
  }

  addResourceGroup(subscriptionId: string, name: string, location = 'westeurope'): ResourceGroup {
    const known = this.resourceGroup(subscriptionId, name);
    if (known !== undefined) return known;
    const group = { subscriptionId, name, location };
    this.#groups.push(group);
    return group;
  }

  resourceGroup(subscriptionId: string, name: string): ResourceGroup | undefined {
    return this.resourceGroups(subscriptionId).find((group) => isSameName(group.name, name));
  }

  resourceGroups(subscriptionId: string): readonly ResourceGroup[] {
    return this.#groups.filter((group) => isSameName(group.subscriptionId, subscriptionId));
  }

  async addNamespace(wanted: NewNamespace): Promise<RelayNamespace> {
    const { subscriptionId } = wanted.subscription;
    const { name: resourceGroup } = this.addResourceGroup(subscriptionId, wanted.resourceGroup ?? 'relays');
    const location = wanted.location ?? 'West Europe';
    const facts = { subscriptionId, resourceGroup, name: wanted.name, location };
    const namespace = new RelayNamespace(facts, this.now());
    if (wanted.hasDataPlane ?? true)
      await namespace.startRelay(this.#certificates, {
        entra: (question) => this.#readAtRelay(namespace, wanted.subscription, question),
        limits: wanted.tokenGraceMs === undefined ? {} : { tokenGraceMs: wanted.tokenGraceMs },
      });
    this.#namespaces.set(wanted.name.toLowerCase(), namespace);
    return namespace;
  }

  async removeNamespace(name: string): Promise<void> {
    const namespace = this.namespace(name);
    this.#namespaces.delete(name.toLowerCase());
    await namespace?.dispose();
  }

  /** `scope`: a subscription, or anything with an id. */
  grant(
    principal: { readonly objectId: string },
    scope: Subscription | { readonly id: string },
    role: Role,
  ): void {
    const path = 'id' in scope ? scope.id : `/subscriptions/${scope.subscriptionId}`;
    this.#assignments.push({ objectId: principal.objectId, scope: path, role });
  }

  /** Takes that role away, or every one. */
  revoke(principal: { readonly objectId: string }, role?: Role): void {
    const isMeant = (one: RoleAssignment): boolean =>
      one.objectId === principal.objectId && (role === undefined || one.role === role);
    const kept = this.#assignments.filter((one) => !isMeant(one));
    this.#assignments.splice(0, this.#assignments.length, ...kept);
  }

  /** By its roles at the scope or above it. */
  mayDo(objectId: string, action: string, scope: string): boolean {
    const isRead = action.toLowerCase().endsWith('/read');
    return this.#assignments.some(
      (assignment) =>
        assignment.objectId === objectId &&
        isWithin(scope, assignment.scope) &&
        (isRead
          ? mayRead(assignment.role, action)
          : assignment.role === 'Owner' || assignment.role === 'Contributor'),
    );
  }

  /** On the data plane; undefined: with any of its roles. */
  mayUseRelay(objectId: string, right: Right | undefined, scope: string): boolean {
    return this.#assignments.some(
      ({ objectId: who, role, scope: of }) =>
        who === objectId &&
        isWithin(scope, of) &&
        isRelayRole(role) &&
        (right === undefined || relayRights[role].includes(right)),
    );
  }

  /** As the service checks: genuine and of this tenant first, then the role (relay-protocol §3.2). */
  #readAtRelay(
    { id }: RelayNamespace,
    { tenantId }: Subscription,
    { token, right, entity }: EntraQuestion,
  ): EntraAnswer {
    const claims = this.readRelayToken(token);
    if (claims === undefined) return { ok: false, status: 401, text: 'InvalidToken: the token is invalid.' };
    if (claims.tid !== tenantId)
      return { ok: false, status: 401, text: 'InvalidIssuer: the token is of another tenant.' };
    const scope = `${id}/hybridConnections/${entity}`;
    if (this.mayUseRelay(claims.oid, right, scope)) return { ok: true, expiresAtMs: claims.exp * 1000 };
    const action = right ?? 'Manage';
    return { ok: false, status: 401, text: `Authorization failed for specified action: ${action}.` };
  }

  /** Has any role in the subscription or in something of it. */
  knows(objectId: string, subscription: Subscription): boolean {
    const path = `/subscriptions/${subscription.subscriptionId}`;
    return this.#assignments.some(
      (assignment) => assignment.objectId === objectId && isWithin(assignment.scope, path),
    );
  }

  tenant(id: string): Tenant | undefined {
    return (
      this.#tenants.get(id.toLowerCase()) ??
      this.tenants().find(({ defaultDomain }) => isSameName(defaultDomain, id))
    );
  }

  tenants(): readonly Tenant[] {
    return [...this.#tenants.values()];
  }

  subscription(id: string): Subscription | undefined {
    return this.#subscriptions.get(id.toLowerCase());
  }

  subscriptions(): readonly Subscription[] {
    return [...this.#subscriptions.values()];
  }

  user(key: { readonly username: string } | { readonly objectId: string }): User | undefined {
    return this.#users.find((user) =>
      'username' in key ? isSameName(user.username, key.username) : user.objectId === key.objectId,
    );
  }

  service(clientId: string): ServicePrincipal | undefined {
    return this.#services.find((service) => isSameName(service.clientId, clientId));
  }

  /** Names are unique in the whole cloud. */
  namespace(name: string): RelayNamespace | undefined {
    return this.#namespaces.get(name.toLowerCase());
  }

  namespaces(): readonly RelayNamespace[] {
    return [...this.#namespaces.values()];
  }
}

function isWithin(scope: string, outer: string): boolean {
  const inner = scope.toLowerCase();
  return inner === outer.toLowerCase() || inner.startsWith(`${outer.toLowerCase()}/`);
}

function isRelayRole(role: Role): role is RelayRole {
  return Object.hasOwn(relayRights, role);
}

/** Roles of the data plane read the namespace's connections, and nothing else of it. */
function mayRead(role: Role, action: string): boolean {
  return !isRelayRole(role) || action.toLowerCase() === 'microsoft.relay/namespaces/hybridconnections/read';
}
