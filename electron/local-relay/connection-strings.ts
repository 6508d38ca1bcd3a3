/** Connection strings of the relay's entities, in the shape that the Azure portal shows (relay-protocol §1.1). */
import { listenerRuleName, senderRuleName } from './entities.ts';
import type { AuthorizationRule, EntityConfig } from './entities.ts';

/** What a listener host is given: the entity's Listen rule. `relayUrl` is `sb://host:port/`. */
export function gatewayConnectionString(relayUrl: string, entity: EntityConfig): string {
  return connectionString(relayUrl, entity, ruleOf(entity, listenerRuleName));
}

/** What a sender is given: the entity's Send rule. */
export function sendConnectionString(relayUrl: string, entity: EntityConfig): string {
  return connectionString(relayUrl, entity, ruleOf(entity, senderRuleName));
}

/** A namespace rule's string: without `EntityPath`. */
export function namespaceConnectionString(relayUrl: string, rule: AuthorizationRule): string {
  return `Endpoint=${relayUrl};SharedAccessKeyName=${rule.name};SharedAccessKey=${rule.primaryKey}`;
}

function connectionString(relayUrl: string, entity: EntityConfig, rule: AuthorizationRule): string {
  return `${namespaceConnectionString(relayUrl, rule)};EntityPath=${entity.name}`;
}

function ruleOf(entity: EntityConfig, name: string): AuthorizationRule {
  const rule = entity.rules.find((candidate) => candidate.name === name);
  if (rule === undefined) throw new RangeError(`entity ${entity.name} has no rule ${name}`);
  return rule;
}
