/** What a person should know of an endpoint or a region before it is made: advice, never a refusal. Pure. */
import { isSameRegion } from '../../../electron/contract/azure-names.ts';
import { enCreateNotes } from '../../../electron/contract/messages/en-azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { FormReading } from './create-form.ts';

/** Services that need UDP, further ports or a domain, none of which a Hybrid Connection carries. */
const portNotes: Readonly<Record<number, string>> = {
  21: enCreateNotes.port21,
  389: enCreateNotes.port389,
  445: enCreateNotes.port445,
  636: enCreateNotes.port636,
};

export function endpointNotes(endpoint: FormReading['endpoint']): readonly string[] {
  if (endpoint === null) return [];
  const { host, port, kind } = endpoint;
  const portNote = portNotes[port];
  return [
    ...(isThisComputer(host) ? [enCreateNotes.thisComputer] : kind === 'name' ? [] : [enCreateNotes.address]),
    ...(portNote === undefined ? [] : [portNote]),
  ];
}

export function regionNotes({ app, namespaceRegion }: FormReading): readonly string[] {
  if (app === null || namespaceRegion === null || isSameRegion(app.region, namespaceRegion)) return [];
  return [fillText(enCreateNotes.regions, { app: app.region, namespace: namespaceRegion })];
}

function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '::1';
}
