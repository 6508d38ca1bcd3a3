/** `--ca-file`: the CA that alone is trusted for one relay. */
import { splitPem } from '../engine/net/trust.ts';
import { readTextFile } from './read-bounded.ts';

/**
 * Only the certificates go on; whatever else stands in the file (private keys, too) stays where it is.
 * @throws HcmError HCM1061 when it can't be read, HCM1050 when no certificate is in it.
 */
export async function readCaFile(path: string): Promise<string> {
  return `${splitPem(await readTextFile(path), path).join('\n')}\n`;
}
