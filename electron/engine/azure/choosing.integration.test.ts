import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../contract/api.ts';
import type { AzureConnection } from '../../contract/azure.ts';
import type { Engine } from '../engine.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import {
  armError,
  CloudServer,
  homeTenant,
  type ArmAsked,
  type ServedAnswer,
} from './testing/cloud-server.ts';

let cloud: CloudServer;
let world: EngineWorld;
let engine: Engine;
let place: CallInput<'azure.browse'>;

const subscriptionId = 'cccccccc-0000-4000-8000-000000000001';
const root = `/subscriptions/${subscriptionId}`;
const endpoint = '[{"key":"endpoint","value":"sql01.corp.example:1433"}]';
const key = (name: string): string => Buffer.from(name.padEnd(32, '-')).toString('base64');

beforeAll(async () => {
  cloud = await CloudServer.start();
  world = await EngineWorld.start({ certificates: cloud.certificates });
  engine = await world.open({ extraCaPem: cloud.certificates.caPem });
  await engine.call('settings.set', cloud.settings);
  const { id, step } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
  expect(step.kind).toBe('deviceCode');
  const { account } = await engine.call('azure.waitForSignIn', { id });
  place = { accountId: account?.id ?? '', tenantId: homeTenant, subscriptionId };
});

afterAll(async () => {
  await world.close();
  await cloud.stop();
});

afterEach(async () => {
  cloud.armRequests.length = 0;
  const { connections } = await engine.call('connections.snapshot', {});
  for (const { config } of connections) await engine.call('connections.remove', { id: config.id });
});

function namespaceId(name: string): string {
  return `${root}/resourceGroups/relays/providers/Microsoft.Relay/namespaces/${name}`;
}

function namespace(name: string): object {
  const properties = { serviceBusEndpoint: `https://${name}.localhost:443/` };
  return { id: namespaceId(name), name, location: 'West Europe', properties };
}

function connection(namespaceName: string, name: string, change: object = {}): object {
  const properties = {
    userMetadata: endpoint,
    requiresClientAuthorization: true,
    listenerCount: 1,
    ...change,
  };
  return { id: `${namespaceId(namespaceName)}/hybridConnections/${name}`, name, properties };
}

function rule(name: string, ...rights: string[]): object {
  return { name, properties: { rights } };
}

/** Answers by the path behind the subscription; the first that matches counts. */
function serve(
  routes: Readonly<Record<string, (asked: ArmAsked) => ServedAnswer | Promise<ServedAnswer>>>,
): void {
  cloud.onArm = (asked) => {
    const path = (asked.path.split('?')[0] ?? '')
      .replace(`${root}/resourceGroups/relays`, '')
      .replace(root, '');
    const route = Object.keys(routes).find((pattern) => path.endsWith(pattern));
    return route === undefined
      ? { status: 404, body: armError('ResourceNotFound') }
      : (routes[route]?.(asked) ?? {});
  };
}

async function look() {
  const { id } = await engine.call('azure.browse', place);
  return allOf(id);
}

async function allOf(id: string) {
  const rows: AzureConnection[] = [];
  for (;;) {
    const { connections, done, problems, problem } = await engine.call('azure.browsed', {
      id,
      after: rows.length,
    });
    rows.push(...connections);
    if (done) return { id, rows, problems, problem };
  }
}

describe('looking through a subscription', () => {
  it('shows what is there page by page, and why some can’t be added', async () => {
    serve({
      'Microsoft.Relay/namespaces': ({ path }) =>
        path.includes('second')
          ? { body: { value: [namespace('north')] } }
          : {
              body: {
                value: [namespace('west')],
                nextLink: `${cloud.arm}${root}/providers/Microsoft.Relay/namespaces?api-version=2021-11-01&page=second`,
              },
            },
      'west/hybridConnections': () => ({
        body: {
          value: [
            connection('west', 'sql'),
            connection('west', 'open', { requiresClientAuthorization: false }),
            connection('west', 'bare', { userMetadata: '' }),
          ],
        },
      }),
      'north/hybridConnections': () => ({ status: 403, body: armError('AuthorizationFailed') }),
    });
    const { rows, problems, problem } = await look();
    expect(problem).toBeNull();
    expect(rows.map(({ name, obstacle, region }) => [name, obstacle, region])).toEqual([
      ['sql', null, 'West Europe'],
      ['open', 'noClientAuthorization', 'West Europe'],
      ['bare', 'noEndpoint', 'West Europe'],
    ]);
    expect(rows[0]?.endpoint).toEqual({ host: 'sql01.corp.example', port: 1433 });
    expect(problems).toEqual([
      { namespace: 'north', problem: expect.objectContaining({ code: 'HCM6021' }) as unknown },
    ]);
  });

  it('ends when it is stopped, and asks nothing more', async () => {
    let release: (answer: ServedAnswer) => void = () => undefined;
    serve({ 'Microsoft.Relay/namespaces': () => new Promise((resolve) => (release = resolve)) });
    const { id } = await engine.call('azure.browse', place);
    const waiting = engine.call('azure.browsed', { id, after: 0 });
    await engine.call('azure.stopBrowsing', { id });
    expect((await waiting).done).toBe(true);
    release({ body: { value: [] } });
    await expect(engine.call('azure.browsed', { id, after: 0 })).rejects.toMatchObject({ code: 'HCM6018' });
  });

  it('follows no link to another host', async () => {
    serve({
      'Microsoft.Relay/namespaces': () => ({
        body: { value: [], nextLink: 'https://management.example.net/next' },
      }),
    });
    expect((await look()).problem).toMatchObject({ code: 'HCM6026', details: { reason: 'link' } });
  });
});

