import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import {
  renderWithServices,
  testServices,
  type ServicesOfTest,
} from '../../testing/render-with-services.tsx';
import {
  sampleAccount,
  sampleBrowsed,
  sampleConnection,
  sampleConnections,
  sampleSubscription,
} from '../../testing/sample-azure.ts';
import { sampleView } from '../../testing/sample-views.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { ConfigureDialog } from './configure-dialog.tsx';

const id = '5f0f6f3e-1a2b-4c3d-8e4f-0000000000ff';
const place = {
  accountId: sampleAccount().id,
  tenantId: sampleSubscription().tenantId,
  subscriptionId: sampleSubscription().subscriptionId,
};

function answers(change: Answers = {}): Answers {
  return {
    'azure.accounts': { accounts: [sampleAccount()] },
    'azure.subscriptions': { subscriptions: [sampleSubscription()], problems: [] },
    'azure.browse': { id },
    'azure.browsed': sampleBrowsed(sampleConnections()),
    'azure.stopBrowsing': {},
    'azure.cancelSignIn': {},
    'app.openSignIn': {},
    'app.copy': {},
    ...change,
  };
}

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: ReturnType<typeof userEvent.setup>;
  readonly close: () => void;
}

function open(change: Answers = {}): Opened {
  const services = testServices({ answers: answers(change) });
  services.ui.openDialog({ kind: 'configure' });
  const { unmount } = renderWithServices(<ConfigureDialog />, { services });
  return { services, user: userEvent.setup(), close: unmount };
}

