/**
 * Second lines and tooltips of one connection's two legs, put together from the texts and the view (design §4). Pure.
 */
import type { ConnectionView } from '../connection-view.ts';
import type { ErrorData } from '../errors.ts';
import { formatCountdown, formatDuration, formatMoment } from '../format.ts';
import { describeError, shownDetails } from './describe-error.ts';
import {
  enAzureLines,
  enAzureTooltips,
  enConnectedTooltips,
  enMomentWords,
  enNotCheckedLines,
  enOtherHosts,
  enProblemLines,
  enSessionsFinishing,
  enSessionsFinishingIn,
} from './en-status.ts';
import { endpointMark, endpointTooltip } from './endpoint-words.ts';
import { refusedKeyMark, refusedKeyTooltip } from './key-words.ts';
import { limitMark, limitTooltip } from './limit-words.ts';
import { fillCounted, fillText } from './message-text.ts';

/** Why the way to Azure is as it is; `now` in milliseconds since 1970-01-01 UTC. */
export function secondLine(view: ConnectionView, now: number): string {
  const { azure } = view;
  switch (azure.status) {
    case 'connected':
      return connectedLine(view);
    case 'connecting':
      return enAzureLines.connecting;
    case 'notConnected':
      return problemLine(azure.problem) ?? retryLine(view, now);
    case 'unauthorized':
    case 'notFound':
    case 'blockedByPolicy':
    case 'keyNeeded':
    case 'cantStart':
      return problemLine(azure.problem) ?? enAzureLines[azure.status];
    case 'stopping':
      return stoppingLine(view, now);
    case 'discontinued':
      return enAzureLines.discontinued;
    case 'stopped':
    case 'unknown':
      return fillText(enAzureLines[azure.status], { time: formatMoment(azure.since, now, enMomentWords) });
  }
}

/** What a connection that works asks a person for; null when it asks for nothing. Shown in the tone watch. */
export function connectedMark(view: ConnectionView): string | null {
  return view.azure.status === 'connected'
    ? (refusedKeyMark(view) ?? endpointMark(view) ?? limitMark(view))
    : null;
}

/** Why the way to the endpoint is as it is; empty while it is being checked. */
export function endpointSecondLine(view: ConnectionView): string {
  const { endpoint } = view;
  switch (endpoint.status) {
    case 'reachable':
      return endpoint.dialMs === null ? '' : formatDuration(endpoint.dialMs);
    case 'unreachable':
      return problemLine(endpoint.problem) ?? '';
    case 'checking':
      return '';
    case 'notChecked':
      return notCheckedLine(view);
  }
}

export function statusTooltip(view: ConnectionView): string {
  const { azure, endpoint, config } = view;
  const mark =
    azure.status === 'connected'
      ? (refusedKeyTooltip(view) ?? endpointTooltip(view) ?? limitTooltip(view))
      : null;
  if (mark !== null) return mark;
  if (azure.status === 'connected' && endpoint.status !== 'reachable') {
    return endpoint.status === 'unreachable'
      ? enConnectedTooltips.endpointUnreachable
      : enConnectedTooltips.endpointNotChecked;
  }
  const problem = azure.problem === null ? '' : lowerFirst(describeError(azure.problem).title);
  return fillText(enAzureTooltips[azure.status], { name: config.name, host: config.host, problem });
}

/** What a person should decide goes before what is only good to know. */
function connectedLine(view: ConnectionView): string {
  const mark = connectedMark(view);
  if (mark !== null) return mark;
  const { endpoint, listeners } = view;
  if (endpoint.status === 'unreachable') return enAzureLines.toAzureOnly;
  if (endpoint.status !== 'reachable') return enAzureLines.endpointNotChecked;
  const others = (listeners ?? 1) - 1;
  return others > 0 ? fillCounted(enOtherHosts, others) : enAzureLines.thisHostOnly;
}

function retryLine({ azure }: ConnectionView, now: number): string {
  const { attempt, retryAt } = azure;
  if (attempt === 0) return enAzureLines.retryingAtFirst;
  return retryAt === null
    ? fillText(enAzureLines.retrying, { attempt })
    : fillText(enAzureLines.retryAt, { attempt, time: formatCountdown(retryAt - now) });
}

function stoppingLine({ azure, sessions }: ConnectionView, now: number): string {
  if (sessions === 0) return enAzureLines.stopping;
  return azure.retryAt === null
    ? fillCounted(enSessionsFinishing, sessions)
    : fillCounted(enSessionsFinishingIn, sessions, { time: formatCountdown(azure.retryAt - now) });
}

function notCheckedLine({ azure }: ConnectionView): string {
  const { status } = azure;
  return status === 'stopped' || status === 'blockedByPolicy' || status === 'discontinued'
    ? enNotCheckedLines[status]
    : enNotCheckedLines.notYet;
}

function problemLine(problem: ErrorData | null): string | null {
  const text = problem === null ? undefined : enProblemLines[problem.code];
  return problem === null || text === undefined ? null : fillText(text, shownDetails(problem.details));
}

/** For use inside a sentence; names and abbreviations at the front (`No`, but not `TLS` or a host) stay as they are. */
export function lowerFirst(title: string): string {
  return /^(?:No|The|This|What|Something) /.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
