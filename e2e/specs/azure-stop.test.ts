/** Whoever stops while Azure hasn't answered yet ends by itself, whatever is under way. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AzureStage, addSql, told } from '../fixtures/azure-stage.ts';
import { untilConnected } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

let azure: AzureStage;

beforeEach(async () => {
  azure = await AzureStage.open();
});

afterEach(() => azure.dispose());

it('a host with a look, a question, a rotation, a creation and two sign-ins under way', async () => {
  const host = await azure.startHost();
  expect((await azure.signInAsService(azure.addService())).exitCode).toBe(0);
  expect((await azure.run(addSql)).exitCode).toBe(0);
  await untilConnected(azure.stage, 'sql');
  const link = await azure.link();
  const place = await azure.placeFor(link);
  const { connections } = await link.call('connections.snapshot', {});
  const id = connections[0]?.config.id ?? '';
  const { arm } = azure.azure;
  arm.requests.clear();
  arm.faults.add({ fault: { kind: 'held', until: new Promise(() => undefined) }, times: Infinity });
  const look = await link.call('azure.browse', place);
  const rotation = await link.call('azure.startRotation', { id });
  await link.call('azure.startSignIn', { method: 'browser' });
  const byCode = await link.call('azure.startSignIn', { method: 'deviceCode' });
  const waiting = [
    link.call('azure.browsed', { id: look.id, after: 0 }),
    link.call('azure.progress', { id: rotation.id, after: 1000 }),
    link.call('azure.waitForSignIn', { id: byCode.id }),
    link.call('azure.about', { id }),
    link.call('azure.startCreation', {
      ...place,
      resourceGroup: 'relays',
      mayMakeGroup: false,
      namespace: 'contoso-weu',
      region: null,
      name: 'new-one',
      endpoint: 'sql01:1433',
      appId: null,
    }),
  ];
  const outcomes = Promise.allSettled(waiting);
  const asked = await until(
    'Azure is asked',
    () => arm.requests.mostInFlight,
    (count) => count >= 4,
  );
  expect(asked).toBeLessThanOrEqual(6);
  host.signal('SIGTERM');
  const { exitCode, signal } = await host.end();
  expect([exitCode, signal]).toEqual([0, null]);
  for (const { status } of await outcomes) expect(['fulfilled', 'rejected']).toContain(status);
});

it('hcm login that waits for a person, by the browser and by a code, with no host', async () => {
  for (const way of [['--no-browser'], ['--device-code']]) {
    const login = azure.start(['login', ...way]);
    await told(login, /https:\S+/);
    login.signal('SIGINT');
    const { exitCode, errors } = await login.end();
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('HCM6002') as string]);
  }
});
