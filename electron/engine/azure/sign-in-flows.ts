/**
 * The ways to sign in, each from its first step to an account that is proven: a token for Azure Resource Manager was there.
 * Keeps nothing; who starts one ends it by the signal.
 */
import { randomBytes } from 'node:crypto';
import type { AuthenticationResult } from '@azure/msal-node';
import type { SignInStep } from '../../contract/azure.ts';
import { HcmError, type ErrorDetails } from '../../contract/errors.ts';
import type { NewAccount } from './azure-accounts.ts';
import { AuthNetwork, type AuthNetworkPorts } from './auth-network.ts';
import { armScope, type AzureCloud } from './clouds.ts';
import { identityClient } from './identity-client.ts';
import { RedirectServer } from './redirect-server.ts';
import { serviceClient, type ServiceCredential } from './service-client.ts';
import { anyTenant, failureOf } from './token-source.ts';
import { UserClient } from './user-client.ts';

export interface FlowInput {
  readonly cloud: AzureCloud;
  readonly tenant: string;
  readonly clientId: string;
  /** What Azure demanded of this sign-in; '' for nothing. */
  readonly claims: string;
  /** Who is meant; '' when anybody is. */
  readonly loginHint: string;
}

export interface FlowPorts extends Omit<AuthNetworkPorts, 'hosts'> {
  /** What a person does next; called once. */
  readonly onStep: (step: SignInStep) => void;
}

export interface SignedIn {
  readonly account: NewAccount;
  readonly secret: string | null;
}

export async function signInByBrowser(input: FlowInput, ports: FlowPorts): Promise<SignedIn> {
  const { cloud, tenant, claims, loginHint } = input;
  const user = await newUser(input, ports);
  const { CryptoProvider, ResponseMode } = await import('@azure/msal-node');
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
  const state = randomBytes(32).toString('base64url');
  const nonce = randomBytes(32).toString('base64url');
  const redirect = await RedirectServer.listen(state);
  try {
    const shared = {
      scopes: [armScope(cloud)],
      redirectUri: redirect.uri,
      nonce,
      ...(claims === '' ? {} : { claims }),
    };
    const url = await user.client.application.getAuthCodeUrl({
      ...shared,
      responseMode: ResponseMode.FORM_POST,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      state,
      ...(loginHint === '' ? { prompt: 'select_account' } : { loginHint }),
    });
    ports.onStep({ kind: 'browser', url });
    const { code, clientInfo } = await orAborted(redirect.answer, ports.signal);
    const result = await user.client.application.acquireTokenByCode({
      ...shared,
      code,
      clientInfo,
      codeVerifier: verifier,
    });
    return user.signedIn(result);
  } catch (error) {
    throw failureOf(error, user.network, detailsOf(cloud, tenant, loginHint));
  } finally {
    redirect.close();
  }
}

export async function signInByDeviceCode(input: FlowInput, ports: FlowPorts): Promise<SignedIn> {
  const { cloud, tenant, claims, loginHint } = input;
  const user = await newUser(input, ports);
  const request = {
    scopes: [armScope(cloud)],
    cancel: false,
    ...(claims === '' ? {} : { claims }),
    deviceCodeCallback: (code: { userCode: string; verificationUri: string; expiresIn: number }) => {
      const expiresAt = new Date(ports.clock.now() + code.expiresIn * 1000).toISOString();
      ports.onStep({
        kind: 'deviceCode',
        userCode: code.userCode,
        verificationUrl: code.verificationUri,
        expiresAt,
      });
    },
  };
  const onAbort = (): void => {
    request.cancel = true;
  };
  ports.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const asked = user.client.application.acquireTokenByDeviceCode(request);
    // The library looks at `cancel` only between its questions.
    return user.signedIn(await orAborted(asked, ports.signal));
  } catch (error) {
    throw failureOf(error, user.network, detailsOf(cloud, tenant, loginHint));
  } finally {
    ports.signal.removeEventListener('abort', onAbort);
  }
}

export async function signInAsService(
  { cloud, tenant, clientId, claims }: FlowInput,
  credential: ServiceCredential,
  ports: FlowPorts,
): Promise<SignedIn> {
  const network = new AuthNetwork({ ...ports, hosts: cloud.authorityHosts });
  const client = await serviceClient({ cloud, tenant, clientId, credential, network });
  ports.onStep({ kind: 'none' });
  const token = await client.token({ tenantId: tenant, claims, isForced: false });
  const tenantId = claimOf(token.text, 'tid') ?? tenant;
  const shared = { kind: 'servicePrincipal', name: clientId, subject: clientId } as const;
  return { account: { ...shared, tenantId, tenant, clientId, cloud }, secret: JSON.stringify(credential) };
}

export async function signInAsIdentity(
  { cloud, claims }: Pick<FlowInput, 'cloud' | 'claims'>,
  clientId: string | null,
  { onStep, signal }: FlowPorts,
): Promise<SignedIn> {
  const client = await identityClient({ cloud, clientId });
  onStep({ kind: 'none' });
  const token = await orAborted(client.token({ tenantId: null, claims, isForced: false }), signal);
  const tenantId = claimOf(token.text, 'tid');
  const name = claimOf(token.text, 'appid') ?? clientId ?? '';
  const account = {
    kind: 'managedIdentity',
    name,
    subject: clientId ?? 'system',
    tenantId,
    tenant: tenantId ?? '',
    clientId,
    cloud,
  } as const;
  return { account, secret: null };
}

async function newUser({ cloud, tenant, clientId }: FlowInput, ports: FlowPorts) {
  let cache = '';
  const network = new AuthNetwork({ ...ports, hosts: cloud.authorityHosts });
  const client = await UserClient.create({
    ...{ cloud, tenant, clientId, network },
    cache: null,
    onCache: (text) => {
      cache = text;
      return Promise.resolve();
    },
  });
  const signedIn = (result: AuthenticationResult | null): SignedIn => {
    const known = result?.account ?? null;
    if (known === null) throw new HcmError('HCM6015', { host: cloud.authorityHosts[0] ?? '' });
    const account = {
      kind: 'user',
      name: known.username,
      subject: known.homeAccountId,
      // The account's home, where it is a guest in the tenant that it signed in to.
      tenantId: known.homeAccountId.split('.')[1] ?? known.tenantId,
      tenant: tenant === anyTenant ? anyTenant : known.tenantId,
      clientId,
      cloud,
    } as const;
    return { account, secret: cache };
  };
  return { client, network, signedIn };
}

function detailsOf(cloud: AzureCloud, tenant: string, name: string): ErrorDetails {
  return { tenant, name, host: cloud.authorityHosts[0] ?? '' };
}

/** What `work` gives, or why the sign-in was ended. */
function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as HcmError);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Of a token that is ours to show, not to trust: for names only. */
function claimOf(token: string, name: string): string | null {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const value = (payload as Record<string, unknown>)[name];
    return typeof value === 'string' && value.length <= 256 ? value : null;
  } catch {
    return null;
  }
}
