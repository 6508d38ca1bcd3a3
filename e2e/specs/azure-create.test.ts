/**
 * Making, changing and deleting in Azure by the built host, over its control socket: against a Resource Manager that Microsoft's
 * own clients use, with relays as the data plane.
 */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../electron/contract/api.ts';
import type { AzureJob } from '../../electron/contract/azure-resource.ts';
import { parseConnectionString } from '../../electron/contract/connection-string.ts';
import { createRule } from '../../electron/local-relay/entities.ts';
import { startSender, type Sender } from '../../electron/local-relay/sender.ts';
import type { Plan, Site, SiteRelay } from '../azure/app-service.ts';
import { AzureStage } from '../fixtures/azure-stage.ts';
import { Target } from '../fixtures/target.ts';
import { until } from '../fixtures/until.ts';
import type { HostLink } from '../soak/host-link.ts';

type Place = CallInput<'azure.browse'>;
type CreateInput = CallInput<'azure.startCreation'>;

let azure: AzureStage;
let link: HostLink;
let place: Place;
let target: Target;
let plan: Plan;
let shop: Site;
const senders: Sender[] = [];
const links: HostLink[] = [];

beforeAll(async () => {
  azure = await AzureStage.open();
  target = await Target.start();
  const { apps } = azure.azure.world;
  const { subscriptionId } = azure.subscription;
  plan = apps.addPlan({ subscriptionId, name: 'basic', tier: 'Basic' });
  shop = apps.addSite(plan, 'shop');
  apps.addSite(apps.addPlan({ subscriptionId, name: 'free', tier: 'Free' }), 'blog');
  apps.addSite(apps.addPlan({ subscriptionId, name: 'consumption', tier: 'Dynamic' }), 'jobs', 'functionapp');
  await azure.startHost();
  await azure.signInAsService(azure.addService());
  link = await azure.link();
  place = await azure.placeFor(link);
});

afterAll(async () => {
  await Promise.all(senders.map((sender) => sender.close()));
  await Promise.all(links.map((one) => one.close()));
  await target.close();
  await azure.dispose();
});

beforeEach(() => {
  azure.azure.arm.requests.clear();
});

afterEach(async () => {
  azure.azure.arm.faults.clear();
  for (const site of azure.azure.world.apps.sites())
    for (const relay of azure.azure.world.apps.relays(site))
      azure.azure.world.apps.detach(site, relay.serviceBusNamespace, relay.relayName);
  const { connections } = await link.call('connections.snapshot', {});
  for (const { config } of connections) await link.call('connections.remove', { id: config.id });
});

function wanted(change: Partial<CreateInput> = {}): CreateInput {
  return {
    ...place,
    resourceGroup: 'relays',
    mayMakeGroup: false,
    namespace: 'contoso-weu',
    region: null,
    name: 'made',
    endpoint: target.endpoint,
    appId: null,
    by: 'ada',
    ...change,
  };
}

async function ended(input: CreateInput): Promise<AzureJob> {
  const { id } = await link.call('azure.startCreation', input);
  for (let after = 0; ;) {
    const job = await link.call('azure.progress', { id, after });
    if (job.done) return job;
    after = job.revision;
  }
}

/** The id of the connection that came of it. */
async function created(change: Partial<CreateInput> = {}): Promise<string> {
  const job = await ended(wanted(change));
  expect(job.steps.filter(({ state }) => state !== 'done')).toEqual([]);
  return job.connection?.config.id ?? '';
}

function untilConnected(id: string): Promise<unknown> {
  const status = async (): Promise<string | undefined> => {
    const { connections } = await link.call('connections.snapshot', {});
    return connections.find(({ config }) => config.id === id)?.azure.status;
  };
  return until('it is Connected', status, (now) => now === 'connected');
}

function relayOf(site: Site, namespace: string, name: string): SiteRelay {
  const found = azure.azure.world.apps.relay(site, namespace, name);
  if (found === undefined) throw new Error(`${site.name} isn’t attached`);
  return found;
}

/** An app's way in, with nothing but what the app was told. */
async function senderOf(relay: SiteRelay): Promise<Sender> {
  const host = azure.azure.world.namespace(relay.serviceBusNamespace)?.host ?? '';
  const parsed = parseConnectionString(
    `Endpoint=sb://${host}/;SharedAccessKeyName=${relay.sendKeyName};SharedAccessKey=${relay.sendKeyValue};EntityPath=${relay.relayName}`,
    { purpose: 'send' },
  );
  if (parsed.outcome !== 'relay') throw new Error(`no relay: ${parsed.outcome}`);
  const sender = await startSender({
    target: parsed.value,
    bindAddress: '127.0.0.1',
    port: 0,
    caPem: azure.azure.caPem,
    platform: process.platform,
  });
  senders.push(sender);
  return sender;
}

