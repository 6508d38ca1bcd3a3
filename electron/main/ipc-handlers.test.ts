import { describe, expect, it } from 'vitest';
import { callChannels } from '../contract/channels.ts';
import { HcmError } from '../contract/errors.ts';
import { linkNames, links } from '../contract/links.ts';
import { defaultPreferences } from '../contract/default-preferences.ts';
import type { AppInfo, DemoState } from '../contract/shell-api.ts';
import { sampleUpdate } from '../contract/testing/sample-update.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { windowHandlers, type HandlerPorts } from './ipc-handlers.ts';

const id = '3c1f0f5e-8a3e-4a67-9d5c-0d6f3e1b2a4c';
const otherId = '7d2a9c44-51b1-4c0e-8f9a-2b6f0f6f9e11';
const demo: DemoState = { phase: 'off', steps: [], connectionId: null, url: null, problem: null };
const update = sampleUpdate();
const appInfo: AppInfo = {
  version: '1.2.3',
  platform: 'linux',
  user: 'kim',
  electron: '45',
  chrome: '152',
  node: '24',
  dataFolder: '/data',
};

function handlers(ports: Partial<HandlerPorts> = {}) {
  const asked: unknown[] = [];
  const note = (what: unknown): void => void asked.push(what);
  const noted = (what: string): Promise<typeof update> => {
    note(what);
    return Promise.resolve(update);
  };
  return {
    asked,
    handlers: windowHandlers({
      link: {
        state: { mode: 'starting' },
        call: (name, input) => {
          note([name, input]);
          return Promise.resolve({ id, step: { kind: 'none' } }) as never;
        },
        runHere: () => Promise.reject(new HcmError('HCM5003')),
      },
      imports: {
        choose: () => Promise.resolve({ outcome: 'cancelled' }),
        read: (file, bytes) => {
          note(['read', file, bytes.length]);
          return Promise.resolve({ outcome: 'locked', file });
        },
        unlock: (passphrase) => Promise.reject(new HcmError('HCM1086', { length: passphrase.length })),
        verify: (rows) => {
          note(['verify', rows]);
          return Promise.resolve([]);
        },
        stopVerifying: () => note('stopVerifying'),
        apply: (rows) => {
          note(['apply', rows]);
          return Promise.resolve([]);
        },
        close: () => note('close'),
      },
      language: {
        current: 'en',
        choose: (choice) => {
          note(['language', choice]);
          return Promise.resolve();
        },
      },
      updater: {
        state: update,
        check: () => noted('check'),
        download: () => noted('download'),
        cancel: () => noted('cancel'),
        install: () => noted('install'),
        later: () => noted('later'),
        skip: () => noted('skip'),
        goBack: () => noted('goBack'),
      },
      login: {
        get: () => Promise.resolve({ isPossible: true, atLogin: false, hidden: false }),
        set: (wanted) => Promise.resolve({ isPossible: true, ...wanted }),
      },
      hide: (answer) => note(['hide', answer]),
      onDrawing: () => note(['drawing']),
      onDrawn: () => note(['drawn']),
      tryNotification: () => true,
      gatewayString: {
        copy: (of) => {
          note(['gateway string', of]);
          return Promise.resolve(true);
        },
      },
      practice: { state: demo, start: () => Promise.resolve(demo), stop: () => Promise.resolve() },
      store: {
        state: { bounds: null, maximized: false, hiddenAtLogin: false, preferences: defaultPreferences },
        changePreferences: (change) => ({ ...defaultPreferences, ...change }) as never,
      },
      appInfo,
      copy: async (text) => {
        await Promise.resolve();
        note(['copy', text]);
      },
      openLink: (url) => note(['open', url]),
      openDataFolder: () => note('folder'),
      saveText: () => Promise.resolve(false),
      onPreferences: () => note('preferences'),
      ...ports,
    }),
  };
}

