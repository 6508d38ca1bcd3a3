/** English texts of `hcm logs`. */
import { localised } from '../localised.ts';
import type { MessageText } from '../message-text.ts';

export const logsUsageTexts = localised({
  logs: 'Show the log of the host, its sessions or its activity, with and without a host that runs',
  connection: 'only lines of this connection: name, namespace/name or id',
  follow: 'go on with new lines as they come, until Ctrl+C',
  since: 'only from then on: 30s, 15m, 2h, 7d, or a date and time such as 2026-11-22T10:00',
  level: 'only lines that are at least so serious',
  lines: 'how many of the last lines, 0 to 100000; without it 100, or all with --since',
  activity: 'what happened to the connections, instead of the log',
  sessions: 'the sessions that have ended, instead of the log',
  path: 'print where the files are, and nothing else',
} as const);

export const logsWordTexts = localised({
  none: 'There are no such lines in {file}.',
  session: '{name}: {peer} to {endpoint}, {time}, {toEndpoint} to endpoint, {toApp} to app. {why}',
  unknownPeer: 'unknown app',
  activity: ['{name}: {sentence} ({by})', '{name}: {sentence}'],
} as const satisfies Record<string, MessageText>);
