// @ts-check
/**
 * Whose releases a build accepts: those of assets/release.json, or of the file that HCM_RELEASE_FILE names while it is built.
 * For both bundles, so that a build takes in one file or the other, never some of each.
 */
import { resolve } from 'node:path';

/** @returns {{ find: RegExp, replacement: string }[]} for Vite's `resolve.alias` */
export function releaseAlias() {
  const file = process.env['HCM_RELEASE_FILE'] ?? '';
  return file === '' ? [] : [{ find: /^.*\/assets\/release\.json$/, replacement: resolve(file) }];
}
