/**
 * Whether the version that was installed last comes up, and the way back to the one before.
 *
 *      begin ──► (this process ends) ──► started as the new version ──window and host are up──► done
 *                        │                        │ the host doesn't start, or two starts ended before they were up
 *                        │                        └──► the version before is offered, if its package is kept
 *                        └──► started as the old version: it wasn't installed, and that is said
 *
 * Invariants: nothing goes back by itself. A person decides, since the older version may not read newer files. What is put
 * back is what a signed feed named, as with every install: where it is kept, every program of the person can write.
 */
import type { ErrorData } from '../contract/errors.ts';
import { HcmError, toErrorData } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { SignedFeedFile } from '../engine/updates/signed-package.ts';
import type { InstallPackage } from './install-package.ts';
import { isPackage, type Checksum } from './package-checksum.ts';
import type { KeptPackage, UpdateRecord } from './update-record.ts';

export interface InstallAttemptsPorts {
  readonly version: string;
  readonly now: () => number;
  readonly log: Logger;
  readonly record: Pick<UpdateRecord, 'attempt' | 'set' | 'keep' | 'keptOf' | 'pathOf' | 'feedOf'>;
  /** Whether a key of this build has signed that this is the package of its version. */
  readonly isSigned: (kept: KeptPackage, signed: SignedFeedFile) => Promise<boolean>;
  /** Puts an older package in place; null where the system has no way. */
  readonly putBack: InstallPackage | null;
}

/** Starts that ended before window and host were up. */
const startsBeforeOffer = 2;

export interface WayBack {
  readonly version: string;
  readonly install: () => Promise<void>;
}

export class InstallAttempts {
  readonly #ports: InstallAttemptsPorts;
  #problem: ErrorData | null = null;
  #isWindowUp = false;
  #host: 'unknown' | 'up' | 'away' = 'unknown';

  constructor(ports: InstallAttemptsPorts) {
    this.#ports = ports;
  }

  /** Why the last install came to nothing. */
  get problem(): ErrorData | null {
    return this.#problem;
  }

  /** This version could be put back after the next one. */
  get keepsPackage(): boolean {
    const { record, version, putBack } = this.#ports;
    return putBack !== null && record.keptOf(version) !== null;
  }

  get goBackTo(): string | null {
    const { record, version, putBack } = this.#ports;
    const { attempt } = record;
    if (attempt?.to !== version || putBack === null || record.keptOf(attempt.from) === null) return null;
    return this.#host === 'away' || attempt.starts > startsBeforeOffer ? attempt.from : null;
  }

  /** This process has started. */
  async started(): Promise<void> {
    const { record, version, log } = this.#ports;
    const { attempt } = record;
    if (attempt === null) return;
    if (attempt.to === version) {
      await this.#set({ ...attempt, starts: attempt.starts + 1 });
      return;
    }
    if (attempt.from === version) {
      this.#problem = { code: 'HCM5117', details: { version: attempt.to, reason: 'unknown' } };
      log.warn('not installed', { problem: this.#problem });
    }
    await this.#set(null);
  }

  async hostIs(host: 'up' | 'away'): Promise<void> {
    this.#host = host;
    await this.#endWhenUp();
  }

  async windowIsUp(): Promise<void> {
    this.#isWindowUp = true;
    await this.#endWhenUp();
  }

  /** @throws HcmError HCM400x: nothing may be installed then. */
  async begin(to: string, path: string, checksum: Checksum, signed: SignedFeedFile): Promise<void> {
    const { record, version: from, now, putBack } = this.#ports;
    const { sha512, sizeBytes } = checksum;
    if (putBack !== null) await record.keep(path, { version: to, sha512, sizeBytes }, signed, from);
    await record.set({ from, to, at: now(), starts: 0 });
  }

  /** What was begun isn't wanted any more. */
  abandon(): Promise<void> {
    return this.#set(null);
  }

  /** @throws HcmError HCM5119, HCM5117 nobody allowed it */
  async goBack(): Promise<WayBack> {
    const { record, version, now, putBack } = this.#ports;
    const to = this.goBackTo;
    const kept = to === null ? null : record.keptOf(to);
    if (to === null || kept === null || putBack === null)
      throw new HcmError('HCM5119', { version: to ?? version });
    const path = record.pathOf(kept);
    if (!(await isPackage(path, kept)) || !(await this.#isSigned(kept)))
      throw new HcmError('HCM5119', { version: to });
    const { finish } = await putBack(path, kept);
    return {
      version: to,
      install: async () => {
        await finish();
        // Only now: what was refused, or dismissed, is offered again.
        await this.#set({ from: version, to, at: now(), starts: 0 });
      },
    };
  }

  cantGoBack(problem: ErrorData): void {
    this.#problem = problem;
  }

  forgetProblem(): void {
    this.#problem = null;
  }

  async #isSigned(kept: KeptPackage): Promise<boolean> {
    const { record, isSigned } = this.#ports;
    const signed = await record.feedOf(kept).catch(() => null);
    return signed !== null && isSigned(kept, signed);
  }

  async #endWhenUp(): Promise<void> {
    const { record, version, log } = this.#ports;
    const { attempt } = record;
    if (attempt?.to !== version || !this.#isWindowUp || this.#host !== 'up') return;
    log.info('updated', { from: attempt.from, to: version });
    await this.#set(null);
  }

  /** A disk that is full now keeps nobody from working. */
  async #set(attempt: Parameters<UpdateRecord['set']>[0]): Promise<void> {
    await this.#ports.record
      .set(attempt)
      .catch((error: unknown) =>
        this.#ports.log.warn('update record not saved', { problem: toErrorData(error) }),
      );
  }
}
