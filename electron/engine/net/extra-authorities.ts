/**
 * Further CAs for relays: those of the environment, and those of the file that a setting names.
 *
 * Invariant: whatever the setting names, a host starts. Who may change settings names a file that the host's account opens,
 * so only a file of bounded length is read: a pipe would be waited for for ever, a device has no end.
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Logger } from '../log/logger.ts';

/** All public CAs together are a quarter of a million bytes. */
const maxBytes = 4 * 1024 * 1024;

/** A file that can't be read is logged and left out: relays that don't need it still connect. */
export async function readExtraAuthorities(
  fromEnvironment: string | null,
  file: string | null,
  log: Logger,
): Promise<string | null> {
  if (file === null) return fromEnvironment;
  try {
    return [fromEnvironment ?? '', await readShortFile(file)].join('\n');
  } catch (error) {
    log.warn('extra CA file not read', { problem: toErrorData(error) });
    return fromEnvironment;
  }
}

async function readShortFile(path: string): Promise<string> {
  // Opening a pipe doesn't wait for its writer then. Windows has no such flag: `|` makes 0 of it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const found = await file.stat();
    if (!found.isFile()) throw new HcmError('HCM1061', { file: path, reason: 'it is no file' });
    if (found.size > maxBytes) throw new HcmError('HCM1061', { file: path, reason: 'it is too large' });
    // It may grow meanwhile; files of /proc say 0.
    const { bytesRead, buffer } = await file.read(Buffer.alloc(maxBytes), 0, maxBytes, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
