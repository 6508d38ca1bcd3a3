/** Opens the engine of the data folder as the command line does it: secrets only by the key file (plan §5.9). */
import { join } from 'node:path';
import { openEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import { SecretRegister } from '../engine/log/secret-register.ts';
import type { LogTail } from '../engine/log/log-tail.ts';
import type { Logger } from '../engine/log/logger.ts';
import { environmentProxy } from '../engine/net/environment-proxy.ts';
import { systemManagedSource } from '../engine/policy/managed-source.ts';
import { dpapiProtector } from '../engine/secrets/dpapi-protector.ts';
import { keyFileBox } from '../engine/secrets/key-file.ts';
import { SecretBoxes } from '../engine/secrets/secret-box.ts';
import { packageType } from '../engine/updates/package-type.ts';
import { systemOpenFiles } from '../engine/supervise/open-files.ts';
import type { CliIo } from './cli-io.ts';
import { readExtraCaPem } from './extra-ca.ts';
import { printError } from './print-error.ts';
import { productVersion } from './version.ts';

export interface StoreEngineOptions extends Pick<EngineOptions, 'meterOf'> {
  readonly folder: string;
  readonly log: Logger;
  readonly logTail?: LogTail;
  readonly secrets?: SecretRegister;
}

/** The caller owns the data folder. The engine works on the store only until `start` is called. */
export async function openStoreEngine(io: CliIo, options: StoreEngineOptions): Promise<Engine> {
  const { folder, log, logTail, meterOf, secrets = new SecretRegister() } = options;
  const protector =
    io.platform === 'win32'
      ? { protector: dpapiProtector(io.environment['SystemRoot'] ?? 'C:\\Windows') }
      : {};
  const engineOptions: EngineOptions = {
    folder,
    version: productVersion,
    kind: 'service',
    machine: io.machine,
    processId: io.processId,
    platform: io.platform,
    log,
    ...(logTail === undefined ? {} : { logTail }),
    ...(meterOf === undefined ? {} : { meterOf }),
    secrets,
    secretBox: new SecretBoxes(keyFileBox({ folder, log, ...protector })),
    extraCaPem: await readExtraCaPem(io),
    // A package lays the built command line into a folder of its own, beside what says what it is.
    packageKind: packageType(join(import.meta.dirname, '..')),
    policy: systemManagedSource(io),
    systemProxy: environmentProxy(io.environment, secrets),
    openFiles: systemOpenFiles(io.platform, process.report),
    report: (problem) => printError(io.errors, problem),
  };
  return openEngine(engineOptions);
}
