/** What a screen reader says for a row (design §17). Pure. Countdowns are left out: they would be read out every second. */
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { enRowSessions, enTable } from '../../../../electron/contract/messages/en-window.ts';
import { fillCounted, fillText } from '../../../../electron/contract/messages/message-text.ts';
import {
  endpointSecondLine,
  endpointStatusWord,
  secondLine,
  statusWord,
} from '../../../../electron/contract/messages/messages.ts';

export function rowName(view: ConnectionView, now: number): string {
  const { config, azure, endpoint } = view;
  const withoutCountdown = { ...view, azure: { ...azure, retryAt: null } };
  const isGood = endpoint.status === 'reachable';
  return fillText(enTable.row, {
    name: config.name,
    status: statusWord(azure.status),
    why: lowerFirst(secondLine(withoutCountdown, now)),
    endpoint: fillText(enTable.endpoint, {
      status: endpointStatusWord(endpoint.status).toLowerCase(),
      // How long it takes to answer is a counter, not a state.
      why: isGood ? '' : lowerFirst(endpointSecondLine(view)),
    }),
    sessions: fillCounted(enRowSessions, view.sessions),
  });
}

/** Inside a sentence; a name such as Azure or BizTalk keeps its capital. */
function lowerFirst(text: string): string {
  return /^(?:Azure|BizTalk|TLS|CA|WebSockets)\b/.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
