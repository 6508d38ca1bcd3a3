/** Keys that ARM gives are the keys that the local relay takes, from the moment they change; and what the server can record. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { Subscription } from './azure-world.ts';
import type { RelayNamespace } from './relay-namespace.ts';
import { TestAzure } from './test-azure.ts';

let azure: TestAzure;
let subscription: Subscription;
let token: string;

beforeEach(async () => {
  azure = await TestAzure.start();
  const tenant = azure.world.addTenant('Contoso');
  subscription = azure.world.addSubscription(tenant, 'Production');
  const owner = azure.world.addUser('owner', tenant);
  azure.world.grant(owner, subscription, 'Owner');
  token = azure.tokenOf(owner, tenant);
});
afterEach(() => azure.dispose());

const keysSchema = z.object({ keyName: z.string(), primaryKey: z.string(), secondaryKey: z.string() });

async function ask(url: string, headers: Record<string, string>, method = 'GET', body?: object) {
  const asked = request(url, { method, ca: azure.caPem, headers }).end(
    body === undefined ? undefined : JSON.stringify(body),
  );
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer;
}

async function arm(path: string, method = 'GET', body?: object): Promise<unknown> {
  const url = `${azure.arm.origin}${path}?api-version=${path === '/tenants' ? '2022-12-01' : '2021-11-01'}`;
  const answer = await ask(url, { authorization: `Bearer ${token}` }, method, body);
  expect(answer.statusCode).toBe(200);
  return json(answer);
}

/** What the data plane says to a token of that key (relay-protocol §2.1, §6.1). */
async function statusWith(namespace: RelayNamespace, rule: string, key: string): Promise<number | undefined> {
  const resource = encodeURIComponent(`http://localhost/sql/`);
  const expiry = Math.floor(Date.now() / 1000) + 600;
  const signature = createHmac('sha256', key).update(`${resource}\n${expiry}`).digest('base64');
  const sas = `SharedAccessSignature sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${rule}`;
  const url = `https://${namespace.host}/sql?api-version=2016-07`;
  const answer = await ask(url, { authorization: sas, 'x-process-at': 'ServiceBus' });
  answer.resume();
  return answer.statusCode;
}

it.each([
  ['authorizationRules/RootManageSharedAccessKey'],
  ['hybridConnections/sql/authorizationRules/defaultListener'],
])('%s: a regenerated key counts at the relay, the old one no longer', async (path) => {
  const namespace = await azure.world.addNamespace({ subscription, name: 'relays-1' });
  namespace.addConnection('sql', { endpoint: 'db.corp:1433' });
  const rule = `${namespace.id}/${path}`;
  const before = keysSchema.parse(await arm(`${rule}/listKeys`, 'POST'));
  expect(await statusWith(namespace, before.keyName, before.primaryKey)).toBe(200);
  const after = keysSchema.parse(await arm(`${rule}/regenerateKeys`, 'POST', { keyType: 'PrimaryKey' }));
  expect(await statusWith(namespace, after.keyName, before.primaryKey)).toBe(401);
  expect(await statusWith(namespace, after.keyName, after.primaryKey)).toBe(200);
  expect(await statusWith(namespace, after.keyName, after.secondaryKey)).toBe(200);
});

it('serves 2,000 hybrid connections of 40 namespaces; the record counts requests and keeps no token', async () => {
  for (let index = 0; index < 40; index += 1) {
    const namespace = await azure.world.addNamespace({
      subscription,
      name: `relays-${index}`,
      hasDataPlane: false,
    });
    for (let each = 0; each < 50; each += 1) namespace.addConnection(`hc-${each}`, { listenerCount: 1 });
  }
  const names = azure.world.namespaces().map(({ id }) => `${id}/hybridConnections`);
  let found = 0;
  const oneAfterTheOther = async (): Promise<void> => {
    for (let next = names.pop(); next !== undefined; next = names.pop()) {
      const { value } = z.object({ value: z.array(z.unknown()) }).parse(await arm(next));
      found += value.length;
    }
  };
  await Promise.all(Array.from({ length: 4 }, oneAfterTheOther));
  expect(found).toBe(2000);
  const { requests } = azure.arm;
  expect(requests.count('GET', /hybridConnections$/)).toBe(40);
  expect(requests.mostInFlight).toBeLessThanOrEqual(4);
  expect(JSON.stringify(requests.all)).not.toContain(token);
});

it('tells who asks without a token, or for no version, what to do', async () => {
  const path = `/subscriptions/${subscription.subscriptionId}`;
  const anonymous = await ask(`${azure.arm.origin}${path}?api-version=2022-12-01`, {});
  expect(anonymous.statusCode).toBe(401);
  expect(anonymous.headers['www-authenticate']).toContain(
    `authorization_uri="${azure.authority.origin}/${subscription.tenantId}"`,
  );
  const headers = { authorization: `Bearer ${token}` };
  const versionless = await ask(`${azure.arm.origin}${path}`, headers);
  expect(await json(versionless)).toMatchObject({ error: { code: 'MissingApiVersionParameter' } });
  const strange = await ask(`${azure.arm.origin}${path}?api-version=1999-01-01`, headers);
  expect(await json(strange)).toMatchObject({ error: { code: 'InvalidApiVersionParameter' } });
  azure.world.clockOffsetMs = 2 * 3_600_000;
  const late = await ask(`${azure.arm.origin}${path}?api-version=2022-12-01`, headers);
  expect(await json(late)).toMatchObject({ error: { code: 'ExpiredAuthenticationToken' } });
});

it('holds an answer until the test lets it go', async () => {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  azure.arm.faults.add({ fault: { kind: 'held', until }, path: /^\/tenants$/ });
  const answer = arm('/tenants');
  await expect.poll(() => azure.arm.requests.count('GET', /tenants/)).toBe(1);
  expect(azure.arm.requests.all[0]?.status).toBe(0);
  release();
  expect(await answer).toMatchObject({ value: [{ displayName: 'Contoso' }] });
});
