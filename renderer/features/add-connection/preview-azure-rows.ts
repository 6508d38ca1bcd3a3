/** The two rows that Azure and this host fill: endpoint and listeners (design §9.1). Pure. */
import { formatDuration } from '../../../electron/contract/format.ts';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { formatHostPort, parseHostPort, type HostPort } from '../../../electron/contract/host-port.ts';
import type { Inspection } from '../../../electron/contract/api.ts';
import type { ErrorCode, ErrorData } from '../../../electron/contract/errors.ts';
import {
  addAsideTexts,
  addValueTexts,
  addWordTexts,
  listenersNowTexts,
  otherListenerTexts,
  unreachableReasonTexts,
} from '../../../electron/contract/messages/texts/add.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError, describeNotice } from '../../../electron/contract/messages/messages.ts';
import type { PreviewInput, PreviewRow } from './preview-row.ts';
import { notYet } from './preview-string-rows.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

/** Azure takes this many listeners for a Hybrid Connection, of all hosts together. */
const maxListeners = 25;

/** Told at another row: the key, or the name. */
const toldElsewhere: readonly ErrorCode[] = ['HCM2020', 'HCM2022', 'HCM2023'];

export function endpointRow({ reading, answer, bound }: PreviewInput): PreviewRow {
  const part = 'endpoint';
  if (reading.outcome === 'empty' || reading.outcome === 'biztalk') return notYet(part);
  if (answer.kind === 'notAsked') {
    // With a name it isn't the name that it waits for.
    return reading.seen.name === null
      ? { ...notYet(part), value: addValueTexts.askAzureLater }
      : notYet(part);
  }
  if (answer.kind === 'asking') return { part, tone: 'quiet', icon: 'busy', value: addValueTexts.asking };
  const couldntAsk = bound === null ? addValueTexts.couldntAsk : addValueTexts.couldntAskReplace;
  if (answer.kind === 'failed') return { part, tone: 'quiet', value: couldntAsk, ...why(answer.problem) };
  const { azure, problem, reached } = answer.inspection;
  if (problem?.code === 'HCM2042') {
    const { cause, next } = describeError(problem);
    return {
      part,
      tone: 'act',
      value: addValueTexts.endpointUnreadable,
      words: joinSentences([cause, next]),
    };
  }
  if (azure === null && problem?.code !== 'HCM2041')
    return { part, tone: 'quiet', value: couldntAsk, ...why(problem) };
  const endpoint = azure?.endpoint ?? null;
  if (endpoint === null)
    return {
      part,
      tone: 'act',
      value: addValueTexts.noEndpoint,
      words: addWordTexts.noEndpoint,
      action: 'howToFix',
    };
  return knownEndpoint(endpoint, reached, bound !== null);
}

export function listenersRow({ reading, answer, bound }: PreviewInput): PreviewRow {
  const part = 'listeners';
  if (reading.outcome !== 'relay') return notYet(part);
  if (answer.kind === 'asking') return { part, tone: 'quiet', icon: 'busy', value: addValueTexts.asking };
  const azure = answer.kind === 'answered' ? answer.inspection.azure : null;
  if (azure === null) return notYet(part);
  const { listeners } = azure;
  const row = { part, tone: 'quiet', icon: 'info' } as const;
  if (bound !== null) return { ...row, value: fillCounted(listenersNowTexts, listeners) };
  if (listeners >= maxListeners) {
    const value = fillText(addValueTexts.full, { count: listeners });
    return { part, tone: 'act', value, words: fillText(addWordTexts.full, { limit: maxListeners }) };
  }
  return {
    ...row,
    value: listeners === 0 ? addValueTexts.firstListener : fillCounted(otherListenerTexts, listeners),
  };
}

function knownEndpoint(endpoint: HostPort, reached: Inspection['reached'], forReplace: boolean): PreviewRow {
  const value = formatHostPort(endpoint);
  const unsupported = joinSentences(portNotices(endpoint).map(describeNotice));
  const isUnsupported = unsupported !== '';
  const row = {
    part: 'endpoint',
    value,
    ...(isUnsupported ? ({ action: 'notSupported' } as const) : {}),
  } as const;
  const problem = reached?.problem ?? null;
  if (problem !== null) {
    const reason = fillText(unreachableReasonTexts[problem.code] ?? '', problem.details);
    const text = forReplace ? addWordTexts.notReachableReplace : addWordTexts.notReachable;
    return { ...row, tone: 'watch', words: joinSentences([fillText(text, { reason }), unsupported]) };
  }
  const dialMs = reached?.dialMs ?? null;
  const aside =
    dialMs === null
      ? addAsideTexts.fromAzure
      : fillText(addAsideTexts.reachable, { time: formatDuration(dialMs) });
  const reading = parseHostPort(value);
  const isAddress = reading.ok && reading.kind !== 'name';
  if (isAddress || isUnsupported) {
    const words = joinSentences([isAddress ? addWordTexts.addressEndpoint : '', unsupported]);
    return { ...row, tone: 'watch', aside, words };
  }
  return { ...row, tone: dialMs === null ? 'quiet' : 'good', aside };
}

function why(problem: ErrorData | null): { readonly words?: string } {
  if (problem === null || toldElsewhere.includes(problem.code)) return {};
  return { words: `${describeError(problem).title}.` };
}
