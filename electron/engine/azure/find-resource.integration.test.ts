import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { practiceAuthor } from '../../contract/practice-author.ts';
import { createEntity, createNamespaceRules, createRule } from '../../local-relay/entities.ts';
import type { Engine } from '../engine.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { armError, CloudServer, homeTenant, type ArmAsked } from './testing/cloud-server.ts';
import { NamespaceInAzure, subscriptionId } from './testing/namespace-in-azure.ts';

let cloud: CloudServer;
let world: EngineWorld;
let engine: Engine;
let azure: NamespaceInAzure;

beforeAll(async () => {
  cloud = await CloudServer.start();
  const namespaceRules = [...createNamespaceRules()];
  world = await EngineWorld.start({ certificates: cloud.certificates, relay: { namespaceRules } });
  azure = new NamespaceInAzure(world.relays.relay, namespaceRules);
  cloud.onArm = azure.answer;
  engine = await world.open({ extraCaPem: cloud.certificates.caPem });
  await engine.call('settings.set', cloud.settings);
  world.relays.relay.addEntity(createEntity('sql', { endpoint: 'sql01.corp.example:1433' }));
});

afterAll(async () => {
  await world.close();
  await cloud.stop();
});

afterEach(async () => {
  azure.instead = () => undefined;
  azure.actions = ['*'];
  azure.resourceGroup = 'relays';
  for (const { id } of (await engine.call('azure.accounts', {})).accounts)
    await engine.call('azure.signOut', { id });
  for (const { config } of (await engine.call('connections.snapshot', {})).connections)
    await engine.call('connections.remove', { id: config.id });
  cloud.armRequests.length = 0;
});

async function signInPerson(): Promise<string> {
  return signedIn(await engine.call('azure.startSignIn', { method: 'deviceCode' }));
}

async function signInService(): Promise<string> {
  const clientId = 'bbbbbbbb-0000-4000-8000-000000000001';
  const who = { method: 'servicePrincipal', tenant: homeTenant, clientId, secret: 'a-secret-of-it' } as const;
  return signedIn(await engine.call('azure.startSignIn', who));
}

async function signedIn({ id }: { readonly id: string }): Promise<string> {
  for (;;) {
    const { account } = await engine.call('azure.waitForSignIn', { id });
    if (account !== null) return account.id;
  }
}

async function add(change: { readonly host?: string; readonly addedBy?: string } = {}): Promise<string> {
  const { host, addedBy = 'm.keller' } = change;
  const text = world.relays.relay.gatewayConnectionString('sql');
  const connectionString = host === undefined ? text : text.replace(/localhost:\d+/u, host);
  const { connection } = await engine.call('connections.add', { connectionString, addedBy });
  return connection.config.id;
}

async function placeOf(id: string) {
  return (await world.view(engine, id)).config.resource;
}

function paths(): readonly string[] {
  return cloud.armRequests.map(({ path }) => path.split('?')[0] ?? '');
}

/** Who asks is a person, not a service. */
function isPerson({ token }: ArmAsked): boolean {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  return !Object.hasOwn(claims as object, 'appid');
}

const place = {
  cloud: 'custom',
  tenantId: homeTenant,
  subscriptionId,
  resourceGroup: 'relays',
  namespace: 'contoso-weu',
};

