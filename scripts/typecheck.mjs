// @ts-check
/**
 * `npm run typecheck`: every project, by TypeScript's native compiler. The linters need the JavaScript one, which is in
 * node_modules under its usual name; so this one has its own.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');

/** The first one sees the contract alone: it must run anywhere, so no types of Node or the page are there for it. */
const projects = [
  'tsconfig.contract.json',
  'tsconfig.json',
  'renderer/tsconfig.json',
  'e2e/app/tsconfig.json',
  'bench/window/tsconfig.json',
];

for (const project of projects) {
  const { status } = spawnSync(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
