/** The ARM server's fidelity: Microsoft's own clients, unmodified, work with it (the published API, read by somebody else). */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ArmClient } from './arm-client.ts';
import type { Subscription, Tenant, User } from './azure-world.ts';
import type { RelayNamespace } from './relay-namespace.ts';
import { TestAzure } from './test-azure.ts';

let azure: TestAzure;
let client: ArmClient;
let tenant: Tenant;
let subscription: Subscription;
let owner: User;
/** Whose token the clients get, and for which claims they asked. */
let caller: User;
let extraClaims: object;
const askedClaims: (string | undefined)[] = [];

beforeAll(async () => {
  azure = await TestAzure.start();
  tenant = azure.world.addTenant('Contoso');
  subscription = azure.world.addSubscription(tenant, 'Production');
  owner = azure.world.addUser('owner', tenant);
  azure.world.grant(owner, subscription, 'Contributor');
  client = new ArmClient({
    origin: azure.arm.origin,
    caFile: azure.caFile,
    subscriptionId: subscription.subscriptionId,
    giveToken: (claims) => {
      askedClaims.push(claims);
      return azure.tokenOf(caller, tenant, claims === undefined ? {} : extraClaims);
    },
  });
});
beforeEach(() => {
  caller = owner;
  extraClaims = {};
  askedClaims.length = 0;
});
afterEach(() => {
  azure.arm.faults.clear();
  azure.arm.requests.clear();
  azure.arm.demandClaims(undefined);
  azure.arm.pageSize = 100;
});
afterAll(async () => {
  await client.dispose();
  await azure.dispose();
});

let names = 0;
function newNamespace(hasDataPlane = false): Promise<RelayNamespace> {
  names += 1;
  return azure.world.addNamespace({ subscription, name: `relays-${names}`, hasDataPlane });
}

describe('arm-resources-subscriptions', () => {
  it('lists tenants and subscriptions, of the token’s tenant only', async () => {
    const other = azure.world.addTenant('Fabrikam');
    const guest = azure.world.addUser('guest', tenant, [other]);
    azure.world.grant(guest, subscription, 'Reader');
    azure.world.grant(guest, azure.world.addSubscription(other, 'Elsewhere'), 'Reader');
    caller = guest;
    expect((await client.pages('subscriptions.tenants.list')).flat()).toMatchObject([
      { tenantId: tenant.tenantId, displayName: 'Contoso' },
      { tenantId: other.tenantId, displayName: 'Fabrikam' },
    ]);
    const mine = { subscriptionId: subscription.subscriptionId, displayName: 'Production', state: 'Enabled' };
    expect((await client.pages('subscriptions.subscriptions.list')).flat()).toMatchObject([mine]);
    expect(await client.call('subscriptions.subscriptions.get', subscription.subscriptionId)).toMatchObject({
      ...mine,
      tenantId: tenant.tenantId,
    });
  });

  it('says that a subscription is not there', async () => {
    const { error } = await client.ask('subscriptions.subscriptions.get', crypto.randomUUID());
    expect(error).toMatchObject({ name: 'RestError', statusCode: 404, code: 'SubscriptionNotFound' });
  });
});

