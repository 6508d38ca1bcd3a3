/** The authority's fidelity: the real msal-node signs in with it in every way, and ARM takes exactly those tokens. */
import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
} from '@azure/msal-node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { azureCliClientId } from './authority-directory.ts';
import type { Subscription, Tenant, User } from './azure-world.ts';
import { msalNetwork } from './msal-network.ts';
import { ScriptedBrowser } from './scripted-browser.ts';
import { makeServiceCertificate } from './service-certificate.ts';
import { TestAzure } from './test-azure.ts';
import { trustedFetch } from './trusted-fetch.ts';

let azure: TestAzure;
let contoso: Tenant;
let fabrikam: Tenant;
let strict: Tenant;
let subscription: Subscription;
let ada: User;
let client: PublicClientApplication;

beforeAll(async () => {
  azure = await TestAzure.start();
  const { world } = azure;
  contoso = world.addTenant('Contoso');
  fabrikam = world.addTenant('Fabrikam');
  strict = world.addTenant('Strict', { requiresMfa: true });
  subscription = world.addSubscription(contoso, 'Production');
  ada = world.addUser('ada', contoso, [fabrikam, strict]);
  world.grant(ada, subscription, 'Owner');
});
beforeEach(() => {
  client = publicClient('organizations');
});
afterEach(() => {
  azure.arm.demandClaims(undefined);
  azure.authority.directory.accessTokenSeconds = 3600;
  azure.world.clockOffsetMs = 0;
});
afterAll(() => azure.dispose());

function options(tenant: string) {
  return {
    authority: `${azure.authority.origin}/${tenant}`,
    knownAuthorities: [new URL(azure.authority.origin).host],
  };
}

function publicClient(tenant: string): PublicClientApplication {
  return new PublicClientApplication({
    auth: { clientId: azureCliClientId, ...options(tenant) },
    system: { networkClient: msalNetwork(azure.caPem) },
  });
}

function scopes(): string[] {
  return [`${azure.arm.origin}/.default`];
}

async function signIn(user: User, claims?: string, authority?: string): Promise<AuthenticationResult> {
  const browser = new ScriptedBrowser(azure.caPem);
  const { username, password } = user;
  return client.acquireTokenInteractive({
    scopes: scopes(),
    ...(claims === undefined ? {} : { claims }),
    ...(authority === undefined ? {} : { authority }),
    // The library's loopback server answers within the visit, so that its failure is the sign-in's.
    openBrowser: async (url) => {
      const { url: end, body } = await browser.visit(url, { username, password });
      if (!end.startsWith('http://localhost:')) throw new Error(`${end}: ${body}`);
    },
  });
}

function silently(account: AccountInfo | null, more: object = {}): Promise<AuthenticationResult> {
  if (account === null) throw new Error('nobody is signed in');
  return client.acquireTokenSilent({ account, scopes: scopes(), ...more });
}

async function askArm(token: string) {
  const url = `${azure.arm.origin}/subscriptions?api-version=2022-12-01`;
  return trustedFetch(azure.caPem, url, { headers: { authorization: `Bearer ${token}` } });
}

const forced = { forceRefresh: true };
/** msal-node looks for cached tokens under the account's tenant, whatever the authority: the account must say it, too. */
const elsewhere = (tenant: Tenant, account: AccountInfo | null) => ({
  authority: `${azure.authority.origin}/${tenant.tenantId}`,
  ...(account === null ? {} : { account: { ...account, tenantId: tenant.tenantId } }),
});

