/** A `CliIo` without a process: what was written is kept, signals are sent by the test. */
import { PassThrough } from 'node:stream';
import type { CliIo, CliOutput } from '../cli-io.ts';

export class KeptOutput implements CliOutput {
  readonly isTerminal: boolean;
  isGone = false;
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
  /** A terminal’s size. */
  readonly columns?: number;
  readonly rows?: number;
  readonly colors?: boolean;
}

export interface TestIo extends CliIo {
  readonly output: KeptOutput;
  readonly errors: KeptOutput;
  readonly typed: PassThrough;
  /** Raw mode as it was switched, in order. */
  readonly rawModes: boolean[];
  readonly exits: number[];
  sendSignal(): void;
  sendReload(): void;
  /** The terminal gets another size. */
  resize(columns: number, rows: number): void;
}

export function createTestIo(options: TestIoOptions = {}): TestIo {
  const { terminal = false, environment = {}, workingFolder = '/srv', homeFolder = '/home/kim' } = options;
  const typed = new PassThrough();
  const rawModes: boolean[] = [];
  const exits: number[] = [];
  const listeners = new Set<() => void>();
  const reloads = new Set<() => void>();
  const resized = new Set<() => void>();
  const size = { columns: options.columns ?? 80, rows: options.rows ?? 24 };
  const errors = new KeptOutput(terminal);
  return {
    input: { isTerminal: terminal, stream: typed, setRawMode: (on) => rawModes.push(on) },
    output: new KeptOutput(terminal),
    errors,
    notes: errors,
    isQuiet: false,
    hasColors: options.colors ?? false,
    screen: {
      get columns() {
        return size.columns;
      },
      get rows() {
        return size.rows;
      },
      onResize: (listener) => {
        resized.add(listener);
        return () => void resized.delete(listener);
      },
    },
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
    onReloadSignal: (listener) => {
      reloads.add(listener);
      return () => void reloads.delete(listener);
    },
    program: ['/usr/bin/node', '/opt/hcm/bin/hcm.mjs'],
    exitAtOnce: (code) => exits.push(code),
    typed,
    rawModes,
    exits,
    sendSignal: () => {
      for (const listener of [...listeners]) listener();
    },
    sendReload: () => {
      for (const listener of [...reloads]) listener();
    },
    resize: (columns, rows) => {
      Object.assign(size, { columns, rows });
      for (const listener of [...resized]) listener();
    },
  };
}
