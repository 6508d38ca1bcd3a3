/** Further CAs for relays: those of the environment, and those of the file that a setting names. */
import { readFile } from 'node:fs/promises';
import { toErrorData } from '../../contract/errors.ts';
import type { Logger } from '../log/logger.ts';

/** A file that can't be read is logged and left out: relays that don't need it still connect. */
export async function readExtraAuthorities(
  fromEnvironment: string | null,
  file: string | null,
  log: Logger,
): Promise<string | null> {
  if (file === null) return fromEnvironment;
  try {
    return [fromEnvironment ?? '', await readFile(file, 'utf8')].join('\n');
  } catch (error) {
    log.warn('extra CA file not read', { problem: toErrorData(error) });
    return fromEnvironment;
  }
}
