/**
 * An official client in a process of its own, since a single unexpected message ends it (relay-protocol §10.3). Owns the
 * process. The scripts report in JSON lines and end when their standard input does.
 */
import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const reportSchema = z.looseObject({ event: z.string() });
export type PeerReport = z.infer<typeof reportSchema>;

const deadlineMs = 30_000;

export class PeerProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #reports: PeerReport[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #handlers = new Map<string, (report: PeerReport) => void>();
  #errorText = '';

  constructor(script: string, environment: NodeJS.ProcessEnv) {
    const folder = import.meta.dirname;
    const preload = join(folder, 'port-443.cjs');
    this.#child = spawn(process.execPath, ['--require', preload, join(folder, script)], {
      env: environment,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      const report = reportSchema.parse(JSON.parse(line));
      const handler = this.#handlers.get(report.event);
      if (handler === undefined) this.#reports.push(report);
      else handler(report);
      for (const wake of this.#waiting) wake();
    });
    this.#child.stderr.on('data', (chunk: Buffer) => (this.#errorText += chunk.toString('utf8')));
    this.#child.once('close', () => {
      for (const wake of this.#waiting) wake();
    });
  }

  /** Reports of that kind go to the handler, for good, and not to `next`. */
  on(event: string, handler: (report: PeerReport) => void): void {
    this.#handlers.set(event, handler);
  }

  /** The next report of that kind; takes it out. */
  async next(event: string): Promise<PeerReport> {
    const deadline = Date.now() + deadlineMs;
    for (;;) {
      const index = this.#reports.findIndex((report) => report.event === event);
      const [found] = index < 0 ? [] : this.#reports.splice(index, 1);
      if (found !== undefined) return found;
      if (this.#child.exitCode !== null) throw new Error(`peer ended: ${this.#errorText}`);
      await this.#change(deadline - Date.now(), event);
    }
  }

  tell(command: object): void {
    this.#child.stdin.write(`${JSON.stringify(command)}\n`);
  }

  async dispose(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
  }

  #change(withinMs: number, event: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const finish = (act: () => void): void => {
        clearTimeout(timer);
        this.#waiting.delete(wake);
        act();
      };
      const wake = (): void => finish(resolve);
      const timer = setTimeout(
        () => finish(() => reject(new Error(`no "${event}" in time: ${this.#errorText}`))),
        withinMs,
      );
      this.#waiting.add(wake);
    });
  }
}
