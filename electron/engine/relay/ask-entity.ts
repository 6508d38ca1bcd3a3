/** One question to Azure about a hybrid connection, with whatever key or token is given: dial, token, metadata. Keeps nothing. */
import type { Clock } from '../clock.ts';
import type { DialRelay } from '../net/dial-relay.ts';
import { fetchEntityInfo, type EntityAnswer } from './entity-info.ts';
import type { RelayEntity } from './relay-address.ts';
import { createSasToken, sasResource } from './sas-token.ts';

/** A key of a rule with the Listen right, or a token of Entra (relay-protocol §2.5). Secrets. */
export type ListenProof = { readonly keyName: string; readonly key: string } | { readonly token: string };

export type EntityQuestion = ListenProof & { readonly entity: RelayEntity; readonly signal: AbortSignal };

export interface EntityQuestionPorts {
  readonly clock: Clock;
  readonly dialRelay: DialRelay;
}

/** For dial and answer together (relay-protocol §6.3, as Microsoft's manager). */
const timeoutMs = 21_000;
const tokenLifeMs = 10 * 60_000;

/** @throws HcmError HCM20xx, HCM2040; the signal's reason when aborted. */
export async function askEntity(
  question: EntityQuestion,
  { clock, dialRelay }: EntityQuestionPorts,
): Promise<EntityAnswer> {
  const { entity, signal } = question;
  const token = 'token' in question ? question.token : signed(question, entity, clock);
  const began = clock.monotonicMs();
  const socket = await dialRelay(entity.host, entity.port, timeoutMs, signal);
  const leftMs = Math.max(1, timeoutMs - (clock.monotonicMs() - began));
  return fetchEntityInfo({ entity, socket, token, timeoutMs: leftMs, clock, signal });
}

function signed(
  { keyName, key }: { readonly keyName: string; readonly key: string },
  { host, entityPath }: RelayEntity,
  clock: Clock,
): string {
  return createSasToken({
    resource: sasResource(host, entityPath),
    keyName,
    key,
    expiresAtSeconds: Math.ceil((clock.now() + tokenLifeMs) / 1000),
  });
}
