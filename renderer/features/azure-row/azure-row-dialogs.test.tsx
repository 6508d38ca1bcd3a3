import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleView } from '../../testing/sample-views.ts';
import type { Answers, TestBridge } from '../../testing/test-bridge.ts';
import { useUi } from '../../services.tsx';
import { DeleteInAzureDialog } from './delete-in-azure-dialog.tsx';
import { EndpointInAzureDialog } from './endpoint-in-azure-dialog.tsx';
import { RotateKeysDialog } from './rotate-keys-dialog.tsx';
import { SyncKeysDialog } from './sync-keys-dialog.tsx';
import { sampleAbout, sampleRotation } from './testing/sample-about.ts';

const view = sampleView({
  number: 7,
  name: 'payroll-sql',
  view: { sessions: 8, listeners: 3 },
});
const { id } = view.config;
const by = 'm.keller';
const jobId = '33333333-2222-4333-8444-555555555555';
const [web] = sampleAbout.apps ?? [];

type Kind = 'syncKeys' | 'rotateKeys' | 'endpointInAzure' | 'deleteInAzure';

function Open() {
  const dialog = useUi((state) => state.dialog);
  switch (dialog?.kind) {
    case 'syncKeys':
      return <SyncKeysDialog id={dialog.id} />;
    case 'rotateKeys':
      return <RotateKeysDialog id={dialog.id} />;
    case 'endpointInAzure':
      return <EndpointInAzureDialog id={dialog.id} />;
    case 'deleteInAzure':
      return <DeleteInAzureDialog id={dialog.id} />;
    default:
      return null;
  }
}

function open(kind: Kind, answers: Answers, shown: ConnectionView = view) {
  const { services } = renderWithServices(<Open />, {
    views: [shown],
    answers: { 'azure.about': sampleAbout, ...answers },
  });
  act(() => services.ui.openDialog({ kind, id }));
  const toasts = (): readonly string[] => services.toasts.getState().toasts.map(({ text }) => text);
  return { services, toasts, user: userEvent.setup() };
}

type Opened = ReturnType<typeof open>;

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

async function expectClosed({ services }: Opened): Promise<void> {
  await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
}

