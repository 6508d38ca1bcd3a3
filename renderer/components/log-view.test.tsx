import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LogLine } from '../../electron/contract/log-line.ts';
import { setPageVisible } from '../testing/page-visibility.ts';
import { renderWithServices, testServices, type ServicesOfTest } from '../testing/render-with-services.tsx';
import type { Answers } from '../testing/test-bridge.ts';
import { LogView } from './log-view.tsx';

const lineHeight = 18;
/** A box in which ten lines have room. */
const viewHeight = 180;

function line(number: number, changes: Partial<LogLine> = {}): LogLine {
  return { number, at: number * 1_000, level: 'info', message: `line ${number}`, fields: '', ...changes };
}

/** A host whose log grows by a line whenever the test says so. */
function growingLog(count: number): { readonly grow: () => void; readonly answers: Answers } {
  let latest = count;
  return {
    grow: () => (latest += 1),
    answers: {
      'log.tail': ({ after = 0 }) => ({
        lines: Array.from({ length: latest - after }, (_unused, index) => line(after + index + 1)),
        latest,
      }),
    },
  };
}

function showLog(answers: Answers, connectionId: string | null = null): ServicesOfTest {
  const services = testServices({ answers });
  renderWithServices(<LogView connectionId={connectionId} />, { services });
  return services;
}

const box = (): HTMLElement => screen.getByRole('region', { name: 'Log' });

function scrollTo(scrollTop: number): void {
  box().scrollTop = scrollTop;
  fireEvent.scroll(box());
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(viewHeight);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return Number.parseFloat((this.firstElementChild as HTMLElement | null)?.style.height ?? '0');
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('the log', () => {
  it('follows the newest line once a second, and not in a hidden window', async () => {
    const { grow, answers } = growingLog(500);
    const services = showLog(answers);
    expect(await screen.findByText(/line 500$/)).toBeInTheDocument();
    grow();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(screen.getByText(/line 501$/)).toBeInTheDocument();
    expect(box().scrollTop).toBe(501 * lineHeight);
    setPageVisible(false);
    const asked = services.bridge.inputsOf('log.tail').length;
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(services.bridge.inputsOf('log.tail')).toHaveLength(asked);
  });

  it('draws only what is in sight', async () => {
    showLog(growingLog(1_000).answers);
    await screen.findByText(/line 1000$/);
    scrollTo(500 * lineHeight);
    expect(screen.getByText(/line 505$/)).toBeInTheDocument();
    expect(screen.queryByText(/line 1000$/)).not.toBeInTheDocument();
    expect(screen.getAllByText(/line \d+$/).length).toBeLessThan(80);
  });

  it('stands still while the person reads further up, until they ask for the newest', async () => {
    const { grow, answers } = growingLog(100);
    showLog(answers);
    await screen.findByText(/line 100$/);
    scrollTo(20 * lineHeight);
    expect(screen.getByText('Paused.')).toBeVisible();
    grow();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(box().scrollTop).toBe(20 * lineHeight);
    expect(box().scrollHeight).toBe(100 * lineHeight);
    fireEvent.click(screen.getByRole('button', { name: 'Jump to newest' }));
    expect(screen.queryByText('Paused.')).not.toBeInTheDocument();
    expect(box().scrollTop).toBe(101 * lineHeight);
  });

  it('goes on by itself when the person scrolls to the end', async () => {
    const { grow, answers } = growingLog(100);
    showLog(answers);
    await screen.findByText(/line 100$/);
    scrollTo(0);
    grow();
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    scrollTo(100 * lineHeight - viewHeight);
    expect(screen.queryByText('Paused.')).not.toBeInTheDocument();
    expect(box().scrollHeight).toBe(101 * lineHeight);
  });

  it('asks for the lines of one connection and of a level', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const services = showLog({ 'log.tail': { lines: [], latest: 7 } }, id);
    expect(await screen.findByText('No lines of this kind.')).toBeVisible();
    fireEvent.change(screen.getByRole('combobox', { name: 'Lines to show' }), { target: { value: 'error' } });
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(
      services.bridge.inputsOf('log.tail').map(({ level, connectionId }) => [level, connectionId]),
    ).toEqual([
      ['info', id],
      ['error', id],
    ]);
  });

  it('can be copied, saved and found', async () => {
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    const services = showLog({
      ...growingLog(3).answers,
      'app.copy': {},
      'app.saveText': { saved: true },
      'app.openDataFolder': {},
    });
    await screen.findByText(/line 3$/);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    await user.click(screen.getByRole('button', { name: 'Open folder' }));
    const [copied] = services.bridge.inputsOf('app.copy');
    expect(copied?.text.split('\n')).toHaveLength(4);
    expect(services.bridge.inputsOf('app.saveText')).toEqual([{ name: 'hcm-log.txt', text: copied?.text }]);
    expect(services.bridge.inputsOf('app.openDataFolder')).toHaveLength(1);
    expect(services.toasts.getState().toasts.map(({ text }) => text)).toEqual(['Copied.', 'Log saved.']);
  });

  it('says when it can’t be read', async () => {
    const services = testServices();
    services.bridge.refuse('log.tail', 'HCM5001');
    renderWithServices(<LogView connectionId={null} />, { services });
    expect(await screen.findByText(/^The log can’t be read now:/)).toBeVisible();
  });
});
