/**
 * What all connections of a host share: the number of sessions, the bandwidth, the open files of the process, and the
 * places for senders that are being turned away. Owns the host's rates.
 *
 * Invariant: some files stay free for what keeps the host alive (its channels, log, store and control socket) and for
 * telling senders no.
 */
import { HcmError } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../clock.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { RatePair } from '../tunnel/rate-pair.ts';
import type { OpenFiles } from './open-files.ts';

export interface HostLimitsPorts {
  readonly clock: Clock;
  readonly settings: () => Settings;
  readonly openFiles: OpenFiles;
}

/** Senders that are turned away at once; each costs a dial to the relay. */
const refusalsAtOnce = 32;
/** Those who wait for that; an accept is good for 30 s (relay-protocol §3.4). */
const refusalsWaiting = 1_024;
/** Of the limit, what is kept free. */
const reserve = { files: 96, share: 0.25 } as const;
/** One to the relay and one to the endpoint. */
const filesPerSession = 2;
const lookIntervalMs = 1_000;
const manyFiles = 16_384;

export class HostLimits {
  readonly rates: RatePair;
  readonly refusals = new FewAtOnce({ running: refusalsAtOnce, waiting: refusalsWaiting });
  readonly #ports: HostLimitsPorts;
  #sessions = 0;
  /** Open files that are no session's, when last looked. */
  #otherFiles = 0;
  #lookedMs = Number.NEGATIVE_INFINITY;

  constructor(ports: HostLimitsPorts) {
    this.#ports = ports;
    this.rates = new RatePair(ports.clock);
    this.settingsChanged();
  }

  settingsChanged(): void {
    this.rates.setKilobytesPerSecond(this.#ports.settings().kilobytesPerSecond);
  }

  sessionOpened(): void {
    this.#sessions += 1;
  }

  sessionEnded(): void {
    this.#sessions -= 1;
  }

  /** Why this host takes no further session; null: it does. */
  refusal(): HcmError | null {
    const { maxSessions: limit } = this.#ports.settings();
    if (this.#sessions >= limit) return new HcmError('HCM3112', { limit });
    return this.#hasFiles() ? null : new HcmError('HCM3107');
  }

  #hasFiles(): boolean {
    const { openFiles } = this.#ports;
    if (openFiles.limit === null) return true;
    const usable = openFiles.limit - Math.min(reserve.files, openFiles.limit * reserve.share);
    const forSessions = (this.#sessions + 1) * filesPerSession;
    // Counting takes the longer the more there are: far from a limit that high nobody does.
    if (openFiles.limit > manyFiles && forSessions < usable / 2) return true;
    this.#look(openFiles);
    return this.#otherFiles + forSessions <= usable;
  }

  #look(openFiles: OpenFiles): void {
    const now = this.#ports.clock.monotonicMs();
    if (now - this.#lookedMs < lookIntervalMs) return;
    this.#lookedMs = now;
    const count = openFiles.count() ?? openFiles.limit ?? 0;
    this.#otherFiles = Math.max(0, count - this.#sessions * filesPerSession);
  }
}
