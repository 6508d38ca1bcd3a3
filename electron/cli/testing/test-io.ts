/** A `CliIo` without a process: what was written is kept, signals are sent by the test. */
import { PassThrough } from 'node:stream';
import type { CliIo, CliOutput } from '../cli-io.ts';

export class KeptOutput implements CliOutput {
  readonly isTerminal: boolean;
  text = '';
  #waiting: { readonly pattern: RegExp; readonly resolve: () => void }[] = [];

  constructor(isTerminal: boolean) {
    this.isTerminal = isTerminal;
  }

  write(text: string): void {
    this.text += text;
    this.#waiting = this.#waiting.filter(({ pattern, resolve }) => {
      if (!pattern.test(this.text)) return true;
      resolve();
      return false;
    });
  }

  /** Settles once the pattern stands in what was written. */
  shown(pattern: RegExp): Promise<void> {
    if (pattern.test(this.text)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ pattern, resolve }));
  }
}

export interface TestIoOptions {
  readonly terminal?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingFolder?: string;
  readonly homeFolder?: string;
}

export interface TestIo extends CliIo {
  readonly output: KeptOutput;
  readonly errors: KeptOutput;
  readonly typed: PassThrough;
  /** Raw mode as it was switched, in order. */
  readonly rawModes: boolean[];
  readonly exits: number[];
  sendSignal(): void;
}

export function createTestIo(options: TestIoOptions = {}): TestIo {
  const { terminal = false, environment = {}, workingFolder = '/srv', homeFolder = '/home/kim' } = options;
  const typed = new PassThrough();
  const rawModes: boolean[] = [];
  const exits: number[] = [];
  const listeners = new Set<() => void>();
  return {
    input: { isTerminal: terminal, stream: typed, setRawMode: (on) => rawModes.push(on) },
    output: new KeptOutput(terminal),
    errors: new KeptOutput(terminal),
    environment,
    platform: 'linux',
    processId: 4711,
    uid: 1000,
    userName: 'kim',
    machine: 'hcm-weu-01',
    homeFolder,
    workingFolder,
    onStopSignal: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    exitAtOnce: (code) => exits.push(code),
    typed,
    rawModes,
    exits,
    sendSignal: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}
