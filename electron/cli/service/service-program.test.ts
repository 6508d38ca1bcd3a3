import { describe, expect, it } from 'vitest';
import { requireReachable } from './service-program.ts';

describe('requireReachable', () => {
  it('takes what lies where all users may look', () => {
    requireReachable('linux', ['/usr/bin/node', '/opt/hcm/bin/hcm.mjs']);
    requireReachable('win32', ['C:\\Program Files\\nodejs\\node.exe']);
    requireReachable('darwin', ['/usr/local/bin/hcm']);
  });

  it.each([
    ['linux', '/home/kim/.nvm/versions/node/v24/bin/node'],
    ['linux', '/root/hcm/bin/hcm.mjs'],
    ['linux', '/tmp/hcm'],
    ['win32', 'c:\\Users\\kim\\hcm.exe'],
    ['darwin', '/Users/kim/hcm'],
  ] as const)('refuses what is closed to a service: %s %s', (platform, file) => {
    expect(() =>
      requireReachable(platform, ['/usr/bin/node', file].slice(platform === 'win32' ? 1 : 0)),
    ).toThrow('HCM5023');
  });

  it('refuses what is no absolute path, or would end a line of the unit', () => {
    expect(() => requireReachable('linux', ['hcm'])).toThrow('HCM1060');
    expect(() => requireReachable('linux', ['/opt/hcm\nUser=root'])).toThrow('HCM1060');
  });
});
