/**
 * Who issued a certificate that was refused, and whether that tells of something that opens TLS between here and Azure
 * (product C11). Only ever looked at after the refusal; owns the names of the runtime's own CAs.
 */
import { X509Certificate } from 'node:crypto';
import { rootCertificates, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import { isAzureHost } from '../relay/relay-address.ts';

const maxPartLength = 64;
/** Certificates that are followed upwards; a chain of a hostile peer may be long. */
const maxDepth = 8;

/** The certificates that the other side showed, its own first; empty when it didn't come to that. */
export type ShownChain = readonly X509Certificate[];

/**
 * Not `getPeerX509Certificate`: on the client's side that takes the certificate out of the session's own list, and Node's
 * check of the name then reads another one.
 */
export function shownChain(socket: TLSSocket): ShownChain {
  const chain: X509Certificate[] = [];
  try {
    // Null once the handle is gone, whatever the type says.
    let peer = socket.getPeerCertificate(true) as DetailedPeerCertificate | null | undefined;
    while (peer?.raw !== undefined && chain.length < maxDepth) {
      const one = new X509Certificate(peer.raw);
      if (chain.some(({ fingerprint256 }) => fingerprint256 === one.fingerprint256)) break;
      chain.push(one);
      peer = peer.issuerCertificate;
    }
  } catch {
    // What can't be parsed isn't shown; the refusal stands in any case.
  }
  return chain;
}

/** `Zscaler Root CA (Zscaler Inc.)`; '' when nothing is known. Cleaned and bounded: the name comes from outside. */
export function issuerOf([own]: ShownChain): string {
  if (own === undefined) return '';
  const name = partOf(own.issuer, 'CN');
  const organisation = partOf(own.issuer, 'O');
  if (name === '' || organisation === '') return name + organisation;
  return name.includes(organisation) ? name : `${name} (${organisation})`;
}

function partOf(distinguishedName: string, key: 'CN' | 'O'): string {
  const line = distinguishedName.split('\n').find((part) => part.startsWith(`${key}=`)) ?? '';
  return line
    .slice(key.length + 1)
    .replace(/[^\p{L}\p{N} .,&'()/_+-]/gu, '')
    .trim()
    .slice(0, maxPartLength);
}

/** Products that open TLS, by the names that they put into their CAs. */
const inspectors =
  /zscaler|netskope|fortinet|fortigate|palo alto|blue ?coat|symantec web|cisco umbrella|ironport|sophos|forcepoint|websense|mcafee web|skyhigh|check ?point|watchguard|barracuda|sonicwall|kaspersky|\beset\b|avast|bitdefender|mitmproxy|fiddler|charles proxy|portswigger|squid|menlo|iboss|lightspeed|contentkeeper|smoothwall/iu;

/**
 * True when whoever showed this certificate for `host` isn't the relay: the chain ends in a root that no public CA has, and
 * the host is one of Azure's, which has public certificates only, or the issuer is a product that opens TLS.
 */
export function isInspected(shown: ShownChain, host: string): boolean {
  const top = shown.at(-1);
  if (top === undefined || publicNames().has(top.issuer)) return false;
  return isAzureHost(host) || shown.some(({ issuer }) => inspectors.test(issuer));
}

let names: ReadonlySet<string> | undefined;

function publicNames(): ReadonlySet<string> {
  names ??= new Set(rootCertificates.map((pem) => new X509Certificate(pem).subject));
  return names;
}
