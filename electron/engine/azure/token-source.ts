/** Who gets tokens for one account; and what all of them are made of. */
import type { ErrorDetails, HcmError } from '../../contract/errors.ts';
import type { AuthNetwork } from './auth-network.ts';
import type { AzureCloud } from './clouds.ts';
import { signInFailure } from './sign-in-failure.ts';

/** Accounts of any organisation; people's private accounts have no relays. */
export const anyTenant = 'organizations';

export interface TokenWish {
  /** What it opens: Azure Resource Manager when left out, or relays (relay-protocol §2.5). */
  readonly audience?: 'arm' | 'relay';
  /** Null: the account's own. */
  readonly tenantId: string | null;
  /** What Azure Resource Manager demanded of the next token; '' for nothing. */
  readonly claims: string;
  /** The one that is kept was refused. */
  readonly isForced: boolean;
}

export interface AccessToken {
  /** A secret. */
  readonly text: string;
  /** Milliseconds since 1970-01-01 UTC, by this host's clock. */
  readonly endsAt: number;
}

export interface TokenSource {
  /** @throws HcmError HCM60xx */
  token(wish: TokenWish): Promise<AccessToken>;
}

/** Tells Entra that challenges are understood: tokens are revoked at once, and live longer for it. */
export const clientCapabilities: string[] = ['CP1'];

/** The library logs nothing: its lines quote requests. */
export const silentLibrary = {
  loggerCallback: (): void => undefined,
  piiLoggingEnabled: false,
};

export function authorityOf({ authority }: AzureCloud, tenant: string): string {
  return `${authority}/${tenant}/`;
}

/** Hosts that the library knows by itself need no word; those of a custom cloud must not be asked about elsewhere. */
export function authorityOptions(cloud: AzureCloud, tenant: string) {
  return {
    authority: authorityOf(cloud, tenant),
    knownAuthorities: [...cloud.authorityHosts],
    clientCapabilities,
  };
}

/** What really went wrong: of the network the library says no more than that it was that. */
export function failureOf(error: unknown, network: AuthNetwork, details: ErrorDetails): HcmError {
  const isOfNetwork = /network|endpoints_resolution|openid_config/u.test(
    String((error as { errorCode?: unknown } | null)?.errorCode),
  );
  return (isOfNetwork ? network.lastFailure : null) ?? signInFailure(error, details);
}

/** The library tells when it ends for every token that it gives; one that it didn't would count as run out. */
export function accessToken({
  accessToken: text,
  expiresOn,
}: {
  readonly accessToken: string;
  readonly expiresOn: Date | null;
}): AccessToken {
  return { text, endsAt: expiresOn?.getTime() ?? 0 };
}
