/**
 * The keys of a connection as Azure has them now, put in force without a gap: each is tried on a channel of its own first, and
 * sessions go on.
 *
 * Invariants: the kept key's own rule counts as long as it exists; only where it is gone another one is chosen, by the same rule
 * as when a connection is added; what is as it was is left alone.
 */
import type { CallInput } from '../../contract/api.ts';
import { keySlots, type KeySlot } from '../../contract/connection.ts';
import type { ConnectionChanges } from '../connection-changes.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import { chooseRule } from './fetch-connection.ts';
import type { FoundResource } from './find-resource.ts';
import { keptRule } from './kept-rule.ts';
import { RuleInAzure } from './rule-keys.ts';

export interface SyncPorts {
  readonly keys: Pick<ConnectionChanges, 'takeKey'>;
  readonly secrets: SecretRegister;
}

/** @returns the slots whose key is another one now. @throws HcmError HCM60xx, or why Azure's relay refused a key. */
export async function syncKeys(
  found: FoundResource,
  { id, mayUseRootKey, by }: CallInput<'azure.syncKeys'>,
  { keys, secrets }: SyncPorts,
): Promise<KeySlot[]> {
  const { arm, place, config } = found;
  const rule =
    (await keptRule(arm, place, config)) ??
    (await chooseRule(arm, { place, name: config.name, mayUseRootKey }));
  const known = await new RuleInAzure(found, rule, secrets).read();
  const changed: KeySlot[] = [];
  for (const slot of keySlots) {
    if (await keys.takeKey({ id, slot, keyName: rule.name, key: known[slot], by })) changed.push(slot);
  }
  return changed;
}
