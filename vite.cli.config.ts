import { defineConfig } from 'vite';

/**
 * Builds `hcm`: one file that runs in Node, dependencies stay outside. Not minified, so that a stack trace in a report
 * says something.
 */
export default defineConfig({
  // The demo's own lines are what a person wants to read.
  logLevel: 'warn',
  build: {
    ssr: 'electron/cli/index.ts',
    outDir: 'out/cli',
    emptyOutDir: true,
    target: 'node20.19',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      output: { format: 'es', entryFileNames: 'hcm.mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
