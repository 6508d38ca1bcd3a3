// @ts-check
/** What a tunnel costs in memory while nothing flows: thousands on one listener that has just been started. */
import { setTimeout as pause } from 'node:timers/promises';
import { startContender } from '../contenders.mjs';
import { residentMemory } from '../process-usage.mjs';
import { Sender } from '../sender.mjs';
import { inTurn } from '../turns.mjs';

const openAtOnce = 20;
const settleMs = 5_000;

/**
 * @param {import('./row.mjs').Field} field
 * @param {readonly import('../contenders.mjs').ContenderName[]} names
 * @param {(name: import('../contenders.mjs').ContenderName) => string | undefined} programOf
 * @param {number} tunnels
 */
export async function idleTunnels(field, names, programOf, tunnels) {
  const { stage, relay, target, runs, say } = field;
  /** @type {Record<string, { bytesPerTunnel: number, beforeBytes: number }[]>} */
  const found = {};
  for (const name of names) found[name] = [];
  for (let run = 0; run < runs; run += 1) {
    for (const name of inTurn(names, run)) {
      const ground = { stage, relay, targetPort: target.port };
      const contender = await startContender(name, ground, programOf(name));
      /** @type {Sender[]} */
      const senders = [];
      try {
        // What the first tunnel loads is no cost of the others.
        senders.push(await Sender.open(contender.way));
        await pause(settleMs);
        const beforeBytes = residentMemory(contender.pid).nowBytes;
        await openAll(contender, senders, tunnels);
        await pause(settleMs);
        const bytesPerTunnel = (residentMemory(contender.pid).nowBytes - beforeBytes) / tunnels;
        found[name]?.push({ bytesPerTunnel, beforeBytes });
        say(`  ${name}, ${tunnels} idle tunnels: ${(bytesPerTunnel / 1000).toFixed(1)} kB each`);
      } finally {
        await contender.stop();
        for (const sender of senders) sender.close();
      }
    }
  }
  return found;
}

/** @param {import('../contenders.mjs').Running} contender @param {Sender[]} senders @param {number} count */
async function openAll(contender, senders, count) {
  let left = count;
  const openSome = async () => {
    while (left > 0) {
      left -= 1;
      senders.push(await Sender.open(contender.way));
    }
  };
  await Promise.all(Array.from({ length: openAtOnce }, openSome));
}
