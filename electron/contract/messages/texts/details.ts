/** English texts of the details pane: its frame, the callout, the path from app to endpoint, and the table of details. */
import { localised } from '../localised.ts';
import type { RulePurpose } from '../../rule-purpose.ts';
import type { AzureStatus } from '../../status.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const detailsPaneTexts = localised({
  back: 'Back',
  close: 'Close details',
  more: 'More',
  widen: 'Widen',
  narrow: 'Make narrow',
  resize: 'Width of the details',
  tabs: 'Details of {name}',
  overview: 'Overview',
  sessions: 'Sessions',
  sessionsOpen: 'Sessions ({count})',
  activity: 'Activity',
  log: 'Log',
  selected: '{count} selected',
  selectedStates: 'Their states',
  actions: 'Actions for all of them',
} as const satisfies Record<string, string>);

export const calloutTexts = localised({
  testAgain: 'Test again',
  notTested: 'Couldn’t test it: {problem}.',
  copyDetails: 'Copy details',
} as const satisfies Record<string, string>);

/** What is wrong where no error says it: states that someone chose, and ones that nobody knows. */
export const stateCalloutTexts: Readonly<
  Partial<Record<AzureStatus, { readonly title: string; readonly text: MessageText }>>
> = localised({
  stopping: {
    title: 'Stopping',
    text: 'New sessions aren’t accepted; open ones may finish.',
  },
  stopped: {
    title: 'Stopped on this host',
    text: 'Apps can’t reach the endpoint through this host until you start it. Other hosts aren’t affected.',
  },
  discontinued: {
    title: 'BizTalk Hybrid Connections reached end of life',
    text: 'They ended on 31 May 2018, so {name} can’t connect. Replace it with an App Service Hybrid Connection.',
  },
  unknown: {
    title: 'The background host isn’t answering',
    text: 'The state is not known; connections may still be running.',
  },
});

export const pathTexts = localised({
  title: 'Path',
  app: 'App',
  relay: 'Azure Relay',
  host: 'This host',
  endpoint: 'Endpoint',
  /** Caption of the app: when one was last there. */
  appNow: 'connected now',
  appSeen: 'last seen {time} ago',
  endpointUnknown: 'not known yet',
  sending: 'Apps are sending',
  noAppYet: 'No app has connected yet',
  noAppSince: 'No app since {time}',
  appUnknown: 'Not known',
  appCant: 'No app can connect',
  connectedFor: 'Connected for {time}',
  throughProxy: '{words}, through proxy {proxy}',
  answersIn: 'answers in {time}',
  checkedAgo: 'checked {time} ago',
  checkedNow: 'checked just now',
} as const satisfies Record<string, string>);

export const sessionsLastHourTexts: CountedText = localised({
  one: '{count} session in the last hour',
  other: '{count} sessions in the last hour',
});

export const hostAndOtherTexts: CountedText = localised({
  one: '{host} and {count} other',
  other: '{host} and {count} others',
});

export const detailRowTexts = localised({
  title: 'Details',
  name: 'Name',
  status: 'Status',
  namespace: 'Namespace',
  endpoint: 'Endpoint',
  endpointSource: 'Endpoint source',
  address: 'Service Bus address',
  ipAddress: 'Azure IP address',
  ports: 'Azure ports',
  proxy: 'Proxy',
  listeners: 'Listeners',
  key: 'Key',
  addedBy: 'Added by',
  createdOn: 'Created on',
  lastUpdated: 'Last updated',
  data: 'Data',
  openInAzure: 'Open in Azure',
} as const satisfies Record<string, string>);

export const detailValueTexts = localised({
  statusSince: '{status} since {time}',
  endpointUnknown: 'Not known yet',
  fromAzure: 'Azure’s metadata',
  typedHere: 'Typed on this host',
  lookingUp: 'Looking up…',
  noProxy: 'None',
  notResolved: 'Name could not be resolved.',
  noListeners: '0',
  onlyThisHost: '1: this host only',
  keyNamed: '{name} ({purpose})',
  noRule: 'Not named',
  entra: 'None: signs in with Entra as {name}',
  keyring: 'In the system’s keyring',
  keyFile: 'Sealed by a key file on this host',
  inAzure: '{time}, in Azure',
  onThisHost: '{time}, on this host',
  data: '{toEndpoint} to the endpoint, {toApp} to apps',
  dataSince: 'Since the host started',
} as const satisfies Record<string, string>);

export const thisAndOtherTexts: CountedText = localised({
  one: '{total}: this host and {count} other',
  other: '{total}: this host and {count} others',
});

export const onlyOtherTexts: CountedText = localised({
  one: '{count}: on another host',
  other: '{count}: on other hosts',
});

/** What the name of a rule says that its key may do; a name that says nothing stands alone. */
export const rulePurposeTexts: Readonly<Record<Exclude<RulePurpose, 'unknown'>, string>> = localised({
  listen: 'listen only',
  send: 'send only',
  broad: 'may manage the namespace',
});

/** Labels of the copy buttons: what a press copies. */
export const copyButtonTexts = localised({
  copy: 'Copy {what}',
} as const satisfies Record<string, string>);
