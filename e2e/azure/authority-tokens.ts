/**
 * Entra's dialect of the token and device-code requests: rewritten into what `oidc-provider` takes, and its answers into what
 * Entra gives. Owns nothing.
 *
 * Invariant: tenants that don't know the user, and second factors that a grant hasn't seen, are refused here with Entra's codes.
 */
import type { AdapterPayload } from 'oidc-provider';
import { z } from 'zod';
import { demandedContext, mfaContext, type AuthorityDirectory } from './authority-directory.ts';
import { AuthorityError, secondFactorNeeded, translated } from './authority-errors.ts';
import { delegatedScope } from './authority-provider.ts';
import type { AuthorityStore } from './authority-store.ts';
import type { User } from './azure-world.ts';
import type { TokenSigner } from './token-signer.ts';
import { without } from './without.ts';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const failureSchema = z.object({ error: z.string(), error_description: z.string().default('') });

export interface Inward {
  readonly form: URLSearchParams;
  readonly resource: string | undefined;
  readonly user: User | undefined;
  readonly wantsClientInfo: boolean;
}

interface Parts {
  readonly directory: AuthorityDirectory;
  readonly store: AuthorityStore;
  readonly signer: TokenSigner;
  readonly origin: string;
}

/** Scopes in Entra's way become OpenID's and resources; `all`: further ones are for later refreshes. */
export function rewriteScopes(
  form: URLSearchParams,
  directory: AuthorityDirectory,
  all: boolean,
): string | undefined {
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  const isOidc = (scope: string): boolean => ['openid', 'profile', 'offline_access', 'email'].includes(scope);
  const [wanted] = scopes.filter((scope) => !isOidc(scope));
  const resource = wanted === undefined ? undefined : directory.resourceOf(wanted);
  if (wanted !== undefined && resource === undefined) {
    const text = `The resource principal named ${wanted} was not found in the tenant.`;
    throw new AuthorityError('invalid_resource', 500_011, text);
  }
  form.set(
    'scope',
    [...scopes.filter((scope) => isOidc(scope) && scope !== 'email'), delegatedScope].join(' '),
  );
  form.delete('resource');
  const resources = all ? directory.resources() : resource === undefined ? [] : [resource];
  for (const each of resources) form.append('resource', each);
  return resource;
}

export function tokenRequest(tenant: string, given: URLSearchParams, parts: Parts): Inward {
  const { directory, store } = parts;
  const form = new URLSearchParams(given);
  const clientId = form.get('client_id') ?? '';
  const service = directory.world.service(clientId);
  const isForeign = service !== undefined && directory.world.tenant(tenant)?.tenantId !== service.tenantId;
  if (directory.clientOf(clientId) === undefined || isForeign) {
    const text = `Application with identifier '${clientId}' was not found in the directory '${tenant}'.`;
    throw new AuthorityError('unauthorized_client', 700_016, text);
  }
  if (form.get('grant_type') === 'device_code') form.set('grant_type', deviceGrant);
  const resource = rewriteScopes(form, directory, false);
  const source = sourceOf(form, store);
  const user =
    source?.accountId === undefined ? undefined : directory.world.user({ objectId: source.accountId });
  if (user !== undefined) checkUser(tenant, user, source, form, directory);
  // Scopes of a code or device code were settled when it was asked for.
  if (form.get('grant_type') !== 'refresh_token') form.delete('scope');
  return { form, resource, user, wantsClientInfo: given.get('client_info') === '1' };
}

export function tokenAnswer(
  tenant: string,
  body: Readonly<Record<string, unknown>>,
  inward: Inward,
  { directory, store, signer, origin }: Parts,
): object {
  const failure = failureSchema.safeParse(body);
  if (failure.success) {
    const { error, error_description: description } = failure.data;
    throw translated(error, description, inward.form.get('grant_type') ?? '');
  }
  const rest = without(body, 'scope', 'id_token');
  const { id_token: idToken } = body;
  const user = inward.user ?? userOf(inward.form, store, directory);
  return {
    ...rest,
    ext_expires_in: rest['expires_in'],
    ...(user === undefined || inward.resource === undefined
      ? {}
      : { scope: `${inward.resource}/${delegatedScope} ${inward.resource}/.default` }),
    ...(typeof idToken === 'string' && user !== undefined
      ? { id_token: reissued(idToken, `${origin}/${directory.tenantIdFor(tenant, user)}/v2.0`, signer) }
      : {}),
    ...(user !== undefined && inward.wantsClientInfo ? { client_info: clientInfo(user) } : {}),
  };
}

function checkUser(
  tenant: string,
  user: User,
  source: AdapterPayload | undefined,
  form: URLSearchParams,
  directory: AuthorityDirectory,
): void {
  const tenantId = directory.tenantIdFor(tenant, user);
  if (!user.tenantIds.includes(tenantId)) {
    const text = `User account '${user.username}' from identity provider does not exist in tenant '${tenant}' and cannot access the application.`;
    throw new AuthorityError('invalid_grant', 50_020, text);
  }
  const claims = form.get('claims');
  const demanded = demandedContext(claims);
  const needsMfa = directory.world.tenant(tenantId)?.requiresMfa === true;
  const needed = [...(demanded === undefined ? [] : [demanded]), ...(needsMfa ? [mfaContext(tenantId)] : [])];
  const seen = directory.contextsOf(source?.grantId);
  if (needed.some((context) => !seen.includes(context))) throw secondFactorNeeded(claims);
}

function sourceOf(form: URLSearchParams, store: AuthorityStore): AdapterPayload | undefined {
  return (
    store.find('RefreshToken', form.get('refresh_token') ?? '') ??
    store.find('AuthorizationCode', form.get('code') ?? '') ??
    store.find('DeviceCode', form.get('device_code') ?? '')
  );
}

function userOf(
  form: URLSearchParams,
  store: AuthorityStore,
  { world }: AuthorityDirectory,
): User | undefined {
  const objectId = sourceOf(form, store)?.accountId;
  return objectId === undefined ? undefined : world.user({ objectId });
}

/** An alias's id token names the home tenant as its issuer, which the provider can't know. */
function reissued(idToken: string, issuer: string, signer: TokenSigner): string {
  const payload = JSON.parse(
    Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
  ) as object;
  return signer.sign({ ...payload, iss: issuer });
}

function clientInfo({ objectId, tenantIds }: User): string {
  return Buffer.from(JSON.stringify({ uid: objectId, utid: tenantIds[0] })).toString('base64url');
}
