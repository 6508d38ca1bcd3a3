import { renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createServices, ServicesProvider } from '../services.tsx';
import { createTestBridge } from '../testing/test-bridge.ts';
import { useUsable } from './use-usable.ts';

beforeEach(() => {
  // The page's marks are real, and another file may have left some.
  performance.clearMarks();
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function page() {
  const bridge = createTestBridge();
  const services = createServices(bridge);
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ServicesProvider services={services}>{children}</ServicesProvider>
  );
  const { unmount } = renderHook(() => useUsable(), { wrapper });
  return {
    ...services,
    unmount,
    timesSaid: () => bridge.inputsOf('app.drawn').length,
    marks: () => performance.getEntriesByName('usable').length,
  };
}

describe('useUsable', () => {
  it('says once that the page can be used, after the frame that shows its list', async () => {
    const { connections, timesSaid, marks } = page();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(timesSaid()).toBe(0);
    connections.applySnapshot(1, []);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([timesSaid(), marks()]).toEqual([1, 1]);
    connections.applySnapshot(2, []);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([timesSaid(), marks()]).toEqual([1, 1]);
  });

  it('says so where no host answers', async () => {
    const { shell, timesSaid } = page();
    shell.setState({ host: { mode: 'unreachable', problem: { code: 'HCM5001', details: {} }, info: null } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(timesSaid()).toBe(1);
  });

  it('waits for the first frame, which a window that isn’t shown yet doesn’t get', async () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
    const { connections, timesSaid, marks } = page();
    connections.applySnapshot(1, []);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([timesSaid(), marks()]).toEqual([0, 0]);
    for (const frame of frames) frame();
    await vi.advanceTimersByTimeAsync(0);
    expect([timesSaid(), marks()]).toEqual([1, 1]);
  });

  it('leaves no timer behind', () => {
    const { connections, unmount } = page();
    connections.applySnapshot(1, []);
    unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
