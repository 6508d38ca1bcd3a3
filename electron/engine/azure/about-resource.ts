/**
 * What Azure says of a connection now, asked side by side. What this account can't read is null and has its reason among the
 * problems: a Reader sees what a Reader may.
 */
import type { CallOutput } from '../../contract/api.ts';
import type { AzureAbout } from '../../contract/azure-resource.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { readEndpoint } from '../relay/entity-info.ts';
import type { ArmClient } from './arm-client.ts';
import {
  connectionPath,
  connectionQuestion,
  namespacePath,
  namespaceQuestion,
  type ArmRule,
} from './arm-resources.ts';
import type { FoundResource } from './find-resource.ts';
import { named, rulesOf } from './kept-rule.ts';
import {
  isPermitted,
  permissionsQuestion,
  readConnectionKeys,
  readNamespaceKeys,
  type Permission,
} from './permissions.ts';
import { readUsage } from './usage.ts';

/** Somebody waits for all of it. */
const appsForMs = 20_000;
const changeConnection = 'Microsoft.Relay/namespaces/hybridConnections/write';

type Problems = AzureAbout['problems'];

/** @throws HcmError HCM6023 when the Hybrid Connection is gone. */
export async function aboutResource(
  found: FoundResource,
  reading: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<CallOutput<'azure.about'>> {
  const { arm, place, config, accountId } = found;
  const { name, keyName, entra } = config;
  const path = connectionPath(place, name);
  const resourceId = decodeURIComponent(path);
  const problems: Problems = [];
  const asked = asking(problems);
  const [connection, namespace, ownRules, sharedRules, permissions, above, usage] = await Promise.all([
    asked(arm.ask(connectionQuestion(place, name)), ['HCM6023']),
    asked(arm.ask(namespaceQuestion(place))),
    asked(rulesOf(arm, place, name)),
    asked(rulesOf(arm, place, null)),
    asked(permissionsAt(arm, path, name)),
    asked(permissionsAt(arm, namespacePath(place), place.namespace)),
    readUsage({ ...reading, arm, subscriptionId: place.subscriptionId, of: resourceId, forMs: appsForMs }),
  ]);
  if (usage.problem !== null) problems.push(usage.problem);
  const { listenerCount, requiresClientAuthorization, userMetadata, createdAt, updatedAt } =
    connection?.properties ?? {};
  const endpoint = readEndpoint(userMetadata ?? '');
  const isOfNamespace = entra === null && ownRules !== null && named(ownRules, keyName) === undefined;
  return {
    accountId,
    resourceId: connection?.id ?? resourceId,
    region: namespace?.location ?? '',
    endpoint: endpoint.kind === 'found' ? { host: endpoint.host, port: endpoint.port } : null,
    requiresClientAuthorization: requiresClientAuthorization ?? null,
    listeners: listenerCount ?? null,
    createdAt: createdAt ?? null,
    updatedAt: updatedAt ?? null,
    rules:
      ownRules === null && sharedRules === null
        ? null
        : [...shown(ownRules, 'connection'), ...shown(sharedRules, 'namespace')],
    mayReadKeys: isOfNamespace ? may(above, readNamespaceKeys) : may(permissions, readConnectionKeys),
    mayChange: may(permissions, changeConnection),
    apps: usage.state === 'read' ? usage.connections.flatMap(({ apps }) => apps) : null,
    problems: distinct(problems),
  };
}

/** Null in place of what can't be read, with its reason among the problems; some reasons end it all. */
function asking(problems: Problems) {
  return async <Value>(work: Promise<Value>, fatal: readonly string[] = []): Promise<Value | null> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof HcmError) || fatal.includes(error.code)) throw error;
      problems.push(toErrorData(error));
      return null;
    }
  };
}

async function permissionsAt(arm: ArmClient, scope: string, name: string): Promise<readonly Permission[]> {
  const permissions: Permission[] = [];
  for await (const page of arm.list(permissionsQuestion(scope, name))) permissions.push(...page);
  return permissions;
}

function may(permissions: readonly Permission[] | null, action: string): boolean | null {
  return permissions === null ? null : isPermitted(permissions, action);
}

function shown(rules: readonly ArmRule[] | null, of: 'connection' | 'namespace') {
  return (rules ?? []).map(({ name, properties }) => ({ name, rights: properties.rights, of }));
}

/** Whoever may read nothing hears it once for each thing, not for each question. */
function distinct(problems: Problems): Problems {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}
