/**
 * What the header says of the host as a whole: the first sentence that applies (design §5). Pure; window and tray show
 * the same.
 */
import type { ConnectionView } from '../connection-view.ts';
import { statusGroup, type StatusGroup, type Tone } from '../status.ts';
import { waitForNetwork } from '../network-gone.ts';
import {
  groupWordTexts,
  hostPlainTexts,
  hostShareTexts,
  type HostText,
  type ShareText,
} from './texts/host.ts';
import { fillCounted, fillText } from './message-text.ts';

export type HostSentenceKind =
  'unreachable' | 'none' | 'noNetwork' | 'attention' | 'recovering' | 'off' | 'working';

export interface HostSentence {
  readonly tone: Tone;
  readonly kind: HostSentenceKind;
  readonly sentence: string;
  /** For a narrow window. */
  readonly short: string;
}

export interface HostSentenceInput {
  readonly views: readonly ConnectionView[];
  /** A host answers; without one nothing is known of its connections. */
  readonly reachable: boolean;
}

export type GroupCounts = Readonly<Record<StatusGroup, number>>;

export function groupWord(group: StatusGroup): string {
  return groupWordTexts[group];
}

export function groupOf({ azure, endpoint }: ConnectionView): StatusGroup {
  return statusGroup({ azure: azure.status, endpoint: endpoint.status, problem: azure.problem });
}

export function groupCounts(views: readonly ConnectionView[]): GroupCounts {
  const counts = { attention: 0, recovering: 0, working: 0, off: 0 };
  for (const view of views) counts[groupOf(view)] += 1;
  return counts;
}

export function hostSentence({ views, reachable }: HostSentenceInput): HostSentence {
  const total = views.length;
  const { attention, recovering, working, off } = groupCounts(views);
  const waiting = waitForNetwork(views).length;
  if (!reachable) return { kind: 'unreachable', tone: 'act', ...hostPlainTexts.unreachable };
  if (total === 0) return { kind: 'none', tone: 'quiet', ...hostPlainTexts.none };
  if (waiting > 0) return { kind: 'noNetwork', tone: 'watch', ...share('noNetwork', waiting, total) };
  if (attention > 0) return { kind: 'attention', tone: 'act', ...share('attention', attention, total) };
  if (recovering > 0) return { kind: 'recovering', tone: 'watch', ...share('recovering', recovering, total) };
  if (working === 0) return { kind: 'off', tone: 'quiet', ...share('off', total, total) };
  const name = off === 0 ? 'allWorking' : off === 1 ? 'workingButOne' : 'workingButOff';
  return { kind: 'working', tone: 'good', ...share(name, working, total, off) };
}

function share(
  name: keyof typeof hostShareTexts,
  count: number,
  total: number,
  off = 0,
): Pick<HostSentence, 'sentence' | 'short'> {
  const { sentence, short }: HostText<ShareText> = hostShareTexts[name];
  const fill = (text: ShareText): string =>
    total === 1 && text.only !== undefined
      ? fillText(text.only, {})
      : fillCounted(text, count, { total, off });
  return { sentence: fill(sentence), short: fill(short) };
}
