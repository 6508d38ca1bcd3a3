/**
 * Signs and reads the access tokens of the test's Azure: one RSA key that authority, identity endpoint and ARM share.
 *
 * Invariant: what `verify` returns was signed here; it says nothing about audience, tenant or expiry (arm-identity.ts does).
 */
import { createPublicKey, createSign, createVerify, generateKeyPairSync } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { z } from 'zod';

const claimsSchema = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  tid: z.string(),
  oid: z.string(),
  exp: z.number(),
  nbf: z.number(),
  iat: z.number(),
  acrs: z.array(z.string()).optional(),
  upn: z.string().optional(),
  appid: z.string().optional(),
});

/** What ARM reads of an access token of version 1.0 or 2.0. */
export type AccessTokenClaims = z.infer<typeof claimsSchema>;

/** One for all signers of a process, since making one takes long; issuers and audiences keep worlds apart. */
let sharedKey: KeyObject | undefined;

export class TokenSigner {
  readonly keyId = 'test-azure-1';
  readonly #privateKey = (sharedKey ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);

  /** For a provider that signs by itself. */
  get privateJwk(): JsonWebKey & { readonly kid: string; readonly alg: string; readonly use: string } {
    return { ...this.#privateKey.export({ format: 'jwk' }), ...this.#keyFacts };
  }

  /** For `jwks_uri`. */
  get publicJwk(): JsonWebKey & { readonly kid: string } {
    return { ...createPublicKey(this.#privateKey).export({ format: 'jwk' }), ...this.#keyFacts };
  }

  sign(payload: Readonly<Record<string, unknown>>): string {
    const header = encode({ typ: 'JWT', alg: 'RS256', kid: this.keyId });
    const signed = `${header}.${encode(payload)}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.#privateKey, 'base64url')}`;
  }

  /** Undefined for everything that isn't a token of this key. */
  verify(token: string): AccessTokenClaims | undefined {
    const parts = token.split('.');
    if (parts.length !== 3) return undefined;
    const [header = '', payload = '', signature = ''] = parts;
    const isOurs = createVerify('RSA-SHA256')
      .update(`${header}.${payload}`)
      .verify(createPublicKey(this.#privateKey), signature, 'base64url');
    if (!isOurs) return undefined;
    return claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).data;
  }

  get #keyFacts() {
    return { kid: this.keyId, alg: 'RS256', use: 'sig' };
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
