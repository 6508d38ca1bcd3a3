import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '../../contract/api.ts';
import { rotationSteps } from '../../contract/azure-resource.ts';
import { createNamespaceRules, createRule, type AuthorizationRule } from '../../local-relay/entities.ts';
import type { Engine } from '../engine.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { armError, CloudServer } from './testing/cloud-server.ts';
import { NamespaceInAzure } from './testing/namespace-in-azure.ts';

let cloud: CloudServer;
let world: EngineWorld;
let engine: Engine;
let azure: NamespaceInAzure;
let id: string;

beforeAll(async () => {
  cloud = await CloudServer.start();
});

afterAll(() => cloud.stop());

beforeEach(async () => {
  const namespaceRules = [...createNamespaceRules()];
  world = await EngineWorld.start({ certificates: cloud.certificates, relay: { namespaceRules } });
  azure = new NamespaceInAzure(world.relays.relay, namespaceRules);
  cloud.onArm = azure.answer;
  cloud.armRequests.length = 0;
  const up = await world.connected({ extraCaPem: cloud.certificates.caPem });
  engine = up.engine;
  id = up.id;
  await engine.call('settings.set', cloud.settings);
  const { id: signIn } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
  let account = null;
  while (account === null) account = (await engine.call('azure.waitForSignIn', { id: signIn })).account;
});

afterEach(() => world.close());

