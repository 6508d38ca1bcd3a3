/**
 * Plays one fault: notes the disturbance, acts, waits, takes it back, and waits until every connection that it hit is good
 * again without a hand. Owns nothing that outlives it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { HcmError } from '../../electron/contract/errors.ts';
import { until } from '../fixtures/until.ts';
import type { Disturbances } from './disturbances.ts';
import type { Fault } from './soak-faults.ts';
import type { SoakConnection, SoakWorld } from './soak-world.ts';

export interface FaultEnd {
  readonly name: string;
  readonly hit: number;
  /** From when it was taken back until each connection was good again. */
  readonly recoveredMs: readonly number[];
  readonly problems: readonly string[];
}

/** A second refusal in a row is followed by a try after 5 minutes; a little more for everything else. */
const recoverWithinMs = 8 * 60_000;
const lookEveryMs = 50;

export async function playFault(
  fault: Fault,
  { world, disturbances, nowMs }: { world: SoakWorld; disturbances: Disturbances; nowMs: () => number },
): Promise<FaultEnd> {
  const ends = fault.connections.map(({ name }) => disturbances.begin(name, fault.name, fault.allows));
  const problems: string[] = [];
  const sinceMs = nowMs();
  await attempt(problems, () => fault.act());
  if (fault.holdMs > 0) await pause(fault.holdMs);
  await attempt(problems, () => fault.lift?.());
  const liftedMs = nowMs();
  const recoveredMs: number[] = [];
  await Promise.all(
    fault.connections.map(async (one, index) => {
      try {
        await untilGood(world, fault, one, sinceMs);
        recoveredMs.push(nowMs() - liftedMs);
      } catch (error) {
        const view = JSON.stringify(world.link.view(one.name).azure);
        problems.push(`${one.name} not Connected again: ${textOf(error)}; ${view}`);
      } finally {
        ends[index]?.();
      }
    }),
  );
  return {
    name: fault.name,
    hit: fault.connections.length,
    recoveredMs: fault.over === 'atOnce' ? [] : recoveredMs,
    problems: problems.map((problem) => `${fault.name}: ${problem}`),
  };
}

/** What a call may say while everything else goes on: it came too late, or it can't be done right now. A bug it may not be. */
async function attempt(problems: string[], act: () => unknown): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isExpected = error instanceof HcmError && error.code !== 'HCM9001' && error.code !== 'HCM5005';
    if (!isExpected) problems.push(textOf(error));
  }
}

async function untilGood(
  world: SoakWorld,
  fault: Fault,
  one: SoakConnection,
  sinceMs: number,
): Promise<void> {
  if (fault.over === 'atOnce') return;
  const isGood = (): boolean =>
    world.link.view(one.name).azure.status === 'connected' &&
    (fault.over === 'channel'
      ? world.listeners.isRenewed(one.name, sinceMs)
      : world.listeners.count(one.name) > 0);
  await until(`${one.name} is Connected`, isGood, Boolean, {
    deadlineMs: recoverWithinMs,
    everyMs: lookEveryMs,
  });
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