describe('a person with a browser', () => {
  it('signs in with code and PKCE; ARM takes the token; renewal is silent', async () => {
    const { accessToken, account, tenantId, scopes: given } = await signIn(ada);
    expect(account).toMatchObject({
      homeAccountId: `${ada.objectId}.${contoso.tenantId}`,
      username: ada.username,
    });
    expect(tenantId).toBe(contoso.tenantId);
    expect(given).toContain(`${azure.arm.origin}/user_impersonation`);
    const answer = await askArm(accessToken);
    expect(answer.status).toBe(200);
    expect(answer.body).toContain(subscription.subscriptionId);
    expect(await silently(account)).toMatchObject({ accessToken, fromCache: true });
    const renewed = await silently(account, forced);
    expect(renewed.fromCache).toBe(false);
    expect(renewed.accessToken).not.toBe(accessToken);
    expect((await askArm(renewed.accessToken)).status).toBe(200);
  });

  it('with a wrong password stays on the page', async () => {
    const browser = new ScriptedBrowser(azure.caPem);
    const url = await client.getAuthCodeUrl({
      scopes: scopes(),
      redirectUri: 'http://localhost:1',
      codeChallenge: 'a'.repeat(43),
      codeChallengeMethod: 'S256',
    });
    const { body } = await browser.visit(url, { username: ada.username, password: 'wrong' });
    expect(body).toContain('AADSTS50126');
  });

  it('gets tokens of the other tenants with the same refresh token, each with its own subscriptions', async () => {
    const { account } = await signIn(ada);
    const guest = await silently(account, elsewhere(fabrikam, account));
    expect(guest.tenantId).toBe(fabrikam.tenantId);
    expect(await askArm(guest.accessToken)).toMatchObject({ status: 200, body: '{"value":[]}' });
    const path = `${azure.arm.origin}/subscriptions/${subscription.subscriptionId}/resourcegroups?api-version=2022-12-01`;
    const authorization = `Bearer ${guest.accessToken}`;
    const wrong = await trustedFetch(azure.caPem, path, { headers: { authorization } });
    expect(wrong.body).toContain('InvalidAuthenticationTokenTenant');
    const foreign = azure.world.addTenant('Nobody');
    await expect(silently(account, elsewhere(foreign, account))).rejects.toThrow('50020');
  });

  it('must come back to the browser for a tenant with a second factor, and no other tenant minds', async () => {
    const { account } = await signIn(ada);
    await expect(silently(account, elsewhere(strict, account))).rejects.toBeInstanceOf(
      InteractionRequiredAuthError,
    );
    expect((await silently(account, elsewhere(fabrikam, account))).tenantId).toBe(fabrikam.tenantId);
    const there = await signIn(ada, undefined, elsewhere(strict, account).authority);
    expect(there.tenantId).toBe(strict.tenantId);
    expect(
      (
        await silently(there.account, {
          ...elsewhere(strict, there.account),
          ...forced,
        })
      ).tenantId,
    ).toBe(strict.tenantId);
  });

  it('answers ARM’s claims challenge: silently refused, then in the browser', async () => {
    const { account, accessToken } = await signIn(ada);
    azure.arm.demandClaims({ acrs: 'c1' });
    const refused = await askArm(accessToken);
    expect(refused.status).toBe(401);
    const challenge = /claims="([^"]+)"/.exec(refused.headers['www-authenticate'] ?? '')?.[1] ?? '';
    const claims = Buffer.from(challenge, 'base64').toString('utf8');
    await expect(silently(account, { claims })).rejects.toMatchObject({ errorCode: 'interaction_required' });
    const again = await signIn(ada, claims);
    expect((await askArm(again.accessToken)).status).toBe(200);
    const renewed = await silently(again.account, { claims });
    expect((await askArm(renewed.accessToken)).status).toBe(200);
  });

  it('is asked again once his sign-in is revoked', async () => {
    const { account } = await signIn(ada);
    azure.authority.revoke(ada);
    const failure = await silently(account, forced).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InteractionRequiredAuthError);
    expect(failure).toMatchObject({ errorCode: 'invalid_grant', subError: 'bad_token' });
  });

  it('a short life of tokens means a renewal each time', async () => {
    azure.authority.directory.accessTokenSeconds = 120;
    const { account, accessToken } = await signIn(ada);
    const next = await silently(account);
    expect(next.accessToken).not.toBe(accessToken);
    azure.world.clockOffsetMs = 180_000;
    expect((await askArm(next.accessToken)).body).toContain('ExpiredAuthenticationToken');
  });
});

it('a device code is entered in a browser elsewhere', async () => {
  const browser = new ScriptedBrowser(azure.caPem);
  const result = await client.acquireTokenByDeviceCode({
    scopes: scopes(),
    deviceCodeCallback: ({ verificationUri, userCode, message }) => {
      expect(message).toContain(userCode);
      const { username, password } = ada;
      void browser.visit(verificationUri, { user_code: userCode, username, password });
    },
  });
  expect(result?.account?.username).toBe(ada.username);
  expect((await askArm(result?.accessToken ?? '')).status).toBe(200);
  expect((await silently(result?.account ?? null, forced)).fromCache).toBe(false);
});

describe('a service', () => {
  const confidential = (clientId: string, credential: object): ConfidentialClientApplication =>
    new ConfidentialClientApplication({
      auth: { clientId, ...credential, ...options(contoso.tenantId) },
      system: { networkClient: msalNetwork(azure.caPem) },
    });

  it('signs in with its secret; a wrong one is refused', async () => {
    const service = azure.world.addService(contoso);
    azure.world.grant(service, subscription, 'Reader');
    const good = confidential(service.clientId, { clientSecret: service.secret });
    const result = await good.acquireTokenByClientCredential({ scopes: scopes() });
    expect((await askArm(result?.accessToken ?? '')).body).toContain(subscription.subscriptionId);
    const bad = confidential(service.clientId, { clientSecret: 'wrong' });
    await expect(bad.acquireTokenByClientCredential({ scopes: scopes() })).rejects.toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: expect.stringContaining('AADSTS7000215') as string,
    });
    const unknown = confidential(crypto.randomUUID(), { clientSecret: 'any' });
    await expect(unknown.acquireTokenByClientCredential({ scopes: scopes() })).rejects.toThrow('700016');
  });

  it('signs in with its certificate; another one is refused', async () => {
    const { certificatePem, privateKeyPem: privateKey, thumbprintSha256 } = await makeServiceCertificate();
    const service = azure.world.addService(contoso, { certificatePem });
    azure.world.grant(service, subscription, 'Reader');
    const clientCertificate = { privateKey, thumbprintSha256 };
    const good = confidential(service.clientId, { clientCertificate });
    const result = await good.acquireTokenByClientCredential({ scopes: scopes() });
    expect((await askArm(result?.accessToken ?? '')).status).toBe(200);
    const other = await makeServiceCertificate();
    const wrongKey = { ...clientCertificate, privateKey: other.privateKeyPem };
    const bad = confidential(service.clientId, { clientCertificate: wrongKey });
    await expect(bad.acquireTokenByClientCredential({ scopes: scopes() })).rejects.toMatchObject({
      errorCode: 'invalid_client',
    });
  });
});

it('says that a tenant or a resource is not there', async () => {
  client = publicClient(crypto.randomUUID());
  await expect(
    client.getAuthCodeUrl({ scopes: scopes(), redirectUri: 'http://localhost:1' }),
  ).rejects.toThrow();
  client = publicClient(contoso.tenantId);
  const device = client.acquireTokenByDeviceCode({
    scopes: ['https://elsewhere.example/.default'],
    deviceCodeCallback: () => undefined,
  });
  await expect(device).rejects.toThrow();
});
