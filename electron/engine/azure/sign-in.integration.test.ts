import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AzureAccount, SignInInput } from '../../contract/azure.ts';
import type { Engine } from '../engine.ts';
import { SecretRegister } from '../log/secret-register.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { makeServiceCertificate } from './testing/service-certificate.ts';
import { armError, CloudServer, homeTenant, otherTenant, refusal } from './testing/cloud-server.ts';

let cloud: CloudServer;
let world: EngineWorld;
let engine: Engine;

beforeAll(async () => {
  cloud = await CloudServer.start();
  world = await EngineWorld.start({ certificates: cloud.certificates });
  engine = await open();
  await engine.call('settings.set', cloud.settings);
});

afterAll(async () => {
  await world.close();
  await cloud.stop();
});

beforeEach(() => {
  cloud.onArm = ({ path }) =>
    path.startsWith('/tenants')
      ? { body: { value: [{ tenantId: homeTenant, displayName: 'Contoso' }] } }
      : { body: { value: [] } };
});

afterEach(async () => {
  cloud.refusals.length = 0;
  cloud.tokenRequests.length = 0;
  cloud.armRequests.length = 0;
  cloud.isDeviceDone = true;
  const { accounts } = await engine.call('azure.accounts', {});
  for (const { id } of accounts) await engine.call('azure.signOut', { id });
});

function open(): Promise<Engine> {
  return world.open({ extraCaPem: cloud.certificates.caPem });
}

async function finish(id: string): Promise<AzureAccount> {
  const { account } = await engine.call('azure.waitForSignIn', { id });
  if (account === null) throw new Error('still waiting');
  return account;
}

async function signIn(input: SignInInput = { method: 'browser' }): Promise<AzureAccount> {
  const { id, step } = await engine.call('azure.startSignIn', input);
  if (step.kind === 'browser') await cloud.useBrowser(step.url);
  return finish(id);
}

describe('signing in by the browser', () => {
  it('ends with an account, by a code with PKCE that came as a form', async () => {
    const { id, step } = await engine.call('azure.startSignIn', { method: 'browser' });
    if (step.kind !== 'browser') throw new Error(step.kind);
    const url = new URL(step.url);
    expect(url.origin).toBe(cloud.authority);
    expect(url.pathname).toBe('/organizations/oauth2/v2.0/authorize');
    expect(url.searchParams.get('response_mode')).toBe('form_post');
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
    expect(url.searchParams.get('scope')).toContain(`${cloud.arm}/.default`);
    const page = await cloud.useBrowser(step.url);
    expect(await page.text()).toContain('You are signed in');
    const account = await finish(id);
    expect(account).toMatchObject({
      kind: 'user',
      name: 'ada@contoso.test',
      tenantId: homeTenant,
      cloud: 'custom',
      needsSignIn: false,
    });
    expect(cloud.tokenRequests[0]).toMatchObject({ grant_type: 'authorization_code' });
    expect(cloud.tokenRequests[0]?.['code_verifier']).toBeTruthy();
    expect(await engine.call('azure.accounts', {})).toEqual({ accounts: [account] });
  });

  it('takes no answer but the one with its own state', async () => {
    const { id, step } = await engine.call('azure.startSignIn', { method: 'browser' });
    if (step.kind !== 'browser') throw new Error(step.kind);
    expect((await cloud.useBrowser(step.url, { state: 'x'.repeat(43) })).status).toBe(404);
    expect((await cloud.useBrowser(step.url)).status).toBe(200);
    expect((await finish(id)).name).toBe('ada@contoso.test');
  });

  it('tells that the person declined', async () => {
    const { id, step } = await engine.call('azure.startSignIn', { method: 'browser' });
    if (step.kind !== 'browser') throw new Error(step.kind);
    const page = await cloud.useBrowser(step.url, { code: '', error: 'access_denied' });
    expect(await page.text()).toContain('didn’t work');
    await expect(finish(id)).rejects.toMatchObject({ code: 'HCM6002' });
  });

  it('the same person again takes the place of before', async () => {
    const first = await signIn();
    const second = await signIn({ method: 'deviceCode' });
    expect(second.id).toBe(first.id);
    expect((await engine.call('azure.accounts', {})).accounts).toHaveLength(1);
  });
});

