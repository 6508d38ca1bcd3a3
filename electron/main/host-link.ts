/**
 * Which host the window shows, and the way to it. Owns the connection to a background host or the host in this process,
 * the timer that looks for a host that went away, and the one subscription to whichever host there is.
 *
 *      starting ──► background ──went away──► unreachable ──answers again──► background
 *          └──nobody there──► app                  └──the person asks, and nobody is there──► app
 *
 * Invariants: it takes the data folder only at the start and when asked (`runHere`), never by itself later: a service that
 * is being restarted would find its folder taken; nor does it go over to another host by itself: one that was reached by a
 * folder that it opens to others is looked for there; one look at a time; every change of host is told; nothing runs on after
 * `stop`.
 */
import type { CallInput, CallName, CallOutput, ContractEvent, Host, HostInfo } from '../contract/api.ts';
import { HcmError, toErrorData, type ErrorData } from '../contract/errors.ts';
import type { HostState } from '../contract/shell-api.ts';
import type { Clock, Disposer } from '../engine/clock.ts';
import type { ControlPlace } from '../engine/control/control-address.ts';
import { findHost, type HostChoice } from '../engine/control/find-host.ts';
import type { HostConnection } from '../engine/control/host-connection.ts';
import { claimDataFolder, type Ownership } from '../engine/control/owner.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { AppHost } from './app-host.ts';

export interface HostLinkOptions {
  /** Whose host is shown. */
  readonly choice: HostChoice;
  /** The data folder of the host in this process. */
  readonly place: ControlPlace;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Gives the claim back when it fails. */
  readonly openOwnHost: (claim: Ownership) => Promise<AppHost>;
  readonly onChange: (state: HostState) => void;
}

export const lookIntervalMs = 1_000;
/** A host that hangs keeps its socket open, and rows would look live for ever. */
export const watchIntervalMs = 10_000;
/** A host under load answers this in milliseconds. */
export const answerWithinMs = 8_000;
/** A host may start or end between the question and the claim: then the question is asked again. */
const tries = 3;
/** A command that changes the store holds the folder for a moment only. */
const waitWhileBusyMs = 5_000;

export class HostLink implements Host {
  readonly #options: HostLinkOptions;
  readonly #listeners = new Set<(event: ContractEvent) => void>();
  #state: HostState = { mode: 'starting' };
  #host: Host | null = null;
  #connection: HostConnection | null = null;
  #own: AppHost | null = null;
  /** Where the host is looked for. */
  #looksFor: HostChoice;
  #opening: Promise<unknown> | undefined;
  #info: HostInfo | null = null;
  /** Why this process could not run the host: says more than "nobody runs it", which is true as well. */
  #ownProblem: ErrorData | null = null;
  #unsubscribe: Disposer | undefined;
  #cancelLook: Disposer | undefined;
  #cancelWatch: Disposer | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #isStopped = false;
  #onFound: () => void = () => undefined;
  /** The start is over, whatever came of it. */
  readonly #found = new Promise<void>((resolve) => (this.#onFound = resolve));

  constructor(options: HostLinkOptions) {
    this.#options = options;
    this.#looksFor = options.choice;
  }

  get state(): HostState {
    return this.#state;
  }

