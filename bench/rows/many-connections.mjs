// @ts-check
/** One host with hundreds of connections: how fast all are Connected, what it takes, and what it costs while idle. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { processorSeconds, residentMemory } from '../process-usage.mjs';
import { BenchRelay } from '../relay.mjs';
import { BenchStage } from '../stage.mjs';

const addAtOnce = 2;
const startWithinMs = 120_000;

/**
 * @param {{ program: string, targetPort: number, runs: number, connections: number, idleSeconds: number, say: (line: string) => void }} wishes
 */
export async function manyConnections({ program, targetPort, runs, connections, idleSeconds, say }) {
  const stage = await BenchStage.open(program);
  try {
    const names = Array.from({ length: connections }, (_, index) => `n${String(index).padStart(3, '0')}`);
    const relay = await BenchRelay.start(stage, names, `127.0.0.1:${targetPort}`);
    await mkdir(join(stage.folder, 'home'), { mode: 0o700 });
    await addAll(stage, relay, names);
    const found = [];
    for (let run = 0; run < runs; run += 1) {
      const began = performance.now();
      const allConnected = untilAllConnected(relay, connections);
      const host = stage.start({
        words: [program, 'run', '--output', 'json'],
        environment: stage.environment,
      });
      await allConnected;
      const seconds = (performance.now() - began) / 1000;
      // What the start leaves to do is no idling.
      await pause((idleSeconds * 1000) / 3);
      const usedBefore = processorSeconds(host.pid);
      const idleBegan = performance.now();
      await pause(idleSeconds * 1000);
      const used = processorSeconds(host.pid) - usedBefore;
      const idleShare = used / ((performance.now() - idleBegan) / 1000);
      const { nowBytes, peakBytes } = residentMemory(host.pid);
      found.push({ seconds, nowBytes, peakBytes, idleShare });
      say(
        `  ${connections} connections: ${seconds.toFixed(2)} s, ${(nowBytes / 1e6).toFixed(0)} MB, idle ${(idleShare * 100).toFixed(2)} % of a core`,
      );
      await host.stop();
    }
    return found;
  } finally {
    await stage.close();
  }
}

/** @param {BenchStage} stage @param {BenchRelay} relay @param {readonly string[]} names */
async function addAll(stage, relay, names) {
  const left = [...names];
  const addSome = async () => {
    for (let name = left.pop(); name !== undefined; name = left.pop()) {
      await stage.run({
        words: [stage.program, 'add', '-', '--ca-file', relay.caFile],
        environment: stage.environment,
        input: relay.entity(name).listenString,
      });
    }
  };
  // The store is held by one command at a time; two keep both cores busy.
  await Promise.all(Array.from({ length: addAtOnce }, addSome));
}

/** @param {BenchRelay} relay @param {number} count @returns {Promise<void>} */
function untilAllConnected(relay, count) {
  return new Promise((resolve, reject) => {
    const seen = new Set();
    const timer = setTimeout(
      () => reject(new Error(`${seen.size} of ${count} connected in time`)),
      startWithinMs,
    );
    const stop = relay.subscribe(({ type, entity }) => {
      if (type !== 'listener-connected') return;
      seen.add(entity);
      if (seen.size < count) return;
      clearTimeout(timer);
      stop();
      resolve();
    });
  });
}
