/** What seals keys in this app: the desktop's keyring where there is one, else the key file; both are read (plan §5.9). */
import type { HostInfo } from '../contract/api.ts';
import type { Logger } from '../engine/log/logger.ts';
import { dpapiProtector } from '../engine/secrets/dpapi-protector.ts';
import { keyFileBox } from '../engine/secrets/key-file.ts';
import { SecretBoxes } from '../engine/secrets/secret-box.ts';
import { hasKeyring, safeStorageBox, type SafeStoragePort } from './safe-storage-box.ts';

export interface SecretBoxesOptions {
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly storage: SafeStoragePort;
  readonly log: Logger;
}

/** Which of the two it will be; never rejects. */
export async function secretBackend(
  storage: SafeStoragePort,
  platform: NodeJS.Platform,
): Promise<HostInfo['secretBackend']> {
  return (await hasKeyring(storage, platform)) ? 'safeStorage' : 'keyFile';
}

export async function secretBoxes(options: SecretBoxesOptions): Promise<SecretBoxes> {
  const { folder, platform, environment, storage, log } = options;
  const protector =
    platform === 'win32' ? { protector: dpapiProtector(environment['SystemRoot'] ?? 'C:\\Windows') } : {};
  const keyFile = keyFileBox({ folder, log, ...protector });
  if (await hasKeyring(storage, platform)) return new SecretBoxes(safeStorageBox(storage), [keyFile]);
  log.info('no keyring: keys are sealed with the key file');
  return new SecretBoxes(keyFile);
}
