import { createPrivateKey, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { feedSignature, makeReleaseKey } from '../../../scripts/release-feed.mjs';
import { toErrorData } from '../../contract/errors.ts';
import { verifyFeed } from './feed-signature.ts';

const name = 'latest.yml';
const bytes = Buffer.from('version: 1.2.3\n');
const one = makeReleaseKey('one');
const two = makeReleaseKey('two');
const signature = feedSignature(name, bytes, [one.signing]);

function outcome(text: string, keys = [one.release], file = name, content: Uint8Array = bytes): string {
  try {
    verifyFeed(file, content, text, keys);
    return 'good';
  } catch (error) {
    const { code, details } = toErrorData(error);
    return `${code} ${details['reason'] ?? ''}`.trim();
  }
}

describe('a signature of the feed', () => {
  it('counts by any key that is known', () => {
    expect(outcome(signature)).toBe('good');
    const both = feedSignature(name, bytes, [one.signing, two.signing]);
    expect(outcome(both, [two.release])).toBe('good');
    expect(outcome(both, [one.release, two.release])).toBe('good');
    expect(outcome(signature, [two.release, one.release])).toBe('good');
    expect(outcome(signature.replaceAll('\n', '\r\n'))).toBe('good');
  });

  it('doesn’t for other bytes, another name, another key', () => {
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = Uint8Array.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 0x20;
      expect(outcome(signature, [one.release], name, changed)).toBe('HCM5106 bytes');
    }
    expect(outcome(signature, [one.release], name, bytes.subarray(0, -1))).toBe('HCM5106 bytes');
    expect(outcome(signature, [one.release], 'preview.yml')).toBe('HCM5106 bytes');
    expect(outcome(signature, [two.release])).toBe('HCM5106 key');
    expect(outcome(signature, [{ ...two.release, id: 'one' }])).toBe('HCM5106 bytes');
    expect(outcome(signature, [])).toBe('HCM5104');
  });

  it('a good line is enough, wherever it stands; a bad one beside it doesn’t help', () => {
    const forged = signature.replace('one ', 'two ').split('\n')[1] ?? '';
    const [head = '', own = ''] = signature.split('\n');
    expect(outcome([head, forged, own].join('\n'), [one.release, two.release])).toBe('good');
    expect(outcome([head, forged].join('\n'), [one.release, two.release])).toBe('HCM5106 bytes');
  });

  it('covers the name: one over the bytes alone is none', () => {
    const bare = sign(null, bytes, createPrivateKey(one.signing.privatePem)).toString('base64');
    expect(outcome(`hcm-feed-signature 1\none ${bare}\n`)).toBe('HCM5106 bytes');
  });

  it.each([
    ['nothing', ''],
    ['a head alone', 'hcm-feed-signature 1\n'],
    ['a later format', signature.replace('signature 1', 'signature 2')],
    ['a line too many', `${signature}${signature.split('\n')[1] ?? ''}\n`.repeat(5)],
    ['no key id', signature.replace('one ', '')],
    ['a short signature', signature.replace(/.{4}==\n$/, '==\n')],
    ['a page', '<!doctype html><title>Not found</title>'],
  ])('%s isn’t one', (_what, text) => {
    expect(outcome(text)).toBe('HCM5105');
  });
});
