/**
 * The library's client for one person who signed in, with its cache of refresh and access tokens. Owns that cache's plain text.
 *
 * Invariants: one question after the other, since the library's cache bears no two at once; what changes in the lasting part of
 * the cache is handed over to be sealed before the token that came with it is used.
 */
import type {
  AccountInfo,
  AuthenticationResult,
  ICachePlugin,
  PublicClientApplication,
} from '@azure/msal-node';
import { HcmError } from '../../contract/errors.ts';
import { Turns } from '../turns.ts';
import type { AuthNetwork } from './auth-network.ts';
import { scopeOf, type AzureCloud } from './clouds.ts';
import {
  accessToken,
  anyTenant,
  authorityOf,
  authorityOptions,
  failureOf,
  silentLibrary,
  type AccessToken,
  type TokenSource,
  type TokenWish,
} from './token-source.ts';

export interface UserClientOptions {
  readonly cloud: AzureCloud;
  /** GUID or domain; `organizations` for any. */
  readonly tenant: string;
  readonly clientId: string;
  readonly network: AuthNetwork;
  /** Text of the cache; null for a new one. A secret. */
  readonly cache: string | null;
  /** Called with the cache's text when it changed. */
  readonly onCache: (text: string) => Promise<void>;
}

export class UserClient implements TokenSource {
  readonly application: PublicClientApplication;
  readonly #options: UserClientOptions;
  readonly #turns = new Turns();

  private constructor(application: PublicClientApplication, options: UserClientOptions) {
    this.application = application;
    this.#options = options;
  }

  static async create(options: UserClientOptions): Promise<UserClient> {
    // Large, and only who signs in needs it.
    const { PublicClientApplication } = await import('@azure/msal-node');
    const application = new PublicClientApplication({
      auth: { clientId: options.clientId, ...authorityOptions(options.cloud, options.tenant) },
      cache: { cachePlugin: keptCache(options) },
      system: { networkClient: options.network, loggerOptions: silentLibrary },
    });
    return new UserClient(application, options);
  }

  /** @throws HcmError HCM6004 when only a new sign-in helps. */
  token(wish: TokenWish): Promise<AccessToken> {
    return this.#turns.inTurn('token', () => this.#token(wish));
  }

  async #token({ audience, tenantId, claims, isForced }: TokenWish): Promise<AccessToken> {
    const { cloud, tenant, network } = this.#options;
    const known = await this.#account();
    // The library looks for tokens of the account's tenant, whatever authority it is told.
    const account = { ...known, tenantId: tenantId ?? ownTenant(known, tenant) };
    try {
      const result: AuthenticationResult = await this.application.acquireTokenSilent({
        account,
        scopes: [scopeOf(cloud, audience)],
        authority: authorityOf(cloud, account.tenantId),
        ...(claims === '' ? {} : { claims }),
        ...(isForced ? { forceRefresh: true } : {}),
      });
      return accessToken(result);
    } catch (error) {
      const details = {
        name: account.username,
        tenant: tenantId ?? tenant,
        host: cloud.authorityHosts[0] ?? '',
      };
      throw failureOf(error, network, details);
    }
  }

  async #account(): Promise<AccountInfo> {
    const [account] = await this.application.getTokenCache().getAllAccounts();
    if (account === undefined) throw new HcmError('HCM6004');
    return account;
  }
}

/** The one that it signed in to, else its home: the library knows it in each of its tenants. */
function ownTenant({ homeAccountId, tenantId }: AccountInfo, tenant: string): string {
  if (tenant !== anyTenant) return tenant;
  return homeAccountId.split('.')[1] ?? tenantId;
}

function keptCache({ cache, onCache }: UserClientOptions): ICachePlugin {
  let kept = cache;
  // The library goes back to what it was given last, before every look into its cache.
  let whole = cache;
  return {
    beforeCacheAccess: (context) => {
      if (whole !== null) context.tokenCache.deserialize(whole);
      return Promise.resolve();
    },
    afterCacheAccess: async (context) => {
      if (!context.cacheHasChanged) return;
      whole = context.tokenCache.serialize();
      const lasting = withoutPassingTokens(whole);
      if (lasting === kept) return;
      await onCache(lasting);
      kept = lasting;
    },
  };
}

/** Access and ID tokens live an hour and are fetched anew: only what fetches them is kept, so the text stays small, too. */
function withoutPassingTokens(cache: string): string {
  const whole = JSON.parse(cache) as Record<string, unknown>;
  return JSON.stringify({ ...whole, AccessToken: {}, IdToken: {} });
}
