/**
 * Whom a command talks to: the host that runs, or, while none does, the store itself through an engine that isn't
 * started. The folder is ours meanwhile, so that no host starts in the middle of a change.
 */
import type { Host } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { systemClock } from '../engine/clock.ts';
import type { ControlPlace } from '../engine/control/control-address.ts';
import { chooseHost, findHost, type HostChoice } from '../engine/control/find-host.ts';
import { withOwnership } from '../engine/control/with-store-ownership.ts';
import { dataFolder } from '../engine/data-folder.ts';
import { silentLogger } from '../engine/log/logger.ts';
import type { WithHost } from './cli.ts';
import type { CliIo } from './cli-io.ts';
import { noteOtherHost } from './note-other-host.ts';
import { openStoreEngine } from './store-engine.ts';
import { productVersion } from './version.ts';

/** A host may start or end between the question and the claim: then the question is asked again. */
const tries = 3;

export const withHost: WithHost = async (io, work) => {
  const choice = hostChoice(io);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const found = await findHost(choice, { clock: systemClock });
    const { connection } = found;
    if (connection !== null) {
      const isService = found.shared !== null || choice.shared.length === 0;
      const host = isService ? connection : noteOtherHost(io, connection, found.closed);
      try {
        return await work({ host, running: true });
      } finally {
        await connection.close();
      }
    }
    const { own } = choice;
    // The store of a host that lets this account in by a folder isn't this account's to open.
    if (own === null) throw found.reason;
    const claim = { ...own, clock: systemClock, version: productVersion };
    const done = await withOwnership(claim, () =>
      withStoredHost(io, own.folder, (stored) => {
        const host = choice.shared.length === 0 ? stored : noteOtherHost(io, stored, found.closed);
        return work({ host, running: false });
      }),
    );
    if (done.owned) return done.value;
  }
  throw new HcmError('HCM5005', { reason: 'busy' });
};

/** The host that a command means. */
export function hostChoice(io: CliIo): HostChoice {
  const { environment, workingFolder } = io;
  return chooseHost({ environment, workingFolder, own: controlPlace(io) });
}

export function controlPlace(io: CliIo): ControlPlace {
  return { folder: chosenDataFolder(io), platform: io.platform, uid: io.uid };
}

/** The folder of whoever types the command; a relative `HCM_HOME` counts from where they are. */
export function chosenDataFolder({ platform, environment, homeFolder, workingFolder }: CliIo): string {
  return dataFolder({ platform, env: environment, homedir: homeFolder, workingFolder });
}

async function withStoredHost<Value>(
  io: CliIo,
  folder: string,
  work: (host: Host) => Promise<Value>,
): Promise<Value> {
  const engine = await openStoreEngine(io, { folder, log: silentLogger });
  try {
    return await work(engine);
  } finally {
    engine.close();
  }
}
