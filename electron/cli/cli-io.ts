/**
 * What the command line sees of the world outside: streams, environment, signals. A port, so that commands run in a
 * test without a process of their own; only `index.ts` knows `process`.
 */
import type { Readable } from 'node:stream';

export interface CliOutput {
  readonly isTerminal: boolean;
  write(text: string): void;
  /** Nobody reads it any more. */
  readonly isGone?: boolean;
  /** Settles when what was written has gone out. For what may be more than should wait in memory. */
  drained?(): Promise<void>;
}

export interface CliInput {
  readonly isTerminal: boolean;
  readonly stream: Readable;
  /** Typed characters arrive one by one and don't show. Only on a terminal. */
  setRawMode(on: boolean): void;
}

/** The terminal that the output is shown on; without one nobody asks. */
export interface CliScreen {
  readonly columns: number;
  readonly rows: number;
  /** @returns what ends the subscription. */
  onResize(listener: () => void): () => void;
}

export interface CliIo {
  readonly input: CliInput;
  readonly output: CliOutput;
  readonly errors: CliOutput;
  /** Notes on the error output: what nobody asked for and is good to know. None with `--quiet`. */
  readonly notes: CliOutput;
  /** Confirmations and notes are left out. */
  readonly isQuiet: boolean;
  /** The output may be coloured: a terminal, and nobody said no (`NO_COLOR`, `TERM=dumb`, `--no-color`). */
  readonly hasColors: boolean;
  readonly screen: CliScreen;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly processId: number;
  /** User id; no meaning on Windows. */
  readonly uid: number;
  readonly userName: string;
  readonly machine: string;
  readonly homeFolder: string;
  readonly workingFolder: string;
  /** SIGINT and SIGTERM, each time one comes. @returns what ends the subscription. */
  onStopSignal(listener: () => void): () => void;
  /** SIGHUP, each time one comes; never on Windows, where a console that closes ends the process soon. */
  onReloadSignal(listener: () => void): () => void;
  /** The words that start this program: absolute paths. */
  readonly program: readonly string[];
  /** For a second signal only: everything else ends by itself. */
  exitAtOnce(code: number): void;
}
