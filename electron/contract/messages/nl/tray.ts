/** Dutch of `texts/tray.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/tray.ts';

export const trayTexts: Translated<typeof english.trayTexts> = {
  tooltip: '{product}\n{lines}',
  connection: '{name}: {status}',
  between: ', ',
  open: 'Hybrid Connection Manager openen',
  startAll: 'Alles starten',
  stopAll: 'Alles stoppen',
  settings: 'Instellingen',
  quit: 'Afsluiten',
  starting: 'De host wordt gezocht',
  couldNot: 'Niet bij elke verbinding is het gelukt. In het venster staat bij welke niet.',
};

export const trayCountTexts: Translated<typeof english.trayCountTexts> = {
  working: { one: '{count} werkt', other: '{count} werken' },
  recovering: { one: '{count} herstelt', other: '{count} herstellen' },
  attention: { one: '{count} heeft aandacht nodig', other: '{count} hebben aandacht nodig' },
  off: { one: '{count} uit', other: '{count} uit' },
  stopQuestion: {
    one: 'Alle verbindingen stoppen en {count} sessie sluiten?',
    other: 'Alle verbindingen stoppen en {count} sessies sluiten?',
  },
};

export const stopAllTexts: Translated<typeof english.stopAllTexts> = {
  detail:
    'Apps in Azure kunnen de eindpunten niet via deze host bereiken tot de verbindingen weer zijn gestart.',
  stop: 'Alles stoppen',
  keepRunning: 'Actief laten',
};
