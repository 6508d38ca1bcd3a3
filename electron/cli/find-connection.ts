/** Finds the connection that a person means: by id, by name where it is unique, by `namespace/name`. */
import type { Host } from '../contract/api.ts';
import { connectionRow, type ConnectionRow } from '../contract/connection-row.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { HcmError } from '../contract/errors.ts';
import { redactConnectionString } from '../contract/redact-connection-string.ts';
import { listedUpTo } from './listed-up-to.ts';

export interface ConnectionChoice {
  /** Name, `namespace/name` or id. */
  readonly text?: string | undefined;
  readonly namespace?: string | undefined;
  readonly name?: string | undefined;
}

const shownCandidates = 10;

/** @throws HcmError HCM1041 when there is none, HCM1042 when there are several. */
export function findConnection(views: readonly ConnectionView[], choice: ConnectionChoice): ConnectionView {
  const found = views.filter((view) => isMeant(connectionRow(view), view.config.host, choice));
  const [only, ...others] = found;
  // A connection string in the place of a name would otherwise be on the screen with its key.
  const name = redactConnectionString(choice.text ?? choice.name ?? '');
  if (only === undefined) throw new HcmError('HCM1041', { name });
  if (others.length > 0)
    throw new HcmError('HCM1042', { name, count: found.length, candidates: listed(found) });
  return only;
}

/** All of the host's where none is named. @throws HcmError HCM1041, HCM1042 */
export async function chosenConnections(
  host: Host,
  { text, namespace, name }: ConnectionChoice,
): Promise<readonly ConnectionView[]> {
  const { connections } = await host.call('connections.snapshot', {});
  const isNamed = [text, namespace, name].some((one) => one !== undefined);
  return isNamed ? [findConnection(connections, { text, namespace, name })] : connections;
}

function isMeant(row: ConnectionRow, host: string, { text, namespace, name }: ConnectionChoice): boolean {
  const namespaces = [row.namespace, row.serviceBusEndpoint, host];
  if (namespace !== undefined && !namespaces.some((one) => same(one, namespace))) return false;
  if (name !== undefined && !same(row.name, name)) return false;
  if (text === undefined) return true;
  return (
    same(row.id, text) || same(row.name, text) || namespaces.some((one) => same(`${one}/${row.name}`, text))
  );
}

function listed(views: readonly ConnectionView[]): string {
  const rows = views.map(connectionRow);
  const short = rows.map((row) => `${row.namespace}/${row.name}`);
  const unique = new Set(short.map((one) => one.toLowerCase())).size === short.length;
  const shown = unique ? short : rows.map((row) => `${row.serviceBusEndpoint}/${row.name}`);
  return listedUpTo(shownCandidates, shown);
}

/** Names are compared without case, as the service does (relay-protocol §1.3). */
function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
