/**
 * Which certificate authorities a dial to a relay trusts (plan §5.10). Owns the cached TLS contexts.
 *
 * Invariant: verification can't be switched off from outside. Every context is made for TLS 1.2 or later, every dial
 * passes `rejectUnauthorized: true` itself, and the CA list is always explicit, so that neither
 * NODE_TLS_REJECT_UNAUTHORIZED nor NODE_EXTRA_CA_CERTS decides anything.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls';
import * as tls from 'node:tls';
import { HcmError } from '../../contract/errors.ts';

/** Where Linux distributions keep the system's CAs; the first that can be read counts. */
const linuxBundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const;

export interface TrustOptions {
  readonly platform: NodeJS.Platform;
  /** PEM text of further CAs (`HCM_EXTRA_CA_CERTS` or the setting), or null. */
  readonly extraCaPem: string | null;
}

export interface Trust {
  /**
   * The context for a relay. A connection with a pinned CA trusts that one alone.
   * @throws HcmError HCM1050 when the pinned text holds no certificate.
   */
  contextFor(pinnedCaPem: string | null): TrustContext;
}

export interface TrustContext {
  /** Part of the key of the TLS session cache: a session is only resumed under the trust that it was made under. */
  readonly id: string;
  /** It trusts one CA alone, which was given for one connection. */
  readonly isPinned: boolean;
  readonly secureContext: SecureContext;
}

/** More pinned CAs than this are not kept ready; a context costs about as much as one handshake. */
const maxCachedContexts = 256;

export function createTrust(options: TrustOptions): Trust {
  const cache = new Map<string, TrustContext>();
  let made = 0;
  return {
    contextFor(pinnedCaPem) {
      const key = pinnedCaPem ?? '';
      const known = cache.get(key);
      if (known) return known;
      if (cache.size >= maxCachedContexts) cache.clear();
      const authorities =
        pinnedCaPem === null ? commonAuthorities(options) : splitPem(pinnedCaPem, 'the pinned CA');
      const context: TrustContext = {
        id: String(++made),
        isPinned: pinnedCaPem !== null,
        secureContext: createSecureContext({ ca: authorities, minVersion: 'TLSv1.2' }),
      };
      cache.set(key, context);
      return context;
    },
  };
}

function commonAuthorities(options: TrustOptions): string[] {
  const extra = options.extraCaPem === null ? [] : splitPem(options.extraCaPem, 'HCM_EXTRA_CA_CERTS');
  return [...new Set([...rootCertificates, ...systemAuthorities(options.platform), ...extra])];
}

/** The system's own CAs: through the runtime where it can, else the bundle files of Linux. */
function systemAuthorities(platform: NodeJS.Platform): readonly string[] {
  const read = (tls as { getCACertificates?: (kind: 'system') => string[] }).getCACertificates;
  if (read) return read('system');
  if (platform !== 'linux') return [];
  for (const bundle of linuxBundles) {
    const found = readableCertificates(bundle);
    if (found.length > 0) return found;
  }
  return [];
}

/** One certificate that can't be read must not take the others of the system with it. */
function readableCertificates(bundle: string): readonly string[] {
  try {
    return (readFileSync(bundle, 'utf8').match(pemBlock) ?? []).filter(isCertificate);
  } catch {
    return [];
  }
}

function isCertificate(block: string): boolean {
  try {
    return new X509Certificate(block).raw.length > 0;
  } catch {
    return false;
  }
}

const pemBlock = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED )?CERTIFICATE-----/gu;

/**
 * The certificates of a PEM text, each read once to be sure that it is one.
 * @throws HcmError HCM1050 when there is none or one can't be read.
 */
export function splitPem(pem: string, source: string): string[] {
  const blocks = pem.match(pemBlock) ?? [];
  if (blocks.length === 0) throw new HcmError('HCM1050', { file: source, reason: 'it holds no certificate' });
  if (!blocks.every(isCertificate)) {
    throw new HcmError('HCM1050', { file: source, reason: 'a certificate in it can’t be read' });
  }
  return blocks;
}
