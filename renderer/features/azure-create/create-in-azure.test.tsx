import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel, type UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { AzureJob, AzureJobStep } from '../../../electron/contract/azure-resource.ts';
import type { PlannedConnection } from '../../../electron/contract/azure-create-lines.ts';
import { HcmError, type ErrorData } from '../../../electron/contract/errors.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { sampleAccount, sampleAppId, sampleAzureAnswers } from '../../testing/sample-azure-places.ts';
import { sampleView } from '../../testing/sample-views.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { useUi } from '../../services.tsx';
import { inputOf } from './create-form.ts';
import { CreateInAzure } from './create-in-azure.tsx';

const jobId = '5f0c0c0a-0000-4000-8000-000000000009';
const made = sampleView({ number: 21, name: 'payroll-new' });
const steps: readonly AzureJobStep[] = ['connection', 'listenRule', 'sendRule', 'add'];

/** As far as the step of this number; behind the last one it is done. */
function jobAt(at: number, problem: ErrorData | null = null): AzureJob {
  const isWhole = at >= steps.length;
  return {
    steps: steps.map((step, index) => {
      if (index < at) return { step, state: 'done', problem: null };
      if (index > at) return { step, state: 'waiting', problem: null };
      return { step, state: problem === null ? 'running' : 'failed', problem };
    }),
    revision: at + 1,
    done: isWhole || problem !== null,
    connection: isWhole ? made : null,
  };
}

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: UserEvent;
}

/** With a namespace and a group of its own. */
const half: PlannedConnection = {
  cloud: 'public',
  subscriptionId: '5f0c0c0a-0000-4000-8000-000000000002',
  resourceGroup: 'relays-new',
  isNewGroup: true,
  namespace: 'contoso-new',
  newRegion: 'West Europe',
  name: 'half-done',
  endpoint: { host: 'sql01', port: 1433 },
  app: null,
};

function Open() {
  return useUi(({ dialog }) => dialog?.kind === 'createInAzure') ? <CreateInAzure /> : null;
}

