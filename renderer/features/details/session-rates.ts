/** Bytes per second of each open session, both ways summed, from two looks in a row. Pure. */
import type { SessionView } from '../../../electron/contract/api.ts';

export interface SessionRates {
  readonly atMs: number;
  readonly byId: ReadonlyMap<string, { readonly bytes: number; readonly perSecond: number | null }>;
}

export const noRates: SessionRates = { atMs: 0, byId: new Map() };

/** @param atMs monotonic time of this look, milliseconds. */
export function nextRates(
  before: SessionRates,
  sessions: readonly SessionView[],
  atMs: number,
): SessionRates {
  const passedMs = atMs - before.atMs;
  return {
    atMs,
    byId: new Map(
      sessions.map(({ id, bytesIn, bytesOut }) => {
        const bytes = bytesIn + bytesOut;
        const last = before.byId.get(id);
        // A look that came too soon after the last one says little.
        if (last === undefined || passedMs < 100) return [id, { bytes, perSecond: last?.perSecond ?? null }];
        return [id, { bytes, perSecond: (Math.max(0, bytes - last.bytes) * 1000) / passedMs }];
      }),
    ),
  };
}
