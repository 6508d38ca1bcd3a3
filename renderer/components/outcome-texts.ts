/** What the short messages say after an action: one message for the many connections that it went the same way with. Pure. */
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { ErrorCode } from '../../electron/contract/errors.ts';
import {
  couldNotTexts,
  doneTexts,
  doneSeveralTexts,
  severalConnectionTexts,
} from '../../electron/contract/messages/texts/actions.ts';
import { fillCounted, fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';
import type { HostAction } from './actions-for.ts';
import type { Failure } from './side-by-side.ts';

export interface FailureToast {
  readonly text: string;
  readonly code: ErrorCode;
}

/** Null where the row itself shows all there is to say. */
export function doneText(action: HostAction | 'remove', done: readonly ConnectionView[]): string | null {
  const [first, second] = done;
  if (first === undefined || (action !== 'restart' && action !== 'remove')) return null;
  const name = action === 'restart' ? 'restarted' : 'removed';
  return second === undefined
    ? fillText(doneTexts[name], { name: first.config.name })
    : fillCounted(doneSeveralTexts[name], done.length);
}

/** A host that doesn't answer fails ten connections in the same way: that is one message, not ten. */
export function failureToasts(
  action: keyof typeof couldNotTexts,
  failures: readonly Failure<ConnectionView>[],
): readonly FailureToast[] {
  const byTitle = new Map<string, readonly Failure<ConnectionView>[]>();
  for (const failure of failures) {
    const { title } = describeError(failure.error);
    byTitle.set(title, [...(byTitle.get(title) ?? []), failure]);
  }
  return [...byTitle].flatMap(([problem, alike]) => {
    const [first, second] = alike;
    if (first === undefined) return [];
    const { config } = first.item;
    const name = second === undefined ? config.name : fillCounted(severalConnectionTexts, alike.length);
    return [{ text: fillText(couldNotTexts[action], { name, problem }), code: first.error.code }];
  });
}
