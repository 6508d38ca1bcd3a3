/** Dutch of `texts/cli-portable.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-portable.ts';

export const portableUsageTexts: Translated<typeof english.portableUsageTexts> = {
  export: 'Alle verbindingen van deze host en de instellingen naar een bestand voor hcm import schrijven',
  exportFile: 'het bestand; - of geen: standaarduitvoer',
  withoutSecrets: 'de sleutels weglaten',
  passphraseFile:
    'wachtwoordzin die de sleutels beschermt uit een bestand lezen; anders komt die uit HCM_PASSPHRASE of wordt erom gevraagd',
  force: 'een bestaand bestand overschrijven',
  import:
    'Verbindingen overnemen: uit een export, uit de bestanden van de managers van Microsoft, uit de configuratie van azbridge',
  importFile: 'het bestand; - leest de standaardinvoer',
  dryRun: 'alleen weergeven wat zou worden geïmporteerd',
  yes: 'importeren zonder te vragen',
  overwrite: 'sleutels en waarden uit het bestand overnemen voor verbindingen die er al zijn',
  noVerify: 'Azure niet eerst naar de verbindingen vragen',
  settings: 'ook de instellingen van een export overnemen, met het wachtwoord van de proxy',
  keepUnverified: 'ook importeren wat Azure afwijst of waarover Azure niets zegt',
};

export const portableSentenceTexts: Translated<typeof english.portableSentenceTexts> = {
  promptPassphrase: 'Wachtwoordzin (blijft verborgen):',
  promptAgain: 'Dezelfde wachtwoordzin nog een keer:',
  noPassphrase:
    'Een wachtwoordzin is nodig: met --passphrase-file, in HCM_PASSPHRASE of getypt in een terminal. Een export kan zonder: --without-secrets',
  shortPassphrase: 'De wachtwoordzin heeft minder dan {min} tekens',
  otherPassphrase: 'De wachtwoordzinnen zijn niet gelijk',
  secretsContradiction: '--without-secrets heeft geen wachtwoordzin nodig',
  keyLeftOut: 'De sleutel van {name} is hier niet leesbaar; de export bevat er dus geen voor.',
  verifying: 'Azure wordt gevraagd naar {connections}.',
  notVerified: 'Er is geen host actief; Azure wordt er dus niet naar gevraagd.',
  needsVerifier: 'Gebruik --no-verify om te importeren zonder het Azure te vragen.',
  azbridgeSide:
    'Afzenders van azbridge beginnen met een eigen begroeting, die een host doorgeeft aan het eindpunt. Gebruik aan de kant van de app hcm forward of App Service.',
  nothing: 'Het bestand bevat geen verbindingen.',
  notImported: 'Er is niets geïmporteerd.',
  onlyShown: 'Er is niets gewijzigd (--dry-run).',
  differs: 'Hier anders: {parts}; --overwrite neemt die uit het bestand',
};

export const importSettingTexts: Translated<typeof english.importSettingTexts> = {
  managed: 'Ingesteld door uw organisatie, dus ongewijzigd: {names}',
  proxyPassword: 'wachtwoord van de proxy',
  left: 'Het bestand heeft ook andere instellingen: {names}. Zonder --settings blijven ze zoals ze hier zijn.',
  question: 'De instellingen van deze host wijzigen? [j/N]',
  taken: 'De instellingen zijn overgenomen.',
};

export const portableCountTexts: Translated<typeof english.portableCountTexts> = {
  connections: { one: '{count} verbinding', other: '{count} verbindingen' },
  exportedTo: {
    one: '{count} verbinding staat in {file}, met de sleutel onder de wachtwoordzin.',
    other: '{count} verbindingen staan in {file}, met de sleutels onder de wachtwoordzin.',
  },
  exportedWithoutTo: {
    one: '{count} verbinding staat in {file}, zonder sleutel.',
    other: '{count} verbindingen staan in {file}, zonder sleutels.',
  },
  questionWithSettings: {
    one: '{count} verbinding en de instellingen importeren? [j/N]',
    other: '{count} verbindingen en de instellingen importeren? [j/N]',
  },
  question: {
    one: '{count} verbinding importeren? [j/N]',
    other: '{count} verbindingen importeren? [j/N]',
  },
  imported: { one: '{count} verbinding is geïmporteerd.', other: '{count} verbindingen zijn geïmporteerd.' },
  left: { one: '{count} vermelding niet.', other: '{count} vermeldingen niet.' },
};

export const importActionTexts: Translated<typeof english.importActionTexts> = {
  add: 'nieuw',
  update: 'verandert',
  unchanged: 'is er al',
  differs: 'blijft zoals het is',
  unverified: 'niet geverifieerd',
  refused: 'kan niet worden geïmporteerd',
  imported: 'geïmporteerd',
  updated: 'gewijzigd',
  failed: 'niet geïmporteerd',
};

export const desiredPartTexts: Translated<typeof english.desiredPartTexts> = {
  primaryKey: 'sleutel',
  secondaryKey: 'tweede sleutel',
  endpoint: 'eindpunt',
  caPem: 'CA',
  limits: 'limieten',
  enabled: 'gestart of gestopt',
};

export const importHeadTexts: Translated<typeof english.importHeadTexts> = {
  place: 'VERMELDING',
  name: 'NAAM',
  namespace: 'NAAMRUIMTE',
  endpoint: 'EINDPUNT',
  action: 'IMPORT',
  reason: 'REDEN',
};
