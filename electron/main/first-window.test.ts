import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { windowCallChannels } from '../contract/channels.ts';
import type { WindowReply } from '../contract/shell-api.ts';
import { FirstWindow, type FirstWindowPorts } from './first-window.ts';

type Listener = (event: unknown, input: unknown) => Promise<WindowReply>;

function opened(developmentUrl: string | null = null) {
  const loaded: string[] = [];
  const listeners = new Map<string, Listener>();
  const webContents = new EventEmitter();
  const window = Object.assign(new EventEmitter(), {
    webContents,
    loadURL: (url: string) => {
      loaded.push(url);
      return Promise.reject(new Error('ERR_FAILED'));
    },
  });
  const ports = {
    window,
    handle: (channel: string, listener: Listener) => listeners.set(channel, listener),
    developmentUrl,
  };
  return {
    first: new FirstWindow(ports as unknown as FirstWindowPorts),
    window,
    webContents,
    listeners,
    loaded,
  };
}

describe('FirstWindow', () => {
  it('loads our page, or that of a development server', () => {
    const { first, loaded } = opened();
    first.load();
    expect(loaded).toEqual(['hcm-app://app/index.html', 'hcm-app://app/index.html']);
    expect(opened('http://localhost:5173').loaded).toEqual(['http://localhost:5173']);
  });

  it('tells what came before it was taken over, and hears nothing more', () => {
    const { first, window, webContents } = opened();
    webContents.emit('did-fail-load', {}, -6, 'ERR_FILE_NOT_FOUND');
    webContents.emit('render-process-gone', {}, { reason: 'oom', exitCode: 5 });
    expect(first.takeOver()).toEqual({
      failure: { code: -6, description: 'ERR_FILE_NOT_FOUND' },
      gone: { reason: 'oom', exitCode: 5 },
    });
    expect([...window.eventNames(), ...webContents.eventNames()]).toEqual([]);
    expect(opened().first.takeOver()).toEqual({ failure: null, gone: null });
  });

  it('has a channel for every call of the contract and no other', () => {
    expect([...opened().listeners.keys()]).toEqual(windowCallChannels.map((name) => `hcm:${name}`));
  });

  it('has none for an export: whoever rules the page must not get keys under a passphrase of their own', () => {
    expect([...opened().listeners.keys()]).not.toContain('hcm:portable.export');
  });

  it('has none for a connection string with its key: that goes by the main process alone', () => {
    expect([...opened().listeners.keys()]).not.toContain('hcm:connections.gatewayString');
  });

  it('has calls wait for who answers them', async () => {
    const { first, listeners } = opened();
    const ask = (name: string) => listeners.get(`hcm:${name}`)?.({ from: 'page' }, { a: 1 });
    const early = ask('app.info');
    first.answer((name, sender, input) => Promise.resolve({ ok: true, value: [name, sender, input] }));
    expect(await early).toEqual({ ok: true, value: ['app.info', { from: 'page' }, { a: 1 }] });
    expect(await ask('host.info')).toEqual({ ok: true, value: ['host.info', { from: 'page' }, { a: 1 }] });
  });
});
