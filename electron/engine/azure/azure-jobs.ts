/**
 * Work in Azure that takes several steps and longer than a call: a creation, a rotation of keys. Owns what is under way and
 * tells how it goes.
 *
 * Invariants: few at once, and each ends; one that nobody asks about goes on, for half a rotation helps nobody; what is told of
 * one that ended is forgotten after a while, and what went wrong stands in the log.
 */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { AzureJob, AzureJobStep } from '../../contract/azure-resource.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { LogFields, Logger } from '../log/logger.ts';

/** What the work itself gets. */
export interface JobHandle {
  readonly signal: AbortSignal;
  /** Runs one of the steps that were announced; what it throws ends the job. */
  readonly step: <Value>(step: AzureJobStep, work: () => Promise<Value>) => Promise<Value>;
  /** The connection that it is about, once there is one. */
  readonly connection: (view: ConnectionView) => void;
}

export interface JobInput {
  readonly steps: readonly AzureJobStep[];
  readonly run: (handle: JobHandle) => Promise<void>;
  /** What the log calls it by. */
  readonly about: LogFields;
}

interface Job {
  state: AzureJob;
  readonly stop: AbortController;
  readonly waiters: Set<() => void>;
}

const maxJobs = 8;
/** Of one question for more; it is asked again. */
const waitMs = 10_000;
const keptMs = 10 * 60_000;

export class AzureJobs {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #jobs = new Map<string, Job>();
  readonly #cancelForgetting = new Set<() => void>();

  constructor(clock: Clock, log: Logger) {
    this.#clock = clock;
    this.#log = log;
  }

  /** @throws HcmError HCM6019 */
  start({ steps, run, about }: JobInput): string {
    this.#makeRoom();
    const id = randomUUID();
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const job: Job = {
      state: {
        steps: steps.map((step) => ({ step, state: 'waiting', problem: null })),
        revision: 1,
        done: false,
        connection: null,
      },
      stop,
      waiters: new Set(),
    };
    this.#jobs.set(id, job);
    void this.#run(job, run, about).then(() => this.#forgetLater(id));
    return id;
  }

  /** @throws HcmError HCM6018 */
  async progress(id: string, after: number): Promise<AzureJob> {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new HcmError('HCM6018');
    if (job.state.revision <= after && !job.state.done) await this.#more(job);
    return job.state;
  }

  stop(id: string): void {
    this.#jobs.get(id)?.stop.abort(new HcmError('HCM6002'));
  }

  close(): void {
    for (const cancel of this.#cancelForgetting) cancel();
    for (const { stop, waiters } of this.#jobs.values()) {
      stop.abort(new HcmError('HCM5005', { reason: 'closed' }));
      for (const go of [...waiters]) go();
    }
    this.#jobs.clear();
  }

  /** Never rejects: what went wrong stands at its step. */
  async #run(job: Job, run: JobInput['run'], about: LogFields): Promise<void> {
    const handle: JobHandle = {
      signal: job.stop.signal,
      step: async (step, work) => {
        job.stop.signal.throwIfAborted();
        setStep(job, step, { state: 'running', problem: null });
        const value = await work();
        setStep(job, step, { state: 'done', problem: null });
        return value;
      },
      connection: (connection) => change(job, { connection }),
    };
    try {
      await run(handle);
    } catch (error) {
      const { step } =
        job.state.steps.find(({ state }) => state === 'running') ??
        job.state.steps.find(({ state }) => state === 'waiting') ??
        {};
      const problem = toErrorData(error);
      this.#log.warn('work in azure ended early', {
        ...about,
        ...(step === undefined ? {} : { step }),
        problem,
      });
      if (step !== undefined) setStep(job, step, { state: 'failed', problem });
    }
    change(job, { done: true });
  }

  #more(job: Job): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        cancel();
        job.waiters.delete(go);
        resolve();
      };
      const cancel = this.#clock.after(waitMs, go);
      job.waiters.add(go);
    });
  }

  #forgetLater(id: string): void {
    if (!this.#jobs.has(id)) return;
    const cancel = this.#clock.after(keptMs, () => {
      this.#cancelForgetting.delete(cancel);
      this.#jobs.delete(id);
    });
    this.#cancelForgetting.add(cancel);
  }

  #makeRoom(): void {
    if (this.#jobs.size < maxJobs) return;
    const [oldest] = [...this.#jobs].find(([, { state }]) => state.done) ?? [];
    if (oldest === undefined) throw new HcmError('HCM6019');
    this.#jobs.delete(oldest);
  }
}

function setStep(
  job: Job,
  step: AzureJobStep,
  to: Pick<AzureJob['steps'][number], 'state' | 'problem'>,
): void {
  change(job, { steps: job.state.steps.map((one) => (one.step === step ? { ...one, ...to } : one)) });
}

function change(job: Job, to: Partial<AzureJob>): void {
  job.state = { ...job.state, ...to, revision: job.state.revision + 1 };
  for (const go of [...job.waiters]) go();
}