describe('arm-relay', () => {
  it('makes a namespace as a long-running operation, reads, tags and deletes it', async () => {
    azure.world.addResourceGroup(subscription.subscriptionId, 'made');
    const check = () => client.call('relay.namespaces.checkNameAvailability', { name: 'made-here' });
    expect(await check()).toMatchObject({ nameAvailable: true });
    const poll = { updateIntervalInMs: 1 };
    const place = ['made', 'made-here'] as const;
    const made = await client.call(
      'relay.namespaces.beginCreateOrUpdateAndWait',
      ...place,
      { location: 'West Europe', sku: { name: 'Standard' }, tags: { team: 'a' } },
      poll,
    );
    expect(made).toMatchObject({ name: 'made-here', provisioningState: 'Succeeded', tags: { team: 'a' } });
    expect(azure.arm.requests.count('GET', /operationsStatus/)).toBeGreaterThan(1);
    expect(await check()).toMatchObject({ nameAvailable: false, reason: 'NameInUse' });
    expect(await client.call('relay.namespaces.get', ...place)).toMatchObject({
      serviceBusEndpoint: `https://${azure.world.namespace('made-here')?.host ?? ''}/`,
      location: 'West Europe',
    });
    const tagged = await client.call('relay.namespaces.update', ...place, { tags: { team: 'b' } });
    expect(tagged).toMatchObject({ tags: { team: 'b' } });
    const listed = await client.pages('relay.namespaces.listByResourceGroup', 'made');
    expect(listed.flat()).toMatchObject([{ name: 'made-here' }]);
    await client.call('relay.namespaces.beginDeleteAndWait', ...place, poll);
    expect(azure.world.namespace('made-here')).toBeUndefined();
    const { error } = await client.ask('relay.namespaces.get', ...place);
    expect(error).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
  });

  it('puts, reads, lists and deletes hybrid connections, in the local relay as well', async () => {
    const namespace = await newNamespace(true);
    const place = ['relays', namespace.facts.name] as const;
    const userMetadata = JSON.stringify([{ key: 'endpoint', value: 'db.corp:1433' }]);
    const wanted = { requiresClientAuthorization: true, userMetadata };
    const put = 'relay.hybridConnections.createOrUpdate';
    expect(await client.call(put, ...place, 'sql', wanted)).toMatchObject({ name: 'sql', ...wanted });
    expect(namespace.relay?.entity('sql')).toMatchObject(wanted);
    const changed = { userMetadata: userMetadata.replace('1433', '1434') };
    expect(await client.call(put, ...place, 'sql', changed)).toMatchObject(changed);
    const read = await client.call('relay.hybridConnections.get', ...place, 'SQL');
    expect(read).toMatchObject({ name: 'sql', listenerCount: 0, ...changed });
    const frozen = await client.ask(put, ...place, 'sql', { requiresClientAuthorization: false });
    expect(frozen.error).toMatchObject({ statusCode: 400, code: 'BadRequest' });
    const list = () => client.pages('relay.hybridConnections.listByNamespace', ...place);
    expect((await list()).flat()).toMatchObject([{ name: 'sql' }]);
    await client.call('relay.hybridConnections.delete', ...place, 'sql');
    expect((await list()).flat()).toEqual([]);
    expect(namespace.relay?.entity('sql')).toBeUndefined();
  });

  it('pages by nextLink', async () => {
    const namespace = await newNamespace();
    for (let index = 0; index < 7; index += 1) namespace.addConnection(`hc-${index}`);
    azure.arm.pageSize = 3;
    const pages = await client.pages(
      'relay.hybridConnections.listByNamespace',
      'relays',
      namespace.facts.name,
    );
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(new Set(pages.flat().map((item) => (item as { name: string }).name)).size).toBe(7);
  });

  it.each([
    ['namespaces', []],
    ['hybridConnections', ['sql']],
  ])('rules of %s: made, read, listed, keys shown, regenerated and deleted', async (group, inner) => {
    const namespace = await newNamespace(true);
    namespace.addConnection('sql');
    const place = ['relays', namespace.facts.name, ...inner] as const;
    const ask = (operation: string, ...words: unknown[]) =>
      client.call(`relay.${group}.${operation}`, ...place, ...words);
    expect(await ask('createOrUpdateAuthorizationRule', 'reader', { rights: ['Listen'] })).toMatchObject({
      name: 'reader',
      rights: ['Listen'],
    });
    expect(await ask('getAuthorizationRule', 'reader')).toMatchObject({ rights: ['Listen'] });
    const listed = await client.pages(`relay.${group}.listAuthorizationRules`, ...place);
    expect(listed.flat()).toContainEqual(expect.objectContaining({ name: 'reader' }));
    const before = (await ask('listKeys', 'reader')) as Record<string, string>;
    const path = inner.length === 0 ? '' : ';EntityPath=sql';
    expect(before['primaryConnectionString']).toBe(
      `Endpoint=sb://${namespace.host}/;SharedAccessKeyName=reader;SharedAccessKey=${before['primaryKey']}${path}`,
    );
    const after = await ask('regenerateKeys', 'reader', { keyType: 'PrimaryKey' });
    expect(after).toMatchObject({ secondaryKey: before['secondaryKey'], keyName: 'reader' });
    expect((after as Record<string, string>)['primaryKey']).not.toBe(before['primaryKey']);
    expect(await ask('listKeys', 'reader')).toEqual(after);
    await ask('deleteAuthorizationRule', 'reader');
    const { error } = await client.ask(`relay.${group}.listKeys`, ...place, 'reader');
    expect(error).toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
  });

  it('a Reader sees, and is told which permission is missing for the keys', async () => {
    const namespace = await newNamespace();
    namespace.addConnection('sql');
    caller = azure.world.addUser('reader', tenant);
    azure.world.grant(caller, namespace, 'Reader');
    const place = ['relays', namespace.facts.name, 'sql'] as const;
    expect(await client.call('relay.hybridConnections.get', ...place)).toMatchObject({ name: 'sql' });
    const { error } = await client.ask('relay.hybridConnections.listKeys', ...place, 'defaultListener');
    expect(error).toMatchObject({ statusCode: 403, code: 'AuthorizationFailed' });
    expect(error?.message).toContain(
      'Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action',
    );
    // He has a role at one namespace only: the subscription's list holds no other.
    expect((await client.pages('relay.namespaces.list')).flat()).toMatchObject([
      { name: namespace.facts.name },
    ]);
    caller = azure.world.addUser('nobody', tenant);
    expect((await client.ask('relay.namespaces.list')).error).toMatchObject({ code: 'AuthorizationFailed' });
  });
});

