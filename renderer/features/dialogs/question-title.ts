/** Titles of questions: about one connection by its name, about several by their number. Pure. */
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { QuestionTitle } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';

export function questionTitle(title: QuestionTitle, views: readonly ConnectionView[]): string {
  const [first, second] = views;
  return first !== undefined && second === undefined
    ? fillText(title.one, { name: first.config.name })
    : fillCounted(title.several, views.length);
}

export function sessionsOf(views: readonly ConnectionView[]): number {
  return views.reduce((sum, { sessions }) => sum + sessions, 0);
}
