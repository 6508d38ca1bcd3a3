/**
 * The rule whose key an app sends with: the one of the Hybrid Connection that may do least (S75, relay-protocol §2.3). It is made
 * where there is none; a rule that is there keeps its rights, and the namespace's own rules are never handed to an app.
 */
import type { ArmClient } from './arm-client.ts';
import { rulePut, rulesQuestion, type ArmRule, type NamespacePlace } from './arm-resources.ts';

export const senderRule = 'defaultSender';
/** Where the usual name stands for a rule that may not send. */
const otherSenderRule = 'appSender';

export interface SendRuleInput {
  readonly place: NamespacePlace;
  readonly name: string;
  /** What the app sends with already: kept while it may send. */
  readonly inUse: string | null;
}

/** @returns its name. @throws HcmError HCM60xx */
export async function requireSendRule(arm: ArmClient, input: SendRuleInput): Promise<string> {
  const { place, name, inUse } = input;
  const rules: ArmRule[] = [];
  for await (const page of arm.list(rulesQuestion(place, name))) rules.push(...page);
  const least = leastSendRule(rules, inUse);
  if (least !== null) return least;
  const isTaken = rules.some((rule) => isSame(rule.name, senderRule));
  const made = isTaken ? otherSenderRule : senderRule;
  await arm.put(rulePut(place, name, { name: made, rights: ['Send'] }));
  return made;
}

/** Null: none of them may send. */
export function leastSendRule(rules: readonly ArmRule[], inUse: string | null): string | null {
  const sending = rules.filter(({ properties }) => has(properties.rights, 'send'));
  const kept = sending.find(({ name }) => inUse !== null && isSame(name, inUse));
  return (kept ?? [...sending].sort(byPower)[0])?.name ?? null;
}

function byPower(one: ArmRule, other: ArmRule): number {
  const [first, second] = [powerOf(one), powerOf(other)];
  if (first !== second) return first - second;
  // App Service's own name before others, then always the same one.
  const [own, others] = [isSame(one.name, senderRule), isSame(other.name, senderRule)];
  if (own !== others) return own ? -1 : 1;
  return one.name < other.name ? -1 : 1;
}

function powerOf({ properties: { rights } }: ArmRule): number {
  if (has(rights, 'manage')) return 3;
  return has(rights, 'listen') ? 2 : 1;
}

function has(rights: readonly string[], right: string): boolean {
  return rights.some((one) => isSame(one, right));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
