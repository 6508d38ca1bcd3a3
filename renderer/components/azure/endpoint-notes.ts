/** What a person should know of an endpoint before it is written to Azure: advice, never a refusal. Pure. */
import type { HostKind } from '../../../electron/contract/host-name.ts';
import type { HostPort } from '../../../electron/contract/host-port.ts';
import { enCreateNotes } from '../../../electron/contract/messages/en-azure-create.ts';

/** Services that need UDP, further ports or a domain, none of which a Hybrid Connection carries. */
const portNotes: Readonly<Record<number, string>> = {
  21: enCreateNotes.port21,
  389: enCreateNotes.port389,
  445: enCreateNotes.port445,
  636: enCreateNotes.port636,
};

export function endpointNotes(endpoint: (HostPort & { readonly kind: HostKind }) | null): readonly string[] {
  if (endpoint === null) return [];
  const { host, port, kind } = endpoint;
  const portNote = portNotes[port];
  return [
    ...(isThisComputer(host) ? [enCreateNotes.thisComputer] : kind === 'name' ? [] : [enCreateNotes.address]),
    ...(portNote === undefined ? [] : [portNote]),
  ];
}

function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '::1';
}