describe('Sync keys', () => {
  it.each([
    [['primary', 'secondary'], true, 'Both keys of payroll-sql are new now.'],
    [['primary'], true, 'The primary key of payroll-sql is new now.'],
    [['secondary'], true, 'The secondary key of payroll-sql is new now.'],
    [[], true, 'The keys of payroll-sql are the ones in Azure already.'],
    [[], false, 'The key of payroll-sql is the one in Azure already.'],
  ] as const)('tells that %j changed', async (changed, hasSecondary, text) => {
    const connection = { ...view, keys: { ...view.keys, hasSecondary } };
    const opened = open('syncKeys', { 'azure.syncKeys': { connection, changed: [...changed] } });
    await opened.user.click(button('Sync keys'));
    await expectClosed(opened);
    expect(opened.toasts()).toEqual([text]);
    expect(opened.services.bridge.inputsOf('azure.syncKeys')).toEqual([{ id, mayUseRootKey: false, by }]);
  });

  it('takes the root key only after a yes to exactly that', async () => {
    const opened = open('syncKeys', {});
    opened.services.bridge.refuse('azure.syncKeys', 'HCM6041', { name: 'payroll-sql', namespace: 'contoso' });
    await opened.user.click(button('Sync keys'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Only RootManageSharedAccessKey may listen on payroll-sql',
    );
    opened.services.bridge.answer('azure.syncKeys', { connection: view, changed: ['primary'] });
    await opened.user.click(button('Use the root key'));
    await expectClosed(opened);
    expect(
      opened.services.bridge.inputsOf('azure.syncKeys').map(({ mayUseRootKey }) => mayUseRootKey),
    ).toEqual([false, true]);
  });
});

/** Answers of `azure.progress`, one after the other as the test lets them come. */
function scriptProgress(bridge: TestBridge): (done: number, failed?: true) => void {
  let latest = sampleRotation(0);
  let tell: () => void = () => undefined;
  bridge.answer('azure.progress', async ({ after }) => {
    while (latest.revision <= after) await new Promise<void>((resolve) => (tell = resolve));
    return latest;
  });
  return (done, failed) => {
    latest = sampleRotation(
      done,
      failed ? { code: 'HCM6013', details: { host: 'management.azure.com' } } : null,
    );
    tell();
  };
}

describe('Rotate keys', () => {
  it('says what will happen and whom it concerns, then each step, to the end', async () => {
    const opened = open('rotateKeys', { 'azure.startRotation': { id: jobId } });
    const progress = scriptProgress(opened.services.bridge);
    expect(screen.getByText(/^2 other hosts listen on it, too\..*run Sync keys there/u)).toBeVisible();
    expect(
      screen.getByText('Whatever else uses the rule defaultListener needs the new keys, too.'),
    ).toBeVisible();
    expect(opened.services.bridge.inputsOf('azure.startRotation')).toEqual([]);
    await opened.user.click(button('Rotate keys'));
    expect(await screen.findByText('Regenerate the primary key')).toBeVisible();
    expect(screen.getByText(/You can close this: it goes on/u)).toBeVisible();
    expect(opened.services.bridge.inputsOf('azure.startRotation')).toEqual([{ id, by }]);
    act(() => progress(3));
    await waitFor(() => expect(document.querySelectorAll('[data-state="done"]')).toHaveLength(3));
    act(() => progress(6));
    expect(
      await screen.findByText(/^Both keys are new\..*Now run Sync keys on every other host/u),
    ).toBeVisible();
    // Told behind what is painted.
    await waitFor(() => expect(opened.services.ui.getState().rotations.size).toBe(0));
  });

  it('goes on when it is closed, and shows it again when it is opened again', async () => {
    const opened = open('rotateKeys', { 'azure.startRotation': { id: jobId }, 'azure.stopJob': {} });
    const { bridge, ui } = opened.services;
    const progress = scriptProgress(bridge);
    await opened.user.click(button('Rotate keys'));
    await screen.findByText('Regenerate the primary key');
    await opened.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
    await expectClosed(opened);
    expect(bridge.inputsOf('azure.stopJob')).toEqual([]);
    progress(4);
    act(() => ui.openDialog({ kind: 'rotateKeys', id }));
    await waitFor(() => expect(document.querySelectorAll('[data-state="done"]')).toHaveLength(4));
    expect(bridge.inputsOf('azure.startRotation')).toHaveLength(1);
    await opened.user.click(button('Stop after this step'));
    expect(bridge.inputsOf('azure.stopJob')).toEqual([{ id: jobId }]);
  });

  it('says what was done and what to do when a step fails, and tries again', async () => {
    const opened = open('rotateKeys', { 'azure.startRotation': { id: jobId } });
    const progress = scriptProgress(opened.services.bridge);
    await opened.user.click(button('Rotate keys'));
    await screen.findByText('Regenerate the primary key');
    act(() => progress(2, true));
    expect(await screen.findByRole('alert')).toHaveTextContent('management.azure.com can’t be reached');
    expect(screen.getByText(/^What was done stays done\./u)).toBeVisible();
    await opened.user.click(button('Try again'));
    await waitFor(() => expect(opened.services.bridge.inputsOf('azure.startRotation')).toHaveLength(2));
  });

  it('stays and says why when it can’t begin', async () => {
    const opened = open('rotateKeys', {});
    opened.services.bridge.refuse('azure.startRotation', 'HCM6001');
    await opened.user.click(button('Rotate keys'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nobody is signed in with Azure');
    expect(button('Rotate keys')).toBeVisible();
    await opened.user.click(button('Sign in…'));
    expect(opened.services.ui.getState().dialog).toEqual({ kind: 'accounts' });
  });

  it('can be begun again when the host knows nothing of the one before any more', async () => {
    const opened = open('rotateKeys', { 'azure.startRotation': { id: jobId } });
    const { bridge, ui } = opened.services;
    act(() => ui.closeDialog());
    ui.rotationBegan(id, 'c0ffee00-0000-4000-8000-000000000001');
    bridge.refuse('azure.progress', 'HCM6018');
    act(() => ui.openDialog({ kind: 'rotateKeys', id }));
    expect(await screen.findByText(/^The host doesn’t know any more how it went/u)).toBeVisible();
    await waitFor(() => expect(ui.getState().rotations.size).toBe(0));
    scriptProgress(bridge)(6);
    await opened.user.click(button('Try again'));
    expect(await screen.findByText(/^Both keys are new\./u)).toBeVisible();
  });
});

describe('Change endpoint in Azure', () => {
  const answers: Answers = {
    'endpoints.test': { dialMs: 4, address: '10.20.4.11' },
    'azure.setEndpoint': {
      connection: {
        ...view,
        config: { ...view.config, endpoint: { host: 'sql02', port: 1433, source: 'azure' } },
      },
      apps: [{ app: web!, problem: null }],
    },
  };

  it('names the apps, tries it when asked, and changes it for everybody', async () => {
    const opened = open('endpointInAzure', answers);
    expect(await screen.findByText('payroll-web')).toBeVisible();
    const field = screen.getByLabelText('Host and port');
    await opened.user.clear(field);
    await opened.user.type(field, 'sql02:1433');
    await opened.user.click(button('Test'));
    expect(await screen.findByText('Reached it in 4 ms.')).toBeVisible();
    expect(opened.services.bridge.inputsOf('azure.setEndpoint')).toEqual([]);
    await opened.user.type(field, '{Enter}');
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('azure.setEndpoint')).toEqual([
      { id, endpoint: 'sql02:1433', by },
    ]);
    expect(opened.toasts()).toEqual(['The endpoint of payroll-sql is sql02:1433 now, here and in Azure.']);
  });

  it('says of an address and of this computer what comes of it', async () => {
    const opened = open('endpointInAzure', answers);
    const field = screen.getByLabelText('Host and port');
    await opened.user.clear(field);
    await opened.user.type(field, 'localhost:445');
    expect(screen.getByText(/an app on Linux in App Service never gets here/u)).toBeVisible();
    expect(screen.getByText(/^Port 445 is for file shares/u)).toBeVisible();
  });

  it('asks the host for nothing when it can’t be read', async () => {
    const opened = open('endpointInAzure', answers);
    const field = screen.getByLabelText('Host and port');
    await opened.user.clear(field);
    await opened.user.type(field, 'nowhere{Enter}');
    expect(screen.getByText('Type a host and a port, like sql01:1433.')).toBeVisible();
    expect(opened.services.bridge.inputsOf('azure.setEndpoint')).toEqual([]);
  });

  it('names the apps that it didn’t reach', async () => {
    const problem = { code: 'HCM6021', details: { action: 'Microsoft.Web/sites/write' } } as const;
    const opened = open('endpointInAzure', answers);
    opened.services.bridge.answer('azure.setEndpoint', { connection: view, apps: [{ app: web!, problem }] });
    await opened.user.click(button('Change it'));
    const told = await screen.findByRole('alert');
    expect(told).toHaveTextContent('payroll-web: Microsoft.Web/sites/write isn’t permitted');
    expect(screen.getAllByRole('button', { name: 'Close' }).at(-1)).toHaveFocus();
    await opened.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
    await expectClosed(opened);
  });
});

describe('Delete in Azure', () => {
  const deleted: Answers = { 'azure.delete': { closedSessions: 8, apps: [{ app: web!, problem: null }] } };

  it('wants the name typed, whole, and says whom it concerns', async () => {
    const opened = open('deleteInAzure', deleted);
    const dialog = screen.getByRole('alertdialog', { name: 'Delete payroll-sql in Azure?' });
    expect(dialog).toHaveTextContent('8 open sessions close. 2 other hosts listen on it.');
    expect(await screen.findByText('payroll-jobs')).toBeVisible();
    const field = screen.getByLabelText('Type payroll-sql to confirm');
    expect(field).toHaveFocus();
    await opened.user.type(field, 'payroll-sq{Enter}');
    await opened.user.click(button('Delete in Azure'));
    expect(opened.services.bridge.inputsOf('azure.delete')).toEqual([]);
    await opened.user.type(field, 'l');
    await opened.user.click(button('Delete in Azure'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('azure.delete')).toEqual([{ id, typedName: 'payroll-sql', by }]);
    expect(opened.toasts()).toEqual(['Deleted payroll-sql in Azure, and removed it from this host.']);
  });

  it('takes a name that was pasted with spaces at its ends, and none in other letters', async () => {
    const opened = open('deleteInAzure', deleted);
    const field = screen.getByLabelText('Type payroll-sql to confirm');
    await opened.user.click(field);
    await opened.user.paste('Payroll-SQL');
    expect(button('Delete in Azure')).toHaveAttribute('aria-disabled', 'true');
    await opened.user.clear(field);
    await opened.user.paste(' payroll-sql ');
    await opened.user.click(button('Delete in Azure'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('azure.delete')).toEqual([{ id, typedName: 'payroll-sql', by }]);
  });

  it('tells of apps that still name it, though the connection is gone by then', async () => {
    const problem = { code: 'HCM6021', details: { action: 'Microsoft.Web/sites/delete' } } as const;
    const opened = open('deleteInAzure', {});
    opened.services.bridge.answer('azure.delete', () => {
      opened.services.connections.setState({ views: new Map() });
      return { closedSessions: 8, apps: [{ app: web!, problem }] };
    });
    await opened.user.type(screen.getByLabelText('Type payroll-sql to confirm'), 'payroll-sql{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'payroll-sql is deleted, but some apps still name it:payroll-web: Microsoft.Web/sites/delete isn’t permitted',
    );
    expect(opened.services.ui.getState().dialog).not.toBeNull();
    expect(screen.getAllByRole('button', { name: 'Close' }).at(-1)).toHaveFocus();
  });

  it('deletes nothing that it was refused, and says why', async () => {
    const opened = open('deleteInAzure', {});
    opened.services.bridge.refuse('azure.delete', 'HCM6068', { name: 'payroll-sql' });
    await opened.user.type(screen.getByLabelText('Type payroll-sql to confirm'), 'payroll-sql{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('payroll-sql is locked in Azure');
  });
});
