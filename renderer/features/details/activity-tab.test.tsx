import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { setPageVisible } from '../../testing/page-visibility.ts';
import { openDetails, sampleNamed } from './testing/open-details.tsx';
import { sampleActivity } from './testing/sample-sessions.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function lines(): readonly string[] {
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent);
}

const states = [
  '14:00:51Endpoint is reachable',
  '13:25:51Endpoint is unreachable: sql01.corp.contoso.com answered but refused port 1433. Checked 3 times',
  '09:14:51Connected to Azure',
  'yesterday 23:05Not connected to Azure: no network. Retried 12 times',
];

it('has a line for each change, and shows states or changes alone', async () => {
  openDetails('payroll-sql', { tab: 'activity' });
  await screen.findByRole('list');
  expect(lines()).toHaveLength(6);
  await userEvent.click(screen.getByRole('button', { name: 'States' }));
  expect(screen.getByRole('button', { name: 'States' })).toHaveAttribute('aria-pressed', 'true');
  expect(lines()).toEqual(states);
  await userEvent.click(screen.getByRole('button', { name: 'Changes' }));
  expect(lines()).toEqual([
    '09:13:51Restartedm.keller',
    'Monday 14:05Added to this hostAdministrator of the whole domain',
  ]);
  await userEvent.click(screen.getByRole('button', { name: 'All' }));
  expect(lines()).toHaveLength(6);
});

it('says so when nothing happened', async () => {
  openDetails('payroll-sql', { tab: 'activity', answers: { 'activity.list': { activity: [] } } });
  expect(await screen.findByText(/^Nothing has happened yet\./)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Changes' }));
  expect(screen.getByText('No change of configuration yet.')).toBeVisible();
});

it('is read again when the connection changes, at most once a second, and not in a hidden window', async () => {
  vi.useFakeTimers();
  const { services } = openDetails('payroll-sql', { tab: 'activity' });
  const asked = (): number => services.bridge.inputsOf('activity.list').length;
  const view = sampleNamed('payroll-sql');
  let sequence = 0;
  const change = (): void => {
    sequence += 1;
    const changed = [{ ...view, bytesIn: view.bytesIn + sequence }];
    act(() => void services.connections.applyPatch({ sequence, changed, removed: [] }));
  };
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(asked()).toBe(1);
  services.bridge.answer('activity.list', { activity: sampleActivity.slice(0, 1) });
  for (let count = 0; count < 10; count += 1) change();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(asked()).toBe(2);
  expect(lines()).toEqual(states.slice(0, 1));
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(asked()).toBe(2);
  setPageVisible(false);
  change();
  await act(() => vi.advanceTimersByTimeAsync(5_000));
  expect(asked()).toBe(2);
});
