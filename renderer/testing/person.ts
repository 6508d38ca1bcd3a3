/**
 * What a person does in a dialog of a scene, step by step, each as soon as it can be done. Owns what waits for that.
 *
 * Invariant: once the person has left, nothing more is done, whatever is drawn then.
 */
export class Person {
  readonly #watching = new Set<MutationObserver>();
  #hasLeft = false;

  /** What is looked for, when it is there; never, once the person has left. */
  found<Item extends Element>(find: () => Item | null | undefined): Promise<Item> {
    return new Promise((resolve) => {
      if (this.#hasLeft) return;
      const look = (): void => {
        const item = find();
        if (item === null || item === undefined) return;
        observer.disconnect();
        this.#watching.delete(observer);
        resolve(item);
      };
      const observer = new MutationObserver(look);
      this.#watching.add(observer);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      look();
    });
  }

  /** Presses the button that says this, among other words. */
  async pressText(text: string): Promise<void> {
    const says = ({ textContent }: HTMLElement): boolean => textContent.includes(text);
    (await this.found(() => pressable('button').find(says))).click();
  }

  /** Presses what the selector finds first. */
  async press(selector: string): Promise<void> {
    (await this.found(() => pressable(selector)[0])).click();
  }

  leave(): void {
    this.#hasLeft = true;
    for (const observer of this.#watching) observer.disconnect();
    this.#watching.clear();
  }
}

/** Of the dialog that is open. */
function pressable(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[role="dialog"] ${selector}`)].filter(
    (element) => !element.matches(':disabled, [aria-disabled="true"]'),
  );
}
