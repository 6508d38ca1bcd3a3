import { defineConfig } from 'vite';
import { releaseAlias } from './scripts/release-alias.mjs';
import { productVersion } from './scripts/packaging/product-version.mjs';

/**
 * Builds `hcm` with its libraries in it: looking for them one file at a time took a fifth of every command's time. `ws` stays
 * outside with its optional native part. Not minified, so that a stack trace in a report says something.
 */
export default defineConfig({
  // The demo's own lines are what a person wants to read.
  logLevel: 'warn',
  resolve: { alias: releaseAlias() },
  plugins: [productVersion()],
  ssr: { noExternal: true, external: ['ws', 'bufferutil', 'utf-8-validate'] },
  build: {
    ssr: 'electron/cli/index.ts',
    outDir: process.env['HCM_BUILD_FOLDER'] ?? 'out/cli',
    emptyOutDir: true,
    target: 'node20.19',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: 'hcm.mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
