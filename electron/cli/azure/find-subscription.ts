/** The subscription that somebody names, by its id or its name, among those of all accounts that are signed in. */
import type { Host } from '../../contract/api.ts';
import type { AzureSubscription } from '../../contract/azure.ts';
import { HcmError } from '../../contract/errors.ts';
import type { CliOutput } from '../cli-io.ts';
import { printError } from '../print-error.ts';

/**
 * What some accounts and tenants couldn't tell is only said where it matters: when nothing was found.
 * @throws HcmError HCM6001, HCM6022, HCM6030
 */
export async function findSubscription(
  host: Host,
  wanted: string,
  errors: CliOutput,
): Promise<AzureSubscription> {
  const { subscriptions, problems } = await host.call('azure.subscriptions', {});
  const name = wanted.toLowerCase();
  const byId = subscriptions.find(({ subscriptionId }) => subscriptionId.toLowerCase() === name);
  if (byId !== undefined) return byId;
  const byName = subscriptions.filter((one) => one.name.toLowerCase() === name);
  const ids = new Set(byName.map(({ subscriptionId }) => subscriptionId));
  if (ids.size > 1) throw new HcmError('HCM6030', { name: wanted });
  const [found] = byName;
  if (found !== undefined) return found;
  for (const { problem } of problems) printError(errors, new HcmError(problem.code, problem.details));
  throw new HcmError('HCM6022', { name: wanted });
}
