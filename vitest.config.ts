import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Processes that tests start inherit it: nobody's own language changes what is expected of them. */
process.env['HCM_LANGUAGE'] = 'en';

/** Tests with processes and sockets first: a long one that starts last leaves the other processor idle. */
class SeveralRoomsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /\/e2e\/|\.integration\.test\./.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** They take minutes, mostly wait, and have no deadlines: `scripts/test.mjs` runs them beside the checks of the sources. */
const patient = ['e2e/specs/memory.test.ts', 'e2e/specs/soak.test.ts'];

/** One project per kind of test; `scripts/test.mjs` runs them all and counts. */
export default defineConfig({
  test: {
    // By default one processor is left for the person at the screen, and with two that halves the speed. More than two
    // make the deadlines of the tests with processes depend on each other.
    maxWorkers: 2,
    sequence: { sequencer: SeveralRoomsFirst },
    coverage: {
      provider: 'v8',
      include: ['electron/engine/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**'],
      reporter: ['text-summary'],
      thresholds: { lines: 90 },
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['electron/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['renderer/testing/setup.ts'],
          // Loading the component library takes longer than most files' tests; what a test leaves in the document goes
          // with it (renderer/testing/setup.ts).
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/specs/**/*.test.ts'],
          exclude: patient,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'patient', include: patient, testTimeout: 120_000, hookTimeout: 120_000 } },
      {
        test: {
          name: 'peers',
          include: ['e2e/peers/*.test.ts', 'e2e/azure/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
