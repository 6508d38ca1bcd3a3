/** `HCM_EXTRA_CA_CERTS`: a PEM file with further CAs that are trusted for relays (plan §5.10). */
import type { CliIo } from './cli-io.ts';
import { readTextFile } from './read-bounded.ts';

/** Null when the variable isn't set. @throws HcmError HCM1061 when the file can't be read. */
export async function readExtraCaPem({ environment }: CliIo): Promise<string | null> {
  const path = environment['HCM_EXTRA_CA_CERTS'] ?? '';
  return path === '' ? null : readTextFile(path);
}
