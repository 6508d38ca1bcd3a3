/**
 * Who calls ARM: reads the bearer token and answers what is wrong with it as ARM does. Owns what ARM demands beyond a valid
 * token (claims challenges).
 *
 * Invariant: only tokens of the test's authority for ARM's own audience pass, until Azure's clock says that they are expired.
 */
import { ArmError } from './arm-error.ts';
import type { AzureWorld } from './azure-world.ts';
import type { TokenSigner } from './token-signer.ts';

export interface Caller {
  readonly objectId: string;
  readonly tenantId: string;
  /** The user's name or the service's client id, as messages call it. */
  readonly name: string;
}

/** What tokens must carry; the challenge asks for exactly that. */
export interface DemandedClaims {
  /** An authentication context, such as `c1`. */
  readonly acrs?: string;
  /** Seconds since 1970: tokens given before that are as good as revoked (continuous access evaluation). */
  readonly notBefore?: number;
}

interface IdentityOptions {
  readonly world: AzureWorld;
  readonly signer: TokenSigner;
  /** `https://host:port` of the authority. */
  readonly authority: string;
  readonly audiences: () => readonly string[];
}

export class ArmIdentity {
  demanded: DemandedClaims | undefined;
  readonly #options: IdentityOptions;

  constructor(options: IdentityOptions) {
    this.#options = options;
  }

  /** Throws the ArmError that ARM would answer. `tenantId`: of the subscription that is asked about, where one is. */
  callerOf(authorization: string | undefined, tenantId: string | undefined): Caller {
    if (authorization === undefined) {
      const text = "Authentication failed. The 'Authorization' header is missing.";
      throw this.#refusal('AuthenticationFailed', text, tenantId);
    }
    const token = /^Bearer ([\w.-]+)$/i.exec(authorization)?.[1];
    const claims = token === undefined ? undefined : this.#options.signer.verify(token);
    if (claims === undefined)
      throw this.#refusal('InvalidAuthenticationToken', 'The access token is invalid.', tenantId);
    const { world, authority, audiences } = this.#options;
    const audience = claims.aud.replace(/\/$/, '');
    if (!audiences().includes(audience)) {
      const text = `The access token has been obtained for wrong audience or resource '${claims.aud}'. It should exactly match with one of the allowed audiences '${audiences().join("','")}'.`;
      throw this.#refusal('InvalidAuthenticationTokenAudience', text, tenantId);
    }
    if (claims.exp * 1000 <= world.now()) {
      const text = `The access token expiry UTC time '${shown(claims.exp * 1000)}' is earlier than current UTC time '${shown(world.now())}'.`;
      throw this.#refusal('ExpiredAuthenticationToken', text, tenantId);
    }
    if (!claims.iss.startsWith(`${authority}/${claims.tid}`) || world.tenant(claims.tid) === undefined)
      throw this.#refusal('InvalidAuthenticationToken', 'The access token issuer is invalid.', tenantId);
    if (tenantId !== undefined && claims.tid !== tenantId) {
      const text = `The access token is from the wrong issuer '${claims.iss}'. It must match the tenant '${authority}/${tenantId}/' associated with this subscription. Please use the authority (URL) '${authority}/${tenantId}' to get the token.`;
      throw this.#refusal('InvalidAuthenticationTokenTenant', text, tenantId);
    }
    this.#demandClaims(claims);
    return {
      objectId: claims.oid,
      tenantId: claims.tid,
      name: claims.upn ?? claims.appid ?? claims.oid,
    };
  }

  #demandClaims(claims: { readonly acrs?: readonly string[] | undefined; readonly iat: number }): void {
    const wanted = this.demanded;
    if (wanted === undefined) return;
    const lacksContext = wanted.acrs !== undefined && claims.acrs?.includes(wanted.acrs) !== true;
    const isTooOld = wanted.notBefore !== undefined && claims.iat < wanted.notBefore;
    if (lacksContext || isTooOld) throw claimsChallenge(wanted, this.#options.authority);
  }

  #refusal(code: string, message: string, tenantId = 'common'): ArmError {
    const authority = `${this.#options.authority}/${tenantId}`;
    const description = message.replaceAll('"', "'");
    return new ArmError(401, code, message, {
      'www-authenticate': `Bearer authorization_uri="${authority}", error="invalid_token", error_description="${description}"`,
    });
  }
}

/** Asks for claims in the way of continuous access evaluation: base64 of the OpenID `claims` parameter. */
function claimsChallenge({ acrs, notBefore }: DemandedClaims, authority: string): ArmError {
  const claims = {
    access_token: {
      ...(acrs === undefined ? {} : { acrs: { essential: true, value: acrs } }),
      ...(notBefore === undefined ? {} : { nbf: { essential: true, value: String(notBefore) } }),
    },
  };
  const encoded = Buffer.from(JSON.stringify(claims)).toString('base64');
  const text = 'The presented access token does not carry the claims that this resource demands.';
  return new ArmError(401, 'InvalidAuthenticationToken', text, {
    'www-authenticate': `Bearer realm="", authorization_uri="${authority}/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`,
  });
}

function shown(atMs: number): string {
  return new Date(atMs).toISOString();
}
