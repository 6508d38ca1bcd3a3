import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setPageVisible } from '../../testing/page-visibility.ts';
import { sampleNow } from '../../testing/sample-host.ts';
import { openDetails } from './testing/open-details.tsx';
import { payrollId, sampleHistory, sampleOpen, sampleSession } from './testing/sample-sessions.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function rowsOf(name: string): readonly (readonly string[])[] {
  const [, ...rows] = within(screen.getByRole('table', { name })).getAllByRole('row');
  return rows.map((row) =>
    // jsdom knows no container queries: what a wide pane shows counts as hidden.
    within(row)
      .getAllByRole('cell', { hidden: true })
      .map(({ textContent }) => textContent),
  );
}

const empty = { ended: [], today: 0, failedToday: 0, lastHour: 0, typicalDialMs: null };

describe('the sessions of a connection', () => {
  it('are there as figures, open ones and ended ones, newest first', async () => {
    openDetails('payroll-sql', {
      tab: 'sessions',
      answers: { 'sessions.list': { sessions: [...sampleOpen].reverse() } },
    });
    await screen.findByRole('table', { name: 'Open sessions' });
    await screen.findByRole('table', { name: 'Recently closed' });
    const figures = screen
      .getAllByRole('term')
      .map((term) => [term.nextElementSibling?.textContent, term.textContent]);
    expect(figures).toEqual([
      ['8', 'live now'],
      ['431', 'today'],
      ['1', 'failed today'],
      ['4 ms', 'typical connect'],
    ]);
    const open = rowsOf('Open sessions');
    expect(open[0]).toEqual([
      '13:58:51',
      '20.103.44.18:51001',
      '7 min',
      expect.stringMatching(/^[–0]$/),
      '1.2 MB',
      '38 MB',
      '4 ms',
      '',
    ]);
    expect(open[6]?.[1]).toBe('–');
    expect(open).toHaveLength(8);
    expect(rowsOf('Recently closed')).toEqual([
      ['14:04:51', '2 min 4 s', '9.1 MB', 'App closed it', ''],
      ['14:01:51', '31 s', expect.any(String), 'Endpoint closed it', ''],
      ['13:52:51', '30 min', expect.any(String), 'Closed by m.keller', ''],
      ['13:20:51', '20 s', '0', 'Endpoint didn’t answer within 20 s · HCM3104', ''],
      ['13:11:51', '12 min', expect.any(String), 'App or Azure dropped it', ''],
    ]);
  });

  it('say so when there are none', async () => {
    openDetails('payroll-sql', {
      tab: 'sessions',
      answers: { 'sessions.list': { sessions: [] }, 'sessions.history': empty },
    });
    expect(
      await screen.findByText('No open sessions. They appear here as soon as an app connects.'),
    ).toBeVisible();
    expect(await screen.findByText('No session has ended yet.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Export list…' })).toBeDisabled();
  });

  it('show how fast each one is, from one look to the next', async () => {
    vi.useFakeTimers();
    let looks = 0;
    openDetails('payroll-sql', {
      tab: 'sessions',
      answers: {
        'sessions.list': () => {
          looks += 1;
          return {
            sessions: [sampleSession(1, { bytesIn: 0, bytesOut: looks * 2_000_000 }), sampleSession(2)],
          };
        },
      },
    });
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(rowsOf('Open sessions').map((row) => row[3])).toEqual(['–', '–']);
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(rowsOf('Open sessions').map((row) => row[3])).toEqual(['2 MB/s', '0']);
  });

  it('are sorted by a click on a head, and then stay where they are', async () => {
    const sessions = [1, 2, 3].map((number) => sampleSession(number));
    const { services } = openDetails('payroll-sql', {
      tab: 'sessions',
      answers: { 'sessions.list': { sessions } },
    });
    await screen.findByRole('table', { name: 'Open sessions' });
    const peers = (): readonly (string | undefined)[] =>
      rowsOf('Open sessions').map((row) => row[1]?.slice(-1));
    const head = (name: string) => screen.getByRole('columnheader', { name, hidden: true });
    expect(peers()).toEqual(['1', '2', '3']);
    await userEvent.click(within(head('App address')).getByRole('button'));
    await userEvent.click(within(head('App address')).getByRole('button'));
    expect(peers()).toEqual(['3', '2', '1']);
    expect(head('App address')).toHaveAttribute('aria-sort', 'descending');
    await userEvent.click(within(head('Started')).getByRole('button'));
    expect(peers()).toEqual(['1', '2', '3']);
    await userEvent.click(within(head('App address')).getByRole('button'));
    services.bridge.answer('sessions.list', { sessions: [...sessions, sampleSession(4)].reverse() });
    await waitFor(() => expect(peers()).toEqual(['4', '1', '2', '3']), { timeout: 5_000 });
  });

  it('give their tracking id for a support ticket', async () => {
    const { services } = openDetails('payroll-sql', { tab: 'sessions', answers: { 'app.copy': {} } });
    const [first] = sampleOpen;
    await screen.findByRole('table', { name: 'Open sessions' });
    // jsdom knows no container queries: what a wide pane shows counts as hidden.
    const [copy] = screen.getAllByLabelText(`Copy tracking id of ${first?.peer ?? ''}`);
    fireEvent.click(copy!);
    expect(services.bridge.inputsOf('app.copy')).toEqual([{ text: first?.trackingId }]);
  });

  it('can be closed one by one, after a question', async () => {
    const { services } = openDetails('payroll-sql', { tab: 'sessions' });
    await userEvent.click(await screen.findByRole('button', { name: 'Close session of 20.103.44.18:51001' }));
    const [first] = sampleOpen;
    expect(services.ui.getState().dialog).toEqual({
      kind: 'closeSession',
      sessionId: first?.id,
      peer: '20.103.44.18:51001',
      startedAt: first?.startedAt,
    });
  });

  it('can be taken along as a list', async () => {
    const { services } = openDetails('payroll-sql', {
      tab: 'sessions',
      answers: { 'app.saveText': { saved: true } },
    });
    await screen.findByRole('table', { name: 'Recently closed' });
    await screen.findByRole('table', { name: 'Open sessions' });
    await userEvent.click(screen.getByRole('button', { name: 'Export list…' }));
    const [file] = services.bridge.inputsOf('app.saveText');
    expect(file?.name).toBe('hcm-sessions.csv');
    expect(file?.text.split('\r\n')).toHaveLength(1 + 8 + 5 + 1);
    expect(services.toasts.getState().toasts).toMatchObject([{ intent: 'success', text: 'List saved.' }]);
  });

  it('tell when they couldn’t be saved, and are silent when nobody chose a place', async () => {
    const { services } = openDetails('payroll-sql', {
      tab: 'sessions',
      answers: { 'app.saveText': { saved: false } },
    });
    await screen.findByRole('table', { name: 'Open sessions' });
    await userEvent.click(screen.getByRole('button', { name: 'Export list…' }));
    expect(services.toasts.getState().toasts).toEqual([]);
    services.bridge.refuse('app.saveText', 'HCM4003', { file: 'x' });
    await userEvent.click(screen.getByRole('button', { name: 'Export list…' }));
    expect(services.toasts.getState().toasts).toMatchObject([{ intent: 'error', code: 'HCM4003' }]);
  });

  it('stay as they were last known when the host doesn’t answer', async () => {
    const { services } = openDetails('payroll-sql', { tab: 'sessions' });
    await screen.findByRole('table', { name: 'Open sessions' });
    services.bridge.refuse('sessions.list', 'HCM5005');
    expect(await screen.findByText(/^The sessions can’t be read now:/, {}, { timeout: 5_000 })).toBeVisible();
    expect(rowsOf('Open sessions')).toHaveLength(8);
  });
});

