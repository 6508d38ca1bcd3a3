// @ts-check
/**
 * One process of the bench: what it wrote, its pid, its end. Owns the process.
 *
 * Invariant: `stop` leaves no process behind; one that is still there when the bench ends is killed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const stopWithinMs = 5_000;
const startWithinMs = 60_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * @typedef {object} ProcessOptions
 * @property {string} [command] Node unless given
 * @property {readonly string[]} words
 * @property {Readonly<Record<string, string>>} environment
 * @property {string} [input] written to standard input, which ends then
 */

export class BenchProcess {
  /** @type {import('node:child_process').ChildProcess} */
  #child;
  /** @type {((line: string) => void)[]} */
  #readers = [];
  #errors = '';
  /** @type {Promise<unknown>} */
  #closed;

  /** @param {ProcessOptions} options */
  constructor({ command = process.execPath, words, environment, input }) {
    const child = spawn(command, words, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
    this.#child = child;
    this.#closed = once(child, 'close').finally(() => running.delete(child));
    this.#closed.catch(() => undefined);
    running.add(child);
    child.stdin.on('error', () => undefined);
    if (input !== undefined) child.stdin.end(input);
    child.stderr
      .setEncoding('utf8')
      .on('data', (text) => (this.#errors = (this.#errors + text).slice(-4000)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      for (const read of [...this.#readers]) read(line);
    });
  }

  get pid() {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('the process was not started');
    return pid;
  }

  get errors() {
    return this.#errors;
  }

  /** Every line of its output that is a JSON object. @param {(report: any) => void} hear */
  onReport(hear) {
    this.#readers.push((line) => {
      if (line.startsWith('{')) hear(JSON.parse(line));
    });
  }

  /**
   * The first report from now on that `isWanted` takes; fails when the process ends before.
   * @param {string} what @param {(report: any) => boolean} isWanted @returns {Promise<any>}
   */
  report(what, isWanted) {
    return new Promise((resolve, reject) => {
      const give = (/** @type {string} */ problem) =>
        reject(new Error(`${what}: ${problem}\n${this.#errors}`));
      const timer = setTimeout(() => give('not in time'), startWithinMs);
      this.onReport((report) => {
        if (!isWanted(report)) return;
        clearTimeout(timer);
        resolve(report);
      });
      this.#closed.then(
        () => (clearTimeout(timer), give('the process ended')),
        (error) => (clearTimeout(timer), give(String(error))),
      );
    });
  }

  /** Waits for its own end. @returns {Promise<number | null>} the exit code */
  async end() {
    await this.#closed;
    return this.#child.exitCode;
  }

  async stop() {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), stopWithinMs);
    await this.#closed.catch(() => undefined);
    clearTimeout(timer);
  }
}
