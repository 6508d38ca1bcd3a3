/**
 * The three stretches of a connection's path (design §8): app to Azure, Azure to this host, this host to the endpoint.
 * Each is judged by itself: with a dead endpoint the way to Azure is still green here. Pure.
 */
import type { SessionHistory } from '../api.ts';
import type { ConnectionView } from '../connection-view.ts';
import { formatDuration, formatMoment } from '../format.ts';
import { azureTone, endpointTone, type Tone } from '../status.ts';
import { pathTexts, sessionsLastHourTexts } from './texts/details.ts';
import { azureWordTexts, endpointWordTexts, momentWordTexts } from './texts/status.ts';
import { fillCounted, fillText } from './message-text.ts';
import { endpointSecondLine, secondLine } from './status-lines.ts';

export interface PathLeg {
  readonly id: 'app' | 'azure' | 'endpoint';
  /** Good: a whole line. Act: broken. Watch: on its way back. Quiet: nobody knows, or by choice. */
  readonly tone: Tone;
  readonly words: string;
  /** One figure at the right; empty when there is none. */
  readonly figure: string;
}

const hourMs = 3_600_000;

/** @param history null until it was read. @param now milliseconds since 1970-01-01 UTC. */
export function pathLegs(
  view: ConnectionView,
  history: Pick<SessionHistory, 'lastHour'> | null,
  now: number,
): readonly [PathLeg, PathLeg, PathLeg] {
  return [appLeg(view, history?.lastHour ?? null, now), azureLeg(view, now), endpointLeg(view, now)];
}

function appLeg(view: ConnectionView, lastHour: number | null, now: number): PathLeg {
  const figure = lastHour === null ? '' : fillCounted(sessionsLastHourTexts, lastHour);
  if (isSending(view, lastHour, now)) return { id: 'app', tone: 'good', words: pathTexts.sending, figure };
  return { id: 'app', tone: 'quiet', words: silentWords(view, now), figure: lastHour === 0 ? '' : figure };
}

/** Sessions outlive the channel that brought them, but without a channel none can come any more. */
function isSending({ azure, sessions, lastSessionAt }: ConnectionView, lastHour: number | null, now: number) {
  if (sessions > 0) return true;
  const isRecent = (lastHour ?? 0) > 0 || (lastSessionAt !== null && now - lastSessionAt < hourMs);
  return azure.status === 'connected' && isRecent;
}

function silentWords({ azure, lastSessionAt }: ConnectionView, now: number): string {
  if (azure.status === 'unknown') return pathTexts.appUnknown;
  if (azure.status === 'discontinued') return pathTexts.appCant;
  if (lastSessionAt === null) return pathTexts.noAppYet;
  return fillText(pathTexts.noAppSince, { time: formatMoment(lastSessionAt, now, momentWordTexts) });
}

function azureLeg(view: ConnectionView, now: number): PathLeg {
  const { status, problem, since, answersInMs } = view.azure;
  const tone = azureTone({ azure: status, endpoint: 'reachable', problem });
  if (status !== 'connected')
    return {
      id: 'azure',
      tone,
      words: withProxy(azureWordTexts[status], view),
      figure: secondLine(view, now),
    };
  return {
    id: 'azure',
    tone,
    words: withProxy(
      fillText(pathTexts.connectedFor, { time: formatDuration(Math.max(0, now - since)) }),
      view,
    ),
    figure: answersInMs === null ? '' : fillText(pathTexts.answersIn, { time: formatDuration(answersInMs) }),
  };
}

function withProxy(words: string, { azure: { via } }: ConnectionView): string {
  return via === null ? words : fillText(pathTexts.throughProxy, { words, proxy: via });
}

function endpointLeg(view: ConnectionView, now: number): PathLeg {
  const { status, dialMs, checkedAt } = view.endpoint;
  const tone = endpointTone(status);
  const checked = checkedAt === null ? '' : checkedWords(now - checkedAt);
  const line = endpointSecondLine(view);
  switch (status) {
    case 'reachable': {
      const answers =
        dialMs === null ? checked : fillText(pathTexts.answersIn, { time: formatDuration(dialMs) });
      return { id: 'endpoint', tone, words: endpointWordTexts.reachable, figure: answers };
    }
    case 'unreachable':
      return {
        id: 'endpoint',
        tone,
        words: line === '' ? endpointWordTexts.unreachable : line,
        figure: checked,
      };
    case 'checking':
      return { id: 'endpoint', tone, words: endpointWordTexts.checking, figure: '' };
    case 'notChecked':
      return { id: 'endpoint', tone, words: endpointWordTexts.notChecked, figure: line };
  }
}

function checkedWords(agoMs: number): string {
  return agoMs < 1000 ? pathTexts.checkedNow : fillText(pathTexts.checkedAgo, { time: roughly(agoMs) });
}

/** The largest unit alone: a figure that ticks every second for hours would draw the eye for nothing. */
function roughly(milliseconds: number): string {
  return formatDuration(milliseconds).split(' ').slice(0, 2).join(' ');
}

/** Caption of the app: when one was last there; empty when none was. */
export function appCaption({ sessions, lastSessionAt }: ConnectionView, now: number): string {
  if (sessions > 0) return pathTexts.appNow;
  if (lastSessionAt === null) return '';
  return fillText(pathTexts.appSeen, { time: roughly(Math.max(1000, now - lastSessionAt)) });
}
