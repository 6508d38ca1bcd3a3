import { describe, expect, it } from 'vitest';
import { LoginStarts, type LoginStartPorts } from './login-start.ts';

interface Item {
  readonly openAtLogin?: boolean;
  readonly args?: readonly string[];
}

function computer(platform: NodeJS.Platform, isInstalled = true, isOff = false) {
  let kept: Item = {};
  let file = { atLogin: false, hidden: false };
  let isHidden = false;
  const ports = {
    platform,
    isInstalled,
    system: {
      setLoginItemSettings: (settings: Item) => (kept = settings),
      getLoginItemSettings: (asked: Item = {}) => ({
        openAtLogin:
          kept.openAtLogin === true &&
          (platform === 'darwin' || JSON.stringify(asked.args) === JSON.stringify(kept.args)),
        ...(platform === 'win32' ? { executableWillLaunchAtLogin: !isOff } : {}),
      }),
    },
    file: {
      read: () => Promise.resolve(file),
      write: (hidden: boolean) => Promise.resolve(void (file = { atLogin: true, hidden })),
      remove: () => Promise.resolve(void (file = { atLogin: false, hidden: false })),
    },
    hidden: { isKept: () => isHidden, keep: (hidden: boolean) => (isHidden = hidden) },
  } as unknown as LoginStartPorts;
  return { login: new LoginStarts(ports), kept: () => kept };
}

describe('LoginStarts', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('keeps what is wanted on %s', async (platform) => {
    const { login } = computer(platform);
    const off = { isPossible: true, atLogin: false, hidden: false };
    expect(await login.get()).toEqual(off);
    for (const hidden of [true, false]) {
      const wanted = { atLogin: true, hidden };
      expect(await login.set(wanted)).toEqual({ isPossible: true, ...wanted });
      expect(await login.get()).toEqual({ isPossible: true, ...wanted });
    }
    expect(await login.set({ atLogin: false, hidden: true })).toEqual(off);
  });

  it('hands the switch over on Windows', async () => {
    const { login, kept } = computer('win32');
    await login.set({ atLogin: true, hidden: true });
    expect(kept()).toEqual({ openAtLogin: true, args: ['--hidden'] });
  });

  it('knows that Task Manager switched it off', async () => {
    const { login } = computer('win32', true, true);
    expect(await login.set({ atLogin: true, hidden: true })).toMatchObject({ atLogin: false });
  });

  it('isn’t possible where nothing is installed, or no such thing is known', async () => {
    for (const { login } of [computer('linux', false), computer('freebsd')]) {
      expect(await login.get()).toEqual({ isPossible: false, atLogin: false, hidden: false });
      await expect(login.set({ atLogin: true, hidden: false })).rejects.toMatchObject({ code: 'HCM5040' });
    }
  });
});
