/** An account, its subscriptions and Hybrid Connections, as in the design's picture of Configure New Hybrid Connections. */
import type { CallOutput } from '../../electron/contract/api.ts';
import type { AzureAccount, AzureConnection, AzureSubscription } from '../../electron/contract/azure.ts';

const accountId = '5f0f6f3e-1a2b-4c3d-8e4f-000000000001';
const tenantId = '5f0f6f3e-1a2b-4c3d-8e4f-00000000000a';
const subscriptionId = '5f0f6f3e-1a2b-4c3d-8e4f-0000000000aa';

export function sampleAccount(change: Partial<AzureAccount> = {}): AzureAccount {
  return {
    id: accountId,
    kind: 'user',
    name: 'm.keller@contoso.com',
    tenantId,
    cloud: 'public',
    authority: 'login.microsoftonline.com',
    signedInAt: '2026-11-19T08:00:00.000Z',
    needsSignIn: false,
    ...change,
  };
}

export function sampleSubscription(change: Partial<AzureSubscription> = {}): AzureSubscription {
  return {
    accountId,
    tenantId,
    tenantName: 'Contoso',
    subscriptionId,
    name: 'Contoso Production',
    state: 'Enabled',
    ...change,
  };
}

export function sampleConnection(name: string, change: Partial<AzureConnection> = {}): AzureConnection {
  const { namespace = 'contoso-relay-weu' } = change;
  return {
    resourceId: `/subscriptions/${subscriptionId}/resourceGroups/relays/providers/Microsoft.Relay/namespaces/${namespace}/hybridConnections/${name}`,
    name,
    resourceGroup: 'relays',
    namespace,
    region: 'West Europe',
    endpoint: { host: `${name}.corp.contoso.com`, port: 443 },
    listeners: 0,
    existingId: null,
    obstacle: null,
    ...change,
  };
}

/** The eight of the picture. */
export function sampleConnections(): AzureConnection[] {
  const north = { namespace: 'contoso-relay-neu', region: 'North Europe' } as const;
  return [
    sampleConnection('erp-api', { obstacle: 'configured', listeners: 2 }),
    sampleConnection('finance-api', {
      endpoint: { host: 'fin-api.corp.contoso.com', port: 443 },
      listeners: 1,
    }),
    sampleConnection('ledger-sql', { endpoint: { host: 'sql03.corp.contoso.com', port: 1433 } }),
    sampleConnection('legacy-ftp', { endpoint: null, obstacle: 'noEndpoint' }),
    sampleConnection('payroll-sql', { obstacle: 'configured', listeners: 2 }),
    sampleConnection('pos-oracle', { ...north, endpoint: { host: 'ora01.corp.contoso.com', port: 1521 } }),
    sampleConnection('stock-redis', { ...north, endpoint: { host: '10.20.8.14', port: 6379 } }),
    sampleConnection('vendor-portal', { ...north, obstacle: 'noKeyPermission' }),
  ];
}

export function sampleBrowsed(
  connections: AzureConnection[],
  change: Partial<CallOutput<'azure.browsed'>> = {},
): CallOutput<'azure.browsed'> {
  const [, second] = connections;
  const apps = [{ id: '/subscriptions/s/sites/shop', name: 'contoso-shop' }];
  return {
    connections,
    problems: [],
    usage: {
      state: 'read',
      connections: second ? [{ resourceId: second.resourceId.toLowerCase(), apps }] : [],
      problem: null,
    },
    done: true,
    problem: null,
    ...change,
  };
}
