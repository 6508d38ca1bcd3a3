/** A key that was just made may take Azure's relays some moments to know: asks again for a while, and only for that reason. */
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { pause } from './pause.ts';

/** Half a minute, for what has no other way. */
const patientPausesMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** For somebody who waits for the answer, and can ask again. */
export const shortPausesMs = [500, 1_000, 2_000];

/** @throws what the last try threw, or the signal's reason. */
export async function untilAccepted<Value>(
  clock: Clock,
  signal: AbortSignal,
  work: () => Promise<Value>,
  pausesMs: readonly number[] = patientPausesMs,
): Promise<Value> {
  for (const pauseMs of pausesMs) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof HcmError) || error.code !== 'HCM2020') throw error;
    }
    await pause(clock, pauseMs, signal);
  }
  return work();
}
