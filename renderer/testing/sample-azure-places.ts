/** An account, its subscription, and what is in it: namespaces, regions, apps with plans in every state. */
import type { AzureAccount, AzureSubscription } from '../../electron/contract/azure.ts';
import type { AzureApps, AzurePlaces } from '../../electron/contract/azure-resource.ts';
import type { Answers } from './test-bridge.ts';

type App = AzureApps['apps'][number];

const tenantId = '5f0c0c0a-0000-4000-8000-000000000001';
const subscriptionId = '5f0c0c0a-0000-4000-8000-000000000002';

export const sampleAccount: AzureAccount = {
  id: '5f0c0c0a-0000-4000-8000-000000000003',
  kind: 'user',
  name: 'm.keller@contoso.com',
  tenantId,
  cloud: 'public',
  authority: 'login.microsoftonline.com',
  signedInAt: '2026-11-19T08:12:00.000Z',
  needsSignIn: false,
};

export const sampleSubscription: AzureSubscription = {
  accountId: sampleAccount.id,
  tenantId,
  tenantName: 'Contoso',
  subscriptionId,
  name: 'Production',
  state: 'Enabled',
};

export const samplePlaces: AzurePlaces = {
  groups: [
    { name: 'relays', region: 'West Europe' },
    { name: 'shop', region: 'North Europe' },
  ],
  namespaces: [
    { name: 'contoso-weu', resourceGroup: 'relays', region: 'West Europe' },
    { name: 'contoso-neu', resourceGroup: 'relays', region: 'North Europe' },
  ],
  regions: ['East US', 'North Europe', 'West Europe'],
};

export function sampleAppId(name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/shop/providers/Microsoft.Web/sites/${name}`;
}

export function sampleApp(name: string, change: Partial<App> = {}): App {
  return {
    id: sampleAppId(name),
    name,
    resourceGroup: 'shop',
    region: 'North Europe',
    plan: { name: 'shop-plan', tier: 'Standard', used: 3, limit: 25 },
    obstacle: null,
    ...change,
  };
}

export const sampleApps: readonly App[] = [
  sampleApp('shop-web'),
  sampleApp('shop-admin', {
    plan: { name: 'small', tier: 'Basic', used: 5, limit: 5 },
    obstacle: 'planFull',
  }),
  sampleApp('landing-page', {
    plan: { name: 'free', tier: 'Free', used: null, limit: 0 },
    obstacle: 'planTier',
  }),
  sampleApp('payroll-fn', {
    resourceGroup: 'payroll',
    region: 'West Europe',
    plan: { name: 'payroll-plan', tier: 'PremiumV3', used: 12, limit: 220 },
  }),
];

/** Of somebody who is signed in, and for whom Azure answers. */
export const sampleAzureAnswers = {
  'azure.accounts': { accounts: [sampleAccount] },
  'azure.subscriptions': { subscriptions: [sampleSubscription], problems: [] },
  'azure.places': samplePlaces,
  'azure.apps': { apps: [...sampleApps], problems: [] },
  'azure.appsFor': { apps: [...sampleApps], problems: [] },
} satisfies Answers;
