/** Names as people read them, and how many more there are: `a, b, 3 more`. Pure. */
import { joinList } from '../contract/messages/join-texts.ts';
import { fillCounted } from '../contract/messages/message-text.ts';
import { statusCountTexts } from '../contract/messages/texts/cli-status.ts';

export function listedUpTo(limit: number, names: readonly string[]): string {
  const more = names.length - limit;
  return joinList([
    ...names.slice(0, limit),
    ...(more > 0 ? [fillCounted(statusCountTexts.more, more)] : []),
  ]);
}
