/**
 * What is wrong right now, told from what the connections show and the host has noted. Pure; how long it lasts, what
 * hides it and whether it shows is the reducer's.
 */
import type { ConnectionView } from '../../contract/connection-view.ts';
import type { ErrorData } from '../../contract/errors.ts';
import { errorTable } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import type { HealthItem } from '../../contract/health.ts';
import type { HealthCode } from '../../contract/health-table.ts';
import { waitForNetwork } from '../../contract/network-gone.ts';

/** An item without the time; conditions `about` something else are others, even if they look the same. */
export type HealthCondition = Omit<HealthItem, 'since'> & { readonly about?: string };

/** What is looked at of one connection. */
export type ConnectionFacts = Pick<
  ConnectionView,
  'config' | 'azure' | 'endpoint' | 'listeners' | 'endpointInAzure' | 'keys' | 'tokenProblem' | 'limitHit'
> & {
  /** Since when an attempt to connect has been under way; null while none is. `azure` is what it was before a retry. */
  readonly connectingSince: number | null;
};

/** Conditions of the connections; `facts` in the order of the list. */
export function healthConditions(facts: readonly ConnectionFacts[]): readonly HealthCondition[] {
  const wanted = facts.filter(({ azure }) => !['stopped', 'stopping', 'discontinued'].includes(azure.status));
  return [...network(wanted), ...relays(wanted), ...clock(wanted), ...wanted.flatMap(connection)];
}

function network(facts: readonly ConnectionFacts[]): readonly HealthCondition[] {
  const waiting = waitForNetwork(facts);
  return waiting.length === 0 ? [] : [shared('HCM8001', waiting)];
}

/** One for each relay host that none of its connections reaches. */
function relays(facts: readonly ConnectionFacts[]): readonly HealthCondition[] {
  const byRelay = new Map<string, ConnectionFacts[]>();
  for (const one of facts) {
    const key = formatHostPort(one.config);
    const known = byRelay.get(key);
    if (known === undefined) byRelay.set(key, [one]);
    else known.push(one);
  }
  return [...byRelay].flatMap(([relay, ofRelay]) => {
    const affected = ofRelay.filter(({ azure }) => azure.problem !== null && isOfHost(azure.problem));
    const isReached = ofRelay.some(({ azure }) => azure.status === 'connected');
    return affected.length === 0 || isReached ? [] : [{ ...shared('HCM8002', affected), relay }];
  });
}

function isOfHost({ code }: ErrorData): boolean {
  return errorTable[code].scope === 'host';
}

function clock(facts: readonly ConnectionFacts[]): readonly HealthCondition[] {
  const affected = facts.filter(({ azure }) => azure.problem?.code === 'HCM2029');
  return affected.length === 0 ? [] : [shared('HCM8003', affected)];
}

function shared(code: HealthCode, affected: readonly ConnectionFacts[]): HealthCondition {
  const [first] = affected;
  return {
    code,
    connectionId: null,
    relay: null,
    affected: affected.map(({ config }) => config.id),
    problem: first?.azure.problem ?? null,
    details: {
      count: affected.length,
      ...(first === undefined ? {} : { host: first.config.host }),
      ...first?.azure.problem?.details,
    },
  };
}

function connection(facts: ConnectionFacts): readonly HealthCondition[] {
  const {
    azure,
    config,
    connectingSince,
    endpoint,
    endpointInAzure,
    keys,
    limitHit,
    listeners,
    tokenProblem,
  } = facts;
  const found: HealthCondition[] = [];
  const add = (code: HealthCode, problem: ErrorData | null = null, more: object = {}): void =>
    void found.push(ownCondition(facts, code, problem, more));
  const code = codeOfAzure(facts);
  if (code !== null) add(code, azure.problem);
  if (connectingSince !== null)
    found.push({ ...ownCondition(facts, 'HCM8019'), about: String(connectingSince) });
  if (azure.status === 'connected' && listeners === 0) add('HCM8018');
  if (azure.status === 'connected' && keys.refused.length > 0) add('HCM8012');
  if (azure.status === 'connected' && tokenProblem !== null) add('HCM8027', tokenProblem);
  if (endpoint.status === 'unreachable') add('HCM8015', endpoint.problem);
  // Where a person chose the endpoint, what Azure names is a fact and nothing to decide.
  if (endpointInAzure !== null && config.endpoint?.source === 'azure')
    add('HCM8016', null, { endpoint: formatHostPort(endpointInAzure) });
  if (limitHit !== null) add('HCM8017', limitHit.problem, { times: limitHit.times });
  return found;
}

function codeOfAzure({ azure }: ConnectionFacts): HealthCode | null {
  switch (azure.status) {
    case 'unauthorized':
      return 'HCM8011';
    case 'notFound':
      return 'HCM8013';
    case 'keyNeeded':
    case 'cantStart':
    case 'blockedByPolicy':
      return 'HCM8014';
    case 'connecting':
    case 'notConnected':
      return 'HCM8010';
    default:
      return null;
  }
}

function ownCondition(
  { config }: ConnectionFacts,
  code: HealthCode,
  problem: ErrorData | null = null,
  more: object = {},
): HealthCondition {
  const { id, name, host } = config;
  const details = { ...problem?.details, ...more, name, relay: host };
  return { code, connectionId: id, relay: null, affected: [id], problem, details };
}
