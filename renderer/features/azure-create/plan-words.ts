/** An app's plan in words: its tier, and how many Hybrid Connections it uses of those it may (S40 to S42). Pure. */
import type { AzureApps } from '../../../electron/contract/azure-resource.ts';
import { planTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';

type App = AzureApps['apps'][number];

export function planWords({ plan, obstacle }: App): string {
  if (plan === null) return planTexts.none;
  const { name, tier, used, limit } = plan;
  // Of a plan that takes none, numbers say nothing.
  if (obstacle === 'planTier') return fillText(planTexts.plain, { name, tier });
  if (used !== null && limit !== null) return fillText(planTexts.counted, { name, tier, used, limit });
  if (used !== null) return fillText(planTexts.used, { name, tier, used });
  if (limit !== null) return fillText(planTexts.limited, { name, tier, limit });
  return fillText(planTexts.plain, { name, tier });
}

export function placeWords({ region, resourceGroup }: Pick<App, 'region' | 'resourceGroup'>): string {
  return fillText(planTexts.place, { region, group: resourceGroup });
}
