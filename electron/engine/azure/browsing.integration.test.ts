import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../contract/api.ts';
import type { AzureConnection } from '../../contract/azure.ts';
import type { Engine } from '../engine.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { armError, CloudServer, homeTenant, type ServedAnswer } from './testing/cloud-server.ts';

let cloud: CloudServer;
let world: EngineWorld;
let engine: Engine;
let place: CallInput<'azure.browse'>;

const subscriptionId = 'cccccccc-0000-4000-8000-000000000001';
const subscriptionPath = `/subscriptions/${subscriptionId}`;
const relays = `${subscriptionPath}/resourceGroups/relays/providers/Microsoft.Relay/namespaces`;
const web = `${subscriptionPath}/resourceGroups/apps/providers/Microsoft.Web`;
const everything: ServedAnswer = { body: { value: [{ actions: ['*'] }] } };

beforeAll(async () => {
  cloud = await CloudServer.start();
  world = await EngineWorld.start({ certificates: cloud.certificates });
  engine = await world.open({ extraCaPem: cloud.certificates.caPem });
  await engine.call('settings.set', cloud.settings);
  const { id } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
  const { account } = await engine.call('azure.waitForSignIn', { id });
  place = { accountId: account?.id ?? '', tenantId: homeTenant, subscriptionId };
});

afterAll(async () => {
  await world.close();
  await cloud.stop();
});

/** Looks that a test began. */
const begun: string[] = [];

afterEach(async () => {
  for (const id of begun.splice(0)) await engine.call('azure.stopBrowsing', { id });
  cloud.armRequests.length = 0;
});

function namespace(name: string): object {
  const properties = { serviceBusEndpoint: `https://${name}.localhost:443/` };
  return { id: `${relays}/${name}`, name, location: 'West Europe', properties };
}

function connection(namespaceName: string, name: string, endpoint = 'sql01.corp.example:1433'): object {
  const userMetadata = endpoint === '' ? '' : JSON.stringify([{ key: 'endpoint', value: endpoint }]);
  const properties = { userMetadata, requiresClientAuthorization: true, listenerCount: 1 };
  return { id: `${relays}/${namespaceName}/hybridConnections/${name}`, name, properties };
}

function plan(name: string, tier = 'Standard'): object {
  return { id: `${web}/serverfarms/${name}`, name, sku: { tier } };
}

function site(name: string): object {
  return { id: `${subscriptionPath}/resourceGroups/other/providers/Microsoft.Web/sites/${name}`, name };
}

function used(namespaceName: string, name: string): object {
  const relayArmUri = `${relays}/${namespaceName}/hybridConnections/${name}`.toUpperCase();
  return { properties: { serviceBusNamespace: namespaceName, relayName: name, relayArmUri } };
}

type Route = () => ServedAnswer | Promise<ServedAnswer>;

/** By the end of the path; what nobody serves is an empty list. */
function serve(routes: Readonly<Record<string, Route | readonly (object | string)[]>>): void {
  cloud.onArm = ({ path }) => {
    const [asked = ''] = path.split('?');
    const found = Object.entries(routes).find(([end]) => asked.endsWith(end))?.[1] ?? [];
    return typeof found === 'function' ? found() : { body: { value: found } };
  };
}

type Browsed = CallOutput<'azure.browsed'>;

async function readAll(id: string, before: readonly AzureConnection[] = []) {
  const rows = [...before];
  for (;;) {
    const answer = await engine.call('azure.browsed', { id, after: rows.length });
    rows.push(...answer.connections);
    if (answer.done) return { ...answer, connections: rows };
  }
}

async function begin(): Promise<string> {
  const { id } = await engine.call('azure.browse', place);
  begun.push(id);
  return id;
}

async function browse(): Promise<Browsed & { readonly id: string }> {
  const id = await begin();
  return { id, ...(await readAll(id)) };
}

async function usageOf({ id, connections, usage }: Awaited<ReturnType<typeof browse>>) {
  let now = usage;
  while (now.state === 'reading')
    now = (await engine.call('azure.browsed', { id, after: connections.length })).usage;
  return now;
}

/** Counts what is under way at once; the first ones wait until so many have come, so that a smaller number would never end. */
class Crowd {
  most = 0;
  readonly #enough: number;
  #inside = 0;
  #open: () => void = () => undefined;
  readonly #full = new Promise<void>((resolve) => (this.#open = resolve));

  constructor(enough: number) {
    this.#enough = enough;
  }

