/** Bytes per second of a connection between two looks at its counters. Pure; window and command line show the same. */
import type { ConnectionView } from './connection-view.ts';

/** What was counted at one look. */
export interface CountedBytes {
  /** Both ways summed. */
  readonly bytes: number;
  /** Monotonic time, milliseconds. */
  readonly atMs: number;
}

export function countBytes({ bytesIn, bytesOut }: ConnectionView, atMs: number): CountedBytes {
  return { bytes: bytesIn + bytesOut, atMs };
}

/** Null before the second look, and when the counters began anew with another run of the host. */
export function rateBetween(before: CountedBytes | undefined, now: CountedBytes): number | null {
  if (before === undefined || now.atMs <= before.atMs || now.bytes < before.bytes) return null;
  return ((now.bytes - before.bytes) * 1000) / (now.atMs - before.atMs);
}
