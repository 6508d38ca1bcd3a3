/** English texts for making a Hybrid Connection in Azure, and for the apps that use one. */
import { localised } from '../localised.ts';
import type { AppObstacle } from '../../azure-resource.ts';
import type { LineLanguage } from '../../azure-create-lines.ts';
import type { GroupNameProblem, NamespaceNameProblem } from '../../azure-names.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const createDialogTexts = localised({
  title: 'Create a Hybrid Connection',
  create: 'Create',
  creating: 'Creating…',
  stop: 'Stop',
  stopping: 'Stopping…',
  tryAgain: 'Try again',
  back: 'Change what is made',
  heading: '{name} in {namespace}',
  goesOn: 'You can close this: the host goes on, and a message tells how it ended.',
  /** Closed before the host had begun. */
  refused: 'Creating {name} didn’t begin: {problem}.',
  forgotten:
    'The host doesn’t know any more how it went: it was restarted, or this ended a while ago. Look at the list and in the portal before you try again: what was made is there.',
  failed: 'It isn’t complete. What was made stays in Azure, and Try again goes on from there.',
  done: 'Created {name}.',
} as const satisfies Record<string, string>);

export const createFieldTexts = localised({
  name: 'Name',
  nameHint: 'Letters, digits, “.”, “-” and “_”. It can’t be changed later.',
  nameSlash: 'A name with “/” can’t be made from here.',
  host: 'Endpoint host',
  hostHint: 'The DNS name that your app uses, and that this host knows.',
  hostPlaceholder: 'sql01.corp.contoso.com',
  port: 'Endpoint port',
  portPlaceholder: '1433',
  portWrong: 'Type a port, 1 to 65535.',
  test: 'Test from this host',
  testing: 'Testing…',
  namespace: 'Namespace',
  existing: 'Existing',
  new: 'New',
  chooseNamespace: 'Choose a namespace…',
  loading: 'Loading…',
  needed: 'Choose one.',
  /** A namespace’s or a resource group’s second line. */
  place: '{region} · {group}',
  namespaceName: 'Name of the new namespace',
  namespaceNameHint: 'Must be free in all of Azure. Apps connect to it by this name.',
  group: 'Resource group',
  groupHint: 'Choose one, or type a new name.',
  groupNew: 'New: it will be made.',
  region: 'Region',
  chooseRegion: 'Choose a region…',
  regionOfApp: 'Region of the app',
  app: 'App to attach (optional)',
  appHint: 'An app can be attached later, too.',
  noApp: 'No app now',
  noMatch: 'Nothing fits.',
} as const satisfies Record<string, string>);

export const createNoteTexts = localised({
  address: 'An IP address: some apps skip the Hybrid Connection then. Use a DNS name that this host knows.',
  thisComputer:
    'This means each computer itself: an app on Linux in App Service never gets here by it. Use this computer’s DNS name.',
  regions: 'The app is in {app}, the namespace in {namespace}: each request takes the way between them.',
} as const satisfies Record<string, string>);

export const namespaceNameProblemTexts: Readonly<Record<NamespaceNameProblem, string>> = localised({
  length: 'It must have 6 to 50 characters.',
  character: 'Only letters, digits and “-” are allowed.',
  start: 'It must begin with a letter.',
  end: 'It must end with a letter or digit.',
  reserved: 'It can’t end with “-sb” or “-mgmt”: Azure keeps these.',
});

export const groupNameProblemTexts: Readonly<Record<GroupNameProblem, string>> = localised({
  length: 'It must have 1 to 90 characters.',
  character: 'Only letters, digits, “_”, “-”, “.” and parentheses are allowed.',
  end: 'It can’t end with “.”.',
});

export const createSummaryTexts = localised({
  title: 'What is made',
  group: 'Resource group {group}',
  namespace: 'Namespace {namespace} in {region}, resource group {group}',
  connection: 'Hybrid Connection {name} for {endpoint}, in {namespace}',
  rules: '2 rules: defaultListener (listen only) and defaultSender (send only)',
  app: 'It is attached to {app}',
  add: 'It is added to this host, which connects at once',
  cost: 'Azure charges for one listener by the hour, which is this host, and for data beyond 5 GB a month.',
} as const satisfies Record<string, string>);

export const createLineTexts = localised({
  title: 'As lines for az, Bicep or Terraform',
  hint: 'The same without this program, for somebody who may do it. The az lines are for Bash, such as in Cloud Shell.',
  languages: 'Language',
  what: 'lines',
} as const satisfies Record<string, string>);

export const lineLanguageTexts: Readonly<Record<LineLanguage, string>> = localised({
  az: 'az',
  bicep: 'Bicep',
  terraform: 'Terraform',
});

export const appObstacleTexts: Readonly<Record<AppObstacle, string>> = localised({
  planTier: 'Its plan can’t use Hybrid Connections: it takes Basic, Standard, Premium or Isolated.',
  planFull: 'Its plan is full: detach one that isn’t needed, or take a larger plan.',
});

export const planTexts = localised({
  counted: '{tier} plan {name}: {used} of {limit} used',
  used: '{tier} plan {name}: {used} used',
  limited: '{tier} plan {name}: {limit} at most',
  plain: '{tier} plan {name}',
  none: 'Plan not known',
  place: '{region} · {group}',
  limits:
    'A plan may use 5 (Basic) or 25 (Standard) Hybrid Connections; in Premium and Isolated plans each app may use 220. One that five apps use counts once.',
} as const satisfies Record<string, string>);

export const appsDialogTexts = localised({
  title: 'Apps that use {name}',
  filter: 'Filter apps',
  loading: 'Loading apps…',
  none: 'No apps in this subscription.',
  noMatch: 'No app fits.',
  attached: 'Uses it',
  attach: 'Attach',
  attaching: 'Attaching…',
  detach: 'Detach…',
  attachApp: 'Attach {app}',
  detachApp: 'Detach {app}',
  sure: ['{app} loses its way to {endpoint}.', '{app} loses its way to the endpoint.'],
  detachNow: 'Detach',
  detaching: 'Detaching…',
  keep: 'Keep it',
  attachedNow: 'Attached {app}.',
  detachedNow: 'Detached {app}.',
  unknown: 'Which apps use it can’t be read.',
  partly: 'Some apps couldn’t be read.',
  again: 'Read again',
} as const satisfies Record<string, MessageText>);

export const appsCountTexts = localised({
  attached: { one: '{count} app uses it.', other: '{count} apps use it.' },
  more: { one: '{count} more. Filter to find it.', other: '{count} more. Filter to find them.' },
  morePicks: { one: '{count} more. Type to find it.', other: '{count} more. Type to find them.' },
} as const satisfies Record<string, CountedText>);
