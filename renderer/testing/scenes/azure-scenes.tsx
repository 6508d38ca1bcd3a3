/** Signing in with Azure, the accounts, and Configure New Hybrid Connections in all of its states. */
import type { SignInStep } from '../../../electron/contract/azure.ts';
import {
  sampleAccount,
  sampleBrowsed,
  sampleConnection,
  sampleConnections,
  sampleSubscription,
} from '../sample-azure.ts';
import type { Person } from '../person.ts';
import type { Scene } from '../scene.ts';
import { sampleViews } from '../sample-views.ts';
import type { Answers } from '../test-bridge.ts';

const id = '5f0f6f3e-1a2b-4c3d-8e4f-0000000000ff';
const never = (): Promise<never> => new Promise(() => undefined);

function answers(change: Answers = {}): Answers {
  return {
    'azure.accounts': { accounts: [sampleAccount()] },
    'azure.subscriptions': { subscriptions: [sampleSubscription()], problems: [] },
    'azure.browse': { id },
    'azure.browsed': sampleBrowsed(sampleConnections()),
    'azure.stopBrowsing': {},
    'azure.cancelSignIn': {},
    'azure.waitForSignIn': never,
    'app.openSignIn': {},
    'app.copy': {},
    ...change,
  };
}

function scene(name: string, change: Answers, presses: readonly string[] = []): Scene {
  return {
    name,
    bridge: () => ({ answers: answers(change) }),
    prepare: ({ ui }, person) => {
      ui.openDialog({ kind: name.startsWith('azure-accounts') ? 'accounts' : 'configure' });
      void pressAll(person, presses);
    },
  };
}

function signIn(step: SignInStep): Answers {
  return { 'azure.accounts': { accounts: [] }, 'azure.startSignIn': { id, step } };
}

const twoTicked = ['[aria-label="Select finance-api"]', '[aria-label="Select ledger-sql"]'];

export const scenes: readonly Scene[] = [
  scene('azure-signed-out', { 'azure.accounts': { accounts: [] } }),
  scene('azure-more-options', { 'azure.accounts': { accounts: [] } }, [
    'button[aria-expanded=false]',
    'input[value=servicePrincipal]',
  ]),
  scene('azure-browser', signIn({ kind: 'browser', url: 'https://login.microsoftonline.com/' }), [
    '[data-initial-focus]',
  ]),
  scene(
    'azure-device-code',
    signIn({
      kind: 'deviceCode',
      userCode: 'C7KX9QRTD',
      verificationUrl: 'https://microsoft.com/devicelogin',
      expiresAt: new Date(Date.now() + 14.5 * 60_000).toISOString(),
    }),
    ['[data-initial-focus] + button'],
  ),
  scene('azure-loading', { 'azure.browsed': never }),
  scene('azure-table', {}, twoTicked),
  scene('azure-mend', {}, ['[aria-label^="legacy-ftp"] [data-column=note] button']),
  scene(
    'azure-partial',
    {
      'azure.add': ({ connections }) => ({
        results: connections.map((_wanted, index) =>
          index === 0
            ? { connection: sampleViews()[0] ?? null, problem: null }
            : {
                connection: null,
                problem: {
                  code: 'HCM6041',
                  details: { name: 'ledger-sql', namespace: 'contoso-relay-weu', group: 'relays' },
                },
              },
        ),
      }),
    },
    [...twoTicked, '.fui-DialogActions button:nth-of-type(2)'],
  ),
  scene('azure-empty', { 'azure.browsed': sampleBrowsed([]) }),
  scene('azure-error', {
    'azure.browsed': sampleBrowsed([], {
      problem: { code: 'HCM6013', details: { host: 'management.azure.com', reason: 'ETIMEDOUT' } },
    }),
  }),
  scene('azure-some-unread', {
    'azure.subscriptions': {
      subscriptions: [sampleSubscription()],
      problems: [
        {
          accountId: sampleAccount().id,
          tenantId: 'f',
          tenantName: 'Fabrikam',
          problem: { code: 'HCM6004', details: { name: 'm.keller@contoso.com' } },
        },
      ],
    },
    'azure.browsed': sampleBrowsed(sampleConnections(), {
      problems: [{ namespace: 'contoso-old', problem: { code: 'HCM6024', details: { seconds: 30 } } }],
    }),
  }),
  scene('azure-loading-some', {
    'azure.browsed': ({ after }) =>
      after === 0 ? sampleBrowsed(sampleConnections().slice(0, 5), { done: false }) : never(),
  }),
  scene('azure-saving', { 'azure.add': never }, [...twoTicked, '.fui-DialogActions button:nth-of-type(2)']),
  scene('azure-no-key', {}, ['[aria-label^="vendor-portal"] [data-column=note] button']),
  scene('azure-needs-sign-in', {
    'azure.accounts': { accounts: [sampleAccount({ needsSignIn: true })] },
    'azure.subscriptions': {
      subscriptions: [],
      problems: [
        {
          accountId: sampleAccount().id,
          tenantId: null,
          tenantName: '',
          problem: { code: 'HCM6004', details: { name: 'm.keller@contoso.com' } },
        },
      ],
    },
  }),
  scene('azure-no-subscription', { 'azure.subscriptions': { subscriptions: [], problems: [] } }),
  scene('azure-wide', {
    'azure.browsed': sampleBrowsed([
      sampleConnection('orders-integration-production-primary', {
        namespace: 'contoso-integration-production-germanywestcentral',
        region: 'Germany West Central',
        endpoint: { host: 'orders-integration.production.emea.corp.contoso.com', port: 31433 },
        listeners: 25,
      }),
      ...sampleConnections(),
    ]),
  }),
  scene('azure-long', {
    'azure.browsed': sampleBrowsed(
      Array.from({ length: 400 }, (_unused, index) => sampleConnection(`service-${index}`)),
    ),
  }),
  scene('azure-accounts', {
    'azure.accounts': {
      accounts: [
        sampleAccount(),
        sampleAccount({
          id,
          kind: 'servicePrincipal',
          name: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
          cloud: 'china',
          needsSignIn: true,
        }),
      ],
    },
  }),
];

async function pressAll(person: Person, selectors: readonly string[]): Promise<void> {
  for (const selector of selectors) await person.press(selector);
}
