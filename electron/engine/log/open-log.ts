/** The log of a host: JSON lines in its data folder, at most 50 MB. */
import type { LogLevel } from '../../contract/settings.ts';
import { FileSink } from './file-sink.ts';
import { lineLogger, type LineLogger } from './line-logger.ts';
import type { SecretRegister } from './secret-register.ts';

export interface LogOptions {
  readonly folder: string;
  readonly level: LogLevel;
  readonly secrets: SecretRegister;
}

export interface OpenLog {
  readonly logger: LineLogger;
  /** Writes out what waits. Lines that come later are dropped. */
  close(): Promise<void>;
}

export const logFileName = 'hcm.log';

export function openLog({ folder, level, secrets }: LogOptions): OpenLog {
  const sink = new FileSink({ folder, name: logFileName });
  return { logger: lineLogger((line) => sink.write(line), level, secrets), close: () => sink.close() };
}
