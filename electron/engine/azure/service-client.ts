/** Tokens of a service principal, by its secret or its certificate. Both are secrets; neither is kept here longer than the client. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import type { AuthNetwork } from './auth-network.ts';
import { scopeOf, type AzureCloud } from './clouds.ts';
import { accessToken, authorityOptions, failureOf, silentLibrary, type TokenSource } from './token-source.ts';

export const serviceCredentialSchema = z.union([
  z.strictObject({ secret: z.string() }),
  z.strictObject({ certificatePem: z.string() }),
]);

export type ServiceCredential = Readonly<z.infer<typeof serviceCredentialSchema>>;

export interface ServiceClientOptions {
  readonly cloud: AzureCloud;
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: ServiceCredential;
  readonly network: AuthNetwork;
}

/** @throws HcmError HCM6012 */
export async function serviceClient(options: ServiceClientOptions): Promise<TokenSource> {
  const { cloud, tenant, clientId, credential, network } = options;
  const proof =
    'secret' in credential
      ? { clientSecret: credential.secret }
      : { clientCertificate: readCertificate(credential.certificatePem) };
  const { ConfidentialClientApplication } = await import('@azure/msal-node');
  const application = new ConfidentialClientApplication({
    auth: { clientId, ...authorityOptions(cloud, tenant), ...proof },
    system: { networkClient: network, loggerOptions: silentLibrary },
  });
  const details = { name: clientId, tenant, host: cloud.authorityHosts[0] ?? '', isService: 'yes' };
  return {
    token: async ({ audience, claims, isForced }) => {
      try {
        const result = await application.acquireTokenByClientCredential({
          scopes: [scopeOf(cloud, audience)],
          ...(claims === '' ? {} : { claims }),
          ...(isForced ? { skipCache: true } : {}),
        });
        if (result === null) throw new HcmError('HCM6005', details);
        return accessToken(result);
      } catch (error) {
        throw failureOf(error, network, details);
      }
    },
  };
}

const keyBlock = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/u;
const certificateBlock = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/gu;

/** One PEM text with both. @throws HcmError HCM6012 */
export function readCertificate(pem: string) {
  const [first] = pem.match(certificateBlock) ?? [];
  const key = keyBlock.exec(pem)?.[0];
  if (first === undefined) throw new HcmError('HCM6012', { reason: 'certificate' });
  if (key === undefined || key.includes('ENCRYPTED')) throw new HcmError('HCM6012', { reason: 'key' });
  const certificate = parsed('certificate', () => new X509Certificate(first));
  const privateKey = parsed('key', () => createPrivateKey(key));
  if (!certificate.checkPrivateKey(privateKey)) throw new HcmError('HCM6012', { reason: 'pair' });
  // What Entra takes.
  if (privateKey.asymmetricKeyType !== 'rsa') throw new HcmError('HCM6012', { reason: 'rsa' });
  return {
    thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    x5c: first,
  };
}

function parsed<Value>(reason: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    // The cause would quote what was given.
    throw new HcmError('HCM6012', { reason });
  }
}
