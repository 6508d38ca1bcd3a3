// @ts-check
/**
 * `npm run screenshots [-- FOLDER] [--docs]`: pictures of every view of the real window, by default in `out/screenshots`.
 * `--docs` also renews those that the documents show.
 */
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apt, hasApt } from './apt.mjs';
import { runToEnd } from './run-to-end.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const words = process.argv.slice(2);
const folder = words.find((word) => !word.startsWith('--')) ?? join(root, 'out', 'screenshots');

const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
const config = join(root, 'e2e', 'app', 'tour', 'tour.config.ts');
// Chinese is to be seen, too; without apt-get whoever looks brings a font.
if (process.platform === 'linux' && hasApt() && process.getuid?.() === 0)
  apt(['install', '-y', '--no-install-recommends', 'fonts-wqy-zenhei']);
await runToEnd(process.execPath, [playwright, 'test', '--config', config], {
  ...process.env,
  HCM_PICTURES: resolve(folder),
  HCM_PICTURES_FOR_DOCS: words.includes('--docs') ? '1' : '',
});
