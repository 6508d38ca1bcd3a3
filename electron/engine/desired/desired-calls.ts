/**
 * Answers `desired.plan` and `desired.apply`: reads, opens the keys to compare with, plans, and makes it so.
 *
 * Invariants: with any fault nothing is changed; one apply at a time; what is new is written at once, what is removed goes
 * last; what fails is told with its connection, and the rest is done all the same.
 */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { connectionKey, type ConnectionConfig, type KeySlot } from '../../contract/connection.ts';
import type { DesiredFault, DesiredResult } from '../../contract/desired.ts';
import { toErrorData, type ErrorData } from '../../contract/errors.ts';
import { about, asked, type CallContext } from '../call-context.ts';
import { FewAtOnce } from '../few-at-once.ts';
import { secretName, type NewRow } from '../store/connections.ts';
import { Turns } from '../turns.ts';
import { faultsOfPlan, planDesired, type KnownConnection, type PlannedChange } from './plan-desired.ts';
import { readDesired, type DesiredTarget } from './read-desired.ts';
import { updateConnection, type ConnectionActions } from './update-connection.ts';

type DesiredInput = CallInput<'desired.apply'>;
type PlannedOf<Kind extends PlannedChange['kind']> = Extract<PlannedChange, { readonly kind: Kind }>;

/** What the host can do already. */
export interface DesiredActions extends ConnectionActions {
  /** All or none; those that somebody else removed meanwhile are no failure. */
  readonly removeAll: (ids: readonly string[], by: string | undefined) => Promise<void>;
}

interface Prepared {
  readonly plan: readonly PlannedChange[];
  readonly faults: readonly DesiredFault[];
}

/** Each asks Azure; a namespace full of connections must not look like an attack. */
const updatesAtOnce = 8;

export class DesiredCalls {
  readonly #context: CallContext;
  readonly #actions: DesiredActions;
  readonly #turns = new Turns();

  constructor(context: CallContext, actions: DesiredActions) {
    this.#context = context;
    this.#actions = actions;
  }

  async plan(input: DesiredInput): Promise<CallOutput<'desired.plan'>> {
    const { plan, faults } = await this.#prepare(input);
    return { changes: plan.map(({ change }) => change), faults: [...faults] };
  }

  apply(input: DesiredInput): Promise<CallOutput<'desired.apply'>> {
    return this.#turns.inTurn('apply', () => this.#apply(input));
  }

  async #apply(input: DesiredInput): Promise<CallOutput<'desired.apply'>> {
    const { readOnly } = this.#context.ports.store;
    if (readOnly !== null) throw readOnly;
    const { plan, faults } = await this.#prepare(input);
    if (faults.length > 0) return { changes: [], faults: [...faults], results: [] };
    const problems = new Map<PlannedChange, ErrorData>();
    const { by } = input;
    await this.#add(ofKind(plan, 'add'), by, problems);
    await this.#update(ofKind(plan, 'update'), by, problems);
    await this.#remove(ofKind(plan, 'remove'), by, problems);
    const results = plan.map((planned): DesiredResult => {
      const problem = problems.get(planned) ?? null;
      const added = planned.kind === 'add' && problem === null ? planned.target.config.id : null;
      return { id: planned.change.id ?? added, problem };
    });
    return { changes: plan.map(({ change }) => change), faults: [], results };
  }

  async #prepare({ connections, prune, by }: DesiredInput): Promise<Prepared> {
    const { clock, store, options } = this.#context.ports;
    const reading = readDesired(connections, { nowMs: clock.now(), by, mayDial: options.mayDial });
    if (reading.faults.length > 0) return { plan: [], faults: reading.faults };
    const named = new Set(reading.targets.map(({ config }) => connectionKey(config)));
    const stored = store.list();
    const known = new Map<string, KnownConnection>();
    for (const config of stored) {
      const key = connectionKey(config);
      if (named.has(key)) known.set(key, { config, keys: await this.#openKeys(config) });
    }
    const pruned = prune ? stored.filter((config) => !named.has(connectionKey(config))) : [];
    const plan = planDesired(reading.targets, known, pruned);
    const faults = faultsOfPlan(plan);
    return { plan: faults.length > 0 ? [] : plan, faults };
  }

  async #openKeys(config: ConnectionConfig): Promise<KnownConnection['keys']> {
    const primary = await this.#openKey(config, 'primary');
    const secondary = config.secondaryKeyName === null ? null : await this.#openKey(config, 'secondary');
    return { primary, secondary };
  }

  /** One that can't be opened here is another one than any that is desired. */
  async #openKey({ id }: ConnectionConfig, slot: KeySlot): Promise<string | null> {
    const { store, options } = this.#context.ports;
    const envelope = store.secret(id, slot);
    return envelope && options.secretBox.open(envelope, secretName(id, slot)).catch(() => null);
  }

  /** All in one write of each file: either all are on this host afterwards, or none. */
  async #add(
    planned: readonly PlannedOf<'add'>[],
    by: string | undefined,
    problems: Map<PlannedChange, ErrorData>,
  ): Promise<void> {
    if (planned.length === 0) return;
    const { store, records, running, feed, options } = this.#context.ports;
    try {
      const rows: NewRow[] = [];
      for (const { target } of planned) rows.push(await this.#sealed(target));
      await store.addAll(rows);
    } catch (error) {
      for (const one of planned) problems.set(one, this.#problemOf(error));
      return;
    }
    for (const { target } of planned) {
      const { config } = target;
      records.changed(config.id, 'added', by);
      running()?.supervisor.add(config);
      feed.changed(config.id);
      options.log.info('connection added', { ...about(config), host: config.host, ...asked(by) });
    }
  }

  async #sealed({ config, key, secondary }: DesiredTarget): Promise<NewRow> {
    const { secretBox, secrets } = this.#context.ports.options;
    const seal = async (slot: KeySlot, text: string | null | undefined): Promise<NewRow['secrets']> => {
      if (typeof text !== 'string') return [];
      secrets.add(text);
      return [{ slot, envelope: await secretBox.seal(text, secretName(config.id, slot)) }];
    };
    return {
      config,
      secrets: [...(await seal('primary', key)), ...(await seal('secondary', secondary?.key))],
    };
  }

  async #update(
    planned: readonly PlannedOf<'update'>[],
    by: string | undefined,
    problems: Map<PlannedChange, ErrorData>,
  ): Promise<void> {
    const few = new FewAtOnce({ running: updatesAtOnce, waiting: planned.length });
    const never = new AbortController().signal;
    await Promise.all(
      planned.map((one) =>
        few.run(never, async () => {
          const [first] = await updateConnection(this.#context, this.#actions, one, by);
          if (first !== undefined) problems.set(one, this.#problemOf(first));
        }),
      ),
    );
  }

  async #remove(
    planned: readonly PlannedOf<'remove'>[],
    by: string | undefined,
    problems: Map<PlannedChange, ErrorData>,
  ): Promise<void> {
    if (planned.length === 0) return;
    try {
      await this.#actions.removeAll(
        planned.map(({ config }) => config.id),
        by,
      );
    } catch (error) {
      for (const one of planned) problems.set(one, this.#problemOf(error));
    }
  }

  #problemOf(error: unknown): ErrorData {
    const problem = toErrorData(error);
    if (problem.code === 'HCM9001') this.#context.ports.options.log.error('apply failed', { problem });
    return problem;
  }
}

function ofKind<Kind extends PlannedChange['kind']>(
  plan: readonly PlannedChange[],
  kind: Kind,
): readonly PlannedOf<Kind>[] {
  return plan.filter((planned): planned is PlannedOf<Kind> => planned.kind === kind);
}
