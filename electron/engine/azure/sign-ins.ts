/**
 * Sign-ins that are under way. Owns each from its start to the answer that somebody fetched, and ends those that nobody finishes.
 *
 * Invariants: few at once, and one that nobody waits for makes room for another; each ends in time; what went wrong is told to
 * whoever waits.
 */
import { randomUUID } from 'node:crypto';
import type { AzureAccount, SignInInput, SignInStep } from '../../contract/azure.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';

export interface SignInsPorts {
  readonly clock: Clock;
  /** The whole way; `onStep` is called once, before anybody has to do anything. */
  readonly run: (
    input: SignInInput,
    onStep: (step: SignInStep) => void,
    signal: AbortSignal,
  ) => Promise<AzureAccount>;
}

interface Underway {
  readonly stop: AbortController;
  readonly account: Promise<AzureAccount>;
  readonly cancelTimer: Disposer;
  /** Who waits for it just now. */
  waiting: number;
  /** When somebody began or stopped to wait last, by the order of all. */
  askedAt: number;
}

const maxUnderway = 8;
/** As long as Entra's own codes are good. */
const lifeMs = 15 * 60_000;
/** Of one call; it is asked again. Well within what a client waits for an answer. */
const waitMs = 20_000;

export class SignIns {
  readonly #ports: SignInsPorts;
  readonly #underway = new Map<string, Underway>();
  #asked = 0;

  constructor(ports: SignInsPorts) {
    this.#ports = ports;
  }

  /** @throws HcmError HCM60xx when it can't even begin. */
  async start(input: SignInInput): Promise<{ readonly id: string; readonly step: SignInStep }> {
    this.#makeRoom();
    const id = randomUUID();
    const stop = new AbortController();
    let cancelTimer: Disposer = () => undefined;
    const step = new Promise<SignInStep>((resolve, reject) => {
      const account = this.#ports.run(input, resolve, stop.signal);
      cancelTimer = this.#ports.clock.after(lifeMs, () => this.#end(id, new HcmError('HCM6003')));
      this.#underway.set(id, { stop, account, cancelTimer, waiting: 0, askedAt: this.#asked++ });
      account.catch(reject);
    });
    try {
      return { id, step: await step };
    } catch (error) {
      this.#forget(id);
      throw error;
    }
  }

  /** Null: still waiting. @throws HcmError HCM6018, or why it failed. */
  async wait(id: string): Promise<AzureAccount | null> {
    const underway = this.#underway.get(id);
    if (underway === undefined) throw new HcmError('HCM6018');
    underway.waiting += 1;
    let cancelTimer: Disposer = () => undefined;
    const late = new Promise<null>((resolve) => {
      cancelTimer = this.#ports.clock.after(waitMs, () => resolve(null));
    });
    try {
      const account = await Promise.race([underway.account, late]);
      if (account !== null) this.#forget(id);
      return account;
    } catch (error) {
      this.#forget(id);
      throw error;
    } finally {
      cancelTimer();
      underway.waiting -= 1;
      underway.askedAt = this.#asked++;
    }
  }

  cancel(id: string): void {
    this.#end(id, new HcmError('HCM6002'));
  }

  close(): void {
    for (const id of [...this.#underway.keys()]) this.cancel(id);
  }

  /**
   * A window that was closed or loaded anew, or a command that was ended, left its sign-in behind. Whoever waits asks again at
   * once, so the one that was asked for longest ago is such a one. @throws HcmError HCM6019
   */
  #makeRoom(): void {
    if (this.#underway.size < maxUnderway) return;
    const left = [...this.#underway].filter(([, { waiting }]) => waiting === 0);
    const [oldest] = left.sort(([, one], [, other]) => one.askedAt - other.askedAt);
    if (oldest === undefined) throw new HcmError('HCM6019');
    this.cancel(oldest[0]);
  }

  /** Whoever waits is told why; nobody else can ask any more. */
  #end(id: string, why: HcmError): void {
    this.#underway.get(id)?.stop.abort(why);
    this.#forget(id);
  }

  #forget(id: string): void {
    this.#underway.get(id)?.cancelTimer();
    this.#underway.delete(id);
  }
}
