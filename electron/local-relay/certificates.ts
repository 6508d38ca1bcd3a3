/**
 * The local relay's own certificate authority and server certificate, one set per folder.
 *
 * Invariants: the CA's private key lives only while the set is made and never touches the disk; the CA is limited to
 * loopback names (name constraints), so trusting it can't vouch for any other host (relay-protocol §9.4); a set on disk is
 * used only if its three files belong together and are valid for a while yet, else a new set replaces it.
 */
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HcmError } from '../contract/errors.ts';
import { makeCertificates } from './certificate-maker.ts';
import type { CertificatePems } from './certificate-maker.ts';
import { withFolderLock } from './folder-lock.ts';

export interface RelayCertificates extends CertificatePems {
  /** Where `caPem` stands on disk: what clients are pointed at (`NODE_EXTRA_CA_CERTS`, a connection's `caFile`). */
  readonly caFile: string;
}

export interface CertificateClock {
  /** Milliseconds since 1970; a test moves it to see a renewal. */
  readonly now?: () => number;
}

const dayMs = 86_400_000;
const renewBeforeExpiryMs = 30 * dayMs;
const fileNames = { caPem: 'ca.pem', certPem: 'server.pem', keyPem: 'server-key.pem' } as const;

/** The folder's certificates; makes them if there are none, if they don't fit together or if they expire soon. */
export async function loadOrCreateCertificates(
  folder: string,
  { now = Date.now }: CertificateClock = {},
): Promise<RelayCertificates> {
  const caFile = join(folder, fileNames.caPem);
  try {
    const present = await readSet(folder, now());
    if (present !== undefined) return { ...present, caFile };
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return { ...(await withFolderLock(folder, () => readOrMakeSet(folder, now()))), caFile };
  } catch (error) {
    if (error instanceof HcmError) throw error;
    throw new HcmError('HCM7003', { folder, reason: reasonOf(error) }, { cause: error });
  }
}

/** Under the lock: another process may have made the set while this one waited. */
async function readOrMakeSet(folder: string, nowMs: number): Promise<CertificatePems> {
  const present = await readSet(folder, nowMs);
  if (present !== undefined) return present;
  const made = await makeCertificates(nowMs);
  // The certificate comes last: until it is there, a reader sees a set that doesn't fit together.
  await writeAtomically(join(folder, fileNames.keyPem), made.keyPem, 0o600);
  await writeAtomically(join(folder, fileNames.caPem), made.caPem, 0o644);
  await writeAtomically(join(folder, fileNames.certPem), made.certPem, 0o644);
  return made;
}

async function readSet(folder: string, nowMs: number): Promise<CertificatePems | undefined> {
  const [caPem, certPem, keyPem] = await Promise.all([
    readIfPresent(join(folder, fileNames.caPem)),
    readIfPresent(join(folder, fileNames.certPem)),
    readIfPresent(join(folder, fileNames.keyPem)),
  ]);
  if (caPem === undefined || certPem === undefined || keyPem === undefined) return undefined;
  const set = { caPem, certPem, keyPem };
  return isUsable(set, nowMs) ? set : undefined;
}

function isUsable({ caPem, certPem, keyPem }: CertificatePems, nowMs: number): boolean {
  try {
    const authority = new X509Certificate(caPem);
    const server = new X509Certificate(certPem);
    return (
      server.checkIssued(authority) &&
      server.verify(authority.publicKey) &&
      server.checkPrivateKey(createPrivateKey(keyPem)) &&
      // Sets of the first version name addresses, too, which Electron refuses (certificate-maker).
      server.checkIP('127.0.0.1') === undefined &&
      [authority, server].every(
        (certificate) =>
          Date.parse(certificate.validFrom) <= nowMs &&
          Date.parse(certificate.validTo) - nowMs > renewBeforeExpiryMs,
      )
    );
  } catch {
    // Not PEM, or cut short: nothing a person has to act on, a new set is as good.
    return false;
  }
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function writeAtomically(file: string, text: string, mode: number): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  return errnoOf(error) ?? (error instanceof Error ? error.name : typeof error);
}
