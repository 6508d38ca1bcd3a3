/** English texts of Import… in the window. */
import { localised } from '../localised.ts';
import type { DesiredPart } from '../../desired.ts';
import type { ImportCheck } from '../../import-view.ts';
import type { ImportAction, PortableFormat } from '../../portable-answers.ts';
import type { CountedText } from '../message-text.ts';

export const importDialogTexts = localised({
  title: 'Import connections',
  choose: 'Choose a file…',
  choosing: 'Opening…',
  drop: 'Drop the file here, paste its text, or choose it.',
  where: 'Where the old managers keep theirs',
  oldManager: 'Hybrid Connection Manager 0.7',
  oldManagerFile: 'Microsoft.HybridConnectionManager.Listener.exe.config',
  oldManagerFolder: 'C:\\Program Files\\Microsoft\\HybridConnectionManager 0.7',
  rewrite: 'Hybrid Connection Manager of 2025',
  rewriteFile: 'connections.json',
  rewriteFolder: '%ProgramData%\\HybridConnectionManager',
  others: 'An azbridge configuration or a file of hcm export will do, too.',
  keysStay: 'Keys stay in this app until they are imported. Nothing is changed before you say so.',
  pasted: 'pasted text',
  locked: '{file} is an export. Its keys open with the passphrase that it was exported with.',
  passphrase: 'Passphrase',
  unlock: 'Open',
  unlocking: 'Opening…',
  otherFile: 'Another file…',
  from: '{file}, {format}',
  empty: 'The file holds no connections.',
  verify: 'Verify',
  verifyAgain: 'Verify again',
  stop: 'Stop',
  verifyingStarts: 'Asking Azure and the endpoints, from this host.',
  importing: 'Importing…',
  tickAll: 'All that can be imported',
  tick: 'Import {name}',
  unnamed: 'Entry without a name',
  nothingDone: 'Nothing is imported.',
  done: 'Close',
  verifyFirst:
    'Verify asks Azure about each ticked connection, with its own key, and tries its endpoint from this host. Nothing is changed yet.',
  unverifiedLine: 'What isn’t verified is unticked. You can tick it and import it all the same.',
  azbridgeSide:
    'Senders of azbridge greet in a way of their own, which a host passes on to the endpoint. Import with azbridge’s listener stopped, and change the app’s side to App Service or hcm forward.',
  nextTitle: 'Now switch over',
} as const satisfies Record<string, string>);

export const importStepTexts = localised({
  choose: 'Choose a file',
  preview: 'Preview',
  verify: 'Verify',
  switch: 'Switch',
} as const satisfies Record<string, string>);

export const importFormatTexts: Readonly<Record<PortableFormat, string>> = localised({
  export: 'an export of this program',
  oldManager: 'of the older Hybrid Connection Manager (0.7)',
  rewrite: 'of the Hybrid Connection Manager of 2025',
  azbridge: 'a configuration of azbridge',
});

export const importColumnTexts = localised({
  connection: 'Hybrid Connection',
  endpoint: 'Endpoint',
  outcome: 'What will happen',
  check: 'Verified',
  result: 'Result',
} as const satisfies Record<string, string>);

/** What will happen, or did. */
export const importOutcomeTexts: Readonly<Record<ImportAction, string>> = localised({
  add: 'Add',
  update: 'Overwrite',
  unchanged: 'Already there',
  differs: 'Differs',
  unverified: 'Not verified',
  refused: 'Can’t be used',
  imported: 'Imported',
  updated: 'Overwritten',
  failed: 'Not imported',
});

export const importRowTexts = localised({
  addDiscontinued: 'Add as Discontinued',
  discontinued: 'BizTalk Hybrid Connections ended on 31 May 2018. It is listed, and never connects.',
  unchanged: 'It is on this host with the same key and values.',
  differs: 'Other on this host: {parts}. Tick it to overwrite.',
  overwrites: 'Replaces on this host: {parts}.',
  kept: 'Stays as it is on this host.',
  /** With the state that it has by now. */
  imported: '{outcome}: {status}',
  notChosen: 'Not imported',
  notChosenWhy: 'It wasn’t ticked.',
  endpointAnswers: 'Azure and the endpoint answer',
  noEndpoint: 'Azure answers',
  endpointSilent: 'Azure answers, the endpoint doesn’t',
  endpointSilentWhy: '{title}. {next}',
  reason: '{title}. {cause} {next}',
} as const satisfies Record<string, string>);

export const importCheckTexts: Readonly<Record<ImportCheck['state'], string>> = localised({
  notAsked: 'Not asked',
  waiting: 'Waiting',
  asking: 'Asking…',
  answered: 'Azure answers',
  refused: 'Not verified',
});

export const importPartTexts: Readonly<Record<DesiredPart, string>> = localised({
  primaryKey: 'key',
  secondaryKey: 'second key',
  endpoint: 'endpoint',
  caPem: 'CA',
  limits: 'limits',
  enabled: 'started or stopped',
});

export const importCountTexts = localised({
  canBe: {
    one: '{count} of {all} entries can be imported.',
    other: '{count} of {all} entries can be imported.',
  },
  verifying: { one: 'Verified {done} of {count}.', other: 'Verified {done} of {count}.' },
  verified: {
    one: 'Verified {done} of {count} connection.',
    other: 'Verified {done} of {count} connections.',
  },
  import: { one: 'Import {count} connection', other: 'Import {count} connections' },
  unverified: {
    one: '{count} of them isn’t verified.',
    other: '{count} of them aren’t verified.',
  },
  overwrites: {
    one: '{count} of them overwrites what is on this host.',
    other: '{count} of them overwrite what is on this host.',
  },
  imported: { one: '{count} connection is imported.', other: '{count} connections are imported.' },
  left: { one: '{count} entry isn’t.', other: '{count} entries aren’t.' },
} as const satisfies Record<string, CountedText>);

/** What is left to do at the old program, once its connections are here. */
export const importNextTexts: Readonly<Record<PortableFormat, readonly string[]>> = localised({
  oldManager: [
    'Both listen now: Azure hands new sessions to either. That is fine while you switch.',
    'When these connections are Connected, stop the old manager’s service and use your app: Stop-Service HybridConnectionManager',
    'If something is wrong, start it again; nothing of it has changed. When all is well, uninstall it.',
  ],
  rewrite: [
    'Both listen now: Azure hands new sessions to either. That is fine while you switch.',
    'When these connections are Connected, stop the old manager’s service and use your app: Stop-Service HybridConnectionManagerService (Linux: systemctl stop hybridconnectionmanager.service)',
    'If something is wrong, start it again; nothing of it has changed. When all is well, uninstall it and delete its connections.json, which holds keys in clear.',
  ],
  azbridge: [
    'Azbridge’s listener must be stopped while these connections run: Azure hands sessions to either, and its greeting is another one.',
    'Change the app’s side to App Service’s Hybrid Connections or hcm forward.',
  ],
  export: [
    'Both hosts listen now: Azure hands new sessions to either.',
    'If this host takes the other one’s place, stop the connections there, use your app, and remove them there when all is well.',
  ],
});
