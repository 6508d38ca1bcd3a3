import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DesiredChange, DesiredConnection, DesiredOutcome } from '../../contract/desired.ts';
import { createRule } from '../../local-relay/entities.ts';
import type { Engine } from '../engine.ts';
import { nodeFileSystem } from '../store/file-system.ts';
import { errno, faultyFileSystem } from '../store/testing/faulty-file-system.ts';
import { EngineWorld } from '../testing/engine-world.ts';

let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

function lineOf({ kind, name, differences }: DesiredChange): string {
  return [kind, name, ...differences.map(({ what }) => what)].join(' ');
}

function apply(engine: Engine, connections: DesiredConnection[], prune = false): Promise<DesiredOutcome> {
  return engine.call('desired.apply', { connections, prune, by: 'm.keller' });
}

async function planned(
  engine: Engine,
  connections: DesiredConnection[],
  prune = false,
): Promise<readonly string[]> {
  return (await engine.call('desired.plan', { connections, prune })).changes.map(lineOf);
}

/** What an apply did: each change with the code of what went wrong. */
function told({ changes, results, faults }: DesiredOutcome): readonly string[] {
  expect(faults).toEqual([]);
  expect(results).toHaveLength(changes.length);
  return changes.map((change, index) => `${lineOf(change)}: ${results[index]?.problem?.code ?? 'done'}`);
}

async function stored(): Promise<readonly string[]> {
  const files = ['connections.json', 'secrets.json'].map((name) =>
    readFile(join(world.folder, name), 'utf8'),
  );
  return Promise.all(files);
}

/** A further rule of the entity that may listen. */
function ruleString(ruleName: string, name = 'sql'): string {
  const { relay } = world.relays;
  const rule = createRule(ruleName, ['Listen']);
  const before = world.entity(name);
  relay.updateEntity({ ...before, rules: [...before.rules, rule] });
  return `Endpoint=${relay.url};SharedAccessKeyName=${ruleName};SharedAccessKey=${rule.primaryKey};EntityPath=${name}`;
}

function withWrongKey(text: string): string {
  return text.replace(/SharedAccessKey=[^;]+/u, `SharedAccessKey=${Buffer.alloc(32, 7).toString('base64')}`);
}

