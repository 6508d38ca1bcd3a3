import { describe, expect, it } from 'vitest';
import { effectiveLimits, limitNames } from './effective-limits.ts';
import { limitTexts, settingTexts } from './messages/texts/settings.ts';
import { noOwnLimits } from './connection.ts';
import { isLimitName, readLimitText, readSettingText, settingChange, settingKind } from './setting-values.ts';
import { settingNames, settingsChangeSchema } from './settings.ts';
import { defaultSettings } from './default-settings.ts';

describe('settings as texts', () => {
  it.each([
    ['drainSeconds', ' 90 ', 90],
    ['drainSeconds', '0', 0],
    ['logLevel', 'warn', 'warn'],
    ['extraCaFile', '/etc/ca.pem', '/etc/ca.pem'],
  ] as const)('%s: %j is read', (name, text, value) => {
    expect(readSettingText(name, text)).toEqual({ ok: true, value });
    expect(settingsChangeSchema.parse(settingChange(name, value))).toEqual({ [name]: value });
  });

  it.each([
    ['drainSeconds', '3601', { min: 0, max: 3600 }],
    ['drainSeconds', '1.5', { min: 0, max: 3600 }],
    ['maxSessions', '0', { min: 1, max: 100_000 }],
    ['maxSessions', '', { min: 1, max: 100_000 }],
    ['maxSessions', '9'.repeat(400), { min: 1, max: 100_000 }],
    ['logLevel', 'loud', { choices: 'debug, info, warn, error' }],
  ] as const)('%s: %j is refused with what it takes', (name, text, allowed) => {
    expect(readSettingText(name, text)).toEqual({
      ok: false,
      problem: { code: 'HCM1062', details: { name, ...allowed } },
    });
  });

  it('a limit of a connection is refused under its own name', () => {
    expect(readLimitText('kilobytesPerSecond', '5')).toEqual({ ok: true, value: 5 });
    expect(readLimitText('maxSessions', '0')).toMatchObject({
      problem: { details: { name: 'maxSessions', min: 1 } },
    });
    expect([isLimitName('idleMinutes'), isLimitName('drainSeconds')]).toEqual([true, false]);
  });

  it('each has a kind and a text', () => {
    for (const name of settingNames) {
      const isNumber = typeof defaultSettings[name] === 'number';
      expect(settingKind(name).kind === 'number').toBe(isNumber);
      expect(settingTexts[name]).not.toBe('');
    }
    expect(Object.keys(limitTexts)).toEqual(limitNames);
  });
});

describe('effective limits', () => {
  it('are the host’s where a connection has none of its own', () => {
    const settings = {
      ...defaultSettings,
      maxSessionsPerConnection: 7,
      kilobytesPerSecondPerConnection: 100,
    };
    expect(effectiveLimits(noOwnLimits, settings)).toEqual({
      maxSessions: 7,
      dialTimeoutSeconds: 20,
      idleMinutes: 0,
      halfCloseMinutes: 5,
      kilobytesPerSecond: 100,
    });
    // 0 is a value of its own: unlimited, whatever the host says.
    const own = { ...noOwnLimits, maxSessions: 2, kilobytesPerSecond: 0 };
    expect(effectiveLimits(own, settings)).toMatchObject({ maxSessions: 2, kilobytesPerSecond: 0 });
  });
});
