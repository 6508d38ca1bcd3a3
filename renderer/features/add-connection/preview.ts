/**
 * What the dialog says about a string: a heading and always the same six rows (design §9.1). Pure: string, host's own
 * list and Azure's answer in, words out.
 *
 * Invariant: made from a reading, so no word of it can hold the key.
 */
import { connectionKey } from '../../../electron/contract/connection.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { addHeadingTexts, thingsMissingTexts } from '../../../electron/contract/messages/texts/add.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { describeError, describeNotice } from '../../../electron/contract/messages/messages.ts';
import type { ErrorCode } from '../../../electron/contract/errors.ts';
import { endpointRow, listenersRow } from './preview-azure-rows.ts';
import { keyRow, nameRow, namespaceRow, ruleRow } from './preview-string-rows.ts';
import type { Answer, PreviewInput, PreviewRow } from './preview-row.ts';
import { rowOf } from './problem-row.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export interface Preview {
  readonly heading: string;
  readonly rows: readonly PreviewRow[];
  /** Below the field: what the reader left out, or why it can't be read at all. Null: the usual hint. */
  readonly remark: { readonly tone: 'act' | 'quiet'; readonly text: string } | null;
  readonly canSubmit: boolean;
}

/** What is missing, as against wrong: pasting or typing one more thing solves it. */
const missing: readonly ErrorCode[] = ['HCM1005', 'HCM1008', 'HCM1010', 'HCM1011', 'HCM1024'];

export function preview(input: PreviewInput): Preview {
  const { reading } = input;
  return {
    heading: heading(input),
    rows: [
      nameRow(input),
      namespaceRow(input),
      ruleRow(input),
      keyRow(input),
      endpointRow(input),
      listenersRow(input),
    ],
    remark: remark(input),
    canSubmit: (reading.outcome === 'relay' || reading.outcome === 'biztalk') && !isBlocked(input),
  };
}

/** Asking Azure makes sense: everything is there, and it isn't something that this host has already. */
export function canAskAzure(input: Omit<PreviewInput, 'answer'>): boolean {
  return input.reading.outcome === 'relay' && !isBlocked(input);
}

/** The connection on this host that the string is for. */
export function existingFor(
  { outcome, seen }: PreviewInput['reading'],
  views: Iterable<ConnectionView>,
): ConnectionView | null {
  const { host, port, name } = seen;
  if (outcome === 'empty' || host === null || port === null || name === null) return null;
  const key = connectionKey({ host, port, name });
  return [...views].find(({ config }) => connectionKey(config) === key) ?? null;
}

function isBlocked({ reading, existing, bound }: Omit<PreviewInput, 'answer'>): boolean {
  if (bound !== null) return existing?.config.id !== bound.config.id || reading.outcome === 'biztalk';
  return existing !== null;
}

function heading(input: PreviewInput): string {
  const { reading, bound, answer } = input;
  const forReplace = bound !== null;
  if (reading.outcome === 'empty')
    return forReplace ? addHeadingTexts.emptyReplace : addHeadingTexts.emptyAdd;
  const { problems } = reading;
  if (problems.length > 0 && problems.every(({ code }) => missing.includes(code)))
    return fillCounted(thingsMissingTexts, problems.length);
  if (problems.length > 0 || isBlocked(input))
    return forReplace ? addHeadingTexts.blockedReplace : addHeadingTexts.blockedAdd;
  if (reading.outcome === 'biztalk') return addHeadingTexts.discontinued;
  if (forReplace) return isRefused(answer) ? addHeadingTexts.refused : addHeadingTexts.readyReplace;
  const rows = [keyRow(input), nameRow(input), endpointRow(input), listenersRow(input)];
  return rows.some(({ tone }) => tone === 'act') ? addHeadingTexts.wontConnect : addHeadingTexts.readyAdd;
}

function isRefused(answer: Answer): boolean {
  const code = answer.kind === 'answered' ? answer.inspection.problem?.code : undefined;
  return code === 'HCM2020' || code === 'HCM2022';
}

function remark({ reading }: PreviewInput): Preview['remark'] {
  const found = reading.problems.find((problem) => rowOf(problem) === null);
  if (found !== undefined) {
    const { title, next } = describeError(found);
    return { tone: 'act', text: `${title}. ${next}` };
  }
  const told = reading.notices.filter(({ part }) => part === 'string').map(describeNotice);
  return told.length === 0 ? null : { tone: 'quiet', text: joinSentences(told) };
}
