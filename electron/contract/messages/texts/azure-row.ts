/** English texts of what a connection of the list offers about its place in Azure: menu, details, and their dialogs. */
import { localised } from '../localised.ts';
import type { CountedText } from '../message-text.ts';

/** In the menu of a row, and in its details. */
export const azureRowActionTexts = localised({
  menu: 'Azure',
  openInPortal: 'Open in the portal',
  copyGatewayString: 'Copy connection string for another host…',
  syncKeys: 'Sync keys…',
  rotateKeys: 'Rotate keys…',
  endpointInAzure: 'Change endpoint in Azure…',
  appsInAzure: 'Apps…',
  deleteInAzure: 'Delete in Azure…',
  /** `{seconds}` until the clipboard is cleared. */
  gatewayCopied: 'Copied. The clipboard is cleared in {seconds} seconds.',
  couldNotCopy: 'Couldn’t copy the connection string of {name}: {problem}.',
} as const satisfies Record<string, string>);

export const azureAboutTexts = localised({
  title: 'In Azure',
  notAsked: 'Azure is asked only when you want it, with the account that is signed in on this host.',
  ask: 'Show what Azure says',
  asking: 'Asking Azure…',
  again: 'Ask again',
  signIn: 'Sign in…',
  resourceGroup: 'Resource group',
  namespace: 'Namespace',
  region: 'Region',
  subscription: 'Subscription',
  createdOn: 'Created on',
  updatedOn: 'Changed on',
  endpoint: 'Endpoint',
  noEndpoint: 'None: its metadata has no entry “endpoint” with host and port',
  clientAuthorization: 'Client authorization',
  required: 'Required',
  notRequired: 'Not required: App Service doesn’t use it',
  listeners: 'Listeners',
  rules: 'Rules',
  rule: '{name}: {rights}',
  ruleOfNamespace: '{name}: {rights} (of the namespace)',
  noRules: 'None',
  apps: 'Used by',
  noApps: 'No app',
  account: 'Asked as',
  rights: 'This account',
  mayChange: 'May change it',
  mayReadKeys: 'May read its keys, not change it',
  mayLook: 'May look at it, not read its keys or change it',
  unreadable: 'This account can’t read it',
  /** Part of it couldn’t be read: a permission is missing, mostly. */
  partial: 'Azure didn’t tell everything',
  partialLine: '{title}. {next}',
  plans:
    'An App Service plan may use 5 Hybrid Connections on Basic and 25 on Standard; on Premium and Isolated it is 220 for each app.',
  plansMore: 'Limits of App Service plans',
} as const satisfies Record<string, string>);

export const redundancyTexts = localised({
  onlyThisHost: 'If this host stops, apps can’t connect. Run a second host for it on another computer.',
  several: 'Azure spreads connections at random over {listeners} listeners.',
  nearLimit: 'Azure spreads connections at random over {listeners} listeners, and takes no more than {max}.',
} as const satisfies Record<string, string>);

/** In the questions before a connection ends here. */
export const otherListenerTexts = localised({
  stay: { one: '{count} other listener stays up.', other: '{count} other listeners stay up.' },
  noneMeanwhile: 'No other host listens: apps can’t connect meanwhile.',
  none: 'No other host listens: apps can’t connect at all.',
  noneOfSeveral: {
    one: 'On {count} of them no other host listens.',
    other: 'On {count} of them no other host listens.',
  },
  allOfSeveral: 'Other listeners stay up for all of them.',
} as const satisfies Record<string, string | CountedText>);

export const listenerCostTexts = localised({
  connection: {
    one: '{count} listener is about {hours} listener hours a month. Azure charges by the hour of each.',
    other: '{count} listeners are about {hours} listener hours a month. Azure charges by the hour of each.',
  },
  host: {
    one: 'This host’s {count} listener here is about {hours} listener hours a month. Azure charges by the hour of each.',
    other:
      'This host’s {count} listeners here are about {hours} listener hours a month. Azure charges by the hour of each.',
  },
} as const satisfies Record<string, CountedText>);

