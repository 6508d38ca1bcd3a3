/** The rows of Configure New Hybrid Connections: what they say, searched and sorted. Pure. */
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { unknownValue } from '../../../electron/contract/format.ts';
import { formatHostPort, parseHostPort } from '../../../electron/contract/host-port.ts';
import {
  configureTexts,
  configureHelpTexts,
  configureNoteTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { describeError, describeNotice } from '../../../electron/contract/messages/messages.ts';
import { canAdd, isAdded, type Choice } from './choice.ts';
import { joinList, joinSentences } from '../../../electron/contract/messages/join-texts.ts';
import { compareNames } from '../../../electron/contract/locale-formats.ts';

type Usage = CallOutput<'azure.browsed'>['usage'];

export const chooseColumns = [
  'name',
  'region',
  'namespace',
  'endpoint',
  'listeners',
  'apps',
  'note',
] as const;

export type ChooseColumn = (typeof chooseColumns)[number];

export interface ChooseSort {
  readonly column: ChooseColumn;
  readonly descending: boolean;
}

export interface RowNote {
  readonly text: string;
  /** Green for done, amber for mind, red for failed, grey for can't. */
  readonly tone: 'good' | 'watch' | 'act' | 'quiet';
  /** What it means and what to do; null where there is no more to say. */
  readonly help: string | null;
}

/** `host:port` by hand before Azure's; empty when neither is known. */
export function endpointText({ resourceId, endpoint }: AzureConnection, { endpoints }: Choice): string {
  return endpoints.get(resourceId) ?? (endpoint === null ? '' : formatHostPort(endpoint));
}

export function noteOf(row: AzureConnection, choice: Choice): RowNote | null {
  const { resourceId, obstacle } = row;
  if (isAdded(resourceId, choice)) return { text: configureNoteTexts.added, tone: 'good', help: null };
  const problem = choice.outcomes.get(resourceId);
  if (problem) {
    const { title, cause, next } = describeError(problem);
    return { text: title, tone: 'act', help: joinSentences([cause, next]) };
  }
  if (obstacle !== null && !canAdd(row, choice)) {
    const help = obstacle === 'configured' ? null : configureHelpTexts[obstacle];
    return { text: configureNoteTexts[obstacle], tone: 'quiet', help };
  }
  const reading = parseHostPort(endpointText(row, choice));
  if (reading.ok && reading.kind !== 'name')
    return { text: configureNoteTexts.address, tone: 'watch', help: configureHelpTexts.address };
  const notices = reading.ok ? portNotices(reading) : [];
  if (notices.length > 0)
    return {
      text: configureNoteTexts.unsupported,
      tone: 'watch',
      help: joinSentences(notices.map(describeNotice)),
    };
  // It can be looked at, and typed anew.
  if (choice.endpoints.has(resourceId))
    return { text: configureNoteTexts.typed, tone: 'quiet', help: configureHelpTexts.typed };
  return null;
}

/** Names of the apps that use each, by resource id in lower case. */
export type AppsById = ReadonlyMap<string, string>;

export function appsById({ connections }: Usage): AppsById {
  return new Map(
    connections.map(({ resourceId, apps }) => [resourceId, joinList(apps.map(({ name }) => name))]),
  );
}

export interface AppsKnown {
  readonly state: Usage['state'];
  readonly byId: AppsById;
}

export function appsText({ resourceId }: AzureConnection, { state, byId }: AppsKnown): string {
  const known = byId.get(resourceId.toLowerCase());
  if (known !== undefined) return known;
  return state === 'reading' ? configureTexts.reading : unknownValue;
}

export function searched(
  rows: readonly AzureConnection[],
  text: string,
  choice: Choice,
): readonly AzureConnection[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    [row.name, row.namespace, endpointText(row, choice)].some((part) => part.toLowerCase().includes(wanted)),
  );
}

/** Equal ones by namespace and name, so that none jumps. */
export function sorted(
  rows: readonly AzureConnection[],
  { column, descending }: ChooseSort,
  words: (row: AzureConnection) => string,
): readonly AzureConnection[] {
  const sign = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: column === 'listeners' ? '' : words(row) }));
  keyed.sort((one, other) => {
    const first =
      column === 'listeners'
        ? (one.row.listeners ?? -1) - (other.row.listeners ?? -1)
        : compareNames(one.key, other.key);
    return (
      sign * first ||
      compareNames(one.row.name, other.row.name) ||
      compareNames(one.row.namespace, other.row.namespace)
    );
  });
  return keyed.map(({ row }) => row);
}

/** What a column says about a row. */
export function cellText(
  column: ChooseColumn,
  row: AzureConnection,
  { choice, apps }: { readonly choice: Choice; readonly apps: AppsKnown },
): string {
  switch (column) {
    case 'name':
    case 'region':
    case 'namespace':
      return row[column];
    case 'endpoint':
      return endpointText(row, choice) || unknownValue;
    case 'listeners':
      return row.listeners === null ? unknownValue : String(row.listeners);
    case 'apps':
      return appsText(row, apps);
    case 'note':
      return noteOf(row, choice)?.text ?? '';
  }
}
