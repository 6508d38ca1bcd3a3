/** Which bars stand above the table: what concerns all connections or several of them, worst first (design §11). Pure. */
import type { HealthItem } from '../../../electron/contract/health.ts';
import { barTexts } from '../../../electron/contract/messages/texts/window.ts';
import { healthBars } from '../../../electron/contract/messages/health-bar.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { HostState } from '../../../electron/contract/shell-api.ts';

export interface Bar {
  readonly key: string;
  readonly kind: 'host' | 'health';
  readonly intent: 'error' | 'warning';
  readonly text: string;
  /** The connections can run in this app instead. */
  readonly canRunHere: boolean;
}

export interface ShownBars {
  readonly bars: readonly Bar[];
  /** How many have no room. */
  readonly more: number;
}

/** More would push the table out of sight. */
const maxBars = 2;

export function shownBars(host: HostState, items: readonly HealthItem[]): ShownBars {
  const ofHost = hostBar(host);
  const ofHealth = healthBars(items).map((bar): Bar => ({ ...bar, kind: 'health', canRunHere: false }));
  const all = [...(ofHost === null ? [] : [ofHost]), ...ofHealth];
  return { bars: all.slice(0, maxBars), more: Math.max(0, all.length - maxBars) };
}

function hostBar(host: HostState): Bar | null {
  if (host.mode !== 'unreachable') return null;
  const { problem } = host;
  const isGone = problem.code === 'HCM5001';
  // The connections of a host that opened a folder to others aren't this account's: run here would be other ones.
  const isOthers = host.info !== null && problem.details['shared'] !== undefined;
  // What kept this app from running it (a file, the disk) may be mended by now.
  const canRunHere = !isOthers && (isGone || problem.code.startsWith('HCM4'));
  const bar = { key: 'host', kind: 'host', intent: 'error', canRunHere } as const;
  if (isGone) return { ...bar, text: host.info === null ? barTexts.noHost : barTexts.ended };
  if (problem.code === 'HCM5005') return { ...bar, text: barTexts.notAnswering };
  const { title, next } = describeError(problem);
  return { ...bar, text: fillText(barTexts.problem, { title, next }) };
}
