/** The account that a connection listens with: a person who signed in, gone and back again, and what its relay refuses it. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createNamespaceRules, createEntity } from '../../local-relay/entities.ts';
import type { Engine } from '../engine.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { CloudServer, homeTenant } from './testing/cloud-server.ts';
import { NamespaceInAzure, subscriptionId } from './testing/namespace-in-azure.ts';

let cloud: CloudServer;
let world: EngineWorld;
let azure: NamespaceInAzure;
/** Names of the Hybrid Connections that the account may listen on. */
let allowed: Set<string>;

beforeAll(async () => {
  cloud = await CloudServer.start();
});

afterAll(() => cloud.stop());

beforeEach(async () => {
  allowed = new Set(['sql']);
  const namespaceRules = [...createNamespaceRules()];
  world = await EngineWorld.start({
    certificates: cloud.certificates,
    relay: {
      namespaceRules,
      entra: ({ entity }) =>
        allowed.has(entity)
          ? { ok: true, expiresAtMs: Date.now() + 3_600_000 }
          : { ok: false, status: 401, text: 'Authorization failed for specified action: Listen.' },
    },
  });
  azure = new NamespaceInAzure(world.relays.relay, namespaceRules);
  cloud.onArm = azure.answer;
});

afterEach(() => world.close());

async function open(): Promise<Engine> {
  const engine = await world.open({ extraCaPem: cloud.certificates.caPem });
  await engine.start();
  await engine.call('settings.set', cloud.settings);
  return engine;
}

/** @returns the id of the account. */
async function signIn(engine: Engine): Promise<string> {
  const { id } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
  let account = null;
  while (account === null) account = (await engine.call('azure.waitForSignIn', { id })).account;
  return account.id;
}

/** @returns the id of the connection. */
async function add(engine: Engine, accountId: string): Promise<string> {
  await world.relayString();
  const chosen = { resourceGroup: azure.resourceGroup, namespace: azure.name, name: 'sql' };
  const place = { accountId, tenantId: homeTenant, subscriptionId };
  const { results } = await engine.call('azure.add', {
    ...place,
    connections: [chosen],
    mayUseRootKey: false,
    listenWith: 'entra',
  });
  expect(results[0]?.problem).toBeNull();
  return results[0]?.connection?.config.id ?? '';
}

function untilStatus(engine: Engine, id: string, code: string | null): Promise<unknown> {
  return world.until(engine, id, code ?? 'connected', (view) =>
    code === null ? view.azure.status === 'connected' : view.azure.problem?.code === code,
  );
}

it('a person’s account that was lost is that of its connections again once that person signs in', async () => {
  const first = await open();
  const accountId = await signIn(first);
  const id = await add(first, accountId);
  await untilStatus(first, id, null);
  const app = await world.openSession();
  await world.echo(app, 'by a person’s token');
  app.destroy();
  await first.stop();
  for (const name of await readdir(world.folder))
    if (name.startsWith('azure-accounts')) await rm(join(world.folder, name));

  const second = await open();
  await untilStatus(second, id, 'HCM6014');
  expect(await signIn(second)).toBe(accountId);
  await untilStatus(second, id, null);
  await expect(second.call('azure.signOut', { id: accountId })).rejects.toMatchObject({ code: 'HCM6073' });
});

it('another name that the account may not listen on is refused with the role that it lacks', async () => {
  const engine = await open();
  const id = await add(engine, await signIn(engine));
  await untilStatus(engine, id, null);
  world.relays.relay.addEntity(createEntity('team/sql', { endpoint: 'localhost:1433' }));
  await expect(engine.call('connections.rename', { id, name: 'team/sql' })).rejects.toMatchObject({
    code: 'HCM6070',
    details: {
      name: 'team/sql',
      account: 'ada@contoso.test',
      scope: `${azure.id}/hybridConnections/team~sql`,
    },
  });
  expect((await world.view(engine, id)).config.name).toBe('sql');
  allowed.add('team/sql');
  await engine.call('connections.rename', { id, name: 'team/sql' });
  await untilStatus(engine, id, null);
  expect((await world.view(engine, id)).config).toMatchObject({ name: 'team/sql', keyName: '' });
});
