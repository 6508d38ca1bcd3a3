/** Looking through a subscription with the built host, by its control socket, at a Resource Manager that Microsoft's clients use. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../electron/contract/api.ts';
import type { AzureConnection } from '../../electron/contract/azure.ts';
import type { ErrorData } from '../../electron/contract/errors.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import type { FaultOrder } from '../azure/arm-faults.ts';
import type { ServicePrincipal } from '../azure/azure-world.ts';
import { AzureStage } from '../fixtures/azure-stage.ts';
import type { HostLink } from '../soak/host-link.ts';

let azure: AzureStage;
let link: HostLink;
let place: CallInput<'azure.browse'>;
let service: ServicePrincipal;

beforeAll(async () => {
  azure = await AzureStage.open();
  await azure.startHost();
  service = azure.addService();
  expect((await azure.signInAsService(service)).exitCode).toBe(0);
  link = await azure.link();
  place = await azure.placeFor(link);
});

afterAll(() => azure.dispose());

async function browse(where = place) {
  const { id } = await link.call('azure.browse', where);
  const rows: AzureConnection[] = [];
  let answer: CallOutput<'azure.browsed'>;
  do {
    answer = await link.call('azure.browsed', { id, after: rows.length });
    rows.push(...answer.connections);
  } while (!answer.done || answer.usage.state === 'reading');
  await link.call('azure.stopBrowsing', { id });
  return { ...answer, connections: rows };
}

describe('what an account sees', () => {
  it('a Reader sees all, that he can’t add it, and which app uses what', async () => {
    const { world } = azure.azure;
    const { subscriptionId } = azure.subscription;
    const plan = world.apps.addPlan({ subscriptionId, name: 'plan', tier: 'Standard' });
    const shop = world.apps.addSite(plan, 'shop');
    const [rule] = azure.namespace.rules('sql') ?? [];
    const relayArmUri = `${azure.namespace.id}/hybridConnections/sql`;
    const names = { serviceBusNamespace: 'contoso-weu', relayName: 'sql', serviceBusSuffix: '.localhost' };
    const sender = { sendKeyName: rule?.name ?? '', sendKeyValue: rule?.primaryKey ?? '' };
    world.apps.attach(shop, { ...names, ...sender, relayArmUri, hostname: 'localhost', port: 1433 });
    const mine = await browse();
    expect(mine.connections.map(({ name, obstacle }) => [name, obstacle])).toEqual([
      ['sql', null],
      ['web', null],
    ]);
    expect(mine.usage).toEqual({
      state: 'read',
      connections: [{ resourceId: relayArmUri.toLowerCase(), apps: [{ id: shop.id, name: 'shop' }] }],
      problem: null,
    });
    const reader = azure.addService('Reader');
    expect((await azure.signInAsService(reader)).exitCode).toBe(0);
    const { accounts } = await link.call('azure.accounts', {});
    const account = accounts.find(({ name }) => name === reader.clientId);
    const his = await browse({ ...place, accountId: account?.id ?? '' });
    expect(his.connections.map(({ name, obstacle }) => [name, obstacle])).toEqual([
      ['sql', 'noKeyPermission'],
      ['web', 'noKeyPermission'],
    ]);
    expect(his.usage).toEqual(mine.usage);
  });
});

describe('every failure of Resource Manager has a sentence and a next step', () => {
  const namespaces = { path: /Microsoft\.Relay\/namespaces$/i } as const;
  const error = (status: number, code: string, message?: string): FaultOrder => ({
    ...namespaces,
    fault: { kind: 'error', status, code, ...(message === undefined ? {} : { message }) },
  });
  const action = 'Microsoft.Relay/namespaces/read';
  const denied = `The client 'x' with object id 'y' does not have authorization to perform action '${action}' over scope '/subscriptions/1' or the scope is invalid.`;

  const cases: readonly (readonly [string, FaultOrder, string])[] = [
    ['401', { ...error(401, 'InvalidAuthenticationToken'), times: 2 }, 'HCM6020'],
    ['403 with the action', error(403, 'AuthorizationFailed', denied), 'HCM6021'],
    ['404 of the subscription', error(404, 'SubscriptionNotFound'), 'HCM6022'],
    ['404', error(404, 'ResourceGroupNotFound'), 'HCM6023'],
    ['429 for an hour', { ...namespaces, fault: { kind: 'throttle', retryAfterSeconds: 3600 } }, 'HCM6024'],
    ['500', { ...error(500, 'InternalServerError'), times: 4 }, 'HCM6025'],
    ['a page', { ...namespaces, fault: { kind: 'html', status: 200 } }, 'HCM6026'],
    ['a page that refuses', { ...namespaces, fault: { kind: 'html', status: 403 } }, 'HCM6026'],
    ['broken JSON', { ...namespaces, fault: { kind: 'broken-json' } }, 'HCM6026'],
    ['cut', { ...namespaces, fault: { kind: 'cut', within: 'body' }, times: 3 }, 'HCM6013'],
    ['400', error(400, 'BadRequest'), 'HCM6027'],
    ['a disabled subscription', error(409, 'ReadOnlyDisabledSubscription'), 'HCM6029'],
  ];

  it.each(cases)('%s', async (_what, order, code) => {
    azure.azure.arm.faults.clear();
    azure.azure.arm.faults.add(order);
    const { problem } = await browse();
    azure.azure.arm.faults.clear();
    expect(problem?.code).toBe(code);
    expectWords(problem);
  });

  it('403 names what is missing', async () => {
    azure.azure.arm.faults.add(error(403, 'AuthorizationFailed', denied));
    const { problem } = await browse();
    expect(problem).toMatchObject({ details: { action, scope: '/subscriptions/1' } });
    const { title, next } = describeError(problem ?? { code: 'HCM9001', details: {} });
    expect([title, next]).toEqual([expect.stringContaining(action), expect.stringContaining(action)]);
  });

  it('401 with claims that a service can’t meet', async () => {
    azure.azure.arm.demandClaims({ acrs: 'c1' });
    const { problem } = await browse();
    azure.azure.arm.demandClaims(undefined);
    expect(['HCM6004', 'HCM6020']).toContain(problem?.code);
    expectWords(problem);
  });
});

/** All three are there, and no blank was left in them. */
function expectWords(problem: ErrorData | null): void {
  const { title, cause, next } = describeError(problem ?? { code: 'HCM9001', details: {} });
  for (const text of [title, cause, next]) {
    expect(text).toMatch(/^\S.{5,}[^{}]$/);
    expect(text).not.toMatch(/[{}]/);
  }
}
