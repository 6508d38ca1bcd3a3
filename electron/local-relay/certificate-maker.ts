/**
 * Makes a certificate authority that is limited to loopback names, and one server certificate under it. Owns no file; the
 * authority's private key is dropped when the function returns.
 */
// The certificate library's dependency injection needs this before its own module runs.
import 'reflect-metadata';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { randomBytes } from 'node:crypto';

export interface CertificatePems {
  readonly caPem: string;
  readonly certPem: string;
  readonly keyPem: string;
}

const dayMs = 86_400_000;
/** Some platforms refuse server certificates that live longer than 397 days. */
const lifeMs = 397 * dayMs;
/** Clocks of two machines differ: a fresh certificate must not be "not yet valid" on the other. */
const backdateMs = dayMs;

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

export async function makeCertificates(nowMs: number): Promise<CertificatePems> {
  const notBefore = new Date(nowMs - backdateMs);
  const notAfter = new Date(nowMs + lifeMs);
  const authorityKeys = await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify']);
  const serverKeys = await crypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify']);
  // The name differs per set: a client that holds an old CA must not take it for the new one's issuer.
  const authorityName = `CN=Local relay CA ${randomBytes(4).toString('hex')}`;

  const authority = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: authorityName,
      notBefore,
      notAfter,
      signingAlgorithm,
      keys: authorityKeys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new Extension(nameConstraintsId, true, loopbackNameConstraints()),
        await SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
      ],
    },
    crypto,
  );
  const server = await X509CertificateGenerator.create(
    {
      serialNumber: serialNumber(),
      subject: 'CN=localhost',
      issuer: authority.subject,
      notBefore,
      notAfter,
      signingAlgorithm,
      publicKey: serverKeys.publicKey,
      signingKey: authorityKeys.privateKey,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        // No addresses: Electron's TLS library knows no constraints on them, and refuses a certificate that names one
        // under an authority that limits them (`unsupported name constraint type`). The limits are worth more.
        new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
        await AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
        await SubjectKeyIdentifierExtension.create(serverKeys.publicKey),
      ],
    },
    crypto,
  );
  const privateKey = await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey);
  return {
    caPem: `${authority.toString('pem')}\n`,
    certPem: `${server.toString('pem')}\n`,
    keyPem: `${PemConverter.encode(privateKey, 'PRIVATE KEY')}\n`,
  };
}

/** 16 random bytes, positive (RFC 5280 §4.1.2.2). */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01;
  return bytes.toString('hex');
}

const nameConstraintsId = '2.5.29.30';

/**
 * RFC 5280 §4.2.1.10 in DER: permitted are the DNS name `localhost` and the single addresses 127.0.0.1 and ::1. Written
 * out here since the certificate library has no such extension and can't encode an address with its mask.
 */
function loopbackNameConstraints(): Buffer<ArrayBuffer> {
  const loopback4 = Buffer.from([127, 0, 0, 1, 255, 255, 255, 255]);
  const loopback6 = Buffer.concat([Buffer.alloc(15), Buffer.from([1]), Buffer.alloc(16, 255)]);
  const subtrees = [
    derElement(0x82, Buffer.from('localhost', 'ascii')),
    derElement(0x87, loopback4),
    derElement(0x87, loopback6),
  ].map((generalName) => derElement(0x30, generalName));
  return derElement(0x30, derElement(0xa0, Buffer.concat(subtrees)));
}

/** One DER element with a short length; all that is built here stays below 128 bytes. */
function derElement(tag: number, content: Buffer): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from([tag, content.length]), content]);
}