function tick(name: string): HTMLElement {
  return screen.getByRole('checkbox', { name: `Select ${name}` });
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

function row(name: string): HTMLElement {
  return screen.getByRole('row', { name: new RegExp(`^${name}, `, 'u') });
}

const listed = '8 Hybrid Connections, 4 can be added';

describe('Configure New Hybrid Connections', () => {
  it('signs in by the browser, whose page the app opens, and lists the only subscription', async () => {
    const { services, user } = open({
      'azure.accounts': { accounts: [] },
      'azure.startSignIn': { id, step: { kind: 'browser', url: 'https://login.test/' } },
    });
    const waiting = services.bridge.hold('azure.waitForSignIn');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Finish signing in in your browser.')).toBeVisible();
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([{ method: 'browser' }]);
    expect(services.bridge.inputsOf('app.openSignIn')).toEqual([{ id }]);
    services.bridge.answer('azure.accounts', { accounts: [sampleAccount()] });
    waiting.release({ account: sampleAccount() });
    expect(await screen.findByText(listed)).toBeVisible();
    expect(services.bridge.inputsOf('azure.browse')).toEqual([place]);
  });

  it('shows a code, and ends the sign-in when it is cancelled or the dialog goes', async () => {
    const step = {
      kind: 'deviceCode',
      userCode: 'C7KX9QRTD',
      verificationUrl: 'https://microsoft.com/devicelogin',
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    } as const;
    const { services, user, close } = open({
      'azure.accounts': { accounts: [] },
      'azure.startSignIn': { id, step },
    });
    services.bridge.hold('azure.waitForSignIn');
    const byCode = async (): Promise<void> =>
      user.click(await screen.findByRole('button', { name: 'Use a code on another device' }));
    await byCode();
    expect(await screen.findByText('C7KX9QRTD')).toBeVisible();
    expect(services.bridge.inputsOf('app.openSignIn')).toEqual([]);
    await user.click(button('Cancel sign-in'));
    expect(services.bridge.inputsOf('azure.cancelSignIn')).toEqual([{ id }]);
    await byCode();
    await screen.findByText('C7KX9QRTD');
    close();
    expect(services.bridge.inputsOf('azure.cancelSignIn')).toHaveLength(2);
  });

  it('hands a secret on once, and says why a sign-in failed', async () => {
    const { services, user } = open({ 'azure.accounts': { accounts: [] } });
    services.bridge.refuse('azure.startSignIn', 'HCM6007', { name: id });
    await user.click(await screen.findByRole('button', { name: 'More options' }));
    await user.click(screen.getByRole('radio', { name: 'Service principal' }));
    await user.click(button('Sign in'));
    expect(screen.getByText('Type the secret.')).toBeVisible();
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: /^Tenant/u }), 'contoso.com');
    await user.type(screen.getByRole('textbox', { name: /^Client ID/u }), id);
    await user.type(screen.getByLabelText(/^Secret/u, { selector: '[type=password]' }), 'hush');
    await user.click(button('Sign in'));
    expect(await screen.findByText(/^Azure refused the secret or certificate/u)).toBeVisible();
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([
      { method: 'servicePrincipal', tenant: 'contoso.com', clientId: id, secret: 'hush' },
    ]);
    expect(screen.getByLabelText(/^Secret/u, { selector: '[type=password]' })).toHaveValue('');
  });

  it('says of each why it can’t be added, and lets tick the others', async () => {
    const { user } = open();
    expect(await screen.findByText(listed)).toBeVisible();
    for (const [name, note] of [
      ['erp-api', 'Already on this host'],
      ['legacy-ftp', 'No endpoint configured'],
      ['vendor-portal', 'You can’t read its keys'],
    ] as const) {
      expect(tick(name)).toBeDisabled();
      expect(row(name)).toHaveTextContent(note);
    }
    expect(row('stock-redis')).toHaveTextContent('Use a DNS name');
    expect(row('finance-api')).toHaveTextContent('contoso-shop');
    expect(button('Save')).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('checkbox', { name: 'Select all that can be added' }));
    expect(screen.getByText('4 selected. Adds 4 listeners, which Azure charges for.')).toBeVisible();
    await user.click(tick('pos-oracle'));
    expect(screen.getByText(/^3 selected/u)).toBeVisible();
    await user.type(screen.getByRole('searchbox'), 'sql03');
    expect(screen.getAllByRole('row')).toHaveLength(2);
  });

  it('is used by keys alone: a range, all, and what a note means', async () => {
    const { user } = open();
    await screen.findByText(listed);
    act(() => row('finance-api').focus());
    await user.keyboard(' {ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(row('pos-oracle')).toHaveFocus();
    await user.keyboard('{Shift>} {/Shift}');
    expect(screen.getByText(/^3 selected/u)).toBeVisible();
    expect(tick('legacy-ftp')).not.toBeChecked();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText(/^4 selected/u)).toBeVisible();
    await user.keyboard('{End}{Enter}');
    expect(await screen.findByText('vendor-portal: You can’t read its keys')).toBeVisible();
  });

  it('copies what mends one in Azure, or takes an endpoint for this host', async () => {
    const { services, user } = open({ 'azure.add': { results: [] } });
    await screen.findByText(listed);
    await user.click(within(row('legacy-ftp')).getByRole('button', { name: 'No endpoint configured' }));
    await user.click(screen.getByRole('tab', { name: 'Terraform' }));
    await user.click(button('Copy'));
    const [copied] = services.bridge.inputsOf('app.copy');
    expect(copied?.text).toContain('azurerm_relay_hybrid_connection');
    const field = screen.getByRole('textbox', { name: 'Endpoint for this host' });
    await user.type(field, 'nonsense{Enter}');
    expect(screen.getByText('Type a host and a port, like sql01:1433.')).toBeVisible();
    await user.clear(field);
    await user.type(field, 'ftp01:21{Enter}');
    expect(tick('legacy-ftp')).toBeChecked();
    await user.click(button('Save'));
    expect(services.bridge.inputsOf('azure.add')).toMatchObject([
      { ...place, connections: [{ name: 'legacy-ftp', endpoint: 'ftp01:21' }] },
    ]);
  });

  it('adds what is ticked with the key, says so and goes', async () => {
    const view = sampleView({ number: 31, name: 'ledger-sql' });
    const { services, user } = open({ 'azure.add': { results: [{ connection: view, problem: null }] } });
    await screen.findByText(listed);
    await user.click(tick('ledger-sql'));
    await user.click(button('Save'));
    expect(services.bridge.inputsOf('azure.add')).toEqual([
      {
        ...place,
        connections: [{ resourceGroup: 'relays', namespace: 'contoso-relay-weu', name: 'ledger-sql' }],
        mayUseRootKey: false,
      },
    ]);
    expect(services.ui.getState()).toMatchObject({ dialog: null, selected: new Set([view.config.id]) });
    expect(services.toasts.getState().toasts.map(({ text }) => text)).toEqual([
      'Added ledger-sql. Connecting…',
    ]);
  });

  it('stays with the reasons when some fail, and asks for the root key for those alone', async () => {
    const views = [
      sampleView({ number: 31, name: 'finance-api' }),
      sampleView({ number: 32, name: 'ledger-sql' }),
    ];
    const problem = {
      code: 'HCM6041',
      details: { name: 'ledger-sql', namespace: 'contoso-relay-weu' },
    } as const;
    const { services, user } = open({
      'azure.add': ({ connections, mayUseRootKey }) => ({
        results: connections.map(({ name }) =>
          name === 'ledger-sql' && !mayUseRootKey
            ? { connection: null, problem }
            : { connection: views.find(({ config }) => config.name === name) ?? null, problem: null },
        ),
      }),
    });
    await screen.findByText(listed);
    await user.click(tick('finance-api'));
    await user.click(tick('ledger-sql'));
    await user.click(button('Save'));
    expect(await screen.findByText('Added 1 connection. 1 couldn’t be added.')).toBeVisible();
    expect(row('finance-api')).toHaveTextContent('Added');
    expect(tick('finance-api')).toBeDisabled();
    expect(row('ledger-sql')).toHaveTextContent('Only RootManageSharedAccessKey may listen');
    await user.click(button('Use it anyway'));
    const asked = services.bridge.inputsOf('azure.add');
    expect(asked.map(({ mayUseRootKey }) => mayUseRootKey)).toEqual([false, true]);
    expect(asked[1]?.connections.map(({ name }) => name)).toEqual(['ledger-sql']);
    expect(services.ui.getState().dialog).toBeNull();
  });

  it('listens with tokens where that is chosen, which needs no key', async () => {
    const { services, user } = open({ 'azure.add': { results: [] } });
    await screen.findByText(listed);
    await user.click(screen.getByRole('radio', { name: 'Entra token' }));
    await user.click(tick('vendor-portal'));
    await user.click(button('Save'));
    expect(services.bridge.inputsOf('azure.add')).toMatchObject([{ listenWith: 'entra' }]);
  });

  it('draws only what can be seen of many, tells how far it is, and ends the look with the dialog', async () => {
    const many = Array.from({ length: 2_000 }, (_unused, index) => sampleConnection(`service-${index}`));
    const { services, close } = open({
      'azure.browsed': ({ after }) =>
        sampleBrowsed(many.slice(after, after + 500), { done: after + 500 >= many.length }),
    });
    expect(await screen.findByText('2000 Hybrid Connections, 2000 can be added')).toBeVisible();
    expect(services.bridge.inputsOf('azure.browsed').map(({ after }) => after)).toEqual([0, 500, 1000, 1500]);
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '2001');
    close();
    expect(services.bridge.inputsOf('azure.stopBrowsing')).toEqual([{ id }]);
  });

  it('shows what couldn’t be read beside the rest, with a sign-in where that helps', async () => {
    const { user } = open({
      'azure.subscriptions': {
        subscriptions: [sampleSubscription()],
        problems: [
          {
            accountId: place.accountId,
            tenantId: 'f',
            tenantName: 'Fabrikam',
            problem: { code: 'HCM6004', details: {} },
          },
        ],
      },
      'azure.browsed': sampleBrowsed(sampleConnections(), {
        problems: [{ namespace: 'contoso-old', problem: { code: 'HCM6024', details: { seconds: 30 } } }],
      }),
    });
    expect(await screen.findByText('1 namespace couldn’t be read.')).toBeVisible();
    expect(screen.getByText(/^contoso-old: Azure has too many requests/u)).toBeVisible();
    expect(screen.getByText(/^Fabrikam: /u)).toBeVisible();
    expect(row('ledger-sql')).toBeVisible();
    await user.click(button('Sign in'));
    expect(screen.getByText('m.keller@contoso.com has to sign in again.')).toBeVisible();
  });

  it('finds a subscription by its id, and looks there', async () => {
    const second = sampleSubscription({ name: 'Test', subscriptionId: id });
    const { services, user } = open({
      'azure.subscriptions': { subscriptions: [sampleSubscription(), second], problems: [] },
    });
    const field = await screen.findByRole('combobox', { name: 'Subscription' });
    expect(services.bridge.inputsOf('azure.browse')).toEqual([]);
    await user.type(field, '00ff');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('option'));
    await screen.findByText(listed);
    expect(services.bridge.inputsOf('azure.browse')).toEqual([{ ...place, subscriptionId: id }]);
  });
});
