/**
 * The answer of `/readyz`. Pure: from what the host is doing and what its connections show.
 *
 * A host is ready when it serves and every connection that is to run is connected to Azure. An endpoint that is out of reach is
 * no reason: another host couldn't reach it either, and sessions tell.
 */
import { connectionRow } from '../../contract/connection-row.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { isConnected, isWanted } from './connection-condition.ts';

export type HostPhase = 'starting' | 'serving' | 'stopping';

export interface UnreadyConnection {
  readonly namespace: string;
  readonly name: string;
  /** The word of `hcm list`. */
  readonly status: string;
  readonly code: ErrorCode | null;
}

export interface Readiness {
  readonly ready: boolean;
  readonly host: HostPhase;
  /** Those that stand in the way. */
  readonly connections: readonly UnreadyConnection[];
}

/** @param wanted name, `namespace/name` or id of the ones that are asked about; null: of all. @returns null when none is meant */
export function readiness(
  host: HostPhase,
  views: readonly ConnectionView[],
  wanted: string | null,
): Readiness | null {
  const asked = wanted === null ? views.filter(isWanted) : views.filter((view) => isMeant(view, wanted));
  if (wanted !== null && asked.length === 0) return null;
  const connections = asked.filter((view) => !isConnected(view)).map(unready);
  return { ready: host === 'serving' && connections.length === 0, host, connections };
}

function unready(view: ConnectionView): UnreadyConnection {
  const { namespace, name, status } = connectionRow(view);
  return { namespace, name, status, code: view.azure.problem?.code ?? null };
}

/** Names are compared without case, as the service does (relay-protocol §1.3). */
function isMeant(view: ConnectionView, wanted: string): boolean {
  const { id, namespace, serviceBusEndpoint, name } = connectionRow(view);
  const texts = [id, name, `${namespace}/${name}`, `${serviceBusEndpoint}/${name}`];
  return texts.some((text) => text.toLowerCase() === wanted.toLowerCase());
}
