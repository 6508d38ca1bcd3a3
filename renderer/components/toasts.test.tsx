import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderWithServices, type ServicesOfTest } from '../testing/render-with-services.tsx';
import { Toasts } from './toasts.tsx';

let services: ServicesOfTest;

beforeEach(() => {
  vi.useFakeTimers();
  ({ services } = renderWithServices(<Toasts />));
});

afterEach(() => void vi.useRealTimers());

function show(...toast: Parameters<ServicesOfTest['toasts']['show']>): void {
  act(() => services.toasts.show(...toast));
}

function pass(milliseconds: number): void {
  act(() => void vi.advanceTimersByTime(milliseconds));
}

function boxOf(text: string): HTMLElement {
  return screen.getByText(text).parentElement!.parentElement!;
}

describe('Toasts', () => {
  it('go after 5 s', () => {
    show('success', 'Removed payroll-sql.');
    pass(4_999);
    expect(screen.getByText('Removed payroll-sql.')).toBeInTheDocument();
    pass(1);
    expect(screen.queryByText('Removed payroll-sql.')).toBeNull();
  });

  it('stay while the pointer is on them, and then go on from where they were', () => {
    show('info', 'Copied.');
    pass(4_000);
    fireEvent.mouseEnter(boxOf('Copied.'));
    pass(60_000);
    fireEvent.mouseLeave(boxOf('Copied.'));
    pass(999);
    expect(screen.getByText('Copied.')).toBeInTheDocument();
    pass(1);
    expect(screen.queryByText('Copied.')).toBeNull();
  });

  it('stay while the focus is in them', () => {
    show('info', 'Copied.');
    act(() => screen.getByRole('button', { name: 'Close message' }).focus());
    pass(60_000);
    expect(screen.getByText('Copied.')).toBeInTheDocument();
    act(() => screen.getByRole('button', { name: 'Close message' }).blur());
    pass(5_000);
    expect(screen.queryByText('Copied.')).toBeNull();
  });

  it('errors stay until they are closed, are read out at once and show their code', () => {
    show('error', 'Couldn’t stop erp-api: The disk is full.', 'HCM4003');
    pass(600_000);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('Couldn’t stop erp-api: The disk is full.HCM4003');
    fireEvent.click(within(alert).getByRole('button', { name: 'Close message' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('others are read out politely', () => {
    show('success', 'Copied.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByText('Copied.').closest('[aria-live="polite"]')).not.toBeNull();
  });
});
