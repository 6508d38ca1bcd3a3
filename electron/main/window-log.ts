/**
 * The window's own log. Not the host's file: a background host may be writing that one, and two programs that rotate one
 * file lose lines.
 */
import { defaultSettings } from '../contract/default-settings.ts';
import { FileSink } from '../engine/log/file-sink.ts';
import { lineLogger, type LineLogger } from '../engine/log/line-logger.ts';
import { SecretRegister } from '../engine/log/secret-register.ts';

const fileName = 'hcm-window.log';

export interface WindowLog {
  readonly logger: LineLogger;
  /** Writes out what waits. Lines that come later are dropped. */
  close(): Promise<void>;
}

export function openWindowLog(folder: string): WindowLog {
  const sink = new FileSink({ folder, name: fileName });
  const write = (line: string): void => sink.write(line);
  return {
    logger: lineLogger(write, defaultSettings.logLevel, new SecretRegister()),
    close: () => sink.close(),
  };
}
