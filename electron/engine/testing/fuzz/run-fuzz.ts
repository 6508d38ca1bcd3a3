/**
 * `npm run fuzz -- [--inputs N] [--seed S] [--target NAME] [--from N]`: prints a report; a failure with what is needed to
 * see it again.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fuzz, type FuzzReport } from './fuzz.ts';
import { fuzzTargets } from './fuzz-targets.ts';
import { HangWatch } from './hang-watch.ts';

/** @returns the exit code. */
export function runFuzz(words: readonly string[]): number {
  const { values } = parseArgs({
    args: [...words],
    options: {
      inputs: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
      target: { type: 'string' },
      from: { type: 'string', default: '0' },
    },
  });
  const [inputs = 0, seed = 0, from = 0] = [values.inputs, values.seed, values.from].map(Number);
  const targets = fuzzTargets.filter(({ name }) => values.target === undefined || name === values.target);
  if (![inputs, seed, from].every(Number.isSafeInteger) || inputs < 1 || targets.length === 0) {
    const names = fuzzTargets.map(({ name }) => `"${name}"`).join(', ');
    process.stderr.write(`fuzz: --inputs, --seed and --from take whole numbers; targets are ${names}\n`);
    return 64;
  }
  process.stdout.write(`seed ${seed}, ${inputs} inputs, Node ${process.version}\n\n`);
  process.stdout.write(
    '| parser of | inputs | MB | longest, kB | what became of them |\n|---|---:|---:|---:|---|\n',
  );
  const started = performance.now();
  const reports = targets.map((target) => {
    const each = Math.ceil(inputs / targets.length);
    const watch = new HangWatch(
      `npm run fuzz -- --seed ${seed} --target "${target.name}" --inputs 1 --from N`,
    );
    const report = fuzz(target, { seed, inputs: each, from, onInput: (index) => watch.begins(index) });
    watch.close();
    process.stdout.write(`${line(report)}\n`);
    return report;
  });
  const failures = reports.flatMap((report) => report.failures);
  for (const { target, problem, index, input } of failures) {
    process.stdout.write(
      `\n${target}: ${problem}\n  npm run fuzz -- --seed ${seed} --target "${target}" --inputs 1 --from ${index}\n` +
        `  smallest input, base64: ${input}\n`,
    );
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const peak = (process.resourceUsage().maxRSS / 1000).toFixed(0);
  const total = reports.reduce((sum, report) => sum + report.inputs, 0);
  process.stdout.write(
    `\n${total} inputs in ${seconds} s, peak memory ${peak} MB, ${failures.length} failures\n`,
  );
  return failures.length === 0 ? 0 : 1;
}

function line({ target, inputs, bytes, longestBytes, outcomes }: FuzzReport): string {
  const shown = Object.entries(outcomes)
    .sort(([, one], [, other]) => other - one)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ');
  return `| ${target} | ${inputs} | ${(bytes / 1e6).toFixed(1)} | ${(longestBytes / 1e3).toFixed(0)} | ${shown} |`;
}
