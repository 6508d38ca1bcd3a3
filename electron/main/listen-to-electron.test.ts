import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { silentLogger } from '../engine/log/logger.ts';
import type { Missed } from './first-window.ts';
import { listenToElectron, type Listeners } from './listen-to-electron.ts';

const nothing: Missed = { failure: null, gone: null };

function listening(missed: Missed = nothing) {
  const done: string[] = [];
  const quit = { isEnding: false, request: (reason: string) => done.push(`quit ${reason}`) };
  const app = Object.assign(new EventEmitter(), { relaunch: () => done.push('relaunch') });
  const window = Object.assign(new EventEmitter(), { webContents: new EventEmitter() });
  const parts = {
    app,
    quit,
    nativeTheme: new EventEmitter(),
    process: Object.assign(new EventEmitter(), { argv: ['app'], env: {} }),
    fail: () => done.push('fail'),
    crash: { gone: (reason: string) => Promise.resolve(void done.push(`gone ${reason}`)) },
    log: { logger: silentLogger },
    main: { window, missed, show: () => done.push('show') },
  };
  listenToElectron(parts as unknown as Listeners);
  return { done, app, quit, page: window.webContents };
}

describe('listenToElectron', () => {
  it('shows the window when the app is started once more', () => {
    const { done, app } = listening();
    app.emit('second-instance', {}, ['app']);
    app.emit('activate');
    expect(done).toEqual(['show', 'show']);
    // At login: there is nothing to show.
    app.emit('second-instance', {}, ['app', '--hidden']);
    expect(done).toHaveLength(2);
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

  it('hears of a page that was not loaded, or whose process ended, also before it listened', () => {
    const { done, page } = listening();
    page.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'hcm-app://app/x.svg', false);
    page.emit('did-fail-load', {}, -3, 'ERR_ABORTED', 'hcm-app://app/index.html', true);
    expect(done).toEqual([]);
    page.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND', 'hcm-app://app/index.html', true);
    page.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
    expect(done).toEqual(['fail', 'gone oom']);

    const failure = { code: -6, description: 'ERR_FILE_NOT_FOUND' };
    expect(listening({ ...nothing, failure }).done).toEqual(['fail']);
    expect(listening({ ...nothing, gone: { reason: 'crashed', exitCode: 1 } }).done).toEqual([
      'gone crashed',
    ]);
  });
});
