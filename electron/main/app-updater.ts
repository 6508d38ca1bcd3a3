/**
 * How far this app is with a newer version of itself (states: `update-machine.ts`). The host is who looks for releases; this
 * one downloads, checks and installs them. Owns the download, the timer that ends a reminder, and the record of an install.
 *
 * Invariants: what is installed is what a signed feed named, checked when it has come, before sessions are let go and by who
 * installs it; never is a version older than this one, or this one, offered, whoever says so; whatever fails leaves this
 * version as it is, and says so; one download at a time; nothing starts by itself.
 */
import { rm } from 'node:fs/promises';
import type { ContractEvent, Host } from '../contract/api.ts';
import { HcmError, toErrorData, type ErrorData } from '../contract/errors.ts';
import type { HostState } from '../contract/shell-api.ts';
import type { UpdateChannel } from '../contract/update-choices.ts';
import type { HostUpdates, UpdateState } from '../contract/updates.ts';
import type { Clock, Disposer } from '../engine/clock.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { ReleaseFile } from '../engine/updates/feed-file.ts';
import { releaseFile } from '../engine/updates/release-file.ts';
import type { SignedFeedFile, SignedRelease } from '../engine/updates/signed-package.ts';
import { isNewer } from '../engine/updates/version-order.ts';
import type { InstallAttempts } from './install-attempts.ts';
import type { InstallPackage } from './install-package.ts';
import { isPackage } from './package-checksum.ts';
import type { Installation } from './package-kind.ts';
import type { PackageUpdater } from './package-updater.ts';
import { nextUpdate, updateAtStart, type UpdateEvent, type UpdateProgress } from './update-machine.ts';
import type { WindowStore } from './window-state.ts';

export interface AppUpdaterPorts {
  readonly version: string;
  readonly arch: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly host: Host;
  readonly installation: Installation;
  /** Null where the app can't replace itself. */
  readonly packages: PackageUpdater | null;
  /** Null where the app can't replace itself. */
  readonly installPackage: InstallPackage | null;
  /** The newest release of the host's channel and feed, signature checked. @throws HcmError HCM51xx */
  readonly askFeed: (signal: AbortSignal) => Promise<SignedRelease>;
  readonly attempts: InstallAttempts;
  readonly store: Pick<WindowStore, 'state' | 'changePreferences'>;
  /** Lets sessions finish, does this, and ends the process, or starts it again when it fails. */
  readonly endWith: (install: () => Promise<void>) => void;
  readonly onChange: (state: UpdateState) => void;
}

/** Nothing more of a release until then. */
const laterMs = 24 * 60 * 60_000;
/** A server that sends nothing for this long won't any more. */
export const stallMs = 60_000;

/** A page needs no word of each packet. */
const progressSteps = 200;

interface Downloaded {
  readonly version: string;
  readonly path: string;
  readonly file: ReleaseFile;
  readonly signed: SignedFeedFile;
}

export class AppUpdater {
  readonly #ports: AppUpdaterPorts;
  #progress: UpdateProgress = updateAtStart;
  #channel: UpdateChannel = 'stable';
  #feed: string | null = null;
  #download: AbortController | null = null;
  #downloaded: Downloaded | null = null;
  #isInstalling = false;
  #cancelReminder: Disposer = () => undefined;
  #unsubscribe: Disposer = () => undefined;

  constructor(ports: AppUpdaterPorts) {
    this.#ports = ports;
  }

  get state(): UpdateState {
    const { version, installation, attempts } = this.#ports;
    const { phase, release, checkedAt, received, total, problem } = this.#progress;
    return {
      phase,
      current: version,
      channel: this.#channel,
      checkedAt,
      release,
      received,
      total,
      problem: problem ?? attempts.problem,
      obstacle: installation.obstacle,
      isQuiet: this.#isQuiet,
      keepsPackage: attempts.keepsPackage,
      goBackTo: attempts.goBackTo,
    };
  }

