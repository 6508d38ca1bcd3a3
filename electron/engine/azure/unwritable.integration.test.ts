/** A host that can't keep what was done changes nothing in Azure either. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNamespaceRules } from '../../local-relay/entities.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { CloudServer } from './testing/cloud-server.ts';
import { NamespaceInAzure } from './testing/namespace-in-azure.ts';

it('neither another endpoint nor a deletion reaches Azure where connections can’t be written', async () => {
  const cloud = await CloudServer.start();
  const namespaceRules = [...createNamespaceRules()];
  const world = await EngineWorld.start({ certificates: cloud.certificates, relay: { namespaceRules } });
  try {
    cloud.onArm = new NamespaceInAzure(world.relays.relay, namespaceRules).answer;
    const { engine, id } = await world.connected({ extraCaPem: cloud.certificates.caPem });
    await engine.call('settings.set', cloud.settings);
    const { id: signIn } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
    let account = null;
    while (account === null) account = (await engine.call('azure.waitForSignIn', { id: signIn })).account;
    // A newer version of the program was here.
    const file = join(world.folder, 'connections.json');
    const stored = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...stored, version: 99 }), { mode: 0o600 });
    await engine.reload();
    const endpoint = 'sql02.corp.example:1433';
    for (const asked of [
      engine.call('azure.setEndpoint', { id, endpoint }),
      engine.call('azure.delete', { id, typedName: 'sql' }),
    ])
      await expect(asked).rejects.toMatchObject({ code: expect.stringMatching(/^HCM400/) as string });
    expect(cloud.armRequests.filter(({ method }) => ['PUT', 'DELETE'].includes(method))).toEqual([]);
  } finally {
    await world.close();
    await cloud.stop();
  }
});
