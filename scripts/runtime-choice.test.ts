import { describe, expect, it } from 'vitest';
import { cacheFolder, executableName, mayFallBack, windowObstacle } from './runtime-choice.mjs';

const linux = { platform: 'linux', arch: 'x64' };

describe('mayFallBack', () => {
  it.each([
    ['tests', undefined, true],
    ['demo', undefined, true],
    ['start', undefined, false],
    ['start', 'on', true],
    ['tests', 'off', false],
    ['demo', 'off', false],
    ['start', 'off', false],
    ['start', 'yes', false],
    ['tests', '', true],
  ] as const)('for %s with HCM_ELECTRON_FALLBACK=%s: %s', (purpose, wish, expected) => {
    expect(mayFallBack(purpose, { HCM_ELECTRON_FALLBACK: wish }, linux)).toBe(expected);
  });

  it.each([
    { platform: 'darwin', arch: 'x64' },
    { platform: 'win32', arch: 'x64' },
    { platform: 'linux', arch: 'arm64' },
  ])('never on $platform $arch, where the package can’t run', (machine) => {
    expect(mayFallBack('tests', { HCM_ELECTRON_FALLBACK: 'on' }, machine)).toBe(false);
  });
});

describe('windowObstacle', () => {
  it.each([
    ['linux', {}, false, 'display'],
    ['linux', {}, true, 'display'],
    ['linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, false, 'display'],
    ['linux', { DISPLAY: ':0' }, true, 'root'],
    ['linux', { DISPLAY: ':0' }, false, undefined],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false, undefined],
    ['darwin', {}, true, undefined],
    ['win32', {}, false, undefined],
  ] as const)('on %s with %o, root %s: %s', (platform, environment, isRoot, expected) => {
    expect(windowObstacle({ platform, environment, isRoot })).toBe(expected);
  });
});

it('keeps runtimes where the system keeps what can be fetched again', () => {
  expect(cacheFolder({}, '/home/kim')).toBe('/home/kim/.cache/hybrid-connection-manager');
  expect(cacheFolder({ XDG_CACHE_HOME: '/cache' }, '/home/kim')).toBe('/cache/hybrid-connection-manager');
  expect(cacheFolder({ XDG_CACHE_HOME: 'cache' }, '/home/kim')).toBe(
    '/home/kim/.cache/hybrid-connection-manager',
  );
});

it('knows where the executable lies', () => {
  expect(['linux', 'win32', 'darwin'].map(executableName)).toEqual([
    'electron',
    'electron.exe',
    'Electron.app/Contents/MacOS/Electron',
  ]);
});
