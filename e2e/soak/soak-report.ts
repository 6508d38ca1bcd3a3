/** What a soak found, as data and as text. Pure. */
import type { ProcessSample } from './process-samples.ts';
import type { SessionResult } from './session-verdict.ts';

export interface FaultFigures {
  readonly times: number;
  /** Milliseconds from its end to Connected, of each connection that it hit. */
  readonly recoveredMs: readonly number[];
}

export interface SoakReport {
  readonly seed: number;
  readonly minutes: number;
  readonly connections: number;
  readonly node: string;
  readonly sessions: Readonly<Record<SessionResult, number>>;
  /** Through sessions, counted and checked where they arrived. */
  readonly bytes: { readonly up: number; readonly down: number };
  readonly largestSessionBytes: number;
  readonly mostAtOnce: number;
  readonly faults: Readonly<Record<string, FaultFigures>>;
  readonly settledMs: number;
  readonly host: HostFigures;
  readonly problems: readonly string[];
}

export interface HostFigures {
  readonly warmUpSeconds: number;
  readonly firstThirdMedianBytes: number;
  readonly lastThirdMedianBytes: number;
  readonly peakBytes: number;
  readonly idleBytes: { readonly before: number; readonly after: number };
  readonly descriptors: { readonly before: number; readonly peak: number; readonly after: number };
  readonly threadsPeak: number;
  readonly cpuSeconds: number;
}

/** Below this a run is too short for its memory to say anything: it is shown, not judged. */
export const judgeMemoryFromMinutes = 10;
export const mostMemoryGrowth = 1.1;

/** Of what was sampled while sessions ran, without the first fifth, in which caches and pools fill. */
export function hostFigures(
  samples: readonly ProcessSample[],
  runMs: number,
  before: ProcessSample,
  after: ProcessSample,
): HostFigures {
  const warmUpMs = runMs / 5;
  const first = samples[0]?.atMs ?? 0;
  const judged = samples.filter(({ atMs }) => atMs - first >= warmUpMs);
  const third = Math.floor(judged.length / 3);
  const memory = (some: readonly ProcessSample[]): number => median(some.map((one) => one.residentBytes));
  return {
    warmUpSeconds: Math.round(warmUpMs / 1000),
    firstThirdMedianBytes: memory(judged.slice(0, third)),
    lastThirdMedianBytes: memory(judged.slice(-third)),
    peakBytes: Math.max(...samples.map((one) => one.residentBytes)),
    idleBytes: { before: before.residentBytes, after: after.residentBytes },
    descriptors: {
      before: before.descriptors,
      peak: Math.max(...samples.map((one) => one.descriptors)),
      after: after.descriptors,
    },
    threadsPeak: Math.max(...samples.map((one) => one.threads)),
    cpuSeconds: after.cpuSeconds,
  };
}

export function memoryGrowth({ firstThirdMedianBytes, lastThirdMedianBytes }: HostFigures): number {
  return lastThirdMedianBytes / firstThirdMedianBytes;
}

export function reportText(report: SoakReport): string {
  const { sessions, bytes, host } = report;
  const total = Object.values(sessions).reduce((sum, count) => sum + count, 0);
  const isJudged = report.minutes >= judgeMemoryFromMinutes;
  const rows: readonly (readonly [string, string])[] = [
    [
      'run',
      `${report.minutes} minutes, seed ${report.seed}, ${report.connections} connections, Node ${report.node}`,
    ],
    [
      'sessions',
      `${total}, ${report.mostAtOnce} at once at the most: ${sessions.complete} complete, ` +
        `${sessions.brokenOff} broken off on purpose, ${sessions.cut} cut off by a fault, ${sessions.refused} refused during a fault`,
    ],
    [
      'bytes, each compared',
      `${megabytes(bytes.up)} MB up, ${megabytes(bytes.down)} MB down; largest session ${megabytes(report.largestSessionBytes)} MB`,
    ],
    ['all Connected after the end of the faults', `${seconds(report.settledMs)} s`],
    [
      `host’s memory, medians after a warm-up of ${host.warmUpSeconds} s`,
      `first third ${megabytes(host.firstThirdMedianBytes)} MB, last third ${megabytes(host.lastThirdMedianBytes)} MB: ` +
        `× ${memoryGrowth(host).toFixed(3)} (${isJudged ? `at most ${mostMemoryGrowth}` : `not judged below ${judgeMemoryFromMinutes} minutes`})`,
    ],
    [
      'host’s memory else',
      `idle before ${megabytes(host.idleBytes.before)} MB, peak ${megabytes(host.peakBytes)} MB, idle after ${megabytes(host.idleBytes.after)} MB`,
    ],
    [
      'host’s descriptors',
      `${host.descriptors.before} before, ${host.descriptors.peak} at the most, ${host.descriptors.after} after`,
    ],
    ['host’s threads and processor time', `${host.threadsPeak}, ${host.cpuSeconds.toFixed(1)} s`],
  ];
  const faults = Object.entries(report.faults)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, { times, recoveredMs }]) => `| ${name} | ${times} | ${recoveryText(recoveredMs)} |`);
  return [
    '| | |',
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    '| what happened | times | Connected again after, s: median, 95 %, longest |',
    '|---|---:|---|',
    ...faults,
    '',
    report.problems.length === 0 ? 'Nothing was wrong.' : `${report.problems.length} things were wrong:`,
    ...report.problems.slice(0, 50).map((problem) => `- ${problem}`),
    '',
  ].join('\n');
}

function recoveryText(times: readonly number[]): string {
  if (times.length === 0) return '';
  const sorted = [...times].sort((one, other) => one - other);
  return [median(sorted), sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0, sorted.at(-1) ?? 0]
    .map(seconds)
    .join(', ');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}
