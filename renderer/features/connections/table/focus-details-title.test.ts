import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { focusDetailsTitle } from './focus-details-title.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame'] });
  document.body.innerHTML = '<button id="row">row</button><button id="other">other</button>';
  document.getElementById('row')?.focus();
});
afterEach(() => {
  vi.useRealTimers();
  document.body.innerHTML = '';
});

function openDetails(): void {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<aside data-region="details"><h2 tabindex="-1">alpha</h2></aside>',
  );
}

function focused(): string | undefined {
  return document.activeElement?.textContent ?? undefined;
}

describe('focusDetailsTitle', () => {
  it('waits for details that come some frames later', () => {
    focusDetailsTitle();
    for (let frame = 0; frame < 10; frame += 1) vi.advanceTimersToNextFrame();
    expect(focused()).toBe('row');
    openDetails();
    vi.advanceTimersToNextFrame();
    expect(focused()).toBe('alpha');
  });

  it('leaves a person who has gone on', () => {
    focusDetailsTitle();
    vi.advanceTimersToNextFrame();
    document.getElementById('other')?.focus();
    vi.advanceTimersToNextFrame();
    openDetails();
    vi.advanceTimersToNextFrame();
    expect(focused()).toBe('other');
  });

  it('gives up where no details come', () => {
    focusDetailsTitle();
    for (let frame = 0; frame < 60; frame += 1) vi.advanceTimersToNextFrame();
    expect(vi.getTimerCount()).toBe(0);
  });
});