async function carried(from: Socket, to: Socket, text: string): Promise<void> {
  from.write(text);
  to.resume();
  const [data] = (await once(to, 'data')) as [Buffer];
  expect(String(data)).toBe(text);
}

function changesAsked(): readonly string[] {
  return azure.azure.arm.requests.all
    .filter(({ method, path }) => method !== 'GET' && !/listKeys$|checkNameAvailability$/.test(path))
    .map(({ method, path }) => `${method} ${path.slice(path.lastIndexOf('/') + 1)}`);
}

async function activityOf(id: string): Promise<readonly (string | null)[]> {
  const { activity } = await link.call('activity.list', { connectionId: id });
  return activity.flatMap((one) =>
    one.kind === 'change' ? [`${one.change} ${one.detail ?? ''} by ${one.by ?? ''}`] : [],
  );
}

/** Null when it went well. */
async function codeOf(work: Promise<unknown>): Promise<object | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'details' in error)) throw error;
    return { code: error.code, details: error.details };
  }
}

describe('making one', () => {
  it('in a new group and namespace, attached to an app that then reaches the endpoint', async () => {
    const job = await ended(
      wanted({
        resourceGroup: 'made-group',
        mayMakeGroup: true,
        namespace: 'made-namespace',
        region: 'North Europe',
        appId: shop.id,
      }),
    );
    expect(job.steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
      'group done',
      'namespace done',
      'connection done',
      'listenRule done',
      'sendRule done',
      'app done',
      'add done',
    ]);
    const { world } = azure.azure;
    const namespace = world.namespace('made-namespace');
    expect(namespace?.facts).toMatchObject({ resourceGroup: 'made-group', location: 'North Europe' });
    const entity = namespace?.connection('made');
    expect(entity).toMatchObject({
      requiresClientAuthorization: true,
      userMetadata: JSON.stringify([{ key: 'endpoint', value: target.endpoint }]),
    });
    expect(entity?.rules.map(({ name, rights }) => [name, rights])).toEqual([
      ['defaultListener', ['Listen']],
      ['defaultSender', ['Send']],
    ]);
    const relay = relayOf(shop, 'made-namespace', 'made');
    expect(relay).toMatchObject({
      hostname: '127.0.0.1',
      port: target.port,
      sendKeyName: 'defaultSender',
      serviceBusSuffix: '.localhost',
    });
    const config = job.connection?.config;
    expect(config).toMatchObject({ name: 'made', keyName: 'defaultListener', addedBy: 'ada' });
    expect(config?.resource).toMatchObject({ resourceGroup: 'made-group', namespace: 'made-namespace' });
    const keys = entity?.rules.flatMap(({ primaryKey, secondaryKey }) => [primaryKey, secondaryKey]) ?? [];
    const { lines } = await link.call('log.tail', { limit: 1000 });
    for (const key of keys) expect(JSON.stringify([job, lines])).not.toContain(key);
    await untilConnected(config?.id ?? '');
    const { app, service } = await target.open((await senderOf(relay)).port);
    await carried(app, service, 'from the app');
    await carried(service, app, 'from the service');
  });

  it.each([
    ['one that is there', { name: 'sql' }, 'HCM6061', { namespace: 'contoso-weu' }],
    ['a namespace that somebody has', { namespace: 'fabrikam-weu', region: 'East US' }, 'HCM6062', 'taken'],
    ['a namespace that isn’t there', { namespace: 'nowhere-weu' }, 'HCM6023', { name: 'nowhere-weu' }],
    ['a group that isn’t there', { resourceGroup: 'none' }, 'HCM6023', { name: 'none' }],
    ['a short name for a namespace', { namespace: 'weu', region: 'East US' }, 'HCM6062', 'namespace'],
    ['a name with blanks', { name: 'my sql' }, 'HCM6062', 'connection'],
    ['a name with a slash', { name: 'team/sql' }, 'HCM6062', 'slash'],
    ['no port', { endpoint: 'sql01.corp.example' }, 'HCM1030', 'port'],
    ['what is no app', { appId: '/subscriptions/../../etc' }, 'HCM6062', 'app'],
    ['an app of a plan without any', { appId: 'blog' }, 'HCM6064', 'planTier'],
    ['a function app that is paid by use', { appId: 'jobs' }, 'HCM6064', 'planTier'],
    [
      'a new namespace in a group that isn’t there and may not be made',
      { resourceGroup: 'none', namespace: 'new-namespace', region: 'East US' },
      'HCM6023',
      { name: 'none' },
    ],
  ] as const)('%s is refused before anything is made', async (_what, change, code, about) => {
    const { world } = azure.azure;
    if (world.namespace('fabrikam-weu') === undefined) {
      const subscription = world.addSubscription(world.addTenant('Fabrikam'), 'Elsewhere');
      await world.addNamespace({ subscription, name: 'fabrikam-weu', hasDataPlane: false });
    }
    const site = world.apps.sites().find(({ name }) => 'appId' in change && name === change.appId);
    const input = wanted({ ...change, ...(site === undefined ? {} : { appId: site.id }) });
    const details = typeof about === 'string' ? { reason: about } : about;
    expect(await codeOf(link.call('azure.startCreation', input))).toMatchObject({ code, details });
    expect(changesAsked()).toEqual([]);
  });

  it('goes on where it failed when it is asked for again, and only then', async () => {
    const { faults } = azure.azure.arm;
    const locked = { kind: 'error', status: 409, code: 'ScopeLocked' } as const;
    faults.add({ fault: locked, method: 'PUT', path: /authorizationRules\/defaultSender$/ });
    const input = wanted({ name: 'halfway' });
    const failed = await ended(input);
    expect(failed.steps.map(({ step, state, problem }) => [step, state, problem?.code ?? null])).toEqual([
      ['connection', 'done', null],
      ['listenRule', 'done', null],
      ['sendRule', 'failed', 'HCM6068'],
      ['add', 'waiting', null],
    ]);
    expect(failed.connection).toBeNull();
    const before = azure.namespace.rules('halfway');
    expect(await codeOf(link.call('azure.startCreation', { ...input, endpoint: 'other:1' }))).toMatchObject({
      code: 'HCM6061',
    });
    const again = await ended(input);
    expect(again.steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    // The key of before still counts: nothing was made twice.
    expect(azure.namespace.rules('halfway')?.[0]).toEqual(before?.[0]);
    await untilConnected(again.connection?.config.id ?? '');
    expect(await codeOf(link.call('azure.startCreation', input))).toMatchObject({ code: 'HCM6061' });
  });

  it('is stopped behind the step that is under way, and goes on from there', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { arm } = azure.azure;
    arm.faults.add({ fault: { kind: 'held', until: held }, method: 'PUT', path: /\/stopped$/ });
    const { id } = await link.call('azure.startCreation', wanted({ name: 'stopped' }));
    const isAsked = (): number => arm.requests.count('PUT', /\/stopped$/);
    await until('it is being made', isAsked, (count) => count === 1);
    await link.call('azure.stopJob', { id });
    release();
    let job = await link.call('azure.progress', { id, after: 0 });
    while (!job.done) job = await link.call('azure.progress', { id, after: job.revision });
    expect(job.steps.map(({ state, problem }) => [state, problem?.code ?? null])).toEqual([
      ['done', null],
      ['failed', 'HCM6002'],
      ['waiting', null],
      ['waiting', null],
    ]);
    expect(azure.namespace.rules('stopped')).toEqual([]);
    await untilConnected(await created({ name: 'stopped' }));
  });

  it('of two at once the second one doesn’t write over the first', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { arm } = azure.azure;
    arm.faults.add({ fault: { kind: 'held', until: held }, method: 'PUT', path: /\/twice$/ });
    const first = ended(wanted({ name: 'twice' }));
    await until(
      'the first is being made',
      () => arm.requests.count('PUT', /\/twice$/),
      (count) => count === 1,
    );
    // It isn't there yet: what can be told before anything is made says nothing of it.
    const { id } = await link.call('azure.startCreation', wanted({ name: 'twice', endpoint: 'other:1' }));
    const running = await link.call('azure.progress', { id, after: 0 });
    expect(running.steps[0]?.state).toBe('running');
    // Another one doesn't wait for them.
    await created({ name: 'thrice' });
    release();
    expect((await first).steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done']);
    let job = running;
    while (!job.done) job = await link.call('azure.progress', { id, after: job.revision });
    expect(job.steps[0]).toMatchObject({ state: 'failed', problem: { code: 'HCM6061' } });
    expect(azure.namespace.connection('twice')?.userMetadata).toContain(target.endpoint);
  });

  it('who may only read learns which permission is missing, and nothing is made', async () => {
    const reader = azure.addService('Reader');
    await azure.signInAsService(reader);
    const { accounts } = await link.call('azure.accounts', {});
    const account = accounts.find(({ name }) => name === reader.clientId);
    const input = wanted({ name: 'unmade', accountId: account?.id ?? '' });
    const failed = await ended(input);
    expect(failed.steps[0]).toMatchObject({
      state: 'failed',
      problem: {
        code: 'HCM6021',
        details: { action: 'Microsoft.Relay/namespaces/hybridConnections/write' },
      },
    });
    expect(azure.namespace.connection('unmade')).toBeUndefined();
    await link.call('azure.signOut', { id: account?.id ?? '' });
  });
});

