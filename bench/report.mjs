// @ts-check
/** The table of a run, as text. */
import { describe } from './targets.mjs';

/** @param {readonly import('./targets.mjs').Verdict[]} verdicts */
export function renderTable(verdicts) {
  const head = ['what', 'ours', 'against', 'theirs', 'target', 'result'];
  const rows = verdicts.map((verdict) => [
    verdict.what,
    verdict.ours,
    verdict.against,
    verdict.theirs,
    verdict.target,
    describe(verdict),
  ]);
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join(
    '\n',
  );
}
