/** Which rule in Azure the kept key of a connection belongs to: one of its own, else one of its namespace. Pure but for the asking. */
import type { ArmClient } from './arm-client.ts';
import { rulesQuestion, type ArmRule, type NamespacePlace } from './arm-resources.ts';
import type { ChosenRule } from './listen-rule.ts';

/** Null: neither has a rule of that name any more. @throws HcmError HCM60xx */
export async function keptRule(
  arm: ArmClient,
  place: NamespacePlace,
  { name, keyName }: { readonly name: string; readonly keyName: string },
): Promise<ChosenRule | null> {
  const own = named(await rulesOf(arm, place, name), keyName);
  if (own !== undefined) return { name: own.name, isOwn: true };
  const shared = named(await rulesOf(arm, place, null), keyName);
  return shared === undefined ? null : { name: shared.name, isOwn: false };
}

/** Of the Hybrid Connection, or of the whole namespace where none is named. */
export async function rulesOf(
  arm: ArmClient,
  place: NamespacePlace,
  name: string | null,
): Promise<readonly ArmRule[]> {
  const rules: ArmRule[] = [];
  for await (const page of arm.list(rulesQuestion(place, name))) rules.push(...page);
  return rules;
}

/** Azure doesn't tell names apart by case. */
export function named(rules: readonly ArmRule[], name: string): ArmRule | undefined {
  return rules.find((rule) => rule.name.toLowerCase() === name.toLowerCase());
}
