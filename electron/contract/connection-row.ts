/**
 * One connection as `hcm list` prints it and scripts read it: Microsoft's own words, camel-cased (product B3), one flat
 * row. Names and order of the fields are a promise; new ones may be added at the end.
 */
import type { KeySlot } from './connection.ts';
import type { ConnectionView } from './connection-view.ts';
import type { ErrorCode } from './errors.ts';
import { bracketHost, formatHostPort } from './host-port.ts';
import { inEnglish } from './messages/localised.ts';
import { endpointStatusWord, statusWord } from './messages/messages.ts';
import { defaultRelayPort } from './relay-endpoint.ts';

export interface ConnectionRow {
  readonly id: string;
  /** First label of a host in one of Azure's clouds, any other host as it is. */
  readonly namespace: string;
  readonly name: string;
  /** `host:port`; null while it isn't known. */
  readonly endpoint: string | null;
  /** The window's word for the way to Azure, in English: scripts compare it. */
  readonly status: string;
  /** Code of the problem on the way to Azure, else of the one on the way to the endpoint. */
  readonly statusCode: ErrorCode | null;
  readonly endpointStatus: string;
  /** Of all hosts; null when the relay wasn't asked. */
  readonly numberOfListeners: number | null;
  readonly sessions: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** `host`, or `host:port` when the port isn't 443. */
  readonly serviceBusEndpoint: string;
  /** When Azure made the Hybrid Connection; null when it wasn't asked. */
  readonly createdOn: string | null;
  readonly lastUpdated: string | null;
  /** `host:port` that Azure names where it differs from the one in force. */
  readonly endpointInAzure: string | null;
  readonly keyInUse: KeySlot;
  readonly hasSecondaryKey: boolean;
  /** Since when Azure refuses it; null while it doesn't. */
  readonly primaryKeyRefusedAt: string | null;
  readonly secondaryKeyRefusedAt: string | null;
  /** Proxy that the open channel or the last attempt went through, `host:port`; null for none. */
  readonly proxy: string | null;
  /** It runs whenever a host does; false once it was stopped. */
  readonly enabled: boolean;
  /** Account of Azure that it listens with; null with keys. */
  readonly entraAccount: string | null;
}

/** Suffixes of Azure's clouds (relay-protocol §1.5) and of the retired BizTalk services (relay-protocol §1.4). */
const azureSuffixes = [
  '.servicebus.windows.net',
  '.servicebus.chinacloudapi.cn',
  '.servicebus.usgovcloudapi.net',
  '.servicebus.cloudapi.de',
  '.biztalk.windows.net',
] as const;

export function connectionRow(view: ConnectionView): ConnectionRow {
  const { config, azure, endpoint } = view;
  return {
    id: config.id,
    namespace: namespaceOf(config.host),
    name: config.name,
    endpoint: config.endpoint === null ? null : formatHostPort(config.endpoint),
    status: inEnglish(() => statusWord(azure.status)),
    statusCode: azure.problem?.code ?? endpoint.problem?.code ?? null,
    endpointStatus: inEnglish(() => endpointStatusWord(endpoint.status)),
    numberOfListeners: view.listeners,
    sessions: view.sessions,
    bytesIn: view.bytesIn,
    bytesOut: view.bytesOut,
    serviceBusEndpoint: config.port === defaultRelayPort ? bracketHost(config.host) : formatHostPort(config),
    createdOn: config.azure?.createdOn ?? null,
    lastUpdated: config.azure?.lastUpdated ?? null,
    endpointInAzure: view.endpointInAzure === null ? null : formatHostPort(view.endpointInAzure),
    keyInUse: view.keys.inUse,
    hasSecondaryKey: view.keys.hasSecondary,
    primaryKeyRefusedAt: refusedAt(view, 'primary'),
    secondaryKeyRefusedAt: refusedAt(view, 'secondary'),
    proxy: azure.via,
    enabled: config.enabled,
    entraAccount: config.entra?.name ?? null,
  };
}

function refusedAt({ keys }: ConnectionView, slot: KeySlot): string | null {
  const refused = keys.refused.find((one) => one.slot === slot);
  return refused === undefined ? null : new Date(refused.at).toISOString();
}

export function namespaceOf(host: string): string {
  return azureSuffixes.some((suffix) => host.endsWith(suffix)) ? (host.split('.')[0] ?? host) : host;
}
