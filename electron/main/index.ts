/**
 * Entry of the desktop app. The bundle keeps this file at `main/index.js`, so that paths to the page and the preload script
 * count from here.
 *
 * It must not wait for `ready`: that comes only after this module has run, so waiting for it would be for ever.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import { fillText } from '../contract/messages/message-text.ts';
import { startApp } from './app.ts';
import { isDevelopment, isTestBuild } from './build-flags.ts';
import { refusedSwitch } from './refused-switches.ts';

const refused = isTestBuild || isDevelopment ? null : refusedSwitch(process.argv.slice(1), process.platform);

if (refused === null) {
  const built = join(dirname(fileURLToPath(import.meta.url)), '..');
  await startApp({ page: join(built, 'renderer'), preload: join(built, 'preload', 'index.cjs') });
} else {
  process.stderr.write(`${fillText(shellTexts.switchRefused, { name: refused })}\n`);
  process.exit(1);
}