describe('desired.apply without a host', () => {
  it('writes all that is new at once, and finds nothing to do the second time', async () => {
    const written: string[] = [];
    const files = nodeFileSystem();
    const engine = await world.open({
      fileSystem: {
        ...files,
        rename: (from, to) => {
          written.push(basename(to));
          return files.rename(from, to);
        },
      },
    });
    const { url } = world.relays.relay;
    const wanted = Array.from({ length: 50 }, (_, index) => ({
      connectionString: `Endpoint=${url};SharedAccessKeyName=l;SharedAccessKey=${Buffer.alloc(32, index).toString('base64')};EntityPath=e${index}`,
    }));
    const outcome = await apply(engine, wanted);
    expect(told(outcome)).toEqual(wanted.map((_, index) => `add e${index} primaryKey: done`));
    expect(written.filter((name) => !name.endsWith('.bak')).sort()).toEqual([
      'connections.json',
      'secrets.json',
    ]);
    expect(new Set(await planned(engine, wanted))).toEqual(
      new Set(wanted.map((_, index) => `unchanged e${index}`)),
    );
    const { connections } = await engine.call('connections.snapshot', {});
    expect(outcome.results.map(({ id }) => id)).toEqual(connections.map(({ config }) => config.id));
    expect(connections[0]?.config.addedBy).toBe('m.keller');
  });

  it('changes nothing at all when one of them is at fault', async () => {
    const engine = await world.open();
    const good = { connectionString: await world.relayString() };
    await apply(engine, [good]);
    const before = await stored();
    const { changes, faults, results } = await apply(
      engine,
      [{ ...good, enabled: false }, { connectionString: `${good.connectionString}x;Nonsense` }],
      true,
    );
    expect([changes, results]).toEqual([[], []]);
    expect(new Set(faults.map(({ index }) => index))).toEqual(new Set([1]));
    expect(await stored()).toEqual(before);
  });

  it('tells of each that could not be written, and keeps none of them', async () => {
    const fileSystem = faultyFileSystem((operation, name) => {
      if (operation === 'rename' && name === 'connections.json') throw errno('ENOSPC');
    });
    const engine = await world.open({ fileSystem });
    const outcome = await apply(engine, [{ connectionString: await world.relayString() }]);
    expect(told(outcome)).toEqual(['add sql primaryKey: HCM4003']);
    expect(outcome.results[0]?.id).toBeNull();
    expect((await engine.call('connections.snapshot', {})).connections).toEqual([]);
    const secrets = JSON.parse(await readFile(join(world.folder, 'secrets.json'), 'utf8')) as unknown;
    expect(secrets).toMatchObject({ secrets: {} });
    expect(Object.keys((secrets as { secrets: object }).secrets)).toEqual([]);
  });

  it('keeps keys, endpoint, CA and limits that nobody can be asked about', async () => {
    const engine = await world.open();
    const connectionString = await world.relayString();
    await apply(engine, [{ connectionString, endpoint: 'sql01:1433', limits: { maxSessions: 3 } }]);
    const next: DesiredConnection = {
      connectionString: ruleString('next'),
      secondaryConnectionString: ruleString('spare'),
      endpoint: null,
      caPem: world.relays.caPem,
      limits: { maxSessions: null, idleMinutes: 2 },
      enabled: false,
    };
    expect(told(await apply(engine, [next]))).toEqual([
      'update sql primaryKey secondaryKey endpoint caPem limits enabled: done',
    ]);
    expect(await planned(engine, [next])).toEqual(['unchanged sql']);
    const { connections } = await engine.call('connections.snapshot', {});
    expect(connections[0]?.config).toMatchObject({
      keyName: 'next',
      secondaryKeyName: 'spare',
      endpoint: null,
      limits: { maxSessions: null, idleMinutes: 2 },
      enabled: false,
    });
    const none = { connectionString: next.connectionString, secondaryConnectionString: null, caPem: null };
    expect(told(await apply(engine, [none]))).toEqual(['update sql secondaryKey caPem: done']);
    // The host that starts with it gets through: the key that was kept is the one of the string.
    await apply(engine, [{ ...none, caPem: world.relays.caPem, enabled: true }]);
    const { id = '' } = (await engine.call('connections.snapshot', {})).connections[0]?.config ?? {};
    await engine.start();
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('lets two keys change places, and refuses the second one as the first', async () => {
    const engine = await world.open();
    const one = await world.relayString();
    const two = ruleString('two');
    await apply(engine, [{ connectionString: one, secondaryConnectionString: two }]);
    const before = await stored();
    expect((await apply(engine, [{ connectionString: two }])).faults).toMatchObject([
      { index: 0, error: { code: 'HCM1045' } },
    ]);
    expect(await stored()).toEqual(before);
    const swapped = { connectionString: two, secondaryConnectionString: one };
    expect(told(await apply(engine, [swapped]))).toEqual(['update sql primaryKey secondaryKey: done']);
    expect(await planned(engine, [swapped])).toEqual(['unchanged sql']);
  });

  it('removes what isn’t named only with prune', async () => {
    const engine = await world.open();
    const sql = { connectionString: await world.relayString() };
    const erp = { connectionString: await world.relayString('erp') };
    await apply(engine, [sql, erp]);
    expect(await planned(engine, [sql])).toEqual(['unchanged sql']);
    expect(told(await apply(engine, [sql]))).toEqual(['unchanged sql: done']);
    expect(told(await apply(engine, [sql], true))).toEqual(['unchanged sql: done', 'remove erp: done']);
    const { connections } = await engine.call('connections.snapshot', {});
    expect(connections.map(({ config }) => config.name)).toEqual(['sql']);
    expect(Object.keys((JSON.parse((await stored())[1] ?? '') as { secrets: object }).secrets)).toHaveLength(
      1,
    );
  });
});

describe('desired.apply while a host runs', () => {
  it('asks Azure about a key, while a session goes on; what Azure refuses is told and the rest is done', async () => {
    const { engine, id } = await world.connected();
    const app = await world.openSession();
    const next = ruleString('next');
    const erp = { connectionString: await world.relayString('erp'), caPem: world.relays.caPem };
    const wrong = { connectionString: withWrongKey(next), limits: { maxSessions: 7 } };
    expect(told(await apply(engine, [wrong, erp]))).toEqual([
      'update sql primaryKey limits: HCM2020',
      'add erp primaryKey caPem: done',
    ]);
    const after = await world.view(engine, id);
    expect(after.config).toMatchObject({ keyName: 'defaultListener', limits: { maxSessions: 7 } });
    expect(after.azure.status).toBe('connected');

    expect(told(await apply(engine, [{ connectionString: next }]))).toEqual(['update sql primaryKey: done']);
    await world.echo(app, 'still here');
    expect((await world.activity(engine, id))[0]).toBe('keyReplaced by m.keller');
    const [, added] = (await engine.call('connections.snapshot', {})).connections;
    await world.until(
      engine,
      added?.config.id ?? '',
      'connected',
      ({ azure }) => azure.status === 'connected',
    );
  });

  it('moves the second key to the first place, while it is the only one that works and a session goes on', async () => {
    const { engine, id } = await world.connected();
    const spare = ruleString('spare');
    const connectionString = world.relays.relay.gatewayConnectionString('sql');
    await apply(engine, [{ connectionString, secondaryConnectionString: spare }]);
    const app = await world.openSession();
    // Azure refuses the first one from now on.
    const { rules, ...entity } = world.entity();
    world.relays.relay.updateEntity({
      ...entity,
      rules: rules.map((rule) =>
        rule.name === 'defaultListener' ? createRule(rule.name, ['Listen']) : rule,
      ),
    });
    const wanted = [{ connectionString: spare, secondaryConnectionString: withWrongKey(connectionString) }];
    expect(told(await apply(engine, wanted))).toEqual(['update sql primaryKey secondaryKey: HCM2020']);
    expect((await world.view(engine, id)).config).toMatchObject({
      keyName: 'spare',
      secondaryKeyName: 'spare',
    });
    await world.echo(app, 'still here');
    expect(told(await apply(engine, [{ connectionString: spare, secondaryConnectionString: null }]))).toEqual(
      ['update sql secondaryKey: done'],
    );
    await world.echo(app, 'and still');
    expect((await world.view(engine, id)).azure.status).toBe('connected');
  });

  it('keeps the second key as long as Azure refuses the new first one', async () => {
    const { engine, id } = await world.connected();
    const connectionString = world.relays.relay.gatewayConnectionString('sql');
    await apply(engine, [{ connectionString, secondaryConnectionString: ruleString('spare') }]);
    const wanted = [{ connectionString: withWrongKey(connectionString), secondaryConnectionString: null }];
    expect(told(await apply(engine, wanted))).toEqual(['update sql primaryKey secondaryKey: HCM2020']);
    expect((await world.view(engine, id)).config).toMatchObject({
      keyName: 'defaultListener',
      secondaryKeyName: 'spare',
    });
  });

  it('gets through with the CA that it lacked, and stops, starts and removes', async () => {
    const engine = await world.open();
    await engine.start();
    const connectionString = await world.relayString();
    const [{ id } = { id: null }] = (await apply(engine, [{ connectionString }])).results;
    if (id === null) throw new Error('not added');
    await world.until(engine, id, 'refused', ({ azure }) => azure.problem?.code === 'HCM2010');
    expect(told(await apply(engine, [{ connectionString, caPem: world.relays.caPem }]))).toEqual([
      'update sql caPem: done',
    ]);
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(await world.activity(engine, id)).toContain('caChanged by m.keller');
    await apply(engine, [{ connectionString, enabled: false }]);
    await world.until(engine, id, 'stopped', ({ azure }) => azure.status === 'stopped');
    await apply(engine, [{ connectionString, enabled: true }]);
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(told(await apply(engine, [], true))).toEqual(['remove sql: done']);
    expect((await engine.call('connections.snapshot', {})).connections).toEqual([]);
  });

  it('says no key anywhere', async () => {
    const { engine } = await world.connected();
    const wanted = [
      { connectionString: ruleString('next'), secondaryConnectionString: ruleString('spare') },
      { connectionString: await world.relayString('erp') },
      { connectionString: withWrongKey(await world.relayString('third')), endpoint: 'nowhere' },
    ];
    const said: unknown[] = [
      await apply(engine, wanted),
      await engine.call('desired.plan', { connections: wanted, prune: true }),
    ];
    said.push(await engine.call('desired.plan', { connections: wanted.slice(0, 2), prune: true }));
    said.push(await apply(engine, wanted.slice(0, 2)));
    said.push(await engine.call('log.tail', { limit: 1000 }));
    const keys = wanted.flatMap((one) =>
      Object.values(one).flatMap((text) => /SharedAccessKey=([^;]+)/u.exec(text)?.[1] ?? []),
    );
    expect(keys).toHaveLength(4);
    for (const key of keys) expect(JSON.stringify(said)).not.toContain(key);
  });
});
