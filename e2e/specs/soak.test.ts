/** Two minutes of what `npm run soak` does for longer: 20 connections under faults, every byte checked, nothing left over. */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onStage } from '../fixtures/stage.ts';
import type { SoakReport } from '../soak/soak-report.ts';

const program = join(import.meta.dirname, '..', '..', 'scripts', 'soak.mjs');
const seed = 20_261_122;

interface Run {
  readonly exitCode: number | null;
  readonly output: string;
}

function soak(words: readonly string[]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output }));
  });
}

// A blocked connection tries again after 5 minutes, and a run waits for the last one.
it(
  'serves sessions through every fault for two minutes and is itself again',
  { timeout: 900_000 },
  async () => {
    await onStage(async (stage) => {
      const file = join(stage.folder, 'soak.json');
      const { exitCode, output } = await soak(['--minutes', '2', '--seed', String(seed), '--json', file]);
      process.stdout.write(output.slice(output.indexOf('| | |')));
      const report = JSON.parse(
        await readFile(file, 'utf8').catch(() => '{"problems":["no report"]}'),
      ) as SoakReport;
      expect(report.problems, output.slice(-4_000)).toEqual([]);
      expect(exitCode).toBe(0);
      // It was a soak: sessions came through, and faults of many kinds came over them.
      expect(report.sessions.complete).toBeGreaterThan(100);
      expect(Object.keys(report.faults).length).toBeGreaterThan(8);
    });
  },
);
