/** A host that stays connected, for commands that show it as it changes. */
import type { Host } from '../contract/api.ts';
import type { HcmError } from '../contract/errors.ts';
import { systemClock, type Clock, type Disposer } from '../engine/clock.ts';
import { connectToHost } from '../engine/control/client.ts';
import type { CliIo } from './cli-io.ts';
import { controlPlace } from './host-access.ts';

export interface AttachedHost extends Host {
  /** Called once, when it answers no more. */
  onClosed(listener: (cause: HcmError | undefined) => void): Disposer;
  close(): Promise<void>;
}

export interface LiveAccess {
  readonly clock: Clock;
  /** @throws HcmError HCM5001 when no host runs, HCM5003, HCM5004, HCM5005. */
  connect(io: CliIo): Promise<AttachedHost>;
}

/** A host under load answers in milliseconds; one that hangs keeps its socket open. */
const callTimeoutMs = 8_000;

export const liveAccess: LiveAccess = {
  clock: systemClock,
  connect: (io) => connectToHost({ ...controlPlace(io), clock: systemClock, callTimeoutMs }),
};
