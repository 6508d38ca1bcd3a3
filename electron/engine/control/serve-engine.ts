/** Brings an engine up in a data folder that is ours, and lets others talk to it: what every host does, whoever runs it. */
import type { LogFields } from '../log/logger.ts';
import type { LineLogger } from '../log/line-logger.ts';
import { systemClock } from '../clock.ts';
import type { Engine } from '../engine.ts';
import type { ControlLog } from './control-log.ts';
import { ensureControlToken } from './control-token.ts';
import type { Ownership } from './owner.ts';
import { serveControl, type ControlServer } from './server.ts';
import type { SharedFolder } from './shared-folder.ts';

export interface ServeEngineOptions {
  readonly claim: Ownership;
  readonly engine: Engine;
  readonly logger: LineLogger;
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** Folders that are opened to others. */
  readonly shared?: readonly SharedFolder[];
}

/** @returns all of its ways in as one. */
export async function serveEngine(options: ServeEngineOptions): Promise<ControlServer> {
  const { claim, engine, logger, folder, platform, shared = [] } = options;
  const { settings } = await engine.call('settings.get', {});
  logger.setLevel(settings.logLevel);
  const token = await ensureControlToken(folder, platform);
  await engine.start();
  const common = { host: engine, clock: systemClock, log: controlLog(logger) };
  const servers = [{ claim, token }, ...shared].map((way) => serveControl({ ...common, ...way }));
  return {
    get clients() {
      return servers.reduce((sum, { clients }) => sum + clients, 0);
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

/** The control server speaks pino's order of arguments. */
function controlLog(logger: LineLogger): ControlLog {
  return {
    info: (fields: LogFields, message) => logger.info(message, fields),
    warn: (fields: LogFields, message) => logger.warn(message, fields),
    error: (fields: LogFields, message) => logger.error(message, fields),
  };
}
