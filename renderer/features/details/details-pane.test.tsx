import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleId } from '../../testing/sample-views.ts';
import { openDetails } from './testing/open-details.tsx';

afterEach(() => void vi.restoreAllMocks());

describe('the details pane', () => {
  it('is there only while it is open and something is selected', async () => {
    const { services } = openDetails('payroll-sql');
    expect(screen.getByRole('complementary', { name: 'payroll-sql' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2, name: 'payroll-sql' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close details' }));
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    act(() => {
      services.ui.openDetails(sampleId(7));
      services.ui.select([]);
    });
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('closes when its connection is gone', () => {
    const { services } = openDetails('payroll-sql');
    act(() => void services.connections.applyPatch({ sequence: 1, changed: [], removed: [sampleId(7)] }));
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
  });

  it('has four tabs that open by the focus alone, and keeps the open one for other rows', async () => {
    const { services } = openDetails('payroll-sql');
    const names = ['Overview', 'Sessions (8)', 'Activity', 'Log'];
    expect(screen.getAllByRole('tab')).toEqual(names.map((name) => screen.getByRole('tab', { name })));
    act(() => screen.getByRole('tab', { name: 'Sessions (8)' }).focus());
    expect(screen.getByRole('tab', { name: 'Sessions (8)' })).toHaveAttribute('aria-selected', 'true');
    expect(await screen.findByRole('table', { name: 'Open sessions' })).toBeVisible();
    act(() => services.ui.openDetails(sampleId(2)));
    expect(screen.getByRole('heading', { level: 2, name: 'erp-api' })).toBeVisible();
    expect(screen.getByRole('tab', { name: 'Sessions (38)' })).toHaveAttribute('aria-selected', 'true');
    act(() => services.ui.openDetails(sampleId(1)));
    expect(screen.getByRole('tab', { name: 'Sessions' })).toHaveAttribute('aria-selected', 'true');
  });

  it('never shows what was read of one connection for another', async () => {
    const { services } = openDetails('payroll-sql', { tab: 'sessions' });
    await screen.findByRole('table', { name: 'Open sessions' });
    services.bridge.hold('sessions.list');
    services.bridge.hold('sessions.history');
    act(() => services.ui.openDetails(sampleId(2)));
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    expect(screen.queryByText('431')).not.toBeInTheDocument();
  });

  it('has the actions of the row under More', async () => {
    openDetails('payroll-sql');
    await userEvent.click(screen.getByRole('button', { name: 'More' }));
    expect(await screen.findByRole('menuitem', { name: /^Restart/ })).toBeVisible();
    expect(screen.getByRole('menuitem', { name: /^Replace key/ })).toBeVisible();
    expect(screen.queryByRole('menuitem', { name: /^Start$/ })).not.toBeInTheDocument();
  });

  it('sums up several connections, worst first, and acts on all of them', async () => {
    const { services } = openDetails('payroll-sql', { answers: { 'connections.start': {} } });
    act(() => services.ui.select([7, 2, 8, 5, 4].map(sampleId)));
    expect(screen.getByRole('heading', { level: 2, name: '5 selected' })).toBeVisible();
    expect(screen.queryByRole('tab')).not.toBeInTheDocument();
    const states = within(screen.getByRole('list', { name: 'Their states' })).getAllByRole('listitem');
    expect(states.map(({ textContent }) => textContent)).toEqual([
      'ConnectedTo Azure onlyinventory-db1',
      'Unauthorizedreporting-odata1',
      'Connectedpayroll-sql, erp-api2',
      'Stoppedlabels-print1',
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Start' }));
    expect(services.bridge.inputsOf('connections.start')).toEqual([{ id: sampleId(5), by: 'm.keller' }]);
  });
});

describe('its width', () => {
  function handle(): HTMLElement {
    return screen.getByRole('separator', { name: 'Width of the details' });
  }

  it('follows the arrow keys and is remembered', async () => {
    const { services } = openDetails('payroll-sql');
    expect(handle()).toHaveAttribute('aria-valuenow', '440');
    act(() => handle().focus());
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowRight}');
    expect(handle()).toHaveAttribute('aria-valuenow', '456');
    expect(screen.getByRole('complementary')).toHaveStyle({ width: '456px' });
    expect(services.bridge.inputsOf('preferences.set').at(-1)).toEqual({ detailsWidth: 456 });
    await userEvent.keyboard('{End}');
    expect(handle()).toHaveAttribute('aria-valuenow', handle().getAttribute('aria-valuemax'));
    expect(handle()).toHaveAttribute('aria-valuemax', '840');
  });

  it('goes back to the usual one by a double click', async () => {
    const { services } = openDetails('payroll-sql');
    act(() => handle().focus());
    await userEvent.keyboard('{End}');
    await userEvent.dblClick(handle());
    expect(handle()).toHaveAttribute('aria-valuenow', '440');
    expect(services.bridge.inputsOf('preferences.set').at(-1)).toEqual({ detailsWidth: 440 });
  });

  it('follows the pointer and is kept when it is let go', () => {
    const { services } = openDetails('payroll-sql');
    const element = handle();
    fireEvent.pointerMove(element, { clientX: 500 });
    expect(element).toHaveAttribute('aria-valuenow', '440');
    fireEvent.pointerDown(element, { button: 0, clientX: 760 });
    fireEvent.pointerMove(element, { clientX: 600 });
    expect(element).toHaveAttribute('aria-valuenow', '600');
    expect(services.bridge.inputsOf('preferences.set')).toEqual([]);
    fireEvent.pointerUp(element, { clientX: 600 });
    expect(services.bridge.inputsOf('preferences.set')).toEqual([{ detailsWidth: 600 }]);
  });

  it('is wider at a press, and narrow again', async () => {
    openDetails('payroll-sql');
    await userEvent.click(screen.getByRole('button', { name: 'Widen' }));
    expect(handle()).toHaveAttribute('aria-valuenow', '624');
    await userEvent.click(screen.getByRole('button', { name: 'Make narrow' }));
    expect(handle()).toHaveAttribute('aria-valuenow', '440');
  });

  it('is the whole window where that is small, with a way back', async () => {
    const { services } = openDetails('payroll-sql', { windowWidth: 800 });
    expect(screen.queryByRole('separator')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Widen' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Close details' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(services.ui.getState().detailsOpen).toBe(false);
  });
});
