// @ts-check
/** Holds our own code and modules in a package to their limit: what is too much is some file that nobody wanted in it. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const limitBytes = 8 * 1024 * 1024;

/**
 * @param {string} folder where packages were built
 * @param {(line: string) => void} say
 * @throws when one is over
 */
export function checkAppSize(folder, say) {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('-unpacked'))) {
    const resources = join(folder, name, 'resources');
    const bytes = statSync(join(resources, 'app.asar')).size + bytesIn(join(resources, 'app.asar.unpacked'));
    const text = `${name}: the app is ${(bytes / 1024 / 1024).toFixed(1)} MB`;
    if (bytes > limitBytes) throw new Error(`${text}, more than ${limitBytes / 1024 / 1024} MB`);
    say(`${text}.`);
  }
}

/** @param {string} folder */
function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
