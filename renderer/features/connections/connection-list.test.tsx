import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { startLiveSync } from '../../store/live-sync.ts';
import {
  renderWithServices,
  testServices,
  type ServicesOfTest,
} from '../../testing/render-with-services.tsx';
import { sampleNow } from '../../testing/sample-host.ts';
import { manyViews, sampleId, sampleView, sampleViews } from '../../testing/sample-views.ts';
import { ConnectionList } from './connection-list.tsx';

function renderList(views: readonly ConnectionView[] = sampleViews()): ServicesOfTest {
  const { services } = renderWithServices(<ConnectionList />, { views });
  act(() => services.clock.setState({ now: sampleNow }));
  return services;
}

/** Rows of connections, without the header's. */
function rows(): readonly HTMLElement[] {
  return screen.getAllByRole('row').filter((row) => row.dataset['rowId'] !== undefined);
}

function names(): readonly string[] {
  return rows().map((row) => (row.getAttribute('aria-label') ?? '').split(',')[0] ?? '');
}

function row(name: string): HTMLElement {
  return screen.getByRole('row', { name: new RegExp(`^${name},`) });
}

function selectedNames(services: ServicesOfTest): readonly string[] {
  const { views } = services.connections.getState();
  return [...services.ui.getState().selected].map((id) => views.get(id)?.config.name ?? id);
}

/** A menu that is left open would hold the focus of the next test. */
async function closeMenu(): Promise<void> {
  // Without a layout Fluent finds no item that it could give the focus to.
  act(() => screen.getAllByRole('menuitem')[0]?.focus());
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('menu')).toBeNull());
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('table of connections', () => {
  it('shows both ways of each connection, and why they are as they are', () => {
    renderList();
    expect(names()).toEqual(sampleViews().map(({ config }) => config.name));
    const cells = within(row('inventory-db'))
      .getAllByRole('gridcell')
      .map(({ textContent }) => textContent);
    expect(cells).toEqual([
      '',
      'inventory-db',
      'ConnectedTo Azure only',
      'contoso-relay-weu',
      'pg-inv01.corp.contoso.com:543210.20.4.31',
      'UnreachableConnection refused',
      '0',
      '–',
    ]);
    expect(row('crm-mysql')).toHaveTextContent('Retrying in 0:18, attempt 4');
  });

  it('counts down, and draws the row for nothing else', () => {
    const services = renderList();
    act(() => services.clock.setState({ now: sampleNow + 5_000 }));
    expect(row('crm-mysql')).toHaveTextContent('Retrying in 0:13, attempt 4');
  });

  it('shows what goes through now', () => {
    const services = renderList();
    act(() => services.traffic.setState({ byId: new Map([[sampleId(2), { rates: [0, 2_100_000] }]]) }));
    const traffic = within(row('erp-api')).getAllByRole('gridcell').at(-1);
    expect(traffic).toHaveTextContent('2.1 MB/s');
    expect(within(row('erp-api')).getByText('2.1 MB/s')).toHaveAccessibleDescription(
      'Last 5 minutes: at most 2.1 MB/s, now 2.1 MB/s',
    );
  });

  it('takes columns away where the list is narrow, and shows the worse way', () => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly #tell: ResizeObserverCallback;
        constructor(tell: ResizeObserverCallback) {
          this.#tell = tell;
        }
        observe(): void {
          const entry = { contentRect: { width: 400 } } as ResizeObserverEntry;
          this.#tell([entry], this);
        }
        unobserve(): void {
          return;
        }
        disconnect(): void {
          return;
        }
      },
    );
    renderList();
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      '',
      'Name',
      'Status',
    ]);
    expect(row('inventory-db')).toHaveTextContent(
      'inventory-dbcontoso-relay-weuUnreachableConnection refused',
    );
  });
});

