/** Microsoft.Web of the ARM server: apps, plans, the hybrid connections they use and the plans' limits. */
import { z } from 'zod';
import type { AppService, Plan, Site, SiteRelay } from './app-service.ts';
import { AppServiceError, resourceNotFound } from './arm-error.ts';
import { paged } from './arm-pages.ts';
import { bodyOf, ok, paramOf, type ArmAnswer, type ArmRequest } from './arm-request.ts';
import type { ArmRoute } from './arm-router.ts';
import type { AzureWorld } from './azure-world.ts';
import { isSameName } from './relay-namespace.ts';

/** Microsoft.Web's published ones (a choice: it has many). */
const versions = [
  '2016-08-01',
  '2018-02-01',
  '2021-02-01',
  '2022-03-01',
  '2022-09-01',
  '2023-12-01',
  '2024-04-01',
  '2024-11-01',
  '2025-05-01',
];
const inSubscription = '/subscriptions/{subscription}/providers/Microsoft.Web';
const inGroup = '/subscriptions/{subscription}/resourceGroups/{group}/providers/Microsoft.Web';
const relayPath = 'hybridConnectionNamespaces/{namespace}/relays/{relay}';

const portSchema = z.number().int().min(1).max(65_535);
const wantedRelay = z.object({
  properties: z.object({
    serviceBusNamespace: z.string().optional(),
    relayName: z.string().optional(),
    relayArmUri: z.string(),
    hostname: z.string().optional(),
    /** Older callers write it so. */
    hostName: z.string().optional(),
    port: portSchema,
    sendKeyName: z.string().optional(),
    sendKeyValue: z.string().optional(),
    serviceBusSuffix: z.string().optional(),
  }),
});

export function webAppRoutes(world: AzureWorld, pageSize: () => number): readonly ArmRoute[] {
  const { apps } = world;
  const get = (path: string, handle: ArmRoute['handle'], kind: string): ArmRoute => ({
    method: 'GET',
    path,
    versions,
    action: `Microsoft.Web/${kind}/read`,
    handle,
  });
  const list =
    (all: (request: ArmRequest) => readonly object[]) =>
    (request: ArmRequest): ArmAnswer =>
      paged(request, all(request), pageSize());
  const site = `${inGroup}/sites/{site}`;
  const plan = `${inGroup}/serverfarms/{plan}`;
  return [
    get(
      `${inSubscription}/sites`,
      list((request) => readable(world, request, apps.sites()).map(siteBody)),
      'sites',
    ),
    get(
      `${inGroup}/sites`,
      list((request) => readable(world, request, apps.sites()).map(siteBody)),
      'sites',
    ),
    get(site, (request) => ok(siteBody(siteOf(apps, request))), 'sites'),
    get(
      `${site}/hybridConnectionRelays`,
      (request) => {
        const known = siteOf(apps, request);
        return ok({ value: apps.relays(known).map((relay) => relayBody(known, relay)), nextLink: null });
      },
      'sites/hybridConnectionRelays',
    ),
    ...siteRelayRoutes(world, `${site}/${relayPath}`),
    get(
      `${inSubscription}/serverfarms`,
      list((request) => readable(world, request, apps.plans()).map(planBody)),
      'serverfarms',
    ),
    get(plan, (request) => ok(planBody(planOf(apps, request))), 'serverfarms'),
    get(
      `${plan}/sites`,
      list((request) => apps.sitesOf(planOf(apps, request)).map(siteBody)),
      'serverfarms/sites',
    ),
    get(
      `${plan}/hybridConnectionPlanLimits/limit`,
      (request) => ok(limitBody(apps, planOf(apps, request))),
      'serverfarms/hybridConnectionPlanLimits',
    ),
    get(
      `${plan}/hybridConnectionRelays`,
      list((request) => {
        const known = planOf(apps, request);
        return apps.relaysOf(known).map((relay) => relayBody(known, relay));
      }),
      'serverfarms/hybridConnectionRelays',
    ),
    get(
      `${plan}/${relayPath}/sites`,
      (request) => {
        const { namespace = '', relay = '' } = request.params;
        const using = apps.sitesUsing(planOf(apps, request), namespace, relay);
        return ok({ value: using.map(({ name }) => name), nextLink: null });
      },
      'serverfarms/hybridConnectionNamespaces/relays/sites',
    ),
  ];
}

function siteRelayRoutes(world: AzureWorld, path: string): readonly ArmRoute[] {
  const { apps } = world;
  const kind = 'Microsoft.Web/sites/hybridConnectionNamespaces/relays';
  const put = (request: ArmRequest): ArmAnswer => {
    const site = siteOf(apps, request);
    const relay = relayOf(world, request);
    if (!apps.attach(site, relay)) {
      const text = `The limit of ${apps.usage(site.plan).maximum} hybrid connections for App Service plan '${site.plan.name}' is reached.`;
      throw new AppServiceError(409, 'Conflict', text);
    }
    return ok(relayBody(site, relay));
  };
  return [
    {
      method: 'GET',
      path,
      versions,
      action: `${kind}/read`,
      handle: (request) => {
        const site = siteOf(apps, request);
        const { namespace = '', relay = '' } = request.params;
        const found = apps.relay(site, namespace, relay);
        if (found === undefined)
          throw new AppServiceError(404, 'NotFound', `Cannot find HybridConnection with name ${relay}.`);
        return ok(relayBody(site, found));
      },
    },
    { method: 'PUT', path, versions, action: `${kind}/write`, handle: put },
    { method: 'PATCH', path, versions, action: `${kind}/write`, handle: put },
    {
      method: 'DELETE',
      path,
      versions,
      action: `${kind}/delete`,
      handle: (request) => {
        const { namespace = '', relay = '' } = request.params;
        return { status: apps.detach(siteOf(apps, request), namespace, relay) ? 200 : 204 };
      },
    },
  ];
}

