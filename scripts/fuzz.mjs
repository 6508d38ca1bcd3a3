// @ts-check
/** `npm run fuzz`: see electron/engine/testing/fuzz. */
import { runTypescript } from './run-typescript.mjs';

const { runFuzz } = await runTypescript('electron/engine/testing/fuzz/run-fuzz.ts');
process.exitCode = runFuzz(process.argv.slice(2));
