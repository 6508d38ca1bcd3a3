/** English texts of Configure New Hybrid Connections (design §9.2), and of the lines that mend something in Azure. */
import { localised } from '../localised.ts';
import type { AzureObstacle } from '../../azure.ts';
import type { MendTool, MendTopic } from '../../azure-mend-lines.ts';
import type { CountedText } from '../message-text.ts';

export const configureTexts = localised({
  title: 'Configure New Hybrid Connections',
  search: 'Search name, namespace or endpoint',
  table: 'Hybrid Connections of the subscription',
  selectAll: 'Select all that can be added',
  select: 'Select {name}',
  noMatch: 'No Hybrid Connection fits the search.',
  empty: 'No Hybrid Connections in this subscription. Choose another, or create one in Azure.',
  create: 'Create in Azure…',
  loading: 'Loading Hybrid Connections…',
  loadingMore: 'Loading Hybrid Connections… {count} so far',
  slow: 'Azure is slow to answer. Still waiting…',
  tryAgain: 'Try again',
  listenWith: 'Listen with',
  key: 'Key',
  entra: 'Entra token',
  keysOnly: 'This cloud has no Entra roles for relays, so connections listen with keys.',
  keyHint: 'Your account is used only to find Hybrid Connections and read their listen keys.',
  entraHint:
    'They listen as {name}, who needs the role Azure Relay Listener and has to stay signed in. No key is kept.',
  enterManually: 'Enter Manually',
  save: 'Save',
  stop: 'Stop',
  adding: 'Adding… {done} of {count}',
  added: 'Added {name}. Connecting…',
  rootTitle: 'Use the key of RootManageSharedAccessKey?',
  rootYes: 'Use it anyway',
  appsUnread: 'Which apps use them can’t be read: {title}.',
  reading: '…',
} as const satisfies Record<string, string>);

export const configureColumnTexts = localised({
  name: 'Name',
  region: 'Region',
  namespace: 'Namespace',
  endpoint: 'Endpoint',
  listeners: 'Listeners',
  apps: 'Apps',
  note: 'Note',
} as const satisfies Record<string, string>);

export const configureCountTexts = localised({
  found: {
    one: '{count} Hybrid Connection, {can} can be added',
    other: '{count} Hybrid Connections, {can} can be added',
  },
  selected: {
    one: '{count} selected. Adds {count} listener, which Azure charges for.',
    other: '{count} selected. Adds {count} listeners, which Azure charges for.',
  },
  added: { one: 'Added {count} connection.', other: 'Added {count} connections.' },
  left: { one: '{count} wasn’t tried any more.', other: '{count} weren’t tried any more.' },
  hidden: {
    one: '{count} of them is hidden by the search.',
    other: '{count} of them are hidden by the search.',
  },
  notAdded: { one: '{count} couldn’t be added.', other: '{count} couldn’t be added.' },
  namespaces: {
    one: '{count} namespace couldn’t be read.',
    other: '{count} namespaces couldn’t be read.',
  },
  root: {
    one: '{names} has no other rule that may listen. Its key may change or delete anything in the namespace; a listen-only rule is safer.',
    other:
      '{names} have no other rule that may listen. The key may change or delete anything in the namespace; a listen-only rule is safer.',
  },
} as const satisfies Record<string, CountedText>);

export const configureNoteTexts: Readonly<
  Record<AzureObstacle | 'address' | 'unsupported' | 'typed' | 'added', string>
> = localised({
  configured: 'Already on this host',
  noEndpoint: 'No endpoint configured',
  unreadableEndpoint: 'Endpoint can’t be read',
  noClientAuthorization: 'Client authorization is off',
  noKeyPermission: 'You can’t read its keys',
  notAllowed: 'Not allowed by policy',
  address: 'Use a DNS name',
  unsupported: 'Can’t be tunnelled',
  typed: 'Endpoint typed here',
  added: 'Added',
});

/** What a note means and what to do, where no error says it. */
export const configureHelpTexts: Readonly<
  Record<Exclude<AzureObstacle, 'configured'> | 'address' | 'typed', string>
> = localised({
  noEndpoint:
    'Azure knows no endpoint for it, and apps need one. Set the “endpoint” metadata in Azure; or type it here, for this host alone.',
  unreadableEndpoint:
    'Its “endpoint” metadata isn’t host:port. Set it right in Azure; or type it here, for this host alone.',
  noClientAuthorization:
    'App Service doesn’t use such a Hybrid Connection, and Azure doesn’t let this be changed: it has to be created anew. Its rules and keys go with the old one.',
  noKeyPermission:
    'Your account lacks the permission Microsoft.Relay/namespaces/hybridConnections/authorizationRules/listKeys/action in its namespace. Ask an owner for it, or listen with an Entra token. A role at this Hybrid Connection alone isn’t seen here: who has one selects it anyway.',
  notAllowed: 'The policy of this host doesn’t allow its endpoint. Whoever runs the host can change that.',
  address: 'The endpoint is an IP address. Some apps skip it; use a DNS name that this host knows.',
  typed: 'Azure doesn’t know this endpoint: it was typed here, for this host alone.',
});

export const configureHelpPanelTexts = localised({
  title: '{name}: {note}',
  close: 'Close',
  endpoint: 'Endpoint for this host',
  endpointHint: 'host:port, like sql01.corp.contoso.com:1433',
  endpointWrong: 'Type a host and a port, like sql01:1433.',
  useEndpoint: 'Use it',
  anyway: 'Select it anyway',
} as const satisfies Record<string, string>);

export const mendToolTexts: Readonly<Record<MendTool, string>> = localised({
  az: 'Azure CLI',
  bicep: 'Bicep',
  terraform: 'Terraform',
});

export const mendLineTexts = localised({
  label: 'Lines that change it in Azure',
  copy: 'Copy',
} as const satisfies Record<string, string>);

/** What to mind of the lines; none where nothing is. */
export const mendHintTexts: Readonly<Partial<Record<MendTopic, string>>> = localised({
  endpoint: 'They replace all of its metadata. Azure CLI: for Bash or Cloud Shell.',
  clientAuthorization:
    'It is deleted first, for Bicep by hand: apps need the new keys. Azure CLI: for Bash or Cloud Shell.',
  keyPermission: 'For somebody who may assign roles. Contributor on this Hybrid Connection alone.',
});
