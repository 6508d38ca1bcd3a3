/** What is asked of one thing is done in the order in which it was asked. Owns the queues; an idle one takes no room. */

export class Turns {
  readonly #queues = new Map<string, Promise<unknown>>();

  /** Runs `work` after what was asked of this id before, however that ended. */
  async inTurn<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#queues.get(id) ?? Promise.resolve()).then(work, work);
    this.#queues.set(id, turn);
    try {
      return await turn;
    } finally {
      if (this.#queues.get(id) === turn) this.#queues.delete(id);
    }
  }
}
