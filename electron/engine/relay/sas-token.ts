/**
 * Shared access signature tokens (relay-protocol §2.1, §2.2). Pure: text in, text out.
 *
 * The key is used as the UTF-8 bytes of its text; decoding its base64 first is the classic mistake and ends in 401.
 */
import { createHmac } from 'node:crypto';

export interface SasTokenInput {
  /** Resource URI, not yet encoded, as {@link sasResource} makes it. */
  readonly resource: string;
  readonly keyName: string;
  readonly key: string;
  /** Seconds since 1970-01-01 UTC. */
  readonly expiresAtSeconds: number;
}

/** Resource of an entity in the form that .NET signs: `http`, lower-case host, no port, a slash at the end. */
export function sasResource(host: string, entityPath: string): string {
  const bracketed = host.includes(':') ? `[${host}]` : host;
  return `http://${bracketed.toLowerCase()}/${entityPath}/`;
}

/** Signs the encoded resource exactly as it will stand in the token. */
export function createSasToken({ resource, keyName, key, expiresAtSeconds }: SasTokenInput): string {
  return tokenForEncodedResource(encodeURIComponent(resource), keyName, key, expiresAtSeconds);
}

/** For a resource that is encoded already; the hex case of its escapes is part of what is signed. */
export function tokenForEncodedResource(
  encodedResource: string,
  keyName: string,
  key: string,
  expiresAtSeconds: number,
): string {
  const expiry = String(Math.floor(expiresAtSeconds));
  const signature = createHmac('sha256', Buffer.from(key, 'utf8'))
    .update(`${encodedResource}\n${expiry}`, 'utf8')
    .digest('base64');
  return (
    `SharedAccessSignature sr=${encodedResource}&sig=${encodeURIComponent(signature)}` +
    `&se=${expiry}&skn=${encodeURIComponent(keyName)}`
  );
}
