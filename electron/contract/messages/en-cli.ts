/**
 * English texts of the command line: help, prompts, notes and what it says when something is done. `usage` holds what
 * stands in the help; the rest are sentences on the terminal.
 */
import type { ErrorCode } from '../errors.ts';
import type { CountedText } from './message-text.ts';

/** Next steps that are other ones at a command line than in a window. */
export const enCliNext: Readonly<Partial<Record<ErrorCode, string>>> = {
  HCM1001: 'Give it as an argument, on standard input (hcm add -) or with --connection-string-file.',
  HCM1008: 'Use the string of one Hybrid Connection, or give its name with --name.',
  HCM1040: 'To use a new key, give it with hcm update.',
  HCM1041: 'See what there is with hcm list.',
  HCM1042: 'Use namespace/name or the id; hcm list shows both.',
  HCM1050: 'Give a PEM file with the CA’s certificate to --ca-file.',
  HCM1046: 'Add --connection-string-file with a connection string of the new one, or of the whole namespace.',
  HCM1075: 'Run the command again; see the plan first with hcm plan.',
  HCM1060: 'See how it is used with hcm help.',
  HCM1091: 'Wait longer with --timeout, or see with hcm status what is in the way.',
  HCM1083: 'Add this connection with hcm add, or correct the file.',
  HCM1088: 'Add it with hcm add and its connection string.',
  HCM1089: 'Choose another name, or say --force.',
  HCM2010: 'Give the CA’s file with --ca-file, or let this host trust the CA.',
  HCM2020: 'Give it the new string: hcm update with --connection-string.',
  HCM2065: 'Set it: hcm proxy --mode manual --url http://user@host:port --password -',
  HCM2067: 'Set it again: hcm proxy --password -',
  HCM2070: 'See it with hcm proxy, and correct it there or in the environment.',
  HCM2041: 'Give it with --endpoint host:port, or add the “endpoint” metadata in Azure.',
  HCM1044: 'See what hcm show says now, and accept that.',
  HCM4010: 'Give it its string again: hcm update with --connection-string.',
  HCM5001: 'Start one with hcm run.',
  HCM5030: 'Give another port with --http, or 0 for any free one.',
  HCM5031: 'Use --http 127.0.0.1:PORT, or allow it with --http-public.',
  HCM6001: 'Sign in with hcm login.',
  HCM6004: 'Sign in again with hcm login.',
  HCM6011: 'Use hcm login --device-code.',
  HCM6014: 'See who is signed in with hcm account list.',
  HCM6041: 'Make a rule with the right Listen in Azure, or allow the root key with --allow-root-key.',
  HCM6043: 'Give it with --endpoint host:port, or add the “endpoint” metadata in Azure.',
  HCM6050: 'Sign in with hcm login with an account that may see it, with the role Reader at least.',
  HCM6052: 'Fetch the keys of another rule with hcm sync-keys.',
  HCM7001: 'Choose another port with --port.',
  HCM7002: 'Choose a port above 1023 with --port.',
};

