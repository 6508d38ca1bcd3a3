import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { OpenDialog } from '../../store/ui-store.ts';
import {
  renderWithServices,
  testServices,
  type ServicesOfTest,
} from '../../testing/render-with-services.tsx';
import { sampleAppInfo } from '../../testing/sample-host.ts';
import { sampleId, sampleViews } from '../../testing/sample-views.ts';
import { filterFieldId } from './filter-field.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The window's parts as far as keys can tell: a field, rows, and regions with something to focus. */
function Page() {
  useShortcuts();
  return (
    <>
      <header data-region="header">
        <button type="button">{'help'}</button>
      </header>
      <div data-region="toolbar">
        <button type="button" disabled>
          {'disabled'}
        </button>
        <button type="button" tabIndex={-1}>
          {'reached with arrows'}
        </button>
        <input id={filterFieldId} aria-label="filter" defaultValue="sql" />
      </div>
      <div data-region="table" role="grid">
        <button type="button">{'sort'}</button>
        <div role="row" data-row-id={sampleId(7)} tabIndex={0} aria-label="payroll-sql">
          <div role="gridcell">
            <input type="checkbox" aria-label="tick" />
          </div>
        </div>
      </div>
      <footer data-region="strip">
        <button type="button">{'how'}</button>
      </footer>
      <div role="menu">
        <div role="menuitem" tabIndex={-1}>
          {'item'}
        </div>
      </div>
    </>
  );
}

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: ReturnType<typeof userEvent.setup>;
}

function open(platform = 'linux'): Opened {
  const services = testServices({ views: sampleViews(), answers: { 'connections.refresh': {} } });
  services.shell.setState({ app: { ...sampleAppInfo, platform } });
  renderWithServices(<Page />, { services });
  return { services, user: userEvent.setup() };
}

function dialogOf({ services }: Opened): OpenDialog | null {
  return services.ui.getState().dialog;
}

function focus(element: HTMLElement): void {
  act(() => element.focus());
}

describe('keys that open something', () => {
  it.each<readonly [string, OpenDialog]>([
    ['{Control>}n{/Control}', { kind: 'configure' }],
    ['{Control>}{Shift>}N{/Shift}{/Control}', { kind: 'enterManually' }],
    ['{Control>}o{/Control}', { kind: 'import' }],
    ['{Control>}t{/Control}', { kind: 'test', endpoint: '' }],
    ['?', { kind: 'shortcuts' }],
  ])('%s', async (keys, dialog) => {
    const opened = open();
    await opened.user.keyboard(keys);
    expect(dialogOf(opened)).toEqual(dialog);
  });

  it('on macOS it is Cmd, and Ctrl is not', async () => {
    const opened = open('darwin');
    await opened.user.keyboard('{Control>}n{/Control}');
    expect(dialogOf(opened)).toBeNull();
    await opened.user.keyboard('{Meta>}n{/Meta}');
    expect(dialogOf(opened)).toEqual({ kind: 'configure' });
  });

  it('Delete asks about the selected rows, or the row that has the focus', async () => {
    const opened = open();
    await opened.user.keyboard('{Delete}');
    expect(dialogOf(opened)).toBeNull();
    focus(screen.getByRole('row'));
    await opened.user.keyboard('{Delete}');
    expect(dialogOf(opened)).toEqual({ kind: 'remove', ids: [sampleId(7)] });
    act(() => {
      opened.services.ui.closeDialog();
      opened.services.ui.select([sampleId(1), sampleId(2)]);
    });
    await opened.user.keyboard('{Delete}');
    expect(dialogOf(opened)).toEqual({ kind: 'remove', ids: [sampleId(1), sampleId(2)] });
  });

  it('Ctrl+T takes the endpoint of the one that is selected', async () => {
    const opened = open();
    act(() => opened.services.ui.select([sampleId(2)]));
    await opened.user.keyboard('{Control>}t{/Control}');
    expect(dialogOf(opened)).toEqual({ kind: 'test', endpoint: 'erp-api.corp.contoso.com:443' });
  });
});

