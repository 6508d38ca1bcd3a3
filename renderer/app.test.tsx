import { act, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../electron/contract/connection-view.ts';
import { App } from './app.tsx';
import { testServices, type ServicesOfTest } from './testing/render-with-services.tsx';
import { sampleViews } from './testing/sample-views.ts';

function renderApp(views: readonly ConnectionView[] = sampleViews()): ServicesOfTest {
  const services = testServices({
    views,
    answers: {
      'connections.resolveNamespace': { addresses: [] },
      'sessions.list': { sessions: [] },
      'sessions.history': { ended: [], today: 0, failedToday: 0, lastHour: 0, typicalDialMs: null },
      'activity.list': { activity: [] },
    },
  });
  render(<App services={services} />);
  return services;
}

function row(name: string): HTMLElement {
  return screen.getByRole('row', { name: new RegExp(`^${name},`) });
}

describe('the page', () => {
  it('has its landmarks', () => {
    renderApp();
    expect(within(screen.getByRole('banner')).getByRole('heading', { level: 1 })).toBeVisible();
    expect(within(screen.getByRole('banner')).getByRole('toolbar')).toBeVisible();
    expect(within(screen.getByRole('main')).getByRole('grid')).toBeVisible();
    expect(within(screen.getByRole('contentinfo')).getByRole('note')).toBeVisible();
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('offers ways to begin in place of toolbar and table when there is nothing yet', () => {
    const services = renderApp([]);
    expect(screen.queryByRole('toolbar')).toBeNull();
    expect(within(screen.getByRole('main')).getByRole('button', { name: /Enter Manually/ })).toBeVisible();
    act(() => services.connections.applySnapshot(1, sampleViews()));
    expect(screen.getByRole('grid')).toBeVisible();
  });

  it('Enter leads into the details, Esc back to the row', async () => {
    renderApp();
    act(() => row('crm-mysql').focus());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(screen.getByRole('heading', { level: 2, name: 'erp-api' })).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(row('erp-api')).toHaveFocus());
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('a click opens the details and leaves the focus in the table', async () => {
    renderApp();
    await userEvent.click(row('payroll-sql'));
    expect(await screen.findByRole('complementary', { name: 'payroll-sql' })).toBeVisible();
    expect(row('payroll-sql')).toHaveFocus();
  });

  it('shows the dialog that was asked for', async () => {
    renderApp();
    await userEvent.click(screen.getByRole('button', { name: 'How to replace it' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('orders-biztalk');
  });
});
