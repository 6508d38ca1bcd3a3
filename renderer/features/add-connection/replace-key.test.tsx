import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { KeySlot } from '../../../electron/contract/connection.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { sampleView } from '../../testing/sample-views.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { ReplaceKey } from './replace-key.tsx';
import { canaryNamespaceString, canaryString, expectNoCanary } from './testing/canary.ts';
import { freezeTime } from './testing/frozen-time.ts';
import { typingPauseMs } from './use-inspection.ts';

const caPem = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----';
const ledger = sampleView({ number: 11, name: 'ledger-sql', config: { caPem } });

freezeTime();

async function pasteInto(
  text: string,
  view: ConnectionView = ledger,
  slot?: KeySlot,
): Promise<{ readonly services: ServicesOfTest; readonly user: UserEvent }> {
  const { services } = renderWithServices(<ReplaceKey id={view.config.id} slot={slot} />, {
    views: [view],
    answers: {
      'connections.inspect': {
        azure: null,
        problem: { code: 'HCM2020', details: {} },
        reached: null,
        existingId: view.config.id,
      },
      'connections.replaceKey': { connection: view, notices: [] },
    },
  });
  services.ui.openDialog({ kind: 'replaceKey', id: view.config.id });
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime.bind(vi) });
  await user.click(screen.getByLabelText('Connection string'));
  await user.paste(text);
  return { services, user };
}

describe('Replace key', () => {
  it('replaces the key of this connection, and says so', async () => {
    const { services, user } = await pasteInto(canaryString);
    expect(screen.getByRole('dialog', { name: 'Replace the key of ledger-sql' })).toBeVisible();
    expect(screen.getByText(/^The connection switches without dropping sessions/)).toBeVisible();
    expect(await screen.findByText('Ready to replace')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.replaceKey')).toEqual([
      { id: ledger.config.id, connectionString: canaryString, slot: 'primary', by: 'm.keller' },
    ]);
    expect(services.toasts.getState().toasts).toMatchObject([{ text: 'Key replaced.' }]);
    expectNoCanary(services);
  });

  it('lets one of two keys be chosen, the refused one first', async () => {
    const at = Date.UTC(2026, 10, 2, 10);
    const view: ConnectionView = {
      ...ledger,
      keys: { inUse: 'primary', hasSecondary: true, refused: [{ slot: 'secondary', at }] },
    };
    const { services, user } = await pasteInto(canaryString, view);
    expect(screen.getByRole('radio', { name: /^Secondary key \(refused by Azure since / })).toBeChecked();
    expect(screen.getByText(/^The new key is kept once Azure accepts it\./)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Primary key (in use)' }));
    expect(screen.getByText(/^The connection switches without dropping sessions/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: /^Secondary key/ }));
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.replaceKey')).toMatchObject([{ slot: 'secondary' }]);
    expectNoCanary(services);
  });

  it('adds a second key, and says that it isn’t used yet', async () => {
    const { services, user } = await pasteInto(canaryString, ledger, 'secondary');
    expect(screen.getByRole('dialog', { name: 'Add a second key to ledger-sql' })).toBeVisible();
    expect(screen.queryByRole('radio')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
    expect(services.bridge.inputsOf('connections.replaceKey')).toMatchObject([{ slot: 'secondary' }]);
    expect(services.toasts.getState().toasts).toMatchObject([{ text: 'Second key added.' }]);
  });

  it('takes the string of the whole namespace, without asking for the name', async () => {
    const { services } = await pasteInto(canaryNamespaceString);
    expect(await screen.findByText('Ready to replace')).toBeVisible();
    expect(screen.queryByLabelText('Hybrid Connection name')).toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(typingPauseMs));
    // The connection's own trust counts, too.
    expect(services.bridge.inputsOf('connections.inspect')).toEqual([
      { connectionString: canaryNamespaceString, entityPath: 'ledger-sql', caPem },
    ]);
    expect(await screen.findByText('Azure doesn’t accept this key')).toBeVisible();
  });

  it('refuses the string of another connection', async () => {
    const { services, user } = await pasteInto(canaryString.replace('ledger-sql', 'erp-api'));
    expect(await screen.findByText('This string is for erp-api, not ledger-sql.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    expect(services.bridge.inputsOf('connections.replaceKey')).toHaveLength(0);
    expectNoCanary(services);
  });

  it('tells what went wrong in place', async () => {
    const { services, user } = await pasteInto(canaryString);
    services.bridge.refuse('connections.replaceKey', 'HCM2020', { name: 'ledger-sql' });
    await user.click(screen.getByRole('button', { name: 'Replace' }));
    const alert = await screen.findByRole('alert');
    expect(within(alert).getByText('Azure refused the key for ledger-sql')).toBeVisible();
    expect(services.ui.getState().dialog).not.toBeNull();
    expectNoCanary(services);
  });

  it('goes when its connection does, and gives the window its keys back', async () => {
    const { services } = await pasteInto(canaryString);
    act(() => services.connections.applySnapshot(1, []));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(services.ui.getState().dialog).toBeNull();
  });
});
