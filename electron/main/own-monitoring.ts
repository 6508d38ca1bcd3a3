/**
 * Monitoring of the host inside of the app, where the setting `httpAddress` asks for it, as `hcm run` serves it. What counts and
 * listens is loaded only then.
 */
import { toErrorData } from '../contract/errors.ts';
import { readHttpAddress } from '../contract/http-address.ts';
import { systemClock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { Monitoring } from '../engine/metrics/monitoring.ts';
import { systemOpenFiles } from '../engine/supervise/open-files.ts';

export interface OwnMonitoringOptions {
  readonly engine: Engine;
  readonly log: Logger;
  readonly version: string;
  readonly platform: NodeJS.Platform;
}

/**
 * A port that is taken must not keep the app from its connections: the log says so, and the host runs without.
 * @returns undefined when nobody asked for it, or it can't be
 */
export async function openOwnMonitoring(options: OwnMonitoringOptions): Promise<Monitoring | undefined> {
  const { engine, log, version, platform } = options;
  const { settings } = await engine.call('settings.get', {});
  const address = readHttpAddress(settings.httpAddress);
  // The setting takes only addresses of this computer; the network is for those who say so to `hcm run`.
  if (address === null || !address.isLoopback) return undefined;
  try {
    const { Monitoring } = await import('../engine/metrics/monitoring.ts');
    return await Monitoring.open({
      ...{ address, names: [], host: engine, version, log },
      node: process,
      openFiles: systemOpenFiles(platform, process.report),
      clock: systemClock,
    });
  } catch (error) {
    log.warn('monitoring does not listen', { address: settings.httpAddress, problem: toErrorData(error) });
    return undefined;
  }
}