describe('keys of pages', () => {
  it.each([
    ['{F1}', { kind: 'help', topic: 'start' }],
    ['{Control>},{/Control}', { kind: 'settings', section: 'general' }],
  ])('%s', async (keys, page) => {
    const { services, user } = open();
    await user.keyboard(keys);
    expect(services.ui.getState().page).toEqual(page);
    expect(dialogOf({ services, user })).toBeNull();
  });

  it('Esc goes back to the list, and leaves what is open and selected there', async () => {
    const { services, user } = open();
    act(() => services.ui.openDetails(sampleId(7)));
    await user.keyboard('{F1}{Escape}');
    expect(services.ui.getState()).toMatchObject({ page: { kind: 'connections' }, detailsOpen: true });
    expect([...services.ui.getState().selected]).toEqual([sampleId(7)]);
  });

  it('nothing is done to connections that a page hides', async () => {
    const opened = open();
    act(() => opened.services.ui.select([sampleId(1)]));
    await opened.user.keyboard('{F1}{Delete}{F5}{Control>}t{/Control}{Control>}n{/Control}');
    expect(dialogOf(opened)).toBeNull();
    expect(opened.services.bridge.recorded).toEqual([]);
    await opened.user.keyboard('?');
    expect(dialogOf(opened)).toEqual({ kind: 'shortcuts' });
  });
});

describe('the other keys', () => {
  it.each(['{F5}', '{Control>}r{/Control}'])('%s refreshes, once at a time', async (keys) => {
    const { services, user } = open();
    const held = services.bridge.hold('connections.refresh');
    await user.keyboard(keys);
    await user.keyboard(keys);
    await act(async () => {
      held.release({});
      await Promise.resolve();
    });
    expect(services.bridge.inputsOf('connections.refresh').length).toBeLessThanOrEqual(9);
    expect(services.bridge.inputsOf('connections.refresh').length).toBeGreaterThan(0);
  });

  it('Ctrl+F goes to the filter and selects what is in it', async () => {
    const { user } = open();
    await user.keyboard('{Control>}f{/Control}');
    const field = screen.getByLabelText<HTMLInputElement>('filter');
    expect(field).toHaveFocus();
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 3]);
  });

  it('Esc closes the details, then clears the selection', async () => {
    const { services, user } = open();
    act(() => services.ui.openDetails(sampleId(7)));
    await user.keyboard('{Escape}');
    expect(services.ui.getState()).toMatchObject({ detailsOpen: false, selected: new Set([sampleId(7)]) });
    await user.keyboard('{Escape}');
    expect(services.ui.getState().selected.size).toBe(0);
  });

  it('F6 goes through the parts that are there, Shift+F6 back', async () => {
    const { user } = open();
    const places = ['help', 'filter', 'payroll-sql', 'how'];
    const focused = (): string =>
      document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '';
    const seen: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await user.keyboard('{F6}');
      seen.push(focused());
    }
    expect(seen).toEqual([...places, 'help']);
    await user.keyboard('{Shift>}{F6}{/Shift}');
    expect(focused()).toBe('how');
  });
});

describe('where keys belong to somebody else', () => {
  it('none works while a dialog is open', async () => {
    const opened = open();
    act(() => opened.services.ui.openDialog({ kind: 'about' }));
    await opened.user.keyboard('{F1}{Control>}n{/Control}{Escape}{F5}');
    expect(dialogOf(opened)).toEqual({ kind: 'about' });
    expect(opened.services.bridge.recorded).toEqual([]);
  });

  it('in a field Delete, ? and Esc stay with the field, the others work', async () => {
    const opened = open();
    act(() => opened.services.ui.openDetails(sampleId(7)));
    focus(screen.getByLabelText('filter'));
    await opened.user.keyboard('{Delete}?{Escape}');
    expect(dialogOf(opened)).toBeNull();
    expect(opened.services.ui.getState().detailsOpen).toBe(true);
    await opened.user.keyboard('{F6}');
    expect(screen.getByRole('row')).toHaveFocus();
  });

  it('a box to tick is no field to write in', async () => {
    const opened = open();
    focus(screen.getByLabelText('tick'));
    await opened.user.keyboard('{Delete}');
    expect(dialogOf(opened)).toEqual({ kind: 'remove', ids: [sampleId(7)] });
  });

  it('in a menu none works', async () => {
    const opened = open();
    focus(screen.getByRole('menuitem'));
    await opened.user.keyboard('{Delete}{F1}');
    expect(dialogOf(opened)).toBeNull();
  });
});
