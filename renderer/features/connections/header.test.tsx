import { act, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderWithServices } from '../../testing/render-with-services.tsx';
import { sampleHostInfo, sampleNow } from '../../testing/sample-host.ts';
import { sampleView, sampleViews } from '../../testing/sample-views.ts';
import { Header } from './header.tsx';

function chips(): readonly string[] {
  const group = screen.getByRole('group', { name: 'Connections by state' });
  return within(group)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
}

function resizeWindow(width: number): void {
  window.innerWidth = width;
  window.dispatchEvent(new Event('resize'));
}

describe('header', () => {
  it('says how the host is, which one it is and for how long', () => {
    const { services } = renderWithServices(<Header />, { views: sampleViews() });
    act(() => services.clock.setState({ now: sampleNow }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('4 of 10 connections need attention');
    expect(screen.getByText('HCM-WEU-01 · background host running for 12 days')).toBeVisible();
  });

  it('claims nothing before the first answer', () => {
    const { services } = renderWithServices(<Header />);
    act(() => services.connections.setState({ loaded: false }));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Starting');
    act(() => services.connections.applySnapshot(1, []));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('No connections yet');
  });

  it('says that no host answers, whatever was known before', () => {
    renderWithServices(<Header />, {
      views: sampleViews(),
      host: { mode: 'unreachable', problem: { code: 'HCM5005', details: {} }, info: sampleHostInfo() },
    });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'The background host isn’t answering',
    );
    expect(screen.getByText('HCM-WEU-01')).toBeVisible();
  });

  it('has a chip for each group that has connections', () => {
    const { services } = renderWithServices(<Header />, { views: sampleViews() });
    expect(chips()).toEqual(['4 Need attention', '2 Recovering', '2 Working', '2 Off']);
    act(() => services.connections.applySnapshot(1, [sampleView({ number: 1, name: 'one' })]));
    expect(chips()).toEqual(['1 Working']);
  });

  it('filters by a pressed chip and shows all when it is pressed again', async () => {
    const { services } = renderWithServices(<Header />, { views: sampleViews() });
    const chip = screen.getByRole('button', { name: '2 Working' });
    await userEvent.click(chip);
    expect(chip).toHaveAttribute('aria-pressed', 'true');
    expect(services.ui.getState().group).toBe('working');
    await userEvent.click(screen.getByRole('button', { name: '2 Off' }));
    expect(services.ui.getState().group).toBe('off');
    expect(chip).toHaveAttribute('aria-pressed', 'false');
    await userEvent.click(screen.getByRole('button', { name: '2 Off' }));
    expect(services.ui.getState().group).toBeNull();
  });

  it('keeps a pressed chip when its last connection leaves, so that it can be released', async () => {
    const { services } = renderWithServices(<Header />, { views: sampleViews() });
    await userEvent.click(screen.getByRole('button', { name: '2 Off' }));
    act(() => services.connections.applySnapshot(1, [sampleView({ number: 1, name: 'one' })]));
    expect(chips()).toEqual(['1 Working', '0 Off']);
    await userEvent.click(screen.getByRole('button', { name: '0 Off' }));
    expect(chips()).toEqual(['1 Working']);
  });

  it('leaves the chips to the toolbar in a narrow window, and says less in a very narrow one', () => {
    const width = window.innerWidth;
    renderWithServices(<Header />, { views: sampleViews() });
    act(() => resizeWindow(900));
    expect(screen.queryByRole('group')).toBeNull();
    act(() => resizeWindow(500));
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('4 of 10 need attention');
    act(() => resizeWindow(width));
  });

  it.each([
    ['Keyboard shortcuts', 'shortcuts'],
    ['View Logs', 'logs'],
    ['About', 'about'],
  ])('opens %s from Help', async (item, kind) => {
    const { services } = renderWithServices(<Header />);
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: new RegExp(item) }));
    expect(services.ui.getState().dialog).toEqual({ kind });
  });
});
