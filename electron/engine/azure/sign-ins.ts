/**
 * Sign-ins that are under way. Owns each from its start to the answer that somebody fetched, and ends those that nobody finishes.
 *
 * Invariants: few at once; each ends in time; what went wrong is told to whoever waits.
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
}

const maxUnderway = 8;
/** As long as Entra's own codes are good. */
const lifeMs = 15 * 60_000;
/** Of one call; it is asked again. Well within what a client waits for an answer. */
const waitMs = 20_000;

export class SignIns {
  readonly #ports: SignInsPorts;
  readonly #underway = new Map<string, Underway>();

  constructor(ports: SignInsPorts) {
    this.#ports = ports;
  }

  /** @throws HcmError HCM60xx when it can't even begin. */
  async start(input: SignInInput): Promise<{ readonly id: string; readonly step: SignInStep }> {
    if (this.#underway.size >= maxUnderway) throw new HcmError('HCM6019');
    const id = randomUUID();
    const stop = new AbortController();
    let cancelTimer: Disposer = () => undefined;
    const step = new Promise<SignInStep>((resolve, reject) => {
      const account = this.#ports.run(input, resolve, stop.signal);
      cancelTimer = this.#ports.clock.after(lifeMs, () => this.#end(id, new HcmError('HCM6003')));
      this.#underway.set(id, { stop, account, cancelTimer });
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
    }
  }

  cancel(id: string): void {
    this.#end(id, new HcmError('HCM6002'));
  }

  close(): void {
    for (const id of [...this.#underway.keys()]) this.cancel(id);
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
