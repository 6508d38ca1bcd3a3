/** Which listeners each entity has, and since when, from the relay's own events. */
import type { RelayEvent } from '../../electron/local-relay/events.ts';

interface LiveListener {
  readonly port: number;
  readonly sinceMs: number;
}

export class LiveListeners {
  readonly #of = new Map<string, LiveListener[]>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  take(event: RelayEvent): void {
    if (event.type !== 'listener-connected' && event.type !== 'listener-closed') return;
    const live = this.#of.get(event.entity) ?? [];
    this.#of.set(event.entity, live);
    if (event.type === 'listener-connected') {
      live.push({ port: event.remote.port, sinceMs: this.#nowMs() });
      return;
    }
    // A listener may come back with its id before the relay saw the old channel go: so not by the id.
    const closed = live.findIndex(({ port }) => port === event.remote.port);
    if (closed >= 0) live.splice(closed, 1);
  }

  /** There is one, and none is left from before. */
  isRenewed(entity: string, sinceMs: number): boolean {
    const live = this.#of.get(entity) ?? [];
    return live.length > 0 && live.every((one) => one.sinceMs >= sinceMs);
  }

  count(entity: string): number {
    return this.#of.get(entity)?.length ?? 0;
  }
}
