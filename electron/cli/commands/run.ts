/** `hcm run`: the host in the foreground, for terminals, containers and service managers. */
import type { Command } from 'commander';
import { HcmError } from '../../contract/errors.ts';
import { cliMonitoringTexts } from '../../contract/messages/texts/cli-monitoring.ts';
import { cliCountTexts, cliSentenceTexts, cliUsageTexts } from '../../contract/messages/texts/cli.ts';
import { joinSentences } from '../../contract/messages/join-texts.ts';
import { fillCounted, fillText } from '../../contract/messages/message-text.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import { systemClock } from '../../engine/clock.ts';
import { claimDataFolder, type Ownership } from '../../engine/control/owner.ts';
import { serveEngine } from '../../engine/control/serve-engine.ts';
import type { SharedFolder } from '../../engine/control/shared-folder.ts';
import type { Engine } from '../../engine/engine.ts';
import { SecretRegister } from '../../engine/log/secret-register.ts';
import type { Monitoring } from '../../engine/metrics/monitoring.ts';
import type { Cli } from '../cli.ts';
import type { CliIo } from '../cli-io.ts';
import { controlPlace } from '../host-access.ts';
import {
  logFormat,
  logFormatOption,
  logLevelOption,
  type LogFormat,
  type LogOptions,
} from '../log-format.ts';
import { streamOption } from '../output-format.ts';
import { openRunLog, tellChanges, type RunLog } from '../run-log.ts';
import { addMonitoringOptions, serveMonitoring, type MonitoringOptions } from '../serve-monitoring.ts';
import { followServiceManager } from '../service-manager.ts';
import {
  addSharedFolderOptions,
  openSharedFolders,
  releaseAll,
  type SharedFolderOptions,
} from '../shared-folders.ts';
import { listenForStop } from '../stop-signal.ts';
import { openStoreEngine } from '../store-engine.ts';
import { productVersion } from '../version.ts';
import { keepYoungHeapSmall } from '../young-heap.ts';

/** A command that changes the store holds the folder for a moment only. */
const waitWhileBusyMs = 5_000;

export function addRunCommand(program: Command, { io }: Cli): void {
  addSharedFolderOptions(addMonitoringOptions(program.command('run')))
    .description(cliUsageTexts.run)
    .addOption(streamOption())
    .addOption(logFormatOption())
    .addOption(logLevelOption())
    .action((options: RunOptions) => run(io, options));
}

type RunOptions = LogOptions & MonitoringOptions & SharedFolderOptions;

async function run(io: CliIo, options: RunOptions): Promise<void> {
  const format = logFormat(io, options);
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
  const { logLevel: level = defaultSettings.logLevel } = options;
  const isLevelFixed = options.logLevel !== undefined;
  const log = openRunLog(io, { folder: place.folder, level, isLevelFixed, secrets, format });
  let shared: readonly SharedFolder[] = [];
  let engine: Engine | undefined;
  let monitoring: Monitoring | undefined;
  try {
    shared = await openSharedFolders(io, options, place.folder);
    engine = await openStoreEngine(io, {
      folder: place.folder,
      log: log.logger,
      logTail: log.tail,
      secrets,
      meterOf: (config) => monitoring?.meterOf(config),
    });
    monitoring = await serveMonitoring(io, options, { engine, log: log.logger });
    await serveUntilStopped(io, { claim, shared, engine, log, format, monitoring, folder: place.folder });
  } finally {
    engine?.close();
    await monitoring?.close();
    await releaseAll(shared);
    await claim.release();
    await log.close();
  }
}

interface Running {
  readonly claim: Ownership;
  readonly shared: readonly SharedFolder[];
  readonly engine: Engine;
  readonly log: RunLog;
  readonly format: LogFormat;
  readonly monitoring: Monitoring | undefined;
  readonly folder: string;
}

async function serveUntilStopped(io: CliIo, running: Running): Promise<void> {
  const { claim, shared, engine, log, format, monitoring, folder } = running;
  const stop = listenForStop(io, () => void engine.stop());
  const manager = followServiceManager(io, { engine, log });
  try {
    const control = await serveEngine({
      ...{ claim, shared, engine, folder },
      logger: log.logger,
      platform: io.platform,
    });
    const { connections } = await engine.call('connections.snapshot', {});
    monitoring?.turned('serving');
    announceReady(io, running, connections.length);
    await manager.ready();
    if (format === 'sentences') {
      const tell = tellChanges(io, connections);
      engine.subscribe((event) => {
        if (event.name === 'connections.patch') tell(event.payload);
      });
    }
    await stop.asked;
    monitoring?.turned('stopping');
    await manager.stopping();
    log.announce('stopping', {}, cliSentenceTexts.stopping);
    await engine.stop();
    await control.close();
    log.announce('stopped', {}, cliSentenceTexts.stopped);
  } finally {
    await manager.close();
    engine.close();
    stop.dispose();
  }
}

function announceReady(io: CliIo, { log, folder, monitoring }: Running, count: number): void {
  const { processId } = io;
  const connections = fillCounted(cliCountTexts.connections, count);
  const sentence = fillText(cliSentenceTexts.ready, { processId, connections, folder });
  log.announce(
    'ready',
    {
      ...{ processId, connections: count, dataFolder: folder, version: productVersion },
      ...(monitoring === undefined ? {} : { http: monitoring.url }),
    },
    monitoring === undefined
      ? sentence
      : joinSentences([sentence, fillText(cliMonitoringTexts.listens, { url: monitoring.url })]),
  );
}
