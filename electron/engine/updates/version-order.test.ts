import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNewer, isVersion } from './version-order.ts';

/** semver 2.0.0 §11.4 and a few around it, oldest first. */
const inOrder = [
  '0.9.9',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-beta.2',
  '1.0.0-beta.11',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1-preview.1',
  '1.0.1',
  '1.2.0',
  '1.10.0',
  '2.0.0-preview.9',
  '2.0.0-preview.10',
  '10.0.0',
];

describe('which version is newer', () => {
  it('follows the order of semver, both ways', () => {
    for (const [index, one] of inOrder.entries()) {
      for (const [place, other] of inOrder.entries()) {
        expect(isNewer(one, other), `${one} and ${other}`).toBe(index > place);
      }
    }
  });

  it('knows nothing newer among the same, whatever was built', () => {
    expect(isNewer('1.0.0+build.2', '1.0.0+build.1')).toBe(false);
    expect(isNewer('1.0.0', '1.0.0')).toBe(false);
  });

  it('is never both ways round', () => {
    const version = fc
      .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.array(fc.constantFrom('a', 'b-1', '0', '3', '12')))
      .map(([a, b, c, parts]) => `${a}.${b}.${c}${parts.length === 0 ? '' : `-${parts.join('.')}`}`);
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(isVersion(one)).toBe(true);
        expect(isNewer(one, other) && isNewer(other, one)).toBe(false);
        expect(isNewer(one, other) || isNewer(other, one)).toBe(one !== other);
      }),
    );
  });

  it.each([
    '',
    '1',
    '1.0',
    'v1.0.0',
    '01.0.0',
    '1.0.0-',
    '1.0.0-01',
    '1.0.0-a..b',
    '1.0.0 ',
    ' 1.0.0',
    '1.0.0\n',
    '9999999999.0.0',
    `1.0.0-${'a'.repeat(64)}`,
    'latest',
  ])('takes %j for no version', (text) => {
    expect(isVersion(text)).toBe(false);
    expect(isNewer(text, '0.0.1')).toBe(false);
    expect(isNewer('99.0.0', text)).toBe(false);
  });
});
