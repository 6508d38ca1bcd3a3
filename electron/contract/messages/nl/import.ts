/** Dutch of `texts/import.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/import.ts';

export const importDialogTexts: Translated<typeof english.importDialogTexts> = {
  title: 'Verbindingen importeren',
  choose: 'Bestand kiezen…',
  choosing: 'Openen…',
  drop: 'Zet het bestand hier neer, plak de tekst ervan of kies het.',
  where: 'Waar de oude managers hun verbindingen bewaren',
  oldManager: 'Hybrid Connection Manager 0.7',
  oldManagerFile: 'Microsoft.HybridConnectionManager.Listener.exe.config',
  oldManagerFolder: 'C:\\Program Files\\Microsoft\\HybridConnectionManager 0.7',
  rewrite: 'Hybrid Connection Manager van 2025',
  rewriteFile: 'connections.json',
  rewriteFolder: '%ProgramData%\\HybridConnectionManager',
  others: 'Een azbridge-configuratie of een bestand van hcm export kan ook.',
  keysStay:
    'Sleutels blijven in deze app totdat ze worden geïmporteerd. Er wordt niets gewijzigd voordat u daartoe opdracht geeft.',
  pasted: 'geplakte tekst',
  locked:
    '{file} is een export. De sleutels worden geopend met de wachtwoordzin waarmee het bestand is geëxporteerd.',
  passphrase: 'Wachtwoordzin',
  unlock: 'Openen',
  unlocking: 'Openen…',
  otherFile: 'Ander bestand…',
  from: '{file}, {format}',
  empty: 'Het bestand bevat geen verbindingen.',
  verify: 'Verifiëren',
  verifyAgain: 'Opnieuw verifiëren',
  stop: 'Stoppen',
  verifyingStarts: 'Azure en de eindpunten worden vanaf deze host geraadpleegd.',
  importing: 'Importeren…',
  tickAll: 'Alles wat kan worden geïmporteerd',
  tick: '{name} importeren',
  unnamed: 'Vermelding zonder naam',
  nothingDone: 'Er is niets geïmporteerd.',
  done: 'Sluiten',
  verifyFirst:
    'Met Verifiëren wordt elke aangevinkte verbinding bij Azure nagevraagd, met de eigen sleutel, en wordt het eindpunt vanaf deze host geprobeerd. Er wordt nog niets gewijzigd.',
  unverifiedLine: 'Wat niet is geverifieerd, is uitgevinkt. U kunt het aanvinken en toch importeren.',
  azbridgeSide:
    'Afzenders van azbridge beginnen met een eigen begroeting, die een host aan het eindpunt doorgeeft. Stop de listener van azbridge voordat u importeert en stap aan de kant van de app over op App Service of hcm forward.',
  nextTitle: 'Nu overschakelen',
};

export const importStepTexts: Translated<typeof english.importStepTexts> = {
  choose: 'Bestand kiezen',
  preview: 'Voorbeeld',
  verify: 'Verifiëren',
  switch: 'Overschakelen',
};

export const importFormatTexts: Translated<typeof english.importFormatTexts> = {
  export: 'een export van dit programma',
  oldManager: 'van de oudere Hybrid Connection Manager (0.7)',
  rewrite: 'van de Hybrid Connection Manager van 2025',
  azbridge: 'een configuratie van azbridge',
};

export const importColumnTexts: Translated<typeof english.importColumnTexts> = {
  connection: 'Hybride verbinding',
  endpoint: 'Eindpunt',
  outcome: 'Wat er gebeurt',
  check: 'Geverifieerd',
  result: 'Resultaat',
};

export const importOutcomeTexts: Translated<typeof english.importOutcomeTexts> = {
  add: 'Toevoegen',
  update: 'Overschrijven',
  unchanged: 'Al aanwezig',
  differs: 'Wijkt af',
  unverified: 'Niet geverifieerd',
  refused: 'Niet bruikbaar',
  imported: 'Geïmporteerd',
  updated: 'Overschreven',
  failed: 'Niet geïmporteerd',
};

export const importRowTexts: Translated<typeof english.importRowTexts> = {
  addDiscontinued: 'Toevoegen als Beëindigd',
  discontinued:
    'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd. Deze verbinding komt in de lijst, maar maakt nooit verbinding.',
  unchanged: 'Staat al op deze host, met dezelfde sleutel en waarden.',
  differs: 'Anders op deze host: {parts}. Vink aan om te overschrijven.',
  overwrites: 'Vervangt op deze host: {parts}.',
  kept: 'Blijft op deze host zoals het is.',
  imported: '{outcome}: {status}',
  notChosen: 'Niet geïmporteerd',
  notChosenWhy: 'Was niet aangevinkt.',
  endpointAnswers: 'Azure en het eindpunt antwoorden',
  noEndpoint: 'Azure antwoordt',
  endpointSilent: 'Azure antwoordt, het eindpunt niet',
  endpointSilentWhy: '{title}. {next}',
  reason: '{title}. {cause} {next}',
};

export const importCheckTexts: Translated<typeof english.importCheckTexts> = {
  notAsked: 'Niet geraadpleegd',
  waiting: 'Wacht',
  asking: 'Raadplegen…',
  answered: 'Azure antwoordt',
  refused: 'Niet geverifieerd',
};

export const importPartTexts: Translated<typeof english.importPartTexts> = {
  primaryKey: 'sleutel',
  secondaryKey: 'tweede sleutel',
  endpoint: 'eindpunt',
  caPem: 'CA',
  limits: 'limieten',
  enabled: 'gestart of gestopt',
};

export const importCountTexts: Translated<typeof english.importCountTexts> = {
  canBe: {
    one: '{count} van {all} vermeldingen kan worden geïmporteerd.',
    other: '{count} van {all} vermeldingen kunnen worden geïmporteerd.',
  },
  verifying: { one: '{done} van {count} geverifieerd.', other: '{done} van {count} geverifieerd.' },
  verified: {
    one: '{done} van {count} verbinding geverifieerd.',
    other: '{done} van {count} verbindingen geverifieerd.',
  },
  import: { one: '{count} verbinding importeren', other: '{count} verbindingen importeren' },
  unverified: {
    one: '{count} daarvan is niet geverifieerd.',
    other: '{count} daarvan zijn niet geverifieerd.',
  },
  overwrites: {
    one: '{count} daarvan overschrijft wat er op deze host staat.',
    other: '{count} daarvan overschrijven wat er op deze host staat.',
  },
  imported: { one: '{count} verbinding is geïmporteerd.', other: '{count} verbindingen zijn geïmporteerd.' },
  left: { one: '{count} vermelding niet.', other: '{count} vermeldingen niet.' },
};

export const importNextTexts: Translated<typeof english.importNextTexts> = {
  oldManager: [
    'Beide luisteren nu: Azure verdeelt nieuwe sessies over de twee. Dat is prima zolang u overschakelt.',
    'Zijn deze verbindingen Verbonden, stop dan de service van de oude manager en gebruik uw app: Stop-Service HybridConnectionManager',
    'Klopt er iets niet, start de oude manager dan weer; daar is niets aan veranderd. Verwijder die als alles in orde is.',
  ],
  rewrite: [
    'Beide luisteren nu: Azure verdeelt nieuwe sessies over de twee. Dat is prima zolang u overschakelt.',
    'Zijn deze verbindingen Verbonden, stop dan de service van de oude manager en gebruik uw app: Stop-Service HybridConnectionManagerService (Linux: systemctl stop hybridconnectionmanager.service)',
    'Klopt er iets niet, start de oude manager dan weer; daar is niets aan veranderd. Verwijder die als alles in orde is, samen met het bestand connections.json, dat sleutels onversleuteld bevat.',
  ],
  azbridge: [
    'De listener van azbridge moet gestopt zijn zolang deze verbindingen actief zijn: Azure verdeelt sessies over de twee, en azbridge begroet op een andere manier.',
    'Stap aan de kant van de app over op de hybride verbindingen van App Service of op hcm forward.',
  ],
  export: [
    'Beide hosts luisteren nu: Azure verdeelt nieuwe sessies over de twee.',
    'Neemt deze host de plaats van de andere in, stop daar dan de verbindingen, gebruik uw app en verwijder ze daar als alles in orde is.',
  ],
};
