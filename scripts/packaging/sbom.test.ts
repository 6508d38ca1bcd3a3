import { expect, it } from 'vitest';
import { licencesText } from './licences-text.mjs';
import { sbomOf } from './sbom.mjs';

const parts = [
  {
    name: '@a/b',
    version: '1.0.0',
    license: 'MIT',
    author: 'A',
    integrity: 'sha512-AAEC',
    texts: ['Text of MIT'],
  },
  {
    name: 'c',
    version: '2.0.0',
    license: '(MIT OR Apache-2.0)',
    author: 'C',
    integrity: undefined,
    texts: [],
  },
  { name: 'node', version: '24.0.0', license: 'MIT', author: '', integrity: undefined, texts: [] },
];

it('lists every part with a purl, its licence and the hash of its tarball', () => {
  const bom = sbomOf('1.2.3', parts);
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  expect(bom.components).toMatchObject([
    {
      purl: 'pkg:npm/%40a/b@1.0.0',
      licenses: [{ license: { id: 'MIT' } }],
      hashes: [{ alg: 'SHA-512', content: '000102' }],
    },
    { purl: 'pkg:npm/c@2.0.0', licenses: [{ expression: '(MIT OR Apache-2.0)' }] },
    { type: 'framework', purl: 'pkg:generic/node@24.0.0' },
  ]);
  expect(bom.dependencies[0]?.dependsOn).toHaveLength(3);
  // RFC 9562, version 8; the same parts make the same document.
  expect(bom.serialNumber).toMatch(
    /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(sbomOf('1.2.3', parts)).toEqual(bom);
});

it('holds each licence, or says where it lies, or that there is none', () => {
  const text = licencesText(parts);
  expect(text).toContain('@a/b 1.0.0 (MIT)\n\nText of MIT\n');
  expect(text).toContain('LICENSE.node.txt');
  expect(text).toContain('no file with the text of (MIT OR Apache-2.0)');
});
