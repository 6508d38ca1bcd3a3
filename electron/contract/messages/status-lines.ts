/**
 * Second lines and tooltips of one connection's two legs, put together from the texts and the view (design §4). Pure.
 */
import type { ConnectionView } from '../connection-view.ts';
import type { ErrorData } from '../errors.ts';
import { formatCountdown, formatDuration, formatMoment } from '../format.ts';
import { describeError, shownDetails } from './describe-error.ts';
import {
  azureLineTexts,
  azureTooltipTexts,
  connectedTooltipTexts,
  momentWordTexts,
  notCheckedLineTexts,
  otherHostTexts,
  problemLineTexts,
  sessionsFinishingTexts,
  sessionsFinishingInTexts,
} from './texts/status.ts';
import { endpointMark, endpointTooltip } from './endpoint-words.ts';
import { refusedKeyMark, refusedKeyTooltip } from './key-words.ts';
import { limitMark, limitTooltip } from './limit-words.ts';
import { lowerFirst } from './join-texts.ts';
import { fillCounted, fillText } from './message-text.ts';

/** Why the way to Azure is as it is; `now` in milliseconds since 1970-01-01 UTC. */
export function secondLine(view: ConnectionView, now: number): string {
  const { azure } = view;
  switch (azure.status) {
    case 'connected':
      return connectedLine(view);
    case 'connecting':
      return azureLineTexts.connecting;
    case 'notConnected':
      return problemLine(azure.problem) ?? retryLine(view, now);
    case 'unauthorized':
    case 'notFound':
    case 'blockedByPolicy':
    case 'keyNeeded':
    case 'cantStart':
      return problemLine(azure.problem) ?? azureLineTexts[azure.status];
    case 'stopping':
      return stoppingLine(view, now);
    case 'discontinued':
      return azureLineTexts.discontinued;
    case 'stopped':
    case 'unknown':
      return fillText(azureLineTexts[azure.status], {
        time: formatMoment(azure.since, now, momentWordTexts),
      });
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
      ? connectedTooltipTexts.endpointUnreachable
      : connectedTooltipTexts.endpointNotChecked;
  }
  const problem = azure.problem === null ? '' : lowerFirst(describeError(azure.problem).title);
  return fillText(azureTooltipTexts[azure.status], { name: config.name, host: config.host, problem });
}

/** What a person should decide goes before what is only good to know. */
function connectedLine(view: ConnectionView): string {
  const mark = connectedMark(view);
  if (mark !== null) return mark;
  const { endpoint, listeners } = view;
  if (endpoint.status === 'unreachable') return azureLineTexts.toAzureOnly;
  if (endpoint.status !== 'reachable') return azureLineTexts.endpointNotChecked;
  const others = (listeners ?? 1) - 1;
  return others > 0 ? fillCounted(otherHostTexts, others) : azureLineTexts.thisHostOnly;
}

function retryLine({ azure }: ConnectionView, now: number): string {
  const { attempt, retryAt } = azure;
  if (attempt === 0) return azureLineTexts.retryingAtFirst;
  return retryAt === null
    ? fillText(azureLineTexts.retrying, { attempt })
    : fillText(azureLineTexts.retryAt, { attempt, time: formatCountdown(retryAt - now) });
}

function stoppingLine({ azure, sessions }: ConnectionView, now: number): string {
  if (sessions === 0) return azureLineTexts.stopping;
  return azure.retryAt === null
    ? fillCounted(sessionsFinishingTexts, sessions)
    : fillCounted(sessionsFinishingInTexts, sessions, { time: formatCountdown(azure.retryAt - now) });
}

function notCheckedLine({ azure }: ConnectionView): string {
  const { status } = azure;
  return status === 'stopped' || status === 'blockedByPolicy' || status === 'discontinued'
    ? notCheckedLineTexts[status]
    : notCheckedLineTexts.notYet;
}

function problemLine(problem: ErrorData | null): string | null {
  const text = problem === null ? undefined : problemLineTexts[problem.code];
  return problem === null || text === undefined ? null : fillText(text, shownDetails(problem.details));
}
