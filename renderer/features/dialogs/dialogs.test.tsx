import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { OpenDialog } from '../../store/ui-store.ts';
import { renderWithServices, type ServicesOfTest } from '../../testing/render-with-services.tsx';
import { sampleNow } from '../../testing/sample-host.ts';
import { sampleId, sampleView, sampleViews } from '../../testing/sample-views.ts';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { Answers } from '../../testing/test-bridge.ts';
import { Dialogs } from './dialogs.tsx';

interface Opened {
  readonly services: ServicesOfTest;
  readonly user: ReturnType<typeof userEvent.setup>;
}

function open(dialog: OpenDialog, answers: Answers = {}): Opened {
  const { services } = renderWithServices(
    <>
      <Dialogs />
      <div data-region="table">
        <div role="row" tabIndex={0} aria-label="the row" />
      </div>
    </>,
    {
      views: sampleViews(),
      answers: {
        'settings.get': { settings: defaultSettings, changed: [], managed: [] },
        'connections.remove': { closedSessions: 0 },
        'connections.restart': {},
        'connections.stop': {},
        'connections.closeSessions': { closedSessions: 3 },
        'sessions.kill': {},
        'app.copy': {},
        'app.openLink': {},
        ...answers,
      },
    },
  );
  services.clock.setState({ now: sampleNow });
  act(() => services.ui.openDialog(dialog));
  return { services, user: userEvent.setup() };
}

function button(name: string): HTMLElement {
  return screen.getByRole('button', { name });
}

function toasts({ services }: Opened): readonly string[] {
  return services.toasts.getState().toasts.map(({ text }) => text);
}

async function expectClosed({ services }: Opened): Promise<void> {
  await waitFor(() => expect(services.ui.getState().dialog).toBeNull());
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('alertdialog')).toBeNull();
}

