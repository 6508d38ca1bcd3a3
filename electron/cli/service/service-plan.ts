/**
 * What is to be done to a system so that it has our service, or no longer has it: data, which can be shown before it is
 * done, and is the same in a test as on a server. Each system has one maker of such steps.
 */
import type { ServiceState } from './service-state.ts';

/** A program and its arguments; no shell is in between. */
export type Words = readonly [program: string, ...args: string[]];

export type Step =
  /** Over a file of ours or where none is. */
  | { readonly do: 'write'; readonly path: string; readonly text: string; readonly mode: number }
  /** A file of ours; nothing when there is none. */
  | { readonly do: 'remove'; readonly path: string }
  | { readonly do: 'makeFolder'; readonly path: string }
  | { readonly do: 'removeFolder'; readonly path: string }
  /** Somebody else has to put it there first. */
  | { readonly do: 'expect'; readonly path: string }
  | RunStep;

export interface RunStep {
  readonly do: 'run';
  readonly words: Words;
  /** Not when this one ends with 0. */
  readonly unless?: Words;
  /** It may have nothing to do, and says so with an exit code. */
  readonly mayFail?: true;
}

export interface InstallOptions {
  /** The words that start `hcm`; the first one is an absolute path. */
  readonly program: readonly string[];
  readonly start: boolean;
  /** Lets a group of people look at it, too; Linux. */
  readonly viewers: boolean;
}

/** How one kind of system keeps services. */
export interface ServiceKeeper {
  /** As the system calls it. */
  readonly serviceName: string;
  /** The file that says what the service is. */
  readonly file: string;
  readonly dataFolder: string;
  install(options: InstallOptions): readonly Step[];
  uninstall(options: { readonly purge: boolean }): readonly Step[];
  start(): readonly Step[];
  stop(): readonly Step[];
  /** What to ask, and what the answers mean. */
  readonly questions: readonly Words[];
  readState(answers: readonly Answer[]): ServiceState;
}

export interface Answer {
  /** Null when the program isn't there. */
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}
