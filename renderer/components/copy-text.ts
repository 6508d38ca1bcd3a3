/** Details of connections as plain text for whoever helps. Made from the view alone, which never holds a key. Pure. */
import { connectionRow } from '../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { ErrorData } from '../../electron/contract/errors.ts';
import { unknownValue } from '../../electron/contract/format.ts';
import { copiedDetailsTexts } from '../../electron/contract/messages/texts/actions.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { describeError, endpointStatusWord, statusWord } from '../../electron/contract/messages/messages.ts';

export interface CopiedVersions {
  readonly app: string;
  readonly host: string;
}

export function copyText(views: readonly ConnectionView[], versions: CopiedVersions): string {
  const last = fillText(copiedDetailsTexts.versions, { app: versions.app, host: versions.host });
  return `${[...views.map(detailsOf), last].join('\n\n')}\n`;
}

function detailsOf(view: ConnectionView): string {
  const row = connectionRow(view);
  const status = withProblem(statusWord(view.azure.status), view.azure.problem);
  const values = {
    name: row.name,
    namespace: row.namespace,
    address: row.serviceBusEndpoint,
    endpoint: row.endpoint ?? unknownValue,
    // ISO with its zone: who reads it may live elsewhere.
    status: fillText(copiedDetailsTexts.since, {
      value: status,
      time: new Date(view.azure.since).toISOString(),
    }),
    endpointStatus: withProblem(endpointStatusWord(view.endpoint.status), view.endpoint.problem),
    listeners: row.numberOfListeners ?? unknownValue,
    sessions: row.sessions,
    id: row.id,
  } as const satisfies Partial<Record<keyof typeof copiedDetailsTexts, string | number>>;
  const names = Object.keys(values) as readonly (keyof typeof values)[];
  return names.map((name) => fillText(copiedDetailsTexts[name], { value: values[name] })).join('\n');
}

function withProblem(word: string, problem: ErrorData | null): string {
  if (problem === null) return word;
  const { code, title } = describeError(problem);
  const trackingId = problem.details['trackingId'] ?? '';
  const text = trackingId === '' ? copiedDetailsTexts.withProblem : copiedDetailsTexts.withTracking;
  return fillText(text, { word, code, problem: title, trackingId });
}