describe('arm-appservice', () => {
  it('attaches a hybrid connection to apps of a plan, counts it once, and detaches it', async () => {
    const { apps } = azure.world;
    const { subscriptionId } = subscription;
    const plan = apps.addPlan({ subscriptionId, name: 'plan', tier: 'Basic' });
    for (const name of ['shop', 'admin']) apps.addSite(plan, name);
    const namespace = await newNamespace();
    const connection = namespace.addConnection('sql', { endpoint: 'db.corp:1433' });
    const sender = connection.rules.find(({ name }) => name === 'defaultSender');
    const relay = {
      relayArmUri: `${namespace.id}/hybridConnections/sql`,
      hostname: 'db.corp',
      port: 1433,
      sendKeyName: 'defaultSender',
      sendKeyValue: sender?.primaryKey,
    };
    const at = [namespace.facts.name, 'sql'] as const;
    const attach = (site: string, body: object) =>
      client.ask('web.webApps.createOrUpdateHybridConnection', 'apps', site, ...at, body);
    for (const site of ['shop', 'admin']) expect((await attach(site, relay)).error).toBeUndefined();
    expect((await attach('shop', { ...relay, sendKeyValue: 'wrong' })).error).toMatchObject({
      statusCode: 400,
    });

    expect((await client.pages('web.webApps.list')).flat()).toMatchObject([
      { name: 'shop' },
      { name: 'admin' },
    ]);
    const used = await client.call('web.webApps.getHybridConnection', 'apps', 'shop', ...at);
    expect(used).toMatchObject({ hostname: 'db.corp', port: 1433, relayName: 'sql' });
    expect(JSON.stringify(used)).not.toContain(relay.sendKeyValue);
    const limit = () => client.call('web.appServicePlans.getHybridConnectionPlanLimit', 'apps', 'plan');
    expect(await limit()).toMatchObject({ current: 1, maximum: 5 });
    const users = await client.pages(
      'web.appServicePlans.listWebAppsByHybridConnection',
      'apps',
      'plan',
      ...at,
    );
    expect(users.flat()).toEqual(['shop', 'admin']);
    const listed = await client.pages('web.appServicePlans.listHybridConnections', 'apps', 'plan');
    expect(listed.flat()).toMatchObject([{ relayName: 'sql' }]);
    for (const site of ['shop', 'admin'])
      await client.call('web.webApps.deleteHybridConnection', 'apps', site, ...at);
    expect(await limit()).toMatchObject({ current: 0 });
  });

  it('refuses one more than the plan’s tier allows', async () => {
    const { apps } = azure.world;
    const plan = apps.addPlan({ subscriptionId: subscription.subscriptionId, name: 'free', tier: 'Free' });
    const blog = apps.addSite(plan, 'blog');
    const namespace = await newNamespace();
    const [, sender] = namespace.addConnection('sql').rules;
    const { error } = await client.ask(
      'web.webApps.createOrUpdateHybridConnection',
      ...['apps', 'blog', namespace.facts.name, 'sql'],
      { relayArmUri: `${namespace.id}/hybridConnections/sql`, port: 1, sendKeyValue: sender?.primaryKey },
    );
    // App Service’s own form of a refusal: the client finds no code in it.
    expect(error).toMatchObject({ statusCode: 409 });
    expect(apps.relays(blog)).toEqual([]);
  });
});

describe('trouble, as the clients understand it', () => {
  it('429 with Retry-After is tried again', async () => {
    azure.arm.faults.add({ fault: { kind: 'throttle', retryAfterSeconds: 0 }, times: 2 });
    await client.pages('subscriptions.subscriptions.list');
    expect(azure.arm.requests.all.map(({ status }) => status)).toEqual([429, 429, 200]);
  });

  it('a claims challenge is answered by a token with exactly those claims', async () => {
    azure.arm.demandClaims({ acrs: 'c1' });
    extraClaims = { acrs: ['c1'] };
    await client.pages('relay.namespaces.list');
    expect(askedClaims[0]).toBeUndefined();
    expect(JSON.parse(askedClaims[1] ?? '')).toEqual({
      access_token: { acrs: { essential: true, value: 'c1' } },
    });
  });

  it.each([
    [{ kind: 'error', status: 409, code: 'Conflict' }, 1, { statusCode: 409, code: 'Conflict' }],
    [{ kind: 'error', status: 503, code: 'ServerTimeout' }, 9, { statusCode: 503, code: 'ServerTimeout' }],
    [{ kind: 'html', status: 502 }, 9, { statusCode: 502 }],
    [{ kind: 'broken-json' }, 1, { code: 'PARSE_ERROR' }],
    [{ kind: 'cut', within: 'head' }, 9, { code: 'ECONNRESET' }],
    [{ kind: 'cut', within: 'body' }, 9, { name: 'RestError' }],
  ] as const)('%o', async (fault, times, expected) => {
    azure.arm.faults.add({ fault, times });
    const { error } = await client.ask('subscriptions.subscriptions.get', subscription.subscriptionId);
    expect(error).toMatchObject(expected);
  });
});
