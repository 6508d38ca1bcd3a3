/** Authorization rules and their keys in the ARM server, alike for namespaces and hybrid connections. */
import { z } from 'zod';
import { createRule, type AuthorizationRule } from '../../electron/local-relay/entities.ts';
import { paged } from './arm-pages.ts';
import {
  badRequest,
  connectionPath,
  keysBody,
  knownConnection,
  knownNamespace,
  knownRule,
  namespacePath,
  relayVersions as versions,
  ruleBody,
} from './arm-relay-resources.ts';
import { bodyOf, ok, paramOf, type ArmAnswer, type ArmRequest } from './arm-request.ts';
import type { ArmRoute } from './arm-router.ts';
import type { AzureWorld } from './azure-world.ts';
import { isSameName, type RelayNamespace } from './relay-namespace.ts';

/** The published limit (relay-protocol §2.3). */
const maxRules = 12;
const wantedRule = z.object({
  properties: z.object({ rights: z.array(z.enum(['Listen', 'Send', 'Manage'])).min(1) }),
});
const wantedKey = z.object({ keyType: z.enum(['PrimaryKey', 'SecondaryKey']), key: z.string().optional() });

interface Place {
  readonly namespace: RelayNamespace;
  /** Undefined for the namespace itself. */
  readonly connection: string | undefined;
  readonly rules: readonly AuthorizationRule[];
}

export function authorizationRuleRoutes(world: AzureWorld, pageSize: () => number): readonly ArmRoute[] {
  const ofNamespace = (request: ArmRequest): Place => {
    const namespace = knownNamespace(world, request);
    return { namespace, connection: undefined, rules: namespace.rules() ?? [] };
  };
  const ofConnection = (request: ArmRequest): Place => {
    const namespace = knownNamespace(world, request);
    const { name, rules } = knownConnection(namespace, request);
    return { namespace, connection: name, rules };
  };
  return [
    ...routesAt(namespacePath, 'Microsoft.Relay/namespaces', ofNamespace, pageSize),
    ...routesAt(connectionPath, 'Microsoft.Relay/namespaces/hybridConnections', ofConnection, pageSize),
  ];
}

function routesAt(
  parent: string,
  kind: string,
  placeOf: (request: ArmRequest) => Place,
  pageSize: () => number,
): readonly ArmRoute[] {
  const action = (name: string): string => `${kind}/authorizationRules/${name}`;
  const path = `${parent}/authorizationRules/{rule}`;
  return [
    {
      method: 'GET',
      path: `${parent}/authorizationRules`,
      versions,
      action: action('read'),
      handle: (request) => {
        const { namespace, connection, rules } = placeOf(request);
        return paged(
          request,
          rules.map((rule) => ruleBody(namespace, rule, connection)),
          pageSize(),
        );
      },
    },
    {
      method: 'GET',
      path,
      versions,
      action: action('read'),
      handle: (request) => {
        const { namespace, connection, rules } = placeOf(request);
        return ok(ruleBody(namespace, knownRule(rules, request), connection));
      },
    },
    {
      method: 'PUT',
      path,
      versions,
      action: action('write'),
      handle: (request) => put(request, placeOf(request)),
    },
    {
      method: 'DELETE',
      path,
      versions,
      action: action('delete'),
      handle: (request) => remove(request, placeOf(request)),
    },
    {
      method: 'POST',
      path: `${path}/listKeys`,
      versions,
      action: action('listKeys/action'),
      handle: (request) => {
        const { namespace, connection, rules } = placeOf(request);
        return ok(keysBody(namespace, knownRule(rules, request), connection));
      },
    },
    {
      method: 'POST',
      path: `${path}/regenerateKeys`,
      versions,
      action: action('regenerateKeys/action'),
      handle: (request) => {
        const { namespace, connection: connectionName, rules } = placeOf(request);
        const { keyType, key } = bodyOf(request, wantedKey);
        const which = keyType === 'PrimaryKey' ? 'primaryKey' : 'secondaryKey';
        const next = namespace.regenerate(knownRule(rules, request), which, { key, connectionName });
        return ok(keysBody(namespace, next, connectionName));
      },
    },
  ];
}

/** New rights for a rule that is there leave its keys alone. */
function put(request: ArmRequest, { namespace, connection, rules }: Place): ArmAnswer {
  const { rights } = bodyOf(request, wantedRule).properties;
  if (rights.includes('Manage') && !(rights.includes('Listen') && rights.includes('Send')))
    throw badRequest('Manage permission should also include Send and Listen.');
  const name = paramOf(request, 'rule');
  const present = rules.find((rule) => isSameName(rule.name, name));
  if (present === undefined && rules.length >= maxRules)
    throw badRequest(`At most ${maxRules} authorization rules are allowed.`);
  const rule = present === undefined ? createRule(name, rights) : { ...present, rights };
  namespace.putRule(rule, connection);
  return ok(ruleBody(namespace, rule, connection));
}

function remove(request: ArmRequest, { namespace, connection, rules }: Place): ArmAnswer {
  const name = paramOf(request, 'rule');
  if (!rules.some((rule) => isSameName(rule.name, name))) return { status: 204 };
  namespace.removeRule(name, connection);
  return { status: 200 };
}
