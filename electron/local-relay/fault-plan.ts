/**
 * The faults that last: what the relay asks before it does its duty. Owns no connection; `faults.ts` changes it.
 *
 * Invariant: an empty plan changes nothing.
 */

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

interface PlannedRefusal extends Refusal {
  remaining: number;
}

/** Stands for every entity. */
export const everyEntity = '*';

export class FaultPlan {
  readonly #listenRefusals = new Map<string, PlannedRefusal>();
  readonly #connectRefusals = new Map<string, PlannedRefusal>();
  readonly #acceptDelayMs = new Map<string, number>();
  readonly #ignored = new Set<string>();
  clockOffsetMs = 0;
  tokenLifeMs: number | undefined;

  refuseListens(entity: string, refusal: Refusal, count: number): void {
    this.#listenRefusals.set(keyOf(entity), { ...refusal, remaining: count });
  }

  refuseConnects(entity: string, refusal: Refusal, count: number): void {
    this.#connectRefusals.set(keyOf(entity), { ...refusal, remaining: count });
  }

  delayAccepts(entity: string, delayMs: number): void {
    this.#acceptDelayMs.set(keyOf(entity), delayMs);
  }

  ignoreConnects(entity: string): void {
    this.#ignored.add(keyOf(entity));
  }

  /** Uses up one refusal, if one is planned. */
  takeListenRefusal(path: string): Refusal | undefined {
    return take(this.#listenRefusals, path);
  }

  takeConnectRefusal(path: string): Refusal | undefined {
    return take(this.#connectRefusals, path);
  }

  acceptDelayMs(entity: string): number {
    return this.#acceptDelayMs.get(keyOf(entity)) ?? this.#acceptDelayMs.get(everyEntity) ?? 0;
  }

  ignoresConnects(entity: string): boolean {
    return this.#ignored.has(keyOf(entity)) || this.#ignored.has(everyEntity);
  }

  /** Ends what lasts for one entity; clock and token life, which are the relay's, stay. */
  clearEntity(entity: string): void {
    const key = keyOf(entity);
    for (const planned of [this.#listenRefusals, this.#connectRefusals, this.#acceptDelayMs, this.#ignored]) {
      planned.delete(key);
    }
  }

  clear(): void {
    this.#listenRefusals.clear();
    this.#connectRefusals.clear();
    this.#acceptDelayMs.clear();
    this.#ignored.clear();
    this.clockOffsetMs = 0;
    this.tokenLifeMs = undefined;
  }
}

function take(refusals: Map<string, PlannedRefusal>, path: string): Refusal | undefined {
  const key = [keyOf(path), everyEntity].find((candidate) => refusals.has(candidate));
  const planned = key === undefined ? undefined : refusals.get(key);
  if (key === undefined || planned === undefined) return undefined;
  planned.remaining -= 1;
  if (planned.remaining <= 0) refusals.delete(key);
  return { status: planned.status, reason: planned.reason };
}

function keyOf(entity: string): string {
  return entity.toLowerCase();
}