describe('places and apps', () => {
  it('tells where something can be made', async () => {
    const places = await link.call('azure.places', place);
    expect(places.groups).toContainEqual({ name: 'relays', region: 'westeurope' });
    expect(places.namespaces).toContainEqual({
      name: 'contoso-weu',
      resourceGroup: 'relays',
      region: 'West Europe',
    });
    expect(places.regions).toEqual(['West Europe', 'North Europe', 'East US']);
  });

  it('tells apps with their plans, and why some can’t use any', async () => {
    const { apps, problems } = await link.call('azure.apps', place);
    expect(problems).toEqual([]);
    expect(
      apps.map(({ name, plan: of, obstacle }) => [name, of?.tier, of?.used, of?.limit, obstacle]),
    ).toEqual([
      ['shop', 'Basic', 0, 5, null],
      ['blog', 'Free', null, null, 'planTier'],
      ['jobs', 'Dynamic', null, null, 'planTier'],
    ]);
  });

  it('tells apps without their plan’s figures where these can’t be read, and why', async () => {
    const fault = { kind: 'error', status: 403, code: 'AuthorizationFailed' } as const;
    azure.azure.arm.faults.add({ fault, path: /hybridConnectionPlanLimits/ });
    const { apps, problems } = await link.call('azure.apps', place);
    expect(apps[0]).toMatchObject({ name: 'shop', plan: { used: null, limit: null }, obstacle: null });
    expect(problems.map(({ code }) => code)).toEqual(['HCM6021']);
    azure.azure.arm.faults.add({ fault, path: /serverfarms$/ });
    const without = await link.call('azure.apps', place);
    expect(without.apps.map(({ name, plan: of }) => [name, of])).toEqual([
      ['shop', null],
      ['blog', null],
      ['jobs', null],
    ]);
    expect(without.problems.map(({ code }) => code)).toEqual(['HCM6021']);
  });
});

