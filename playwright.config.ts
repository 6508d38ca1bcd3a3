import { defineConfig } from '@playwright/test';

/**
 * Tests of the real window. One after another: each starts its own app, relay and host, and a window that isn't drawn in
 * time because its neighbour computes says nothing about the product.
 */
export default defineConfig({
  testDir: 'e2e/app/specs',
  globalSetup: './e2e/app/global-setup.ts',
  outputDir: 'out/window-tests',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
