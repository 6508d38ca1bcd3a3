/**
 * Notices an input that is never done with: a parser that hangs blocks the thread that would say so. Owns a thread that
 * looks at the number of the input now and then; it writes which one it is, and ends the process.
 */
import { Worker } from 'node:worker_threads';

/** Far more than any input takes, on a busy machine too. */
const hangMs = 30_000;

const look = `
const { workerData } = require('node:worker_threads');
const { writeSync } = require('node:fs');
const counter = new Int32Array(workerData.shared);
let seen = -1;
setInterval(() => {
  const now = Atomics.load(counter, 0);
  if (now === seen && now !== workerData.idle) {
    writeSync(2, 'input ' + now + ' hangs: ' + workerData.how + '\\n');
    process.kill(process.pid, 'SIGKILL');
  }
  seen = now;
}, ${hangMs});
`;

const idle = 0x7fff_ffff;

export class HangWatch {
  readonly #counter: Int32Array;
  readonly #worker: Worker;

  /** @param how what to type to see the input again */
  constructor(how: string) {
    const shared = new SharedArrayBuffer(4);
    this.#counter = new Int32Array(shared);
    this.#counter[0] = idle;
    this.#worker = new Worker(look, { eval: true, workerData: { shared, how, idle } });
    this.#worker.unref();
  }

  begins(index: number): void {
    Atomics.store(this.#counter, 0, index);
  }

  close(): void {
    Atomics.store(this.#counter, 0, idle);
    void this.#worker.terminate();
  }
}