  async enter(): Promise<void> {
    this.#inside += 1;
    this.most = Math.max(this.most, this.#inside);
    if (this.#inside === this.#enough) this.#open();
    await this.#full;
    this.#inside -= 1;
  }
}

function asked(pattern: RegExp): number {
  return cloud.armRequests.filter(({ path }) => pattern.test(path)).length;
}

describe('why one can’t be added', () => {
  async function obstacles() {
    const { connections } = await browse();
    return connections.map(({ name, obstacle }) => [name, obstacle]);
  }

  it('the account may not read keys: asked once for each namespace, and told behind what is harder to mend', async () => {
    const listKeys = 'Microsoft.Relay/namespaces/authorizationRules/listKeys/action';
    serve({
      'Microsoft.Relay/namespaces': ['west', 'north', 'south', 'east'].map(namespace),
      'west/hybridConnections': [connection('west', 'sql'), connection('west', 'bare', '')],
      'north/hybridConnections': [connection('north', 'web')],
      'south/hybridConnections': [connection('south', 'ftp')],
      'east/hybridConnections': [connection('east', 'crm')],
      'west/providers/Microsoft.Authorization/permissions': [{ actions: ['*/read'], notActions: [] }],
      'north/providers/Microsoft.Authorization/permissions': [{ actions: ['*/read', listKeys] }],
      'south/providers/Microsoft.Authorization/permissions': () => ({ status: 403, body: armError('No') }),
      'east/providers/Microsoft.Authorization/permissions': [{ actions: ['*'], notActions: ['*/action'] }],
    });
    expect(Object.fromEntries(await obstacles())).toEqual({
      sql: 'noKeyPermission',
      bare: 'noEndpoint',
      web: null,
      ftp: null,
      crm: 'noKeyPermission',
    });
    expect(asked(/Microsoft\.Authorization\/permissions/)).toBe(4);
  });

  it('this host may not dial the address', async () => {
    serve({
      'Microsoft.Relay/namespaces': [namespace('west')],
      'west/hybridConnections': [
        connection('west', 'metadata', '169.254.169.254:80'),
        connection('west', 'address', '10.1.2.3:80'),
        connection('west', 'mapped', '[::ffff:169.254.169.254]:80'),
      ],
      permissions: () => everything,
    });
    expect(await obstacles()).toEqual([
      ['metadata', 'notAllowed'],
      ['address', null],
      ['mapped', 'notAllowed'],
    ]);
  });
});

describe('2,000 Hybrid Connections of 40 namespaces', () => {
  const names = Array.from({ length: 40 }, (_none, index) => `west-${index}`);
  const each = Array.from({ length: 50 }, (_none, index) => `hc-${index}`);

  it('two questions for each, six at once, and rows long before the last answer', async () => {
    const crowd = new Crowd(6);
    let release: () => void = () => undefined;
    const last = new Promise<void>((resolve) => (release = resolve));
    cloud.onArm = async ({ path }) => {
      const [, name = '', what = ''] = /namespaces\/([^/]+)\/(\w+)/.exec(path) ?? [];
      if (name !== '') await crowd.enter();
      if (name === names.at(-1) && what === 'hybridConnections') await last;
      if (what === 'hybridConnections') return { body: { value: each.map((one) => connection(name, one)) } };
      if (what === 'providers') return everything;
      return { body: { value: path.includes('Microsoft.Relay') ? names.map(namespace) : [] } };
    };
    const id = await begin();
    const rows: AzureConnection[] = [];
    while (rows.length < 1950) {
      const { connections, done } = await engine.call('azure.browsed', { id, after: rows.length });
      rows.push(...connections);
      expect(done).toBe(false);
    }
    expect(asked(/Microsoft\.Web/)).toBe(0);
    release();
    const whole = { id, ...(await readAll(id, rows)) };
    expect([whole.connections.length, whole.problem, whole.problems]).toEqual([2000, null, []]);
    expect(await usageOf(whole)).toEqual({ state: 'read', connections: [], problem: null });
    expect(cloud.armRequests).toHaveLength(1 + 40 * 2 + 1);
    expect(crowd.most).toBe(6);
  });
});

describe('apps that use them', () => {
  it('come after the rows, which don’t wait; plans that can’t have any aren’t asked', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    serve({
      'Microsoft.Relay/namespaces': [namespace('west')],
      'west/hybridConnections': [connection('west', 'sql'), connection('west', 'web')],
      permissions: () => everything,
      'Microsoft.Web/serverfarms': async () => {
        await held;
        return {
          body: { value: [plan('one'), plan('two'), plan('free', 'Free'), plan('funcs', 'Dynamic')] },
        };
      },
      'one/hybridConnectionRelays': [used('west', 'sql'), used('west', 'web')],
      'two/hybridConnectionRelays': [used('west', 'sql')],
      'Microsoft.Web/sites': [site('shop'), site('crm')],
      'one/hybridConnectionNamespaces/west/relays/sql/sites': ['shop'],
      'one/hybridConnectionNamespaces/west/relays/web/sites': ['shop'],
      'two/hybridConnectionNamespaces/west/relays/sql/sites': ['CRM', 'gone'],
    });
    const whole = await browse();
    expect([whole.connections.length, whole.usage.state]).toEqual([2, 'reading']);
    const later = usageOf(whole);
    release();
    const usage = await later;
    const id = (name: string): string => `${relays}/west/hybridConnections/${name}`.toLowerCase();
    expect(usage).toMatchObject({ state: 'read', problem: null });
    expect(Object.fromEntries(usage.connections.map((one) => [one.resourceId, one.apps]))).toEqual({
      [id('sql')]: [site('shop'), site('crm')],
      [id('web')]: [site('shop')],
    });
    expect(asked(/(?:free|funcs)\/hybridConnectionRelays/)).toBe(0);
    expect(asked(/Microsoft\.Web/)).toBe(7);
  });

  it('what can be read is there beside why the rest can’t', async () => {
    const refused: Route = () => ({ status: 403, body: armError('AuthorizationFailed') });
    const routes = {
      'Microsoft.Relay/namespaces': [namespace('west')],
      'west/hybridConnections': [connection('west', 'sql')],
      permissions: () => everything,
      'Microsoft.Web/serverfarms': [plan('one'), plan('two')],
      'Microsoft.Web/sites': [site('shop')],
      'one/hybridConnectionRelays': [used('west', 'sql')],
      'two/hybridConnectionRelays': refused,
      'relays/sql/sites': ['shop'],
    };
    serve(routes);
    const partial = await usageOf(await browse());
    expect(partial).toMatchObject({ state: 'read', problem: { code: 'HCM6021' } });
    expect(partial.connections).toHaveLength(1);
    serve({ ...routes, 'one/hybridConnectionRelays': refused });
    expect(await usageOf(await browse())).toMatchObject({
      state: 'unreadable',
      connections: [],
      problem: { code: 'HCM6021' },
    });
    serve({ ...routes, 'Microsoft.Web/serverfarms': refused });
    expect(await usageOf(await browse())).toMatchObject({
      state: 'unreadable',
      problem: { code: 'HCM6021' },
    });
  });

  it('of ever so many plans only some are asked, two at once, and that is said', async () => {
    const crowd = new Crowd(2);
    const plans = Array.from({ length: 250 }, (_none, index) => plan(`plan-${index}`));
    serve({
      'Microsoft.Relay/namespaces': [namespace('west')],
      'west/hybridConnections': [connection('west', 'sql')],
      permissions: () => everything,
      'Microsoft.Web/serverfarms': plans,
      hybridConnectionRelays: async () => {
        await crowd.enter();
        return { body: { value: [] } };
      },
    });
    expect(await usageOf(await browse())).toMatchObject({ state: 'read', problem: { code: 'HCM6031' } });
    expect(asked(/Microsoft\.Web/)).toBe(200);
    expect(crowd.most).toBe(2);
  });

  it('nobody asks for them where there is nothing to use', async () => {
    serve({ 'Microsoft.Relay/namespaces': [] });
    const { usage } = await browse();
    expect(usage).toEqual({ state: 'read', connections: [], problem: null });
    expect(asked(/Microsoft\.Web/)).toBe(0);
  });

  it('who ends the look ends the reading, too', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let reached: () => void = () => undefined;
    const underway = new Promise<void>((resolve) => (reached = resolve));
    serve({
      'Microsoft.Relay/namespaces': [namespace('west')],
      'west/hybridConnections': [connection('west', 'sql')],
      permissions: () => everything,
      'Microsoft.Web/serverfarms': async () => {
        reached();
        await held;
        return { body: { value: [plan('one')] } };
      },
    });
    const { id, connections } = await browse();
    await underway;
    const waiting = engine.call('azure.browsed', { id, after: connections.length });
    await engine.call('azure.stopBrowsing', { id });
    expect(await waiting).toMatchObject({ done: true, usage: { connections: [] } });
    release();
    await expect(engine.call('azure.browsed', { id, after: 0 })).rejects.toMatchObject({ code: 'HCM6018' });
    expect(asked(/hybridConnectionRelays/)).toBe(0);
  });
});
