/**
 * URLs of a hybrid connection, and the rule which rendezvous URLs we follow (plan §5.5). Pure.
 *
 * A rendezvous URL comes from the cloud side. It is followed only to the namespace's own host and port or, in a known
 * cloud, to a host under the same suffix on 443 (the real service names gateways such as `g12-…`): a hostile
 * `accept` must not make this host open connections elsewhere.
 */
import { HcmError } from '../../contract/errors.ts';

/** Where a hybrid connection lives. `host` is without brackets, `port` 443 unless the string said otherwise. */
export interface RelayEntity {
  readonly host: string;
  readonly port: number;
  readonly entityPath: string;
}

/** Suffixes under which Azure's clouds name namespaces and gateways (relay-protocol §1.5). */
const cloudSuffixes = [
  '.servicebus.windows.net',
  '.servicebus.chinacloudapi.cn',
  '.servicebus.usgovcloudapi.net',
  '.servicebus.cloudapi.de',
] as const;

/** Longest rendezvous URL that is looked at, in characters. */
const maxAddressLength = 16_384;

export interface RendezvousAddress {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Path and query exactly as received: it is opened unchanged (relay-protocol §3.4). */
  readonly target: string;
}

export function authority(host: string, port: number): string {
  const name = host.includes(':') ? `[${host}]` : host;
  return port === 443 ? name : `${name}:${port}`;
}

function encodePath(entityPath: string): string {
  return entityPath.split('/').map(encodeURIComponent).join('/');
}

/** URL of the control channel, without a token: that goes into a header (relay-protocol §2.6, §3.1). */
export function listenUrl({ host, port, entityPath }: RelayEntity, listenerId: string): string {
  return `wss://${authority(host, port)}/$hc/${encodePath(entityPath)}?sb-hc-action=listen&sb-hc-id=${listenerId}`;
}

/** Path and query by which a sender connects (relay-protocol §5.1). */
export function connectTarget(entityPath: string, senderId: string): string {
  return `/$hc/${encodePath(entityPath)}?sb-hc-action=connect&sb-hc-id=${senderId}`;
}

/** URL of the runtime metadata (relay-protocol §6.1). */
export function metadataUrl({ host, port, entityPath }: RelayEntity): string {
  return `https://${authority(host, port)}/${encodePath(entityPath)}?api-version=2016-07`;
}

const wssUrl = /^wss:\/\/(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::(\d{1,5}))?(\/[\x21-\x7e]*)$/iu;

/**
 * Reads a rendezvous URL and applies the rule above.
 * @throws HcmError HCM2050 when it isn't one that we follow.
 */
export function rendezvousAddress(text: string, entity: RelayEntity): RendezvousAddress {
  if (text.length > maxAddressLength) throw new HcmError('HCM2050', { reason: 'too long' });
  const match = wssUrl.exec(text);
  if (!match) throw new HcmError('HCM2050', { reason: 'not a wss URL' });
  const host = (match[1] ?? match[2] ?? '').toLowerCase();
  const port = match[3] === undefined ? 443 : Number(match[3]);
  const target = (match[4] ?? '/').replace(/#.*$/u, '');
  if (!isAllowedHost(host, port, entity))
    throw new HcmError('HCM2050', { reason: 'foreign host', host, port });
  return { host, port, target };
}

/** A namespace or gateway of one of Azure’s clouds. */
export function isAzureHost(host: string): boolean {
  const name = host.toLowerCase();
  return cloudSuffixes.some((suffix) => name.endsWith(suffix));
}

function isAllowedHost(host: string, port: number, entity: RelayEntity): boolean {
  const own = entity.host.toLowerCase();
  if (host === own && port === entity.port) return true;
  const suffix = cloudSuffixes.find((known) => own.endsWith(known));
  return suffix !== undefined && port === 443 && host.endsWith(suffix) && host.length > suffix.length;
}

/** Turns a rendezvous target into the one that rejects it (relay-protocol §3.5). */
export function rejectTarget(target: string, statusCode: number, statusDescription: string): string {
  const separator = target.includes('?') ? '&' : '?';
  return (
    `${target}${separator}sb-hc-statusCode=${statusCode}` +
    `&sb-hc-statusDescription=${encodeURIComponent(statusDescription)}`
  );
}
