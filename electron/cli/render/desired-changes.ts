/** A plan and its outcome for people: one line a connection, and one for each of its differences. */
import { isErrorCode } from '../../contract/errors.ts';
import type { DesiredChange, DesiredDifference, DesiredOutcome } from '../../contract/desired.ts';
import {
  desiredCountTexts,
  desiredPartTexts,
  desiredSentenceTexts,
  desiredValueTexts,
} from '../../contract/messages/texts/cli-desired.ts';
import { joinLines } from '../../contract/messages/join-texts.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { describeError } from '../../contract/messages/messages.ts';
import type { FileFault } from '../desired/parse-desired-file.ts';
import type { SettingChange } from '../desired/settings-changes.ts';
import { printable } from './table.ts';

export interface ShownPlan {
  readonly changes: readonly DesiredChange[];
  readonly settings: readonly SettingChange[];
}

const marks = { add: '+', update: '~', remove: '-', unchanged: ' ' } as const;

export function renderPlan({ changes, settings }: ShownPlan): string {
  const lines = settings.map(settingLine);
  for (const change of changes) {
    if (change.kind === 'unchanged') continue;
    lines.push(`${marks[change.kind]} ${change.name} (${change.host})`);
    lines.push(...change.differences.map((difference) => `    ${differenceText(change, difference)}`));
  }
  lines.push(summary(changes, settings.length));
  return lines.map((line) => `${printable(line)}\n`).join('');
}

export function renderSettings(settings: readonly SettingChange[]): string {
  return settings.map((change) => `${printable(settingLine(change))}\n`).join('');
}

function settingLine({ name, from, to }: SettingChange): string {
  return `~ ${name}: ${fromTo(settingText(from), settingText(to))}`;
}

export function removalText(changes: readonly DesiredChange[]): string {
  return fillCounted(desiredCountTexts.remove, countOf(changes, 'remove'));
}

function summary(changes: readonly DesiredChange[], settings: number): string {
  const unchanged = fillCounted(desiredCountTexts.unchanged, countOf(changes, 'unchanged'));
  if (settings === 0 && changes.every(({ kind }) => kind === 'unchanged'))
    return fillText(desiredSentenceTexts.nothing, { unchanged });
  return fillText(desiredSentenceTexts.plan, {
    add: fillCounted(desiredCountTexts.add, countOf(changes, 'add')),
    change: fillCounted(desiredCountTexts.change, countOf(changes, 'update') + settings),
    remove: removalText(changes),
    unchanged,
  });
}

function countOf(changes: readonly DesiredChange[], kind: DesiredChange['kind']): number {
  return changes.filter((change) => change.kind === kind).length;
}

function differenceText({ kind }: DesiredChange, { what, from, to }: DesiredDifference): string {
  const text = kind === 'add' ? valueText(what, to) : changeText(what, from, to);
  return `${desiredPartTexts[what]}: ${text}`;
}

function changeText(what: DesiredDifference['what'], from: string | null, to: string | null): string {
  const isSameRule = (what === 'primaryKey' || what === 'secondaryKey') && from === to && to !== null;
  if (isSameRule) return fillText(desiredValueTexts.anotherKey, { name: to });
  return fromTo(valueText(what, from), valueText(what, to));
}

function valueText(what: DesiredDifference['what'], value: string | null): string {
  if (value !== null) return what === 'caPem' ? fillText(desiredValueTexts.pinned, { name: value }) : value;
  if (what === 'endpoint') return desiredValueTexts.endpointOfAzure;
  return what === 'caPem' ? desiredValueTexts.commonTrust : desiredValueTexts.none;
}

function fromTo(from: string, to: string): string {
  return fillText(desiredValueTexts.fromTo, { from, to });
}

function settingText(value: string | number | null): string {
  return value === null || value === '' ? desiredValueTexts.none : String(value);
}

/** What is done, and why the rest isn't. */
export function renderOutcome({ changes, results }: DesiredOutcome, settings: number): string {
  const lines: string[] = [];
  let failed = 0;
  results.forEach(({ problem }, index) => {
    const change = changes[index];
    if (problem === null || change === undefined || !isErrorCode(problem.code)) return;
    const { title, cause, code } = describeError({ code: problem.code, details: problem.details });
    failed += 1;
    lines.push(fillText(desiredSentenceTexts.failed, { name: change.name, host: change.host, title }));
    lines.push(`    ${fillText(desiredSentenceTexts.failedWhy, { cause, code })}`);
  });
  const done = changes.filter(({ kind }) => kind !== 'unchanged').length + settings - failed;
  const counts = {
    done: fillCounted(desiredCountTexts.changes, done),
    failed: fillCounted(desiredCountTexts.changes, failed),
  };
  lines.push(
    fillText(failed === 0 ? desiredSentenceTexts.applied : desiredSentenceTexts.appliedWithout, counts),
  );
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** `hosts.yaml, line 12: connections[2].endpoint: what is wrong, why, and its code.` */
export function renderFaults(file: string, faults: readonly FileFault[]): string {
  return faults
    .map(({ line, place, error }) => {
      const { title, cause, code } = describeError(error);
      const sentence = code === 'HCM1070' ? cause : joinLines([title, cause]);
      const details = { file, place, text: `${sentence} ${code}` };
      return line === null
        ? fillText(desiredSentenceTexts.place, details)
        : fillText(desiredSentenceTexts.placeAtLine, { ...details, line });
    })
    .map((line) => `${printable(line)}\n`)
    .join('');
}
