/** A CA of somebody else, and a server's certificate under it: what a product that opens TLS shows. */
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { webcrypto } from 'node:crypto';
import type { CertificatePems } from '../../local-relay/certificate-maker.ts';

const dayMs = 86_400_000;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** @param name of the CA as X.500 writes it, such as `CN=Zscaler Root CA, O=Zscaler Inc.` */
export async function foreignAuthority(name: string, host: string): Promise<CertificatePems> {
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const serverKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const validity = { notBefore: new Date(Date.now() - dayMs), notAfter: new Date(Date.now() + 30 * dayMs) };
  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      ...validity,
      serialNumber: '01',
      name,
      signingAlgorithm,
      keys: authorityKeys,
      extensions: [new BasicConstraintsExtension(true, 0, true)],
    },
    webcrypto,
  );
  const server = await X509CertificateGenerator.create(
    {
      ...validity,
      serialNumber: '02',
      subject: `CN=${host}`,
      issuer: authority.subject,
      signingAlgorithm,
      publicKey: serverKeys.publicKey,
      signingKey: authorityKeys.privateKey,
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
    },
    webcrypto,
  );
  const key = await webcrypto.subtle.exportKey('pkcs8', serverKeys.privateKey);
  const caPem = `${authority.toString('pem')}\n`;
  return {
    caPem,
    certPem: `${server.toString('pem')}\n${caPem}`,
    keyPem: `${PemConverter.encode(key, 'PRIVATE KEY')}\n`,
  };
}
