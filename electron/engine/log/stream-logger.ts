/**
 * A log on a stream, such as standard output of a headless host, whose service manager keeps it. The stream stays its
 * owner's: it isn't ended here.
 */
import type { Writable } from 'node:stream';
import type { LogLevel } from '../../contract/default-settings.ts';
import { lineLogger, type LineLogger } from './line-logger.ts';
import type { SecretRegister } from './secret-register.ts';

/** What may wait for a reader that doesn't read. */
const maxWaitingBytes = 4 * 1024 * 1024;

export interface StreamLogOptions {
  readonly level: LogLevel;
  readonly secrets: SecretRegister;
}

/** A reader that goes away (`hcm run | head`) ends the log, not the host. */
export function createStreamLogger(stream: Writable, { level, secrets }: StreamLogOptions): LineLogger {
  let failed = false;
  stream.on('error', () => void (failed = true));
  const write = (line: string): void => {
    if (failed || stream.destroyed || stream.writableEnded || stream.writableLength > maxWaitingBytes) return;
    stream.write(line);
  };
  return lineLogger(write, level, secrets);
}
