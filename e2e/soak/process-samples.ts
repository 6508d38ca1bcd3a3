/** What the system says of the host over time, from /proc: memory, descriptors, threads, processor time. Owns the timer. */
import { readdir, readFile } from 'node:fs/promises';

export interface ProcessSample {
  readonly atMs: number;
  readonly residentBytes: number;
  readonly descriptors: number;
  readonly threads: number;
  readonly cpuSeconds: number;
}

/** Clock ticks a second, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

export async function sampleProcess(pid: number, atMs: number): Promise<ProcessSample> {
  const [status, stat, descriptors] = await Promise.all([
    readFile(`/proc/${pid}/status`, 'utf8'),
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readdir(`/proc/${pid}/fd`),
  ]);
  const field = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  // The command's name, which may hold blanks, ends at the last bracket.
  const times = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    atMs,
    residentBytes: field('VmRSS') * 1024,
    descriptors: descriptors.length,
    threads: field('Threads'),
    cpuSeconds: (Number(times[11]) + Number(times[12])) / ticksPerSecond,
  };
}

export class ProcessSampler {
  readonly samples: ProcessSample[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(pid: number, nowMs: () => number, everyMs = 1_000) {
    this.#timer = setInterval(() => {
      // A process that has ended is noticed by who owns it.
      void sampleProcess(pid, nowMs()).then(
        (sample) => this.samples.push(sample),
        () => undefined,
      );
    }, everyMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
