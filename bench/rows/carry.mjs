// @ts-check
/** Rows about bytes: processor time of the listener, throughput of one tunnel, of fifty at once. */
import { performance } from 'node:perf_hooks';
import { processorSeconds, residentMemory } from '../process-usage.mjs';
import { inTurn } from '../turns.mjs';

const warmUpBytes = 48 * 1024 * 1024;
const manyTunnels = 50;
const gigabyte = 1e9;
const megabyte = 1e6;

/**
 * @typedef {object} Carried
 * @property {number} cpuPerGb listener's processor seconds
 * @property {number} relayCpuPerGb
 * @property {number} megabytesPerSecond
 * @property {number} seconds
 * @property {number} peakBytes listener's resident memory
 */

/**
 * One transfer over the tunnels together.
 * @param {import('./row.mjs').Field} field
 * @param {import('../contenders.mjs').Running} contender
 * @param {readonly import('../target.mjs').LoadTunnel[]} tunnels @param {'up' | 'down'} direction
 * @param {number} bytes in all @returns {Promise<Carried>}
 */
async function carry({ relay }, contender, tunnels, direction, bytes) {
  const relayPid = relay.process.pid;
  const each = Math.ceil(bytes / tunnels.length);
  const before = { listener: processorSeconds(contender.pid), relay: processorSeconds(relayPid) };
  const began = performance.now();
  await Promise.all(tunnels.map((tunnel) => tunnel[direction](each)));
  const seconds = (performance.now() - began) / 1000;
  const gigabytes = (each * tunnels.length) / gigabyte;
  return {
    cpuPerGb: (processorSeconds(contender.pid) - before.listener) / gigabytes,
    relayCpuPerGb: (processorSeconds(relayPid) - before.relay) / gigabytes,
    megabytesPerSecond: (each * tunnels.length) / megabyte / seconds,
    seconds,
    peakBytes: residentMemory(contender.pid).peakBytes,
  };
}

/** @param {import('./row.mjs').Field} field @param {import('../contenders.mjs').Running} contender @param {number} count */
function openTunnels({ target }, contender, count) {
  return Promise.all(Array.from({ length: count }, () => target.open(contender.way)));
}

/**
 * Every run measures everybody, one after the other.
 * @param {import('./row.mjs').Field} field
 * @param {readonly import('../contenders.mjs').Running[]} contenders
 * @param {{ readonly tunnels: number }} wishes
 */
async function carryRuns(field, contenders, { tunnels }) {
  const { runs, bytes, say } = field;
  /** @type {Record<string, { up: Carried[], down: Carried[] }>} */
  const found = {};
  for (const contender of contenders) {
    const warm = await openTunnels(field, contender, 1);
    for (const direction of /** @type {const} */ (['up', 'down']))
      await carry(field, contender, warm, direction, warmUpBytes);
    for (const tunnel of warm) tunnel.close();
    found[contender.name] = { up: [], down: [] };
  }
  for (let run = 0; run < runs; run += 1) {
    for (const contender of inTurn(contenders, run)) {
      const open = await openTunnels(field, contender, tunnels);
      for (const direction of /** @type {const} */ (['up', 'down'])) {
        const carried = await carry(field, contender, open, direction, bytes);
        found[contender.name]?.[direction].push(carried);
        say(
          `  ${contender.name}, ${tunnels} ${tunnels === 1 ? 'tunnel' : 'tunnels'} ${direction}: ${carried.cpuPerGb.toFixed(2)} s/GB, ${carried.megabytesPerSecond.toFixed(0)} MB/s`,
        );
      }
      for (const tunnel of open) tunnel.close();
    }
  }
  return found;
}

/** @param {import('./row.mjs').Field} field @param {readonly import('../contenders.mjs').Running[]} contenders */
export function carryOnOne(field, contenders) {
  return carryRuns(field, contenders, { tunnels: 1 });
}

/** @param {import('./row.mjs').Field} field @param {readonly import('../contenders.mjs').Running[]} contenders */
export function carryOnMany(field, contenders) {
  return carryRuns(field, contenders, { tunnels: manyTunnels });
}
