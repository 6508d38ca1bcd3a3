/** Which bars stand above the table: what concerns all connections at once, worst first (design §11). Pure. */
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { enBars } from '../../../electron/contract/messages/en-window.ts';
import { hostSentence } from '../../../electron/contract/messages/host-sentence.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { HostState } from '../../../electron/contract/shell-api.ts';

export interface HostBar {
  readonly kind: 'host' | 'network';
  readonly intent: 'error' | 'warning';
  readonly text: string;
  /** The connections can run in this app instead. */
  readonly canRunHere: boolean;
}

/** More would push the table out of sight. */
const maxBars = 2;

export function hostBars(host: HostState, views: readonly ConnectionView[]): readonly HostBar[] {
  const bars: readonly (HostBar | null)[] = [hostBar(host), networkBar(host, views)];
  return bars.filter((bar) => bar !== null).slice(0, maxBars);
}

function hostBar(host: HostState): HostBar | null {
  if (host.mode !== 'unreachable') return null;
  const { problem } = host;
  const isGone = problem.code === 'HCM5001';
  // What kept this app from running it (a file, the disk) may be mended by now.
  const canRunHere = isGone || problem.code.startsWith('HCM4');
  const bar = { kind: 'host', intent: 'error', canRunHere } as const;
  if (isGone) return { ...bar, text: host.info === null ? enBars.noHost : enBars.ended };
  if (problem.code === 'HCM5005') return { ...bar, text: enBars.notAnswering };
  const { title, next } = describeError(problem);
  return { ...bar, text: fillText(enBars.problem, { title, next }) };
}

function networkBar(host: HostState, views: readonly ConnectionView[]): HostBar | null {
  const { kind } = hostSentence({ views, reachable: host.mode !== 'unreachable' });
  return kind === 'noNetwork'
    ? { kind: 'network', intent: 'warning', text: enBars.noNetwork, canRunHere: false }
    : null;
}
