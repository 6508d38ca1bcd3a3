/**
 * Notices what makes open connections doubtful although nothing has failed yet: this host slept, its network changed, its
 * clock was set (product C52; relay-protocol §3.8). Owns the timer of the next look.
 *
 * Three clocks tell sleep from a clock that was set. The wall clock moves with both. The system's uptime counts sleep and
 * knows nothing of the time of day. The monotonic clock stands still during sleep on Linux and goes on on Windows, where a
 * look that comes far too late gives the sleep away; so does a process that was stopped, which needs the same care.
 *
 * Invariants: at most one report in any {@link quietMs}, and what happens meanwhile is reported at its end, once; no
 * report after `stop`.
 */
import { networkInterfaces, uptime } from 'node:os';
import type { Clock, Disposer } from '../clock.ts';
import { networkPicture, type NetworkInterfaces } from './network-picture.ts';

export type WakeReason = 'resumed' | 'networkChanged' | 'clockChanged';

/** What the system tells about itself. */
export interface HostSigns {
  /** Since the system started, sleep included. */
  readonly uptimeMs: () => number;
  readonly networkInterfaces: () => NetworkInterfaces;
}

export const systemSigns: HostSigns = { uptimeMs: () => uptime() * 1000, networkInterfaces };

export interface HostWatchPorts extends HostSigns {
  readonly clock: Clock;
  readonly onWake: (reason: WakeReason) => void;
}

/** Time between looks. */
export const lookMs = 3_000;
/** A look later than this was not kept by work alone. */
const lateMs = 10_000;
/** Clocks further apart than this between two looks were moved; the system's own corrections are milliseconds. */
const apartMs = 5_000;
/** After a report: a network that comes up step by step is one change or two, not ten. */
export const quietMs = 5_000;

interface Look {
  readonly wall: number;
  readonly monotonic: number;
  readonly uptime: number;
}

export class HostWatch {
  readonly #ports: HostWatchPorts;
  #last: Look | undefined;
  #picture = '';
  #cancelLook: Disposer | undefined;
  #cancelQuiet: Disposer | undefined;
  #held: WakeReason | undefined;

  constructor(ports: HostWatchPorts) {
    this.#ports = ports;
  }

  start(): void {
    if (this.#last) return;
    this.#last = this.#readClocks();
    this.#picture = this.#readNetwork();
    this.#arm();
  }

  /** Somebody else noticed it first, such as the desktop's own notice of a resume. */
  hint(reason: WakeReason): void {
    if (!this.#last) return;
    // What the next look would find is known now.
    this.#last = this.#readClocks();
    this.#picture = this.#readNetwork();
    this.#report(reason);
  }

  stop(): void {
    this.#last = undefined;
    this.#held = undefined;
    this.#cancelLook?.();
    this.#cancelQuiet?.();
    this.#cancelQuiet = undefined;
  }

  #arm(): void {
    this.#cancelLook = this.#ports.clock.after(lookMs, () => {
      this.#look();
      if (this.#last) this.#arm();
    });
  }

  #look(): void {
    const before = this.#last;
    if (!before) return;
    const now = this.#readClocks();
    const pictureBefore = this.#picture;
    this.#last = now;
    this.#picture = this.#readNetwork();
    const reason = clockReason(before, now);
    if (reason) this.#report(reason);
    else if (this.#picture !== pictureBefore) this.#report('networkChanged');
  }

  #report(reason: WakeReason): void {
    if (this.#cancelQuiet) {
      // A resume explains the rest.
      if (this.#held !== 'resumed') this.#held = reason;
      return;
    }
    this.#cancelQuiet = this.#ports.clock.after(quietMs, () => {
      this.#cancelQuiet = undefined;
      const held = this.#held;
      this.#held = undefined;
      if (held) this.#report(held);
    });
    this.#ports.onWake(reason);
  }

  #readClocks(): Look {
    const { clock, uptimeMs } = this.#ports;
    return { wall: clock.now(), monotonic: clock.monotonicMs(), uptime: uptimeMs() };
  }

  /** Where the system doesn't tell (some sandboxes), nothing has changed. */
  #readNetwork(): string {
    try {
      return networkPicture(this.#ports.networkInterfaces());
    } catch {
      return this.#picture;
    }
  }
}

function clockReason(before: Look, now: Look): WakeReason | undefined {
  const wallMs = now.wall - before.wall;
  const monotonicMs = now.monotonic - before.monotonic;
  const uptimeMs = now.uptime - before.uptime;
  if (monotonicMs > lookMs + lateMs || uptimeMs - monotonicMs > apartMs) return 'resumed';
  return Math.abs(wallMs - uptimeMs) > apartMs ? 'clockChanged' : undefined;
}
