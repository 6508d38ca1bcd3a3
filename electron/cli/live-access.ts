/** A host that stays connected, for commands that show it as it changes. */
import type { Host } from '../contract/api.ts';
import type { HcmError } from '../contract/errors.ts';
import { systemClock, type Clock, type Disposer } from '../engine/clock.ts';
import { findHost, type HostChoice } from '../engine/control/find-host.ts';
import type { CliIo } from './cli-io.ts';
import { hostChoice } from './host-access.ts';

export interface AttachedHost extends Host {
  /** Called once, when it answers no more. */
  onClosed(listener: (cause: HcmError | undefined) => void): Disposer;
  close(): Promise<void>;
}

export interface LiveAccess {
  readonly clock: Clock;
  /** @throws HcmError HCM5001 when no host runs, HCM5003, HCM5004, HCM5005. */
  connect(io: CliIo): Promise<AttachedHost>;
  /**
   * The host that lets this account in by a folder: its data folder isn't this account's to read.
   * @returns null when a data folder is meant that this account may read
   * @throws HcmError as `connect` does
   */
  connectByFolder(io: CliIo): Promise<AttachedHost | null>;
}

/** A host under load answers in milliseconds; one that hangs keeps its socket open. */
const callTimeoutMs = 8_000;

export const liveAccess: LiveAccess = {
  clock: systemClock,
  connect: (io) => connect(hostChoice(io)),
  connectByFolder: async (io) => {
    const { shared, own } = hostChoice(io);
    const byFolder = { shared, own: null };
    // A host of one's own isn't even asked: it may hang, and its files can be read.
    return own === null ? connect(byFolder) : (await find(byFolder)).connection;
  },
};

const find = (choice: HostChoice) => findHost(choice, { clock: systemClock, callTimeoutMs });

async function connect(choice: HostChoice): Promise<AttachedHost> {
  const found = await find(choice);
  if (found.connection === null) throw found.reason;
  return found.connection;
}
