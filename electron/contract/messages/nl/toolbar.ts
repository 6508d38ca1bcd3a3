/** Dutch of `texts/toolbar.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/toolbar.ts';

export const toolbarTexts: Translated<typeof english.toolbarTexts> = {
  label: 'Verbindingen',
  configure: 'Nog een hybride verbinding configureren',
  add: 'Toevoegen',
  moreWaysToAdd: 'Meer manieren om toe te voegen',
  enterManually: 'Handmatig invoeren…',
  import: 'Importeren…',
  createInAzure: 'Maken in Azure…',
  tryLocalRelay: 'Uitproberen met de lokale relay',
  accounts: 'Azure-accounts…',
  more: 'Meer',
  viewLogs: 'Logboeken weergeven',
  density: 'Dichtheid',
  columns: 'Kolommen',
  filter: 'Verbindingen filteren',
  filterShort: 'Filter',
  clearField: 'Wissen',
  groups: 'Filteren op status',
  allGroups: 'Alle',
  group: '{word} ({count})',
};

export const selectedTexts: Translated<typeof english.selectedTexts> = {
  one: '{count} geselecteerd',
  other: '{count} geselecteerd',
};

export const densityTexts: Translated<typeof english.densityTexts> = {
  normal: 'Normaal',
  compact: 'Compact',
};

export const columnNameTexts: Translated<typeof english.columnNameTexts> = {
  name: 'Naam',
  status: 'Status',
  namespace: 'Naamruimte',
  endpoint: 'Eindpunt',
  endpointStatus: 'Eindpuntstatus',
  sessions: 'Sessies',
  traffic: 'Verkeer',
};

export const whyDisabledTexts: Translated<typeof english.whyDisabledTexts> = {
  nothingSelected: 'Selecteer eerst een verbinding',
  noneToStart: 'Geen van de geselecteerde verbindingen is gestopt',
  noneToStop: 'Geen van de geselecteerde verbindingen kan nu worden gestopt',
  noneToRestart: 'Geen van de geselecteerde verbindingen kan nu opnieuw starten',
  refreshing: 'Wordt vernieuwd',
};