describe('an app', () => {
  it('is attached and detached; a full plan has no room but for what its apps use already', async () => {
    const { world } = azure.azure;
    const id = await created({ name: 'attachable' });
    const small = world.apps.addPlan({
      subscriptionId: azure.subscription.subscriptionId,
      name: 'small',
      tier: 'Basic',
    });
    const [first, second] = [world.apps.addSite(small, 'first'), world.apps.addSite(small, 'second')];
    for (let index = 0; index < 4; index += 1) fill(second, `other-${index}`);
    await link.call('azure.attach', { id, appId: first.id, by: 'ada' });
    const told = relayOf(first, 'contoso-weu', 'attachable');
    expect(told).toMatchObject({ hostname: '127.0.0.1', port: target.port });
    // Five are used: its own one counts once.
    await link.call('azure.attach', { id, appId: second.id });
    const { apps } = await link.call('azure.appsFor', { id });
    expect(apps.find(({ name }) => name === 'second')).toMatchObject({
      plan: { used: 5, limit: 5 },
      obstacle: null,
    });
    for (const appId of [first.id, second.id]) await link.call('azure.detach', { id, appId, by: 'ada' });
    expect(world.apps.relay(first, 'contoso-weu', 'attachable')).toBeUndefined();
    fill(second, 'other-4');
    expect(await codeOf(link.call('azure.attach', { id, appId: first.id }))).toMatchObject({
      code: 'HCM6064',
      details: { reason: 'planFull', plan: 'small' },
    });
    expect(await activityOf(id)).toEqual(
      expect.arrayContaining(['attachedToApp first by ada', 'detachedFromApp first by ada']),
    );
  });

  it('gets the key of the rule that may send and nothing more, made where there is none', async () => {
    azure.namespace.addConnection('bare', { endpoint: target.endpoint, rules: [] });
    azure.namespace.putRule(createRule('all', ['Listen', 'Send', 'Manage']), 'bare');
    azure.namespace.putRule(createRule('defaultListener', ['Listen']), 'bare');
    // Somebody else's, whatever its name says.
    azure.namespace.putRule(createRule('defaultSender', ['Listen']), 'bare');
    const { results } = await link.call('azure.add', {
      ...place,
      connections: [{ resourceGroup: 'relays', namespace: 'contoso-weu', name: 'bare' }],
      mayUseRootKey: false,
    });
    const id = results[0]?.connection?.config.id ?? '';
    await link.call('azure.attach', { id, appId: shop.id });
    expect(relayOf(shop, 'contoso-weu', 'bare').sendKeyName).toBe('all');
    azure.namespace.removeRule('all', 'bare');
    await link.call('azure.attach', { id, appId: shop.id });
    expect(relayOf(shop, 'contoso-weu', 'bare').sendKeyName).toBe('appSender');
    const rules = azure.namespace.rules('bare')?.map(({ name, rights }) => [name, rights]);
    expect(rules).toEqual([
      ['defaultListener', ['Listen']],
      ['defaultSender', ['Listen']],
      ['appSender', ['Send']],
    ]);
  });
});

