/** The state that `hcm status --wait` waits for: one of the window's words, or one of its groups. Pure. */
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError } from '../../contract/errors.ts';
import { statusUseTexts } from '../../contract/messages/texts/cli-status.ts';
import { groupOf, groupWord } from '../../contract/messages/host-sentence.ts';
import { joinList } from '../../contract/messages/join-texts.ts';
import { inEnglish } from '../../contract/messages/localised.ts';
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

/** What can be waited for, with its words in the current language. */
function states(): readonly WantedState[] {
  return [
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
}

/**
 * Letters alone count: `not connected`, `Not-Connected` and `notConnected` are the same. English words are understood in
 * every language: scripts say them. @throws HcmError HCM1060
 */
export function readWantedState(text: string): WantedState {
  const own = states();
  const wanted = letters(text);
  const index = [own, inEnglish(states)]
    .map((all) => all.findIndex(({ word }) => letters(word) === wanted))
    .find((found) => found !== -1);
  const state = index === undefined || wanted === '' ? undefined : own[index];
  if (state !== undefined) return state;
  const names = joinList(own.map(({ word }) => word));
  throw new HcmError('HCM1060', { reason: fillText(statusUseTexts.waitState, { names }) });
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
  return text.toLowerCase().replaceAll(/\P{L}/gu, '');
}
