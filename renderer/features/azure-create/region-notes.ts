/** What a person should know of a region before something is made there: advice, never a refusal. Pure. */
import { isSameRegion } from '../../../electron/contract/azure-names.ts';
import { createNoteTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { FormReading } from './create-form.ts';

export function regionNotes({ app, namespaceRegion }: FormReading): readonly string[] {
  if (app === null || namespaceRegion === null || isSameRegion(app.region, namespaceRegion)) return [];
  return [fillText(createNoteTexts.regions, { app: app.region, namespace: namespaceRegion })];
}