describe('where a connection is in Azure', () => {
  it('is found by its relay among all subscriptions, remembered, and not looked for again', async () => {
    const accountId = await signInPerson();
    const id = await add();
    expect(await placeOf(id)).toBeNull();
    expect(await engine.call('azure.about', { id })).toMatchObject({ accountId, region: 'West Europe' });
    expect(await placeOf(id)).toEqual(place);
    expect(paths()).toContain('/subscriptions');

    cloud.armRequests.length = 0;
    await engine.call('azure.about', { id });
    expect(paths().filter((path) => /^\/(?:tenants|subscriptions)$/.test(path))).toEqual([]);
    // Kept on the disk: the next host knows it.
    const again = await world.open({ extraCaPem: cloud.certificates.caPem });
    expect((await world.view(again, id)).config.resource).toEqual(place);
    again.close();
  });

  it('is kept of what was chosen there', async () => {
    const accountId = await signInPerson();
    const { results } = await engine.call('azure.add', {
      ...{ accountId, tenantId: homeTenant, subscriptionId, mayUseRootKey: false },
      connections: [{ resourceGroup: 'relays', namespace: 'contoso-weu', name: 'sql' }],
    });
    expect(results[0]?.connection?.config.resource).toEqual(place);
  });

  it('is asked for with the next account where the first sees nothing', async () => {
    const person = await signInPerson();
    const service = await signInService();
    const id = await add();
    azure.instead = (asked, path) =>
      isPerson(asked) && path === '/subscriptions' ? { body: { value: [] } } : undefined;
    expect(await engine.call('azure.about', { id })).toMatchObject({ accountId: service });
    // Known by now; and what the one may not see is asked for with the other.
    azure.instead = (asked, path) =>
      !isPerson(asked) && path === azure.id
        ? { status: 403, body: armError('AuthorizationFailed') }
        : undefined;
    expect(await engine.call('azure.about', { id })).toMatchObject({ accountId: person });
  });

  it('is looked for again once it has moved', async () => {
    await signInPerson();
    const id = await add();
    await engine.call('azure.about', { id });
    azure.resourceGroup = 'moved';
    await engine.call('azure.about', { id });
    expect(await placeOf(id)).toEqual({ ...place, resourceGroup: 'moved' });
  });

  it('tells who was asked in vain, and what is no connection of Azure at all', async () => {
    const id = await add();
    await expect(engine.call('azure.about', { id })).rejects.toMatchObject({ code: 'HCM6001' });
    await signInPerson();
    azure.instead = (_asked, path) => (path.endsWith('/namespaces') ? { body: { value: [] } } : undefined);
    await expect(engine.call('azure.about', { id })).rejects.toMatchObject({
      code: 'HCM6050',
      details: { name: 'sql', candidates: 'ada@contoso.test' },
    });
    // Trouble on the way is no answer.
    azure.instead = (_asked, path) =>
      path === '/tenants' ? { status: 400, body: armError('Strange') } : undefined;
    await expect(engine.call('azure.about', { id })).rejects.toMatchObject({ code: 'HCM6027' });
    // Where nothing answers, nobody else is let wait for it.
    await signInService();
    cloud.armRequests.length = 0;
    azure.instead = () => {
      throw new Error('cut off');
    };
    await expect(engine.call('azure.about', { id })).rejects.toMatchObject({ code: 'HCM6013' });
    expect(paths()).toEqual(['/tenants', '/tenants', '/tenants']);
    azure.instead = () => undefined;
    await engine.call('connections.remove', { id });
    const practice = await add({ addedBy: practiceAuthor });
    await expect(engine.call('azure.about', { id: practice })).rejects.toMatchObject({
      code: 'HCM6051',
      details: { reason: 'practice' },
    });
    const elsewhere = await add({ host: 'relay.elsewhere.example' });
    await expect(engine.call('azure.about', { id: elsewhere })).rejects.toMatchObject({
      code: 'HCM6051',
      details: { reason: 'host' },
    });
  });
});

describe('what Azure says of it', () => {
  it('is all there for who may do everything', async () => {
    await signInPerson();
    const id = await add();
    expect(await engine.call('azure.about', { id })).toMatchObject({
      resourceId: `${azure.id}/hybridConnections/sql`,
      endpoint: { host: 'sql01.corp.example', port: 1433 },
      requiresClientAuthorization: true,
      listeners: 0,
      rules: [
        { name: 'defaultListener', rights: ['Listen'], of: 'connection' },
        { name: 'defaultSender', rights: ['Send'], of: 'connection' },
        { name: 'RootManageSharedAccessKey', of: 'namespace' },
      ],
      mayReadKeys: true,
      mayChange: true,
      apps: [],
      problems: [],
    });
  });

  it('is what a Reader may see, with the reasons for the rest', async () => {
    await signInPerson();
    const id = await add();
    azure.actions = ['*/read'];
    azure.instead = (_asked, path) =>
      path.includes('/authorizationRules') || path.includes('/Microsoft.Web/')
        ? { status: 403, body: armError('AuthorizationFailed') }
        : undefined;
    expect(await engine.call('azure.about', { id })).toMatchObject({
      endpoint: { host: 'sql01.corp.example', port: 1433 },
      rules: null,
      mayReadKeys: false,
      mayChange: false,
      apps: null,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'HCM6021' })]) as unknown,
    });
  });

  it('looks at the rule that it listens by: one of the namespace needs a permission there', async () => {
    await signInPerson();
    const id = await add();
    const { rules } = world.entity();
    azure.setRules('sql', [createRule('other', ['Listen'])]);
    azure.instead = (_asked, path) =>
      path === `${azure.id}/providers/Microsoft.Authorization/permissions`
        ? { body: { value: [{ actions: ['*/read'], notActions: [] }] } }
        : undefined;
    expect(await engine.call('azure.about', { id })).toMatchObject({ mayReadKeys: false, mayChange: true });
    azure.setRules('sql', rules);
    expect(await engine.call('azure.about', { id })).toMatchObject({ mayReadKeys: true, mayChange: true });
  });

  it('is an error when the Hybrid Connection is gone', async () => {
    await signInPerson();
    const id = await add();
    azure.instead = (_asked, path) =>
      path.endsWith('/hybridConnections/sql')
        ? { status: 404, body: armError('ResourceNotFound') }
        : undefined;
    await expect(engine.call('azure.about', { id })).rejects.toMatchObject({ code: 'HCM6023' });
  });
});
