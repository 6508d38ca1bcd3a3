/** Makes SAS tokens for tests, in the shapes of several clients (relay-protocol §2.2). */
import { createHmac } from 'node:crypto';

export interface TokenParts {
  /** Resource, not encoded. */
  readonly resource: string;
  readonly rule: string;
  readonly key: string | Buffer;
  readonly expiresAtMs?: number;
  readonly lowerCaseEscapes?: boolean;
}

export function makeToken({ resource, rule, key, expiresAtMs, lowerCaseEscapes }: TokenParts): string {
  const expiry = Math.floor((expiresAtMs ?? Date.now() + 3_600_000) / 1000);
  const upper = encodeURIComponent(resource);
  const encoded = lowerCaseEscapes === true ? upper.replace(/%../g, (escape) => escape.toLowerCase()) : upper;
  const signature = createHmac('sha256', key).update(`${encoded}\n${expiry}`).digest('base64');
  return `SharedAccessSignature sr=${encoded}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${rule}`;
}
