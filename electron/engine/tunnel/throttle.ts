/**
 * One direction of one session under the rates that apply to it: its connection's and the host's. Owns its place in
 * their lines, and gives it up on `close`.
 */
import type { Bandwidth } from './bandwidth.ts';

export class Throttle {
  readonly #rates: readonly Bandwidth[];
  readonly #onGo: () => void;
  /** Where it stands in line. */
  #waitsFor: Bandwidth | undefined;
  readonly #called = (): void => this.#goOn();

  /** `onGo` is called after each hold, when the source may be read again. */
  constructor(rates: readonly Bandwidth[], onGo: () => void) {
    this.#rates = rates;
    this.#onGo = onGo;
  }

  get isHeld(): boolean {
    return this.#waitsFor !== undefined;
  }

  /** Something passed; a source that is held may still bring what was on its way. */
  passed(bytes: number): void {
    for (const rate of this.#rates) rate.draw(bytes);
    this.hold();
  }

  /** Stands in line wherever nothing is left; see {@link isHeld}. */
  hold(): void {
    if (this.#waitsFor === undefined) this.#stand(0);
  }

  close(): void {
    this.#waitsFor?.leave(this.#called);
    this.#waitsFor = undefined;
  }

  /** Called in one line it goes to the next, never back: each call is worth one chunk. */
  #goOn(): void {
    const next = this.#waitsFor === undefined ? 0 : this.#rates.indexOf(this.#waitsFor) + 1;
    if (!this.#stand(next)) this.#onGo();
  }

  /** @returns whether something is to be waited for. */
  #stand(from: number): boolean {
    const spent = this.#rates.slice(from).find((rate) => rate.isSpent);
    this.#waitsFor = spent;
    spent?.wait(this.#called);
    return spent !== undefined;
  }
}