/** What an app needs: the relay must be there, and the key must be one that may send (S75). */
function relayOf(world: AzureWorld, request: ArmRequest): SiteRelay {
  const { properties } = bodyOf(request, wantedRelay);
  const [namespaceName, relayName] = [paramOf(request, 'namespace'), paramOf(request, 'relay')];
  const namespace = world.namespace(namespaceName);
  const entity = namespace?.connection(relayName);
  const armUri = `${namespace?.id ?? ''}/hybridConnections/${relayName}`;
  if (entity === undefined || !isSameName(armUri, properties.relayArmUri))
    throw new AppServiceError(400, 'BadRequest', `The relay '${properties.relayArmUri}' was not found.`);
  const { sendKeyName = 'defaultSender', sendKeyValue = '' } = properties;
  const rule = [...entity.rules, ...(namespace?.rules() ?? [])].find(({ name }) => name === sendKeyName);
  const isSendKey =
    rule?.rights.includes('Send') === true && [rule.primaryKey, rule.secondaryKey].includes(sendKeyValue);
  if (!isSendKey) throw new AppServiceError(400, 'BadRequest', `The send key '${sendKeyName}' is not valid.`);
  return {
    serviceBusNamespace: namespaceName,
    relayName,
    relayArmUri: properties.relayArmUri,
    hostname: properties.hostname ?? properties.hostName ?? '',
    port: properties.port,
    sendKeyName,
    sendKeyValue,
    serviceBusSuffix: properties.serviceBusSuffix ?? '.servicebus.localhost',
  };
}

function readable<Item extends { readonly id: string }>(
  world: AzureWorld,
  request: ArmRequest,
  all: readonly Item[],
): readonly Item[] {
  const { subscription = '', group } = request.params;
  const place =
    `/subscriptions/${subscription}/${group === undefined ? '' : `resourceGroups/${group}/`}`.toLowerCase();
  return all.filter(
    ({ id }) =>
      id.toLowerCase().startsWith(place) &&
      world.mayDo(request.caller.objectId, 'Microsoft.Web/sites/read', id),
  );
}

function siteOf(apps: AppService, request: ArmRequest): Site {
  const name = paramOf(request, 'site');
  const id = `/subscriptions/${paramOf(request, 'subscription')}/resourceGroups/${paramOf(request, 'group')}/providers/Microsoft.Web/sites/${name}`;
  const found = apps.sites().find((site) => isSameName(site.id, id));
  if (found === undefined) throw resourceNotFound(`Microsoft.Web/sites/${name}`, paramOf(request, 'group'));
  return found;
}

function planOf(apps: AppService, request: ArmRequest): Plan {
  const name = paramOf(request, 'plan');
  const id = `/subscriptions/${paramOf(request, 'subscription')}/resourceGroups/${paramOf(request, 'group')}/providers/Microsoft.Web/serverfarms/${name}`;
  const found = apps.plans().find((plan) => isSameName(plan.id, id));
  if (found === undefined)
    throw resourceNotFound(`Microsoft.Web/serverFarms/${name}`, paramOf(request, 'group'));
  return found;
}

function siteBody(site: Site): object {
  const { name, plan, kind } = site;
  return {
    id: site.id,
    name,
    type: 'Microsoft.Web/sites',
    kind,
    location: plan.location,
    properties: {
      state: 'Running',
      serverFarmId: plan.id,
      resourceGroup: plan.resourceGroup,
      defaultHostName: `${name}.azurewebsites.localhost`,
      enabled: true,
      sku: plan.sku.tier,
    },
  };
}

function planBody(plan: Plan): object {
  const { id, name, location, sku } = plan;
  return {
    id,
    name,
    type: 'Microsoft.Web/serverfarms',
    kind: 'app',
    location,
    sku,
    properties: { status: 'Ready' },
  };
}

function limitBody(apps: AppService, plan: Plan): object {
  return {
    id: `${plan.id}/hybridConnectionPlanLimits/limit`,
    name: 'limit',
    type: 'Microsoft.Web/serverfarms/hybridConnectionPlanLimits',
    location: plan.location,
    properties: apps.usage(plan),
  };
}

/** Without the key's value: reading never gives it. */
function relayBody(parent: Site | Plan, relay: SiteRelay): object {
  const { serviceBusNamespace, relayName, relayArmUri, hostname, port, sendKeyName, serviceBusSuffix } =
    relay;
  const kind = 'plan' in parent ? 'sites' : 'serverfarms';
  return {
    id: `${parent.id}/hybridConnectionNamespaces/${serviceBusNamespace}/relays/${relayName}`,
    name: relayName,
    type: `Microsoft.Web/${kind}/hybridConnectionNamespaces/relays`,
    location: 'plan' in parent ? parent.plan.location : parent.location,
    properties: {
      serviceBusNamespace,
      relayName,
      relayArmUri,
      hostname,
      port,
      sendKeyName,
      serviceBusSuffix,
    },
  };
}
