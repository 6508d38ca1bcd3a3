/**
 * Makes one connection what is desired, step by step, by the ways in which a person would do it.
 *
 * Invariants: each step stands for itself, one that fails doesn't keep the others back; the CA comes before the keys, which
 * Azure is asked about over it; both keys are one step; the connection is started only after all of that.
 */
import type { DesiredDifference, DesiredPart } from '../../contract/desired.ts';
import type { CallContext } from '../call-context.ts';
import type { ConnectionChanges } from '../connection-changes.ts';
import type { PlannedChange } from './plan-desired.ts';
import { sameKey } from './same-key.ts';

/** What the host can do with one connection already. */
export interface ConnectionActions {
  readonly changes: ConnectionChanges;
  readonly enable: (id: string, enabled: boolean, by: string | undefined) => Promise<unknown>;
}

type Update = Extract<PlannedChange, { readonly kind: 'update' | 'unchanged' }>;

/** @returns why steps failed, the first one in front. */
export async function updateConnection(
  context: CallContext,
  actions: ConnectionActions,
  update: Update,
  by: string | undefined,
): Promise<readonly unknown[]> {
  const failures: unknown[] = [];
  for (const step of stepsOf(context, actions, update, by)) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  return failures;
}

type Step = () => Promise<unknown>;

function stepsOf(
  context: CallContext,
  actions: ConnectionActions,
  { target, known, change }: Update,
  by: string | undefined,
): readonly Step[] {
  const { id } = known.config;
  const { desired } = target;
  const { changes } = actions;
  const steps: Step[] = [];
  const differs = (what: DesiredPart): boolean => has(change.differences, what);

  if (differs('caPem')) steps.push(() => changes.setCa({ id, caPem: target.caPem ?? null, by }));
  if (differs('endpoint'))
    steps.push(() => setEndpoint(context, actions, { id, endpoint: desired.endpoint, by }));
  if (differs('limits')) steps.push(() => changes.setLimits({ id, limits: desired.limits ?? {}, by }));
  if (differs('primaryKey') || differs('secondaryKey'))
    steps.push(() => putKeys(actions, { target, known, change }, by));
  if (differs('enabled')) steps.push(() => actions.enable(id, desired.enabled === true, by));
  return steps;
}

/**
 * The first key comes first, and what was the second one stays until Azure has accepted it: at each moment one of the keys
 * that worked is still there.
 */
async function putKeys(
  { changes }: ConnectionActions,
  { target, known, change }: Omit<Update, 'kind'>,
  by: string | undefined,
): Promise<void> {
  const { id } = known.config;
  const { connectionString, secondaryConnectionString } = target.desired;
  if (has(change.differences, 'primaryKey')) {
    const { secondary } = known.keys;
    const mayRepeat = target.key !== null && secondary !== null && sameKey(target.key, secondary);
    await changes.putKey({ id, connectionString, slot: 'primary', mayRepeat, by });
  }
  if (!has(change.differences, 'secondaryKey')) return;
  if (typeof secondaryConnectionString !== 'string') await changes.removeSecondaryKey({ id, by });
  else await changes.putKey({ id, connectionString: secondaryConnectionString, slot: 'secondary', by });
}

/** Back to the one that Azure names: asked for now where a host runs, else when one starts. */
async function setEndpoint(
  { ports }: CallContext,
  { changes }: ConnectionActions,
  { id, endpoint = null, by }: { id: string; endpoint: string | null | undefined; by: string | undefined },
): Promise<unknown> {
  const named = by === undefined ? { id } : { id, by };
  if (endpoint === null && ports.running() === undefined) return changes.forgetEndpoint(named);
  return changes.setEndpoint({ ...named, endpoint });
}

function has(differences: readonly DesiredDifference[], what: DesiredPart): boolean {
  return differences.some((difference) => difference.what === what);
}
