import { describe, expect, it } from 'vitest';
import { readSettings, settingNames, settingsChangeSchema, settingsSchema } from './settings.ts';
import { defaultSettings } from './default-settings.ts';

describe('readSettings', () => {
  it('of nothing stored are the defaults, which are within their own limits', () => {
    expect(readSettings({})).toEqual({ settings: defaultSettings, outside: [] });
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });

  it('takes every good value, and the default for each bad one, by name', () => {
    const stored = {
      drainSeconds: 5,
      dialTimeoutSeconds: 0,
      logLevel: 'loud',
      halfCloseMinutes: 7,
      later: true,
    };
    expect(readSettings(stored)).toEqual({
      settings: { ...defaultSettings, drainSeconds: 5, halfCloseMinutes: 7 },
      outside: ['dialTimeoutSeconds', 'logLevel'],
    });
  });

  it.each([
    ['drainSeconds', -1, 3601],
    ['dialTimeoutSeconds', 0, 26],
    ['halfCloseMinutes', 0, 1441],
    ['maxSessionsPerConnection', 0, 100_001],
    ['endpointCheckMinutes', -1, 1441],
  ] as const)('%s is bounded on both sides and whole', (name, tooLow, tooHigh) => {
    for (const value of [tooLow, tooHigh, 1.5, '60', null]) {
      expect(readSettings({ [name]: value })).toEqual({ settings: defaultSettings, outside: [name] });
    }
    expect(readSettings({ [name]: tooLow + 1 }).settings[name]).toBe(tooLow + 1);
    expect(readSettings({ [name]: tooHigh - 1 }).settings[name]).toBe(tooHigh - 1);
  });

  it.each([
    ['proxyMode', 'auto'],
    ['proxyUrl', 'socks5://proxy:1080'],
    ['proxyUrl', 'http://user:secret@proxy:8080'],
    ['proxyUrl', ''],
    ['proxyBypass', '10.0.0.0/33'],
  ] as const)('%s can’t be %j', (name, value) => {
    expect(readSettings({ [name]: value })).toEqual({ settings: defaultSettings, outside: [name] });
  });

  it('takes a proxy and the relays that are dialled past it', () => {
    const stored = {
      proxyMode: 'manual',
      proxyUrl: 'http://m.keller@proxy.corp:8080',
      proxyBypass: '*.corp, 10.0.0.0/8 <local>',
    } as const;
    expect(readSettings(stored)).toEqual({ settings: { ...defaultSettings, ...stored }, outside: [] });
  });

  it('names all settings once', () => {
    expect([...settingNames].sort()).toEqual(Object.keys(defaultSettings).sort());
  });
});

describe('settingsChangeSchema', () => {
  it('lets some settings change and refuses what it does not know', () => {
    expect(settingsChangeSchema.parse({ extraCaFile: '/etc/ca.pem' })).toEqual({
      extraCaFile: '/etc/ca.pem',
    });
    expect(settingsChangeSchema.safeParse({ verifyTls: false }).success).toBe(false);
  });
});
