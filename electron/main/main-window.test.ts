import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { MainWindow, type MainWindowPorts } from './main-window.ts';
import { defaultWindowState } from './window-state-format.ts';

const bounds = { x: 10, y: 20, width: 900, height: 700 };

function opened(startsHidden = false, maximized = false) {
  const done: string[] = [];
  const remembered: unknown[] = [];
  const state = { isDestroyed: false, isCrashed: false, isVisible: false, isMinimized: false };
  const window = Object.assign(new EventEmitter(), {
    webContents: { isCrashed: () => state.isCrashed },
    isDestroyed: () => state.isDestroyed,
    isMinimized: () => state.isMinimized,
    isVisible: () => state.isVisible,
    isMaximized: () => false,
    getNormalBounds: () => bounds,
    restore: () => done.push('restore'),
    maximize: () => done.push('maximize'),
    show: () => done.push('show'),
    hide: () => done.push('hide'),
    focus: () => done.push('focus'),
  });
  const ports = {
    first: {
      window,
      load: () => done.push('load'),
      takeOver: () => ({ failure: null, gone: null }),
    },
    theme: { shouldUseDarkColors: false, shouldUseHighContrastColors: false },
    store: {
      state: { ...defaultWindowState, maximized },
      change: (change: unknown) => remembered.push(change),
    },
    onVisible: (isVisible: boolean) => done.push(`visible ${isVisible}`),
    onClose: () => done.push('close'),
    startsHidden,
  };
  const main = new MainWindow(ports as unknown as MainWindowPorts);
  return { main, window, state, done, remembered };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('MainWindow', () => {
  it('comes back in front of the others, and loads its page when that is gone', () => {
    const { main, state, done } = opened();
    main.show();
    expect(done.splice(0)).toEqual(['show', 'focus']);
    Object.assign(state, { isCrashed: true, isMinimized: true });
    main.show();
    expect(done).toEqual(['load', 'restore', 'show', 'focus']);
  });

  it('shows itself when its page has something to show, once, unless it was started hidden', async () => {
    const { main, window, done } = opened();
    // The page's first frame may be empty.
    window.emit('ready-to-show');
    await Promise.resolve();
    expect(done).toEqual([]);
    main.pageDrawing();
    expect(done).toEqual(['show']);
    main.pageDrawing();
    main.pageDrawn();
    await main.drawn;
    expect(done).toEqual(['show']);
    const hidden = opened(true);
    hidden.main.pageDrawing();
    hidden.main.pageDrawn();
    await hidden.main.drawn;
    expect(hidden.done).toEqual([]);
    const wanted = opened(true);
    wanted.main.show();
    wanted.main.pageDrawing();
    await wanted.main.drawn;
    expect(wanted.done).toEqual(['show', 'focus']);
  });

  it('shows itself after a moment when its page says nothing', async () => {
    vi.useFakeTimers();
    const { main, done } = opened();
    await vi.advanceTimersByTimeAsync(1_999);
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await main.drawn;
    expect(done).toEqual(['show']);
  });

  it('stays hidden when it was hidden before its page had something to show', async () => {
    const { main, done } = opened();
    main.hide();
    main.pageDrawing();
    main.pageDrawn();
    await main.drawn;
    expect(done).toEqual(['hide']);
  });

  it('shows nothing of a window that is gone', async () => {
    const { main, state, done } = opened();
    state.isDestroyed = true;
    main.pageDrawing();
    main.pageDrawn();
    await main.drawn;
    expect(done).toEqual([]);
  });

  it('says when its page is drawn, or takes too long; at once where nobody sees it', async () => {
    vi.useFakeTimers();
    const { main } = opened();
    let isDrawn = false;
    void main.drawn.then(() => (isDrawn = true));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(isDrawn).toBe(false);
    main.pageDrawn();
    await main.drawn;
    const late = opened().main.drawn;
    await vi.advanceTimersByTimeAsync(2_000);
    await late;
    await opened(true).main.drawn;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is as large as it was, also when it was started hidden', async () => {
    const { main, done } = opened(false, true);
    main.pageDrawn();
    await main.drawn;
    expect(done).toEqual(['maximize', 'show']);
    const hidden = opened(true, true);
    hidden.main.pageDrawn();
    await hidden.main.drawn;
    expect(hidden.done).toEqual([]);
    hidden.main.show();
    hidden.main.show();
    expect(hidden.done).toEqual(['maximize', 'show', 'focus', 'show', 'focus']);
  });

  it('remembers as maximized what was so, and that nobody has looked at since', () => {
    const unseen = opened(true, true);
    unseen.window.emit('close', { preventDefault: () => undefined });
    expect(unseen.remembered).toEqual([{ bounds, maximized: true }]);
    const seen = opened(true, true);
    seen.main.show();
    seen.window.emit('unmaximize');
    expect(seen.remembered).toEqual([{ bounds, maximized: false }]);
  });

  it('knows whether its page can say something', () => {
    const { main, window, state } = opened();
    expect(main.canTell).toBe(false);
    state.isVisible = true;
    expect(main.canTell).toBe(true);
    // Minimized, macOS calls it invisible: it is a click away.
    Object.assign(state, { isVisible: false, isMinimized: true });
    expect(main.canTell).toBe(true);
    Object.assign(state, { isVisible: true, isMinimized: false });
    window.emit('unresponsive');
    expect(main.canTell).toBe(false);
    window.emit('responsive');
    expect(main.canTell).toBe(true);
    state.isCrashed = true;
    expect(main.canTell).toBe(false);
  });

  it('tells whether anybody can see it, also where the desktop says only that it has the focus again', () => {
    const { window, state, done } = opened();
    state.isVisible = true;
    window.emit('show');
    window.emit('minimize');
    window.emit('focus');
    expect(done).toEqual(['visible true', 'visible false', 'visible true']);
  });
});
