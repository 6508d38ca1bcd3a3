import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { releaseAlias } from './scripts/release-alias.mjs';
import { productVersion } from './scripts/packaging/product-version.mjs';
import { stylesAhead } from './scripts/styles-ahead.mjs';

/**
 * Builds the desktop app. With HCM_E2E_BUILD=1 the same app for end-to-end tests, which accepts the switches that a
 * test needs and the product refuses (`electron/main/refused-switches.ts`); it lies apart, so that it is never packed.
 */
const isTestBuild = process.env['HCM_E2E_BUILD'] === '1';
const folder = process.env['HCM_BUILD_FOLDER'] ?? (isTestBuild ? 'out/e2e-app' : 'out/app');

/** Old enough for Electron 33: newer syntax is lowered. */
const nodeTarget = 'node20.18';
const pageTarget = 'chrome130';

export default defineConfig(({ command }) => ({
  main: {
    resolve: { alias: releaseAlias() },
    plugins: [productVersion()],
    define: {
      HCM_TEST_BUILD: JSON.stringify(isTestBuild),
      HCM_DEVELOPMENT: JSON.stringify(command === 'serve'),
    },
    build: {
      outDir: `${folder}/main`,
      target: nodeTarget,
      sourcemap: true,
      // Its libraries are in it, as in `hcm`: a package needs no others, and the window is there sooner.
      externalizeDeps: false,
      rolldownOptions: {
        input: 'electron/main/index.ts',
        external: ['ws', 'bufferutil', 'utf-8-validate'],
        output: {
          format: 'es',
          entryFileNames: 'index.js',
          chunkFileNames: '[name].js',
          // Half as much to read before the window is there; names stay, for the traces in the log.
          minify: { compress: true, mangle: false },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: `${folder}/preload`,
      target: nodeTarget,
      rolldownOptions: {
        input: 'electron/preload/index.ts',
        // A sandboxed preload script can't be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), stylesAhead(join(import.meta.dirname, 'renderer'))],
    // Whoever has schemas gets zod by way of the file that tells it what it may do.
    resolve: {
      alias: [{ find: /^zod$/, replacement: join(import.meta.dirname, 'renderer', 'zod-without-eval.ts') }],
    },
    build: {
      outDir: `${folder}/renderer`,
      target: pageTarget,
      minify: true,
      // For the list of what is in a package (scripts/packaging/shipped-parts.mjs); the page never names them.
      sourcemap: process.env['HCM_PART_MAPS'] === '1' ? 'hidden' : false,
      // The page's policy allows no data: fonts or scripts, and a file is cached better than a string.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: 'renderer/index.html',
      },
    },
  },
}));
