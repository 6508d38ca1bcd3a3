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
/** … and with few files no more than this part of those that are kept free: a socket that is done takes a while to close. */
const refusalsOfReserve = 1 / 3;
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
  readonly #ports: HostLimitsPorts;
  #refusals: FewAtOnce | undefined;
  #sessions = 0;
  /** Open files that are no session's, when last looked. */
  #otherFiles = 0;
  #lookedMs = Number.NEGATIVE_INFINITY;

  constructor(ports: HostLimitsPorts) {
    this.#ports = ports;
    this.rates = new RatePair(ports.clock);
    this.settingsChanged();
  }

  /** Places for senders that are turned away. */
  get refusals(): FewAtOnce {
    this.#refusals ??= new FewAtOnce({ running: this.#refusalsAtOnce(), waiting: refusalsWaiting });
    return this.#refusals;
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
    const usable = openFiles.limit - keptFree(openFiles.limit);
    const forSessions = (this.#sessions + 1) * filesPerSession;
    // Counting takes the longer the more there are: far from a limit that high nobody does.
    if (openFiles.limit > manyFiles && forSessions < usable / 2) return true;
    this.#look(openFiles);
    return this.#otherFiles + forSessions <= usable;
  }

  #refusalsAtOnce(): number {
    const { limit } = this.#ports.openFiles;
    if (limit === null) return refusalsAtOnce;
    return Math.max(1, Math.min(refusalsAtOnce, Math.floor(keptFree(limit) * refusalsOfReserve)));
  }

  #look(openFiles: OpenFiles): void {
    const now = this.#ports.clock.monotonicMs();
    if (now - this.#lookedMs < lookIntervalMs) return;
    this.#lookedMs = now;
    const count = openFiles.count() ?? openFiles.limit ?? 0;
    this.#otherFiles = Math.max(0, count - this.#sessions * filesPerSession);
  }
}

function keptFree(limit: number): number {
  return Math.min(reserve.files, limit * reserve.share);
}
