import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, connect } from 'node:tls';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HcmError } from '../contract/errors.ts';
import { loadOrCreateCertificates } from './certificates.ts';
import type { RelayCertificates } from './certificates.ts';

const dayMs = 86_400_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relay-certificates-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Dials a TLS server that shows these certificates under each name and says how verification went. */
async function dial(certificates: RelayCertificates, servername: string): Promise<string> {
  const server = createServer({ cert: certificates.certPem, key: certificates.keyPem });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const numeric = servername === '127.0.0.1' || servername === '::1';
  const socket = connect({
    port,
    host: '127.0.0.1',
    ca: certificates.caPem,
    ...(numeric ? {} : { servername }),
    checkServerIdentity: (_host, certificate) => {
      const x509 = new X509Certificate(certificate.raw);
      const found = numeric ? x509.checkIP(servername) : x509.checkHost(servername);
      return found === undefined ? new Error('name differs') : undefined;
    },
  });
  try {
    await once(socket, 'secureConnect');
    return socket.authorized ? 'trusted' : 'not trusted';
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  } finally {
    socket.destroy();
    server.close();
  }
}

describe('certificates of the local relay', () => {
  it('are trusted through their own CA for localhost (row 1), and name no address, which Electron would refuse', async () => {
    const certificates = await loadOrCreateCertificates(folder);
    expect(await dial(certificates, 'localhost')).toBe('trusted');
    expect(await dial(certificates, '127.0.0.1')).toBe('name differs');
    expect(await dial(certificates, 'example.com')).toBe('name differs');
  });

  it('come from a CA that is limited to loopback names and whose key is nowhere on disk', async () => {
    const certificates = await loadOrCreateCertificates(folder);
    const authority = new X509Certificate(certificates.caPem);
    expect(authority.ca).toBe(true);
    // The constraint as bytes: OID 2.5.29.30, marked critical.
    expect(authority.raw.includes(Buffer.from('0603551d1e0101ff', 'hex'))).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['ca.pem', 'server-key.pem', 'server.pem']);
    expect(await readFile(certificates.caFile, 'utf8')).toBe(certificates.caPem);
    expect(certificates.caPem).not.toContain('PRIVATE KEY');
  });

  it('keep the key file to the owner', async () => {
    await loadOrCreateCertificates(folder);
    const { mode } = await stat(join(folder, 'server-key.pem'));
    if (process.platform !== 'win32') expect(mode & 0o777).toBe(0o600);
  });

  it('are reused while valid and renewed before they expire', async () => {
    const first = await loadOrCreateCertificates(folder);
    expect(await loadOrCreateCertificates(folder)).toEqual(first);
    const later = await loadOrCreateCertificates(folder, { now: () => Date.now() + 360 * dayMs });
    expect(later.certPem).toBe(first.certPem);
    const renewed = await loadOrCreateCertificates(folder, { now: () => Date.now() + 380 * dayMs });
    expect(renewed.certPem).not.toBe(first.certPem);
    expect(renewed.caPem).not.toBe(first.caPem);
  });

  it('are made anew when the files are damaged or do not belong together', async () => {
    const first = await loadOrCreateCertificates(folder);
    await writeFile(join(folder, 'server.pem'), 'not a certificate');
    const second = await loadOrCreateCertificates(folder);
    expect(await dial(second, 'localhost')).toBe('trusted');
    await writeFile(join(folder, 'ca.pem'), first.caPem);
    const third = await loadOrCreateCertificates(folder);
    expect(third.caPem).not.toBe(first.caPem);
    expect(await dial(third, 'localhost')).toBe('trusted');
  });

  it('are the same for two that ask at once', async () => {
    const sets = await Promise.all([1, 2, 3, 4].map(() => loadOrCreateCertificates(folder)));
    expect(new Set(sets.map((set) => set.certPem)).size).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['ca.pem', 'server-key.pem', 'server.pem']);
  });

  it('are made although a process died while making them', async () => {
    const lock = join(folder, '.lock');
    await writeFile(lock, '');
    await utimes(lock, new Date(0), new Date(0));
    expect(await dial(await loadOrCreateCertificates(folder), 'localhost')).toBe('trusted');
  });

  it('say HCM7003 when the folder cannot be used', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await expect(loadOrCreateCertificates(join(file, 'below'))).rejects.toSatisfy(
      (error) => error instanceof HcmError && error.code === 'HCM7003',
    );
  });
});
