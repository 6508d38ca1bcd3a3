/** What an engine is made of: where its files are, who it is, and its ports to the outside. */
import type { HostInfo } from '../contract/api.ts';
import type { ConnectionConfig } from '../contract/connection.ts';
import type { HcmError } from '../contract/errors.ts';
import type { Clock, Random } from './clock.ts';
import type { LogTail } from './log/log-tail.ts';
import type { Logger } from './log/logger.ts';
import type { SecretRegister } from './log/secret-register.ts';
import type { ConnectionMeter } from './metrics/connection-meter.ts';
import type { HostSigns } from './net/host-watch.ts';
import type { ProxyResolver } from './net/proxy-choice.ts';
import type { ManagedSource } from './policy/managed-source.ts';
import type { MayDial } from './policy/may-dial.ts';
import type { ControlChannelTimes } from './relay/control-channel.ts';
import type { SecretBox } from './secrets/secret-box.ts';
import type { FileSystem } from './store/file-system.ts';
import type { OpenFiles } from './supervise/open-files.ts';
import type { ReleaseConfig } from './updates/release-config.ts';
import type { PackageKind } from './updates/release-file.ts';

export interface EngineOptions {
  /** The data folder, prepared. */
  readonly folder: string;
  readonly version: string;
  readonly kind: HostInfo['kind'];
  readonly machine: string;
  readonly processId: number;
  readonly platform: NodeJS.Platform;
  readonly log: Logger;
  /** The last lines of `log`; without it `log.tail` has none. */
  readonly logTail?: LogTail;
  /** Keys that are in use are made known here, so that no line of the log can hold one. */
  readonly secrets: SecretRegister;
  readonly secretBox: SecretBox;
  /** Further CAs in PEM (`HCM_EXTRA_CA_CERTS`), or null. */
  readonly extraCaPem: string | null;
  /** What the organization has set for this computer; without it nothing. */
  readonly policy?: ManagedSource;
  /** Feed and keys of releases; those of this build when left out. */
  readonly release?: ReleaseConfig;
  /** What this program came as: the size that is told of a newer version is that package's. */
  readonly packageKind?: PackageKind | null;
  /** Which proxy this computer names for a relay; without it none. */
  readonly systemProxy?: ProxyResolver;
  /** Trouble with files that does not stop the engine. */
  readonly report?: (problem: HcmError) => void;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly mayDial?: MayDial;
  readonly times?: ControlChannelTimes;
  readonly metadataIntervalMs?: number;
  readonly fileSystem?: FileSystem;
  /** Without it sessions are turned away only when the system itself opens no more. */
  readonly openFiles?: OpenFiles;
  /** What tells sleep and a changed network; the system's own when left out. */
  readonly hostSigns?: HostSigns;
  /** Where a connection that comes up is counted; without it nowhere. */
  readonly meterOf?: (config: ConnectionConfig) => ConnectionMeter | undefined;
}
