/**
 * One gate per relay host (and trust): while the host can't be reached one connection probes for all, and its first
 * success lets the others through, spread out (plan §5.3). Owns the probe timer and the release timers.
 *
 *      unknown ──first request──► probing ──reached──► open ──failed──► down ──timer──► probing
 *         ▲                                             │
 *         └───────────── an open channel was lost ──────┘
 *
 * Invariants: at most one attempt is under way while the gate isn't open; whoever waits is let through in the end or
 * has left; the probers take turns, so that one connection with a trouble of its own can't hold up the rest.
 */
import type { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';

export interface GateVisitor {
  /** Try now. */
  go(): void;
  /** Not yet: the host is down since `cause`, the next probe is at `untilMs` (wall clock). */
  wait(untilMs: number, cause: HcmError): void;
}

/** At most 6 probes in the first 20 s, then one every 3 s at the most, jittered. */
const firstDelaysMs = [2_000, 3_000, 4_000, 5_000, 5_000] as const;
const laterDelayMs = 3_000;
/** The others are let through over this time, less when they are few. */
const releaseSpreadMs = 1_500;
const releaseStepMs = 10;

export class HostGate {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #waiting = new Map<string, GateVisitor>();
  readonly #releases = new Map<string, Disposer>();
  #state: 'unknown' | 'open' | 'down' = 'unknown';
  #cause: HcmError | undefined;
  #prober: string | undefined;
  #failures = 0;
  #nextProbeMs = 0;
  #cancelProbe: Disposer | undefined;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  get isIdle(): boolean {
    return this.#waiting.size === 0 && this.#releases.size === 0 && this.#prober === undefined;
  }

  /** Asks to try; `go` comes at once, later, or never when `leave` is called before. */
  request(id: string, visitor: GateVisitor): void {
    this.leave(id);
    if (this.#state === 'open') {
      visitor.go();
      return;
    }
    this.#waiting.set(id, visitor);
    if (this.#state === 'unknown') {
      if (this.#prober === undefined) this.#probe();
    } else {
      this.#tell(visitor);
      if (this.#prober === undefined && this.#cancelProbe === undefined) this.#armProbe();
    }
  }

  /** The visitor doesn't want to try any more. */
  leave(id: string): void {
    this.#waiting.delete(id);
    this.#releases.get(id)?.();
    this.#releases.delete(id);
    if (this.#prober === id) {
      this.#prober = undefined;
      // The schedule holds for whoever probes: a prober that gives up buys nobody an earlier attempt.
      if (this.#waiting.size === 0 || this.#state === 'open') return;
      if (this.#state === 'unknown') this.#probe();
      else this.#armProbe();
    }
  }

  /** Ends all timers; nobody is let through any more. */
  close(): void {
    this.#cancelProbe?.();
    for (const cancel of this.#releases.values()) cancel();
    this.#releases.clear();
    this.#waiting.clear();
    this.#prober = undefined;
  }

  /** An attempt got an answer from the host, whatever it said. */
  reached(id: string): void {
    if (this.#prober === id) this.#prober = undefined;
    this.#failures = 0;
    this.#cause = undefined;
    this.#cancelProbe?.();
    this.#cancelProbe = undefined;
    this.#state = 'open';
    this.#releaseAll();
  }

  /** An attempt didn't get through to the host. */
  failed(id: string, cause: HcmError): void {
    const wasProber = this.#prober === id;
    if (wasProber) this.#prober = undefined;
    this.#cause = cause;
    if (this.#state !== 'down' || wasProber) this.#failures++;
    this.#state = 'down';
    // Those that were about to be let through wait again.
    for (const [other, cancel] of [...this.#releases]) {
      cancel();
      this.#releases.delete(other);
    }
    if (this.#prober === undefined) this.#armProbe();
    for (const visitor of this.#waiting.values()) this.#tell(visitor);
  }

  /**
   * An open channel was lost: whether the host can be reached has to be seen again. Without this a host that swallows
   * packets would get an attempt of every connection before the first of them has failed.
   */
  doubt(): void {
    if (this.#state === 'open') this.#state = 'unknown';
  }

  /** Probes at once, as if nothing had failed before: after a resume, a network change or "Retry now". */
  retryNow(): void {
    if (this.#state !== 'down' || this.#prober !== undefined) return;
    this.#failures = 0;
    this.#probe();
  }

  #tell(visitor: GateVisitor): void {
    if (this.#cause) visitor.wait(this.#nextProbeMs, this.#cause);
  }

  #armProbe(): void {
    this.#cancelProbe?.();
    const base = firstDelaysMs[this.#failures - 1] ?? laterDelayMs;
    const delayMs = base * (0.95 + 0.05 * this.#random());
    this.#nextProbeMs = this.#clock.now() + delayMs;
    this.#cancelProbe = this.#clock.after(delayMs, () => this.#probe());
  }

  #probe(): void {
    this.#cancelProbe?.();
    this.#cancelProbe = undefined;
    const next = this.#waiting.entries().next();
    if (next.done === true) return;
    const [id, visitor] = next.value;
    this.#waiting.delete(id);
    this.#prober = id;
    visitor.go();
  }

  #releaseAll(): void {
    const spreadMs = Math.min(releaseSpreadMs, this.#waiting.size * releaseStepMs);
    for (const [id, visitor] of this.#waiting) {
      if (this.#releases.has(id)) continue;
      const cancel = this.#clock.after(spreadMs * this.#random(), () => {
        this.#releases.delete(id);
        this.#waiting.delete(id);
        visitor.go();
      });
      this.#releases.set(id, cancel);
    }
  }
}
