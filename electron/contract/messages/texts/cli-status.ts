/** English texts of `hcm status`, `start` and `stop`, and of the options that every command has. */
import { localised } from '../localised.ts';
import type { CountedText, MessageText } from '../message-text.ts';

export const globalUsageTexts = localised({
  quiet: 'only answers and errors: no notes, no confirmations',
  noColor: 'no colours (also NO_COLOR and TERM=dumb)',
} as const satisfies Record<string, string>);

export const statusUsageTexts = localised({
  status: 'Show the host and how its connections are, once, as it changes, or until they are as wanted',
  watch: 'go on showing it as it changes; without a terminal a line of JSON for each change',
  wait: 'end as soon as the connection is there, or all of them that aren’t off on purpose',
  timeout: 'with --wait: seconds until it ends with 1 and says what is in the way',
  start: 'Start a connection that was stopped',
  stop: 'Stop a connection on this host; open sessions may finish first',
  all: 'all connections of this host',
} as const satisfies Record<string, string>);

export const statusSentenceTexts = localised({
  starting: 'Starting {name}.',
  stopping: 'Stopping {name}. Open sessions may finish.',
  startsLater: '{name} starts when a host runs (hcm run).',
  staysStopped: '{name} stays stopped when a host runs.',
  isThere: '{name} is {status}.',
  looking: 'Looking for the host',
  ends: 'q or Ctrl+C ends it.',
  error: 'Error: {text}',
  warning: 'Warning: {text}',
  desktopApp: 'running in the desktop app',
  caption: '{machine} · {host} · {version}',
  notThere: 'It is no longer on this host.',
  stored: 'No host runs; these are the stored connections. Start one with hcm run.',
} as const satisfies Record<string, MessageText>);

export const statusCountTexts = localised({
  areThere: { one: '{count} connection is {status}.', other: '{count} connections are {status}.' },
  more: { one: '{count} more', other: '{count} more' },
  state: { one: '{count} {status}', other: '{count} {status}' },
} as const satisfies Record<string, CountedText>);

export const statusLabelTexts = localised({
  host: 'Host',
  kind: 'Runs as',
  version: 'Version',
  processId: 'Process id',
  since: 'Since',
  dataFolder: 'Data folder',
  connections: 'Connections',
} as const satisfies Record<string, string>);

export const statusKindTexts = localised({
  service: 'background host on {machine}',
  app: 'desktop app on {machine}',
} as const satisfies Record<string, string>);

/** What `hcm status` shows beyond `hcm list`. */
export const watchHeadTexts = localised({ traffic: 'TRAFFIC' } as const);

/** What is wrong with a command line, for HCM1060. */
export const statusUseTexts = localised({
  waitState: 'There is no such state to wait for. There are: {names}.',
  timeout: '--timeout is a number of seconds from 1 to 86400, and belongs to --wait.',
  watchTable: 'A table that is kept up to date needs a terminal. Use --output json.',
} as const satisfies Record<string, string>);
