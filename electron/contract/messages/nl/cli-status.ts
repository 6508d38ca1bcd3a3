/** Dutch of `texts/cli-status.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-status.ts';

export const globalUsageTexts: Translated<typeof english.globalUsageTexts> = {
  quiet: 'alleen antwoorden en fouten: geen opmerkingen, geen bevestigingen',
  noColor: 'geen kleuren (ook NO_COLOR en TERM=dumb)',
};

export const statusUsageTexts: Translated<typeof english.statusUsageTexts> = {
  status:
    'De host en de toestand van de verbindingen weergeven: één keer, bij elke wijziging, of tot ze zijn zoals gewenst',
  watch: 'blijven weergeven bij elke wijziging; zonder terminal een regel JSON per wijziging',
  wait: 'eindigen zodra de verbinding deze status heeft, of alle die niet met opzet uit zijn',
  timeout: 'met --wait: seconden tot de opdracht met 1 eindigt en meldt wat in de weg staat',
  start: 'Een gestopte verbinding starten',
  stop: 'Een verbinding op deze host stoppen; open sessies mogen eerst worden afgerond',
  all: 'alle verbindingen van deze host',
};

export const statusSentenceTexts: Translated<typeof english.statusSentenceTexts> = {
  starting: '{name} wordt gestart.',
  stopping: '{name} wordt gestopt. Open sessies mogen worden afgerond.',
  startsLater: '{name} start als een host actief is (hcm run).',
  staysStopped: '{name} blijft gestopt als een host actief is.',
  isThere: 'De status van {name} is {status}.',
  looking: 'Zoekt naar de host',
  ends: 'q of Ctrl+C sluit af.',
  error: 'Fout: {text}',
  warning: 'Waarschuwing: {text}',
  desktopApp: 'actief in de desktop-app',
  caption: '{machine} · {host} · {version}',
  notThere: 'De verbinding is niet meer op deze host.',
  stored: 'Er is geen host actief; dit zijn de opgeslagen verbindingen. Start een host met hcm run.',
};

export const statusCountTexts: Translated<typeof english.statusCountTexts> = {
  areThere: {
    one: '{count} verbinding heeft de status {status}.',
    other: '{count} verbindingen hebben de status {status}.',
  },
  more: { one: 'nog {count}', other: 'nog {count}' },
  state: { one: '{count} {status}', other: '{count} {status}' },
};

export const statusLabelTexts: Translated<typeof english.statusLabelTexts> = {
  host: 'Host',
  kind: 'Actief als',
  version: 'Versie',
  processId: 'Proces-id',
  since: 'Sinds',
  dataFolder: 'Gegevensmap',
  connections: 'Verbindingen',
};

export const statusKindTexts: Translated<typeof english.statusKindTexts> = {
  service: 'achtergrondhost op {machine}',
  app: 'desktop-app op {machine}',
};

export const watchHeadTexts: Translated<typeof english.watchHeadTexts> = { traffic: 'VERKEER' };

export const statusUseTexts: Translated<typeof english.statusUseTexts> = {
  waitState: 'Op deze status kan niet worden gewacht. Mogelijk zijn: {names}.',
  timeout: '--timeout is een aantal seconden van 1 tot en met 86400 en hoort bij --wait.',
  watchTable: 'Een tabel die wordt bijgewerkt, heeft een terminal nodig. Gebruik --output json.',
};