function rule(connection: string | null = 'sql', name = 'defaultListener'): AuthorizationRule {
  const found = azure.rules(connection)?.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no rule ${name}`);
  return found;
}

async function sync(mayUseRootKey = false): Promise<readonly string[]> {
  return (await engine.call('azure.syncKeys', { id, mayUseRootKey, by: 'm.keller' })).changed;
}

async function kept(of = id): Promise<string> {
  return (await engine.call('connections.gatewayString', { id: of })).text;
}

type Job = CallOutput<'azure.progress'>;

async function ended(jobId: string): Promise<Job> {
  for (let after = 0; ;) {
    const job = await engine.call('azure.progress', { id: jobId, after });
    if (job.done) return job;
    after = job.revision;
  }
}

function states({ steps }: Job): readonly string[] {
  return steps.map(({ state }) => state);
}

async function rotate(of = id): Promise<Job> {
  return ended((await engine.call('azure.startRotation', { id: of, by: 'm.keller' })).id);
}

/** The relay knows the key from the first time on that it has refused it. */
function learnOnRefusal(primaryKey: string): () => void {
  return world.relays.relay.subscribe(({ type }) => {
    if (type !== 'token-refused' && type !== 'listener-refused') return;
    const others = (azure.rules('sql') ?? []).filter(({ name }) => name !== 'defaultListener');
    azure.setRules('sql', [{ ...rule(), primaryKey }, ...others]);
  });
}

/** A rule of the namespace, and `sql` listening by it. */
async function listenByNamespace(): Promise<void> {
  azure.setRules(null, [...(azure.rules(null) ?? []), createRule('listenAll', ['Listen'])]);
  await engine.call('connections.replaceKey', { id, connectionString: stringOf('sql') });
}

function stringOf(name: string): string {
  return `${world.relays.relay.namespaceConnectionString('listenAll')};EntityPath=${name}`;
}

async function add(connectionString: string): Promise<string> {
  const { connection } = await engine.call('connections.add', {
    connectionString,
    caPem: world.relays.caPem,
  });
  return connection.config.id;
}

/** What happens before Azure makes a key anew. */
function beforeRegeneration(of: 'Primary' | 'Secondary', work: () => Promise<unknown>): void {
  cloud.onArm = async (asked) => {
    if (asked.path.includes('/regenerateKeys') && asked.body.includes(of)) await work();
    return azure.answer(asked);
  };
}

async function logged(): Promise<string> {
  return JSON.stringify((await engine.call('log.tail', { limit: 1000 })).lines);
}

function regenerations(): number {
  return cloud.armRequests.filter(({ path }) => path.includes('/regenerateKeys')).length;
}

describe('azure.syncKeys', () => {
  it('brings the spare key, and then leaves alone what is as in Azure', async () => {
    expect(await sync()).toEqual(['secondary']);
    expect((await world.view(engine, id)).config.secondaryKeyName).toBe('defaultListener');
    const before = await world.activity(engine, id);
    expect(await sync()).toEqual([]);
    expect(await world.activity(engine, id)).toEqual(before);
  });

  it('puts regenerated keys in force while a session goes on', async () => {
    await sync();
    const app = await world.openSession();
    azure.regenerate('sql', 'defaultListener', 'primaryKey');
    expect(await sync()).toEqual(['primary']);
    await world.echo(app, 'still here');
    expect(await kept()).toContain(rule().primaryKey);
    expect(await world.view(engine, id)).toMatchObject({
      azure: { status: 'connected' },
      sessions: 1,
      keys: { inUse: 'primary', refused: [] },
    });
    expect(await world.activity(engine, id)).toContain('keyReplaced by m.keller');
    app.destroy();
  });

  it('takes another rule where the kept one is gone, the root rule only after a yes', async () => {
    azure.setRules('sql', [createRule('another', ['Listen'])]);
    expect(await sync()).toEqual(['primary', 'secondary']);
    expect((await world.view(engine, id)).config.keyName).toBe('another');
    azure.setRules('sql', []);
    await expect(sync()).rejects.toMatchObject({ code: 'HCM6041' });
    expect(cloud.armRequests.some(({ path }) => path.includes('RootManage'))).toBe(false);
    expect(await sync(true)).toEqual(['primary', 'secondary']);
    expect((await world.view(engine, id)).config.keyName).toBe('RootManageSharedAccessKey');
  });

  it('keeps what is in force where the relay refuses what Azure told, and takes the other key all the same', async () => {
    const text = await kept();
    azure.instead = (_asked, path) =>
      path.endsWith('/listKeys')
        ? { body: { primaryKey: 'd3Jvbmcga2V5IG9uZQ==', secondaryKey: rule().secondaryKey } }
        : undefined;
    await expect(sync()).rejects.toMatchObject({ code: 'HCM2020' });
    expect(await kept()).toBe(text);
    expect(await world.view(engine, id)).toMatchObject({
      azure: { status: 'connected' },
      config: { secondaryKeyName: 'defaultListener' },
    });
  });

  it('waits a moment for a relay that learns of a key late', async () => {
    const early = createRule('defaultListener', ['Listen']).primaryKey;
    azure.instead = (_asked, path) =>
      path.endsWith('/listKeys')
        ? { body: { primaryKey: early, secondaryKey: rule().secondaryKey } }
        : undefined;
    const unsubscribe = learnOnRefusal(early);
    expect(await sync()).toEqual(['primary', 'secondary']);
    unsubscribe();
    expect(await kept()).toContain(early);
  });

  it('names the permission that is missing, and stores without a host that runs', async () => {
    azure.instead = (_asked, path) =>
      path.endsWith('/listKeys')
        ? {
            status: 403,
            body: armError(
              'AuthorizationFailed',
              "does not have authorization to perform action 'a/b/action' over scope '/s'",
            ),
          }
        : undefined;
    await expect(sync()).rejects.toMatchObject({ code: 'HCM6021', details: { action: 'a/b/action' } });
    azure.instead = () => undefined;
    await engine.stop();
    engine = await world.open({ extraCaPem: cloud.certificates.caPem });
    azure.regenerate('sql', 'defaultListener', 'primaryKey');
    expect(await sync()).toEqual(['primary', 'secondary']);
    expect(await kept()).toContain(rule().primaryKey);
  });
});

describe('azure.startRotation', () => {
  it('makes both keys anew, and listens with the other one each time', async () => {
    const app = await world.openSession();
    const before = rule();
    const inUse: string[] = [];
    cloud.onArm = async (asked) => {
      const isAnew = asked.path.includes('/regenerateKeys');
      if (isAnew) inUse.push((await world.view(engine, id)).keys.inUse);
      return azure.answer(asked);
    };
    const job = await rotate();
    expect(job.steps.map(({ step }) => step)).toEqual([...rotationSteps]);
    expect(states(job)).toEqual(rotationSteps.map(() => 'done'));
    expect(job.connection?.config.id).toBe(id);
    expect(inUse).toEqual(['secondary', 'primary']);
    await world.echo(app, 'still here');
    const after = rule();
    expect([after.primaryKey, after.secondaryKey]).not.toContain(before.primaryKey);
    expect([after.primaryKey, after.secondaryKey]).not.toContain(before.secondaryKey);
    expect(await kept()).toContain(after.primaryKey);
    expect(await world.view(engine, id)).toMatchObject({
      azure: { status: 'connected' },
      keys: { inUse: 'primary', hasSecondary: true, refused: [] },
    });
    expect(await sync()).toEqual([]);
    expect(await world.activity(engine, id)).toContain('keysRotated by m.keller');
    app.destroy();
  });

  it('goes on where the answer of a regeneration got lost, and where the relay learns of a key late', async () => {
    let isLost = false;
    azure.instead = (_asked, path) => {
      if (!path.endsWith('/regenerateKeys') || isLost) return undefined;
      isLost = true;
      azure.regenerate('sql', 'defaultListener', 'primaryKey');
      return { status: 502, body: armError('BadGateway') };
    };
    const lost = await rotate();
    expect(states(lost)).toEqual(rotationSteps.map(() => 'done'));

    // Azure tells the next key before its relay knows it.
    const early = createRule('defaultListener', ['Listen']).primaryKey;
    let asked = 0;
    azure.instead = ({ body }, path) => {
      if (!path.endsWith('/regenerateKeys') || !body.includes('Primary')) return undefined;
      asked += 1;
      return { body: { primaryKey: early, secondaryKey: rule().secondaryKey } };
    };
    const unsubscribe = learnOnRefusal(early);
    const late = await rotate();
    unsubscribe();
    expect(asked).toBe(1);
    expect(states(late)).toEqual(rotationSteps.map(() => 'done'));
  });

  it('regenerates nothing while the other key can’t be listened with', async () => {
    azure.instead = (_asked, path) =>
      path.endsWith('/listKeys')
        ? { body: { primaryKey: rule().primaryKey, secondaryKey: 'd3Jvbmcga2V5IHR3bw==' } }
        : undefined;
    await world.relays.relay.faults.goDown();
    const job = await rotate();
    expect(states(job)).toEqual(['done', 'failed', 'waiting', 'waiting', 'waiting', 'waiting']);
    expect(regenerations()).toBe(0);
    expect(await kept()).toContain(rule().primaryKey);
  });

  it('stays with the other key where nobody knows whether Azure made a new one, and logs why it ended', async () => {
    azure.instead = (_asked, path) =>
      path.endsWith('/regenerateKeys') ? { status: 503, body: armError('ServiceUnavailable') } : undefined;
    const job = await rotate();
    expect(job.steps[2]).toMatchObject({ state: 'failed', problem: { code: 'HCM6025' } });
    expect((await world.view(engine, id)).keys.inUse).toBe('secondary');
    expect(await logged()).toMatch(
      /work in azure ended early.{1,200}sql.{1,200}regeneratePrimary.{1,100}HCM6025/u,
    );
  });

  it('moves a spare key of the rule along all the way: it may be what listens', async () => {
    await listenByNamespace();
    const other = await add(await world.relayString('crm'));
    await engine.call('connections.replaceKey', {
      ...{ id: other, slot: 'secondary' },
      connectionString: stringOf('crm'),
    });
    azure.setRules('crm', []);
    azure.instead = ({ body }, path) =>
      path.endsWith('/regenerateKeys') && body.includes('Secondary')
        ? { status: 403, body: armError('AuthorizationFailed') }
        : undefined;
    expect((await rotate()).steps[4]).toMatchObject({ state: 'failed' });
    await engine.call('connections.restart', { id: other });
    await world.until(engine, other, 'connected', (now) => {
      return now.azure.status === 'connected' && now.keys.inUse === 'secondary';
    });
  });

  it('moves along who came meanwhile', async () => {
    await listenByNamespace();
    await world.relayString('crm');
    let added = '';
    beforeRegeneration('Primary', async () => (added = await add(stringOf('crm'))));
    expect(states(await rotate())).toEqual(rotationSteps.map(() => 'done'));
    expect(await kept(added)).toContain(rule(null, 'listenAll').primaryKey);
    expect((await world.view(engine, added)).config.secondaryKeyName).toBe('listenAll');
    expect(await logged()).toMatch(/key regenerated in azure.{1,200}listenAll.{1,100}primary/u);
  });

  it('that the host’s end cuts off between a new key and its keeping leaves one that counts', async () => {
    const before = rule();
    const made = new Promise<void>((resolve) => {
      cloud.onArm = (asked) => {
        const answer = azure.answer(asked);
        if (!asked.path.includes('/regenerateKeys')) return answer;
        resolve();
        return new Promise(() => undefined);
      };
    });
    await engine.call('azure.startRotation', { id });
    await made;
    engine.close();
    cloud.onArm = azure.answer;
    expect(rule().primaryKey).not.toBe(before.primaryKey);
    engine = await world.open({ extraCaPem: cloud.certificates.caPem });
    await engine.start();
    const view = await world.until(engine, id, 'connected', (now) => now.azure.status === 'connected');
    expect(view.keys).toMatchObject({ inUse: 'secondary', refused: [{ slot: 'primary' }] });
    expect(states(await rotate())).toEqual(rotationSteps.map(() => 'done'));
    expect((await world.view(engine, id)).keys).toMatchObject({ inUse: 'primary', refused: [] });
  });

  it('ends where the connection became another one meanwhile, or is gone', async () => {
    await world.relayString('crm');
    beforeRegeneration('Primary', () =>
      engine.call('connections.rename', {
        ...{ id, name: 'crm' },
        connectionString: world.relays.relay.gatewayConnectionString('crm'),
      }),
    );
    const renamed = await rotate();
    expect(renamed.steps[3]).toMatchObject({ state: 'failed', problem: { code: 'HCM1041' } });
    expect(await kept()).toBe(world.relays.relay.gatewayConnectionString('crm'));
    beforeRegeneration('Primary', () => engine.call('connections.remove', { id }));
    const removed = await rotate();
    expect(removed.steps[3]).toMatchObject({ state: 'failed', problem: { code: 'HCM1041' } });
  });

  it('keeps new keys untried where no host runs', async () => {
    await engine.stop();
    engine.close();
    engine = await world.open({ extraCaPem: cloud.certificates.caPem });
    expect(states(await rotate())).toEqual(rotationSteps.map(() => 'done'));
    expect(await kept()).toContain(rule().primaryKey);
    await engine.start();
    await world.until(engine, id, 'connected', (now) => now.azure.status === 'connected');
  });

  it('regenerates nothing where a new key couldn’t be kept', async () => {
    await sync();
    await engine.stop();
    engine.close();
    const file = join(world.folder, 'connections.json');
    const kept = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...kept, version: 999 }));
    engine = await world.open({ extraCaPem: cloud.certificates.caPem });
    const { steps } = await rotate();
    expect(steps[0]).toMatchObject({ state: 'failed', problem: { code: 'HCM4002' } });
    expect(regenerations()).toBe(0);
  });

  it('listens with the primary key again where Azure makes no new one', async () => {
    azure.instead = (_asked, path) =>
      path.endsWith('/regenerateKeys') ? { status: 403, body: armError('AuthorizationFailed') } : undefined;
    const job = await rotate();
    expect(job.steps[2]).toMatchObject({ state: 'failed', problem: { code: 'HCM6021' } });
    expect((await world.view(engine, id)).keys.inUse).toBe('primary');
    azure.instead = () => undefined;
    expect(states(await rotate())).toEqual(rotationSteps.map(() => 'done'));
  });

  it('stops behind a step alone, and keeps others away meanwhile', async () => {
    let release = (): void => undefined;
    const reached = new Promise<void>((resolve) => {
      cloud.onArm = (asked) => {
        if (!asked.path.includes('/regenerateKeys')) return azure.answer(asked);
        resolve();
        return new Promise((answer) => {
          release = () => answer(azure.answer(asked));
        });
      };
    });
    const { id: jobId } = await engine.call('azure.startRotation', { id });
    await reached;
    await expect(sync()).rejects.toMatchObject({ code: 'HCM6054' });
    await expect(engine.call('azure.startRotation', { id })).rejects.toMatchObject({ code: 'HCM6054' });
    await engine.call('azure.stopJob', { id: jobId });
    release();
    const job = await ended(jobId);
    expect(states(job)).toEqual(['done', 'done', 'done', 'failed', 'waiting', 'waiting']);
    expect(job.steps[3]?.problem?.code).toBe('HCM6002');
    expect(await world.view(engine, id)).toMatchObject({
      azure: { status: 'connected' },
      keys: { inUse: 'secondary' },
    });
    // What is half-done can be mended, or begun again.
    cloud.onArm = azure.answer;
    expect(await sync()).toEqual(['primary']);
    expect(states(await rotate())).toEqual(rotationSteps.map(() => 'done'));
  });

  it('leaves alone who has a rule of its own by the same name, and says when the rule is gone', async () => {
    await world.relayString('own');
    azure.setRules(null, [...(azure.rules(null) ?? []), createRule('defaultListener', ['Listen'])]);
    const { connection } = await engine.call('connections.add', {
      connectionString: world.relays.relay.gatewayConnectionString('own'),
      caPem: world.relays.caPem,
    });
    const own = connection.config.id;
    const before = await kept(own);
    azure.setRules('sql', []);
    await sync();
    expect(states(await rotate())).toEqual(rotationSteps.map(() => 'done'));
    expect(await kept(own)).toBe(before);
    expect(await world.activity(engine, own)).not.toContain('keysRotated by m.keller');
    azure.setRules(null, []);
    const { steps } = await rotate();
    expect(steps[0]?.problem?.code).toBe('HCM6052');
  });
});

describe('connections.gatewayString', () => {
  it('is the kept string, with a line of who asked', async () => {
    const { text } = await engine.call('connections.gatewayString', { id, by: 'm.keller' });
    expect(text).toBe(world.relays.relay.gatewayConnectionString('sql'));
    expect((await world.activity(engine, id))[0]).toBe('gatewayStringGiven by m.keller');
    const { lines } = await engine.call('log.tail', { limit: 1000 });
    expect(JSON.stringify(lines)).not.toContain(rule().primaryKey);
    expect(JSON.stringify(lines)).toContain('gatewayStringGiven');
  });

  it('is refused for what has no key', async () => {
    const biztalk =
      'Endpoint=hc://old.hybrid.biztalk.windows.net/sql;SharedAccessKeyName=owner;SharedAccessKey=c2VjcmV0LWtleQ==';
    const { connection } = await engine.call('connections.add', { connectionString: biztalk });
    await expect(kept(connection.config.id)).rejects.toMatchObject({ code: 'HCM1016' });
    await expect(
      engine.call('azure.startRotation', { id: '00000000-0000-4000-8000-000000000000' }),
    ).rejects.toMatchObject({ code: 'HCM1041' });
  });
});
