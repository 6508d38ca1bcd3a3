/** What one session is to do, drawn by lot: how much goes each way, who ends first, how slowly it is read, who breaks it off. */
import type { SeededRandom } from '../../electron/contract/testing/seeded-random.ts';

/**
 * - `duplex`: both send at once, each ends its direction when it is done
 * - `echo`: the endpoint sends back what it gets
 * - `upload`: the app sends and ends its direction; only then the endpoint answers
 * - `download`: the endpoint sends and ends its direction; only then the app sends
 */
const kinds = ['duplex', 'duplex', 'echo', 'upload', 'download'] as const;

export type SessionKind = (typeof kinds)[number];

export interface SessionPlan {
  readonly kind: SessionKind;
  /** From the app to the endpoint. */
  readonly upBytes: number;
  readonly downBytes: number;
  /** Infinity for as fast as it goes. */
  readonly appReadsPerSecond: number;
  readonly endpointReadsPerSecond: number;
  /** Before the app sends anything. */
  readonly idleMs: number;
  /** A side that resets its connection in the middle. */
  readonly abort: { readonly by: 'app' | 'endpoint'; readonly afterBytes: number } | null;
}

const mebibyte = 1024 * 1024;
const maxBytes = 50 * mebibyte;
/** A slow session must not outlast the run. */
const slowMaxBytes = 2 * mebibyte;

export function drawPlan(random: SeededRandom): SessionPlan {
  const slow = random.chance(0.1) ? random.pick(['app', 'endpoint'] as const) : null;
  const most = slow === null ? maxBytes : slowMaxBytes;
  const kind = random.pick(kinds);
  const upBytes = drawSize(random, most);
  const downBytes = kind === 'echo' ? upBytes : drawSize(random, most);
  const slowRate = random.between(100_000, 400_000);
  return {
    kind,
    upBytes,
    downBytes,
    appReadsPerSecond: slow === 'app' ? slowRate : Infinity,
    endpointReadsPerSecond: slow === 'endpoint' ? slowRate : Infinity,
    idleMs: random.chance(0.1) ? random.between(500, 10_000) : 0,
    abort: random.chance(0.05)
      ? {
          by: random.pick(['app', 'endpoint'] as const),
          afterBytes: Math.floor((upBytes + downBytes) * random.next()),
        }
      : null,
  };
}

/** Mostly small, as sessions are; the borders of the frame lengths on purpose, and 50 MB now and then. */
function drawSize(random: SeededRandom, most: number): number {
  const lot = random.next();
  if (lot < 0.1) return 0;
  if (lot < 0.25) return random.pick([1, 125, 126, 127, 65_535, 65_536, 65_537]);
  if (lot < 0.27) return Math.min(most, random.between(10 * mebibyte, maxBytes));
  if (lot < 0.3) return Math.min(most, random.between(mebibyte, 10 * mebibyte));
  return Math.min(most, Math.floor(2 ** (random.next() * 20)));
}
