/** A self-signed certificate with its key, as an administrator makes one for a service principal. */
// The certificate library's dependency injection needs this before its own module runs.
import 'reflect-metadata';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';
import { X509Certificate, webcrypto } from 'node:crypto';

export interface ServiceCertificate {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
  /** Hexadecimal, as client libraries ask for it. */
  readonly thumbprintSha256: string;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

export async function makeServiceCertificate(): Promise<ServiceCertificate> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const made = await X509CertificateGenerator.createSelfSigned(
    { name: 'CN=hcm-service', keys, signingAlgorithm: algorithm },
    webcrypto,
  );
  const certificatePem = made.toString('pem');
  const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return {
    certificatePem,
    privateKeyPem: PemConverter.encode(privateKey, 'PRIVATE KEY'),
    thumbprintSha256: new X509Certificate(certificatePem).fingerprint256.replaceAll(':', ''),
  };
}
