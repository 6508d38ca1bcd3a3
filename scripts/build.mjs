// @ts-check
/** `npm run build`: the command line and the app. `node scripts/build.mjs e2e-app` builds what is named. */
import { build } from './ensure-built.mjs';

const targets = /** @type {const} */ (['cli', 'app', 'e2e-app']);
const named = process.argv.slice(2);
const wanted = named.length === 0 ? ['cli', 'app'] : named;

try {
  for (const name of wanted) {
    const target = targets.find((one) => one === name);
    if (target === undefined)
      throw new Error(`there is nothing called ${name}; there are ${targets.join(', ')}`);
    build(target);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
