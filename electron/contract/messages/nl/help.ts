/** Dutch of `texts/help.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/help.ts';

export const shortcutSheetTexts: Translated<typeof english.shortcutSheetTexts> = {
  title: 'Sneltoetsen',
  window: 'Overal',
  table: 'In de tabel',
  close: 'Sluiten',
};

export const shortcutTexts: Translated<typeof english.shortcutTexts> = {
  configure: 'Nog een hybride verbinding configureren',
  enterManually: 'Handmatig invoeren',
  import: 'Verbindingen importeren',
  filter: 'Verbindingen filteren',
  refresh: 'Vernieuwen',
  test: 'Testen',
  remove: 'Verwijderen',
  close: 'Terug, details sluiten of de selectie wissen',
  nextRegion: 'Volgend deel van het venster',
  previousRegion: 'Vorig deel van het venster',
  help: 'Help',
  shortcuts: 'Sneltoetsen',
  settings: 'Instellingen',
  move: 'Tussen rijen bewegen',
  openDetails: 'Details openen',
  select: 'Een rij selecteren',
  extend: 'De selectie uitbreiden',
  selectAll: 'Alles selecteren',
  menu: 'Mogelijke acties voor een rij',
};

export const aboutTexts: Translated<typeof english.aboutTexts> = {
  title: 'Over Hybrid Connection Manager',
  version: 'Versie {version}',
  purpose: 'Laat apps in Azure services in uw netwerk bereiken.',
  host: 'Host',
  electron: 'Electron',
  chromium: 'Chromium',
  node: 'Node.js',
  platform: 'Systeem',
  dataFolder: 'Gegevensmap',
  copyDetails: 'Details kopiëren',
  close: 'Sluiten',
};
