/** A self-signed RSA certificate with its key in one PEM text, as an administrator makes one for a service principal. */
// The certificate library's dependency injection needs this before its own module runs.
import 'reflect-metadata';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { webcrypto } from 'node:crypto';

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

export async function makeServiceCertificate(): Promise<string> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned(
    { name: 'CN=hcm-service', keys, signingAlgorithm: algorithm },
    webcrypto,
  );
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return `${certificate.toString('pem')}\n${PemConverter.encode(privateKey, 'PRIVATE KEY')}\n`;
}
