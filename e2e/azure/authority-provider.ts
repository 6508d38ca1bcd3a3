/**
 * One tenant's endpoint of the authority: `oidc-provider` (somebody else's), told where Entra has its routes and what Entra puts
 * into its tokens. Owns nothing once made.
 *
 * Invariant: everybody who signs in has consented.
 */
import Provider, { type Configuration } from 'oidc-provider';
import type { AuthorityDirectory } from './authority-directory.ts';
import { page } from './authority-pages.ts';
import type { AuthorityStore } from './authority-store.ts';
import type { TokenSigner } from './token-signer.ts';

export const delegatedScope = 'user_impersonation';
const oidcScopes = 'openid profile offline_access';

export interface ProviderParts {
  /** `https://localhost:PORT` of the front. */
  readonly origin: string;
  /** Id, domain or alias, as clients write it. */
  readonly tenant: string;
  readonly directory: AuthorityDirectory;
  readonly store: AuthorityStore;
  readonly signer: TokenSigner;
}

export function createProvider(parts: ProviderParts): Provider {
  const { origin, tenant, directory, store, signer } = parts;
  const provider: Provider = new Provider(`${origin}/${tenant}/v2.0`, {
    adapter: store.adapter,
    jwks: { keys: [signer.privateJwk] },
    cookies: { keys: ['test-azure'] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub', 'oid', 'tid', 'ver'], profile: ['name', 'preferred_username'] },
    conformIdTokenClaims: false,
    rotateRefreshToken: false,
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      device_authorization: '/oauth2/v2.0/devicecode',
      code_verification: '/oauth2/deviceauth',
      end_session: '/oauth2/v2.0/logout',
      jwks: '/discovery/v2.0/keys',
    },
    interactions: { url: (_context, { uid }) => `${origin}/${tenant}/interaction/${uid}` },
    ttl: {
      AccessToken: () => directory.accessTokenSeconds,
      AuthorizationCode: 600,
      ClientCredentials: () => directory.accessTokenSeconds,
      DeviceCode: 900,
      Grant: 86_400,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: 86_400,
      Session: 86_400,
    },
    findAccount: (_context, accountId) => {
      const user = directory.world.user({ objectId: accountId });
      if (user === undefined) return undefined;
      const claims = {
        sub: accountId,
        oid: accountId,
        tid: directory.tenantIdFor(tenant, user),
        ver: '2.0',
        name: user.username,
        preferred_username: user.username,
      };
      return { accountId, claims: () => claims };
    },
    loadExistingGrant: async ({ oidc }) => {
      const { session, client, params } = oidc;
      if (session?.accountId === undefined || client === undefined) return undefined;
      const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(oidcScopes);
      for (const resource of directory.resources()) grant.addResourceScope(resource, delegatedScope);
      const grantId = await grant.save();
      directory.remember(grantId, directory.contextsOf(flowKey(params)));
      return grant;
    },
    features: featuresOf(directory),
    formats: {
      customizers: {
        jwt: (_context, token, jwt) => {
          const { payload } = jwt;
          const user = 'accountId' in token ? directory.world.user({ objectId: token.accountId }) : undefined;
          const service = directory.world.service(token.clientId ?? '');
          const tenantId =
            user === undefined ? (service?.tenantId ?? '') : directory.tenantIdFor(tenant, user);
          const contexts = 'grantId' in token ? directory.contextsOf(token.grantId) : [];
          jwt.payload = {
            aud: payload['aud'],
            iss: `${origin}/${tenantId}/v2.0`,
            iat: payload['iat'],
            nbf: payload['iat'],
            exp: payload['exp'],
            appid: token.clientId,
            oid: user?.objectId ?? service?.objectId,
            tid: tenantId,
            uti: payload['jti'],
            ver: '1.0',
            ...(user === undefined
              ? { idtyp: 'app' }
              : { upn: user.username, scp: delegatedScope, acrs: contexts }),
          };
        },
      },
    },
  });
  provider.proxy = true;
  return provider;
}

/** What ties the browser's part of a flow to the tokens: PKCE's challenge, which is new each time. */
export function flowKey(params: unknown): string | undefined {
  const { code_challenge: challenge } = (params ?? {}) as { code_challenge?: string };
  return challenge;
}

function featuresOf(directory: AuthorityDirectory): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    deviceFlow: {
      enabled: true,
      userCodeInputSource: ({ response }, form) => show(response, 'Enter code', form),
      userCodeConfirmSource: ({ response }, form) => show(response, 'Are you trying to sign in?', form),
      successSource: ({ response }) => show(response, 'You have signed in', ''),
    },
    rpInitiatedLogout: {
      logoutSource: ({ response }, form) => show(response, 'Sign out', form),
      postLogoutSuccessSource: ({ response }) => show(response, 'You signed out of your account', ''),
    },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_context, resource) => ({
        scope: delegatedScope,
        audience: resource,
        accessTokenFormat: 'jwt',
        accessTokenTTL: directory.accessTokenSeconds,
        jwt: { sign: { alg: 'RS256' } },
      }),
    },
  };
}

function show(response: { body: unknown; type: string }, title: string, body: string): void {
  response.type = 'html';
  response.body = page(title, body);
}
