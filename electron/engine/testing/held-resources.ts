/**
 * What this process holds from the system, counted: sockets and servers, timers, files, and listeners on the process
 * itself. A test counts before and after what must leave nothing behind.
 */
import { readdirSync } from 'node:fs';

export interface HeldResources {
  readonly sockets: number;
  readonly timers: number;
  /** Open descriptors, sockets included; 0 where the system doesn't tell. */
  readonly files: number;
  readonly processListeners: number;
}

export function heldResources(): HeldResources {
  const active = process.getActiveResourcesInfo();
  return {
    sockets: active.filter((name) => /TCP|TLS|Pipe|ConnectWrap/u.test(name)).length,
    timers: active.filter((name) => /Timeout|Immediate/u.test(name)).length,
    files: openFiles(),
    processListeners: process
      .eventNames()
      .reduce<number>((sum, event) => sum + process.listenerCount(event), 0),
  };
}

/** What there is more of than before, as text for a failure; '' when nothing is. */
function leakedSince(before: HeldResources): string {
  const now = heldResources();
  return (Object.keys(before) as (keyof HeldResources)[])
    .filter((kind) => now[kind] > before[kind])
    .map((kind) => `${kind}: ${before[kind]} before, ${now[kind]} now`)
    .join('; ');
}

/** Waits until nothing is held that wasn't before. @throws with what is, when that takes too long */
export async function untilReleased(before: HeldResources, timeoutMs = 30_000): Promise<void> {
  const beganMs = performance.now();
  for (;;) {
    const leak = leakedSince(before);
    if (leak === '') return;
    if (performance.now() - beganMs > timeoutMs) throw new Error(`still held: ${leak}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function openFiles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}
