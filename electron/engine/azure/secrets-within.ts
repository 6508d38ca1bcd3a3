/**
 * What is secret in the text that proves an account, each by itself, as the log's redaction has to know it: refresh tokens in the
 * cache of the library, the secret or the certificate's key of a service principal. Pure.
 */

/** Of the library's cache, and of `ServiceCredential`. */
const secretFields: ReadonlySet<string> = new Set(['secret', 'certificatePem']);

/** None in a text that can't be read: then nothing can be done with it, either. */
export function secretsWithin(text: string): readonly string[] {
  const found: string[] = [];
  try {
    JSON.parse(text, (name, value: unknown) => {
      if (secretFields.has(name) && typeof value === 'string') found.push(value);
      return value;
    });
  } catch {
    return [];
  }
  return found;
}
