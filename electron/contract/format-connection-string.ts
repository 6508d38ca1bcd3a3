/** Writes connection strings and addresses in the portal's own form (relay-protocol §1.1). */
import type { RelayTarget } from './connection-string.ts';
import { bracketHost } from './host-port.ts';
import { defaultRelayPort } from './relay-endpoint.ts';

/** Holds the key: for export on a person's request and for tests, never for a log. */
export function formatConnectionString(target: RelayTarget): string {
  return [
    `Endpoint=sb://${authority(target)}/`,
    `SharedAccessKeyName=${target.keyName}`,
    `SharedAccessKey=${target.key}`,
    `EntityPath=${target.entityPath}`,
  ].join(';');
}

/** `sb://host[:port]/name`, the Service Bus address that the details show. */
export function hybridConnectionAddress(target: Pick<RelayTarget, 'host' | 'port' | 'entityPath'>): string {
  return `sb://${authority(target)}/${target.entityPath}`;
}

function authority({ host, port }: Pick<RelayTarget, 'host' | 'port'>): string {
  return port === defaultRelayPort ? bracketHost(host) : `${bracketHost(host)}:${port}`;
}
