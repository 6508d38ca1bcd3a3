/** Bodies of Microsoft.Relay's resources, and finding what a request names. */
import type { AuthorizationRule, EntityConfig } from '../../electron/local-relay/entities.ts';
import { ArmError, groupNotFound, resourceNotFound } from './arm-error.ts';
import { paramOf, type ArmRequest } from './arm-request.ts';
import type { AzureWorld } from './azure-world.ts';
import { isSameName, type RelayNamespace } from './relay-namespace.ts';

/** Microsoft.Relay's published ones. */
export const relayVersions = ['2016-07-01', '2017-04-01', '2018-01-01-preview', '2021-11-01', '2024-01-01'];
export const namespacesPath = '/subscriptions/{subscription}/providers/Microsoft.Relay/namespaces';
export const groupNamespacesPath =
  '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Relay/namespaces';
export const namespacePath = `${groupNamespacesPath}/{namespace}`;
export const connectionPath = `${namespacePath}/hybridConnections/{connection}`;

export function knownNamespace(world: AzureWorld, request: ArmRequest): RelayNamespace {
  const name = paramOf(request, 'namespace');
  const group = paramOf(request, 'group');
  const found = world.namespace(name);
  const subscription = paramOf(request, 'subscription');
  if (world.resourceGroup(subscription, group) === undefined) throw groupNotFound(group);
  const isThere =
    found !== undefined &&
    isSameName(found.facts.resourceGroup, group) &&
    isSameName(found.facts.subscriptionId, subscription);
  if (!isThere) throw resourceNotFound(`Microsoft.Relay/namespaces/${name}`, group);
  return found;
}

/** ARM has no `/` in names: the service writes `~` there. */
export function connectionNameOf(request: ArmRequest): string {
  return paramOf(request, 'connection').replaceAll('~', '/');
}

function inArm(connection: string): string {
  return connection.replaceAll('/', '~');
}

export function knownConnection(namespace: RelayNamespace, request: ArmRequest): EntityConfig {
  const name = connectionNameOf(request);
  const found = namespace.connection(name);
  const kind = `Microsoft.Relay/namespaces/${namespace.facts.name}/hybridConnections/${name}`;
  if (found === undefined) throw resourceNotFound(kind, namespace.facts.resourceGroup);
  return found;
}

export function knownRule(rules: readonly AuthorizationRule[], request: ArmRequest): AuthorizationRule {
  const name = paramOf(request, 'rule');
  const found = rules.find((rule) => isSameName(rule.name, name));
  if (found !== undefined) return found;
  const kind = `Microsoft.Relay/namespaces/authorizationRules/${name}`;
  throw resourceNotFound(kind, paramOf(request, 'group'));
}

export function namespaceBody(namespace: RelayNamespace) {
  const { name, location, subscriptionId } = namespace.facts;
  const { host } = namespace;
  return {
    sku: { name: 'Standard', tier: 'Standard' },
    id: namespace.id,
    name,
    type: 'Microsoft.Relay/Namespaces',
    location,
    tags: namespace.tags,
    properties: {
      provisioningState: namespace.provisioningState,
      metricId: `${subscriptionId}:${name}`,
      createdAt: namespace.createdAt,
      updatedAt: namespace.updatedAt,
      serviceBusEndpoint: `https://${host.includes(':') ? host : `${host}:443`}/`,
      status: namespace.provisioningState === 'Succeeded' ? 'Active' : namespace.provisioningState,
      privateEndpointConnections: [],
      publicNetworkAccess: 'Enabled',
    },
  };
}

export function connectionBody(namespace: RelayNamespace, entity: EntityConfig) {
  return {
    id: `${namespace.id}/hybridConnections/${inArm(entity.name)}`,
    name: inArm(entity.name),
    type: 'Microsoft.Relay/Namespaces/HybridConnections',
    location: namespace.facts.location,
    properties: {
      createdAt: entity.createdAt,
      updatedAt: entity.updatedAt,
      listenerCount: namespace.listenerCount(entity.name),
      requiresClientAuthorization: entity.requiresClientAuthorization,
      ...(entity.userMetadata === '' ? {} : { userMetadata: entity.userMetadata }),
    },
  };
}

export function ruleBody(namespace: RelayNamespace, rule: AuthorizationRule, connection?: string) {
  const parent =
    connection === undefined ? namespace.id : `${namespace.id}/hybridConnections/${inArm(connection)}`;
  const kind = connection === undefined ? 'Namespaces' : 'Namespaces/HybridConnections';
  return {
    id: `${parent}/authorizationRules/${rule.name}`,
    name: rule.name,
    type: `Microsoft.Relay/${kind}/AuthorizationRules`,
    location: namespace.facts.location,
    properties: { rights: rule.rights },
  };
}

/** The strings of a hybrid connection's rule name it; those of a namespace's rule don't (relay-protocol §1.1). */
export function keysBody({ host }: RelayNamespace, rule: AuthorizationRule, connection?: string) {
  const text = (key: string): string =>
    `Endpoint=sb://${host}/;SharedAccessKeyName=${rule.name};SharedAccessKey=${key}` +
    (connection === undefined ? '' : `;EntityPath=${connection}`);
  return {
    primaryConnectionString: text(rule.primaryKey),
    secondaryConnectionString: text(rule.secondaryKey),
    primaryKey: rule.primaryKey,
    secondaryKey: rule.secondaryKey,
    keyName: rule.name,
  };
}

export function badRequest(message: string): ArmError {
  return new ArmError(400, 'BadRequest', message);
}
