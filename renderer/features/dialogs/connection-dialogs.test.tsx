import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { OpenDialog } from '../../store/ui-store.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleView } from '../../testing/sample-views.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { Dialogs } from './dialogs.tsx';

const azure = { host: 'sql99.corp.contoso.com', port: 1433 };
const view = sampleView({ number: 7, name: 'payroll-sql', view: { sessions: 8, endpointInAzure: azure } });
const { id } = view.config;
const { endpoint } = view.config;
const chosen: ConnectionView = {
  ...view,
  config: { ...view.config, endpoint: endpoint && { ...endpoint, source: 'manual' } },
};

function open(dialog: OpenDialog, answers: Answers, shown = view) {
  const { services } = renderWithServices(<Dialogs />, { views: [shown], answers });
  act(() => services.ui.openDialog(dialog));
  return { services, user: userEvent.setup() };
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

type Opened = ReturnType<typeof open>;

async function expectClosed({ services }: Opened): Promise<void> {
  await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
}

describe('Use the new endpoint', () => {
  const dialog: OpenDialog = { kind: 'acceptEndpoint', id, ...azure };

  it('names both and the sessions that stay, and Enter alone doesn’t do it', async () => {
    const opened = open(dialog, { 'connections.acceptEndpoint': {} });
    expect(screen.getByRole('alertdialog', { name: 'Use the new endpoint for payroll-sql?' })).toBeVisible();
    expect(
      screen.getByText(
        'New sessions go to sql99.corp.contoso.com:1433 instead of sql01.corp.contoso.com:1433.',
      ),
    ).toBeVisible();
    expect(screen.getByText('8 open sessions stay with sql01.corp.contoso.com:1433.')).toBeVisible();
    expect(button('Cancel')).toHaveFocus();
    await opened.user.click(button('Use it'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.acceptEndpoint')).toEqual([
      { id, ...azure, by: 'm.keller' },
    ]);
  });

  it('stays and says so when it changed again in Azure', async () => {
    const { services, user } = open(dialog, {});
    services.bridge.refuse('connections.acceptEndpoint', 'HCM1044', { ...azure });
    await user.click(button('Use it'));
    expect(await screen.findByRole('alert')).toHaveTextContent('is no longer the endpoint in Azure');
    expect(services.ui.getState().dialog).toEqual(dialog);
  });

  it('closes when the connection is gone', async () => {
    const opened = open(dialog, {});
    act(() => opened.services.connections.setState({ views: new Map() }));
    await expectClosed(opened);
  });
});

describe('Change endpoint', () => {
  const dialog: OpenDialog = { kind: 'changeEndpoint', id };

  it('tries it first when asked, then changes it', async () => {
    const opened = open(dialog, {
      'endpoints.test': { dialMs: 4, address: '10.20.4.11' },
      'connections.setEndpoint': { connection: chosen, notices: [] },
    });
    const field = screen.getByLabelText('Host and port');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('sql01.corp.contoso.com:1433');
    expect(screen.getByText(/8 open sessions stay with/)).toBeVisible();
    expect(screen.getByText('Azure names sql99.corp.contoso.com:1433.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Use Azure’s endpoint' })).toBeNull();
    await opened.user.clear(field);
    await opened.user.type(field, 'sql02:1433');
    await opened.user.click(button('Test'));
    expect(await screen.findByText('Reached it in 4 ms.')).toBeVisible();
    expect(opened.services.bridge.inputsOf('connections.setEndpoint')).toEqual([]);
    await opened.user.type(field, '{Enter}');
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.setEndpoint')).toEqual([
      { id, endpoint: 'sql02:1433', by: 'm.keller' },
    ]);
  });

  it('warns of a port that can’t be tunnelled, says what can, and takes it all the same', async () => {
    const opened = open(dialog, { 'connections.setEndpoint': { connection: chosen, notices: [] } });
    const field = screen.getByLabelText('Host and port');
    await opened.user.clear(field);
    await opened.user.type(field, 'dc01:636');
    expect(screen.getByText(/^Port 636 is LDAP/)).toBeVisible();
    await opened.user.click(button('What can’t be tunnelled'));
    expect(screen.getByText(/TCP to 1 fixed host and port/)).toBeVisible();
    await opened.user.type(field, '{Enter}');
    await expectClosed(opened);
  });

  it('asks the host for nothing when it can’t be read', async () => {
    const { services, user } = open(dialog, {});
    const field = screen.getByLabelText('Host and port');
    await user.clear(field);
    await user.type(field, 'nowhere{Enter}');
    expect(screen.getByText('Type a host and a port, like sql01:1433.')).toBeVisible();
    expect(services.bridge.inputsOf('connections.setEndpoint')).toEqual([]);
  });

  it('goes back to Azure’s where a person chose another one; why not is told in place', async () => {
    const opened = open(dialog, {}, chosen);
    opened.services.bridge.refuse('connections.setEndpoint', 'HCM2041', { name: 'payroll-sql' });
    await opened.user.click(button('Use Azure’s endpoint'));
    expect(await screen.findByRole('alert')).toBeVisible();
    opened.services.bridge.answer('connections.setEndpoint', { connection: view, notices: [] });
    await opened.user.click(button('Use Azure’s endpoint'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.setEndpoint').at(-1)).toMatchObject({
      endpoint: null,
    });
  });
});

describe('Remove second key', () => {
  const dialog: OpenDialog = { kind: 'removeSecondKey', id };

  it('asks first, with the safe choice as default', async () => {
    const opened = open(dialog, { 'connections.removeSecondaryKey': {} });
    expect(screen.getByText(/^The primary key stays\./)).toBeVisible();
    expect(button('Cancel')).toHaveFocus();
    await opened.user.click(button('Remove key'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.removeSecondaryKey')).toEqual([
      { id, by: 'm.keller' },
    ]);
  });

  it('warns when it is the one that keeps the connection going', () => {
    const keys: ConnectionView['keys'] = {
      inUse: 'secondary',
      hasSecondary: true,
      refused: [{ slot: 'primary', at: 0 }],
    };
    open(dialog, {}, { ...view, keys });
    expect(screen.getByText(/so the connection ends\.$/)).toBeVisible();
  });
});
