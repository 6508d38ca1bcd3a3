/** `npm run soak -- --minutes N [--seed S] [--connections N] [--json FILE]`: runs a soak and prints what it found. */
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';
import { reportText } from './soak-report.ts';

/** @returns the exit code. */
export async function runSoak(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      minutes: { type: 'string', default: '30' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      connections: { type: 'string', default: '20' },
      json: { type: 'string' },
    },
  });
  const [minutes, seed, connections] = [values.minutes, values.seed, values.connections].map(Number);
  if (!isAmount(minutes) || !isAmount(connections) || !Number.isInteger(seed)) {
    process.stderr.write('soak: --minutes and --connections take a number above 0, --seed a whole number\n');
    return 64;
  }
  process.stdout.write(`seed ${String(seed)}\n`);
  const report = await soak({
    minutes,
    connections,
    seed: Number(seed),
    say: (line) => void process.stdout.write(`${line}\n`),
  });
  process.stdout.write(`\n${reportText(report)}`);
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.problems.length === 0 ? 0 : 1;
}

function isAmount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value > 0;
}
