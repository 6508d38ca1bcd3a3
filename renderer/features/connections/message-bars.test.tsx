import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../electron/contract/errors.ts';
import type { HostState } from '../../../electron/contract/shell-api.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleHostInfo } from '../../testing/sample-host.ts';
import { sampleView, sampleViews } from '../../testing/sample-views.ts';
import { MessageBars } from './message-bars.tsx';

function unreachable(code: ErrorCode): HostState {
  return { mode: 'unreachable', problem: { code, details: {} }, info: sampleHostInfo() };
}

describe('bars above the table', () => {
  it('are none while all is as usual', () => {
    renderWithServices(<MessageBars />, { views: sampleViews() });
    expect(screen.queryByRole('group')).toBeNull();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('offer to run the connections here when the host has ended', async () => {
    const { services } = renderWithServices(<MessageBars />, { host: unreachable('HCM5001') });
    services.bridge.answer('app.runHere', {});
    expect(screen.getByText('The background host has ended, so no connection runs.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Run here' }));
    expect(services.bridge.inputsOf('app.runHere')).toHaveLength(1);
  });

  it('don’t speak of a background host that never was there', () => {
    renderWithServices(<MessageBars />, { host: { ...unreachable('HCM5001'), info: null } as HostState });
    expect(screen.getByText('No host runs on this computer, so no connection does.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run here' })).toBeVisible();
  });

  it('say so when that can’t be done', async () => {
    const { services } = renderWithServices(<MessageBars />, { host: unreachable('HCM5001') });
    services.bridge.refuse('app.runHere', 'HCM5002');
    await userEvent.click(screen.getByRole('button', { name: 'Run here' }));
    expect(services.toasts.getState().toasts).toMatchObject([
      { intent: 'error', text: 'Another host already runs' },
    ]);
  });

  it('don’t offer a second host beside one that is only silent', async () => {
    const { services } = renderWithServices(<MessageBars />, { host: unreachable('HCM5005') });
    expect(
      screen.getByText('The background host isn’t answering. Connections may still be running.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run here' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Show log' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'logs' });
  });

  it('offer it, too, where this app couldn’t run them and that may be mended', () => {
    renderWithServices(<MessageBars />, { host: unreachable('HCM4003') });
    expect(screen.getByText(/disk is full/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run here' })).toBeVisible();
  });

  it('say what to do with a host of another version', () => {
    renderWithServices(<MessageBars />, { host: unreachable('HCM5003') });
    expect(
      screen.getByText(
        'The running host has another version. Stop the host and start it again in this version.',
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run here' })).toBeNull();
  });

  it('are one for all connections when there is no network', () => {
    const views = [1, 2, 3].map((number) =>
      sampleView({
        number,
        name: `one-${number}`,
        azure: { status: 'notConnected', problem: { code: 'HCM2004', details: {} } },
      }),
    );
    renderWithServices(<MessageBars />, { views });
    expect(
      screen.getAllByText('This computer has no network. All connections reconnect by themselves.'),
    ).toHaveLength(1);
  });
});