describe('while nobody looks', () => {
  it('the open ones are asked for once a second, and not at all in a hidden window', async () => {
    vi.useFakeTimers();
    const { services } = openDetails('payroll-sql', { tab: 'sessions' });
    const asked = (): number => services.bridge.inputsOf('sessions.list').length;
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    expect(asked()).toBe(4);
    setPageVisible(false);
    services.bridge.emit('session.ended', sampleSession(1, { endedAt: sampleNow }));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(asked()).toBe(4);
    expect(services.bridge.inputsOf('sessions.history')).toHaveLength(1);
    setPageVisible(true);
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(asked()).toBe(5);
    expect(services.bridge.inputsOf('sessions.history')).toHaveLength(2);
  });

  it('nothing is asked for in another tab', async () => {
    vi.useFakeTimers();
    const { services } = openDetails('payroll-sql', { tab: 'activity' });
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(services.bridge.inputsOf('sessions.list')).toEqual([]);
    expect(services.bridge.inputsOf('log.tail')).toEqual([]);
  });

  it('a storm of ended sessions leads to one question a second', async () => {
    vi.useFakeTimers();
    const { services } = openDetails('payroll-sql', {
      tab: 'sessions',
      answers: { 'sessions.history': { ...sampleHistory, ended: [] } },
    });
    await act(() => vi.advanceTimersByTimeAsync(0));
    for (let count = 0; count < 100; count += 1) {
      services.bridge.emit('session.ended', sampleSession(count, { endedAt: sampleNow }));
      await act(() => vi.advanceTimersByTimeAsync(50));
    }
    await act(() => vi.advanceTimersByTimeAsync(2_000));
    expect(services.bridge.inputsOf('sessions.history')).toEqual(
      Array.from({ length: 6 }, () => ({ connectionId: payrollId })),
    );
  });
});
