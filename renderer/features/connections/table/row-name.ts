/** What a screen reader says for a row (design §17). Pure. Countdowns are left out: they would be read out every second. */
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { rowSessionTexts, tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import { lowerFirstOfOurs } from '../../../../electron/contract/messages/join-texts.ts';
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
  return fillText(tableTexts.row, {
    name: config.name,
    status: statusWord(azure.status),
    why: lowerFirstOfOurs(secondLine(withoutCountdown, now)),
    endpoint: fillText(tableTexts.endpoint, {
      status: endpointStatusWord(endpoint.status).toLowerCase(),
      // How long it takes to answer is a counter, not a state.
      why: isGood ? '' : lowerFirstOfOurs(endpointSecondLine(view)),
    }),
    sessions: fillCounted(rowSessionTexts, view.sessions),
  });
}
