/**
 * Makes one runnable module of a TypeScript entry, for tests that start child processes: Node 20 runs no TypeScript.
 * npm packages stay outside and are found from the bundle's place below `node_modules`.
 */
import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url));
const bundleFolder = join(projectFolder, 'node_modules', '.cache', 'hcm-tests');

/** @returns path of the `.mjs`; test files that bundle the same entry at once don't disturb each other */
export async function bundleEntry(entryPath: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    ssr: { external: true },
    build: {
      ssr: entryPath,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', codeSplitting: false } },
    },
  });
  const [bundle] = 'output' in built ? built.output : [];
  if (bundle === undefined) throw new Error(`no bundle was made of ${entryPath}`);

  const hash = createHash('sha256').update(entryPath).digest('hex').slice(0, 8);
  const path = join(bundleFolder, `${basename(entryPath, '.ts')}-${hash}.mjs`);
  const fresh = `${path}.${process.pid}`;
  await mkdir(bundleFolder, { recursive: true });
  await writeFile(fresh, bundle.code);
  await rename(fresh, path);
  return path;
}