describe('Remove', () => {
  const payroll: OpenDialog = { kind: 'remove', ids: [sampleId(7)] };

  it('says what it does, with the focus on Cancel', () => {
    open(payroll);
    expect(screen.getByRole('alertdialog', { name: 'Remove payroll-sql from this host?' })).toHaveTextContent(
      '8 sessions will be closed. Apps can’t reach sql01.corp.contoso.com:1433 through this host any more. 1 other listener stays up. Nothing is deleted in Azure.',
    );
    expect(button('Cancel')).toHaveFocus();
  });

  it('removes, says so and gives the focus to the table', async () => {
    const opened = open(payroll);
    await opened.user.click(button('Remove'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.remove')).toEqual([
      { id: sampleId(7), by: 'm.keller' },
    ]);
    expect(toasts(opened)).toEqual(['Removed payroll-sql.']);
    await waitFor(() => expect(screen.getByLabelText('the row')).toHaveFocus());
  });

  it.each(['{Enter}', '{Escape}'])('%s removes nothing', async (keys) => {
    const opened = open(payroll);
    await opened.user.keyboard(keys);
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.remove')).toEqual([]);
  });

  it('× removes nothing', async () => {
    const opened = open(payroll);
    await opened.user.click(button('Close'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.remove')).toEqual([]);
  });

  it('names several, and leaves out sessions where there are none', () => {
    open({ kind: 'remove', ids: [sampleId(1), sampleId(4), sampleId(8)] });
    const dialog = screen.getByRole('alertdialog', { name: 'Remove 3 connections from this host?' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['crm-mysql', 'inventory-db', 'reporting-odata']);
    expect(dialog).toHaveTextContent(
      'Apps can’t reach their endpoints through this host any more. Nothing is deleted in Azure.',
    );
    expect(dialog).not.toHaveTextContent('will be closed');
  });

  it('says of a discontinued one only what is true', () => {
    open({ kind: 'remove', ids: [sampleId(6)] });
    expect(screen.getByRole('alertdialog')).not.toHaveTextContent('Apps can’t reach');
  });

  it('stays with what went wrong, and can be tried again', async () => {
    const opened = open(payroll);
    opened.services.bridge.refuse('connections.remove', 'HCM4003');
    await opened.user.click(button('Remove'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The disk is full');
    expect(alert).toHaveTextContent('Free some space, then repeat what wasn’t saved.');
    expect(alert).toHaveTextContent('HCM4003');
    await opened.user.click(within(alert).getByRole('button', { name: 'Copy details' }));
    expect(opened.services.bridge.inputsOf('app.copy')[0]?.text).toMatch(/^HCM4003 The disk is full\n/);
    opened.services.bridge.answer('connections.remove', { closedSessions: 8 });
    await opened.user.click(button('Remove'));
    await expectClosed(opened);
  });

  it('can’t be closed or pressed twice while it works', async () => {
    const opened = open(payroll);
    const held = opened.services.bridge.hold('connections.remove');
    await opened.user.click(button('Remove'));
    const busy = await screen.findByRole('button', { name: 'Saving…' });
    await opened.user.click(busy);
    await opened.user.keyboard('{Escape}');
    expect(screen.getByRole('alertdialog')).toBeInTheDocument();
    held.release({ closedSessions: 0 });
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.remove')).toHaveLength(1);
  });
});

describe('Restart and Stop', () => {
  it('say how long sessions get, as the settings have it', async () => {
    open(
      { kind: 'restart', ids: [sampleId(7)] },
      { 'settings.get': { settings: { ...defaultSettings, drainSeconds: 90 }, changed: [], managed: [] } },
    );
    const dialog = screen.getByRole('alertdialog', { name: 'Restart payroll-sql?' });
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        '8 open sessions get 90 seconds to finish, then close. It then connects again.',
      ),
    );
  });

  it('Enter restarts', async () => {
    const opened = open({ kind: 'restart', ids: [sampleId(7)] });
    expect(button('Restart')).toHaveFocus();
    await opened.user.keyboard('{Enter}');
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.restart')).toHaveLength(1);
    expect(toasts(opened)).toEqual(['Restarted payroll-sql.']);
    expect(opened.services.connections.getState().views.get(sampleId(7))?.azure.status).toBe('stopping');
  });

  it('Stop says what apps notice', async () => {
    const opened = open({ kind: 'stop', ids: [sampleId(7)] });
    expect(screen.getByRole('alertdialog', { name: 'Stop payroll-sql?' })).toHaveTextContent(
      '8 open sessions get 60 seconds to finish, then close. Apps can’t reach the endpoint through this host until you start it.',
    );
    await opened.user.click(button('Stop'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('connections.stop')).toHaveLength(1);
  });

  it('sessions close at once where the settings give them no time; several are named', async () => {
    open(
      { kind: 'stop', ids: [sampleId(2), sampleId(7)] },
      { 'settings.get': { settings: { ...defaultSettings, drainSeconds: 0 }, changed: [], managed: [] } },
    );
    const dialog = screen.getByRole('alertdialog', { name: 'Stop 2 connections?' });
    await waitFor(() => expect(dialog).toHaveTextContent('46 open sessions close at once.'));
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(2);
  });

  it('show the truth again and stay when the host refuses', async () => {
    const opened = open({ kind: 'stop', ids: [sampleId(7)] });
    opened.services.bridge.refuse('connections.stop', 'HCM5005');
    await opened.user.click(button('Stop'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The host isn’t answering');
    expect(opened.services.connections.getState().views.get(sampleId(7))?.azure.status).toBe('connected');
  });
});

describe('Close session', () => {
  const dialog: OpenDialog = {
    kind: 'closeSession',
    sessionId: sampleId(99),
    peer: '20.103.44.18:51022',
    startedAt: sampleNow - 432_000,
  };

  it('says which, and closes it', async () => {
    const opened = open(dialog);
    expect(screen.getByRole('alertdialog', { name: 'Close this session?' })).toHaveTextContent(
      '20.103.44.18:51022, open for 7 min 12 s. The app will see a closed connection.',
    );
    expect(button('Cancel')).toHaveFocus();
    await opened.user.click(button('Close session'));
    await expectClosed(opened);
    expect(opened.services.bridge.inputsOf('sessions.kill')).toEqual([{ id: sampleId(99), by: 'm.keller' }]);
  });

  it('a session that ended by itself is no error', async () => {
    const opened = open({ ...dialog, peer: '' });
    expect(screen.getByRole('alertdialog')).toHaveTextContent('Open for 7 min 12 s.');
    opened.services.bridge.refuse('sessions.kill', 'HCM1041');
    await opened.user.click(button('Close session'));
    await expectClosed(opened);
  });

  it('all sessions of a stopping connection', async () => {
    const opened = open({ kind: 'closeSessions', id: sampleId(7) });
    expect(
      screen.getByRole('alertdialog', { name: 'Close the sessions of payroll-sql now?' }),
    ).toHaveTextContent('8 sessions will be closed. The apps will see closed connections.');
    await opened.user.click(button('Close sessions'));
    await expectClosed(opened);
    expect(toasts(opened)).toEqual(['Closed 3 sessions.']);
  });
});

describe('How to replace it', () => {
  it('has the steps for one', async () => {
    const opened = open({ kind: 'howToReplace', ids: [sampleId(6)] });
    const dialog = screen.getByRole('dialog', { name: 'How to replace orders-biztalk' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'In Azure, create a Hybrid Connection for bts01.corp.contoso.com:8090 on your app.',
      'Add it here.',
      'When it works, remove orders-biztalk.',
    ]);
    await opened.user.click(button('Open in Azure'));
    expect(opened.services.bridge.inputsOf('app.openLink')).toEqual([{ link: 'portal' }]);
  });

  it('has the steps for a string that isn’t added yet', () => {
    open({ kind: 'howToReplace', ids: [] });
    const dialog = screen.getByRole('dialog', { name: 'How to replace a BizTalk connection' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual([
      'In Azure, create a Hybrid Connection on your app.',
      'Add it here.',
      'When it works, remove the old one.',
    ]);
  });

  it('lists the endpoints of several', () => {
    const { services } = open({ kind: 'about' });
    const other = sampleView({
      number: 11,
      name: 'old-crm',
      endpoint: 'crm.corp:80',
      config: { kind: 'biztalk' },
    });
    act(() => {
      services.connections.applySnapshot(1, [...sampleViews(), other]);
      services.ui.openDialog({ kind: 'howToReplace', ids: [sampleId(6), sampleId(11)] });
    });
    const dialog = screen.getByRole('dialog', { name: 'How to replace 2 connections' });
    expect(dialog).toHaveTextContent('orders-biztalk: bts01.corp.contoso.com:8090');
    expect(dialog).toHaveTextContent('old-crm: crm.corp:80');
  });
});

describe('the sheet of shortcuts and About', () => {
  it('shows every key with what it does', () => {
    open({ kind: 'shortcuts' });
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' });
    const line = (text: string): string | undefined =>
      within(dialog).getByText(text).parentElement?.textContent;
    expect(line('Refresh')).toBe('RefreshF5Ctrl+R');
    expect(line('Previous part of the window')).toBe('Previous part of the windowShift+F6');
    expect(line('Select all')).toBe('Select allCtrl+A');
    expect(within(dialog).getAllByRole('term')).toHaveLength(19);
  });

  it('About says the versions, and copies them', async () => {
    const opened = open({ kind: 'about' });
    const dialog = screen.getByRole('dialog', { name: 'About Hybrid Connection Manager' });
    expect(dialog).toHaveTextContent('Version 0.2.0');
    expect(dialog).toHaveTextContent('Lets apps in Azure reach services in your network.');
    expect(dialog).toHaveTextContent('Electron45.4.1');
    await opened.user.click(button('Copy details'));
    expect(opened.services.bridge.inputsOf('app.copy')[0]?.text).toContain('Electron: 45.4.1');
    await opened.user.click(screen.getAllByRole('button', { name: 'Close' }).at(-1)!);
    await expectClosed(opened);
  });

  it('View Logs shows the host’s log', async () => {
    open(
      { kind: 'logs' },
      {
        'log.tail': {
          lines: [{ number: 1, at: sampleNow, level: 'info', message: 'host started', fields: '' }],
          latest: 1,
        },
      },
    );
    const dialog = screen.getByRole('dialog', { name: 'Log of this host' });
    expect(await within(dialog).findByText(/host started/)).toBeInTheDocument();
  });
});