export const syncKeyTexts = localised({
  title: 'Sync the keys of {name}?',
  text: 'Fetches the keys of its rule from Azure and uses them from now on. Open sessions go on.',
  when: 'Use it after somebody regenerated a key in Azure, or on every other host after the keys were rotated on one.',
  button: 'Sync keys',
  busy: 'Fetching…',
  /** After HCM6041. */
  rootButton: 'Use the root key',
  same: 'The keys of {name} are the ones in Azure already.',
  sameOne: 'The key of {name} is the one in Azure already.',
  changedBoth: 'Both keys of {name} are new now.',
  changedPrimary: 'The primary key of {name} is new now.',
  changedSecondary: 'The secondary key of {name} is new now.',
} as const satisfies Record<string, string>);

export const rotateKeyTexts = localised({
  title: 'Rotate the keys of {name}',
  intro: 'Both keys of its rule {rule} get new values in Azure, and this host goes on without a gap:',
  steps: [
    'It listens with the secondary key.',
    'Azure regenerates the primary key, and this host listens with that.',
    'Azure regenerates the secondary key, and this host keeps it.',
  ],
  sessions: 'Open sessions go on.',
  others: {
    one: 'Another host listens on it, too. It loses its connection unless it gets the new keys: run Sync keys there as soon as this is done.',
    other:
      '{count} other hosts listen on it, too. They lose their connections unless they get the new keys: run Sync keys there as soon as this is done.',
  },
  shared: 'Whatever else uses the rule {rule} needs the new keys, too.',
  button: 'Rotate keys',
  starting: 'Starting…',
  stop: 'Stop after this step',
  stopping: 'Stopping…',
  goesOn: 'You can close this: it goes on, and a message tells how it ended.',
  forgotten:
    'The host doesn’t know any more how it went: it was restarted, or this ended a while ago. The connection’s activity shows the keys that were changed. Run Sync keys, here and on every other host that listens on it, or rotate again.',
  close: 'Close',
  done: 'Both keys are new. This host listens with the new primary key.',
  doneOthers: 'Now run Sync keys on every other host that listens on it.',
  failed:
    'What was done stays done. This host goes on with the key that works; run Rotate keys again when the trouble is over, or Sync keys if both keys are refused.',
  again: 'Try again',
} as const satisfies Record<string, string | readonly string[] | CountedText>);

export const endpointInAzureTexts = localised({
  title: 'Change the endpoint of {name} in Azure',
  text: 'Written to its metadata in Azure and to the apps that use it, and in force on this host at once. Other hosts ask before they use it.',
  field: 'Host and port',
  inAzure: 'Here it is {here}, in Azure {azure}.',
  button: 'Change it',
  busy: 'Changing…',
  done: 'The endpoint of {name} is {endpoint} now, here and in Azure.',
  partly: 'The endpoint is changed here and in Azure, but not for every app:',
} as const satisfies Record<string, string>);

export const deleteInAzureTexts = localised({
  title: 'Delete {name} in Azure?',
  text: 'The Hybrid Connection is deleted for everybody: no host can listen on it and no app can use it any more. This can’t be undone.',
  sessions: { one: '{count} open session closes.', other: '{count} open sessions close.' },
  listeners: { one: '{count} other host listens on it.', other: '{count} other hosts listen on it.' },
  field: 'Type {name} to confirm',
  button: 'Delete in Azure',
  busy: 'Deleting…',
  done: 'Deleted {name} in Azure, and removed it from this host.',
  partly: '{name} is deleted, but some apps still name it:',
} as const satisfies Record<string, string | CountedText>);

/** Apps in the dialogs that change something for them. */
export const affectedAppTexts = localised({
  reading: 'Looking for apps that use it…',
  title: 'Apps that use it',
  none: 'No app uses it, as far as this account can see.',
  unknown: 'Which apps use it can’t be read: {problem}.',
  notTold: '{name}: {problem}',
} as const satisfies Record<string, string>);
