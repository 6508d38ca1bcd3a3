/** What the tray shows of the host: icon, tooltip, and which connections. Pure; the words are those of the window. */
import type { ConnectionView } from '../contract/connection-view.ts';
import { compareNames } from '../contract/locale-formats.ts';
import { groupCounts, groupOf, hostSentence, type GroupCounts } from '../contract/messages/host-sentence.ts';
import { fillCounted, fillText } from '../contract/messages/message-text.ts';
import { endpointStatusWord, statusWord } from '../contract/messages/messages.ts';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import { trayCountTexts, trayTexts } from '../contract/messages/texts/tray.ts';
import type { StatusGroup, Tone } from '../contract/status.ts';
import type { HostSummary } from './host-watch.ts';

export interface TrayLook {
  readonly tone: Tone;
  readonly tooltip: string;
  readonly sentence: string;
  readonly worst: readonly { readonly id: string; readonly text: string }[];
}

/** As many as one sees at a glance. */
const maxWorst = 3;
const order: readonly StatusGroup[] = ['working', 'recovering', 'attention', 'off'];
const urgency: Readonly<Record<StatusGroup, number>> = { attention: 0, recovering: 1, working: 2, off: 3 };

export function trayLook({ mode, views, isKnown }: HostSummary): TrayLook {
  const reachable = mode !== 'unreachable';
  if (reachable && !isKnown) return quietLook(trayTexts.starting);
  const { tone, sentence } = hostSentence({ views, reachable });
  const lines = reachable && views.length > 0 ? countsText(groupCounts(views)) : sentence;
  return { tone, sentence, tooltip: tooltipOf(lines), worst: reachable ? worstOf(views) : [] };
}

function quietLook(sentence: string): TrayLook {
  return { tone: 'quiet', sentence, tooltip: tooltipOf(sentence), worst: [] };
}

function tooltipOf(lines: string): string {
  return fillText(trayTexts.tooltip, { product: shellTexts.productName, lines });
}

function countsText(counts: GroupCounts): string {
  return order
    .filter((group) => counts[group] > 0)
    .map((group) => fillCounted(trayCountTexts[group], counts[group]))
    .join(trayTexts.between);
}

function worstOf(views: readonly ConnectionView[]): TrayLook['worst'] {
  return views
    .filter((view) => urgency[groupOf(view)] <= urgency.recovering)
    .sort(
      (one, other) =>
        urgency[groupOf(one)] - urgency[groupOf(other)] || compareNames(one.config.name, other.config.name),
    )
    .slice(0, maxWorst)
    .map((view) => ({
      id: view.config.id,
      text: fillText(trayTexts.connection, { name: view.config.name, status: wordOf(view) }),
    }));
}

/** Of the worse way. */
function wordOf({ azure, endpoint }: ConnectionView): string {
  return azure.status === 'connected' ? endpointStatusWord(endpoint.status) : statusWord(azure.status);
}
