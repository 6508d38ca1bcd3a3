/**
 * The connections that a command was asked for, as the state goes on: all, or the one that was found by its name when a
 * host first answered, whatever it is called later.
 */
import type { ConnectionView } from '../../contract/connection-view.ts';
import { findConnection, type ConnectionChoice } from '../find-connection.ts';
import type { FollowedState } from '../host-follower.ts';

export class ChosenViews {
  readonly #choice: ConnectionChoice | null;
  #id: string | null = null;

  /** @param choice null: all */
  constructor(choice: ConnectionChoice | null) {
    this.#choice = choice;
  }

  get isOne(): boolean {
    return this.#choice !== null;
  }

  /** @throws HcmError HCM1041, HCM1042 while the one that is meant was never found. */
  of({ problem, views }: FollowedState): readonly ConnectionView[] {
    if (this.#choice === null) return views;
    // A host that doesn't answer yet may know it.
    if (this.#id === null && problem !== null) return [];
    this.#id ??= findConnection(views, this.#choice).config.id;
    return views.filter(({ config }) => config.id === this.#id);
  }
}
