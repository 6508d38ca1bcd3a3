/**
 * One Hybrid Connection of Azure as a row for the store, with both keys of the rule that may do least, or with none. Keeps
 * nothing.
 *
 * Invariant: a key that may do more than a yes allows is never fetched, and none at all for one that listens with an account.
 */
import { HcmError } from '../../contract/errors.ts';
import type { CallInput } from '../../contract/api.ts';
import type { AzureResource, EntraSignIn } from '../../contract/connection.ts';
import { defaultRelayPort } from '../../contract/relay-endpoint.ts';
import { newKeylessConnection, readNewConnection, type NewConnection } from '../new-connection.ts';
import type { ArmClient } from './arm-client.ts';
import { connectionQuestion, keysQuestion, namespaceQuestion, type NamespacePlace } from './arm-resources.ts';
import { isRelayHost, type AzureCloud } from './clouds.ts';
import { rulesOf } from './kept-rule.ts';
import { hasRoot, leastListenRule, rootRule, type ChosenRule } from './listen-rule.ts';
import { obstacleInAzure } from './obstacle.ts';

export interface FetchInput {
  readonly place: NamespacePlace;
  readonly tenantId: string;
  readonly name: string;
  /** host:port by hand; undefined: the one in Azure's metadata. */
  readonly endpoint: string | undefined;
  readonly mayUseRootKey: boolean;
  /** Listens with this account's tokens; null: with a key. */
  readonly entra: EntraSignIn | null;
  readonly by: string | undefined;
}

export interface Fetched extends NewConnection {
  /** A secret; null where Azure names none. */
  readonly secondary: string | null;
}

/** @throws HcmError HCM60xx, HCM10xx */
export async function fetchConnection(
  input: FetchInput,
  { arm, cloud, nowMs }: { readonly arm: ArmClient; readonly cloud: AzureCloud; readonly nowMs: number },
): Promise<Fetched> {
  const { place, name } = input;
  const details = { name, namespace: place.namespace, group: place.resourceGroup };
  const [namespace, connection] = await Promise.all([
    arm.ask(namespaceQuestion(place)),
    arm.ask(connectionQuestion(place, name)),
  ]);
  const obstacle = obstacleInAzure(connection);
  if (obstacle === 'noClientAuthorization') throw new HcmError('HCM6042', details);
  if (obstacle !== null && input.endpoint === undefined) throw new HcmError('HCM6043', details);
  const address = relayAddress(namespace.properties?.serviceBusEndpoint ?? '', cloud);
  const known = {
    address,
    connectionName: connection.name,
    resource: { cloud: cloud.name, tenantId: input.tenantId, ...place },
  };
  return input.entra === null
    ? withKeys(input, arm, known, nowMs)
    : withoutKey(input, input.entra, known, nowMs);
}

interface Known {
  /** `host[:port]` of the namespace. */
  readonly address: string;
  readonly connectionName: string;
  readonly resource: AzureResource;
}

async function withKeys(
  input: FetchInput,
  arm: ArmClient,
  { address, connectionName, resource }: Known,
  nowMs: number,
): Promise<Fetched> {
  const { place, name } = input;
  const rule = await chooseRule(arm, input);
  const keys = await arm.ask(keysQuestion(place, rule.isOwn ? name : null, rule.name));
  const connectionString = `Endpoint=sb://${address}/;SharedAccessKeyName=${rule.name};SharedAccessKey=${keys.primaryKey};EntityPath=${connectionName}`;
  const made = readNewConnection({ connectionString, ...given(input) }, nowMs);
  const secondary = keys.secondaryKey ?? null;
  const config = { ...made.config, secondaryKeyName: secondary === null ? null : rule.name, resource };
  return { ...made, config, secondary };
}

function withoutKey(
  input: FetchInput,
  entra: EntraSignIn,
  { address, connectionName, resource }: Known,
  nowMs: number,
): Fetched {
  const url = new URL(`https://${address}`);
  const relay = {
    host: url.hostname,
    port: url.port === '' ? defaultRelayPort : Number(url.port),
    name: connectionName,
  };
  return { ...newKeylessConnection(relay, given(input), nowMs, { entra, resource }), secondary: null };
}

function given({ endpoint, by }: FetchInput): Pick<CallInput<'connections.add'>, 'endpoint' | 'addedBy'> {
  return { ...(endpoint === undefined ? {} : { endpoint }), ...(by === undefined ? {} : { addedBy: by }) };
}

/** The one that may do least. @throws HcmError HCM6040, HCM6041, HCM60xx */
export async function chooseRule(
  arm: ArmClient,
  { place, name, mayUseRootKey }: Pick<FetchInput, 'place' | 'name' | 'mayUseRootKey'>,
): Promise<ChosenRule> {
  const own = leastListenRule(await rulesOf(arm, place, name));
  if (own !== null) return { name: own.name, isOwn: true };
  const ofNamespace = await rulesOf(arm, place, null);
  const shared = leastListenRule(ofNamespace);
  if (shared !== null) return { name: shared.name, isOwn: false };
  const details = { name, namespace: place.namespace, group: place.resourceGroup };
  if (!hasRoot(ofNamespace)) throw new HcmError('HCM6040', details);
  if (!mayUseRootKey) throw new HcmError('HCM6041', details);
  return { name: rootRule, isOwn: false };
}

/** `host[:port]` of a namespace, which must be one of the cloud's. @throws HcmError HCM6044 */
function relayAddress(serviceBusEndpoint: string, cloud: AzureCloud): string {
  const url = URL.canParse(serviceBusEndpoint) ? new URL(serviceBusEndpoint) : null;
  if (url?.protocol !== 'https:' || !isRelayHost(cloud, url.hostname))
    throw new HcmError('HCM6044', { host: url?.host ?? '' });
  return url.host;
}