describe('what goes wrong at Resource Manager', () => {
  const permission =
    "The client 'ada' with object id '1' does not have authorization to perform action 'Microsoft.Relay/namespaces/read' over scope '/subscriptions/1' or the scope is invalid.";

  it.each([
    [
      403,
      armError('AuthorizationFailed', permission),
      'HCM6021',
      { action: 'Microsoft.Relay/namespaces/read' },
    ],
    [404, armError('SubscriptionNotFound'), 'HCM6022', {}],
    [404, armError('ResourceGroupNotFound'), 'HCM6023', {}],
    [409, armError('ReadOnlyDisabledSubscription'), 'HCM6029', {}],
    [400, armError('BadRequest'), 'HCM6027', { reason: 'BadRequest' }],
    [401, armError('InvalidAuthenticationToken'), 'HCM6020', {}],
    [200, '<html>proxy</html>', 'HCM6026', { reason: 'json' }],
    [407, '<html>proxy</html>', 'HCM6026', { reason: 'json' }],
    [200, { value: 'none' }, 'HCM6026', { reason: 'shape' }],
  ])('%s %j is %s', async (status, body, code, details) => {
    const headers = { 'x-ms-correlation-request-id': 'corr-1' };
    cloud.onArm = () => ({ status, headers, body });
    expect((await look()).problem).toMatchObject({ code, details });
  });

  it('too many requests: waits as long as it is asked to, then goes on', async () => {
    let asked = 0;
    cloud.onArm = () => {
      asked += 1;
      return asked === 1
        ? { status: 429, headers: { 'retry-after': '0' }, body: armError('Throttled') }
        : { body: { value: [] } };
    };
    expect((await look()).problem).toBeNull();
    expect(asked).toBe(2);
  });

  it('too many requests for longer than anybody waits: says so at once', async () => {
    cloud.onArm = () => ({ status: 429, headers: { 'retry-after': '3600' }, body: armError('Throttled') });
    expect((await look()).problem).toMatchObject({ code: 'HCM6024', details: { seconds: 3600 } });
    expect(cloud.armRequests).toHaveLength(1);
  });
});

