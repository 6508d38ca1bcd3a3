/** Where something new can be made in a subscription: its resource groups, its namespaces, and the regions that have relays. */
import type { AzurePlaces } from '../../contract/azure-resource.ts';
import { HcmError } from '../../contract/errors.ts';
import type { ArmClient, ArmQuestion } from './arm-client.ts';
import { namespacesQuestion, placeOf } from './arm-resources.ts';
import { groupsQuestion, relayProviderQuestion } from './group-resources.ts';

/** Who may see only part of the subscription gets that part. @throws HcmError HCM60xx */
export async function readPlaces(arm: ArmClient, subscriptionId: string): Promise<AzurePlaces> {
  const [groups, namespaces, provider] = await Promise.all([
    all(arm, groupsQuestion(subscriptionId)).catch(noneWhereNotPermitted([])),
    all(arm, namespacesQuestion(subscriptionId)),
    arm.ask(relayProviderQuestion(subscriptionId)).catch(noneWhereNotPermitted({ resourceTypes: [] })),
  ]);
  const type = provider.resourceTypes?.find(({ resourceType }) => /^namespaces$/iu.test(resourceType));
  return {
    groups: groups.map(({ name, location }) => ({ name, region: location ?? '' })),
    namespaces: namespaces.flatMap(({ id, name, location }) => {
      const resourceGroup = placeOf(id)?.resourceGroup;
      return resourceGroup === undefined ? [] : [{ name, resourceGroup, region: location ?? '' }];
    }),
    regions: [...(type?.locations ?? [])],
  };
}

/** One who may work in a single namespace sees neither groups nor regions, and needs none. */
function noneWhereNotPermitted<Value>(none: Value): (error: unknown) => Value {
  return (error) => {
    if (error instanceof HcmError && error.code === 'HCM6021') return none;
    throw error;
  };
}

async function all<Item>(arm: ArmClient, question: ArmQuestion<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of arm.list(question)) items.push(...page);
  return items;
}
