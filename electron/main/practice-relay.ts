/**
 * The practice relay of this app: relay, sender and a small service on this computer, and a connection on the host that the
 * window shows. Owns one run at a time, and takes its connection out of the list at its end. Nothing of it starts where the
 * host wouldn't take the connection.
 */
import { mayCall } from '../contract/access.ts';
import { endpointStatusWord, statusWord } from '../contract/messages/messages.ts';
import type { Host } from '../contract/api.ts';
import { HcmError, toErrorData, type ErrorDetails } from '../contract/errors.ts';
import { formatDuration } from '../contract/format.ts';
import type { DemoState } from '../contract/shell-api.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { Demo, DemoStep } from '../local-relay/demo.ts';
import { removeDemoConnections } from './practice-leftovers.ts';

export interface PracticeRelayOptions {
  readonly host: Host;
  /** For the relay's certificates. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
  readonly log: Logger;
  readonly onChange: (state: DemoState) => void;
}

interface Run {
  readonly controller: AbortController;
  readonly started: Promise<Demo | null>;
}

const off: DemoState = { phase: 'off', steps: [], connectionId: null, url: null, problem: null };

export class PracticeRelay {
  readonly #options: PracticeRelayOptions;
  #state: DemoState = off;
  #run: Run | null = null;
  #stopping: Promise<void> | null = null;

  constructor(options: PracticeRelayOptions) {
    this.#options = options;
  }

  get state(): DemoState {
    return this.#state;
  }

  /** Settles when a request went through and back, or when that can't be: `problem` of the state says why. */
  async start(): Promise<DemoState> {
    await this.#stopping;
    if (this.#run === null) {
      const controller = new AbortController();
      this.#run = { controller, started: this.#start(controller.signal) };
    }
    await this.#run.started;
    // Whoever waits while it is stopped hears that it is off.
    await this.#stopping;
    return this.#state;
  }

  /** Never fails; what it can't take out of the list is taken out at the next start. */
  async stop(): Promise<void> {
    this.#stopping ??= this.#stop().finally(() => (this.#stopping = null));
    await this.#stopping;
  }

  async #start(signal: AbortSignal): Promise<Demo | null> {
    const { host, folder, platform, log } = this.#options;
    this.#tell({ ...off, phase: 'starting' });
    try {
      const { role } = await host.call('host.info', {});
      if (!mayCall(role, 'connections.add')) throw new HcmError('HCM5008');
      await removeDemoConnections(host, log);
      // Only now: making certificates loads a lot that nothing else needs.
      const { startDemo } = await import('../local-relay/demo.ts');
      const onStep = (step: DemoStep): void => this.#step(step);
      const demo = await startDemo({ host, folder, platform, onStep, signal });
      this.#tell({ ...this.#state, phase: 'running', url: demo.url });
      return demo;
    } catch (error) {
      // Only then the next one may begin: it would take its own connection for a leftover.
      await removeDemoConnections(host, log);
      this.#run = null;
      if (signal.aborted) return null;
      if (!(error instanceof HcmError)) log.error('the practice relay met a bug', { error });
      this.#tell({ ...this.#state, phase: 'failed', connectionId: null, problem: toErrorData(error) });
      return null;
    }
  }

  async #stop(): Promise<void> {
    const run = this.#run;
    run?.controller.abort(new Error('stopped'));
    const demo = await run?.started;
    // The sender ends first, and with it every session: nobody waits for an app that keeps one open.
    await demo?.close();
    if (demo) await removeDemoConnections(this.#options.host, this.#options.log);
    this.#run = null;
    if (this.#state.phase !== 'off') this.#tell(off);
  }

  #step(done: DemoStep): void {
    const steps = [...this.#state.steps, { step: done.step, details: { ...this.#details(done) } }];
    const connectionId = done.step === 'added' ? done.id : this.#state.connectionId;
    this.#tell({ ...this.#state, steps, connectionId });
  }

  /** What the blanks of the step's sentence take. */
  #details(done: DemoStep): ErrorDetails {
    switch (done.step) {
      case 'relay':
      case 'sender':
        return { port: done.port };
      case 'service':
        return { endpoint: done.endpoint };
      case 'added':
        return { name: done.name, folder: this.#options.dataFolder };
      case 'connected': {
        const { config, azure, endpoint } = done.connection;
        const status = statusWord(azure.status);
        const endpointStatus = endpointStatusWord(endpoint.status);
        return { name: config.name, status, endpointStatus };
      }
      case 'answered':
        return { status: done.status, time: formatDuration(done.milliseconds), text: done.text };
    }
  }

  #tell(state: DemoState): void {
    this.#state = state;
    this.#options.onChange(state);
  }
}
