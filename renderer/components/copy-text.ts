/** Details of connections as plain text for whoever helps. Made from the view alone, which never holds a key. Pure. */
import { connectionRow } from '../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { ErrorData } from '../../electron/contract/errors.ts';
import { unknownValue } from '../../electron/contract/format.ts';
import { enCopiedDetails } from '../../electron/contract/messages/en-actions.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError } from '../../electron/contract/messages/messages.ts';

export interface CopiedVersions {
  readonly app: string;
  readonly host: string;
}

export function copyText(views: readonly ConnectionView[], versions: CopiedVersions): string {
  const last = fillText(enCopiedDetails.versions, { app: versions.app, host: versions.host });
  return `${[...views.map(detailsOf), last].join('\n\n')}\n`;
}

function detailsOf(view: ConnectionView): string {
  const row = connectionRow(view);
  const status = withProblem(row.status, view.azure.problem);
  const values = {
    name: row.name,
    namespace: row.namespace,
    address: row.serviceBusEndpoint,
    endpoint: row.endpoint ?? unknownValue,
    // ISO with its zone: who reads it may live elsewhere.
    status: fillText(enCopiedDetails.since, {
      value: status,
      time: new Date(view.azure.since).toISOString(),
    }),
    endpointStatus: withProblem(row.endpointStatus, view.endpoint.problem),
    listeners: row.numberOfListeners ?? unknownValue,
    sessions: row.sessions,
    id: row.id,
  } as const satisfies Partial<Record<keyof typeof enCopiedDetails, string | number>>;
  const names = Object.keys(values) as readonly (keyof typeof values)[];
  return names.map((name) => fillText(enCopiedDetails[name], { value: values[name] })).join('\n');
}

function withProblem(word: string, problem: ErrorData | null): string {
  if (problem === null) return word;
  const { code, title } = describeError(problem);
  const trackingId = problem.details['trackingId'] ?? '';
  const text = trackingId === '' ? enCopiedDetails.withProblem : enCopiedDetails.withTracking;
  return fillText(text, { word, code, problem: title, trackingId });
}
