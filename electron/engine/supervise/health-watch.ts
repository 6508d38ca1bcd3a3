/**
 * The host's health: looks when something changed, and again when something pending is due. Owns one timer, which runs
 * only while something waits for its time, and the memory of what connections that try again suffered from last.
 *
 * Invariants: changes that come close together are looked at once; `onChange` comes only when what is shown differs.
 */
import type { HealthItem } from '../../contract/health.ts';
import type { Clock, Disposer } from '../clock.ts';
import { healthConditions, type ConnectionFacts } from './health-conditions.ts';
import type { HealthNotes } from './health-notes.ts';
import { noHealth, stepHealth } from './health-reducer.ts';

export interface HealthWatchPorts {
  readonly clock: Clock;
  readonly notes: HealthNotes;
  /** In the order of the list. */
  readonly connections: () => readonly Omit<ConnectionFacts, 'connectingSince'>[];
  readonly onChange: (items: readonly HealthItem[]) => void;
}

/** Also keeps a busy host from looking at all its connections with every session and every Pong. */
const joinMs = 1_000;

export class HealthWatch {
  readonly #ports: HealthWatchPorts;
  #state = noHealth;
  #shown = '[]';
  /** The leg of a connection before it began to try again: while it tries, nothing has become better. */
  #lastLegs = new Map<string, ConnectionFacts['azure']>();
  #cancelLook: Disposer | undefined;
  #lookAtMs = Number.POSITIVE_INFINITY;
  #closed = false;

  constructor(ports: HealthWatchPorts) {
    this.#ports = ports;
    ports.notes.follow(() => this.changed());
  }

  /** Something may be different. */
  changed(): void {
    this.#lookIn(joinMs);
  }

  /** What is shown, as of now. */
  list(): readonly HealthItem[] {
    return this.#look();
  }

  close(): void {
    this.#closed = true;
    this.#cancelLook?.();
  }

  #look(): readonly HealthItem[] {
    const { clock, notes, onChange } = this.#ports;
    const conditions = [...notes.conditions(), ...healthConditions(this.#facts())];
    const time = { now: clock.now(), monotonicMs: clock.monotonicMs() };
    const { state, items, nextLookMs } = stepHealth(this.#state, conditions, time);
    this.#state = state;
    this.#cancelLook?.();
    this.#lookAtMs = Number.POSITIVE_INFINITY;
    const due = [nextLookMs, notes.passesInMs].filter((one) => one !== null);
    if (due.length > 0) this.#lookIn(Math.max(joinMs, Math.min(...due)));
    const shown = JSON.stringify(items);
    if (shown !== this.#shown) {
      this.#shown = shown;
      onChange(items);
    }
    return items;
  }

  /** What an attempt under way hides of the trouble before it is put back. */
  #facts(): readonly ConnectionFacts[] {
    const legs = new Map<string, ConnectionFacts['azure']>();
    const facts = this.#ports.connections().map((one) => {
      const { azure, config } = one;
      const last = this.#lastLegs.get(config.id);
      const isRetry = azure.status === 'connecting' && azure.attempt > 0 && last !== undefined;
      legs.set(config.id, isRetry ? last : azure);
      const connectingSince = azure.status === 'connecting' ? azure.since : null;
      return { ...one, azure: isRetry ? last : azure, connectingSince };
    });
    this.#lastLegs = legs;
    return facts;
  }

  #lookIn(delayMs: number): void {
    const { clock } = this.#ports;
    const atMs = clock.monotonicMs() + delayMs;
    if (this.#closed || atMs >= this.#lookAtMs) return;
    this.#cancelLook?.();
    this.#lookAtMs = atMs;
    this.#cancelLook = clock.after(delayMs, () => this.#look());
  }
}
