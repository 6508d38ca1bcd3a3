/** English texts of the Activity tab: one sentence for each change of state or configuration. No full stop: they are lines. */
import { localised } from '../localised.ts';
import type { ConfigurationChange } from '../../activity.ts';
import type { KeySlot } from '../../connection.ts';
import type { AzureStatus, EndpointStatus } from '../../status.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const activityTexts = localised({
  filter: 'Show',
  all: 'All',
  states: 'States',
  changes: 'Changes',
  empty: 'Nothing has happened yet. Changes of state and configuration appear here.',
  emptyStates: 'No change of state yet.',
  emptyChanges: 'No change of configuration yet.',
  notRead: 'The activity can’t be read now: {problem}.',
} as const satisfies Record<string, string>);

/** `{problem}` is the title of the problem, inside a sentence. */
export const azureActivityTexts: Readonly<Record<AzureStatus, MessageText>> = localised({
  connected: 'Connected to Azure',
  connecting: 'Connecting to Azure',
  notConnected: ['Not connected to Azure: {problem}', 'Not connected to Azure'],
  unauthorized: ['Unauthorized: {problem}', 'Unauthorized: Azure refused the key'],
  notFound: ['Not found: {problem}', 'Not found in Azure'],
  blockedByPolicy: ['Blocked by policy: {problem}', 'Blocked by policy'],
  keyNeeded: ['Key needed: {problem}', 'Key needed: the stored one can’t be read'],
  cantStart: ['Can’t start: {problem}', 'Can’t start'],
  stopping: 'Stopping, open sessions may finish',
  stopped: 'Not listening any more',
  discontinued: 'BizTalk Hybrid Connections reached end of life',
  unknown: 'The state is not known',
});

export const endpointActivityTexts: Readonly<Record<EndpointStatus, MessageText>> = localised({
  reachable: 'Endpoint is reachable',
  unreachable: ['Endpoint is unreachable: {problem}', 'Endpoint is unreachable'],
  checking: 'Checking the endpoint',
  notChecked: 'Endpoint isn’t checked any more',
});

/** `{detail}` is an endpoint, the name of before, or an app. */
export const changeActivityTexts: Readonly<Record<ConfigurationChange, MessageText>> = localised({
  added: 'Added to this host',
  removed: 'Removed from this host',
  started: 'Started',
  stopped: 'Stopped',
  restarted: 'Restarted',
  renamed: [
    'Listens for another Hybrid Connection; before it was {detail}',
    'Listens for another Hybrid Connection',
  ],
  keyReplaced: 'Key replaced',
  secondaryKeyReplaced: 'Secondary key put in place',
  secondaryKeyRemoved: 'Secondary key removed',
  keySwitched: 'Azure refused a key, so the other one is in use',
  keysRotated: 'Both keys regenerated in Azure and put in place',
  gatewayStringGiven: 'Gateway connection string handed out',
  endpointLearned: ['Endpoint read from Azure: {detail}', 'Endpoint read from Azure'],
  endpointDiffers: ['Azure names another endpoint now: {detail}', 'Azure names another endpoint now'],
  endpointChanged: ['Endpoint changed by hand to {detail}', 'Endpoint changed by hand'],
  endpointForgotten: 'Endpoint typed by hand given up',
  endpointAccepted: ['Endpoint taken over from Azure: {detail}', 'Endpoint taken over from Azure'],
  endpointSetInAzure: ['Endpoint changed in Azure to {detail}', 'Endpoint changed in Azure'],
  attachedToApp: ['Attached to the app {detail}', 'Attached to an app'],
  detachedFromApp: ['Detached from the app {detail}', 'Detached from an app'],
  limitsChanged: 'Limits changed',
  caChanged: 'CA of its relay changed',
  sessionClosed: 'A session was closed',
  sessionsClosed: 'All open sessions were closed',
});

/** Which key it was, where that is known. */
export const keySwitchedTexts = localised({
  primary: 'Azure refused the primary key, so the other one is in use',
  secondary: 'Azure refused the secondary key, so the other one is in use',
} as const satisfies Record<KeySlot, string>);

/** Behind a sentence that stands for several in a row. */
export const repeatTexts = localised({
  azure: { one: 'Retried {count} time', other: 'Retried {count} times' },
  endpoint: { one: 'Checked {count} time', other: 'Checked {count} times' },
  change: { one: '{count} time', other: '{count} times' },
} as const satisfies Record<string, CountedText>);
