/** Microsoft.Relay/namespaces of the ARM server. Creating and deleting take their time, as long-running operations. */
import { z } from 'zod';
import { ArmError } from './arm-error.ts';
import type { ArmOperations } from './arm-operations.ts';
import { paged } from './arm-pages.ts';
import {
  badRequest,
  groupNamespacesPath,
  knownNamespace,
  namespaceBody,
  namespacePath,
  namespacesPath,
  relayVersions as versions,
} from './arm-relay-resources.ts';
import { bodyOf, ok, paramOf, type ArmAnswer, type ArmRequest } from './arm-request.ts';
import { groupOf, type ArmRoute } from './arm-router.ts';
import { knownGroup } from './arm-subscriptions.ts';
import type { AzureWorld } from './azure-world.ts';
import { isSameName } from './relay-namespace.ts';

const namePattern = /^[A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9]$/;
const read = 'Microsoft.Relay/namespaces/read';
const write = 'Microsoft.Relay/namespaces/write';
const newNamespace = z.object({
  location: z.string(),
  tags: z.record(z.string(), z.string()).optional(),
  sku: z.object({ name: z.literal('Standard') }).optional(),
});

export function namespaceRoutes(
  world: AzureWorld,
  operations: ArmOperations,
  pageSize: () => number,
): readonly ArmRoute[] {
  const list = (request: ArmRequest, isWanted: (group: string) => boolean): ArmAnswer => {
    const subscription = paramOf(request, 'subscription');
    const found = world
      .namespaces()
      .filter(({ facts }) => isSameName(facts.subscriptionId, subscription) && isWanted(facts.resourceGroup))
      .filter(({ id }) => world.mayDo(request.caller.objectId, read, id));
    return paged(request, found.map(namespaceBody), pageSize());
  };
  const put = async (request: ArmRequest): Promise<ArmAnswer> => {
    const { location, tags } = bodyOf(request, newNamespace);
    const name = paramOf(request, 'namespace');
    const { name: resourceGroup } = knownGroup(world, request);
    const present = world.namespace(name);
    if (present !== undefined) {
      const known = knownOrTaken(world, request);
      known.tags = tags ?? known.tags;
      known.updatedAt = new Date(world.now()).toISOString();
      return ok(namespaceBody(known));
    }
    if (!namePattern.test(name)) throw badRequest(`Namespace name '${name}' is invalid.`);
    const subscription = world.subscription(paramOf(request, 'subscription'));
    if (subscription === undefined) throw new Error('the router lets no unknown subscription through');
    const made = await world.addNamespace({ subscription, name, resourceGroup, location });
    made.tags = tags ?? {};
    made.provisioningState = 'Creating';
    const headers = operations.start(request, location, () => void (made.provisioningState = 'Succeeded'));
    return { status: 201, body: namespaceBody(made), headers };
  };
  const remove = (request: ArmRequest): ArmAnswer => {
    const name = paramOf(request, 'namespace');
    if (world.namespace(name) === undefined) return { status: 204 };
    const known = knownNamespace(world, request);
    known.provisioningState = 'Deleting';
    const headers = operations.start(request, known.facts.location, () => world.removeNamespace(name));
    return { status: 202, headers };
  };
  const operationPath = '/subscriptions/{subscription}/providers/Microsoft.Relay/locations/{location}';
  return [
    {
      method: 'GET',
      path: namespacesPath,
      versions,
      action: read,
      handle: (request) => list(request, () => true),
    },
    {
      method: 'GET',
      path: groupNamespacesPath,
      versions,
      action: read,
      handle: (request) => {
        const { name } = knownGroup(world, request);
        return list(request, (group) => isSameName(group, name));
      },
    },
    {
      method: 'GET',
      path: namespacePath,
      versions,
      action: read,
      handle: (request) => ok(namespaceBody(knownNamespace(world, request))),
    },
    { method: 'PUT', path: namespacePath, versions, action: write, handle: put },
    {
      method: 'PATCH',
      path: namespacePath,
      versions,
      action: write,
      handle: (request) => {
        const known = knownNamespace(world, request);
        known.tags = bodyOf(request, newNamespace.partial()).tags ?? known.tags;
        known.updatedAt = new Date(world.now()).toISOString();
        return ok(namespaceBody(known));
      },
    },
    {
      method: 'DELETE',
      path: namespacePath,
      versions,
      action: 'Microsoft.Relay/namespaces/delete',
      handle: remove,
    },
    {
      method: 'POST',
      path: '/subscriptions/{subscription}/providers/Microsoft.Relay/checkNameAvailability',
      versions,
      action: 'Microsoft.Relay/checkNameAvailability/action',
      handle: (request) => ok(availability(world, bodyOf(request, z.object({ name: z.string() })).name)),
    },
    {
      method: 'GET',
      path: `${operationPath}/operationsStatus/{operation}`,
      versions,
      handle: (request) => operations.status(request),
    },
    {
      method: 'GET',
      path: `${operationPath}/operationResults/{operation}`,
      versions,
      handle: (request) => operations.result(request),
    },
  ];
}

/** Names are the whole cloud's: one that somebody else has can't be had. */
function knownOrTaken(world: AzureWorld, request: ArmRequest) {
  const name = paramOf(request, 'namespace');
  const facts = world.namespace(name)?.facts;
  const isOwn =
    facts !== undefined &&
    isSameName(facts.subscriptionId, paramOf(request, 'subscription')) &&
    isSameName(facts.resourceGroup, groupOf(request));
  if (isOwn) return knownNamespace(world, request);
  throw new ArmError(409, 'NamespaceUnavailable', `Namespace name '${name}' is not available.`);
}

function availability(world: AzureWorld, name: string): object {
  if (!namePattern.test(name))
    return { nameAvailable: false, reason: 'InvalidName', message: `The name '${name}' is invalid.` };
  if (world.namespace(name) !== undefined)
    return { nameAvailable: false, reason: 'NameInUse', message: `The name '${name}' is in use.` };
  return { nameAvailable: true, reason: 'None', message: '' };
}
