import { describe, expect, it } from 'vitest';
import { dataFolder } from './data-folder.ts';

const linux = { platform: 'linux', homeFolder: '/home/kim', workingFolder: '/srv', environment: {} } as const;
const windows = {
  platform: 'win32',
  homeFolder: 'C:\\Users\\kim',
  workingFolder: 'D:\\data',
  environment: { LOCALAPPDATA: 'C:\\Users\\kim\\AppData\\Local' },
} as const;

describe('dataFolder', () => {
  it.each([
    ['Linux', linux, '/home/kim/.config/hcm'],
    ['Linux with XDG', { ...linux, environment: { XDG_CONFIG_HOME: '/cfg' } }, '/cfg/hcm'],
    [
      'a relative XDG counts as unset',
      { ...linux, environment: { XDG_CONFIG_HOME: 'cfg' } },
      '/home/kim/.config/hcm',
    ],
    ['macOS', { ...linux, platform: 'darwin' as const }, '/home/kim/Library/Application Support/hcm'],
    ['Windows', windows, 'C:\\Users\\kim\\AppData\\Local\\hcm'],
    ['Windows without LOCALAPPDATA', { ...windows, environment: {} }, 'C:\\Users\\kim\\AppData\\Local\\hcm'],
    ['HCM_HOME wins', { ...linux, environment: { HCM_HOME: '/data', XDG_CONFIG_HOME: '/cfg' } }, '/data'],
    ['a relative HCM_HOME', { ...linux, environment: { HCM_HOME: 'data' } }, '/srv/data'],
    [
      'an empty HCM_HOME counts as unset',
      { ...linux, environment: { HCM_HOME: '' } },
      '/home/kim/.config/hcm',
    ],
    ['HCM_HOME on Windows', { ...windows, environment: { HCM_HOME: 'hcm' } }, 'D:\\data\\hcm'],
  ])('%s', (_name, surroundings, folder) => {
    expect(dataFolder(surroundings)).toBe(folder);
  });
});
