/**
 * Why a Hybrid Connection of Azure can't be added as it is (S38, S39). Pure. The one that is told is the hardest to mend: what only
 * lacks a key can still be listened on with a token.
 */
import { isIP } from 'node:net';
import type { AzureObstacle } from '../../contract/azure.ts';
import type { MayDial } from '../policy/may-dial.ts';
import { readEndpoint } from '../relay/entity-info.ts';
import type { ArmConnection } from './arm-resources.ts';

export interface ObstacleFacts {
  readonly mayDial: MayDial;
  /** Null where Azure doesn't tell: then trying shows it. */
  readonly mayReadKeys: boolean | null;
}

/** Of what Azure keeps of it, whoever asks. */
export function obstacleInAzure({
  properties,
}: ArmConnection): Extract<
  AzureObstacle,
  'noClientAuthorization' | 'noEndpoint' | 'unreadableEndpoint'
> | null {
  if (properties?.requiresClientAuthorization === false) return 'noClientAuthorization';
  const { kind } = readEndpoint(properties?.userMetadata ?? '');
  if (kind === 'found') return null;
  return kind === 'missing' ? 'noEndpoint' : 'unreadableEndpoint';
}

export function obstacleOf(
  connection: ArmConnection,
  { mayDial, mayReadKeys }: ObstacleFacts,
): AzureObstacle | null {
  const inAzure = obstacleInAzure(connection);
  if (inAzure !== null) return inAzure;
  const endpoint = readEndpoint(connection.properties?.userMetadata ?? '');
  // What a name stands for is known only when it is dialled, and is asked about then.
  if (endpoint.kind === 'found' && isIP(endpoint.host) !== 0) {
    const { host, port } = endpoint;
    if (!mayDial(host, port, host).allowed) return 'notAllowed';
  }
  return mayReadKeys === false ? 'noKeyPermission' : null;
}
