import { posix } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlAddress } from './control-address.ts';

const linux = { platform: 'linux', uid: 1000 } as const;
const windows = { platform: 'win32', uid: -1 } as const;

describe('controlAddress', () => {
  it('lies in the data folder where it fits', () => {
    expect(controlAddress({ folder: '/home/ada/.config/hcm', ...linux })).toEqual({
      kind: 'socket',
      folder: '/home/ada/.config/hcm/run',
      name: 'control.sock',
      path: '/home/ada/.config/hcm/run/control.sock',
    });
  });

  it.each([
    ['/'.padEnd(83, 'a'), 100, 'run'],
    ['/'.padEnd(84, 'a'), undefined, 'hcm-1000'],
  ])('fits up to 100 bytes: a data folder of %s', (folder, bytes, parent) => {
    const { path } = controlAddress({ folder, ...linux });
    if (bytes !== undefined) expect(Buffer.byteLength(path)).toBe(bytes);
    expect(path.split('/').at(-2)).toBe(parent);
  });

  it('counts bytes, not characters', () => {
    const { path } = controlAddress({ folder: `/${'ü'.repeat(60)}`, ...linux });
    expect(path).toMatch(/^\/tmp\/hcm-1000\/[0-9a-f]{16}\.sock$/u);
  });

  it('never is longer than a socket path may be, and differs with the data folder', () => {
    const folder = fc.string({ minLength: 1, maxLength: 200 }).map((name) => `/${name.replaceAll('/', '-')}`);
    fc.assert(
      fc.property(folder, folder, (one, other) => {
        const [first, second] = [one, other].map((it) => controlAddress({ folder: it, ...linux }).path);
        expect(Buffer.byteLength(first!)).toBeLessThanOrEqual(100);
        // `/.` and `/..` are the root under other names.
        expect(first === second).toBe(posix.normalize(one) === posix.normalize(other));
      }),
      {
        examples: [
          ['/a', '/A'],
          ['/.', '/ '],
          ['/.', '/..'],
        ],
      },
    );
  });

  it('keeps users apart where data folders share a place', () => {
    const folder = '/'.padEnd(150, 'x');
    const [ada, bob] = [1000, 1001].map((uid) => controlAddress({ folder, platform: 'darwin', uid }).path);
    expect(ada).not.toBe(bob);
  });

  it('is a pipe on Windows, whatever the case of the folder', () => {
    const address = controlAddress({ folder: 'C:\\Users\\Ada\\AppData\\Local\\hcm', ...windows });
    expect(address.kind).toBe('pipe');
    expect(address.path).toMatch(/^\\\\\.\\pipe\\hcm-[0-9a-f]{32}$/u);
    expect(controlAddress({ folder: 'c:\\users\\ADA\\appdata\\local\\HCM', ...windows })).toEqual(address);
    expect(controlAddress({ folder: 'C:\\ProgramData\\hcm', ...windows })).not.toEqual(address);
  });
});
