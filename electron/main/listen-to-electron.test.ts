import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listenToElectron, type Listeners } from './listen-to-electron.ts';

function listening() {
  const done: string[] = [];
  const quit = { isEnding: false, request: (reason: string) => done.push(`quit ${reason}`) };
  const app = Object.assign(new EventEmitter(), { relaunch: () => done.push('relaunch') });
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
  const parts = {
    app,
    quit,
    nativeTheme: new EventEmitter(),
    process: new EventEmitter(),
    fail: () => undefined,
    main: { window, show: () => done.push('show') },
  };
  listenToElectron(parts as unknown as Listeners);
  return { done, app, quit };
}

describe('listenToElectron', () => {
  it('shows the window when the app is started once more', () => {
    const { done, app } = listening();
    app.emit('second-instance');
    app.emit('activate');
    expect(done).toEqual(['show', 'show']);
  });

  it('starts anew, once, when it was started again while it ended, and never shows what ends', () => {
    const { done, app, quit } = listening();
    quit.isEnding = true;
    app.emit('activate');
    app.emit('second-instance');
    app.emit('second-instance');
    expect(done).toEqual(['relaunch']);
  });

  it('leaves every way out to the one that asks and drains', () => {
    const { done, app } = listening();
    let isPrevented = false;
    app.emit('before-quit', { preventDefault: () => (isPrevented = true) });
    expect(isPrevented).toBe(true);
    expect(done).toEqual(['quit person']);
  });
});
