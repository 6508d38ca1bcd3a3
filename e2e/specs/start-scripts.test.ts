/** `npm start` and `npm run demo` where no window can open. Whether one opens is shown by the tests of the window. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoLines, runtimeLines, startLines } from '../../scripts/script-lines.mjs';
import { onStage, type Stage } from '../fixtures/stage.ts';
import { until } from '../fixtures/until.ts';

const project = join(import.meta.dirname, '..', '..');
const executable = '/nowhere/electron';

interface Run {
  readonly child: ChildProcess;
  readonly exitCode: Promise<number | null>;
  readonly written: { output: string; errors: string };
}

function run(
  stage: Stage,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Run {
  const [script = '', ...others] = words;
  const child = spawn(process.execPath, [join(project, 'scripts', script), ...others], {
    cwd: stage.folder,
    env: { ...stage.environment, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { output: '', errors: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.errors += text));
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve));
  stage.afterwards(async () => {
    // Passed on to what it runs, unlike SIGKILL.
    child.kill('SIGTERM');
    await exitCode;
  });
  return { child, exitCode, written };
}

describe('npm start', () => {
  it('names the host without a window where there is no display', async () => {
    await onStage(async (stage) => {
      const { exitCode, written } = run(stage, ['start.mjs']);
      expect(await exitCode).toBe(1);
      expect(written).toEqual({ output: '', errors: `${startLines.display()}\n` });
    });
  });

  it('says what is wrong with the account or the runtime, and ends with 1', async () => {
    await onStage(async (stage) => {
      const environment = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };
      const { exitCode, written } = run(stage, ['start.mjs'], environment);
      const line = process.getuid?.() === 0 ? startLines.root() : runtimeLines.namedIsEmpty(executable);
      expect(await exitCode).toBe(1);
      expect(written).toEqual({ output: '', errors: `${line}\n` });
    });
  });
});

describe('npm run demo', () => {
  it('runs once in the terminal with --exit', async () => {
    await onStage(async (stage) => {
      const { exitCode, written } = run(stage, ['demo.mjs', '--exit'], { DISPLAY: ':0' });
      expect(await exitCode).toBe(0);
      expect(written.errors).toBe(`${demoLines.exit}\n`);
      expect(written.output).toContain('Hello from the on-premises service');
    });
  });

  it('runs in the terminal where there is no display, until it is told to end', async () => {
    await onStage(async (stage) => {
      const { child, exitCode, written } = run(stage, ['demo.mjs']);
      await until(
        'the demo runs',
        () => written.output,
        (output) => output.includes('Ctrl+C'),
      );
      child.kill('SIGTERM');
      expect(await exitCode).toBe(0);
      expect(written.errors).toBe(`${demoLines.display()}\n`);
    });
  });
});