describe('signing in by a device code', () => {
  it('shows code and address, and waits for the person', async () => {
    cloud.isDeviceDone = false;
    const { id, step } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
    expect(step).toMatchObject({ kind: 'deviceCode', userCode: 'ABCD-EFGH' });
    cloud.isDeviceDone = true;
    expect((await finish(id)).name).toBe('ada@contoso.test');
  });

  it('ends when it is cancelled, and asks the authority no more', async () => {
    cloud.isDeviceDone = false;
    const { id } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
    const waiting = finish(id);
    await engine.call('azure.cancelSignIn', { id });
    await expect(waiting).rejects.toMatchObject({ code: 'HCM6002' });
    await expect(finish(id)).rejects.toMatchObject({ code: 'HCM6018' });
  });

  it.each([
    ['authorization_declined', 'AADSTS70018: no', 'HCM6002'],
    ['expired_token', 'AADSTS70020: late', 'HCM6003'],
    ['invalid_client', 'AADSTS7000218: a secret is missing', 'HCM6016'],
  ])('%s is %s', async (error, description, code) => {
    cloud.refusals.push(refusal(error, description));
    const { id } = await engine.call('azure.startSignIn', { method: 'deviceCode' });
    await expect(finish(id)).rejects.toMatchObject({ code });
  });
});

describe('services', () => {
  const service = {
    method: 'servicePrincipal',
    tenant: homeTenant,
    clientId: 'bbbbbbbb-0000-4000-8000-000000000001',
  } as const;

  it('sign in by a secret', async () => {
    const account = await signIn({ ...service, secret: 'the-secret-of-the-app' });
    expect(account).toMatchObject({ kind: 'servicePrincipal', name: service.clientId, tenantId: homeTenant });
    expect(cloud.tokenRequests[0]).toMatchObject({
      grant_type: 'client_credentials',
      client_secret: 'the-secret-of-the-app',
    });
  });

  it('sign in by a certificate, of which the key never leaves', async () => {
    await signIn({ ...service, certificatePem: await makeServiceCertificate() });
    const asked = cloud.tokenRequests[0] ?? {};
    expect(asked['client_secret']).toBeUndefined();
    const [header = ''] = (asked['client_assertion'] ?? '').split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'PS256' });
    expect(JSON.stringify(asked)).not.toContain('PRIVATE');
  });

  it('sign in by no certificate that Azure wouldn’t take', async () => {
    const { certPem, keyPem } = cloud.certificates;
    const signingIn = signIn({ ...service, certificatePem: `${certPem}\n${keyPem}` });
    await expect(signingIn).rejects.toMatchObject({ code: 'HCM6012', details: { reason: 'rsa' } });
  });

  it.each([
    ['a secret that is wrong', { secret: 'wrong-secret' }, 'HCM6007'],
    ['no secret', {}, 'HCM6017'],
    ['a certificate that is none', { certificatePem: 'x' }, 'HCM6012'],
  ])('%s', async (_what, credential, code) => {
    cloud.refusals.push(refusal('invalid_client', 'AADSTS7000215: Invalid client secret'));
    await expect(signIn({ ...service, ...credential })).rejects.toMatchObject({ code });
  });
});

