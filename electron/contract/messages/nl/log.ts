/** Dutch of `texts/log.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/log.ts';

export const logTexts: Translated<typeof english.logTexts> = {
  level: 'Weer te geven regels',
  lines: 'Logboek',
  copy: 'Kopiëren',
  save: 'Opslaan…',
  openFolder: 'Map openen',
  saved: 'Het logboek is opgeslagen.',
  notSaved: 'Kan het logboek niet opslaan: {problem}.',
  notOpened: 'Kan de map niet openen: {problem}.',
  notRead: 'Het logboek kan nu niet worden gelezen: {problem}.',
  empty: 'Nog geen regels.',
  emptyOfLevel: 'Geen regels van dit type.',
  paused: 'Onderbroken.',
  jumpToNewest: 'Naar nieuwste regel',
};

export const logLevelTexts: Translated<typeof english.logLevelTexts> = {
  debug: 'Alle regels',
  info: 'Informatie',
  warn: 'Waarschuwingen',
  error: 'Fouten',
};
