/**
 * From what a person gave to a stored connection: parses and checks everything before anything is kept. Pure but for
 * the new id.
 */
import { randomUUID } from 'node:crypto';
import type { CallInput } from '../contract/api.ts';
import {
  noOwnLimits,
  type AzureResource,
  type ConnectionConfig,
  type ConnectionEndpoint,
  type EntraSignIn,
} from '../contract/connection.ts';
import { parseConnectionString } from '../contract/connection-string.ts';
import { HcmError } from '../contract/errors.ts';
import type { Notice } from '../contract/finding.ts';
import { parseHostPort } from '../contract/host-port.ts';
import { splitPem } from './net/trust.ts';

export interface NewConnection {
  readonly config: ConnectionConfig;
  /** null where no key is needed (BizTalk, Entra). A secret: never log it. */
  readonly key: string | null;
  readonly notices: readonly Notice[];
}

/**
 * @throws HcmError HCM10xx: the first thing that is wrong with the input.
 */
export function readNewConnection(input: CallInput<'connections.add'>, nowMs: number): NewConnection {
  const parsed = parseConnectionString(input.connectionString, {
    purpose: 'listen',
    ...(input.entityPath === undefined ? {} : { entityPath: input.entityPath }),
  });
  if (parsed.outcome === 'refused') throw new HcmError(parsed.problems[0].code, parsed.problems[0].details);
  const endpoint = input.endpoint === undefined ? null : readEndpoint(input.endpoint);
  const shared = {
    ...newRow(endpoint?.endpoint ?? null, input.addedBy, nowMs),
    keyName: parsed.value.keyName,
    caPem: input.caPem === undefined ? null : splitPem(input.caPem, 'the CA file').join('\n'),
  };
  const notices = [...parsed.notices, ...(endpoint?.notices ?? [])];
  if (parsed.outcome === 'biztalk') {
    const { host, name } = parsed.value;
    return { config: { ...shared, kind: 'biztalk', host, port: 443, name }, key: null, notices };
  }
  const { host, port, entityPath, key } = parsed.value;
  return { config: { ...shared, kind: 'relay', host, port, name: entityPath }, key, notices };
}

/** One that listens with tokens of an account. @throws HcmError HCM1030 */
export function newKeylessConnection(
  relay: Pick<ConnectionConfig, 'host' | 'port' | 'name'>,
  { endpoint: text, addedBy }: Pick<CallInput<'connections.add'>, 'endpoint' | 'addedBy'>,
  nowMs: number,
  how: { readonly entra: EntraSignIn; readonly resource: AzureResource },
): NewConnection {
  const endpoint = text === undefined ? null : readEndpoint(text);
  const row = newRow(endpoint?.endpoint ?? null, addedBy, nowMs);
  const config = { ...row, ...relay, ...how, kind: 'relay' } as const;
  return { config, key: null, notices: endpoint?.notices ?? [] };
}

function newRow(endpoint: ConnectionEndpoint | null, addedBy: string | undefined, nowMs: number) {
  const createdAt = new Date(nowMs).toISOString();
  return {
    id: randomUUID(),
    keyName: '',
    secondaryKeyName: null,
    endpoint,
    limits: noOwnLimits,
    caPem: null,
    enabled: true,
    addedBy: addedBy ?? null,
    createdAt,
    updatedAt: createdAt,
    azure: null,
    resource: null,
    entra: null,
  };
}

/** @throws HcmError HCM1030 */
export function readEndpoint(text: string): {
  readonly endpoint: ConnectionEndpoint;
  readonly notices: readonly Notice[];
} {
  const reading = parseHostPort(text);
  if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
  const { host, port, notices } = reading;
  return { endpoint: { host, port, source: 'manual' }, notices };
}