export const enCliUsage = {
  program: 'Lets apps in Azure reach services in your network through Azure Relay Hybrid Connections.',
  output: 'table, json or yaml; json when the output is not a terminal',
  streamOutput: 'table or json; json when the output is not a terminal',
  add: 'Add a Hybrid Connection from its connection string, or from Azure after hcm login',
  addString:
    'the gateway connection string; - reads it from standard input. As an argument other users of this computer can see it',
  addCaFile: 'PEM file of the CA that alone is trusted for this relay',
  addEndpoint: 'endpoint by hand, where Azure’s metadata lacks it',
  addName: 'name of the Hybrid Connection, where the string is one of a whole namespace',
  connectionStringFile: 'read the connection string from a file',
  list: 'List the connections of this host',
  show: 'Show one connection',
  connection: 'name, namespace/name or id',
  namespace: 'namespace of the connection (also -ns)',
  name: 'name of the connection',
  remove: 'Remove a connection from this host; nothing is deleted in Azure',
  yes: 'remove without asking; a script that says -ns and -n can do without',
  update: 'Give a connection other keys, another endpoint or another name',
  updateString:
    'connection string with the new key, which Azure is asked about first; - reads it from standard input. As an argument other users of this computer can see it',
  updateSecondary: 'the same for a second key, which takes over when Azure refuses the first one',
  updateSecondaryFile: 'read the string with the second key from a file',
  updateRemoveSecondary: 'forget the second key',
  updateEndpoint: 'endpoint by hand; azure: back to the one that Azure names',
  updateAcceptEndpoint: 'use the endpoint that Azure names now',
  config: 'Read and change the settings of this host, or the limits of one connection',
  configList: 'List all with their values, defaults and limits',
  configGet: 'Show one',
  configSet:
    'Change one; what runs falls under it at once, but for extraCaFile, httpAddress and logLevel, which count from the next start',
  configUnset: 'Back to the default, or for a connection to what the host’s settings say',
  configConnection: 'name, namespace/name or id of the connection whose limits are meant',
  configName: 'name as hcm config list shows it',
  configValue: 'a number in the unit that hcm config list shows, or a word',
  restart: 'Stop a connection and start it again; open sessions may finish first',
  run: 'Run the connections in the foreground, until Ctrl+C or SIGTERM',
  forward: 'Be the app’s side: listen on a local port and send through a Hybrid Connection',
  forwardString: 'the send connection string; - reads it from standard input',
  forwardPort: 'local port to listen on; 0 for any free one',
  forwardBind: 'local address to listen on',
  relay: 'Run a local relay, for trying things out without Azure',
  relayPort: 'port to listen on; 0 for any free one',
  relayData: 'folder of its keys and certificates',
  relayEntity: 'name of a Hybrid Connection of it; repeatable',
  relayEndpoint: 'endpoint of the Hybrid Connection in the same place; repeatable',
  relayJson: 'print one line of JSON once it listens',
  relayEvents: 'with --json: print every event of the relay as a line, too',
  relayFaults: '- reads faults from standard input, one line of JSON each',
  demo: 'Show the whole way once, with a local relay and a small service',
  demoExit: 'end when the way was shown',
  version: 'Show the version',
  help: 'Show how a command is used',
  after: [
    'Environment: HCM_HOME (data folder), HCM_CONTROL (folder of another account’s host), HCM_CONNECTION_STRING',
    '(for add and forward), HCM_AZURE_SECRET (for login), HCM_EXTRA_CA_CERTS (PEM file of further CAs).',
    'Exit codes: 0 done, 1 not done, 2 wrong use, 3 the command needs a host and none runs, 10 hcm plan found',
    'something to change.',
  ].join('\n'),
} as const;

export const enCliSentences = {
  added: 'Added {name}. It connects at once.',
  addedAtRest: 'Added {name}. It connects when a host runs (hcm run).',
  addedDiscontinued: 'Added {name}. BizTalk Hybrid Connections reached end of life, so it can’t connect.',
  removed: 'Removed {name} from this host. Nothing is deleted in Azure.',
  restarted: 'Restarting {name}.',
  keyReplaced: 'Azure accepted the {key} of {name}. It is kept from now on.',
  secondaryRemoved: 'Removed the secondary key of {name}.',
  noSecondary: '{name} has no secondary key.',
  endpointChanged: 'New sessions of {name} go to {endpoint}. Open ones stay where they are.',
  noOtherEndpoint: 'Azure names no other endpoint for {name}.',
  notRemoved: 'Nothing is removed.',
  removeQuestion:
    'Remove {name} from this host? Apps can’t reach its endpoint through this host any more. [y/N]',
  promptString: 'Connection string (it stays hidden):',
  noConnections: 'No connections yet. Add one with hcm add.',
  noHost: 'No host runs, so these are the stored connections. Start one with hcm run.',
  argumentVisible:
    'Other users of this computer can see arguments. Give the string on standard input (-) or with --connection-string-file.',
  ready: 'Host {processId} runs {connections}. Data folder: {folder}. Ctrl+C ends it.',
  stopping: 'Stopping. Open sessions may finish; Ctrl+C again ends them.',
  stopped: 'Stopped.',
  changed: '{name}: {status}, endpoint {endpointStatus}. {line}',
  removedWhileRunning: 'Removed {name}.',
  forwarding: 'Listening on {address}. Each connection goes to {name} in {host}. Ctrl+C ends it.',
  relayReady: 'Local relay listens on {url}. Ctrl+C ends it.',
  relayCaFile: 'CA file: {file}',
  relayEntity: '{name}, endpoint {endpoint}',
  relayEntityWithout: '{name}, without an endpoint',
  relayGateway: 'For the host (hcm add): {text}',
  relaySend: 'For the app (hcm forward): {text}',
} as const satisfies Record<string, string>;

