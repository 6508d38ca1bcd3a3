// @ts-check
/** `npm run soak`: see e2e/soak. It is TypeScript, which Node 20 can't run by itself. */
import { runTypescript } from './run-typescript.mjs';

const { runSoak } = await runTypescript('e2e/soak/run-soak.ts');
process.exitCode = await runSoak(process.argv.slice(2));
