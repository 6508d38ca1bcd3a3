/** Dutch of `texts/window.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/window.ts';

export const headerTexts: Translated<typeof english.headerTexts> = {
  group: 'Verbindingen per status',
  help: 'Help',
  settings: 'Instellingen',
  shortcuts: 'Sneltoetsen',
  viewLogs: 'Logboeken weergeven',
  about: 'Over',
  caption: '{machine} · {host}',
  inThisApp: 'actief in deze app',
  starting: 'wordt gestart',
  background: 'achtergrondhost',
};

export const runningForTexts: Translated<typeof english.runningForTexts> = {
  days: {
    one: 'achtergrondhost {count} dag actief',
    other: 'achtergrondhost {count} dagen actief',
  },
  hours: {
    one: 'achtergrondhost {count} uur actief',
    other: 'achtergrondhost {count} uur actief',
  },
  minutes: {
    one: 'achtergrondhost {count} minuut actief',
    other: 'achtergrondhost {count} minuten actief',
  },
};

export const tableTexts: Translated<typeof english.tableTexts> = {
  label: 'Verbindingen',
  selectAll: 'Alles selecteren',
  select: '{name} selecteren',
  row: '{name}, {status}, {why}, {endpoint}, {sessions}',
  endpoint: ['eindpunt {status}, {why}', 'eindpunt {status}'],
  notLookedUp: 'Niet opgezocht',
  notResolved: 'Niet omgezet',
  noMatch: 'Geen verbinding komt overeen met “{filter}”.',
  noneInGroup: 'Geen verbinding komt overeen.',
  clearFilter: 'Filter wissen',
  loading: 'Verbindingen laden',
  traffic: 'Afgelopen 5 minuten: hoogstens {rate}, nu {now}',
};

export const rowSessionTexts: Translated<typeof english.rowSessionTexts> = {
  one: '{count} sessie',
  other: '{count} sessies',
};

export const barTexts: Translated<typeof english.barTexts> = {
  label: 'Berichten',
  notAnswering: 'De achtergrondhost antwoordt niet. Mogelijk werken de verbindingen nog.',
  ended: 'De achtergrondhost is beëindigd, dus er is geen verbinding actief.',
  noHost: 'Op deze computer is geen host actief, dus ook geen verbinding.',
  problem: '{title}. {next}',
  runHere: 'Hier uitvoeren',
  showLog: 'Logboek tonen',
};

export const endOfLifeTexts: Translated<typeof english.endOfLifeTexts> = {
  ended: 'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd',
  date: 'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd.',
  one: ', dus {name} kan geen verbinding maken.',
  replace: 'Vervang deze door een hybride verbinding van App Service.',
  replaceSeveral: 'Vervang ze door hybride verbindingen van App Service.',
  howToReplace: 'Zo vervangt u deze',
};

export const endOfLifeSeveralTexts: Translated<typeof english.endOfLifeSeveralTexts> = {
  one: ', dus {count} verbinding komt niet tot stand.',
  other: ', dus {count} verbindingen komen niet tot stand.',
};

export const partTexts: Translated<typeof english.partTexts> = {
  broken: 'Dit deel kon niet worden weergegeven.',
  tryAgain: 'Opnieuw proberen',
  copyDetails: 'Details kopiëren',
};
