/**
 * What a screen reader should hear of the connections: changes of state, in words, never counters or countdowns
 * (design §17). Pure: compares what was said last with what is now.
 */
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { liveTexts } from '../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../electron/contract/messages/message-text.ts';
import { endpointStatusWord, statusWord } from '../../electron/contract/messages/messages.ts';
import { azureTone, type AzureStatus, type EndpointStatus } from '../../electron/contract/status.ts';
import { legsOf } from './legs-of.ts';

/** What was said of one connection, or known of it from the beginning. */
export interface Spoken {
  readonly status: AzureStatus;
  /** Reachable or not: a check that goes on is no news. Null until the first check has ended. */
  readonly endpoint: EndpointStatus | null;
}

export type SpokenById = ReadonlyMap<string, Spoken>;

/** More names than these are only counted. */
const maxNames = 3;

export function spokenOf(views: ReadonlyMap<string, ConnectionView>, before: SpokenById): SpokenById {
  return new Map(
    [...views].map(([id, { azure, endpoint }]) => {
      const isKnown = endpoint.status === 'reachable' || endpoint.status === 'unreachable';
      return [
        id,
        { status: azure.status, endpoint: isKnown ? endpoint.status : (before.get(id)?.endpoint ?? null) },
      ];
    }),
  );
}

/** Sentences for what is different now; empty when nothing is. A new connection is no change. */
export function changesBetween(
  before: SpokenById,
  now: SpokenById,
  views: ReadonlyMap<string, ConnectionView>,
): readonly string[] {
  const namesByChange = new Map<string, readonly string[]>();
  for (const [id, spoken] of now) {
    const last = before.get(id);
    const view = views.get(id);
    if (last === undefined || view === undefined) continue;
    for (const change of changesOf(last, spoken, view)) {
      namesByChange.set(change, [...(namesByChange.get(change) ?? []), view.config.name]);
    }
  }
  return [...namesByChange].map(([change, names]) =>
    fillText(liveTexts.change, { names: namesText(names), change }),
  );
}

function changesOf(last: Spoken, now: Spoken, view: ConnectionView): readonly string[] {
  const azure = last.status === now.status ? [] : [azureChange(view)];
  const isEndpointNews = last.endpoint !== null && now.endpoint !== null && last.endpoint !== now.endpoint;
  const word = now.endpoint === null ? '' : endpointStatusWord(now.endpoint).toLowerCase();
  return [...azure, ...(isEndpointNews ? [fillText(liveTexts.endpoint, { word })] : [])];
}

function azureChange(view: ConnectionView): string {
  const { status } = view.azure;
  const word = statusWord(status).toLowerCase();
  const isRetrying = status === 'notConnected' && azureTone(legsOf(view)) === 'watch';
  return isRetrying ? fillText(liveTexts.retrying, { word }) : word;
}

function namesText(names: readonly string[]): string {
  return names.length <= maxNames
    ? names.reduce((before, name) => fillText(liveTexts.listed, { names: before, name }))
    : fillCounted(liveTexts.more, names.length);
}
