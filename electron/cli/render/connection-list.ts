/** Connections for people: `hcm list` as a table, `hcm show` as labelled values. Same words as the window. */
import type { KeySlot } from '../../contract/connection.ts';
import { connectionRow } from '../../contract/connection-row.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { formatBytes, formatMoment, unknownValue } from '../../contract/format.ts';
import { sessionsText } from '../../contract/messages/connection-figures.ts';
import { detailLabelTexts, tableHeadTexts } from '../../contract/messages/texts/cli.ts';
import { momentWordTexts } from '../../contract/messages/texts/status.ts';
import { keyText } from '../../contract/messages/detail-values.ts';
import { keyState } from '../../contract/messages/key-words.ts';
import type { Paint } from '../paint.ts';
import { errorLines } from '../print-error.ts';
import { azureCell, endpointCell } from './leg-cells.ts';
import { renderDetails, renderTable } from './table.ts';

export function renderConnectionTable(views: readonly ConnectionView[], now: number, paint: Paint): string {
  const heads = tableHeadTexts;
  return renderTable([
    [heads.name, heads.status, heads.namespace, heads.endpoint, heads.endpointStatus, heads.sessions],
    ...views.map((view) => {
      const row = connectionRow(view);
      return [
        row.name,
        azureCell(view, now, paint),
        row.namespace,
        row.endpoint ?? unknownValue,
        endpointCell(view, paint),
        sessionsText(view),
      ];
    }),
  ]);
}

export function renderConnectionDetails(view: ConnectionView, now: number, paint: Paint): string {
  const labels = detailLabelTexts;
  const row = connectionRow(view);
  const { problem } = view.azure;
  const why = problem ?? view.endpoint.problem;
  const details = renderDetails([
    [labels.name, row.name],
    [labels.status, azureCell(view, now, paint)],
    [labels.namespace, row.namespace],
    [labels.endpoint, row.endpoint ?? unknownValue],
    ...(row.endpointInAzure === null ? [] : [[labels.endpointInAzure, row.endpointInAzure] as const]),
    [labels.endpointStatus, endpointCell(view, paint)],
    [labels.serviceBusEndpoint, row.serviceBusEndpoint],
    ...(row.proxy === null ? [] : [[labels.proxy, row.proxy] as const]),
    [labels.numberOfListeners, row.numberOfListeners === null ? unknownValue : String(row.numberOfListeners)],
    [labels.sessions, sessionsText(view)],
    [labels.bytesIn, formatBytes(row.bytesIn)],
    [labels.bytesOut, formatBytes(row.bytesOut)],
    ...keyRows(view, now),
    [labels.createdOn, moment(row.createdOn, now)],
    [labels.lastUpdated, moment(row.lastUpdated, now)],
    [labels.id, row.id],
  ]);
  if (why === null) return details;
  return `${details}\n${errorLines(why).join('\n')}\n`;
}

/** Never the value of a key: the name of its rule, and how it fares. */
function keyRows(view: ConnectionView, now: number): readonly (readonly [string, string])[] {
  const labels = detailLabelTexts;
  const { keyName, secondaryKeyName, entra } = view.config;
  if (entra !== null)
    return [[labels.key, withLine(keyText(view, 'primary'), keyState(view, 'primary', now)?.text ?? '')]];
  const row = (label: string, name: string, slot: KeySlot): readonly [string, string] => [
    label,
    withLine(name === '' ? unknownValue : name, keyState(view, slot, now)?.text ?? ''),
  ];
  return secondaryKeyName === null
    ? [row(labels.key, keyName, 'primary')]
    : [row(labels.primaryKey, keyName, 'primary'), row(labels.secondaryKey, secondaryKeyName, 'secondary')];
}

function withLine(word: string, line: string): string {
  return line === '' ? word : `${word} · ${line}`;
}

function moment(iso: string | null, now: number): string {
  return iso === null ? unknownValue : formatMoment(Date.parse(iso), now, momentWordTexts);
}
