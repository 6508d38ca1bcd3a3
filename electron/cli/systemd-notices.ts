/**
 * Tells systemd how the host is: ready, alive, reloading, stopping (sd_notify). Node has no datagram sockets of Unix, so
 * `systemd-notify` speaks for it; the unit says `NotifyAccess=all`. Owns its child and the watchdog's timer.
 *
 * Invariants: without `NOTIFY_SOCKET` nothing is done; one child at a time, for seconds at the most, in the order in which
 * things happened; what waits is bounded; that nobody can be told is one line of the log and never the end of the host.
 */
import type { Clock, Disposer } from '../engine/clock.ts';
import type { Logger } from '../engine/log/logger.ts';

/** @returns its exit code; null when there is no such program. */
export type RunNotify = (assignments: readonly string[]) => Promise<number | null>;

export interface SystemdNoticesPorts {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly processId: number;
  readonly clock: Clock;
  readonly log: Logger;
  readonly run: RunNotify;
  /** Settles when the host does its work; the watchdog is told of nothing else. */
  readonly answers: () => Promise<unknown>;
}

const maxWaiting = 16;
const alive = 'WATCHDOG=1';
const stops = 'STOPPING=1';
/** Beyond what the host itself waits for: whoever stops the service waits a little longer. */
const marginMs = 15_000;

export class SystemdNotices {
  readonly #ports: SystemdNoticesPorts;
  readonly #isListening: boolean;
  #waiting: (readonly string[])[] = [];
  #sending: Promise<void> | undefined;
  #cancelWatchdog: Disposer = () => undefined;
  #hasFailed = false;
  #closed = false;

  constructor(ports: SystemdNoticesPorts) {
    this.#ports = ports;
    this.#isListening = (ports.environment['NOTIFY_SOCKET'] ?? '') !== '';
  }

  /** From now on, the watchdog is told that the host lives, too. */
  ready(status: string): void {
    this.#tell(['READY=1', `STATUS=${status}`]);
    this.#watch();
  }

  reloading(): void {
    // Of the clock that systemd compares it with: since the system started.
    const microseconds = process.hrtime.bigint() / 1000n;
    this.#tell(['RELOADING=1', `MONOTONIC_USEC=${microseconds.toString()}`]);
  }

  reloaded(status: string): void {
    this.#tell(['READY=1', `STATUS=${status}`]);
  }

  /** @param withinMs how long open sessions may take. */
  stopping(status: string, withinMs: number): void {
    const microseconds = (withinMs + marginMs) * 1000;
    // What it was doing before is of no interest any more.
    this.#waiting = [];
    this.#tell([stops, `STATUS=${status}`, `EXTEND_TIMEOUT_USEC=${microseconds}`]);
  }

  /** Waits for the child that runs, and tells nothing more but that the host stops. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelWatchdog();
    this.#waiting = this.#waiting.filter(([first]) => first === stops);
    await this.#sending;
  }

  #watch(): void {
    const intervalMs = this.#watchdogMs();
    if (!this.#isListening || intervalMs === null) return;
    const arm = (): void => {
      this.#cancelWatchdog = this.#ports.clock.after(intervalMs / 2, () => {
        void this.#tellAlive();
        arm();
      });
    };
    this.#cancelWatchdog();
    arm();
  }

  async #tellAlive(): Promise<void> {
    try {
      await this.#ports.answers();
    } catch {
      // Nothing said is what systemd acts on.
      return;
    }
    if (!this.#waiting.some(([first]) => first === alive)) this.#tell([alive]);
  }

  #watchdogMs(): number | null {
    const { environment, processId } = this.#ports;
    const owner = environment['WATCHDOG_PID'] ?? '';
    if (owner !== '' && owner !== String(processId)) return null;
    const microseconds = Number(environment['WATCHDOG_USEC'] ?? '');
    return Number.isSafeInteger(microseconds) && microseconds > 0 ? microseconds / 1000 : null;
  }

  #tell(assignments: readonly string[]): void {
    if (!this.#isListening || this.#closed || this.#waiting.length >= maxWaiting) return;
    this.#waiting.push(assignments);
    this.#sending ??= this.#send();
  }

  async #send(): Promise<void> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const exitCode = await this.#ports.run(next);
      if (exitCode === 0) this.#hasFailed = false;
      else if (!this.#hasFailed) {
        this.#hasFailed = true;
        this.#ports.log.warn('systemd could not be told', {
          program: 'systemd-notify',
          ...(exitCode === null ? { reason: 'not found' } : { exitCode }),
        });
      }
    }
    // At once with the last look, so that nothing is left waiting.
    this.#sending = undefined;
  }
}