  /** From now on the host tells. */
  start(): void {
    this.#unsubscribe = this.#ports.host.subscribe((event: ContractEvent) => {
      if (event.name === 'updates.changed') this.#told(event.payload);
    });
    this.#remindInTime();
  }

  /** Another host, or none. */
  async hostChanged({ mode }: Pick<HostState, 'mode'>): Promise<void> {
    if (mode === 'starting') return;
    const { attempts, host, log } = this.#ports;
    await attempts.hostIs(mode === 'unreachable' ? 'away' : 'up');
    this.#tell();
    if (mode === 'unreachable') return;
    try {
      this.#told(await host.call('updates.get', {}));
    } catch (error) {
      log.debug('no word of updates', { problem: toErrorData(error) });
    }
  }

  /** The page is there. */
  async windowShown(): Promise<void> {
    await this.#ports.attempts.windowIsUp();
    this.#tell();
  }

  /** This computer slept, and so did its timers. */
  resumed(): void {
    this.#remindInTime();
    this.#tell();
  }

  async check(): Promise<UpdateState> {
    if (!['idle', 'available'].includes(this.#progress.phase)) return this.state;
    this.#happened({ kind: 'asked' });
    try {
      this.#told(await this.#ports.host.call('updates.check', {}));
    } catch (error) {
      this.#happened({ kind: 'failed', problem: toErrorData(error) });
    }
    return this.state;
  }

  async download(): Promise<UpdateState> {
    const { packages, attempts, installation } = this.#ports;
    const { phase, release } = this.#progress;
    if (phase !== 'available' || release === null || packages === null || installation.kind === null)
      return this.state;
    attempts.forgetProblem();
    const ending = new AbortController();
    this.#download = ending;
    this.#happened({ kind: 'download', total: release.sizeBytes ?? 0 });
    try {
      const downloaded = await this.#fetch(packages, installation.kind, release.version, ending);
      ending.signal.throwIfAborted();
      this.#downloaded = downloaded;
      this.#happened({ kind: 'downloaded' });
    } catch (error) {
      if (!isCancelled(ending.signal)) this.#failed(error);
    } finally {
      if (this.#download === ending) this.#download = null;
    }
    return this.state;
  }

  cancel(): Promise<UpdateState> {
    if (this.#progress.phase === 'downloading') {
      this.#happened({ kind: 'cancelled' });
    }
    return Promise.resolve(this.state);
  }

  async install(): Promise<UpdateState> {
    const { installPackage, attempts, endWith, log, version } = this.#ports;
    const downloaded = this.#downloaded;
    if (installPackage === null || downloaded === null || !this.#isReady(downloaded)) return this.state;
    if (this.#isInstalling) return this.state;
    this.#isInstalling = true;
    try {
      const { version: to, path, file, signed } = downloaded;
      if (!(await isPackage(path, file))) {
        await rm(path, { force: true });
        throw new HcmError('HCM5116', { version: to });
      }
      // Whoever has to allow it is asked while everything is up: a no costs nobody a session.
      const prepared = await installPackage(path, file);
      try {
        await attempts.begin(to, path, file, signed);
      } catch (error) {
        prepared.giveUp();
        throw error;
      }
      // Turned off meanwhile, or overtaken by a newer release.
      if (!this.#isReady(downloaded)) {
        prepared.giveUp();
        await attempts.abandon();
        return this.state;
      }
      log.info('installing', { from: version, to });
      this.#happened({ kind: 'install' });
      endWith(prepared.finish);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#isInstalling = false;
    }
    return this.state;
  }

  later(): Promise<UpdateState> {
    const { store, clock, attempts } = this.#ports;
    store.changePreferences({ remindAt: clock.now() + laterMs });
    attempts.forgetProblem();
    this.#remindInTime();
    this.#tell();
    return Promise.resolve(this.state);
  }

  skip(): Promise<UpdateState> {
    const { release } = this.#progress;
    if (release !== null) this.#ports.store.changePreferences({ skippedVersion: release.version });
    this.#ports.attempts.forgetProblem();
    this.#tell();
    return Promise.resolve(this.state);
  }

  async goBack(): Promise<UpdateState> {
    const { attempts, store, endWith, log, version } = this.#ports;
    if (this.#isInstalling) return this.state;
    this.#isInstalling = true;
    try {
      const putBack = await attempts.goBack();
      // What didn't come up isn't offered again.
      store.changePreferences({ skippedVersion: version });
      log.info('going back', { from: version, to: putBack.version });
      endWith(putBack.install);
    } catch (error) {
      attempts.cantGoBack(toErrorData(error));
      this.#tell();
    } finally {
      this.#isInstalling = false;
    }
    return this.state;
  }

  /** Ends what runs; the record stays. */
  close(): void {
    this.#unsubscribe();
    this.#cancelReminder();
    this.#download?.abort();
  }

  get #isQuiet(): boolean {
    const { skippedVersion, remindAt } = this.#ports.store.state.preferences;
    const { release } = this.#progress;
    if (skippedVersion !== null && release?.version === skippedVersion) return true;
    return remindAt !== null && this.#ports.clock.now() < remindAt;
  }

  #isReady({ version }: Downloaded): boolean {
    const { phase, release } = this.#progress;
    return phase === 'ready' && release?.version === version;
  }

  async #fetch(
    packages: PackageUpdater,
    kind: Exclude<Installation['kind'], null>,
    version: string,
    ending: AbortController,
  ): Promise<Downloaded> {
    const { askFeed, arch } = this.#ports;
    const { signal } = ending;
    const stall = this.#stallWatch(ending, version);
    try {
      const release = await askFeed(signal);
      signal.throwIfAborted();
      if (release.version !== version) throw await this.#overtaken(version, signal);
      const file = releaseFile(release, { kind, arch });
      if (file === null) throw new HcmError('HCM5118', { version });
      const total = file.sizeBytes;
      this.#happened({ kind: 'received', received: 0, total });
      const path = await packages.download(
        { release, file },
        (received) => {
          stall.moved();
          if (received > total) ending.abort(new HcmError('HCM5116', { version }));
          else if (received === total || received - this.#progress.received >= total / progressSteps)
            this.#happened({ kind: 'received', received, total });
        },
        signal,
      );
      signal.throwIfAborted();
      stall.end();
      if (await isPackage(path, file)) return { version, path, file, signed: release.signed };
      await rm(path, { force: true });
      throw new HcmError('HCM5116', { version });
    } finally {
      stall.end();
    }
  }

  /**
   * The feed names another release than the host knows of: it was asked hours ago. It is asked to look again, and tells of
   * that one, which ends this download without a complaint.
   */
  async #overtaken(version: string, signal: AbortSignal): Promise<HcmError> {
    try {
      this.#told(await this.#ports.host.call('updates.check', {}));
    } catch (error) {
      // A viewer may not ask it.
      this.#ports.log.debug('the host was not asked', { problem: toErrorData(error) });
    }
    signal.throwIfAborted();
    return new HcmError('HCM5115', { version, reason: 'overtaken' });
  }

  #stallWatch(
    ending: AbortController,
    version: string,
  ): { readonly moved: () => void; readonly end: Disposer } {
    const { clock } = this.#ports;
    const late = (): void => ending.abort(new HcmError('HCM5115', { version, reason: 'stalled' }));
    let cancel = clock.after(stallMs, late);
    return {
      moved: () => {
        cancel();
        cancel = clock.after(stallMs, late);
      },
      end: () => cancel(),
    };
  }

  #told(updates: HostUpdates): void {
    const { channel, feed, mode, release } = updates;
    const isSame = channel === this.#channel && feed === this.#feed;
    this.#channel = channel;
    this.#feed = feed;
    // A host that has just started knows nothing yet, which takes nothing back.
    const isNews = mode === 'off' || !isSame || updates.checkedAt !== null;
    if (!isNews && ['downloading', 'ready'].includes(this.#progress.phase)) return;
    // A host of another version than this app, such as a service that wasn't restarted, counts from its own.
    const isWanted = release !== null && isNewer(release.version, this.#ports.version);
    this.#happened({ kind: 'told', updates: isWanted ? updates : { ...updates, release: null } });
  }

  #failed(error: unknown): void {
    const problem: ErrorData = toErrorData(error);
    this.#ports.log.warn('update failed', { problem });
    this.#happened({ kind: 'failed', problem });
  }

  #happened(event: UpdateEvent): void {
    const before = this.#progress;
    this.#progress = nextUpdate(before, event);
    if (this.#progress === before && event.kind !== 'told') return;
    // Cancelled, turned off, or overtaken by a newer release.
    if (before.phase === 'downloading' && !['downloading', 'ready'].includes(this.#progress.phase)) {
      this.#download?.abort();
    }
    this.#tell();
  }

  #remindInTime(): void {
    const { clock, store } = this.#ports;
    this.#cancelReminder();
    const { remindAt } = store.state.preferences;
    const leftMs = (remindAt ?? 0) - clock.now();
    // A clock that was set back must not silence it for longer than was asked for.
    if (leftMs > laterMs) store.changePreferences({ remindAt: null });
    else if (leftMs > 0) this.#cancelReminder = clock.after(leftMs, () => this.#tell());
  }

  #tell(): void {
    this.#ports.onChange(this.state);
  }
}

/** By a person or by what the host said, not by a failure of ours. */
function isCancelled({ aborted, reason }: AbortSignal): boolean {
  return aborted && !(reason instanceof HcmError);
}
