/**
 * A soak: sessions of every kind and faults of every kind on one host for some minutes, every byte checked; afterwards
 * everything has to be good again, and nothing may be left open.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { until } from '../fixtures/until.ts';
import { Disturbances } from './disturbances.ts';
import { playFault } from './fault-runner.ts';
import { ProcessSampler, sampleProcess, type ProcessSample } from './process-samples.ts';
import { SeededRandom } from '../../electron/contract/testing/seeded-random.ts';
import { drawPlan, type SessionPlan } from './session-plan.ts';
import { judgeSession, type SessionResult } from './session-verdict.ts';
import { drawFault } from './soak-faults.ts';
import {
  hostFigures,
  judgeMemoryFromMinutes,
  memoryGrowth,
  mostMemoryGrowth,
  type SoakReport,
} from './soak-report.ts';
import { playSession } from './soak-session.ts';
import { openSoakWorld, type SoakConnection, type SoakWorld } from './soak-world.ts';

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  readonly connections: number;
  readonly say: (line: string) => void;
}

const appsPerConnection = 2;
const connectWithinMs = 60_000;
/** Longest session: 50 MB each way, or a slow reader; and 5 minutes for a blocked connection. */
const settleWithinMs = 9 * 60_000;
const emptyWithinMs = 120_000;
const sayEveryMs = 15_000;
const maxProblems = 1_000;

interface Tally {
  readonly sessions: Record<SessionResult, number>;
  readonly bytes: { up: number; down: number };
  readonly faults: Map<string, { times: number; recoveredMs: number[] }>;
  readonly problems: string[];
  readonly say: (line: string) => void;
  largestSessionBytes: number;
  atOnce: number;
  mostAtOnce: number;
}

export async function soak(options: SoakOptions): Promise<SoakReport> {
  const started = performance.now();
  const nowMs = (): number => performance.now() - started;
  const world = await openSoakWorld(options.connections, nowMs);
  try {
    return await soakWorld(world, options, nowMs);
  } finally {
    await world.dispose();
  }
}

async function soakWorld(world: SoakWorld, options: SoakOptions, nowMs: () => number): Promise<SoakReport> {
  const tally: Tally = {
    sessions: { complete: 0, brokenOff: 0, refused: 0, cut: 0 },
    bytes: { up: 0, down: 0 },
    faults: new Map(),
    problems: [],
    say: options.say,
    largestSessionBytes: 0,
    atOnce: 0,
    mostAtOnce: 0,
  };
  const random = new SeededRandom(options.seed);
  const disturbances = new Disturbances(nowMs);
  await untilAllConnected(world, connectWithinMs);
  // One session each: what is opened with the first one and kept belongs to the baseline.
  await Promise.all(world.connections.map((one) => playFirst(one, nowMs)));
  await untilEmpty(world);
  const before = await settledSample(world, Infinity, nowMs);

  const runMs = options.minutes * 60_000;
  const startMs = nowMs();
  const endMs = startMs + runMs;
  const isOver = (): boolean => nowMs() >= endMs || world.host.hasEnded;
  const sampler = new ProcessSampler(world.host.pid, nowMs);
  const teller = setInterval(() => options.say(progress(tally, disturbances, nowMs() - startMs)), sayEveryMs);
  let settledMs = 0;
  try {
    const play = { world, disturbances, nowMs, tally, isOver };
    await Promise.all([
      ...world.connections.flatMap((one) =>
        Array.from({ length: appsPerConnection }, () => runApp(play, one, random.fork())),
      ),
      runFaults(play, random.fork()).then(() => (settledMs = nowMs() - endMs)),
    ]);
  } finally {
    clearInterval(teller);
    sampler.stop();
  }
  const duringRun = sampler.samples.filter(({ atMs }) => atMs <= endMs);
  world.relay.faults.clear();
  await note(tally, () => untilAllConnected(world, settleWithinMs));
  await note(tally, () => untilEmpty(world));
  const after = await settledSample(world, before.descriptors, nowMs);
  if (after.descriptors > before.descriptors) {
    tally.problems.push(`descriptors left open: ${before.descriptors} before, ${after.descriptors} after`);
  }
  await note(tally, () => endHost(world));

  const host = hostFigures(duringRun, runMs, before, after);
  if (options.minutes >= judgeMemoryFromMinutes && memoryGrowth(host) > mostMemoryGrowth) {
    tally.problems.push(`memory grew by × ${memoryGrowth(host).toFixed(3)}`);
  }
  return {
    seed: options.seed,
    minutes: options.minutes,
    connections: options.connections,
    node: process.version,
    sessions: tally.sessions,
    bytes: tally.bytes,
    largestSessionBytes: tally.largestSessionBytes,
    mostAtOnce: tally.mostAtOnce,
    faults: Object.fromEntries(tally.faults),
    settledMs,
    host,
    problems: tally.problems,
  };
}

interface Play {
  readonly world: SoakWorld;
  readonly disturbances: Disturbances;
  readonly nowMs: () => number;
  readonly tally: Tally;
  readonly isOver: () => boolean;
}

async function playFirst(one: SoakConnection, nowMs: () => number): Promise<void> {
  const end = await playSession({
    connection: one.name,
    senderPort: one.sender.port,
    endpoint: one.endpoint,
    plan: firstPlan,
    nowMs,
  });
  const { problems } = judgeSession(end, () => []);
  if (problems.length > 0) throw new Error(`${one.name}, before any fault: ${problems.join(', ')}`);
}

