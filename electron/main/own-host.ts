/**
 * The engine in this process, in a data folder that is ours, open to `hcm` like any other host. Owns engine, control
 * server, log and claim, and gives all of them back.
 */
import type { ContractEvent, Host, HostInfo } from '../contract/api.ts';
import type { Ownership } from '../engine/control/owner.ts';
import { serveEngine } from '../engine/control/serve-engine.ts';
import type { ControlServer } from '../engine/control/server.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import type { Logger } from '../engine/log/logger.ts';
import { openLog, type OpenLog } from '../engine/log/open-log.ts';
import { SecretRegister } from '../engine/log/secret-register.ts';
import type { Monitoring } from '../engine/metrics/monitoring.ts';
import type { ProxyResolver } from '../engine/net/proxy-choice.ts';
import type { ManagedSource } from '../engine/policy/managed-source.ts';
import type { SecretBoxes } from '../engine/secrets/secret-box.ts';
import { systemOpenFiles } from '../engine/supervise/open-files.ts';
import type { PackageKind } from '../engine/updates/release-file.ts';
import { defaultSettings } from '../contract/default-settings.ts';
import { openOwnMonitoring } from './own-monitoring.ts';
import { removeDemoConnections } from './practice-leftovers.ts';

export interface OwnHostOptions {
  readonly folder: string;
  readonly version: string;
  readonly machine: string;
  readonly processId: number;
  readonly platform: NodeJS.Platform;
  readonly secretBoxes: (log: Logger) => Promise<SecretBoxes>;
  readonly extraCaPem: () => Promise<string | null>;
  /** What the organization has set for this computer. */
  readonly policy: ManagedSource;
  /** What this app came as: a newer version's size is that package's. */
  readonly packageKind: PackageKind | null;
  /** Which proxy the desktop names for a relay. */
  readonly systemProxy: ProxyResolver;
  /** Hears what is told until the host is open. */
  readonly onEvent?: (event: ContractEvent) => void;
}

export interface OwnHost {
  readonly host: Host;
  readonly info: HostInfo;
  /** The desktop noticed that this computer slept. */
  resumed(): void;
  /** Lets open sessions finish, then gives the folder free. A second call ends them at once. */
  stop(): Promise<void>;
}

/** @throws HcmError when the folder can't be used; the claim is given back then. */
export async function openOwnHost(claim: Ownership, options: OwnHostOptions): Promise<OwnHost> {
  const secrets = new SecretRegister();
  const log = openLog({ folder: options.folder, level: defaultSettings.logLevel, secrets });
  let engine: Engine | undefined;
  let monitoring: Monitoring | undefined;
  try {
    engine = await openEngine({
      ...options,
      kind: 'app',
      log: log.logger,
      logTail: log.tail,
      secrets,
      secretBox: await options.secretBoxes(log.logger),
      extraCaPem: await options.extraCaPem(),
      openFiles: systemOpenFiles(options.platform, process.report),
      meterOf: (config) => monitoring?.meterOf(config),
    });
    const unsubscribe = options.onEvent && engine.subscribe(options.onEvent);
    // A run that ended hard left its practice connection behind, whose relay is gone.
    await removeDemoConnections(engine, log.logger);
    const { folder, platform } = options;
    monitoring = await openOwnMonitoring({ ...options, engine, log: log.logger });
    const control = await serveEngine({ claim, engine, logger: log.logger, folder, platform });
    monitoring?.turned('serving');
    const info = await engine.call('host.info', {});
    unsubscribe?.();
    return ownHost({ engine, control, monitoring, claim, log }, info);
  } catch (error) {
    engine?.close();
    await monitoring?.close();
    await claim.release();
    await log.close();
    throw error;
  }
}

interface Parts {
  readonly engine: Engine;
  readonly control: ControlServer;
  readonly monitoring: Monitoring | undefined;
  readonly claim: Ownership;
  readonly log: OpenLog;
}

function ownHost({ engine, control, monitoring, claim, log }: Parts, info: HostInfo): OwnHost {
  const end = async (): Promise<void> => {
    monitoring?.turned('stopping');
    try {
      await engine.stop();
      await control.close();
    } finally {
      engine.close();
      await monitoring?.close();
      await claim.release();
      await log.close();
    }
  };
  let ended: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    // The engine's own second stop is the one that hurries.
    if (ended) void engine.stop();
    return (ended ??= end());
  };
  return { host: engine, info, resumed: () => engine.wake('resumed'), stop };
}
