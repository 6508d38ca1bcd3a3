/** Shape of what a person reads about one code: three short pieces, so that window and command line can lay them out. */
import type { MessageText } from './message-text.ts';

export interface ErrorText {
  /** What happened; no full stop, it is also a heading. */
  readonly title: MessageText;
  /** The likely cause, a sentence. */
  readonly cause: MessageText;
  /** One next step, a sentence. */
  readonly next: MessageText;
  /**
   * Sentences for the words that code puts into the detail `reason`. Where they are given, any other word is left out:
   * it would be a word of programs, not of people.
   */
  readonly reasons?: Readonly<Record<string, string>>;
}
