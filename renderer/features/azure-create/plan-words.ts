/** An app's plan in words: its tier, and how many Hybrid Connections it uses of those it may (S40 to S42). Pure. */
import type { AzureApps } from '../../../electron/contract/azure-resource.ts';
import { enPlans } from '../../../electron/contract/messages/en-azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';

type App = AzureApps['apps'][number];

export function planWords({ plan, obstacle }: App): string {
  if (plan === null) return enPlans.none;
  const { name, tier, used, limit } = plan;
  // Of a plan that takes none, numbers say nothing.
  if (obstacle === 'planTier') return fillText(enPlans.plain, { name, tier });
  if (used !== null && limit !== null) return fillText(enPlans.counted, { name, tier, used, limit });
  if (used !== null) return fillText(enPlans.used, { name, tier, used });
  if (limit !== null) return fillText(enPlans.limited, { name, tier, limit });
  return fillText(enPlans.plain, { name, tier });
}

export function placeWords({ region, resourceGroup }: Pick<App, 'region' | 'resourceGroup'>): string {
  return fillText(enPlans.place, { region, group: resourceGroup });
}
