/** The two rows that Azure and this host fill: endpoint and listeners (design §9.1). Pure. */
import { formatDuration } from '../../../electron/contract/format.ts';
import { formatHostPort, parseHostPort, type HostPort } from '../../../electron/contract/host-port.ts';
import type { Inspection } from '../../../electron/contract/api.ts';
import type { ErrorCode, ErrorData } from '../../../electron/contract/errors.ts';
import {
  enAddAsides,
  enAddValues,
  enAddWords,
  enListenersNow,
  enOtherListeners,
  enUnreachableReasons,
} from '../../../electron/contract/messages/en-add.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { PreviewInput, PreviewRow } from './preview-row.ts';
import { notYet } from './preview-string-rows.ts';

/** Azure takes this many listeners for a Hybrid Connection, of all hosts together. */
const maxListeners = 25;

/** Told at another row: the key, or the name. */
const toldElsewhere: readonly ErrorCode[] = ['HCM2020', 'HCM2022', 'HCM2023'];

export function endpointRow({ reading, answer, bound }: PreviewInput): PreviewRow {
  const part = 'endpoint';
  if (reading.outcome === 'empty' || reading.outcome === 'biztalk') return notYet(part);
  if (answer.kind === 'notAsked') {
    // With a name it isn't the name that it waits for.
    return reading.seen.name === null ? { ...notYet(part), value: enAddValues.askAzureLater } : notYet(part);
  }
  if (answer.kind === 'asking') return { part, tone: 'quiet', icon: 'busy', value: enAddValues.asking };
  const couldntAsk = bound === null ? enAddValues.couldntAsk : enAddValues.couldntAskReplace;
  if (answer.kind === 'failed') return { part, tone: 'quiet', value: couldntAsk, ...why(answer.problem) };
  const { azure, problem, reached } = answer.inspection;
  if (problem?.code === 'HCM2042') {
    const { cause, next } = describeError(problem);
    return { part, tone: 'act', value: enAddValues.endpointUnreadable, words: `${cause} ${next}` };
  }
  if (azure === null && problem?.code !== 'HCM2041')
    return { part, tone: 'quiet', value: couldntAsk, ...why(problem) };
  const endpoint = azure?.endpoint ?? null;
  if (endpoint === null)
    return {
      part,
      tone: 'act',
      value: enAddValues.noEndpoint,
      words: enAddWords.noEndpoint,
      action: 'howToFix',
    };
  return knownEndpoint(endpoint, reached, bound !== null);
}

export function listenersRow({ reading, answer, bound }: PreviewInput): PreviewRow {
  const part = 'listeners';
  if (reading.outcome !== 'relay') return notYet(part);
  if (answer.kind === 'asking') return { part, tone: 'quiet', icon: 'busy', value: enAddValues.asking };
  const azure = answer.kind === 'answered' ? answer.inspection.azure : null;
  if (azure === null) return notYet(part);
  const { listeners } = azure;
  const row = { part, tone: 'quiet', icon: 'info' } as const;
  if (bound !== null) return { ...row, value: fillCounted(enListenersNow, listeners) };
  if (listeners >= maxListeners) {
    const value = fillText(enAddValues.full, { count: listeners });
    return { part, tone: 'act', value, words: fillText(enAddWords.full, { limit: maxListeners }) };
  }
  return {
    ...row,
    value: listeners === 0 ? enAddValues.firstListener : fillCounted(enOtherListeners, listeners),
  };
}

function knownEndpoint(endpoint: HostPort, reached: Inspection['reached'], forReplace: boolean): PreviewRow {
  const value = formatHostPort(endpoint);
  const row = { part: 'endpoint', value } as const;
  const problem = reached?.problem ?? null;
  if (problem !== null) {
    const reason = fillText(enUnreachableReasons[problem.code] ?? '', problem.details);
    const text = forReplace ? enAddWords.notReachableReplace : enAddWords.notReachable;
    return { ...row, tone: 'watch', words: fillText(text, { reason }) };
  }
  const dialMs = reached?.dialMs ?? null;
  const aside =
    dialMs === null
      ? enAddAsides.fromAzure
      : fillText(enAddAsides.reachable, { time: formatDuration(dialMs) });
  const reading = parseHostPort(value);
  const isAddress = reading.ok && reading.kind !== 'name';
  if (isAddress) return { ...row, tone: 'watch', aside, words: enAddWords.addressEndpoint };
  return { ...row, tone: dialMs === null ? 'quiet' : 'good', aside };
}

function why(problem: ErrorData | null): { readonly words?: string } {
  if (problem === null || toldElsewhere.includes(problem.code)) return {};
  return { words: `${describeError(problem).title}.` };
}
