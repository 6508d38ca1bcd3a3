/** The part of the bench that needs a window: see bench/rows/window.mjs. Not part of the tests. */
import { defineConfig } from '@playwright/test';

const config = defineConfig({
  testDir: '.',
  globalSetup: '../../e2e/app/global-setup.ts',
  outputDir: '../../out/bench-window',
  workers: 1,
  retries: 0,
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [['line']],
});

// Playwright asks for a default export.
export { config as default };
