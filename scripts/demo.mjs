// @ts-check
/**
 * `npm run demo`: the whole way on this computer alone, in a window where one can open, else in this terminal. `--exit`
 * ends it after one round, without a window.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { openWindow, prepareWindow, say } from './open-window.mjs';
import { runToEnd } from './run-to-end.mjs';
import { demoLines } from './script-lines.mjs';

const program = join(fileURLToPath(new URL('..', import.meta.url)), 'bin', 'hcm.mjs');
const words = process.argv.slice(2);

if (words.includes('--exit')) {
  await runHere(demoLines.exit);
} else {
  const prepared = await prepareWindow('demo');
  if ('runtime' in prepared) await openWindow(prepared, words, { HCM_DEMO: '1' });
  else await runHere(demoLines[prepared.obstacle](prepared.text));
}

/** @param {string} why there is no window */
async function runHere(why) {
  say(why);
  await ensureBuilt('cli');
  await runToEnd(process.execPath, [program, 'demo', ...words], process.env);
}
