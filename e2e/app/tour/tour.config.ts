/** The tour through the window that takes pictures. Not part of the tests: see `npm run screenshots`. */
import { defineConfig } from '@playwright/test';

const config = defineConfig({
  testDir: '.',
  globalSetup: '../global-setup.ts',
  outputDir: '../../../out/tour',
  workers: 1,
  retries: 0,
  timeout: 1_800_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});

// Playwright asks for a default export.
export { config as default };
