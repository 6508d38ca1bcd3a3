/** One question to Azure about a hybrid connection, with whatever key is given: dial, token, metadata. Keeps nothing. */
import type { Clock } from '../clock.ts';
import type { DialRelay } from '../net/dial-relay.ts';
import { fetchEntityInfo, type EntityAnswer } from './entity-info.ts';
import type { RelayEntity } from './relay-address.ts';
import { createSasToken, sasResource } from './sas-token.ts';

export interface EntityQuestion {
  readonly entity: RelayEntity;
  /** Of a rule with the Listen right. The key is a secret. */
  readonly keyName: string;
  readonly key: string;
  readonly signal: AbortSignal;
}

export interface EntityQuestionPorts {
  readonly clock: Clock;
  readonly dialRelay: DialRelay;
}

/** For dial and answer together (relay-protocol §6.3, as Microsoft's manager). */
const timeoutMs = 21_000;
const tokenLifeMs = 10 * 60_000;

/** @throws HcmError HCM20xx, HCM2040; the signal's reason when aborted. */
export async function askEntity(
  { entity, keyName, key, signal }: EntityQuestion,
  { clock, dialRelay }: EntityQuestionPorts,
): Promise<EntityAnswer> {
  const token = createSasToken({
    resource: sasResource(entity.host, entity.entityPath),
    keyName,
    key,
    expiresAtSeconds: Math.ceil((clock.now() + tokenLifeMs) / 1000),
  });
  const began = clock.monotonicMs();
  const socket = await dialRelay(entity.host, entity.port, timeoutMs, signal);
  const leftMs = Math.max(1, timeoutMs - (clock.monotonicMs() - began));
  return fetchEntityInfo({ entity, socket, token, timeoutMs: leftMs, clock, signal });
}
