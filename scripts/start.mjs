// @ts-check
/** `npm start`: opens the app on the user's own data, or says in a line why it can't. */
import { openWindow, prepareWindow, say } from './open-window.mjs';
import { startLines } from './script-lines.mjs';

const prepared = await prepareWindow('start');
if ('runtime' in prepared) {
  await openWindow(prepared, process.argv.slice(2));
} else {
  say(startLines[prepared.obstacle](prepared.text));
  process.exitCode = 1;
}
