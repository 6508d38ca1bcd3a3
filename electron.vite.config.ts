import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

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
    define: {
      HCM_TEST_BUILD: JSON.stringify(isTestBuild),
      HCM_DEVELOPMENT: JSON.stringify(command === 'serve'),
    },
    build: {
      outDir: `${folder}/main`,
      target: nodeTarget,
      sourcemap: true,
      rolldownOptions: {
        input: 'electron/main/index.ts',
        output: { format: 'es', entryFileNames: 'index.js', chunkFileNames: '[name].js' },
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
    plugins: [react()],
    build: {
      outDir: `${folder}/renderer`,
      target: pageTarget,
      minify: true,
      // The page's policy allows no data: fonts or scripts, and a file is cached better than a string.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
}));
