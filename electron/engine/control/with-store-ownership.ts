/**
 * For a command that changes the store while no host runs: it owns the data folder for as long as it writes.
 *
 * Invariants: `work` runs only while the folder is ours; clients that come meanwhile are told that we are busy and come
 * again; the folder is free again afterwards, whatever `work` did.
 */
import { claimDataFolder, type ClaimOptions } from './owner.ts';

export type OwnedWork<Value> = { readonly owned: true; readonly value: Value } | { readonly owned: false };

/** Another command holds the folder for a moment only: worth waiting for, unlike a host. */
const defaultWaitWhileBusyMs = 5_000;

/** @returns `owned: false` when a host (or, for too long, another command) owns the folder; `work` did not run */
export async function withOwnership<Value>(
  options: ClaimOptions,
  work: () => Promise<Value>,
): Promise<OwnedWork<Value>> {
  const claim = await claimDataFolder({ waitWhileBusyMs: defaultWaitWhileBusyMs, ...options });
  if (!claim.claimed) return { owned: false };
  try {
    return { owned: true, value: await work() };
  } finally {
    await claim.release();
  }
}