describe('order', () => {
  it('follows a click on a header, turns with the next, and is kept', async () => {
    const services = renderList();
    const header = screen.getByRole('columnheader', { name: 'Name' });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(within(header).getByRole('button'));
    expect(header).toHaveAttribute('aria-sort', 'descending');
    expect(names()[0]).toBe('warehouse-mq');
    await userEvent.click(screen.getByRole('button', { name: 'Status' }));
    expect(names()[0]).toBe('hr-files-api');
    expect(header).toHaveAttribute('aria-sort', 'none');
    expect(services.bridge.inputsOf('preferences.set')).toEqual([
      { sort: { column: 'name', descending: true } },
      { sort: { column: 'status', descending: false } },
    ]);
  });

  it('stands when a state or a figure changes, and takes a new connection in', async () => {
    const services = renderList();
    await userEvent.click(screen.getByRole('button', { name: 'Sessions' }));
    const before = names();
    const busy = { ...sampleViews()[0]!, sessions: 500 };
    act(() => {
      services.connections.applyPatch({ sequence: 1, changed: [busy], removed: [] });
    });
    expect(names()).toEqual(before);
    const added = sampleView({ number: 11, name: 'added', view: { sessions: 20 } });
    act(() => {
      services.connections.applyPatch({ sequence: 2, changed: [added], removed: [] });
    });
    expect(names().slice(-4)).toEqual(['payroll-sql', 'added', 'erp-api', 'crm-mysql']);
  });
});

describe('filter', () => {
  it('leaves what matches, and says so when nothing does', async () => {
    const services = renderList();
    act(() => services.ui.setFilter('unauthorized'));
    expect(names()).toEqual(['reporting-odata']);
    act(() => services.ui.setFilter('abc'));
    expect(screen.getByText('No connection matches “abc”.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(rows()).toHaveLength(10);
  });

  it('goes together with a pressed chip', () => {
    const services = renderList();
    act(() => services.ui.toggleGroup('off'));
    expect(names()).toEqual(['labels-print', 'orders-biztalk']);
  });

  it('takes hidden rows out of the selection, so that no command reaches them', () => {
    const services = renderList();
    act(() => services.ui.select([sampleId(2), sampleId(7)]));
    act(() => services.ui.setFilter('payroll'));
    expect(selectedNames(services)).toEqual(['payroll-sql']);
    act(() => services.ui.setFilter('abc'));
    expect(selectedNames(services)).toEqual([]);
  });

  it('leaves a row selected that goes from a chip by itself', () => {
    const services = renderList();
    act(() => services.ui.toggleGroup('recovering'));
    act(() => services.ui.openDetails(sampleId(9)));
    const online = sampleView({ number: 9, name: 'scm-gateway' });
    act(() => {
      services.connections.applyPatch({ sequence: 1, changed: [online], removed: [] });
    });
    expect(names()).toEqual(['crm-mysql']);
    expect(services.ui.getState()).toMatchObject({ detailsOpen: true });
    expect(selectedNames(services)).toEqual(['scm-gateway']);
  });
});

describe('selection by pointer', () => {
  it('a click selects one row and opens its details', async () => {
    const services = renderList();
    await userEvent.click(row('erp-api'));
    await userEvent.click(row('payroll-sql'));
    expect(selectedNames(services)).toEqual(['payroll-sql']);
    expect(services.ui.getState().detailsOpen).toBe(true);
    expect(row('payroll-sql')).toHaveAttribute('aria-selected', 'true');
    expect(row('erp-api')).toHaveAttribute('aria-selected', 'false');
  });

  it('the checkbox adds without opening', async () => {
    const services = renderList();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select erp-api' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select payroll-sql' }));
    expect(selectedNames(services)).toEqual(['erp-api', 'payroll-sql']);
    expect(services.ui.getState().detailsOpen).toBe(false);
  });

  it('Ctrl adds and takes away, Shift takes everything between', async () => {
    const services = renderList();
    const user = userEvent.setup();
    await user.click(row('erp-api'));
    await user.keyboard('{Control>}');
    await user.click(row('payroll-sql'));
    await user.click(row('erp-api'));
    await user.keyboard('{/Control}{Shift>}');
    expect(selectedNames(services)).toEqual(['payroll-sql']);
    await user.click(row('inventory-db'));
    expect(selectedNames(services)).toEqual(['erp-api', 'hr-files-api', 'inventory-db']);
    await user.keyboard('{/Shift}');
  });

  it('the box above ticks all rows that are shown, and none', async () => {
    const services = renderList();
    const all = screen.getByRole('checkbox', { name: 'Select all' });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select erp-api' }));
    expect(all).toBePartiallyChecked();
    await userEvent.click(all);
    expect(selectedNames(services)).toHaveLength(10);
    expect(all).toBeChecked();
    await userEvent.click(all);
    expect(selectedNames(services)).toEqual([]);
  });

  it('a right click opens the menu of that row, or of the selection it is part of', async () => {
    const services = renderList();
    await userEvent.pointer({ keys: '[MouseRight]', target: row('labels-print') });
    expect(selectedNames(services)).toEqual(['labels-print']);
    expect(services.ui.getState().detailsOpen).toBe(false);
    expect(await screen.findByRole('menuitem', { name: /^Start/ })).toBeVisible();
    await closeMenu();
  });
});

