import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { describeError } from '../../../electron/contract/messages/messages.ts';
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
  // Whether a style forbids the pointer is asked of each ancestor, and none does.
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never, delay: null });
  return { services, user, close: unmount };
}

function tick(name: string): HTMLElement {
  return screen.getByLabelText(`Select ${name}`);
}

/** Nothing of the dialog is hidden, and looking for what could be takes long. */
function button(name: string): HTMLElement {
  return screen.getByRole('button', { name, hidden: true });
}

function row(name: string): HTMLElement {
  const found = rows().find((one) => one.dataset['rowId']?.endsWith(`/${name}`));
  if (found === undefined) throw new Error(`no row of ${name}`);
  return found;
}

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[role=row]')];
}

/** All at once: each key draws the dialog anew. */
async function put({ user }: Opened, field: HTMLElement, text: string): Promise<void> {
  await user.click(field);
  await user.paste(text);
}

const listed = '8 Hybrid Connections, 4 can be added';

describe('Configure New Hybrid Connections', () => {
  it('signs in by the browser, whose page the app opens, and lists the only subscription', async () => {
    const { services, user } = open({
      'azure.accounts': { accounts: [] },
      'azure.startSignIn': { id, step: { kind: 'browser', url: 'https://login.test/' } },
    });
    const waiting = services.bridge.hold('azure.waitForSignIn');
    await user.click(await screen.findByText('Sign in'));
    expect(await screen.findByText('Finish signing in in your browser.')).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([{ method: 'browser' }]);
    expect(services.bridge.inputsOf('app.openSignIn')).toEqual([{ id }]);
    services.bridge.answer('azure.accounts', { accounts: [sampleAccount()] });
    waiting.release({ account: sampleAccount() });
    expect(await screen.findByText(listed)).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.browse')).toEqual([place]);
  });

  it('says what a cloud lacks: in China connections listen with keys', async () => {
    open({ 'azure.accounts': { accounts: [sampleAccount({ cloud: 'china' })] } });
    expect(await screen.findByText(/^This cloud has no Entra roles for relays/u)).toBeVisible();
    expect(screen.queryByRole('radio')).toBeNull();
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
      user.click(await screen.findByText('Use a code on another device'));
    await byCode();
    expect(await screen.findByText('C7KX9QRTD')).toBeInTheDocument();
    expect(services.bridge.inputsOf('app.openSignIn')).toEqual([]);
    services.bridge.refuse('app.openSignIn', 'HCM6018');
    await user.click(button('Open it here'));
    expect(await screen.findByText('This sign-in or search is over')).toBeInTheDocument();
    expect(screen.getByText('C7KX9QRTD')).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.cancelSignIn')).toEqual([]);
    await user.click(button('Cancel sign-in'));
    expect(services.bridge.inputsOf('azure.cancelSignIn')).toEqual([{ id }]);
    await byCode();
    await screen.findByText('C7KX9QRTD');
    close();
    expect(services.bridge.inputsOf('azure.cancelSignIn')).toHaveLength(2);
  });

  it('hands a secret on once, and says why a sign-in failed', async () => {
    const opened = open({ 'azure.accounts': { accounts: [] } });
    const { services, user } = opened;
    services.bridge.refuse('azure.startSignIn', 'HCM6007', { name: id });
    await user.click(await screen.findByText('More options'));
    await user.click(screen.getByRole('radio', { name: 'Service principal' }));
    await user.click(button('Sign in'));
    expect(screen.getByText('Type the secret.')).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([]);
    await put(opened, screen.getByLabelText(/^Tenant/u), 'contoso.com');
    await put(opened, screen.getByLabelText(/^Client ID/u), id);
    await put(opened, screen.getByLabelText(/^Secret/u, { selector: '[type=password]' }), 'hush');
    await user.click(button('Sign in'));
    expect(await screen.findByText(/^Azure refused the secret or certificate/u)).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([
      { method: 'servicePrincipal', tenant: 'contoso.com', clientId: id, secret: 'hush' },
    ]);
    expect(screen.getByLabelText(/^Secret/u, { selector: '[type=password]' })).toHaveValue('');
  });

  it('says of each why it can’t be added, and lets tick the others', async () => {
    const { user } = open();
    expect(await screen.findByText(listed)).toBeInTheDocument();
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
    expect(screen.getByText('4 selected. Adds 4 listeners, which Azure charges for.')).toBeInTheDocument();
    await user.click(tick('pos-oracle'));
    expect(screen.getByText(/^3 selected/u)).toBeInTheDocument();
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
    expect(screen.getByText(/^3 selected/u)).toBeInTheDocument();
    expect(tick('legacy-ftp')).not.toBeChecked();
    await user.keyboard('{Control>}a{/Control}');
    expect(screen.getByText(/^4 selected/u)).toBeInTheDocument();
    await user.keyboard('{End}{Enter}');
    expect(await screen.findByText('vendor-portal: You can’t read its keys')).toBeInTheDocument();
  });

  it('copies what mends one in Azure, or takes an endpoint for this host', async () => {
    const opened = open({ 'azure.add': { results: [] } });
    const { services, user } = opened;
    await screen.findByText(listed);
    await user.click(within(row('legacy-ftp')).getByRole('button', { name: 'No endpoint configured' }));
    await user.click(screen.getByRole('tab', { name: 'Terraform' }));
    await user.click(button('Copy'));
    const [copied] = services.bridge.inputsOf('app.copy');
    expect(copied?.text).toContain('azurerm_relay_hybrid_connection');
    const field = screen.getByLabelText('Endpoint for this host');
    await put(opened, field, 'nonsense');
    await user.keyboard('{Enter}');
    expect(screen.getByText('Type a host and a port, like sql01:1433.')).toBeInTheDocument();
    await user.clear(field);
    await put(opened, field, 'sftp01:22');
    await user.keyboard('{Enter}');
    expect(tick('legacy-ftp')).toBeChecked();
    expect(row('legacy-ftp')).toHaveFocus();
    expect(row('legacy-ftp')).toHaveTextContent('Endpoint typed here');
    expect(screen.queryByLabelText('Endpoint for this host')).toBeNull();
    await user.click(button('Save'));
    expect(services.bridge.inputsOf('azure.add')).toMatchObject([
      { ...place, connections: [{ name: 'legacy-ftp', endpoint: 'sftp01:22' }] },
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
    expect(await screen.findByText('Added 1 connection. 1 couldn’t be added.')).toBeInTheDocument();
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
    expect(await screen.findByText('2000 Hybrid Connections, 2000 can be added')).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.browsed').map(({ after }) => after)).toEqual([0, 500, 1000, 1500]);
    expect(rows().length).toBeLessThan(60);
    expect(document.querySelector('[role=grid]')).toHaveAttribute('aria-rowcount', '2001');
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
    expect(await screen.findByText('1 namespace couldn’t be read.')).toBeInTheDocument();
    expect(screen.getByText(/^contoso-old: Azure has too many requests/u)).toBeInTheDocument();
    expect(screen.getByText(/^Fabrikam: /u)).toBeInTheDocument();
    expect(row('ledger-sql')).toBeInTheDocument();
    await user.click(button('Sign in'));
    expect(screen.getByText('m.keller@contoso.com has to sign in again.')).toBeInTheDocument();
  });

  it('finds a subscription by its id, and looks there', async () => {
    const second = sampleSubscription({ name: 'Test', subscriptionId: id });
    const { services, user } = open({
      'azure.subscriptions': { subscriptions: [sampleSubscription(), second], problems: [] },
    });
    const field = await screen.findByLabelText('Subscription');
    expect(services.bridge.inputsOf('azure.browse')).toEqual([]);
    await user.type(field, '00ff');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.click(screen.getByRole('option'));
    await screen.findByText(listed);
    expect(services.bridge.inputsOf('azure.browse')).toEqual([{ ...place, subscriptionId: id }]);
  });

  it('keeps the focus inside when what had it goes away, so that Esc is heard', async () => {
    const { services, user } = open({
      'azure.accounts': { accounts: [] },
      'azure.startSignIn': { id, step: { kind: 'browser', url: 'https://login.test/' } },
    });
    services.bridge.hold('azure.waitForSignIn');
    await user.click(await screen.findByText('Sign in'));
    await screen.findByText('Finish signing in in your browser.');
    await waitFor(() => expect(screen.getByRole('dialog', { hidden: true })).toHaveFocus());
    await user.keyboard('{Escape}');
    expect(services.ui.getState().dialog).toBeNull();
  });

  it('ends the help, and empties the search, by Esc before it goes', async () => {
    const opened = open();
    const { services, user } = opened;
    await screen.findByText(listed);
    await user.click(within(row('legacy-ftp')).getByRole('button', { name: 'No endpoint configured' }));
    await user.click(screen.getByLabelText('Endpoint for this host'));
    await user.keyboard('{Escape}');
    expect(screen.queryByLabelText('Endpoint for this host')).toBeNull();
    const search = screen.getByPlaceholderText('Search name, namespace or endpoint');
    await put(opened, search, 'sql');
    expect(rows()).toHaveLength(3);
    await user.keyboard('{Escape}');
    expect(rows()).toHaveLength(9);
    expect(services.ui.getState().dialog).toEqual({ kind: 'configure' });
  });

  it('says how many of those to be added the search hides', async () => {
    const opened = open({ 'azure.add': { results: [] } });
    const { services, user } = opened;
    await screen.findByText(listed);
    await user.click(tick('ledger-sql'));
    await user.click(tick('finance-api'));
    await put(opened, screen.getByPlaceholderText('Search name, namespace or endpoint'), 'fin');
    expect(screen.getByText(/^2 selected\..* 1 of them is hidden by the search\.$/u)).toBeInTheDocument();
    await user.click(button('Save'));
    const [asked] = services.bridge.inputsOf('azure.add');
    expect(asked?.connections.map(({ name }) => name)).toEqual(['finance-api', 'ledger-sql']);
  });

  it('stops between two turns of Save, and says what wasn’t tried', async () => {
    const many = Array.from({ length: 25 }, (_unused, index) => sampleConnection(`service-${index}`));
    const { services, user } = open({ 'azure.browsed': sampleBrowsed(many) });
    await screen.findByText('25 Hybrid Connections, 25 can be added');
    const first = services.bridge.hold('azure.add');
    await user.click(screen.getByLabelText('Select all that can be added'));
    await user.click(button('Save'));
    expect(screen.getByText('Adding… 0 of 25')).toBeInTheDocument();
    await user.click(button('Stop'));
    const connection = sampleView({ number: 31, name: 'service-0' });
    first.release({ results: Array.from({ length: 10 }, () => ({ connection, problem: null })) });
    expect(await screen.findByText('Added 10 connections. 15 weren’t tried any more.')).toBeInTheDocument();
    expect(services.bridge.inputsOf('azure.add')).toHaveLength(1);
    expect(screen.getByText(/^15 selected/u)).toBeInTheDocument();
  });

  it('stays after the yes to the root key while others still wait for something else', async () => {
    const view = sampleView({ number: 31, name: 'ledger-sql' });
    const { services, user } = open({
      'azure.add': ({ connections, mayUseRootKey }) => ({
        results: connections.map(({ name }) =>
          name === 'ledger-sql' && mayUseRootKey
            ? { connection: view, problem: null }
            : {
                connection: null,
                problem: { code: name === 'ledger-sql' ? 'HCM6041' : 'HCM6040', details: {} },
              },
        ),
      }),
    });
    await screen.findByText(listed);
    await user.click(tick('finance-api'));
    await user.click(tick('ledger-sql'));
    await user.click(button('Save'));
    await user.click(await screen.findByText('Use it anyway'));
    expect(await screen.findByText('Added 1 connection.')).toBeInTheDocument();
    expect(row('finance-api')).toHaveTextContent('There is no rule with the right Listen');
    expect(services.ui.getState().dialog).toEqual({ kind: 'configure' });
  });

  it('asks for the root key of none that is unticked by then', async () => {
    const { user } = open({
      'azure.add': { results: [{ connection: null, problem: { code: 'HCM6041', details: {} } }] },
    });
    await screen.findByText(listed);
    await user.click(tick('ledger-sql'));
    await user.click(button('Save'));
    await screen.findByText('Use it anyway');
    await user.click(tick('ledger-sql'));
    expect(screen.queryByText('Use it anyway')).toBeNull();
  });

  it('adds after a look that was begun anew only what is there, and says how many that are', async () => {
    const { services, user } = open({
      'azure.browsed': sampleBrowsed(sampleConnections(), {
        problems: [{ namespace: 'contoso-old', problem: { code: 'HCM6024', details: {} } }],
      }),
    });
    await screen.findByText(listed);
    await user.click(tick('finance-api'));
    await user.click(tick('ledger-sql'));
    const [, finance] = sampleConnections();
    services.bridge.answer(
      'azure.browsed',
      sampleBrowsed([{ ...finance!, obstacle: 'configured' }, sampleConnection('ledger-sql')]),
    );
    await user.click(button('Try again'));
    await screen.findByText('2 Hybrid Connections, 1 can be added');
    expect(screen.getByText(/^1 selected/u)).toBeInTheDocument();
  });

  it('signs in again where the account is in the way of the list, and keeps what was ticked', async () => {
    const { services, user } = open();
    await screen.findByText(listed);
    await user.click(tick('ledger-sql'));
    services.bridge.refuse('azure.add', 'HCM6004', { name: 'm.keller@contoso.com' });
    await user.click(button('Save'));
    await user.click(await screen.findByText('Sign in'));
    services.bridge.answer('azure.startSignIn', { id, step: { kind: 'none' } });
    services.bridge.answer('azure.waitForSignIn', { account: sampleAccount() });
    await user.click(await screen.findByText('Sign in'));
    expect(services.bridge.inputsOf('azure.startSignIn')).toEqual([
      { method: 'browser', accountId: place.accountId },
    ]);
    await screen.findByText(listed);
    expect(tick('ledger-sql')).toBeChecked();
    expect(screen.queryByText('Sign in')).toBeNull();
  });

  it('reads all anew, with the same subscription, when the account is gone', async () => {
    const second = sampleSubscription({ name: 'Test', subscriptionId: id });
    const { services, user } = open({
      'azure.subscriptions': { subscriptions: [sampleSubscription(), second], problems: [] },
    });
    services.bridge.refuse('azure.browse', 'HCM6014');
    await user.click(await screen.findByLabelText('Subscription'));
    await user.click(screen.getByText('Test'));
    await screen.findByText('This account isn’t signed in here');
    services.bridge.answer('azure.browse', { id });
    await user.click(button('Try again'));
    await screen.findByText(listed);
    expect(services.bridge.inputsOf('azure.accounts')).toHaveLength(2);
    expect(services.bridge.inputsOf('azure.browse').at(-1)).toEqual({ ...place, subscriptionId: id });
  });

  it('says of an account that can’t be used why, with the sign-in that mends it', async () => {
    const problem = { code: 'HCM4010', details: {} } as const;
    open({
      'azure.accounts': { accounts: [sampleAccount({ needsSignIn: true })] },
      'azure.subscriptions': {
        subscriptions: [],
        problems: [{ accountId: place.accountId, tenantId: null, tenantName: '', problem }],
      },
    });
    expect(await screen.findByText(describeError(problem).title)).toBeInTheDocument();
    expect(button('Sign in')).toBeInTheDocument();
    expect(screen.queryByText('This account has no subscription. Choose another account.')).toBeNull();
  });
});
