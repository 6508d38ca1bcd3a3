/** Microsoft.Relay/namespaces/hybridConnections of the ARM server. */
import { z } from 'zod';
import { createEntity } from '../../electron/local-relay/entities.ts';
import { paged } from './arm-pages.ts';
import {
  badRequest,
  connectionBody,
  connectionNameOf,
  connectionPath,
  knownConnection,
  knownNamespace,
  namespacePath,
  relayVersions as versions,
} from './arm-relay-resources.ts';
import { bodyOf, ok, type ArmAnswer, type ArmRequest } from './arm-request.ts';
import type { ArmRoute } from './arm-router.ts';
import type { AzureWorld } from './azure-world.ts';

const read = 'Microsoft.Relay/namespaces/hybridConnections/read';
const wanted = z.object({
  properties: z
    .object({
      requiresClientAuthorization: z.boolean().optional(),
      userMetadata: z.string().optional(),
    })
    .optional(),
});

export function hybridConnectionRoutes(world: AzureWorld, pageSize: () => number): readonly ArmRoute[] {
  const put = (request: ArmRequest): ArmAnswer => {
    const namespace = knownNamespace(world, request);
    const { properties = {} } = bodyOf(request, wanted);
    const name = connectionNameOf(request);
    const present = namespace.connection(name);
    // Born without rules: `defaultListener` and `defaultSender` are App Service's, not the relay's.
    const base = present ?? { ...createEntity(name, { now: () => world.now() }), rules: [] };
    const needsAuthorization = properties.requiresClientAuthorization ?? base.requiresClientAuthorization;
    if (present !== undefined && needsAuthorization !== present.requiresClientAuthorization)
      throw badRequest("The value of 'requiresClientAuthorization' cannot be changed after creation.");
    const entity = {
      ...base,
      requiresClientAuthorization: needsAuthorization,
      userMetadata: properties.userMetadata ?? base.userMetadata,
      updatedAt: new Date(world.now()).toISOString(),
    };
    try {
      namespace.putConnection(entity);
    } catch (error) {
      if (error instanceof RangeError) throw badRequest(error.message);
      throw error;
    }
    return ok(connectionBody(namespace, entity));
  };
  return [
    {
      method: 'GET',
      path: `${namespacePath}/hybridConnections`,
      versions,
      action: read,
      handle: (request) => {
        const namespace = knownNamespace(world, request);
        const bodies = namespace.connections().map((entity) => connectionBody(namespace, entity));
        return paged(request, bodies, pageSize());
      },
    },
    {
      method: 'GET',
      path: connectionPath,
      versions,
      action: read,
      handle: (request) => {
        const namespace = knownNamespace(world, request);
        return ok(connectionBody(namespace, knownConnection(namespace, request)));
      },
    },
    {
      method: 'PUT',
      path: connectionPath,
      versions,
      action: 'Microsoft.Relay/namespaces/hybridConnections/write',
      handle: put,
    },
    {
      method: 'DELETE',
      path: connectionPath,
      versions,
      action: 'Microsoft.Relay/namespaces/hybridConnections/delete',
      handle: (request) => {
        const namespace = knownNamespace(world, request);
        return { status: namespace.removeConnection(connectionNameOf(request)) ? 200 : 204 };
      },
    },
  ];
}
