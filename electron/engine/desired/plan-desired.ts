/**
 * What has to change so that this host's connections are what is desired. Pure: configs, opened keys and targets in,
 * changes out.
 *
 * Invariants: a change never holds a key; what isn't named stays; without `prune` nothing is removed.
 */
import { createHash } from 'node:crypto';
import { connectionKey, type ConnectionConfig, type KeySlot } from '../../contract/connection.ts';
import type { DesiredChange, DesiredDifference, DesiredFault, DesiredPart } from '../../contract/desired.ts';
import { limitNames } from '../../contract/effective-limits.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import type { DesiredTarget } from './read-desired.ts';
import { sameKey } from './same-key.ts';

/** null: there is none, or none that can be opened here. Secrets: never log them. */
export type OpenedKeys = Readonly<Record<KeySlot, string | null>>;

export interface KnownConnection {
  readonly config: ConnectionConfig;
  readonly keys: OpenedKeys;
}

export type PlannedChange =
  | { readonly kind: 'add'; readonly change: DesiredChange; readonly target: DesiredTarget }
  | {
      readonly kind: 'update' | 'unchanged';
      readonly change: DesiredChange;
      readonly target: DesiredTarget;
      readonly known: KnownConnection;
    }
  | { readonly kind: 'remove'; readonly change: DesiredChange; readonly config: ConnectionConfig };

/** @param known by {@link connectionKey}: at least those that the targets name. */
export function planDesired(
  targets: readonly DesiredTarget[],
  known: ReadonlyMap<string, KnownConnection>,
  pruned: readonly ConnectionConfig[],
): readonly PlannedChange[] {
  const named = targets.map((target): PlannedChange => {
    const found = known.get(connectionKey(target.config));
    if (found === undefined) return planAdd(target);
    const differences = differencesOf(target, found);
    const kind = differences.length === 0 ? 'unchanged' : 'update';
    return { kind, change: changeOf(kind, found.config, differences), target, known: found };
  });
  const removed = pruned.map((config): PlannedChange => ({
    kind: 'remove',
    change: changeOf('remove', config, []),
    config,
  }));
  return [...named, ...removed];
}

/** A second key that stays would be the new first one: it would look like a spare one and be none. */
export function faultsOfPlan(plan: readonly PlannedChange[]): readonly DesiredFault[] {
  return plan.flatMap((planned, index) => {
    if (planned.kind !== 'update' || planned.target.secondary !== undefined) return [];
    if (!planned.change.differences.some(({ what }) => what === 'primaryKey')) return [];
    const { key } = planned.target;
    const { secondary } = planned.known.keys;
    if (key === null || secondary === null || !sameKey(key, secondary)) return [];
    return [{ index, error: { code: 'HCM1045' as const, details: { name: planned.change.name } } }];
  });
}

function planAdd(target: DesiredTarget): PlannedChange {
  const { config } = target;
  const nothing = {
    ...config,
    keyName: '',
    secondaryKeyName: null,
    endpoint: null,
    caPem: null,
    enabled: true,
  };
  const differences = [
    ...keyDifference('primaryKey', null, config.keyName, config.kind === 'biztalk'),
    ...(config.secondaryKeyName === null
      ? []
      : keyDifference('secondaryKey', null, config.secondaryKeyName, false)),
    ...otherDifferences(target, { ...nothing, limits: noLimits(config) }),
  ];
  return { kind: 'add', target, change: { ...changeOf('add', config, differences), id: null } };
}

function noLimits({ limits }: ConnectionConfig): ConnectionConfig['limits'] {
  return Object.fromEntries(Object.keys(limits).map((name) => [name, null])) as ConnectionConfig['limits'];
}

function differencesOf(target: DesiredTarget, { config, keys }: KnownConnection): DesiredDifference[] {
  // Discontinued: it is only listed.
  if (config.kind === 'biztalk' || target.config.kind === 'biztalk') return [];
  const { key, secondary } = target;
  const isSamePrimary = config.keyName === target.config.keyName && key !== null && isSame(key, keys.primary);
  return [
    ...keyDifference('primaryKey', config.keyName, target.config.keyName, isSamePrimary),
    ...secondaryDifference(secondary, config, keys.secondary),
    ...otherDifferences(target, config),
  ];
}

function secondaryDifference(
  secondary: DesiredTarget['secondary'],
  { secondaryKeyName: from }: ConnectionConfig,
  opened: string | null,
): DesiredDifference[] {
  if (secondary === undefined) return [];
  if (secondary === null) return keyDifference('secondaryKey', from, null, from === null);
  const isSameKey = secondary.keyName === from && isSame(secondary.key, opened);
  return keyDifference('secondaryKey', from, secondary.keyName, isSameKey);
}

function otherDifferences(
  { desired, config: wanted, caPem }: DesiredTarget,
  config: ConnectionConfig,
): DesiredDifference[] {
  return [
    ...(desired.endpoint === undefined
      ? []
      : difference('endpoint', manualEndpoint(config), manualEndpoint(wanted))),
    ...(caPem === undefined ? [] : difference('caPem', fingerprint(config.caPem), fingerprint(caPem))),
    ...limitDifference(desired.limits ?? {}, config),
    ...(desired.enabled === undefined
      ? []
      : difference('enabled', String(config.enabled), String(desired.enabled))),
  ];
}

/** Only the limits that differ. */
function limitDifference(
  limits: NonNullable<DesiredTarget['desired']['limits']>,
  config: ConnectionConfig,
): DesiredDifference[] {
  const differing = limitNames.filter(
    (name) => limits[name] !== undefined && limits[name] !== config.limits[name],
  );
  if (differing.length === 0) return [];
  const text = (of: Readonly<Record<string, unknown>>): string =>
    differing.map((name) => `${name}=${String(of[name])}`).join(', ');
  return [{ what: 'limits', from: text(config.limits), to: text(limits) }];
}

/** null for the one that Azure names, known or not. */
function manualEndpoint({ endpoint }: ConnectionConfig): string | null {
  return endpoint?.source === 'manual' ? formatHostPort(endpoint) : null;
}

function fingerprint(pem: string | null): string | null {
  if (pem === null) return null;
  return createHash('sha256').update(pem.trim()).digest('hex').slice(0, 16);
}

function difference(what: DesiredPart, from: string | null, to: string | null): DesiredDifference[] {
  return from === to ? [] : [{ what, from, to }];
}

function keyDifference(
  what: 'primaryKey' | 'secondaryKey',
  from: string | null,
  to: string | null,
  isSameKey: boolean,
): DesiredDifference[] {
  return isSameKey ? [] : [{ what, from, to }];
}

function isSame(key: string, opened: string | null): boolean {
  return opened !== null && sameKey(key, opened);
}

function changeOf(
  kind: DesiredChange['kind'],
  { id, host, name }: ConnectionConfig,
  differences: readonly DesiredDifference[],
): DesiredChange {
  return { kind, id, host, name, differences: [...differences] };
}
