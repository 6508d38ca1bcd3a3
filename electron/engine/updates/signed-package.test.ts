import { describe, expect, it } from 'vitest';
import { feedSignature, makeReleaseKey } from '../../../scripts/release-feed.mjs';
import { vouchesFor, type SignedFeedFile } from './signed-package.ts';

const own = makeReleaseKey('own');
const other = makeReleaseKey('own');
const keys = [own.release];
const name = 'latest-linux.yml';
const sha512 = `${'A'.repeat(86)}==`;
const wanted = { version: '2.3.0', sha512, sizeBytes: 12 };

function signed(text: string, key = own, as = name): SignedFeedFile {
  const bytes = Buffer.from(text);
  return { name, bytes, signature: feedSignature(as, bytes, [key.signing]) };
}

const text = `version: 2.3.0
files:
  - { url: hcm_2.3.0_amd64.deb, sha512: ${sha512}, size: 12 }
`;

describe('vouchesFor', () => {
  it('is a yes for what was signed', () => {
    expect(vouchesFor(signed(text), wanted, keys)).toBe(true);
  });

  it.each([
    ['another version', { ...wanted, version: '2.3.1' }],
    ['other bytes', { ...wanted, sha512: `${'B'.repeat(86)}==` }],
    ['another size', { ...wanted, sizeBytes: 13 }],
  ])('is a no for %s', (_what, given) => {
    expect(vouchesFor(signed(text), given, keys)).toBe(false);
  });

  it.each([
    ['another key of the same name', signed(text, other)],
    ['another name of the file', signed(text, own, 'preview-linux.yml')],
    ['a changed file', { ...signed(text), bytes: Buffer.from(`${text} `) }],
    ['no signature', { ...signed(text), signature: '' }],
    ['a file that can’t be read', signed('version: 2.3.0')],
  ])('is a no with %s', (_what, given) => {
    expect(vouchesFor(given, wanted, keys)).toBe(false);
  });

  it('is a no in a build that accepts no release', () => {
    expect(vouchesFor(signed(text), wanted, [])).toBe(false);
  });
});
