/** Makes one file that plain Node runs out of a TypeScript program, for tests that need a process of their own. */
import { join } from 'node:path';
import { build } from 'vite';

export async function bundleScript(entry: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: entry,
      outDir,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'script.mjs' } },
    },
    ssr: { noExternal: true },
  });
  return join(outDir, 'script.mjs');
}