describe('keys', () => {
  function focusFirstRow(): ReturnType<typeof userEvent.setup> {
    act(() => rows()[0]?.focus());
    return userEvent.setup();
  }

  it('the rows are one stop for Tab', () => {
    renderList();
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([row('crm-mysql')]);
  });

  it('the header is another, with arrows between its buttons and down to the rows', async () => {
    renderList();
    const user = userEvent.setup();
    await user.tab();
    expect(screen.getByRole('checkbox', { name: 'Select all' })).toHaveFocus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('button', { name: 'Status' })).toHaveFocus();
    await user.tab();
    expect(row('crm-mysql')).toHaveFocus();
    await user.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Status' })).toHaveFocus();
    await user.keyboard('{ArrowLeft}{ArrowDown}');
    expect(row('crm-mysql')).toHaveFocus();
  });

  it('arrows, Home, End and pages move between rows', async () => {
    renderList();
    const user = focusFirstRow();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(row('hr-files-api')).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(row('erp-api')).toHaveFocus();
    await user.keyboard('{End}{ArrowDown}');
    expect(row('warehouse-mq')).toHaveFocus();
    await user.keyboard('{Home}{ArrowUp}');
    expect(row('crm-mysql')).toHaveFocus();
    await user.keyboard('{PageDown}');
    expect(row('crm-mysql')).not.toHaveFocus();
    expect(rows().filter(({ tabIndex }) => tabIndex === 0)).toEqual([document.activeElement]);
  });

  it('sideways leads into the cells and back, and down the same column', async () => {
    renderList();
    const user = focusFirstRow();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(within(row('crm-mysql')).getAllByRole('gridcell')[2]).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(within(row('erp-api')).getAllByRole('gridcell')[2]).toHaveFocus();
    expect(await screen.findByRole('tooltip', { hidden: true })).toHaveTextContent(
      'Azure delivers sessions to this host, and the endpoint answers.',
    );
    const heardByWindow = vi.fn();
    window.addEventListener('keydown', heardByWindow, { once: true });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip', { hidden: true })).toBeNull();
    expect(heardByWindow).not.toHaveBeenCalled();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(row('erp-api')).toHaveFocus();
  });

  it('Space selects, Shift+Space extends, Ctrl+A takes all', async () => {
    const services = renderList();
    const user = focusFirstRow();
    await user.keyboard(' {ArrowDown}{ArrowDown}{Shift>} {/Shift}');
    expect(selectedNames(services)).toEqual(['crm-mysql', 'erp-api', 'hr-files-api']);
    await user.keyboard(' ');
    expect(selectedNames(services)).toEqual(['crm-mysql', 'erp-api']);
    await user.keyboard('{Control>}a{/Control}');
    expect(selectedNames(services)).toHaveLength(10);
    expect(services.ui.getState().detailsOpen).toBe(false);
  });

  it('Space ticks a checkbox once', async () => {
    const services = renderList();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select erp-api' }));
    await userEvent.keyboard(' ');
    expect(selectedNames(services)).toEqual([]);
  });

  it('Enter opens the details of the row', async () => {
    const services = renderList();
    const user = focusFirstRow();
    await user.keyboard('{ArrowDown}{Enter}');
    expect(services.ui.getState().detailsOpen).toBe(true);
    expect(selectedNames(services)).toEqual(['erp-api']);
  });

  it('letters jump to a name', async () => {
    renderList();
    const user = focusFirstRow();
    await user.keyboard('re');
    expect(row('reporting-odata')).toHaveFocus();
  });

  it('Shift+F10 opens the menu', async () => {
    renderList();
    const user = focusFirstRow();
    await user.keyboard('{Shift>}{F10}{/Shift}');
    expect(await screen.findByRole('menuitem', { name: /^Retry now/ })).toBeVisible();
    await closeMenu();
    expect(row('crm-mysql')).toHaveFocus();
  });

  it('the focus goes to the next row when its own is removed', async () => {
    const services = renderList();
    const user = focusFirstRow();
    await user.keyboard('{ArrowDown}');
    act(() => {
      services.connections.applyPatch({ sequence: 1, changed: [], removed: [sampleId(2)] });
    });
    expect(row('hr-files-api')).toHaveFocus();
  });
});

