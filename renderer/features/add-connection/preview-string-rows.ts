/** The four rows that the string itself fills: name, namespace, rule, key (design §9.1). Pure. */
import { namespaceOf } from '../../../electron/contract/connection-row.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import {
  addAsideTexts,
  addValueTexts,
  addWordTexts,
  replaceKeyDialogTexts,
} from '../../../electron/contract/messages/texts/add.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError, describeNotice } from '../../../electron/contract/messages/messages.ts';
import { noticeTable } from '../../../electron/contract/notices.ts';
import { defaultRelayPort } from '../../../electron/contract/relay-endpoint.ts';
import { rulePurpose } from '../../../electron/contract/rule-purpose.ts';
import type { PreviewInput, PreviewPart, PreviewRow } from './preview-row.ts';
import { problemRow } from './problem-row.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export function nameRow({ reading, existing, bound, answer }: PreviewInput): PreviewRow {
  const { seen, needsName, problems, notices } = reading;
  const field = needsName && bound === null ? { hasNameField: true } : {};
  const found = problemRow('name', problems);
  if (found !== null) return { ...found, ...field };
  const value = seen.name;
  if (value === null) return notYet('name');
  const row = { part: 'name', tone: 'good', value, ...field } as const;
  if (bound !== null && value.toLowerCase() !== bound.config.name.toLowerCase()) {
    const details = { other: value, name: bound.config.name };
    return { ...row, tone: 'act', words: fillText(replaceKeyDialogTexts.otherName, details) };
  }
  if (bound === null && existing !== null) {
    return existing.config.kind === 'biztalk'
      ? { ...row, tone: 'act', words: addWordTexts.alreadyHereRetired }
      : { ...row, tone: 'act', words: addWordTexts.alreadyHere, action: 'replaceKey' };
  }
  if (answer.kind === 'answered' && answer.inspection.problem?.code === 'HCM2023')
    return { ...row, tone: 'act', words: addWordTexts.noSuchName };
  const read = notices.find(({ part }) => part === 'name');
  return read === undefined ? row : { ...row, words: describeNotice(read) };
}

export function namespaceRow({ reading, bound }: PreviewInput): PreviewRow {
  const { outcome, seen, problems, notices } = reading;
  const found = problemRow('namespace', problems);
  if (found !== null)
    return problems.some(({ code }) => code === 'HCM1016') ? { ...found, action: 'howToReplace' } : found;
  if (seen.host === null || seen.port === null) return notYet('namespace');
  if (outcome === 'biztalk') {
    const { cause, title } = describeError({ code: 'HCM1016', details: {} });
    const words = `${title} (hc://). ${cause}`;
    return bound === null
      ? {
          part: 'namespace',
          tone: 'watch',
          value: addValueTexts.biztalk,
          words: joinSentences([words, addWordTexts.retired]),
          action: 'howToReplace',
        }
      : { part: 'namespace', tone: 'act', value: addValueTexts.biztalk, words };
  }
  const value = namespaceText({ host: seen.host, port: seen.port });
  const row = { part: 'namespace', tone: 'good', value } as const;
  if (bound !== null && (seen.host !== bound.config.host || seen.port !== bound.config.port)) {
    const details = { other: value, name: namespaceText(bound.config) };
    return { ...row, tone: 'act', words: fillText(replaceKeyDialogTexts.otherNamespace, details) };
  }
  const remark = notices.find(({ part }) => part === 'namespace');
  if (remark === undefined) return row;
  const tone = noticeTable[remark.code].severity === 'watch' ? 'watch' : 'good';
  return { ...row, tone, words: describeNotice(remark) };
}

export function ruleRow({ reading: { outcome, seen, problems }, bound }: PreviewInput): PreviewRow {
  const value = seen.ruleName;
  const found = problemRow('rule', problems);
  if (found !== null) return value === null ? found : { ...found, value };
  if (value === null) return notYet('rule');
  const row = { part: 'rule', tone: 'good', value } as const;
  if (outcome === 'biztalk') return { ...row, tone: 'quiet' };
  const purpose = rulePurpose(value);
  if (purpose === 'broad')
    return {
      ...row,
      tone: 'watch',
      words: bound === null ? addWordTexts.broadRule : addWordTexts.broadRuleReplace,
    };
  return purpose === 'listen' ? { ...row, aside: addAsideTexts.listenOnly } : row;
}

export function keyRow({ reading, answer }: PreviewInput): PreviewRow {
  const { outcome, seen, problems, notices } = reading;
  const found = problemRow('key', problems);
  if (found !== null) return found;
  if (outcome === 'biztalk') return { part: 'key', tone: 'quiet', value: addValueTexts.keyNotNeeded };
  if (seen.keyLength === null) return notYet('key');
  const count = seen.keyLength;
  const value = fillText(addValueTexts.keyLength, { count });
  const row = { part: 'key', tone: 'good', value } as const;
  const refusal = keyRefusal(answer);
  if (refusal !== null)
    return { ...row, tone: 'act', value: fillText(addValueTexts.keyRefused, { count }), words: refusal };
  const isOdd = notices.some(({ part }) => part === 'key');
  if (!isOdd) return row;
  return {
    ...row,
    tone: 'watch',
    words: hasUsualLength(count) ? addWordTexts.oddKey : addWordTexts.shortKey,
  };
}

/** A part that nothing is known of yet. */
export function notYet(part: PreviewPart): PreviewRow {
  return { part, tone: 'quiet', value: unknownValue };
}

function keyRefusal(answer: PreviewInput['answer']): string | null {
  const problem = answer.kind === 'answered' ? answer.inspection.problem : null;
  if (problem?.code === 'HCM2020') return addWordTexts.keyRefused;
  if (problem?.code !== 'HCM2022') return null;
  const { title, next } = describeError(problem);
  return `${title}. ${next}`;
}

function hasUsualLength(length: number): boolean {
  return length === 44;
}

function namespaceText({ host, port }: { readonly host: string; readonly port: number }): string {
  return port === defaultRelayPort ? namespaceOf(host) : formatHostPort({ host, port });
}
