import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { MainWindow, type MainWindowPorts } from './main-window.ts';
import { defaultWindowState } from './window-state-format.ts';

function opened() {
  const done: string[] = [];
  const state = { isCrashed: false, isVisible: false, isMinimized: false };
  const window = Object.assign(new EventEmitter(), {
    webContents: { isCrashed: () => state.isCrashed },
    isDestroyed: () => false,
    isMinimized: () => state.isMinimized,
    isVisible: () => state.isVisible,
    setMenuBarVisibility: () => undefined,
    loadURL: () => Promise.resolve(void done.push('load')),
    restore: () => done.push('restore'),
    show: () => done.push('show'),
    focus: () => done.push('focus'),
  });
  const ports = {
    create: () => window,
    session: {},
    preload: '/preload.cjs',
    icon: '/icon.png',
    displays: () => [],
    theme: { shouldUseDarkColors: false, shouldUseHighContrastColors: false },
    store: { state: defaultWindowState },
    developmentUrl: null,
    onVisible: (isVisible: boolean) => done.push(`visible ${isVisible}`),
    onClose: () => done.push('close'),
  };
  const main = new MainWindow(ports as unknown as MainWindowPorts);
  return { main, window, state, done };
}

describe('MainWindow', () => {
  it('comes back in front of the others, and loads its page when that is gone', () => {
    const { main, state, done } = opened();
    main.show();
    expect(done.splice(0)).toEqual(['show', 'focus']);
    Object.assign(state, { isCrashed: true, isMinimized: true });
    main.show();
    expect(done).toEqual(['load', 'restore', 'show', 'focus']);
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
