/**
 * From what a person gave to a stored connection: parses and checks everything before anything is kept. Pure but for
 * the new id.
 */
import { randomUUID } from 'node:crypto';
import type { CallInput } from '../contract/api.ts';
import { noOwnLimits, type ConnectionConfig, type ConnectionEndpoint } from '../contract/connection.ts';
import { parseConnectionString } from '../contract/connection-string.ts';
import { HcmError } from '../contract/errors.ts';
import type { Notice } from '../contract/finding.ts';
import { parseHostPort } from '../contract/host-port.ts';
import { splitPem } from './net/trust.ts';

export interface NewConnection {
  readonly config: ConnectionConfig;
  /** null where no key is needed (BizTalk). A secret: never log it. */
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
  const createdAt = new Date(nowMs).toISOString();
  const shared = {
    id: randomUUID(),
    keyName: parsed.value.keyName,
    secondaryKeyName: null,
    endpoint: endpoint?.endpoint ?? null,
    limits: noOwnLimits,
    caPem: input.caPem === undefined ? null : splitPem(input.caPem, 'the CA file').join('\n'),
    enabled: true,
    addedBy: input.addedBy ?? null,
    createdAt,
    updatedAt: createdAt,
    azure: null,
    resource: null,
    entra: null,
  };
  const notices = [...parsed.notices, ...(endpoint?.notices ?? [])];
  if (parsed.outcome === 'biztalk') {
    const { host, name } = parsed.value;
    return { config: { ...shared, kind: 'biztalk', host, port: 443, name }, key: null, notices };
  }
  const { host, port, entityPath, key } = parsed.value;
  return { config: { ...shared, kind: 'relay', host, port, name: entityPath }, key, notices };
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
