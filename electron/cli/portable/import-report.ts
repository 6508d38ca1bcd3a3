/** What an import shows: rows for scripts, a table for people, and one next step for each kind of trouble. No keys. */
import type { z } from 'zod';
import type { ErrorData } from '../../contract/errors.ts';
import { cliNextTexts } from '../../contract/messages/texts/cli.ts';
import {
  desiredPartTexts,
  importActionTexts,
  importHeadTexts,
  portableSentenceTexts,
} from '../../contract/messages/texts/cli-portable.ts';
import { joinList, joinSentences } from '../../contract/messages/join-texts.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { describeError } from '../../contract/messages/messages.ts';
import { unknownValue } from '../../contract/format.ts';
import type { importAnswerSchema, PortableFormat } from '../../contract/portable-answers.ts';
import { printable, renderTable } from '../render/table.ts';
import { isTaken, type ImportItem } from '../../engine/portable/import-item.ts';

export type ImportReport = Readonly<z.infer<typeof importAnswerSchema>>;

export function importReport(
  format: PortableFormat,
  isDryRun: boolean,
  items: readonly ImportItem[],
  settings: Pick<ImportReport, 'settings' | 'takesSettings'>,
): ImportReport {
  return {
    format,
    isDryRun,
    imported: items.filter(({ action }) => action === 'imported' || action === 'updated').length,
    notTaken: items.filter((item) => !isTaken(item)).length,
    ...settings,
    entries: items.map(({ place, name, host, endpoint, action, problem, differs }) => ({
      entry: place,
      name,
      namespace: host,
      endpoint,
      action,
      code: problem?.code ?? null,
      differs: [...differs],
    })),
  };
}

export function renderImport(items: readonly ImportItem[]): string {
  const heads = Object.values(importHeadTexts);
  const rows = items.map((item) => [
    item.place,
    item.name === '' ? unknownValue : item.name,
    item.host === '' ? unknownValue : item.host,
    item.endpoint ?? unknownValue,
    importActionTexts[item.action],
    reasonOf(item),
  ]);
  return renderTable([heads, ...rows]) + nextSteps(items);
}

function reasonOf({ action, problem, differs }: ImportItem): string {
  if (problem !== null) return `${titleOf(problem)} (${problem.code})`;
  if (action !== 'differs') return '';
  return fillText(portableSentenceTexts.differs, {
    parts: joinList(differs.map((part) => desiredPartTexts[part])),
  });
}

function titleOf(problem: ErrorData): string {
  return describeError(problem).title;
}

/** Cause and next step of each problem, once. */
function nextSteps(items: readonly ImportItem[]): string {
  const told = new Map<string, string>();
  for (const { problem } of items) {
    if (problem === null) continue;
    const { cause, next, code } = describeError(problem);
    const line = `${code}: ${joinSentences([cause, cliNextTexts[code] ?? next])}`;
    if (!told.has(line)) told.set(line, printable(line));
  }
  return told.size === 0 ? '' : `\n${[...told.values()].join('\n')}\n`;
}
