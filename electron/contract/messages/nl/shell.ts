/** Dutch of `texts/shell.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/shell.ts';

export const shellTexts: Translated<typeof english.shellTexts> = {
  productName: 'Hybrid Connection Manager',
  importTitle: 'Verbindingen importeren',
  importFiles: 'Bestanden met verbindingen',
  allFiles: 'Alle bestanden',
  quit: 'Afsluiten',
  keepRunning: 'Actief laten',
  pageStopped: 'Het venster is meermaals gestopt',
  pageStoppedDetail: 'De verbindingen blijven actief. Toon het venster opnieuw of sluit af.',
  showAgain: 'Opnieuw tonen',
  cantStart: 'Hybrid Connection Manager kan niet starten',
  fault: 'Hybrid Connection Manager moet worden gesloten',
  problem: '{title}. {cause} {next}\n\n{code}',
  switchRefused:
    '{name} is niet toegestaan: het verzwakt de beveiliging van de sleutels op deze host. Start zonder deze optie.',
};

export const shellCountTexts: Translated<typeof english.shellCountTexts> = {
  quitQuestion: {
    one: 'Afsluiten en {count} sessie sluiten?',
    other: 'Afsluiten en {count} sessies sluiten?',
  },
};
