/** Where each problem of a string is told, and in which words. Pure. */
import type { Problem } from '../../../electron/contract/finding.ts';
import { addProblemValueTexts, addProblemWordTexts } from '../../../electron/contract/messages/texts/add.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { PreviewPart, PreviewRow } from './preview-row.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

type StringPart = Exclude<PreviewPart, 'endpoint' | 'listeners'>;

/** Problems of the text as a whole that name the part that they are about. */
const partOfKey: Readonly<Record<string, StringPart>> = {
  Endpoint: 'namespace',
  EntityPath: 'name',
  SharedAccessKeyName: 'rule',
  SharedAccessKey: 'key',
  SharedAccessSignature: 'key',
};

/** Null: it is about the text as a whole and is told below the field. */
export function rowOf({ code, part, details }: Problem): StringPart | null {
  if (part === 'endpoint') return null;
  if (part !== 'string') return part;
  return code === 'HCM1004' ? (partOfKey[String(details['key'])] ?? null) : null;
}

/** The row of the first problem that belongs to it; null when there is none. */
export function problemRow(part: StringPart, problems: readonly Problem[]): PreviewRow | null {
  const found = problems.find((problem) => rowOf(problem) === part);
  if (found === undefined) return null;
  const { title, cause, next } = describeError(found);
  // The cause says more than the title where the value already says what is wrong.
  const sentence = hasReason(found) ? cause : `${title}.`;
  return {
    part,
    tone: 'act',
    value: addProblemValueTexts[found.code] ?? title,
    words: addProblemWordTexts[found.code] ?? joinSentences([sentence, next]),
  };
}

function hasReason({ details }: Problem): boolean {
  return details['reason'] !== undefined;
}
