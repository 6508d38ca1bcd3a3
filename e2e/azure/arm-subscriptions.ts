/** Microsoft.Resources of the ARM server: tenants, subscriptions, resource groups, locations. */
import { z } from 'zod';
import { ArmError, groupNotFound } from './arm-error.ts';
import { bodyOf, ok, paramOf, type ArmRequest } from './arm-request.ts';
import { paged } from './arm-pages.ts';
import { noSubscription, type ArmRoute } from './arm-router.ts';
import type { AzureWorld, ResourceGroup, Subscription } from './azure-world.ts';

const versions = [
  '2016-06-01',
  '2019-06-01',
  '2020-01-01',
  '2021-01-01',
  '2021-04-01',
  '2022-09-01',
  '2022-12-01',
];
const locations = [
  ['westeurope', 'West Europe'],
  ['northeurope', 'North Europe'],
  ['eastus', 'East US'],
] as const;

export function subscriptionRoutes(world: AzureWorld, pageSize: () => number): readonly ArmRoute[] {
  const visible = (request: ArmRequest): readonly Subscription[] =>
    world
      .subscriptions()
      .filter(
        (subscription) =>
          subscription.tenantId === request.caller.tenantId &&
          world.knows(request.caller.objectId, subscription),
      );
  const group = '/subscriptions/{subscription}/resourcegroups/{group}';
  return [
    {
      method: 'GET',
      path: '/tenants',
      versions,
      handle: (request) => paged(request, tenantsOf(world, request), pageSize()),
    },
    {
      method: 'GET',
      path: '/subscriptions',
      versions,
      handle: (request) => paged(request, visible(request).map(subscriptionBody), pageSize()),
    },
    {
      method: 'GET',
      path: '/subscriptions/{subscription}',
      versions,
      handle: (request) => {
        const id = paramOf(request, 'subscription');
        const found = visible(request).find(({ subscriptionId }) => subscriptionId === id.toLowerCase());
        if (found === undefined) throw noSubscription(id);
        return ok(subscriptionBody(found));
      },
    },
    {
      method: 'GET',
      path: '/subscriptions/{subscription}/locations',
      versions,
      action: 'Microsoft.Resources/subscriptions/locations/read',
      handle: (request) =>
        ok({
          value: locations.map(([name, displayName]) => ({
            id: `/subscriptions/${paramOf(request, 'subscription')}/locations/${name}`,
            name,
            displayName,
            regionalDisplayName: displayName,
            metadata: { regionType: 'Physical' },
          })),
        }),
    },
    {
      method: 'GET',
      path: '/subscriptions/{subscription}/providers/{provider}',
      versions,
      action: 'Microsoft.Resources/subscriptions/providers/read',
      handle: (request) => ok(providerBody(request)),
    },
    {
      method: 'GET',
      path: '/subscriptions/{subscription}/resourcegroups',
      versions,
      action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
      handle: (request) => {
        const groups = world.resourceGroups(paramOf(request, 'subscription')).map(groupBody);
        const readable = groups.filter(({ id }) =>
          world.mayDo(request.caller.objectId, 'Microsoft.Resources/subscriptions/resourceGroups/read', id),
        );
        return paged(request, readable, pageSize());
      },
    },
    {
      method: 'GET',
      path: group,
      versions,
      action: 'Microsoft.Resources/subscriptions/resourceGroups/read',
      handle: (request) => ok(groupBody(knownGroup(world, request))),
    },
    {
      method: 'PUT',
      path: group,
      versions,
      action: 'Microsoft.Resources/subscriptions/resourceGroups/write',
      handle: (request) => {
        const { location } = bodyOf(request, z.object({ location: z.string() }));
        const subscription = paramOf(request, 'subscription');
        const isNew = world.resourceGroup(subscription, paramOf(request, 'group')) === undefined;
        const made = world.addResourceGroup(subscription, paramOf(request, 'group'), location);
        return { status: isNew ? 201 : 200, body: groupBody(made) };
      },
    },
  ];
}

/** ARM's answer to a resource group that isn't there. */
export function knownGroup(world: AzureWorld, request: ArmRequest): ResourceGroup {
  const name = paramOf(request, 'group');
  const found = world.resourceGroup(paramOf(request, 'subscription'), name);
  if (found === undefined) throw groupNotFound(name);
  return found;
}

/** All that know the caller; a service knows its own only. */
function tenantsOf(world: AzureWorld, { caller }: ArmRequest): readonly object[] {
  const ids = world.user({ objectId: caller.objectId })?.tenantIds ?? [caller.tenantId];
  return world
    .tenants()
    .filter(({ tenantId }) => ids.includes(tenantId))
    .map(({ tenantId, displayName, defaultDomain }) => ({
      id: `/tenants/${tenantId}`,
      tenantId,
      displayName,
      defaultDomain,
      domains: [defaultDomain],
      countryCode: 'NL',
      tenantCategory: tenantId === ids[0] ? 'Home' : 'ProjectedBy',
      tenantType: 'AAD',
    }));
}

function subscriptionBody({ subscriptionId, displayName, tenantId, state }: Subscription): object {
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'PayAsYouGo_2014-09-01',
      spendingLimit: 'Off',
    },
  };
}

/** Of relays alone: which regions have their namespaces. */
function providerBody(request: ArmRequest): object {
  const provider = paramOf(request, 'provider');
  if (provider.toLowerCase() !== 'microsoft.relay')
    throw new ArmError(404, 'InvalidResourceNamespace', `The resource namespace '${provider}' is invalid.`);
  const regions = locations.map(([, displayName]) => displayName);
  return {
    id: `/subscriptions/${paramOf(request, 'subscription')}/providers/Microsoft.Relay`,
    namespace: 'Microsoft.Relay',
    registrationState: 'Registered',
    resourceTypes: [
      { resourceType: 'namespaces', locations: regions, apiVersions: ['2021-11-01'] },
      { resourceType: 'operations', locations: [], apiVersions: ['2021-11-01'] },
    ],
  };
}

function groupBody({ subscriptionId, name, location }: ResourceGroup) {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    properties: { provisioningState: 'Succeeded' },
  };
}
