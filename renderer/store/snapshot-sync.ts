/**
 * Keeps the connections store in step with one host: a snapshot, then patches in their order. Patches that come while a
 * snapshot is on its way wait for it, so none is lost between the two.
 *
 * Invariants: at most one snapshot is asked for at a time, and at most one a second because of gaps; after one that failed
 * the next comes later and later, so a host in trouble is never stormed; while paused nothing is asked for and no timer runs.
 */
import type { EventPayload } from '../../electron/contract/api.ts';
import type { Bridge } from '../bridge.ts';
import type { ConnectionsStore } from './connections-store.ts';

type Patch = EventPayload<'connections.patch'>;

export const firstRetryMs = 1_000;
export const longestRetryMs = 30_000;

/** One snapshot takes milliseconds. Whoever sends more patches meanwhile gets a second snapshot instead. */
const maxWaitingPatches = 1_000;

export interface SnapshotSync {
  onPatch(patch: Patch): void;
  /** Asks for a new snapshot of this host. What is on its way is forgotten: it may be another host's. */
  restart(): void;
  /** Nobody looks, or no host is there: `restart` goes on. */
  pause(): void;
}

export function createSnapshotSync(bridge: Bridge, connections: ConnectionsStore): SnapshotSync {
  /** Raised by everything that makes an answer that is still to come worthless. */
  let round = 0;
  let mode: 'paused' | 'asking' | 'following' | 'waiting' = 'paused';
  let askedAt = -Infinity;
  let retryMs = firstRetryMs;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Patch[] = [];

  function pause(): void {
    round += 1;
    mode = 'paused';
    waiting = [];
    clearTimeout(retryTimer);
  }

  function ask(): void {
    pause();
    mode = 'asking';
    askedAt = Date.now();
    const asked = round;
    bridge.call('connections.snapshot', {}).then(
      (snapshot) => {
        if (asked === round) apply(snapshot);
      },
      () => {
        if (asked === round) retryLater();
      },
    );
  }

  function apply({
    sequence,
    connections: views,
  }: {
    sequence: number;
    connections: Patch['changed'];
  }): void {
    const patches = waiting;
    waiting = [];
    mode = 'following';
    connections.applySnapshot(sequence, views);
    connections.setUnknownSince(null);
    if (patches.every((patch) => connections.applyPatch(patch))) retryMs = firstRetryMs;
    else retryLater();
  }

  function onGap(): void {
    if (Date.now() - askedAt < firstRetryMs) retryLater();
    else ask();
  }

  function retryLater(): void {
    mode = 'waiting';
    clearTimeout(retryTimer);
    retryTimer = setTimeout(ask, retryMs);
    retryMs = Math.min(retryMs * 2, longestRetryMs);
  }

  return {
    onPatch: (patch) => {
      if (mode === 'asking') {
        if (waiting.length < maxWaitingPatches) waiting.push(patch);
      } else if (mode === 'following' && !connections.applyPatch(patch)) {
        onGap();
      }
    },
    restart: () => {
      retryMs = firstRetryMs;
      ask();
    },
    pause,
  };
}