function open(answers: Answers = {}): Opened {
  const { services } = renderWithServices(<Open />, {
    answers: { ...sampleAzureAnswers, 'azure.startCreation': { id: jobId }, ...answers },
  });
  act(() => services.ui.openDialog({ kind: 'createInAzure' }));
  return { services, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}

/** By hand: in a document of this size a search by role takes a good part of a second. */
function button(name: string): HTMLElement {
  const found = [...document.querySelectorAll('button')].filter(
    (one) => (one.ariaLabel ?? one.textContent) === name || one.firstChild?.firstChild?.textContent === name,
  );
  expect(found, name).toHaveLength(1);
  return found[0]!;
}
const field = (name: string): HTMLElement => screen.getByLabelText(name);

/** All at once: key by key a form takes long, and what counts is what is in it. */
function put(name: string, value: string): void {
  fireEvent.change(field(name), { target: { value } });
}

async function fill({ user }: Opened): Promise<void> {
  await screen.findByLabelText('Name');
  put('Name', 'payroll-new');
  put('Endpoint host', 'sql01.corp.contoso.com');
  put('Endpoint port', '1433');
  await waitFor(() => expect(field('Choose a namespace…')).toBeEnabled());
  await user.click(field('Choose a namespace…'));
  await user.click(await screen.findByText('contoso-weu'));
}

/** Answers of the host's, one after the other; each question gets the next as soon as there is one. */
function progressOf(services: ServicesOfTest): (job: AzureJob) => Promise<void> {
  let held = services.bridge.hold('azure.progress');
  return async (job) => {
    const { release } = held;
    await waitFor(() => expect(services.bridge.inputsOf('azure.progress').length).toBeGreaterThan(0));
    held = services.bridge.hold('azure.progress');
    await act(() => {
      release(job);
      return Promise.resolve();
    });
  };
}

describe('Create a Hybrid Connection', () => {
  it('makes exactly what is said, shows each step, and opens what was made', async () => {
    const all = open();
    const tell = progressOf(all.services);
    await fill(all);
    const summary = screen.getByText('What is made').parentElement!;
    expect(summary).toHaveTextContent(
      'Hybrid Connection payroll-new for sql01.corp.contoso.com:1433, in contoso-weu',
    );
    expect(summary).toHaveTextContent('2 rules');
    expect(summary).toHaveTextContent('one listener');
    await all.user.click(button('Create'));
    expect(all.services.bridge.inputsOf('azure.startCreation')).toEqual([
      {
        accountId: sampleAccount.id,
        tenantId: sampleAccount.tenantId,
        subscriptionId: '5f0c0c0a-0000-4000-8000-000000000002',
        resourceGroup: 'relays',
        mayMakeGroup: false,
        namespace: 'contoso-weu',
        region: null,
        name: 'payroll-new',
        endpoint: 'sql01.corp.contoso.com:1433',
        appId: null,
        by: 'm.keller',
      },
    ]);
    await tell(jobAt(1));
    expect((await screen.findByText('Make the Hybrid Connection')).closest('li')).toHaveTextContent(/done/u);
    expect(screen.getByText('Step 2 of 4: Make its listen rule, defaultListener.')).toBeInTheDocument();
    await tell(jobAt(4));
    expect(screen.queryByText(/isn’t complete/u)).toBeNull();
    expect(screen.queryByText('Try again')).toBeNull();
    // Not in the list yet: it must not be shown before it is there.
    expect(all.services.ui.getState().detailsOpen).toBe(false);
    act(() => all.services.connections.applySnapshot(1, [made]));
    await waitFor(() => expect(all.services.ui.getState().dialog).toBeNull());
    expect(all.services.ui.getState().detailsOpen).toBe(true);
    expect([...all.services.ui.getState().selected]).toEqual([made.config.id]);
    expect(all.services.toasts.getState().toasts.at(-1)?.text).toBe('Created payroll-new.');
  });

  it('names the missing permission at its step, and tries the same again or lets it be changed', async () => {
    const all = open();
    const tell = progressOf(all.services);
    await fill(all);
    await all.user.click(button('Create'));
    const action = 'Microsoft.Relay/namespaces/hybridConnections/write';
    await tell(jobAt(0, { code: 'HCM6021', details: { action, scope: '/subscriptions/x' } }));
    expect(await screen.findByRole('alert')).toHaveTextContent(action);
    expect(screen.getByText(/What was made stays in Azure/u)).toBeVisible();
    await all.user.click(button('Try again'));
    const asked = all.services.bridge.inputsOf('azure.startCreation');
    expect(asked).toHaveLength(2);
    expect(asked[1]).toEqual(asked[0]);
    await tell(jobAt(0, { code: 'HCM6021', details: { action } }));
    await all.user.click(await screen.findByRole('button', { name: 'Change what is made' }));
    expect(field('Name')).toHaveValue('payroll-new');
    expect(button('Create')).toBeVisible();
  });

  it('stops behind the step under way, and says so without alarm', async () => {
    const all = open({ 'azure.stopJob': {} });
    const tell = progressOf(all.services);
    await fill(all);
    await all.user.click(button('Create'));
    await tell(jobAt(1));
    await all.user.click(await screen.findByRole('button', { name: 'Stop' }));
    expect(all.services.bridge.inputsOf('azure.stopJob')).toEqual([{ id: jobId }]);
    await tell(jobAt(2, { code: 'HCM6002', details: {} }));
    expect(await screen.findByText('Stopped here. What was done stays.')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('goes on looking when the host couldn’t be asked', async () => {
    const all = open();
    all.services.bridge.refuse('azure.progress', 'HCM5005');
    await fill(all);
    await all.user.click(button('Create'));
    expect(await screen.findByText('How it goes can’t be read')).toBeVisible();
    all.services.bridge.answer('azure.progress', jobAt(0, { code: 'HCM6025', details: {} }));
    await all.user.click(button('Look again'));
    expect(await screen.findByText(/Azure Resource Manager has trouble/u)).toBeVisible();
  });

  it('doesn’t ask on when the host knows nothing of it any more', async () => {
    const all = open();
    all.services.bridge.refuse('azure.progress', 'HCM6018');
    await fill(all);
    await all.user.click(button('Create'));
    expect(await screen.findByText(/^The host doesn’t know any more how it went/u)).toBeVisible();
    await all.user.click(button('Change what is made'));
    expect(field('Name')).toHaveValue('payroll-new');
    expect(all.services.ui.getState().creation).toBeNull();
  });

  it('shows again what was closed half done, and tries it again or lets it be changed', async () => {
    const all = open();
    const { bridge, ui } = all.services;
    bridge.answer('azure.progress', jobAt(1, { code: 'HCM6025', details: {} }));
    act(() => ui.closeDialog());
    ui.creationBegan({ jobId, plan: half, input: inputOf(half, { accountId: 'a', tenantId: 't' }) });
    act(() => ui.openDialog({ kind: 'createInAzure' }));
    expect(await screen.findByText(/Azure Resource Manager has trouble/u)).toBeVisible();
    await all.user.click(button('Try again'));
    expect(bridge.inputsOf('azure.startCreation')).toMatchObject([
      { name: 'half-done', region: 'West Europe' },
    ]);
    await all.user.click(await screen.findByRole('button', { name: 'Change what is made' }));
    await waitFor(() => expect(field('Name')).toHaveValue('half-done'));
    expect(field('Name of the new namespace')).toHaveValue('contoso-new');
  });

  it('tells of a refusal that comes when it is closed already', async () => {
    const all = open();
    await fill(all);
    let refuse: (error: Error) => void = () => undefined;
    all.services.bridge.answer('azure.startCreation', () => new Promise((_, reject) => (refuse = reject)));
    await all.user.click(button('Create'));
    act(() => all.services.ui.closeDialog());
    refuse(new HcmError('HCM6062', { name: 'contoso-weu', reason: 'taken' }));
    await waitFor(() =>
      expect(all.services.toasts.getState().toasts).toMatchObject([{ intent: 'error', code: 'HCM6062' }]),
    );
  });

  it('stays in the form when the host doesn’t begin', async () => {
    const all = open();
    await fill(all);
    all.services.bridge.refuse('azure.startCreation', 'HCM6019');
    await all.user.click(button('Create'));
    expect(await screen.findByRole('alert')).toHaveTextContent('HCM6019');
    expect(field('Name')).toHaveValue('payroll-new');
  });

  it('tells what is missing when Create is pressed, and asks the host nothing', async () => {
    const all = open();
    await screen.findByLabelText('Name');
    await all.user.click(button('Create'));
    expect(field('Name')).toBeInvalid();
    expect(field('Endpoint port')).toHaveAccessibleDescription(/Type a port/u);
    expect(all.services.bridge.inputsOf('azure.startCreation')).toEqual([]);
    // It may be out of sight.
    expect(field('Name')).toHaveFocus();
    put('Name', 'a/b');
    expect(field('Name')).toHaveAccessibleDescription(/can’t be made from here/u);
  });

  it('makes a namespace in the app’s region, and offers no app whose plan is full', async () => {
    const all = open();
    await screen.findByLabelText('Name');
    put('Name', 'payroll-new');
    put('Endpoint host', 'sql01:1433');
    expect(field('Endpoint port')).toHaveValue('1433');
    await all.user.click(field('App to attach (optional)'));
    const full = await screen.findByRole('option', { name: /^shop-admin/u });
    expect(full).toHaveAttribute('aria-disabled', 'true');
    expect(full).toHaveTextContent('5 of 5 used');
    expect(full).toHaveTextContent('Its plan is full');
    await all.user.click(screen.getByRole('option', { name: /^shop-web/u }));
    await all.user.click(screen.getByRole('radio', { name: 'New' }));
    put('Name of the new namespace', 'contoso-new');
    put('Resource group', 'relays-new');
    expect(screen.getByText('New: it will be made.')).toBeVisible();
    expect(field('Region')).toHaveValue('North Europe');
    await all.user.click(button('Create'));
    expect(all.services.bridge.inputsOf('azure.startCreation')).toMatchObject([
      {
        resourceGroup: 'relays-new',
        mayMakeGroup: true,
        namespace: 'contoso-new',
        region: 'North Europe',
        appId: sampleAppId('shop-web'),
      },
    ]);
  });

  it('tries the endpoint from this host', async () => {
    const all = open({ 'endpoints.test': { dialMs: 4, address: '10.20.4.11' } });
    await fill(all);
    await all.user.click(button('Test from this host'));
    expect(await screen.findByText('Reached it in 4 ms.')).toBeVisible();
    expect(all.services.bridge.inputsOf('endpoints.test')).toEqual([
      { host: 'sql01.corp.contoso.com', port: 1433 },
    ]);
  });

  it('gives the same as lines to copy', async () => {
    const all = open({ 'app.copy': {} });
    await fill(all);
    await all.user.click(button('As lines for az, Bicep or Terraform'));
    expect(screen.getByRole('tabpanel', { name: 'az' })).toHaveTextContent('az relay hyco create -g relays');
    await all.user.click(screen.getByRole('tab', { name: 'Terraform' }));
    await all.user.click(button('Copy lines'));
    const [copied] = all.services.bridge.inputsOf('app.copy');
    expect(copied?.text).toContain('resource "azurerm_relay_hybrid_connection" "connection" {');
  });

  it('says why namespaces or apps can’t be read, and reads them again', async () => {
    const all = open();
    all.services.bridge.refuse('azure.places', 'HCM6024', { seconds: 17 });
    expect(await screen.findByText('Azure has too many requests')).toBeVisible();
    all.services.bridge.answer('azure.places', sampleAzureAnswers['azure.places']);
    await all.user.click(button('Read again'));
    expect(await screen.findByRole('radio', { name: 'Existing' })).toBeVisible();
  });

  it('waits for slow answers, and names the permission that reading apps lacks', async () => {
    const { services } = renderWithServices(<CreateInAzure />, { answers: sampleAzureAnswers });
    const apps = services.bridge.hold('azure.apps');
    const places = services.bridge.hold('azure.places');
    await screen.findByLabelText('Name');
    expect(field('App to attach (optional)')).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'New' })).toBeDisabled();
    await act(() => {
      places.release(sampleAzureAnswers['azure.places']);
      apps.release({
        apps: [],
        problems: [{ code: 'HCM6021', details: { action: 'Microsoft.Web/sites/read' } }],
      });
      return Promise.resolve();
    });
    expect(await screen.findByText(/Microsoft\.Web\/sites\/read isn’t permitted/u)).toBeVisible();
    expect(screen.getByRole('radio', { name: 'New' })).toBeEnabled();
  });
});