describe('windowHandlers', () => {
  it('hears when the page draws itself, and when it can be used', async () => {
    const { asked, handlers: own } = handlers();
    await own['app.drawing']({});
    await own['app.drawn']({});
    expect(asked).toEqual([['drawing'], ['drawn']]);
  });

  it('hands every call of a host to the host', async () => {
    const { asked, handlers: own } = handlers();
    for (const name of callChannels) await own[name]({} as never);
    expect(asked.map((entry) => (entry as [string])[0])).toEqual([...callChannels]);
  });

  it('says who asks, where the contract wants to know, unless the page says it', async () => {
    const { asked, handlers: own } = handlers();
    await own['connections.remove']({ id });
    await own['connections.stop']({ id, by: undefined });
    await own['sessions.kill']({ id, by: 'pat' });
    await own['connections.add']({ connectionString: 'x' });
    await own['connections.retryNow']({ id });
    expect(asked).toEqual([
      ['connections.remove', { id, by: 'kim' }],
      ['connections.stop', { id, by: 'kim' }],
      ['sessions.kill', { id, by: 'pat' }],
      ['connections.add', { connectionString: 'x', addedBy: 'kim' }],
      ['connections.retryNow', { id }],
    ]);
  });

  it('says nobody where the account has no name', async () => {
    const { asked, handlers: own } = handlers({ appInfo: { ...appInfo, user: '' } });
    await own['connections.remove']({ id });
    expect(asked).toEqual([['connections.remove', { id }]]);
  });

  it('opens addresses of its own list only, all of them https', async () => {
    const { asked, handlers: own } = handlers();
    for (const link of linkNames) await own['app.openLink']({ link });
    expect(asked).toEqual(linkNames.map((name) => ['open', links[name]]));
    for (const url of Object.values(links)) expect(new URL(url).protocol).toBe('https:');
  });

  it('opens a connection of the host in the portal, by its id alone', async () => {
    const { asked, handlers: own } = handlers({
      link: {
        state: { mode: 'starting' },
        call: () => Promise.resolve({ sequence: 0, connections: [connectedView({ id })] }) as never,
        runHere: () => Promise.resolve(),
      },
    });
    expect(await own['app.openInPortal']({ id })).toEqual({});
    expect(asked).toEqual([['open', expect.stringMatching(/^https:\/\/portal\.azure\.com\/#/u)]]);
    await expect(own['app.openInPortal']({ id: otherId })).rejects.toMatchObject({ code: 'HCM1041' });
  });

  it('tells the page of a connection string only whether it was copied', async () => {
    const { asked, handlers: own } = handlers();
    expect(await own['app.copyGatewayString']({ id })).toEqual({ copied: true });
    expect(asked).toEqual([['gateway string', id]]);
  });

  it('opens the page of a sign-in that it began, and no other', async () => {
    const step = { kind: 'browser', url: 'https://login.test/authorize?state=1' } as const;
    const { asked, handlers: own } = handlers({
      link: {
        state: { mode: 'starting' },
        call: () => Promise.resolve({ id, step }) as never,
        runHere: () => Promise.resolve(),
      },
    });
    await expect(own['app.openSignIn']({ id })).rejects.toMatchObject({ code: 'HCM6018' });
    expect(await own['azure.startSignIn']({ method: 'browser' })).toEqual({ id, step });
    expect(await own['app.openSignIn']({ id })).toEqual({});
    expect(asked).toEqual([['open', step.url]]);
  });

  it('hands imports to their desk', async () => {
    const { asked, handlers: own } = handlers();
    expect(await own['import.choose']({})).toEqual({ outcome: 'cancelled' });
    const bytes = new Uint8Array(3);
    expect(await own['import.read']({ file: 'a.json', bytes })).toEqual({
      outcome: 'locked',
      file: 'a.json',
    });
    await expect(own['import.unlock']({ passphrase: 'word' })).rejects.toMatchObject({ code: 'HCM1086' });
    expect(await own['import.verify']({ rows: [1] })).toEqual({ rows: [] });
    expect(await own['import.stopVerifying']({})).toEqual({});
    expect(await own['import.apply']({ rows: [2] })).toEqual({ rows: [] });
    expect(await own['import.close']({})).toEqual({});
    expect(asked).toEqual([['read', 'a.json', 3], ['verify', [1]], 'stopVerifying', ['apply', [2]], 'close']);
  });

  it('answers for itself', async () => {
    const { asked, handlers: own } = handlers();
    expect(await own['app.info']({})).toEqual(appInfo);
    expect(await own['app.host']({})).toEqual({ state: { mode: 'starting' } });
    expect(await own['app.copy']({ text: 'x' })).toEqual({});
    expect(await own['app.openDataFolder']({})).toEqual({});
    expect(await own['app.saveText']({ name: 'hcm-log.txt', text: 'x' })).toEqual({ saved: false });
    expect(await own['demo.get']({})).toEqual({ state: demo });
    expect(await own['demo.start']({})).toEqual({ state: demo });
    expect(await own['demo.stop']({})).toEqual({});
    expect(await own['preferences.get']({})).toEqual({ preferences: defaultPreferences, language: 'en' });
    expect(await own['preferences.set']({ theme: 'dark' })).toEqual({
      preferences: { ...defaultPreferences, theme: 'dark' },
      language: 'en',
    });
    expect(asked).toEqual([['copy', 'x'], 'folder', 'preferences', ['language', 'system']]);
    await expect(own['app.runHere']({})).rejects.toMatchObject({ code: 'HCM5003' });
  });

  it('leads each call of an update to what does it, and answers with what came of it', async () => {
    const { handlers: calls, asked } = handlers();
    expect(await calls['update.get']({})).toEqual({ state: update });
    for (const name of ['check', 'download', 'cancel', 'install', 'later', 'skip', 'goBack'] as const) {
      expect(await calls[`update.${name}`]({})).toEqual({ state: update });
    }
    expect(asked).toEqual(['check', 'download', 'cancel', 'install', 'later', 'skip', 'goBack']);
  });
});
