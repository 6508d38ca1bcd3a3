/**
 * The way out: asks when sessions would break, drains, exits with 0.
 *
 *      running ──request──► asking ──yes, or nothing to ask──► ending ──drained──► exit
 *         ▲                    │ no                               │ request: hurry; another: exit at once
 *         └────────────────────┘
 *
 * With another version to install (`endWith`) that happens between drained and exit, and no person's request cuts it short:
 * a package manager that is at work is let finish.
 *
 * Invariant: whatever fails on the way, the process ends.
 */
import { toErrorData } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';

export interface QuitPorts {
  /** Sessions that would break: those of an engine in this process. */
  readonly openSessions: () => Promise<number>;
  /** @returns whether to quit. */
  readonly ask: (sessions: number) => Promise<boolean>;
  readonly hideWindow: () => void;
  /** Ends everything, and gives sessions their time. A second call hurries the first. */
  readonly end: () => Promise<void>;
  readonly exit: (code: number) => void;
  /** Starts the app again once this process is over. */
  readonly relaunch: () => void;
  readonly log: Logger;
}

/** `person`: may be asked. `system`: a signal or the end of the session, which nobody can answer for. */
export type QuitReason = 'person' | 'system';

type Phase = 'running' | 'asking' | 'ending' | 'hurrying' | 'installing';

export class Quit {
  readonly #ports: QuitPorts;
  #phase: Phase = 'running';
  /** What takes this program's place, when it is over. */
  #last: (() => Promise<void>) | null = null;

  constructor(ports: QuitPorts) {
    this.#ports = ports;
  }

  get isEnding(): boolean {
    return this.#phase !== 'running' && this.#phase !== 'asking';
  }

  request(reason: QuitReason): void {
    switch (this.#phase) {
      case 'running':
        void (reason === 'person' ? this.#ask() : this.#end());
        break;
      case 'asking':
        if (reason === 'system') void this.#end();
        break;
      case 'ending':
        this.#phase = 'hurrying';
        void this.#ports.end();
        break;
      case 'hurrying':
        this.#ports.exit(0);
        break;
      case 'installing':
        if (reason === 'system') this.#ports.exit(0);
        break;
    }
  }

  /**
   * Ends as any quit does, in sight, and lets `last` put another version in this one's place. When that fails the app starts
   * again as it was: its host has ended already.
   */
  endWith(last: () => Promise<void>): void {
    if (this.isEnding) return;
    this.#last = last;
    void this.#end();
  }

  async #ask(): Promise<void> {
    this.#phase = 'asking';
    const mayQuit = await this.#mayQuit();
    // A signal may have answered meanwhile.
    if (this.isEnding) return;
    if (mayQuit) await this.#end();
    else this.#phase = 'running';
  }

  async #mayQuit(): Promise<boolean> {
    try {
      const sessions = await this.#ports.openSessions();
      return sessions === 0 || (await this.#ports.ask(sessions));
    } catch (error) {
      this.#ports.log.warn('could not ask before quitting', { problem: toErrorData(error) });
      return true;
    }
  }

  async #end(): Promise<void> {
    const { hideWindow, end, exit, relaunch, log } = this.#ports;
    this.#phase = 'ending';
    log.info('quitting');
    try {
      if (this.#last === null) hideWindow();
      await end();
    } catch (error) {
      log.error('quitting met a bug', { error });
    }
    try {
      if (this.#last !== null) this.#phase = 'installing';
      await this.#last?.();
    } catch (error) {
      log.warn('nothing was installed', { reason: error instanceof Error ? error.message : 'unknown' });
      relaunch();
    }
    exit(0);
  }
}