describe('500 connections', () => {
  it('draws those in sight, and any other as soon as the focus goes there', async () => {
    renderList(manyViews(500));
    expect(rows().length).toBeLessThan(60);
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '501');
    act(() => rows()[0]?.focus());
    await userEvent.keyboard('{End}');
    expect(document.activeElement).toHaveAttribute('aria-rowindex', '501');
  });
});

describe('before the first answer', () => {
  it('shows nothing at first, then where rows will be, then the rows', async () => {
    vi.useFakeTimers();
    const services = testServices();
    services.connections.setState({ loaded: false });
    renderWithServices(<ConnectionList />, { services });
    const loading = screen.getByRole('status', { name: 'Loading connections' });
    expect(loading).toBeEmptyDOMElement();
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(loading).not.toBeEmptyDOMElement();
    act(() => services.connections.applySnapshot(1, sampleViews()));
    expect(rows()).toHaveLength(10);
  });
});

describe('what a click leads to expect', () => {
  it('is shown at once, and the true state again after 3 s', async () => {
    vi.useFakeTimers();
    const services = testServices({ views: sampleViews() });
    const stop = startLiveSync(services);
    renderWithServices(<ConnectionList />, { services });
    act(() => services.connections.expect(sampleId(7), 'stopping'));
    expect(row('payroll-sql')).toHaveTextContent('Stopping');
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(row('payroll-sql')).toHaveTextContent('Connected');
    stop();
  });
});

describe('a row that turns red', () => {
  const payroll = sampleView({ number: 7, name: 'payroll-sql' });
  const refused = sampleView({ number: 7, name: 'payroll-sql', azure: { status: 'unauthorized' } });

  function classesAfter(change: (services: ServicesOfTest) => void, views = [payroll]): readonly string[] {
    const services = renderList(views);
    const before = [...row('payroll-sql').classList];
    act(() => change(services));
    return [...row('payroll-sql').classList].filter((name) => !before.includes(name));
  }

  it('is marked, once it does', () => {
    expect(
      classesAfter(({ connections }) => {
        connections.applyPatch({ sequence: 1, changed: [refused], removed: [] });
      }),
    ).not.toEqual([]);
  });

  it('isn’t when it only went on with its work, or was red before the host went away', () => {
    expect(
      classesAfter(({ connections }) => {
        connections.applyPatch({ sequence: 1, changed: [{ ...payroll, sessions: 3 }], removed: [] });
      }),
    ).toEqual([]);
    cleanup();
    expect(
      classesAfter(
        ({ connections }) => {
          connections.setUnknownSince(sampleNow);
          connections.setUnknownSince(null);
        },
        [refused],
      ),
    ).toEqual([]);
  });
});

describe('drawing', () => {
  it('draws no other row again when one changes', () => {
    let drawn = 0;
    const [crm, erp, ...others] = sampleViews();
    const watched = others.map((view) => ({
      ...view,
      // What a row of a connected one reads each time it is drawn.
      get listeners() {
        drawn += 1;
        return 2;
      },
    }));
    const services = renderList([crm!, erp!, ...watched]);
    expect(drawn).toBeGreaterThan(0);
    drawn = 0;
    act(() => {
      services.connections.applyPatch({ sequence: 1, changed: [{ ...erp!, sessions: 39 }], removed: [] });
    });
    expect(row('erp-api')).toHaveTextContent('39');
    expect(drawn).toBe(0);
    act(() => services.traffic.setState({ byId: new Map([[sampleId(7), { rates: [0, 1_000] }]]) }));
    expect(row('payroll-sql')).toHaveTextContent('1 kB/s');
    expect(drawn).toBe(0);
  });
});