it('a user-assigned identity that signs in again stays the one that is meant', async () => {
  const server = createServer((_request, response) => {
    const payload = Buffer.from(JSON.stringify({ tid: homeTenant })).toString('base64url');
    const expiresOn = Math.floor(Date.now() / 1000) + 3600;
    const token = { access_token: `e30.${payload}.`, expires_on: expiresOn, token_type: 'Bearer' };
    response.setHeader('content-type', 'application/json').end(JSON.stringify(token));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('AZURE_POD_IDENTITY_AUTHORITY_HOST', `http://127.0.0.1:${port}`);
  try {
    const method = 'managedIdentity';
    const first = await signIn({ method, clientId: '11111111-2222-4333-8444-555555555555' });
    expect(await signIn({ method, accountId: first.id })).toMatchObject({ id: first.id });
  } finally {
    vi.unstubAllEnvs();
    server.close();
  }
});

describe('the way to the authority', () => {
  const begin = (host: Engine): Promise<unknown> => host.call('azure.startSignIn', { method: 'deviceCode' });

  afterEach(async () => {
    cloud.describedOrigin = null;
    await engine.call('settings.set', cloud.settings);
  });

  it('is followed to no other host, whatever the authority says of itself', async () => {
    cloud.describedOrigin = cloud.arm;
    await expect(begin(engine)).rejects.toMatchObject({ code: 'HCM6015' });
    expect(cloud.armRequests).toEqual([]);
  });

  it('names the host that can’t be reached', async () => {
    await engine.call('settings.set', { azureAuthority: 'https://localhost:1' });
    await expect(begin(engine)).rejects.toMatchObject({ code: 'HCM6013', details: { host: 'localhost' } });
  });

  it('trusts nobody whom the host doesn’t trust', async () => {
    const distrustful = await world.open();
    await expect(begin(distrustful)).rejects.toMatchObject({ code: 'HCM2010' });
  });
});

describe('an account that is kept', () => {
  it('serves a host that starts anew, by renewing silently', async () => {
    await signIn();
    engine.close();
    engine = await open();
    cloud.tokenRequests.length = 0;
    const { problems } = await engine.call('azure.subscriptions', {});
    expect(problems).toEqual([]);
    expect(cloud.tokenRequests[0]).toMatchObject({ grant_type: 'refresh_token' });
  });

  it('is sealed on the disk', async () => {
    await signIn();
    const text = await readFile(join(world.folder, 'azure-accounts.json'), 'utf8');
    expect(text).toContain('ada@contoso.test');
    expect(text).not.toMatch(/refresh-|eyJ|AccessToken|RefreshToken/);
  });

  it('is known to the redaction of a host that starts anew, as long as it is signed in', async () => {
    const secret = 'the-secret-of-the-app';
    const clientId = 'bbbbbbbb-0000-4000-8000-000000000001';
    const accounts = [
      await signIn(),
      await signIn({ method: 'servicePrincipal', tenant: homeTenant, clientId, secret }),
    ];
    engine.close();
    const secrets = new SecretRegister();
    engine = await world.open({ extraCaPem: cloud.certificates.caPem, secrets });
    await engine.call('azure.subscriptions', {});
    const text = `a ${secret} b ${cloud.refreshTokens.at(-1) ?? ''} c`;
    expect(secrets.hide(text)).toBe('a *** b *** c');
    for (const { id } of accounts) await engine.call('azure.signOut', { id });
    expect(secrets.hide(text)).toBe(text);
  });

  it('is forgotten when it signs out', async () => {
    const { id } = await signIn();
    await engine.call('azure.signOut', { id });
    expect((await engine.call('azure.accounts', {})).accounts).toEqual([]);
    for (const name of ['azure-accounts.json', 'azure-accounts.json.bak'])
      expect(await readFile(join(world.folder, name), 'utf8')).not.toContain('ada');
    await expect(engine.call('azure.signOut', { id })).rejects.toMatchObject({ code: 'HCM6014' });
    await expect(engine.call('azure.subscriptions', {})).rejects.toMatchObject({ code: 'HCM6001' });
  });

  it('says so when it was revoked', async () => {
    await signIn();
    engine.close();
    engine = await open();
    cloud.refusals.push(refusal('invalid_grant', 'AADSTS50173: revoked'));
    const { problems } = await engine.call('azure.subscriptions', {});
    expect(problems[0]?.problem).toMatchObject({ code: 'HCM6004', details: { name: 'ada@contoso.test' } });
    expect((await engine.call('azure.accounts', {})).accounts[0]?.needsSignIn).toBe(true);
  });
});

describe('a challenge of Resource Manager', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

  function challenge(): void {
    let isFirst = true;
    const answer = cloud.onArm;
    cloud.onArm = (asked) => {
      if (!isFirst) return answer(asked);
      isFirst = false;
      const encoded = Buffer.from(claims).toString('base64');
      const value = `Bearer realm="", error="insufficient_claims", claims="${encoded}"`;
      return {
        status: 401,
        headers: { 'www-authenticate': value },
        body: armError('InvalidAuthenticationToken'),
      };
    };
  }

  it('is answered by a token with exactly those claims', async () => {
    await signIn();
    challenge();
    const { problems } = await engine.call('azure.subscriptions', {});
    expect(problems).toEqual([]);
    const asked = cloud.tokenRequests.map((fields) => JSON.parse(fields['claims'] ?? '{}') as object);
    expect(asked.at(-1)).toMatchObject(JSON.parse(claims) as object);
    // By the code, for the client that is opened anew, and for the challenge: what is good is not fetched again.
    expect(asked).toHaveLength(3);
  });

  it('goes into the next sign-in where a token isn’t given for it', async () => {
    const { id } = await signIn();
    await engine.call('azure.subscriptions', {});
    challenge();
    cloud.refusals.push(refusal('interaction_required', 'AADSTS50076: second factor'));
    const { problems } = await engine.call('azure.subscriptions', {});
    expect(problems[0]?.problem.code).toBe('HCM6004');
    const { step, id: again } = await engine.call('azure.startSignIn', { method: 'browser', accountId: id });
    if (step.kind !== 'browser') throw new Error(step.kind);
    const { searchParams } = new URL(step.url);
    expect(JSON.parse(searchParams.get('claims') ?? '{}')).toMatchObject(JSON.parse(claims) as object);
    expect(searchParams.get('login_hint')).toBe('ada@contoso.test');
    await cloud.useBrowser(step.url);
    expect((await finish(again)).id).toBe(id);
  });
});

it('another tenant’s wish for a second factor leaves the account good, and is met by the next sign-in', async () => {
  const { id } = await signIn();
  const value = [homeTenant, otherTenant].map((tenantId) => ({ tenantId }));
  cloud.onArm = ({ path }) => ({ body: { value: path.startsWith('/tenants') ? value : [] } });
  const { problems: before } = await engine.call('azure.subscriptions', {});
  expect(before).toEqual([]);
  engine.close();
  engine = await open();
  cloud.refuse = (tenant) =>
    tenant === otherTenant ? refusal('interaction_required', 'AADSTS50076: second factor') : undefined;
  const { problems } = await engine.call('azure.subscriptions', {});
  expect(problems).toMatchObject([{ tenantId: otherTenant, problem: { code: 'HCM6004' } }]);
  expect((await engine.call('azure.accounts', {})).accounts[0]?.needsSignIn).toBe(false);
  cloud.refuse = () => undefined;
  const { id: again, step } = await engine.call('azure.startSignIn', { method: 'browser', accountId: id });
  if (step.kind !== 'browser') throw new Error(step.kind);
  expect(new URL(step.url).pathname.split('/')[1]).toBe(otherTenant);
  await cloud.useBrowser(step.url);
  expect(await finish(again)).toMatchObject({ id, tenantId: homeTenant });
  expect((await engine.call('azure.subscriptions', {})).problems).toEqual([]);
});

it('shows one tenant’s trouble beside the others’ subscriptions', async () => {
  const { id: accountId } = await signIn();
  cloud.onArm = ({ path, token }) => {
    if (path.startsWith('/tenants'))
      return {
        body: {
          value: [
            { tenantId: homeTenant, displayName: 'Contoso' },
            { tenantId: otherTenant, displayName: 'Fabrikam' },
          ],
        },
      };
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      tid: string;
    };
    return payload.tid === homeTenant
      ? { body: { value: [{ subscriptionId: 's-1', displayName: 'Production', state: 'Enabled' }] } }
      : { status: 403, body: armError('AuthorizationFailed') };
  };
  expect(await engine.call('azure.subscriptions', { accountId })).toEqual({
    subscriptions: [
      {
        accountId,
        tenantId: homeTenant,
        tenantName: 'Contoso',
        subscriptionId: 's-1',
        name: 'Production',
        state: 'Enabled',
      },
    ],
    problems: [expect.objectContaining({ tenantId: otherTenant, tenantName: 'Fabrikam' })],
  });
});

it('asks nobody but the authority and Resource Manager, and logs who signed in and no token', async () => {
  await signIn({ method: 'browser', by: 'm.keller' });
  await engine.call('azure.subscriptions', {});
  const { lines } = await engine.call('log.tail', { limit: 1000 });
  const text = JSON.stringify(lines);
  expect(text).toMatch(/signed in with azure[^}]*m\.keller/u);
  expect(text).not.toMatch(/eyJ|refresh-/);
});
