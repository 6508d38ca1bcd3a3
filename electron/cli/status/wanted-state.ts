/** The state that `hcm status --wait` waits for: one of the window's words, or one of its groups. Pure. */
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError } from '../../contract/errors.ts';
import { enStatusUse } from '../../contract/messages/en-cli-status.ts';
import { groupOf, groupWord } from '../../contract/messages/host-sentence.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { statusWord } from '../../contract/messages/messages.ts';
import { azureStatuses } from '../../contract/status.ts';

export interface WantedState {
  /** As the window says it. */
  readonly word: string;
  /** No host is needed for it. */
  readonly isAtRest: boolean;
  isThere(view: ConnectionView): boolean;
}

const restingStatuses = ['stopped', 'discontinued'] as const;
const groups = ['working', 'recovering', 'attention', 'off'] as const;

const states: readonly WantedState[] = [
  ...azureStatuses
    .filter((status) => status !== 'unknown')
    .map((status) => ({
      word: statusWord(status),
      isAtRest: restingStatuses.some((one) => one === status),
      isThere: ({ azure }: ConnectionView) => azure.status === status,
    })),
  ...groups.map((group) => ({
    word: groupWord(group),
    isAtRest: group === 'off',
    isThere: (view: ConnectionView) => groupOf(view) === group,
  })),
];

/** Letters alone count: `not connected`, `Not-Connected` and `notConnected` are the same. @throws HcmError HCM1060 */
export function readWantedState(text: string): WantedState {
  const found = states.find(({ word }) => letters(word) === letters(text));
  if (found !== undefined) return found;
  const names = states.map(({ word }) => word).join(', ');
  throw new HcmError('HCM1060', { reason: fillText(enStatusUse.waitState, { names }) });
}

/** What isn't there yet. Of all connections only those count that aren't off on purpose, unless that is what is wanted. */
export function notThereYet(
  views: readonly ConnectionView[],
  wanted: WantedState,
): readonly ConnectionView[] {
  return views.filter((view) => !wanted.isThere(view));
}

export function counting(
  views: readonly ConnectionView[],
  wanted: WantedState,
  isOne: boolean,
): readonly ConnectionView[] {
  if (isOne || wanted.isAtRest) return views;
  return views.filter(({ config }) => config.enabled && config.kind === 'relay');
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}
