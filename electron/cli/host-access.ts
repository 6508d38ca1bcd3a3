/**
 * Whom a command talks to: the host that runs, or, while none does, the store itself through an engine that isn't
 * started. The folder is ours meanwhile, so that no host starts in the middle of a change.
 */
import type { Host } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { systemClock } from '../engine/clock.ts';
import { connectToHost } from '../engine/control/client.ts';
import type { ControlPlace } from '../engine/control/control-address.ts';
import type { HostConnection } from '../engine/control/host-connection.ts';
import { withOwnership } from '../engine/control/with-store-ownership.ts';
import { dataFolder } from '../engine/data-folder.ts';
import { silentLogger } from '../engine/log/logger.ts';
import type { WithHost } from './cli.ts';
import type { CliIo } from './cli-io.ts';
import { openStoreEngine } from './store-engine.ts';
import { productVersion } from './version.ts';

/** A host may start or end between the question and the claim: then the question is asked again. */
const tries = 3;

export const withHost: WithHost = async (io, work) => {
  const place = controlPlace(io);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const connection = await runningHost(place);
    if (connection !== null) {
      try {
        return await work({ host: connection, running: true });
      } finally {
        await connection.close();
      }
    }
    const claim = { ...place, clock: systemClock, version: productVersion };
    const done = await withOwnership(claim, () =>
      withStoredHost(io, place.folder, (host) => work({ host, running: false })),
    );
    if (done.owned) return done.value;
  }
  throw new HcmError('HCM5005', { reason: 'busy' });
};

export function controlPlace(io: CliIo): ControlPlace {
  return { folder: chosenDataFolder(io), platform: io.platform, uid: io.uid };
}

/** The folder of whoever types the command; a relative `HCM_HOME` counts from where they are. */
export function chosenDataFolder({ platform, environment, homeFolder, workingFolder }: CliIo): string {
  return dataFolder({ platform, env: environment, homedir: homeFolder, workingFolder });
}

async function runningHost(place: ControlPlace): Promise<HostConnection | null> {
  try {
    return await connectToHost({ ...place, clock: systemClock });
  } catch (error) {
    if (error instanceof HcmError && error.code === 'HCM5001') return null;
    throw error;
  }
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