const firstPlan: SessionPlan = {
  kind: 'duplex',
  upBytes: 100_000,
  downBytes: 100_000,
  appReadsPerSecond: Infinity,
  endpointReadsPerSecond: Infinity,
  idleMs: 0,
  abort: null,
};

/** One app after the other, with a pause between them. */
async function runApp(play: Play, one: SoakConnection, random: SeededRandom): Promise<void> {
  const { disturbances, nowMs, tally } = play;
  while (!play.isOver()) {
    tally.mostAtOnce = Math.max(tally.mostAtOnce, ++tally.atOnce);
    const end = await playSession({
      connection: one.name,
      senderPort: one.sender.port,
      endpoint: one.endpoint,
      plan: drawPlan(random),
      nowMs,
    });
    tally.atOnce--;
    const { result, problems } = judgeSession(end, (what, fromMs, untilMs) =>
      disturbances.explain(one.name, what, fromMs, untilMs),
    );
    tally.sessions[result]++;
    const [up, down] = [end.endpoint?.received ?? 0, end.app.received];
    tally.bytes.up += up;
    tally.bytes.down += down;
    tally.largestSessionBytes = Math.max(tally.largestSessionBytes, up + down);
    for (const problem of problems) addProblem(tally, `${one.name}: ${problem}: ${JSON.stringify(end)}`);
    // An app that was refused tries again a little later.
    await pause(result === 'refused' ? random.between(500, 3_000) : random.between(0, 500));
  }
}

/** One every few seconds; those that take long overlap. More, and no connection would ever be there to be used. */
async function runFaults(play: Play, random: SeededRandom): Promise<void> {
  const { world, tally } = play;
  const running = new Set<Promise<void>>();
  while (!play.isOver()) {
    await pause(random.between(1_000, 6_000));
    if (play.isOver()) break;
    const one = playFault(drawFault(world, random), play).then((end) => {
      const figures = tally.faults.get(end.name) ?? { times: 0, recoveredMs: [] };
      tally.faults.set(end.name, figures);
      figures.times++;
      figures.recoveredMs.push(...end.recoveredMs);
      for (const problem of end.problems) addProblem(tally, problem);
      running.delete(one);
    });
    running.add(one);
  }
  if (world.host.hasEnded) addProblem(tally, `the host ended: ${world.host.errors.slice(-2_000)}`);
  await Promise.all(running);
}

function addProblem(tally: Tally, problem: string): void {
  if (tally.problems.length >= maxProblems) return;
  tally.problems.push(problem);
  tally.say(`problem: ${problem}`);
}

async function note(tally: Tally, step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    tally.problems.push(error instanceof Error ? error.message : String(error));
  }
}

async function untilAllConnected(world: SoakWorld, deadlineMs: number): Promise<void> {
  const notYet = (): readonly string[] =>
    world.connections
      .filter(
        ({ name }) =>
          world.link.view(name).azure.status !== 'connected' || world.relay.listenerCount(name) !== 1,
      )
      .map(({ name }) => `${name} ${world.link.view(name).azure.status} ${world.relay.listenerCount(name)}`);
  await until('all are Connected, with one listener each', notYet, (names) => names.length === 0, {
    deadlineMs,
  });
}

/** No session at either end. */
async function untilEmpty(world: SoakWorld): Promise<void> {
  const count = async (): Promise<readonly [number, number]> => {
    const { sessions } = await world.link.call('sessions.list', {});
    return [sessions.length, world.relay.sessionCount];
  };
  await until('no session is left, host and relay', count, ([host, relay]) => host + relay === 0, {
    deadlineMs: emptyWithinMs,
  });
}

/** Once descriptors are down to `most`, or have had their time: closing a socket takes a moment. */
async function settledSample(world: SoakWorld, most: number, nowMs: () => number): Promise<ProcessSample> {
  const look = (): Promise<ProcessSample> => sampleProcess(world.host.pid, nowMs());
  const deadlineMs = nowMs() + emptyWithinMs;
  return until('descriptors are closed', look, (one) => one.descriptors <= most || nowMs() > deadlineMs, {
    deadlineMs: emptyWithinMs * 2,
    everyMs: 200,
  });
}

async function endHost(world: SoakWorld): Promise<void> {
  await world.link.close();
  world.host.signal('SIGTERM');
  const { exitCode, output, errors } = await world.host.end();
  if (exitCode !== 0) throw new Error(`the host ended with ${String(exitCode)}: ${errors.slice(-2_000)}`);
  const bug = output.split('\n').find((line) => line.includes('HCM9001'));
  if (bug !== undefined) throw new Error(`a bug in the host’s log: ${bug}`);
}

function progress(tally: Tally, disturbances: Disturbances, elapsedMs: number): string {
  const { sessions, bytes, problems, faults, atOnce } = tally;
  const times = [...faults.values()].reduce((sum, one) => sum + one.times, 0);
  const count = Object.values(sessions).reduce((sum, one) => sum + one, 0);
  const megabytes = Math.round((bytes.up + bytes.down) / 1_000_000);
  const open = disturbances.open;
  const shown = open.length === 0 ? '' : ` (${[...new Set(open)].slice(0, 4).join('; ')})`;
  return (
    `${Math.round(elapsedMs / 1000)} s: ${count} sessions, ${atOnce} open, ${megabytes} MB; ` +
    `${times} faults, ${open.length} under way${shown}; ${problems.length} problems`
  );
}
