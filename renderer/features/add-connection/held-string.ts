/**
 * Holds a pasted connection string for as long as its dialog needs it. The text lies in private fields of an object that
 * only the dialog has: not in the page, not in a store, not in what developer tools list as a component's state.
 */
import { editText, emptyText, shownText, type FieldEdit, type HiddenText } from './hidden-text.ts';
import { readString, type StringReading } from './string-reading.ts';

export class HeldString {
  #text: HiddenText = emptyText;

  /** @returns where the caret stands in what is shown now. */
  edit(change: FieldEdit): number {
    const { text, caret } = editText(this.#text, change);
    this.#text = text;
    return caret;
  }

  /** Forgets everything. */
  drop(): void {
    this.#text = emptyText;
  }

  get shown(): string {
    return shownText(this.#text);
  }

  get hidesSomething(): boolean {
    return this.#text.hidden.length > 0;
  }

  read(name: string): StringReading {
    return readString(this.#text.raw, name);
  }

  /** Holds the key: for the call to the host, and nothing else. */
  forTheHost(): string {
    return this.#text.raw;
  }
}
