/** The line below the host's sentence: which machine, and who runs the connections there (design §5). Pure. */
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { runningFor } from '../../../electron/contract/messages/running-for.ts';
import type { HostState } from '../../../electron/contract/shell-api.ts';

/** Empty while nothing is known. */
export function hostCaption(host: HostState, now: number): string {
  switch (host.mode) {
    case 'starting':
      return '';
    case 'unreachable':
      return host.info?.machine ?? '';
    case 'app':
      return caption(host.info.machine, headerTexts.inThisApp);
    case 'background':
      return caption(host.info.machine, runningFor(now - host.info.startedAt));
  }
}

function caption(machine: string, host: string): string {
  return fillText(headerTexts.caption, { machine, host });
}
