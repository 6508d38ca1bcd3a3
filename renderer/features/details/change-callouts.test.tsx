import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionView, KeysView } from '../../../electron/contract/connection-view.ts';
import { sampleNow } from '../../testing/sample-host.ts';
import { openDetails, sampleNamed } from './testing/open-details.tsx';

afterEach(() => void vi.restoreAllMocks());

const payroll = sampleNamed('payroll-sql');
const { id } = payroll.config;

function withKeys(keys: Partial<KeysView>): ConnectionView {
  const config = { ...payroll.config, secondaryKeyName: keys.hasSecondary ? 'secondListener' : null };
  return { ...payroll, config, keys: { ...payroll.keys, ...keys } };
}

const primaryDead = withKeys({
  hasSecondary: true,
  inUse: 'secondary',
  refused: [{ slot: 'primary', at: sampleNow - 90_000 }],
});

const changedInAzure: ConnectionView = {
  ...payroll,
  endpointInAzure: { host: 'sql99.corp.contoso.com', port: 1433 },
};

function valueOf(label: string): string {
  return screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent ?? '';
}

describe('the keys in the details', () => {
  it('offers a second one where there is one', async () => {
    const { services } = openDetails('payroll-sql');
    expect(valueOf('Key')).toContain('defaultListener (listen only)');
    await userEvent.click(screen.getByRole('button', { name: 'Add a second key…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'replaceKey', id, slot: 'secondary' });
    act(() => services.ui.closeDialog());
    await userEvent.click(screen.getByRole('button', { name: 'Replace key…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'replaceKey', id, slot: 'primary' });
  });

  it('shows which one is in use and which one died since when, and what can be done', async () => {
    const { services } = openDetails('payroll-sql', { view: primaryDead });
    expect(valueOf('Primary key')).toContain('Refused by Azure since 14:04:21');
    expect(valueOf('Secondary key')).toContain('secondListener');
    expect(valueOf('Secondary key')).toContain('In use');
    const box = screen.getByRole('region', { name: 'Azure refuses the primary key' });
    expect(box).toHaveTextContent('The secondary key is in use, so apps notice nothing.');
    await userEvent.click(within(box).getByRole('button', { name: 'Replace primary key…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'replaceKey', id, slot: 'primary' });
    act(() => services.ui.closeDialog());
    await userEvent.click(screen.getByRole('button', { name: 'Remove secondary key…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'removeSecondKey', id });
  });

  it('offers nothing where nobody could ask Azure', () => {
    openDetails('orders-biztalk');
    expect(screen.queryByRole('button', { name: 'Add a second key…' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Change endpoint…' })).toBeNull();
  });
});

describe('an endpoint that changed in Azure', () => {
  it('names both, and asks before it is used', async () => {
    const { services } = openDetails('payroll-sql', { view: changedInAzure });
    const box = screen.getByRole('region', { name: 'Azure names another endpoint' });
    expect(box).toHaveTextContent('Sessions go to sql01.corp.contoso.com:1433.');
    expect(box).toHaveTextContent('Azure now names sql99.corp.contoso.com:1433.');
    await userEvent.click(within(box).getByRole('button', { name: 'Use the new endpoint…' }));
    expect(services.ui.getState().dialog).toEqual({
      kind: 'acceptEndpoint',
      id,
      host: 'sql99.corp.contoso.com',
      port: 1433,
    });
    expect(services.bridge.inputsOf('connections.acceptEndpoint')).toEqual([]);
  });

  it('is kept away for good by “Keep mine”', async () => {
    const { services } = openDetails('payroll-sql', {
      view: changedInAzure,
      answers: { 'connections.setEndpoint': { connection: changedInAzure, notices: [] } },
    });
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    expect(services.bridge.inputsOf('connections.setEndpoint')).toEqual([
      { id, endpoint: 'sql01.corp.contoso.com:1433', by: 'm.keller' },
    ]);
    await waitFor(() =>
      expect(services.toasts.getState().toasts).toMatchObject([
        { text: 'payroll-sql keeps sql01.corp.contoso.com:1433.' },
      ]),
    );
  });

  it('is only noted beside an endpoint that a person chose', async () => {
    const { endpoint } = payroll.config;
    if (endpoint === null) throw new Error('the sample has no endpoint');
    const config = { ...payroll.config, endpoint: { ...endpoint, source: 'manual' as const } };
    const { services } = openDetails('payroll-sql', { view: { ...changedInAzure, config } });
    expect(screen.queryByRole('region', { name: 'Azure names another endpoint' })).toBeNull();
    expect(valueOf('Endpoint source')).toContain('Azure names sql99.corp.contoso.com:1433');
    await userEvent.click(screen.getByRole('button', { name: 'Change endpoint…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'changeEndpoint', id });
  });
});