describe('taking over', () => {
  function one(name: string, endpointByHand?: string) {
    return {
      resourceGroup: 'relays',
      namespace: 'west',
      name,
      ...(endpointByHand === undefined ? {} : { endpoint: endpointByHand }),
    };
  }

  function add(names: readonly string[], mayUseRootKey = false) {
    const connections = names.map((name) => one(name));
    return engine.call('azure.add', { ...place, connections, mayUseRootKey, by: 'ada' });
  }

  function withRules(own: readonly object[], shared: readonly object[] = []): void {
    serve({
      'namespaces/west': () => ({ body: namespace('west') }),
      'hybridConnections/sql': () => ({ body: connection('west', 'sql') }),
      'hybridConnections/web': () => ({ body: connection('west', 'web') }),
      'hybridConnections/bare': () => ({ body: connection('west', 'bare', { userMetadata: '' }) }),
      'hybridConnections/sql/authorizationRules': () => ({ body: { value: own } }),
      'hybridConnections/web/authorizationRules': () => ({ body: { value: own } }),
      'hybridConnections/bare/authorizationRules': () => ({ body: { value: own } }),
      'west/authorizationRules': () => ({ body: { value: shared } }),
      '/listKeys': () => ({ body: { primaryKey: key('one'), secondaryKey: key('two') } }),
    });
  }

  const listened = (): readonly string[] =>
    cloud.armRequests.flatMap(({ path }) => /authorizationRules\/([^/]+)\/listKeys/.exec(path)?.[1] ?? []);

  it('takes the rule that may do least, with both of its keys, and shows none', async () => {
    withRules([
      rule('all', 'Listen', 'Send', 'Manage'),
      rule('both', 'Listen', 'Send'),
      rule('ears', 'Listen'),
      rule('mouth', 'Send'),
    ]);
    const answer = await add(['sql', 'web']);
    expect(listened()).toEqual(['ears', 'ears']);
    expect(answer.results.map(({ problem }) => problem)).toEqual([null, null]);
    const { config, keys } = answer.results[0]?.connection ?? {};
    expect(config).toMatchObject({
      host: 'west.localhost',
      name: 'sql',
      keyName: 'ears',
      secondaryKeyName: 'ears',
      addedBy: 'ada',
    });
    expect(keys?.hasSecondary).toBe(true);
    const { lines } = await engine.call('log.tail', { limit: 1000 });
    expect(JSON.stringify([answer, lines])).not.toMatch(new RegExp(`${key('one')}|${key('two')}`));
    expect((await look()).rows).toEqual([]);
  });

  it('the Hybrid Connection’s rule before the namespace’s, whatever that may do less', async () => {
    withRules([rule('both', 'Listen', 'Send')], [rule('ears', 'Listen')]);
    await add(['sql']);
    expect(listened()).toEqual(['both']);
  });

  it('the root rule only after a yes', async () => {
    withRules([], [rule('RootManageSharedAccessKey', 'Listen', 'Manage', 'Send')]);
    expect((await add(['sql'])).results[0]?.problem?.code).toBe('HCM6041');
    expect(listened()).toEqual([]);
    expect((await add(['sql'], true)).results[0]?.connection?.config.keyName).toBe(
      'RootManageSharedAccessKey',
    );
  });

  it('tells each that can’t be added, and adds the others', async () => {
    withRules([rule('ears', 'Listen')]);
    await add(['sql']);
    const { results } = await add(['sql', 'bare', 'gone', 'web']);
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual([
      'HCM1040',
      'HCM6043',
      'HCM6023',
      null,
    ]);
    const { results: byHand } = await engine.call('azure.add', {
      ...place,
      connections: [one('bare', 'sql02:1433')],
      mayUseRootKey: false,
    });
    expect(byHand[0]?.connection?.config.endpoint).toEqual({ host: 'sql02', port: 1433, source: 'manual' });
  });

  it('adds the others also where one came another way meanwhile', async () => {
    withRules([rule('ears', 'Listen')]);
    const answer = cloud.onArm;
    const connectionString = `Endpoint=sb://west.localhost/;SharedAccessKeyName=ears;SharedAccessKey=${key('one')};EntityPath=sql`;
    let isThere = false;
    cloud.onArm = async (asked) => {
      if (asked.path.includes('listKeys') && !isThere) {
        isThere = true;
        await engine.call('connections.add', { connectionString });
      }
      return answer(asked);
    };
    const { results } = await add(['sql', 'web']);
    expect(results.map(({ problem }) => problem?.code ?? null)).toEqual(['HCM1040', null]);
  });

  it('refuses a namespace that isn’t of the cloud, before any key is fetched', async () => {
    withRules([rule('ears', 'Listen')]);
    const answer = cloud.onArm;
    cloud.onArm = (asked) =>
      asked.path.includes('namespaces/west?')
        ? {
            body: {
              ...namespace('west'),
              properties: { serviceBusEndpoint: 'https://west.example.net:443/' },
            },
          }
        : answer(asked);
    expect((await add(['sql'])).results[0]?.problem).toMatchObject({ code: 'HCM6044' });
    expect(listened()).toEqual([]);
  });

  it('names the permission that a reader lacks', async () => {
    withRules([rule('ears', 'Listen')]);
    const answer = cloud.onArm;
    const action = 'Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action';
    cloud.onArm = (asked) =>
      asked.path.includes('listKeys')
        ? {
            status: 403,
            body: armError(
              'AuthorizationFailed',
              `The client does not have authorization to perform action '${action}' over scope '/x'`,
            ),
          }
        : answer(asked);
    expect((await add(['sql'])).results[0]?.problem).toMatchObject({ code: 'HCM6021', details: { action } });
  });
});
