// @ts-check
/** The files that say what a package is made of: the list of its parts (CycloneDX) and their licences. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesText } from './licences-text.mjs';
import { sbomOf } from './sbom.mjs';
import { shippedParts } from './shipped-parts.mjs';

/**
 * @param {object} order
 * @param {string} order.root of the repository
 * @param {string} order.folder with the builds
 * @param {string} order.version of the product
 * @param {string} order.electronVersion
 */
export function writeNotices({ root, folder, version, electronVersion }) {
  const parts = shippedParts(root, [join(folder, 'app'), join(folder, 'cli')], electronVersion);
  const to = join(folder, 'notices');
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'sbom.cdx.json'), `${JSON.stringify(sbomOf(version, parts), null, 2)}\n`);
  writeFileSync(join(to, 'THIRD-PARTY-LICENCES.txt'), licencesText(parts));
  cpSync(join(root, 'LICENSE'), join(to, 'LICENSE.txt'));
}
