/**
 * Makes both keys of a connection's rule anew in Azure, one after the other, while this host listens with the one that isn't
 * touched. Owns the order of that.
 *
 *     read keys → listen with the secondary → regenerate the primary → listen with it → regenerate the secondary → keep it
 *
 * Invariants: a key is made anew only once every connection of this host that shares the rule is known to listen with the other
 * one; whatever fails, what listens goes on with a key that counts, and the whole can be begun again; sessions aren't touched.
 */
import type { ConnectionConfig, KeySlot } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { CallContext } from '../call-context.ts';
import type { ConnectionChanges } from '../connection-changes.ts';
import { FewAtOnce } from '../few-at-once.ts';
import type { JobHandle } from './azure-jobs.ts';
import type { FoundResource } from './find-resource.ts';
import { keptRule } from './kept-rule.ts';
import { RuleInAzure, type RuleKeys } from './rule-keys.ts';
import { connectionsOfRule } from './rule-sharers.ts';
import { untilAccepted } from './until-accepted.ts';

export interface RotationPorts {
  readonly context: CallContext;
  readonly keys: Pick<ConnectionChanges, 'takeKey'>;
  readonly find: () => Promise<FoundResource>;
  /** Of the host: a rotation stops only behind a step. */
  readonly signal: AbortSignal;
  readonly by: string | undefined;
}

/** Connections whose channels are changed side by side. */
const atOnce = 8;

export async function rotateKeys(ports: RotationPorts, { step, connection }: JobHandle): Promise<void> {
  const rotation = await step('readKeys', () => Rotation.begin(ports));
  const { rule, before } = rotation;
  await step('useSecondary', () => rotation.listenWith('secondary', before.secondary));
  const between = await step('regeneratePrimary', () => rotation.regeneratePrimary());
  await step('usePrimary', () => rotation.listenWith('primary', between.primary));
  const after = await step('regenerateSecondary', () => rule.regenerate('secondary', between));
  await step('keepSecondary', () => rotation.keepSpare(after.secondary));
  connection(rotation.told());
}

class Rotation {
  readonly rule: RuleInAzure;
  readonly before: RuleKeys;
  readonly #ports: RotationPorts;
  readonly #config: ConnectionConfig;
  /** All of this host that listen by the rule, the one that was meant among them. */
  readonly #listening: readonly ConnectionConfig[];
  /** Those whose spare key alone is of the rule. */
  readonly #spare: readonly ConnectionConfig[];

  private constructor(
    ports: RotationPorts,
    rule: RuleInAzure,
    before: RuleKeys,
    config: ConnectionConfig,
    sharers: readonly ConnectionConfig[],
  ) {
    this.#ports = ports;
    this.rule = rule;
    this.before = before;
    this.#config = config;
    const isOf = ({ keyName }: ConnectionConfig): boolean => isSameName(keyName, rule.rule.name);
    this.#listening = sharers.filter(isOf);
    this.#spare = sharers.filter((one) => !isOf(one));
  }

  /** @throws HcmError HCM6052, HCM60xx */
  static async begin(ports: RotationPorts): Promise<Rotation> {
    const { store, options } = ports.context.ports;
    const found = await ports.find();
    const { arm, place, config } = found;
    const chosen = await keptRule(arm, place, config);
    if (chosen === null) throw new HcmError('HCM6052', { name: config.name, rule: config.keyName });
    const rule = new RuleInAzure(found, chosen, options.secrets);
    const sharers = chosen.isOwn ? [config] : await connectionsOfRule(found, chosen.name, store.list());
    return new Rotation(ports, rule, await rule.read(), config, sharers);
  }

  async listenWith(slot: KeySlot, key: string): Promise<void> {
    await this.#take(this.#listening, slot, key, true);
  }

  /** Where Azure makes none, the one of before is as good as ever. */
  async regeneratePrimary(): Promise<RuleKeys> {
    try {
      return await this.rule.regenerate('primary', this.before);
    } catch (error) {
      await this.listenWith('primary', this.before.primary).catch(() => undefined);
      throw error;
    }
  }

  async keepSpare(key: string): Promise<void> {
    await this.#take([...this.#listening, ...this.#spare], 'secondary', key, false);
  }

  /** The connection that was meant, as it is now; everybody whose keys are new has a line of it. */
  told(): ReturnType<CallContext['view']> {
    const { context, by } = this.#ports;
    for (const { id } of [...this.#listening, ...this.#spare]) {
      if (context.ports.store.get(id) !== null)
        context.tell(id, { change: 'keysRotated', by, detail: this.rule.rule.name });
    }
    return context.view(context.require(this.#config.id));
  }

  /** Every one of them is tried, also when one fails: what is about to be lost must be left by as many as can. */
  async #take(
    connections: readonly ConnectionConfig[],
    slot: KeySlot,
    key: string,
    mustTakeOver: boolean,
  ): Promise<void> {
    const { signal } = this.#ports;
    const few = new FewAtOnce({ running: atOnce, waiting: connections.length });
    const outcomes = await Promise.allSettled(
      connections.map(({ id }) => few.run(signal, () => this.#takeOne(id, slot, key, mustTakeOver))),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #takeOne(id: string, slot: KeySlot, key: string, mustTakeOver: boolean): Promise<void> {
    const { context, keys, signal, by } = this.#ports;
    const keyName = this.rule.rule.name;
    const taken = { id, slot, keyName, key, mustTakeOver, by };
    try {
      await untilAccepted(context.ports.clock, signal, () => keys.takeKey(taken));
    } catch (error) {
      // One that was removed meanwhile holds nobody up, but for the one that was meant.
      if (id !== this.#config.id && context.ports.store.get(id) === null) return;
      throw error;
    }
  }
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
