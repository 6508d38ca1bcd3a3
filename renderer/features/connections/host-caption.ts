/** The line below the host's sentence: which machine, and who runs the connections there (design §5). Pure. */
import { enHeader, enRunningFor } from '../../../electron/contract/messages/en-window.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import type { HostState } from '../../../electron/contract/shell-api.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Empty while nothing is known. */
export function hostCaption(host: HostState, now: number): string {
  switch (host.mode) {
    case 'starting':
      return '';
    case 'unreachable':
      return host.info?.machine ?? '';
    case 'app':
      return caption(host.info.machine, enHeader.inThisApp);
    case 'background':
      return caption(host.info.machine, runningFor(now - host.info.startedAt));
  }
}

/** In the largest unit only: the line is read at a glance. */
function runningFor(milliseconds: number): string {
  if (milliseconds >= dayMs) return fillCounted(enRunningFor.days, Math.floor(milliseconds / dayMs));
  if (milliseconds >= hourMs) return fillCounted(enRunningFor.hours, Math.floor(milliseconds / hourMs));
  if (milliseconds >= minuteMs) return fillCounted(enRunningFor.minutes, Math.floor(milliseconds / minuteMs));
  return enHeader.background;
}

function caption(machine: string, host: string): string {
  return fillText(enHeader.caption, { machine, host });
}
