/**
 * Makes both keys of a connection's rule anew in Azure, one after the other, while this host listens with the one that isn't
 * touched. Owns the order of that.
 *
 *     read keys → listen with the secondary → regenerate the primary → listen with it → regenerate the secondary → keep it
 *
 * Invariants: a key is made anew only once every connection of this host that shares the rule is known to listen with the other
 * one; whatever fails, what listens goes on with a key that counts, and the whole can be begun again; sessions aren't touched;
 * each key that is made anew has its line in the log before anything can go wrong with it.
 */
import { connectionKey, type ConnectionConfig, type KeySlot } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { about, asked, type CallContext } from '../call-context.ts';
import type { ConnectionChanges, TakenKey } from '../connection-changes.ts';
import { FewAtOnce } from '../few-at-once.ts';
import type { JobHandle } from './azure-jobs.ts';
import type { FoundResource } from './find-resource.ts';
import { keptRule } from './kept-rule.ts';
import { RuleInAzure, type RuleKeys } from './rule-keys.ts';
import { RuleSharers } from './rule-sharers.ts';
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
  const { before } = rotation;
  await step('useSecondary', () => rotation.listenWith('secondary', before.secondary));
  const between = await step('regeneratePrimary', () => rotation.regeneratePrimary());
  await step('usePrimary', () => rotation.listenWith('primary', between.primary));
  const after = await step('regenerateSecondary', () => rotation.regenerate('secondary', between));
  await step('keepSecondary', () => rotation.keepSpare(after.secondary));
  connection(rotation.told());
}

class Rotation {
  readonly before: RuleKeys;
  readonly #ports: RotationPorts;
  readonly #config: ConnectionConfig;
  readonly #rule: RuleInAzure;
  readonly #sharers: RuleSharers;
  /** Those who have both new keys. */
  #rotated: readonly ConnectionConfig[] = [];

  private constructor(
    ports: RotationPorts,
    rule: RuleInAzure,
    before: RuleKeys,
    { config, sharers }: { readonly config: ConnectionConfig; readonly sharers: RuleSharers },
  ) {
    this.#ports = ports;
    this.#rule = rule;
    this.before = before;
    this.#config = config;
    this.#sharers = sharers;
  }

  /** @throws HcmError HCM6052, HCM60xx; HCM40xx where new keys couldn't be kept */
  static async begin(ports: RotationPorts): Promise<Rotation> {
    const { store, options } = ports.context.ports;
    if (store.readOnly !== null) throw store.readOnly;
    const found = await ports.find();
    const { arm, place, config } = found;
    const chosen = await keptRule(arm, place, config);
    if (chosen === null) throw new HcmError('HCM6052', { name: config.name, rule: config.keyName });
    const rule = new RuleInAzure(found, chosen, options.secrets);
    const sharers = new RuleSharers(found, chosen, () => store.list());
    return new Rotation(ports, rule, await rule.read(), { config, sharers });
  }

  /** A spare key that is of the rule counts all the way through, too: it may be what listens. */
  async listenWith(slot: KeySlot, key: string): Promise<void> {
    const { listening, spare } = await this.#sharers.now();
    await this.#take([
      ...listening.map(({ id }) => ({ ...this.#taken(id, slot, key), mustTakeOver: true })),
      ...spare.map(({ id }) => this.#taken(id, 'secondary', key)),
    ]);
  }

  /** Where Azure says no, the one of before is as good as ever; where nobody knows what it did, the other one is better. */
  async regeneratePrimary(): Promise<RuleKeys> {
    try {
      return await this.regenerate('primary', this.before);
    } catch (error) {
      if (isRefusal(error)) await this.listenWith('primary', this.before.primary).catch(() => undefined);
      throw error;
    }
  }

  async regenerate(slot: KeySlot, before: RuleKeys): Promise<RuleKeys> {
    const keys = await this.#rule.regenerate(slot, before);
    const { context, by } = this.#ports;
    const fields = { ...about(this.#config), rule: this.#rule.rule.name, slot, ...asked(by) };
    context.ports.options.log.info('key regenerated in azure', fields);
    return keys;
  }

  async keepSpare(key: string): Promise<void> {
    const { listening, spare } = await this.#sharers.now();
    this.#rotated = [...listening, ...spare];
    await this.#take(this.#rotated.map(({ id }) => this.#taken(id, 'secondary', key)));
  }

  /** The connection that was meant, as it is now; everybody whose keys are new has a line of it. */
  told(): ReturnType<CallContext['view']> {
    const { context, by } = this.#ports;
    for (const { id } of this.#rotated) {
      if (context.ports.store.get(id) !== null)
        context.tell(id, { change: 'keysRotated', by, detail: this.#rule.rule.name });
    }
    return context.view(context.require(this.#config.id));
  }

  #taken(id: string, slot: KeySlot, key: string): TakenKey {
    return { id, slot, keyName: this.#rule.rule.name, key, by: this.#ports.by };
  }

  /** Every one of them is tried, also when one fails: what is about to be lost must be left by as many as can. */
  async #take(keys: readonly TakenKey[]): Promise<void> {
    const { context, signal } = this.#ports;
    const few = new FewAtOnce({ running: atOnce, waiting: keys.length });
    const outcomes = await Promise.allSettled(
      keys.map((taken) => few.run(signal, () => this.#takeOne(taken))),
    );
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    // Without the one that was meant, or where it became another one, there is nothing to go on for.
    const { id } = this.#config;
    if (connectionKey(context.require(id)) !== connectionKey(this.#config))
      throw new HcmError('HCM1041', { id });
  }

  async #takeOne(taken: TakenKey): Promise<void> {
    const { context, keys, signal } = this.#ports;
    try {
      await untilAccepted(context.ports.clock, signal, () => keys.takeKey(taken));
    } catch (error) {
      // One that was removed meanwhile holds nobody up.
      if (context.ports.store.get(taken.id) !== null) throw error;
    }
  }
}

/** Azure, or what stands in front of it, answered and did nothing. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof HcmError ? error.details['status'] : undefined;
  return typeof status === 'number' && status < 500;
}
