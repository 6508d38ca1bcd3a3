/**
 * Which key a host listens with: the one that may do least. A rule of the Hybrid Connection before one of the namespace, Listen
 * alone before Listen with more, and the root rule of a namespace only after a yes (product B6, relay-protocol §2.3). Pure.
 */
import type { ArmRule } from './arm-resources.ts';

export const rootRule = 'RootManageSharedAccessKey';

export interface ChosenRule {
  readonly name: string;
  /** Of the Hybrid Connection itself, not of its namespace. */
  readonly isOwn: boolean;
}

/** Null: none of them may listen. The root rule is not among those that are looked at. */
export function leastListenRule(rules: readonly ArmRule[]): ArmRule | null {
  const listening = rules.filter(({ name, properties }) => mayListen(properties.rights) && !isRoot(name));
  return [...listening].sort(byPower)[0] ?? null;
}

export function hasRoot(rules: readonly ArmRule[]): boolean {
  return rules.some(({ name, properties }) => isRoot(name) && mayListen(properties.rights));
}

/** Manage brings both others. */
function mayListen(rights: readonly string[]): boolean {
  return rights.some((right) => /^(?:listen|manage)$/iu.test(right));
}

function byPower(one: ArmRule, other: ArmRule): number {
  const [first, second] = [powerOf(one), powerOf(other)];
  if (first !== second) return first - second;
  // App Service's own name before others, then always the same one.
  const [own, others] = [isDefault(one), isDefault(other)];
  if (own !== others) return own ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}

function powerOf({ properties }: ArmRule): number {
  const rights = new Set(properties.rights.map((right) => right.toLowerCase()));
  if (rights.has('manage')) return 3;
  return rights.has('send') ? 2 : 1;
}

function isDefault({ name }: ArmRule): boolean {
  return name.toLowerCase() === 'defaultlistener';
}

function isRoot(name: string): boolean {
  return name.toLowerCase() === rootRule.toLowerCase();
}
