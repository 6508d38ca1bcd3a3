// @ts-check
/** A temporary folder, an environment that holds nothing of ours, and the processes that were started there. Owns them. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchProcess } from './bench-process.mjs';

export class BenchStage {
  /** @readonly @type {string} */ folder;
  /** The built `hcm`. @readonly @type {string} */ program;
  /** @type {BenchProcess[]} */
  #processes = [];

  /** @param {string} folder @param {string} program */
  constructor(folder, program) {
    this.folder = folder;
    this.program = program;
  }

  /** @param {string} program */
  static async open(program) {
    return new BenchStage(await realpath(await mkdtemp(join(tmpdir(), 'hcm-bench-'))), program);
  }

  /** @returns {Readonly<Record<string, string>>} */
  get environment() {
    return { PATH: process.env['PATH'] ?? '', HOME: this.folder, HCM_HOME: join(this.folder, 'home') };
  }

  /** @param {import('./bench-process.mjs').ProcessOptions} options */
  start(options) {
    const started = new BenchProcess(options);
    this.#processes.push(started);
    return started;
  }

  /** Runs it to its end; fails unless that is 0. @param {import('./bench-process.mjs').ProcessOptions} options */
  async run(options) {
    const child = this.start({ input: '', ...options });
    const code = await child.end();
    if (code !== 0)
      throw new Error(`${options.words.slice(0, 2).join(' ')} ended with ${code}: ${child.errors}`);
  }

  async close() {
    await Promise.all(this.#processes.map((one) => one.stop()));
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