/** Uses up one of the plan's. */
function fill(site: Site, relayName: string): void {
  azure.azure.world.apps.attach(site, {
    serviceBusNamespace: 'elsewhere',
    relayName,
    relayArmUri: `/elsewhere/${relayName}`,
    hostname: 'h',
    port: 1,
    sendKeyName: 'defaultSender',
    sendKeyValue: 'k',
    serviceBusSuffix: '.localhost',
  });
}

describe('another endpoint', () => {
  it('stands in the metadata and at the apps, and counts here at once; open sessions stay', async () => {
    const id = await created({ name: 'moving', appId: shop.id });
    await untilConnected(id);
    const metadata = [
      { key: 'owner', value: 'team-a' },
      { key: 'endpoint', value: target.endpoint },
    ];
    const entity = azure.namespace.connection('moving');
    if (entity === undefined) throw new Error('no connection');
    azure.namespace.putConnection({ ...entity, userMetadata: JSON.stringify(metadata) });
    const sender = await senderOf(relayOf(shop, 'contoso-weu', 'moving'));
    const { app, service } = await target.open(sender.port);
    const next = await Target.start();
    const answer = await link.call('azure.setEndpoint', { id, endpoint: next.endpoint, by: 'ada' });
    expect(answer.apps).toEqual([{ app: { id: shop.id, name: 'shop' }, problem: null }]);
    expect(answer.connection.config.endpoint).toEqual({
      host: '127.0.0.1',
      port: next.port,
      source: 'azure',
    });
    expect(JSON.parse(azure.namespace.connection('moving')?.userMetadata ?? '')).toEqual([
      metadata[0],
      { key: 'endpoint', value: next.endpoint },
    ]);
    expect(azure.namespace.connection('moving')?.requiresClientAuthorization).toBe(true);
    expect(relayOf(shop, 'contoso-weu', 'moving')).toMatchObject({ port: next.port });
    await carried(app, service, 'still here');
    const session = await next.open(sender.port);
    await carried(session.app, session.service, 'and there');
    expect((await activityOf(id))[0]).toBe(`endpointSetInAzure ${next.endpoint} by ada`);
    await next.close();
  });

  it.each([
    ['{"owner":"team-a"}', 'unreadable'],
    [JSON.stringify([{ key: 'note', value: 'x'.repeat(990) }]), 'long'],
  ])('leaves metadata alone that can’t be changed: %#', async (userMetadata, reason) => {
    const id = await created({ name: `kept-${reason}` });
    await untilConnected(id);
    const entity = azure.namespace.connection(`kept-${reason}`);
    if (entity === undefined) throw new Error('no connection');
    azure.namespace.putConnection({ ...entity, userMetadata });
    const asked = link.call('azure.setEndpoint', { id, endpoint: 'sql02.corp.example:1433' });
    expect(await codeOf(asked)).toMatchObject({ code: 'HCM6065', details: { reason } });
    expect(azure.namespace.connection(`kept-${reason}`)?.userMetadata).toBe(userMetadata);
    const { connections } = await link.call('connections.snapshot', {});
    const config = connections.find((one) => one.config.id === id)?.config;
    expect(config?.endpoint?.port).toBe(target.port);
  });

  it('tells which app couldn’t be told, and tells the others', async () => {
    const id = await created({ name: 'partly', appId: shop.id });
    const admin = azure.azure.world.apps.addSite(plan, 'admin');
    await link.call('azure.attach', { id, appId: admin.id });
    const fault = { kind: 'error', status: 409, code: 'Conflict' } as const;
    azure.azure.arm.faults.add({ fault, method: 'PUT', path: /sites\/shop\//, times: 9 });
    const { apps } = await link.call('azure.setEndpoint', { id, endpoint: 'sql02.corp.example:1433' });
    expect(apps.map(({ app, problem }) => [app.name, problem?.code ?? null])).toEqual([
      ['shop', 'HCM6066'],
      ['admin', null],
    ]);
    expect(relayOf(admin, 'contoso-weu', 'partly').hostname).toBe('sql02.corp.example');
  });
});

describe('deleting', () => {
  it('one with a slash in its name deletes that one alone', async () => {
    for (const name of ['team', 'team/sql'])
      azure.namespace.addConnection(name, { endpoint: target.endpoint });
    const { id: look } = await link.call('azure.browse', place);
    const seen: string[] = [];
    for (let done = false; !done;) {
      const answer = await link.call('azure.browsed', { id: look, after: seen.length });
      seen.push(...answer.connections.map(({ name }) => name));
      ({ done } = answer);
    }
    expect(seen).toContain('team/sql');
    const chosen = { resourceGroup: 'relays', namespace: 'contoso-weu', name: 'team/sql' };
    const input = { ...place, connections: [chosen], mayUseRootKey: false };
    const { results } = await link.call('azure.add', input);
    expect(results[0]?.problem).toBeNull();
    const id = results[0]?.connection?.config.id ?? '';
    await untilConnected(id);
    await link.call('azure.setEndpoint', { id, endpoint: 'sql02.corp.example:1433' });
    expect(azure.namespace.connection('team/sql')?.userMetadata).toContain('sql02.corp.example:1433');
    await link.call('azure.delete', { id, typedName: 'team/sql' });
    expect(azure.namespace.connection('team/sql')).toBeUndefined();
    expect(azure.namespace.connection('team')?.userMetadata).toContain(target.endpoint);
    azure.namespace.removeConnection('team');
  });

  it('wants the name typed, takes it from its apps, and removes the row with it', async () => {
    const id = await created({ name: 'doomed', appId: shop.id });
    await untilConnected(id);
    const sender = await senderOf(relayOf(shop, 'contoso-weu', 'doomed'));
    await target.open(sender.port);
    for (const typedName of ['Doomed', 'doomed ', ''])
      expect(await codeOf(link.call('azure.delete', { id, typedName }))).toMatchObject({ code: 'HCM6060' });
    expect(azure.namespace.connection('doomed')).toBeDefined();
    const answer = await link.call('azure.delete', { id, typedName: 'doomed', by: 'ada' });
    expect(answer).toEqual({
      closedSessions: expect.any(Number) as number,
      apps: [{ app: { id: shop.id, name: 'shop' }, problem: null }],
    });
    expect(azure.namespace.connection('doomed')).toBeUndefined();
    expect(azure.azure.world.apps.relays(shop)).toEqual([]);
    const { connections } = await link.call('connections.snapshot', {});
    expect(connections.map(({ config }) => config.id)).not.toContain(id);
  });

  it('one that is gone in Azure goes here, too', async () => {
    const id = await created({ name: 'gone' });
    azure.namespace.removeConnection('gone');
    await link.call('azure.delete', { id, typedName: 'gone' });
    const { connections } = await link.call('connections.snapshot', {});
    expect(connections.map(({ config }) => config.id)).not.toContain(id);
  });

  it('a lock leaves it there and here', async () => {
    const id = await created({ name: 'locked' });
    const fault = { kind: 'error', status: 409, code: 'ScopeLocked' } as const;
    azure.azure.arm.faults.add({ fault, method: 'DELETE' });
    const asked = link.call('azure.delete', { id, typedName: 'locked' });
    expect(await codeOf(asked)).toMatchObject({ code: 'HCM6068', details: { name: 'locked' } });
    const { connections } = await link.call('connections.snapshot', {});
    expect(connections.map(({ config }) => config.id)).toContain(id);
  });
});
