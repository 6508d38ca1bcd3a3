/** What `npm run test:packages` runs; not part of `npm test`: it builds packages, and installs them into a Debian of its own. */
import { defineConfig } from 'vitest/config';

const config = defineConfig({
  test: {
    name: 'packages',
    root: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: ['global-setup.ts'],
    // Each has a machine of its own; one at a time, since a window that isn't drawn in time says nothing of the package.
    fileParallelism: false,
    // The steps of a file are one story: what comes after a step that failed shows nothing.
    bail: 1,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});

// Vitest asks for a default export.
export { config as default };
