/**
 * What the command line sees of the world outside: streams, environment, signals. A port, so that commands run in a
 * test without a process of their own; only `index.ts` knows `process`.
 */
import type { Readable } from 'node:stream';

export interface CliOutput {
  readonly isTerminal: boolean;
  write(text: string): void;
}

export interface CliInput {
  readonly isTerminal: boolean;
  readonly stream: Readable;
  /** Typed characters arrive one by one and don't show. Only on a terminal. */
  setRawMode(on: boolean): void;
}

export interface CliIo {
  readonly input: CliInput;
  readonly output: CliOutput;
  readonly errors: CliOutput;
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
  /** For a second signal only: everything else ends by itself. */
  exitAtOnce(code: number): void;
}
