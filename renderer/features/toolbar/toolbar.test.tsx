import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { sampleId, sampleViews } from '../../testing/sample-views.ts';
import { Toolbar } from './toolbar.tsx';

const usualWidth = window.innerWidth;

let services: ServicesOfTest;

function open(width = 1200): ReturnType<typeof userEvent.setup> {
  window.innerWidth = width;
  ({ services } = renderWithServices(<Toolbar />, {
    views: sampleViews(),
    answers: {
      'connections.refresh': {},
      'connections.start': {},
      'connections.stop': {},
      'connections.restart': {},
      'app.copy': {},
    },
  }));
  return userEvent.setup();
}

function select(...numbers: readonly number[]): void {
  act(() => services.ui.select(numbers.map(sampleId)));
}

function button(name: string | RegExp): HTMLElement {
  return screen.getByRole('button', { name });
}

afterEach(() => {
  window.innerWidth = usualWidth;
});

describe('Toolbar', () => {
  it('chooses in Azure by the primary button, and offers the other ways in its menu', async () => {
    const user = open();
    await user.click(button('Configure another Hybrid Connection'));
    expect(services.ui.getState().dialog).toEqual({ kind: 'configure' });
    for (const [name, kind] of [
      [/^Enter Manually…/, 'enterManually'],
      ['Create in Azure…', 'createInAzure'],
      ['Azure accounts…', 'accounts'],
    ] as const) {
      act(() => services.ui.closeDialog());
      await user.click(button('More ways to add'));
      await user.click(screen.getByRole('menuitem', { name }));
      expect(services.ui.getState().dialog).toEqual({ kind });
    }
  });

  it('leads to the practice relay', async () => {
    const user = open();
    await user.click(button('More ways to add'));
    await user.click(screen.getByRole('menuitem', { name: 'Try it with the local relay' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'demo' });
  });

  it('without a selection what is for connections can have the focus, do nothing and say why', async () => {
    const user = open();
    for (const name of ['Start', 'Stop', 'Restart', 'Remove']) {
      const disabled = button(name);
      expect(disabled).toHaveAttribute('aria-disabled', 'true');
      await user.click(disabled);
      act(() => disabled.focus());
      expect(disabled).toHaveFocus();
      await waitFor(() => expect(disabled).toHaveAccessibleDescription(/Select a connection first$/));
    }
    expect(services.ui.getState().dialog).toBeNull();
    expect(services.bridge.recorded).toEqual([]);
  });

  it('says why none of the selected can restart', async () => {
    const user = open();
    select(5);
    const restart = button('Restart');
    expect(restart).toHaveAttribute('aria-disabled', 'true');
    await user.hover(restart);
    await waitFor(() =>
      expect(restart).toHaveAccessibleDescription(
        'Restart: None of the selected connections can restart now',
      ),
    );
    expect(button('Remove')).not.toHaveAttribute('aria-disabled', 'true');
  });

  it('counts the selected and restarts those of a mixed selection that can', async () => {
    const user = open();
    select(4, 5);
    expect(screen.getByText('2 selected')).toBeInTheDocument();
    await user.click(button('Restart'));
    expect(services.bridge.inputsOf('connections.restart')).toEqual([{ id: sampleId(4), by: 'm.keller' }]);
  });

  it('stops and starts those of a mixed selection that can', async () => {
    const user = open();
    select(4, 5);
    await user.click(button('Stop'));
    expect(services.bridge.inputsOf('connections.stop')).toEqual([{ id: sampleId(4), by: 'm.keller' }]);
    await user.click(button('Start'));
    expect(services.bridge.inputsOf('connections.start').map(({ id }) => id)).toEqual([
      sampleId(4),
      sampleId(5),
    ]);
  });

  it('offers only what the selection allows: a second click on Stop must not start again', async () => {
    const user = open();
    select(5);
    expect(button('Start')).not.toHaveAttribute('aria-disabled', 'true');
    const stop = button('Stop');
    expect(stop).toHaveAttribute('aria-disabled', 'true');
    await user.hover(stop);
    await waitFor(() =>
      expect(stop).toHaveAccessibleDescription('Stop: None of the selected connections can be stopped now'),
    );
    select(4);
    expect(button('Stop')).not.toHaveAttribute('aria-disabled', 'true');
    const start = button('Start');
    expect(start).toHaveAttribute('aria-disabled', 'true');
    await user.hover(start);
    await waitFor(() =>
      expect(start).toHaveAccessibleDescription('Start: None of the selected connections is stopped'),
    );
  });

  it('asks before Remove, for all of them', async () => {
    const user = open();
    select(4, 5);
    await user.click(button('Remove'));
    expect(services.ui.getState().dialog).toEqual({ kind: 'remove', ids: [sampleId(4), sampleId(5)] });
  });

  it('tests an empty field without a selection, the endpoint of the one that is selected with', async () => {
    const user = open();
    await user.click(button('Test'));
    expect(services.ui.getState().dialog).toEqual({ kind: 'test', endpoint: '' });
    select(7);
    await user.click(button('Test'));
    expect(services.ui.getState().dialog).toEqual({ kind: 'test', endpoint: 'sql01.corp.contoso.com:1433' });
  });

  it('refreshes once, however often it is pressed while it runs', async () => {
    const user = open();
    const held = services.bridge.hold('connections.refresh');
    await user.click(button('Refresh'));
    expect(button('Refresh')).toHaveAttribute('aria-disabled', 'true');
    await user.click(button('Refresh'));
    held.release({});
    await waitFor(() => expect(button('Refresh')).not.toHaveAttribute('aria-disabled', 'true'));
    expect(services.bridge.inputsOf('connections.refresh')).toHaveLength(9);
  });

  it('shows the shortcut in the tooltip', async () => {
    const user = open();
    await user.hover(button('Refresh'));
    await waitFor(() => expect(button('Refresh')).toHaveAccessibleDescription('Refresh (F5)'));
  });
});

describe('the filter', () => {
  it('filters while typing; Esc empties it and then goes back to the table', async () => {
    const user = open();
    const table = document.createElement('div');
    table.dataset['region'] = 'table';
    table.innerHTML = '<div role="row" tabindex="0">row</div>';
    document.body.append(table);
    const field = screen.getByRole('searchbox', { name: 'Filter connections' });
    await user.type(field, 'sql');
    expect(services.ui.getState().filter).toBe('sql');
    await user.keyboard('{Escape}');
    expect(services.ui.getState().filter).toBe('');
    expect(field).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.getByText('row')).toHaveFocus();
    table.remove();
  });
});

