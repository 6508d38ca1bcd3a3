import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../electron/contract/errors.ts';
import type { HealthItem } from '../../../electron/contract/health.ts';
import { describeError } from '../../../electron/contract/messages/describe-error.ts';
import type { HostState } from '../../../electron/contract/shell-api.ts';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleHostInfo, sampleNow } from '../../testing/sample-host.ts';
import { sampleId, sampleViews } from '../../testing/sample-views.ts';
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

  it('don’t offer this account’s own connections in the place of a host that is for many', () => {
    const problem = { code: 'HCM5001', details: { shared: '/run/hcm' } } as const;
    renderWithServices(<MessageBars />, { host: { ...unreachable('HCM5001'), problem } as HostState });
    expect(screen.getByText('The background host has ended, so no connection runs.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Run here' })).toBeNull();
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
    const health = [item({ code: 'HCM8001', affected: [1, 2, 3].map(sampleId) })];
    renderWithServices(<MessageBars />, { views: sampleViews(), health });
    expect(
      screen.getAllByText(
        'This computer has no network. 3 connections wait for it and reconnect by themselves.',
      ),
    ).toHaveLength(1);
  });

  it('are one for a relay with several connections, and none for one that its row tells of', () => {
    const relay = 'contoso-relay.servicebus.windows.net';
    const down = item({
      ...{
        code: 'HCM8002',
        relay: `${relay}:443`,
        affected: Array.from({ length: 12 }, (_, n) => sampleId(n)),
      },
      ...{ problem: { code: 'HCM2003', details: { host: relay } }, details: { host: relay } },
    });
    const { services } = renderWithServices(<MessageBars />, { health: [down] });
    expect(screen.getByText(/^contoso-relay can’t be reached: .*12 connections wait for it/)).toBeVisible();
    act(() => services.health.setState({ items: [{ ...down, affected: [sampleId(1)] }] }));
    expect(screen.queryByText(/contoso-relay/)).toBeNull();
  });

  it('say what to do where waiting doesn’t help', () => {
    const problem = { code: 'HCM2010', details: { host: 'contoso.servicebus.windows.net' } } as const;
    const down = item({
      ...{ code: 'HCM8002', affected: [sampleId(1), sampleId(2)], problem, details: problem.details },
    });
    renderWithServices(<MessageBars />, { health: [down] });
    expect(screen.getByText(new RegExp(describeError(problem).next.slice(0, 20)))).toBeVisible();
    expect(screen.queryByText(/by themselves/)).toBeNull();
  });

  it('are two at most, worst first, and say how many more there are', () => {
    const health = [
      item({ code: 'HCM8021', details: { file: 'settings.json' } }),
      item({ code: 'HCM8003', affected: [sampleId(1)], details: { skewMinutes: -7 } }),
      item({ code: 'HCM8024', details: { file: 'sessions.log' } }),
      item({ code: 'HCM8026', details: { times: 1 } }),
    ];
    renderWithServices(<MessageBars />, { health });
    expect(screen.getByText(/settings\.json can’t be written/)).toBeVisible();
    expect(screen.getByText(/clock is 7 min off.* and 2 more$/)).toBeVisible();
    expect(screen.queryByText(/sessions\.log/)).toBeNull();
  });

  it('are not there for what a row tells, or for what is only worth knowing', () => {
    const health = [
      item({ code: 'HCM8011', connectionId: sampleId(1), affected: [sampleId(1)] }),
      item({ code: 'HCM8025', details: { name: 'drainSeconds' } }),
    ];
    renderWithServices(<MessageBars />, { health });
    expect(screen.queryByRole('group')).toBeNull();
  });
});

function item(change: Partial<HealthItem> & Pick<HealthItem, 'code'>): HealthItem {
  return {
    ...{ connectionId: null, relay: null, since: sampleNow, affected: [], problem: null, details: {} },
    ...change,
  };
}
