/** English texts of `hcm export` and `hcm import`. */
import { localised } from '../localised.ts';
import type { DesiredPart } from '../../desired.ts';
import type { CountedText } from '../message-text.ts';

export const portableUsageTexts = localised({
  export: 'Write all connections of this host and its settings into a file for hcm import',
  exportFile: 'the file; - or none: standard output',
  withoutSecrets: 'leave the keys out',
  passphraseFile:
    'read the passphrase that protects the keys from a file; else it comes from HCM_PASSPHRASE or is asked for',
  force: 'overwrite a file that is there',
  import:
    'Take connections over: from an export, from the files of Microsoft’s managers, from azbridge’s configuration',
  importFile: 'the file; - reads standard input',
  dryRun: 'only show what would be imported',
  yes: 'import without asking',
  overwrite: 'take the file’s keys and values for connections that are there already',
  noVerify: 'don’t ask Azure about the connections first',
  settings: 'take the settings of an export, too, and the password of its proxy',
  keepUnverified: 'import those, too, about which Azure says no or nothing',
} as const satisfies Record<string, string>);

export const portableSentenceTexts = localised({
  promptPassphrase: 'Passphrase (it stays hidden):',
  promptAgain: 'The same passphrase again:',
  noPassphrase:
    'A passphrase is needed: with --passphrase-file, in HCM_PASSPHRASE, or typed on a terminal. An export can do without: --without-secrets',
  shortPassphrase: 'The passphrase has fewer than {min} characters',
  otherPassphrase: 'The passphrases aren’t the same',
  secretsContradiction: '--without-secrets needs no passphrase',
  keyLeftOut: 'The key of {name} can’t be read here, so the export holds none for it.',
  verifying: 'Asking Azure about {connections}.',
  notVerified: 'No host runs, so Azure isn’t asked about them.',
  needsVerifier: 'To import without asking Azure, say --no-verify.',
  azbridgeSide:
    'Senders of azbridge greet in a way of their own, which a host passes on to the endpoint. On the app’s side use hcm forward or App Service.',
  nothing: 'The file holds no connections.',
  notImported: 'Nothing is imported.',
  onlyShown: 'Nothing was changed (--dry-run).',
  differs: 'Other here: {parts}; --overwrite takes the file’s',
} as const satisfies Record<string, string>);

export const importSettingTexts = localised({
  managed: 'Set by your organization, so they stay: {names}',
  proxyPassword: 'password of the proxy',
  left: 'The file has other settings, too: {names}. They stay as they are here without --settings.',
  question: 'Change the settings of this host? [y/N]',
  taken: 'The settings are taken.',
} as const satisfies Record<string, string>);

export const portableCountTexts = localised({
  connections: { one: '{count} connection', other: '{count} connections' },
  exportedTo: {
    one: '{count} connection is in {file}, with its key under the passphrase.',
    other: '{count} connections are in {file}, with their keys under the passphrase.',
  },
  exportedWithoutTo: {
    one: '{count} connection is in {file}, without its key.',
    other: '{count} connections are in {file}, without their keys.',
  },
  questionWithSettings: {
    one: 'Import {count} connection and the settings? [y/N]',
    other: 'Import {count} connections and the settings? [y/N]',
  },
  question: { one: 'Import {count} connection? [y/N]', other: 'Import {count} connections? [y/N]' },
  imported: { one: '{count} connection is imported.', other: '{count} connections are imported.' },
  left: { one: '{count} entry isn’t.', other: '{count} entries aren’t.' },
} as const satisfies Record<string, CountedText>);

export const importActionTexts = localised({
  add: 'new',
  update: 'changes',
  unchanged: 'there already',
  differs: 'stays as it is',
  unverified: 'not verified',
  refused: 'can’t be imported',
  imported: 'imported',
  updated: 'changed',
  failed: 'not imported',
} as const satisfies Record<string, string>);

export const desiredPartTexts: Readonly<Record<DesiredPart, string>> = localised({
  primaryKey: 'key',
  secondaryKey: 'second key',
  endpoint: 'endpoint',
  caPem: 'CA',
  limits: 'limits',
  enabled: 'started or stopped',
});

export const importHeadTexts = localised({
  place: 'ENTRY',
  name: 'NAME',
  namespace: 'NAMESPACE',
  endpoint: 'ENDPOINT',
  action: 'IMPORT',
  reason: 'WHY',
} as const satisfies Record<string, string>);