  /** Attaches to the host that runs, or becomes it. Never fails: what is in the way is the state. */
  start(): Promise<void> {
    return this.#inTurn(async () => {
      // One folder is meant and nothing else: a host of our own would be another one.
      if (this.#options.choice.own === null) await this.#lookOnce();
      else await this.#take();
    });
  }

  /** @throws HcmError why it isn't possible. */
  async runHere(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#state.mode !== 'unreachable') return;
      this.#looksFor = this.#options.choice;
      await this.#take();
    });
    if (this.#state.mode === 'unreachable') throw errorOf(this.#state.problem);
  }

  async call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
    if (this.#state.mode === 'starting') await this.#found;
    if (this.#host !== null) return this.#host.call(name, input);
    throw this.#state.mode === 'unreachable' ? errorOf(this.#state.problem) : new HcmError('HCM5005');
  }

  /** Goes on with whichever host there is; a new host's patches begin anew, so a change of host asks for a snapshot. */
  subscribe(listener: (event: ContractEvent) => void): Disposer {
    const own = (event: ContractEvent): void => listener(event);
    this.#listeners.add(own);
    if (this.#listeners.size === 1) this.#resubscribe();
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0) this.#resubscribe();
    };
  }

  /** This computer slept. A background host notices by itself. */
  resumed(): void {
    this.#own?.resumed();
  }

  /** Ends our own host, which lets sessions finish (a second call ends them at once), or leaves another's alone. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#onFound();
    this.#cancelLook?.();
    this.#cancelWatch?.();
    // A host that is being opened has to be ended; a look at somebody else's ends by itself.
    await this.#opening;
    this.#host = null;
    this.#resubscribe();
    await this.#connection?.close();
    await this.#own?.stop();
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(() => (this.#isStopped ? undefined : work()));
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #take(): Promise<void> {
    const { place, clock, version } = this.#options;
    this.#cancelLook?.();
    try {
      for (let attempt = 1; attempt <= tries; attempt += 1) {
        if (await this.#attach()) return;
        const claim = await claimDataFolder({ ...place, clock, version, waitWhileBusyMs });
        if (!claim.claimed) continue;
        if (this.#isStopped) {
          await claim.release();
          return;
        }
        await this.#runHere(claim);
        return;
      }
      throw new HcmError('HCM5005', { reason: 'busy' });
    } catch (error) {
      this.#lost(error);
    }
  }

  async #runHere(claim: Ownership): Promise<void> {
    const { openOwnHost } = this.#options;
    try {
      const opening = openOwnHost(claim);
      this.#opening = opening.catch(() => undefined);
      this.#own = await opening;
      // Its connections are shown while it starts them.
      this.#use(this.#own.host, { mode: 'app', info: this.#own.info });
      await this.#own.serving;
    } catch (error) {
      this.#own = null;
      this.#ownProblem = toErrorData(error);
      throw error;
    }
  }

  /** @returns false when nobody runs a host. */
  async #attach(): Promise<boolean> {
    const { clock, log } = this.#options;
    const found = await findHost(this.#looksFor, { clock });
    const { connection } = found;
    if (connection === null) {
      if (found.reason.code !== 'HCM5001') throw found.reason;
      return false;
    }
    let info: HostInfo;
    try {
      info = await this.#ask(connection);
    } catch (error) {
      void connection.close();
      throw error;
    }
    if (this.#isStopped) {
      await connection.close();
      return false;
    }
    this.#connection = connection;
    this.#looksFor =
      found.shared === null ? { shared: [], own: this.#looksFor.own } : { shared: [found.shared], own: null };
    log.info('attached to a background host', { version: info.version, processId: info.processId });
    this.#use(connection, { mode: 'background', info });
    connection.onClosed((cause) => {
      if (this.#connection !== connection || this.#isStopped) return;
      this.#lost(cause ?? this.#nobody());
    });
    this.#watch(connection);
    return true;
  }

  /** Asks the attached host now and then whether it is still there. */
  #watch(connection: HostConnection): void {
    this.#cancelWatch = this.#options.clock.after(watchIntervalMs, () => {
      const isOurs = (): boolean => this.#connection === connection && !this.#isStopped;
      this.#ask(connection).then(
        () => {
          if (isOurs()) this.#watch(connection);
        },
        (error: unknown) => {
          if (isOurs()) this.#lost(error);
          void connection.close();
        },
      );
    });
  }

  /** @throws HcmError HCM5005 when it doesn't answer in time. */
  #ask(connection: HostConnection): Promise<HostInfo> {
    return new Promise((resolve, reject) => {
      const late = (): void => reject(new HcmError('HCM5005', { reason: 'no-answer-in-time' }));
      const cancel = this.#options.clock.after(answerWithinMs, late);
      connection.call('host.info', {}).then(resolve, reject).finally(cancel);
    });
  }

  #use(host: Host, state: Extract<HostState, { info: HostInfo }>): void {
    this.#host = host;
    this.#info = state.info;
    this.#ownProblem = null;
    this.#resubscribe();
    this.#tell(state);
  }

  #lost(error: unknown): void {
    // Its own end is no news.
    if (this.#isStopped) return;
    const { log, clock } = this.#options;
    const found = toErrorData(error);
    const problem = found.code === 'HCM5001' ? (this.#ownProblem ?? found) : found;
    this.#cancelWatch?.();
    this.#host = null;
    this.#connection = null;
    this.#resubscribe();
    const isNews = this.#state.mode !== 'unreachable' || !isSame(this.#state.problem, problem);
    if (isNews) {
      log.warn('no host', { problem });
      this.#tell({ mode: 'unreachable', problem, info: this.#info });
    }
    this.#cancelLook?.();
    this.#cancelLook = clock.after(lookIntervalMs, () => void this.#look());
  }

  #look(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#host === null) await this.#lookOnce();
    });
  }

  async #lookOnce(): Promise<void> {
    try {
      if (await this.#attach()) return;
      this.#lost(this.#nobody());
    } catch (error) {
      this.#lost(error);
    }
  }

  /** Says by which folder it would be reached: this app can't take the place of such a host. */
  #nobody(): HcmError {
    const [shared] = this.#looksFor.own === null ? this.#looksFor.shared : [];
    return new HcmError('HCM5001', shared === undefined ? {} : { shared });
  }

  #resubscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    if (this.#host === null || this.#listeners.size === 0) return;
    this.#unsubscribe = this.#host.subscribe((event) => {
      for (const listener of [...this.#listeners]) listener(event);
    });
  }

  #tell(state: HostState): void {
    this.#state = state;
    this.#onFound();
    this.#options.onChange(state);
  }
}

function errorOf({ code, details }: ErrorData): HcmError {
  return new HcmError(code, details);
}

function isSame(one: ErrorData, other: ErrorData): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
