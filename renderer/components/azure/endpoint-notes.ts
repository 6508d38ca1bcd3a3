/** What a person should know of an endpoint before it is written to Azure: advice, never a refusal. Pure. */
import { portNotices, type ReadEndpoint } from '../../../electron/contract/endpoint-notices.ts';
import { describeNotice } from '../../../electron/contract/messages/messages.ts';
import { createNoteTexts } from '../../../electron/contract/messages/texts/azure-create.ts';

export function endpointNotes(endpoint: ReadEndpoint | null): readonly string[] {
  if (endpoint === null) return [];
  const { host, kind } = endpoint;
  return [
    ...(isThisComputer(host)
      ? [createNoteTexts.thisComputer]
      : kind === 'name'
        ? []
        : [createNoteTexts.address]),
    ...portNotices(endpoint).map(describeNotice),
  ];
}

function isThisComputer(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.startsWith('127.') || host === '::1';
}
