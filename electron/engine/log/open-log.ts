/** The log of a host: JSON lines in its data folder, at most 50 MB. */
import type { LogLevel } from '../../contract/default-settings.ts';
import { FileSink } from './file-sink.ts';
import { lineLogger, type LineLogger } from './line-logger.ts';
import { LogTail } from './log-tail.ts';
import type { SecretRegister } from './secret-register.ts';

export interface LogOptions {
  readonly folder: string;
  readonly level: LogLevel;
  readonly secrets: SecretRegister;
}

export interface OpenLog {
  readonly logger: LineLogger;
  /** The last lines, exactly as the file gets them. */
  readonly tail: LogTail;
  /** Writes out what waits. Lines that come later are dropped. */
  close(): Promise<void>;
}

export const logFileName = 'hcm.log';

export function openLog({ folder, level, secrets }: LogOptions): OpenLog {
  const sink = new FileSink({ folder, name: logFileName });
  const tail = new LogTail();
  const write = (line: string): void => {
    sink.write(line);
    tail.take(line);
  };
  return { logger: lineLogger(write, level, secrets), tail, close: () => sink.close() };
}
