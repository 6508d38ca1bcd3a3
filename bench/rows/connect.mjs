// @ts-check
/** Rows about time: what a listener adds to a connect, and the way of one byte there and back. */
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { percentile } from '../statistics.mjs';
import { inTurn } from '../turns.mjs';

const connects = 200;
const warmUps = 20;
const roundTrips = 2_000;
const roundTripWarmUps = 200;
/** The relay's output is read as it comes. */
const lastEventWithinMs = 10_000;

/**
 * From the relay's `accept` to the listener's upgrade at the rendezvous, as the relay sees it; one after the other.
 * @param {import('./row.mjs').Field} field
 * @param {readonly import('../contenders.mjs').Running[]} contenders listeners only
 */
export async function connectLatency(field, contenders) {
  /** @type {Record<string, { p50Ms: number, p99Ms: number }[]>} */
  const found = {};
  for (const { name } of contenders) found[name] = [];
  for (let run = -1; run < field.runs; run += 1) {
    for (const contender of inTurn(contenders, run + 1)) {
      // The first round is the warm-up.
      const times = await connectTimes(field, contender, run < 0 ? warmUps : connects);
      if (run < 0) continue;
      const measured = { p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
      found[contender.name]?.push(measured);
      field.say(
        `  ${contender.name}, accept to upgrade: p50 ${measured.p50Ms.toFixed(2)} ms, p99 ${measured.p99Ms.toFixed(2)} ms`,
      );
    }
  }
  return found;
}

/** @param {import('./row.mjs').Field} field @param {import('../contenders.mjs').Running} contender @param {number} count */
async function connectTimes({ relay, target }, contender, count) {
  /** @type {number[]} */
  const times = [];
  const stop = relay.subscribe(({ type, entity, acceptedAfterMs }) => {
    if (type === 'sender-open' && entity === contender.name) times.push(acceptedAfterMs);
  });
  for (let index = 0; index < count; index += 1) (await target.open(contender.way)).close();
  // The last event may still be on its way through the relay's output.
  const deadline = performance.now() + lastEventWithinMs;
  while (times.length < count) {
    if (performance.now() > deadline)
      throw new Error(`${contender.name}: the relay told of ${times.length} of ${count} connects`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  stop();
  return times;
}

/** @param {import('./row.mjs').Field} field @param {readonly import('../contenders.mjs').Running[]} contenders */
export async function roundTrip(field, contenders) {
  /** @type {Record<string, { p50Ms: number, p99Ms: number }[]>} */
  const found = {};
  for (const { name } of contenders) found[name] = [];
  for (let run = 0; run < field.runs; run += 1) {
    for (const contender of inTurn(contenders, run)) {
      const tunnel = await field.target.open(contender.way);
      tunnel.service.on('data', (part) => tunnel.service.write(part));
      await roundTripTimes(tunnel, roundTripWarmUps);
      const times = await roundTripTimes(tunnel, roundTrips);
      tunnel.close();
      await once(tunnel.service, 'close').catch(() => undefined);
      const measured = { p50Ms: percentile(times, 0.5), p99Ms: percentile(times, 0.99) };
      found[contender.name]?.push(measured);
      field.say(
        `  ${contender.name}, one byte and back: p50 ${measured.p50Ms.toFixed(3)} ms, p99 ${measured.p99Ms.toFixed(3)} ms`,
      );
    }
  }
  return found;
}

/** @param {import('../target.mjs').LoadTunnel} tunnel @param {number} count */
async function roundTripTimes({ sender }, count) {
  const times = [];
  const byte = Buffer.from([7]);
  for (let index = 0; index < count; index += 1) {
    const goal = sender.received + 1;
    const back = new Promise((resolve) => {
      sender.onProgress = () => {
        if (sender.received >= goal) resolve(undefined);
      };
    });
    const began = performance.now();
    sender.sendPayload(byte);
    await back;
    times.push(performance.now() - began);
  }
  return times;
}
