/** `HCM_EXTRA_CA_CERTS`: a PEM file with further CAs that are trusted for relays, as for `hcm` (plan §5.10). */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { toFileError } from '../engine/store/file-error.ts';

/** Null when the variable isn't set. @throws HcmError when the file can't be read. */
export async function readExtraCaPem(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const path = environment['HCM_EXTRA_CA_CERTS'] ?? '';
  if (path === '') return null;
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw toFileError(error, basename(path));
  }
}