export const enCliCounts = {
  connections: { one: '{count} connection', other: '{count} connections' },
  removedSessions: { one: '{count} session was closed.', other: '{count} sessions were closed.' },
} as const satisfies Record<string, CountedText>;

/** What is wrong with a command line, for HCM1060; `{name}` is an option or argument as it was typed. */
export const enCliUse = {
  noCommand: 'A command is missing.',
  unknownCommand: 'There is no command {name}.',
  unknownOption: 'There is no option {name}.',
  missingArgument: 'The argument {name} is missing.',
  missingValue: 'The option {name} needs a value.',
  missingOption: 'The option {name} is missing.',
  tooManyArguments: 'There are more arguments than the command takes.',
  choice: 'The value of {name} can’t be used.',
  severalSources: 'The connection string comes from several places. Give it once.',
  nothingToUpdate: 'Say what to change: a connection string, a secondary one, the endpoint, or the name.',
  oneStandardInput: 'Only one connection string can come from standard input.',
  contradiction: '{name} contradicts another option.',
  needsYes: 'Without a terminal the option --yes is needed.',
  pairs: 'Each --entity needs one --endpoint, in the same order.',
  entityTwice: 'The same --entity is there twice.',
  port: 'A port is a number from 0 to 65535.',
  address: '{name} needs an IP address.',
  unknownSetting: 'There is no such setting. There are: {names}.',
  faultsSource: 'Faults come from standard input: --faults -.',
} as const satisfies Record<string, string>;

/** `{fallback}` holds without a value of its own. */
export const enConfigWords = {
  none: 'none',
  unchanged: '{value}',
  changed: '{value} (set here; without that {fallback})',
} as const satisfies Record<string, string>;

export const enTableHeads = {
  setting: 'SETTING',
  value: 'VALUE',
  fallback: 'INSTEAD OF',
  allowed: 'ALLOWED',
  about: 'WHAT IT IS',
  name: 'NAME',
  status: 'STATUS',
  namespace: 'NAMESPACE',
  endpoint: 'ENDPOINT',
  endpointStatus: 'ENDPOINT STATUS',
  sessions: 'SESSIONS',
} as const satisfies Record<string, string>;

/** Labels of `hcm show`, in the window's words. */
export const enDetailLabels = {
  name: 'Name',
  status: 'Status',
  namespace: 'Namespace',
  endpoint: 'Endpoint',
  endpointStatus: 'Endpoint status',
  serviceBusEndpoint: 'Service Bus address',
  proxy: 'Proxy',
  numberOfListeners: 'Listeners',
  sessions: 'Sessions',
  bytesIn: 'To endpoint',
  bytesOut: 'To app',
  endpointInAzure: 'Endpoint in Azure',
  key: 'Key',
  primaryKey: 'Primary key',
  secondaryKey: 'Secondary key',
  createdOn: 'Created on',
  lastUpdated: 'Last updated',
  id: 'Id',
} as const satisfies Record<string, string>;

export const enCli = {
  next: enCliNext,
  usage: enCliUsage,
  sentences: enCliSentences,
  counts: enCliCounts,
  use: enCliUse,
  heads: enTableHeads,
  labels: enDetailLabels,
} as const;
