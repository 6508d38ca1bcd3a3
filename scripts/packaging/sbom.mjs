// @ts-check
/** The software bill of materials of a package, CycloneDX 1.6. Pure: the same parts give the same document. */
import { createHash } from 'node:crypto';

const productName = 'hybrid-connection-manager';

/**
 * @param {string} version of the product
 * @param {readonly import('./shipped-parts.mjs').ShippedPart[]} parts
 */
export function sbomOf(version, parts) {
  const product = `pkg:generic/${productName}@${version}`;
  const components = parts.map(componentOf);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([version, components]))}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': product,
        name: productName,
        version,
        purl: product,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components,
    dependencies: [{ ref: product, dependsOn: components.map((one) => one['bom-ref']) }],
  };
}

/** @param {import('./shipped-parts.mjs').ShippedPart} part */
function componentOf({ name, version, license, integrity }) {
  const isRuntime = name === 'electron' || name === 'node';
  const purl = isRuntime
    ? `pkg:generic/${name}@${version}`
    : `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return {
    type: isRuntime ? 'framework' : 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    // One identifier, or several with AND and OR between them.
    licenses: [/^[\w.+-]+$/.test(license) ? { license: licenseOf(license) } : { expression: license }],
    ...(base64 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] }),
  };
}

/** @param {string} license */
function licenseOf(license) {
  return license === 'NOASSERTION' ? { name: license } : { id: license };
}

/** A UUID of version 8, which is free to be made of anything. @param {string} text */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...groups, hex.slice(20, 32)].join('-');
}
