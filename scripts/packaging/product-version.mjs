// @ts-check
/**
 * A plugin for both builds: `HCM_PRODUCT_VERSION` takes the place of package.json's version, so that two versions of one
 * tree can be built to try an upgrade. Without the variable nothing changes.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url));

/** @returns {import('vite').Plugin} */
export function productVersion() {
  const version = process.env['HCM_PRODUCT_VERSION'];
  return {
    name: 'hcm-product-version',
    enforce: 'pre',
    load(id) {
      if (version === undefined || id !== packageFile) return undefined;
      return JSON.stringify({ ...JSON.parse(readFileSync(packageFile, 'utf8')), version });
    },
  };
}
