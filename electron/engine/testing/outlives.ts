/** One row of the fault matrix, played: whatever the outage, it ends in Connected without a hand and leaves nothing. */
import { expect } from 'vitest';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { heldResources, untilReleased } from './held-resources.ts';
import { OutageWorld } from './outage-world.ts';
import type { Outage } from './outages.ts';
import type { WorldOptions } from './relay-world.ts';

export async function outlives(outage: Outage, options: WorldOptions = {}): Promise<void> {
  const before = heldResources();
  const world = await OutageWorld.start({ ...options, ...outage.options });
  try {
    await outage.prepare?.(world);
    await world.useAgain();
    const steady = heldResources();
    await world.openTunnels();
    // A tunnel whose last bytes were never answered waits for TCP to give up, as behind a reader that is slow.
    if (outage.tunnels === 'fall silent') await world.pass(quietMs);
    await outage.begin(world);
    for (const code of outage.shows) await world.untilSeen(code);
    if (outage.tunnels !== 'live on')
      expect((await world.untilTunnelsEnded()).filter(isUnexplained)).toEqual([]);
    await outage.end?.(world);
    if (outage.relistens !== false) await world.untilRelistened();
    await world.untilWell();
    if (outage.staysConnected === true) expect(world.wereDown).toEqual([]);
    if (outage.tunnels === 'live on') await world.useTunnels();
    else await world.untilAppsKnow();
    await world.useAgain();
    await world.closeTunnels();
    await untilReleased(steady);
  } finally {
    await world.close();
  }
  await untilReleased(before);
  expect(world.clock.pending).toBe(0);
}

/** Twice the time after which a quiet tunnel asks whether the other end is there. */
const quietMs = 2 * 61_000;

/** Who ended it and why is in the record of every tunnel. */
function isUnexplained({ code, closedBy }: SessionRecord): boolean {
  return code === null || closedBy === null;
}
