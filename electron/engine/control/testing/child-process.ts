/** A child process of a test that talks by lines of JSON; it never outlives the test that started it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export class TestChild {
  readonly #process: ChildProcess;
  readonly #lines: string[] = [];
  #onLine: (() => void) | undefined;
  readonly exited: Promise<unknown>;

  constructor(script: string, args: readonly string[]) {
    this.#process = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.exited = once(this.#process, 'exit');
    createInterface({ input: this.#process.stdout! }).on('line', (line) => {
      this.#lines.push(line);
      this.#onLine?.();
    });
  }

  tell(line: string): void {
    this.#process.stdin?.write(`${line}\n`);
  }

  /** The next line the child prints; the test's own deadline bounds it, and the child's end. */
  async hear(): Promise<unknown> {
    const ended = this.exited.then(() => 'ended' as const);
    let line = this.#lines.shift();
    while (line === undefined) {
      const heard = new Promise<void>((resolve) => (this.#onLine = resolve));
      const outcome = await Promise.race([heard, ended]);
      line = this.#lines.shift();
      if (line === undefined && outcome === 'ended') throw new Error('the child ended without a word');
    }
    return JSON.parse(line) as unknown;
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.exited;
  }
}
