import { describe, expect, it } from 'vitest';
import { createSasToken, sasResource, tokenForEncodedResource } from './sas-token.ts';

const key = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';

describe('createSasToken', () => {
  it('gives the first vector of relay-protocol §2.1', () => {
    const resource = sasResource('Contoso.servicebus.windows.net', 'hybrid1');
    expect(createSasToken({ resource, keyName: 'listenRule', key, expiresAtSeconds: 1_700_000_000 })).toBe(
      'SharedAccessSignature sr=http%3A%2F%2Fcontoso.servicebus.windows.net%2Fhybrid1%2F' +
        '&sig=7kMEtWsjbkrOeWG58Eypl1Js5mUXufJDJND58eT%2F%2BWI%3D&se=1700000000&skn=listenRule',
    );
  });

  it('gives the second vector: lower-case escapes are signed as they stand', () => {
    const resource = 'http%3a%2f%2fcontoso.servicebus.windows.net%2fhybrid1%2f';
    expect(tokenForEncodedResource(resource, 'listenRule', key, 1_700_000_000)).toContain(
      '&sig=Bcfwd0RW1vZpNeCegOsl7e%2FyDqJ7aN%2F1BuDuUf4CiZI%3D&',
    );
  });

  it('uses the text of the key, not its base64 content', () => {
    const resource = sasResource('contoso.servicebus.windows.net', 'hybrid1');
    const token = createSasToken({ resource, keyName: 'listenRule', key, expiresAtSeconds: 1_700_000_000 });
    expect(decodeURIComponent(token)).not.toContain('FSPQd8jshGKYgttKOna6JJoG0v2miyRUqFKAQ36bbgM=');
  });

  it('encodes rule names and brackets IPv6 hosts', () => {
    const resource = sasResource('::1', 'a/b');
    expect(resource).toBe('http://[::1]/a/b/');
    const token = createSasToken({ resource, keyName: 'a&b c', key, expiresAtSeconds: 1.9 });
    expect(token).toMatch(/&se=1&skn=a%26b%20c$/);
  });
});
