/** Dutch of `texts/cli-service.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-service.ts';

export const cliServiceTexts: Translated<typeof english.cliServiceTexts> = {
  service:
    'Deze computer vanaf het opstarten een eigen host laten uitvoeren, voor alle verbindingen van de gegevensmap ervan',
  install: 'De service instellen of opnieuw schrijven; die start met het systeem',
  installStart: 'meteen starten, of opnieuw als de service actief is',
  installRoot:
    'van een systeem onder deze map, zoals een installatiekopie; op deze computer verandert niets (Linux)',
  installProgram: 'absoluut pad van de hcm die de service uitvoert; zonder deze optie de huidige',
  uninstall:
    'De service stoppen en weghalen wat install heeft geschreven; de verbindingen en sleutels blijven',
  uninstallPurge: 'ook de gegevensmap verwijderen, met verbindingen en sleutels',
  uninstallYes: 'verwijderen zonder te vragen',
  start: 'De service starten',
  stop: 'De service stoppen; open sessies mogen worden afgerond',
  status: 'Weergeven hoe het met de service is: eindigt met 0 zolang die actief is, anders met 3',
  dryRun: 'alleen weergeven wat zou worden geschreven en uitgevoerd',
  logFormat: 'json of pretty; json als de uitvoer geen terminal is',
  logLevel: 'debug, info, warn of error, voor deze keer in plaats van de instelling',

  installed:
    '{name} is geïnstalleerd. De service start met het systeem; meteen starten gaat met hcm service start.',
  installedBelow: '{name} is geïnstalleerd in het systeem onder {root}. De service start met dat systeem.',
  installedAndStarted: '{name} is geïnstalleerd en gestart.',
  uninstalled: '{name} is verwijderd. De verbindingen en sleutels blijven in {folder}.',
  purged: '{name} en {folder} zijn verwijderd.',
  started: '{name} is gestart.',
  stopped: '{name} is gestopt.',
  purgeQuestion: '{folder} verwijderen, met alle verbindingen en sleutels van de service? [j/N]',
  notRemoved: 'Er is niets verwijderd.',

  reloaded: 'Instellingen en verbindingen zijn opnieuw gelezen; in het logboek staat wat is gewijzigd.',
  nothingReloaded: 'Instellingen en verbindingen zijn opnieuw gelezen. Er is niets gewijzigd.',
  statusRuns: {
    one: 'Voert {count} verbinding uit',
    other: 'Voert {count} verbindingen uit',
  },
  statusStopping: 'Stopt: open sessies mogen worden afgerond',
};

export const serviceLabelTexts: Translated<typeof english.serviceLabelTexts> = {
  service: 'Service',
  state: 'Status',
  enabled: 'Start met het systeem',
  processId: 'Proces',
  dataFolder: 'Gegevensmap',
  host: 'Host',
};

export const serviceWordTexts: Translated<typeof english.serviceWordTexts> = {
  notInstalled: 'Niet geïnstalleerd',
  running: 'Actief',
  starting: 'Start',
  stopping: 'Stopt',
  stopped: 'Gestopt',
  failed: 'Mislukt',
  yes: 'Ja',
  no: 'Nee',
  none: '–',
  answers: 'Versie {version}, {connected} van {count} verbonden',
  noAnswer: '{title} ({code})',
};

export const serviceStepTexts: Translated<typeof english.serviceStepTexts> = {
  write: '{file} schrijven (modus {mode}):',
  remove: '{file} verwijderen, als install het heeft geschreven',
  makeFolder: 'De map {file} maken',
  removeFolder: 'De map {file} verwijderen met alles erin',
  expect: 'Controleren of {file} er is',
  run: '{name} uitvoeren',
  runUnless: '{name} uitvoeren, tenzij dit met 0 eindigt: {condition}',
};
