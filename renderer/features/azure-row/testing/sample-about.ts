/** What Azure says of a sample connection, and a rotation of its keys half way, for tests and the gallery. */
import type { AzureAbout, AzureJob } from '../../../../electron/contract/azure-resource.ts';

function app(name: string): NonNullable<AzureAbout['apps']>[number] {
  const sites =
    '/subscriptions/99999999-8888-4777-8666-555555555555/resourceGroups/apps/providers/Microsoft.Web/sites';
  return { id: `${sites}/${name}`, name };
}

export const sampleAbout: AzureAbout = {
  accountId: '11111111-2222-4333-8444-555555555555',
  resourceId:
    '/subscriptions/99999999-8888-4777-8666-555555555555/resourceGroups/relays-prod' +
    '/providers/Microsoft.Relay/namespaces/contoso-relay-weu/hybridConnections/payroll-sql',
  region: 'West Europe',
  endpoint: { host: 'sql01.corp.contoso.com', port: 1433 },
  requiresClientAuthorization: true,
  listeners: 2,
  createdAt: '2025-03-14T10:22:00.000Z',
  updatedAt: '2026-10-01T08:00:00.000Z',
  rules: [
    { name: 'defaultListener', rights: ['Listen'], of: 'connection' },
    { name: 'defaultSender', rights: ['Send'], of: 'connection' },
    { name: 'RootManageSharedAccessKey', rights: ['Listen', 'Manage', 'Send'], of: 'namespace' },
  ],
  mayReadKeys: true,
  mayChange: true,
  apps: [app('payroll-web'), app('payroll-jobs')],
  problems: [],
};

/** As a Reader of the namespace sees it. */
export const sampleAboutOfReader: AzureAbout = {
  ...sampleAbout,
  mayReadKeys: false,
  mayChange: false,
  apps: null,
  problems: [
    {
      code: 'HCM6021',
      details: {
        action: 'Microsoft.Web/serverFarms/hybridConnectionPlanLimits/read',
        scope: 'the subscription Production',
      },
    },
  ],
};

const rotationSteps = [
  'readKeys',
  'useSecondary',
  'regeneratePrimary',
  'usePrimary',
  'regenerateSecondary',
  'keepSecondary',
] as const;

/** @param done steps that are done; the next one is under way, or failed. */
export function sampleRotation(done: number, problem: AzureJob['steps'][number]['problem'] = null): AzureJob {
  const isOver = problem !== null || done === rotationSteps.length;
  return {
    steps: rotationSteps.map((step, index) => {
      if (index < done) return { step, state: 'done', problem: null };
      if (index > done) return { step, state: 'waiting', problem: null };
      return { step, state: problem === null ? 'running' : 'failed', problem };
    }),
    revision: done + 1,
    done: isOver,
    connection: null,
  };
}
