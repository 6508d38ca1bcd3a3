/** Subscriptions of accounts in all their tenants. One account's or tenant's trouble stands beside the others' results. */
import type { AzureAccount, AzureSubscription } from '../../contract/azure.ts';
import type { CallOutput } from '../../contract/api.ts';
import { toErrorData } from '../../contract/errors.ts';
import type { ArmClient } from './arm-client.ts';
import { subscriptionsQuestion, tenantsQuestion } from './arm-resources.ts';

type Found = CallOutput<'azure.subscriptions'>;
type Problem = Found['problems'][number];

interface Tenant {
  readonly tenantId: string | null;
  readonly name: string;
}

/** @param armOf a client in the name of the account in that tenant; null: the account's own. */
export async function findSubscriptions(
  accounts: readonly AzureAccount[],
  armOf: (accountId: string, tenantId: string | null) => Promise<ArmClient>,
): Promise<Found> {
  const found = await Promise.all(accounts.map((account) => ofAccount(account, armOf)));
  return {
    subscriptions: found.flatMap(({ subscriptions }) => subscriptions).sort(byName),
    problems: found.flatMap(({ problems }) => problems),
  };
}

async function ofAccount(
  account: AzureAccount,
  armOf: (accountId: string, tenantId: string | null) => Promise<ArmClient>,
): Promise<Found> {
  const problems: Problem[] = [];
  const problem = ({ tenantId, name }: Tenant, error: unknown): void => {
    problems.push({ accountId: account.id, tenantId, tenantName: name, problem: toErrorData(error) });
  };
  let tenants: readonly Tenant[];
  try {
    tenants = await tenantsOf(account, await armOf(account.id, null));
  } catch (error) {
    problem({ tenantId: account.tenantId, name: '' }, error);
    return { subscriptions: [], problems };
  }
  const found = await Promise.all(
    tenants.map(async (tenant) => {
      try {
        return await inTenant(account, tenant, await armOf(account.id, tenant.tenantId));
      } catch (error) {
        problem(tenant, error);
        return [];
      }
    }),
  );
  return { subscriptions: found.flat(), problems };
}

/** Services and computers know only their own. */
async function tenantsOf({ kind, tenantId }: AzureAccount, arm: ArmClient): Promise<readonly Tenant[]> {
  if (kind !== 'user') return [{ tenantId, name: '' }];
  const tenants: Tenant[] = [];
  for await (const page of arm.list(tenantsQuestion)) {
    for (const one of page) tenants.push({ tenantId: one.tenantId, name: one.displayName ?? '' });
  }
  return tenants;
}

async function inTenant(account: AzureAccount, tenant: Tenant, arm: ArmClient): Promise<AzureSubscription[]> {
  const found: AzureSubscription[] = [];
  for await (const page of arm.list(subscriptionsQuestion)) {
    for (const { subscriptionId, displayName, state } of page) {
      found.push({
        accountId: account.id,
        tenantId: tenant.tenantId ?? '',
        tenantName: tenant.name,
        subscriptionId,
        name: displayName ?? subscriptionId,
        state: state ?? '',
      });
    }
  }
  return found;
}

function byName(one: AzureSubscription, other: AzureSubscription): number {
  return one.name.localeCompare(other.name) || one.subscriptionId.localeCompare(other.subscriptionId);
}
