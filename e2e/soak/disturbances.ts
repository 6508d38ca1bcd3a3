/**
 * When each connection was disturbed on purpose, and what a session may suffer from it. Owns the open disturbances;
 * knows nothing of how they are made.
 *
 * - `cuts`: sessions that are open may be cut off
 * - `refuses`: sessions that are being opened may be refused
 *
 * A fault of a control channel only refuses: sessions that are open live through it (relay-protocol §3.9).
 */
export interface Allows {
  readonly cuts: boolean;
  readonly refuses: boolean;
}

interface Disturbance extends Allows {
  readonly name: string;
  readonly fromMs: number;
  untilMs: number;
}

/** Longer than any session lives: what ended before that can't excuse one that runs. */
const keepMs = 15 * 60_000;

export class Disturbances {
  readonly #of = new Map<string, Disturbance[]>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** @returns what ends it. */
  begin(connection: string, name: string, allows: Allows): () => void {
    const disturbance = { name, fromMs: this.#nowMs(), untilMs: Infinity, ...allows };
    const now = this.#nowMs();
    const kept = (this.#of.get(connection) ?? []).filter(({ untilMs }) => untilMs > now - keepMs);
    this.#of.set(connection, [...kept, disturbance]);
    return () => {
      disturbance.untilMs = Math.min(disturbance.untilMs, this.#nowMs());
    };
  }

  /** Names of the disturbances that explain why a session of that time was refused or cut. */
  explain(connection: string, what: keyof Allows, fromMs: number, untilMs: number): readonly string[] {
    return (this.#of.get(connection) ?? [])
      .filter((one) => one[what] && one.fromMs <= untilMs && one.untilMs >= fromMs)
      .map(({ name }) => name);
  }

  /** What is under way now, as `connection: name`. */
  get open(): readonly string[] {
    return [...this.#of].flatMap(([connection, all]) =>
      all.filter(({ untilMs }) => untilMs === Infinity).map(({ name }) => `${connection}: ${name}`),
    );
  }
}
