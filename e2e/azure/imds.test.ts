/** The identity endpoint's fidelity: the real msal-node gets tokens of managed identities from it, and ARM takes them. */
import { ManagedIdentityApplication, type NodeSystemOptions } from '@azure/msal-node';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { ServicePrincipal, Subscription, Tenant } from './azure-world.ts';
import { ImdsServer } from './imds-server.ts';
import { TestAzure } from './test-azure.ts';
import { trustedFetch } from './trusted-fetch.ts';

const hostVariable = 'AZURE_POD_IDENTITY_AUTHORITY_HOST';
let azure: TestAzure;
let imds: ImdsServer;
let tenant: Tenant;
let subscription: Subscription;

beforeAll(async () => {
  azure = await TestAzure.start();
  tenant = azure.world.addTenant('Contoso');
  subscription = azure.world.addSubscription(tenant, 'Production');
  const { signer, arm, authority } = azure;
  imds = new ImdsServer({ signer, authority: authority.origin, resources: () => [arm.origin] });
  await imds.listen();
  // The only way that the library has for another place than Azure's; it looks once per process.
  process.env[hostVariable] = imds.origin;
});
beforeEach(() => {
  imds.systemAssigned = undefined;
  imds.failures.length = 0;
});
afterAll(async () => {
  Reflect.deleteProperty(process.env, hostVariable);
  await imds.close();
  await azure.dispose();
});

function identity(): ServicePrincipal {
  const made = azure.world.addService(tenant);
  azure.world.grant(made, subscription, 'Reader');
  return made;
}

function application(userAssigned?: { userAssignedClientId: string } | { userAssignedObjectId: string }) {
  const system: NodeSystemOptions = {};
  const managed = userAssigned === undefined ? {} : { managedIdentityIdParams: userAssigned };
  return new ManagedIdentityApplication({ ...managed, system });
}

function tokenOf(made: ManagedIdentityApplication, resource = azure.arm.origin) {
  return made.acquireToken({ resource, forceRefresh: true });
}

async function statusAtArm(token: string): Promise<number> {
  const url = `${azure.arm.origin}/subscriptions/${subscription.subscriptionId}?api-version=2022-12-01`;
  const headers = { authorization: `Bearer ${token}` };
  return (await trustedFetch(azure.caPem, url, { headers })).status;
}

it('the machine’s own identity, and those that are assigned to it', async () => {
  imds.systemAssigned = identity();
  const assigned = identity();
  imds.userAssigned.push(assigned);
  for (const made of [
    application(),
    application({ userAssignedClientId: assigned.clientId }),
    application({ userAssignedObjectId: assigned.objectId }),
  ]) {
    const { accessToken } = await tokenOf(made);
    expect(await statusAtArm(accessToken)).toBe(200);
  }
});

it('says that there is no such identity, or no such resource', async () => {
  await expect(tokenOf(application())).rejects.toMatchObject({
    errorMessage: expect.stringContaining('Identity not found') as string,
  });
  imds.systemAssigned = identity();
  await expect(tokenOf(application(), 'https://elsewhere.example')).rejects.toThrow();
});

it('a busy host is asked again', async () => {
  imds.systemAssigned = identity();
  const before = imds.requestCount;
  imds.failures.push({
    status: 500,
    error: 'unknown',
    description: 'Failed to retrieve token from the store',
  });
  const { accessToken } = await tokenOf(application());
  expect(await statusAtArm(accessToken)).toBe(200);
  expect(imds.requestCount - before).toBe(2);
});

it('gives nothing to a request without the header that pages can’t send', async () => {
  const url = `${imds.origin}/metadata/identity/oauth2/token?api-version=2018-02-01&resource=${azure.arm.origin}`;
  expect((await trustedFetch(azure.caPem, url)).status).toBe(400);
});
