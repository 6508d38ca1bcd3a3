/**
 * The keys of a connection as Azure has them now, put in force without a gap: each is tried on a channel of its own first, and
 * sessions go on.
 *
 * Invariants: the kept key's own rule counts as long as it exists; only where it is gone another one is chosen, by the same rule
 * as when a connection is added; what is as it was is left alone; one key that is refused doesn't keep the other one out.
 */
import type { CallInput } from '../../contract/api.ts';
import { keySlots, type KeySlot } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { ConnectionChanges } from '../connection-changes.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import { chooseRule } from './fetch-connection.ts';
import type { FoundResource } from './find-resource.ts';
import { keptRule } from './kept-rule.ts';
import { RuleInAzure, type RuleKeys } from './rule-keys.ts';
import { shortPausesMs, untilAccepted } from './until-accepted.ts';

export interface SyncPorts {
  readonly keys: Pick<ConnectionChanges, 'takeKey'>;
  readonly secrets: SecretRegister;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** @returns the slots whose key is another one now. @throws HcmError HCM60xx, or why Azure's relay refused a key. */
export async function syncKeys(
  found: FoundResource,
  input: CallInput<'azure.syncKeys'>,
  ports: SyncPorts,
): Promise<KeySlot[]> {
  const { arm, place, config } = found;
  const rule =
    (await keptRule(arm, place, config)) ??
    (await chooseRule(arm, { place, name: config.name, mayUseRootKey: input.mayUseRootKey }));
  const known = await new RuleInAzure(found, rule, ports.secrets).read();
  const changed = new Set<KeySlot>();
  const put = (): Promise<void> => putBoth(input, { keyName: rule.name, known, changed }, ports);
  await untilAccepted(ports.clock, ports.signal, put, shortPausesMs);
  return keySlots.filter((slot) => changed.has(slot));
}

interface Keys {
  readonly keyName: string;
  readonly known: RuleKeys;
  readonly changed: Set<KeySlot>;
}

async function putBoth(
  { id, by }: CallInput<'azure.syncKeys'>,
  { keyName, known, changed }: Keys,
  { keys }: SyncPorts,
): Promise<void> {
  let refusal: HcmError | null = null;
  for (const slot of keySlots) {
    try {
      if (await keys.takeKey({ id, slot, keyName, key: known[slot], by })) changed.add(slot);
    } catch (error) {
      if (!(error instanceof HcmError) || error.code !== 'HCM2020') throw error;
      refusal ??= error;
    }
  }
  if (refusal !== null) throw refusal;
}
