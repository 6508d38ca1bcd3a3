// @ts-check
/**
 * The app itself under load: a real Electron, driven as a person would. Runs as a test of the window's kind, since that is
 * how this project starts Electron; what it measured comes back in a file.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} WindowFigures
 * @property {readonly number[]} delayP99Ms of the main process's event loop, a figure for each run
 * @property {readonly number[]} clickMs from a click to what it leads to on the page
 * @property {readonly number[]} megabytesPerSecond that flowed meanwhile
 */

/** @param {{ runs: number, seconds: number, say: (line: string) => void }} wishes @returns {Promise<WindowFigures>} */
export async function measureWindow({ runs, seconds, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'hcm-bench-window-'));
  const file = join(folder, 'figures.json');
  try {
    const child = spawn(
      process.execPath,
      [
        join(root, 'node_modules', '@playwright', 'test', 'cli.js'),
        ...['test', '--config', join(root, 'bench', 'window', 'window.config.ts')],
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          HCM_BENCH_FIGURES: file,
          HCM_BENCH_RUNS: String(runs),
          HCM_BENCH_SECONDS: String(seconds),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => say(text.trimEnd()));
    }
    const [code] = await once(child, 'close');
    if (code !== 0) throw new Error('the window could not be measured');
    return JSON.parse(await readFile(file, 'utf8'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