describe('More', () => {
  async function openMore(user: ReturnType<typeof userEvent.setup>): Promise<void> {
    await user.click(button('More'));
  }

  it('enables what the selection allows', async () => {
    const user = open(800);
    select(5);
    await openMore(user);
    expect(screen.getByRole('menuitem', { name: 'Start' })).not.toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('menuitem', { name: 'Stop' })).toHaveAttribute('aria-disabled', 'true');
    await user.click(screen.getByRole('menuitem', { name: 'Start' }));
    expect(services.bridge.inputsOf('connections.start')).toHaveLength(1);
  });

  it('leaves out what has a button', async () => {
    const user = open();
    await openMore(user);
    for (const name of ['Start', 'Stop', 'Restart', 'Remove', 'Test'])
      expect(screen.queryByRole('menuitem', { name })).toBeNull();
  });

  it('replaces the key of one alone', async () => {
    const user = open();
    select(7, 2);
    await openMore(user);
    expect(screen.getByRole('menuitem', { name: 'Replace key…' })).toHaveAttribute('aria-disabled', 'true');
    select(7);
    await user.click(screen.getByRole('menuitem', { name: 'Replace key…' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'replaceKey', id: sampleId(7) });
  });

  it('shows the log', async () => {
    const user = open();
    await openMore(user);
    await user.click(screen.getByRole('menuitem', { name: 'View Logs' }));
    expect(services.ui.getState().dialog).toEqual({ kind: 'logs' });
  });

  it('changes density and columns, and keeps them', async () => {
    const user = open();
    await openMore(user);
    await user.click(screen.getByRole('menuitem', { name: 'Density' }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'Compact' }));
    expect(services.shell.getState().preferences.density).toBe('compact');
    await openMore(user);
    await user.click(screen.getByRole('menuitem', { name: 'Columns' }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: 'Traffic' }));
    expect(screen.queryByRole('menuitemcheckbox', { name: 'Name' })).toBeNull();
    expect(services.bridge.inputsOf('preferences.set')).toEqual([
      { density: 'compact' },
      { hiddenColumns: ['traffic'] },
    ]);
  });
});

describe('in a narrow window', () => {
  it('Start and Stop are icons with names until there is room for their words', () => {
    open(1200);
    expect(button('Stop')).toHaveTextContent('');
    act(() => {
      window.innerWidth = 1400;
      window.dispatchEvent(new Event('resize'));
    });
    expect(button('Start')).toHaveTextContent('Start');
    expect(button('Stop')).toHaveTextContent('Stop');
  });

  it('below 1152 px the long label goes, so that the number of selected rows lies on nothing', () => {
    open(1151);
    expect(button('Add')).toBeInTheDocument();
    expect(button('Refresh')).toHaveTextContent('Refresh');
  });

  it('below 960 px buttons are icons with names, and the chips a menu', async () => {
    const user = open(800);
    expect(button('Refresh')).toHaveTextContent('');
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    await user.click(button('Filter by state'));
    expect(screen.getAllByRole('menuitemradio').map((item) => item.textContent)).toEqual([
      'All',
      'Need attention (4)',
      'Recovering (2)',
      'Working (2)',
      'Off (2)',
    ]);
    await user.click(screen.getByRole('menuitemradio', { name: 'Recovering (2)' }));
    expect(services.ui.getState().group).toBe('recovering');
    await user.click(button('Filter by state: Recovering'));
    await user.click(screen.getByRole('menuitemradio', { name: 'All' }));
    expect(services.ui.getState().group).toBeNull();
  });

  it('below 560 px Restart, Test and Remove are in More, and the long label is Add', async () => {
    const user = open(400);
    expect(button('Add')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Restart' })).toBeNull();
    select(4);
    await user.click(button('More'));
    const first = screen.getAllByRole('menuitem').slice(0, 3);
    expect(first.map((item) => item.textContent)).toEqual(['Restart', 'TestCtrl+T', 'RemoveDelete']);
    expect(screen.getByRole('menuitem', { name: 'Stop' })).toBeVisible();
    await user.click(first[2]!);
    expect(services.ui.getState().dialog).toEqual({ kind: 'remove', ids: [sampleId(4)] });
  });
});
