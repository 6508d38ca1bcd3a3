/** `hcm run`: the host in the foreground, for terminals, containers and service managers. */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { enCliCounts, enCliSentences, enCliUsage } from '../../contract/messages/en-cli.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { systemClock } from '../../engine/clock.ts';
import { claimDataFolder, type Ownership } from '../../engine/control/owner.ts';
import { serveEngine } from '../../engine/control/serve-engine.ts';
import type { Engine } from '../../engine/engine.ts';
import { SecretRegister } from '../../engine/log/secret-register.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { controlPlace } from '../host-access.ts';
import { streamFormat, streamOption, type StreamFormat, type StreamOption } from '../output-format.ts';
import { openRunLog, tellChanges, type RunLog } from '../run-log.ts';
import { listenForStop } from '../stop-signal.ts';
import { openStoreEngine } from '../store-engine.ts';
import { productVersion } from '../version.ts';
import { keepYoungHeapSmall } from '../young-heap.ts';

/** A command that changes the store holds the folder for a moment only. */
const waitWhileBusyMs = 5_000;

export function addRunCommand(program: Command, { io }: Cli): void {
  program
    .command('run')
    .description(enCliUsage.run)
    .addOption(streamOption())
    .action((options: StreamOption) => run(io, streamFormat(io, options)));
}

async function run(io: CliIo, format: StreamFormat): Promise<void> {
  keepYoungHeapSmall();
  const place = controlPlace(io);
  const claim = await claimDataFolder({
    ...place,
    clock: systemClock,
    version: productVersion,
    waitWhileBusyMs,
  });
  if (!claim.claimed) throw new HcmError('HCM5002', { folder: place.folder });
  const secrets = new SecretRegister();
  const { logLevel: level } = defaultSettings;
  const log = openRunLog(io, { folder: place.folder, level, secrets, json: format === 'json' });
  try {
    const engine = await openStoreEngine(io, {
      folder: place.folder,
      log: log.logger,
      logTail: log.tail,
      secrets,
    });
    await serveUntilStopped(io, { claim, engine, log, format, folder: place.folder });
  } finally {
    await claim.release();
    await log.close();
  }
}

interface Running {
  readonly claim: Ownership;
  readonly engine: Engine;
  readonly log: RunLog;
  readonly format: StreamFormat;
  readonly folder: string;
}

async function serveUntilStopped(io: CliIo, { claim, engine, log, format, folder }: Running): Promise<void> {
  const stop = listenForStop(io, () => void engine.stop());
  try {
    const control = await serveEngine({
      claim,
      engine,
      logger: log.logger,
      folder,
      platform: io.platform,
    });
    const { connections } = await engine.call('connections.snapshot', {});
    announceReady(io, log, folder, connections.length);
    if (format === 'table') {
      const tell = tellChanges(io, connections);
      engine.subscribe((event) => {
        if (event.name === 'connections.patch') tell(event.payload);
      });
    }
    await stop.asked;
    log.announce('stopping', {}, enCliSentences.stopping);
    await engine.stop();
    await control.close();
    log.announce('stopped', {}, enCliSentences.stopped);
  } finally {
    engine.close();
    stop.dispose();
  }
}

function announceReady(io: CliIo, log: RunLog, folder: string, count: number): void {
  const { processId } = io;
  const connections = fillCounted(enCliCounts.connections, count);
  const sentence = fillText(enCliSentences.ready, { processId, connections, folder });
  log.announce(
    'ready',
    { processId, connections: count, dataFolder: folder, version: productVersion },
    sentence,
  );
}
