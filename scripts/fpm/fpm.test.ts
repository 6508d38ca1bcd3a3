import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { debControl } from './deb-control.mjs';
import { readFpmWords } from './read-fpm-words.mjs';
import { rpmSpec } from './rpm-spec.mjs';

const fpm = resolve(import.meta.dirname, 'fpm.mjs');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hcm-fpm-'));
  mkdirSync(join(folder, 'app/inner'), { recursive: true });
  writeFileSync(join(folder, 'app/run'), '#!/bin/sh\necho here\n', { mode: 0o755 });
  writeFileSync(join(folder, 'app/inner/data with space'), 'x'.repeat(3000));
  writeFileSync(join(folder, 'one.desktop'), '[Desktop Entry]\n');
  writeFileSync(join(folder, 'after'), '#!/bin/sh\necho 100%\n');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As electron-builder gives them. */
function wordsFor(target: string, ...more: readonly string[]): string[] {
  return [
    ...['-s', 'dir', '--force', '-t', target, '-d', 'libc6 (>= 2.28)', '-d', 'liba | libb'],
    ...(target === 'deb' ? ['--deb-recommends', 'libtray', '--deb-compression', 'gz'] : []),
    ...['--architecture', 'amd64', '--after-install', join(folder, 'after')],
    ...['--description', 'Reaches services\n A host.\n\n With 100% more.', '--version', '1.2.3~beta.1'],
    ...[
      '--package',
      join(folder, `made.${target}`),
      '--name',
      'hcm-test',
      '--maintainer',
      'A <a@example.com>',
    ],
    ...['--vendor', 'A', '--url', 'https://example.com/', '--license', 'MIT', ...more],
    ...[
      `${join(folder, 'app')}/=/opt/hcm-test`,
      `${join(folder, 'one.desktop')}=/usr/share/applications/a.desktop`,
    ],
  ];
}

describe('readFpmWords', () => {
  it('reads what electron-builder says', () => {
    const order = readFpmWords(wordsFor('deb', '--before-remove=b.sh'));
    expect(order).toMatchObject({
      target: 'deb',
      name: 'hcm-test',
      summary: 'Reaches services',
      depends: ['libc6 (>= 2.28)', 'liba | libb'],
      scripts: { afterInstall: join(folder, 'after'), beforeRemove: 'b.sh' },
      compression: 'gz',
    });
    expect(order.places[0]).toEqual({ from: `${join(folder, 'app')}/`, to: '/opt/hcm-test' });
  });

  it.each([['--deb-something', 'x'], ['-t', 'apk'], ['a=../../etc/x'], ['a=/opt/../etc/x'], ['nowhere']])(
    'ends at %s %s',
    (...words) => {
      expect(() => readFpmWords([...wordsFor('deb'), ...words])).toThrow();
    },
  );
});

it('says the processor in the words of each kind', () => {
  expect(readFpmWords(wordsFor('deb')).architecture).toBe('amd64');
  expect(readFpmWords(wordsFor('rpm')).architecture).toBe('x86_64');
});

describe('debControl', () => {
  it('has no empty field, and a dot for an empty line', () => {
    const text = debControl(readFpmWords(wordsFor('deb')), 12);
    expect(text).toContain('Depends: libc6 (>= 2.28), liba | libb\n');
    expect(text).toContain('Installed-Size: 12\n');
    expect(text).toMatch(/Description: Reaches services\n A host\.\n \.\n With 100% more\.\n$/);
    expect(text).not.toMatch(/: $/m);
  });
});

describe('rpmSpec', () => {
  it('leaves no macro for rpm to read, and names scripts without their first line', () => {
    const order = readFpmWords(wordsFor('rpm'));
    const text = rpmSpec(order, { afterInstall: '#!/bin/sh\necho 100%\n' }, ['/opt/hcm-test']);
    expect(text).toContain('%post\necho 100%%\n');
    expect(text).toContain('With 100%% more.');
    expect(text).toContain('Requires: liba | libb');
    expect(text).toMatch(/%files\n%defattr\(-,root,root,-\)\n"\/opt\/hcm-test"/);
  });
});

describe('fpm.mjs', () => {
  it('makes a deb that dpkg reads, all of it root’s, and leaves the sources as they were', () => {
    const before = statSync(join(folder, 'app/run'));
    const made = spawnSync(process.execPath, [fpm, ...wordsFor('deb')], { encoding: 'utf8' });
    expect(made.stderr).toBe('');
    const listed = spawnSync('dpkg-deb', ['-c', join(folder, 'made.deb')], { encoding: 'utf8' }).stdout;
    expect(listed).toMatch(/-rwxr-xr-x root\/root .*\.\/opt\/hcm-test\/run\n/);
    expect(listed).toContain('./opt/hcm-test/inner/data with space');
    expect(listed).toContain('./usr/share/applications/a.desktop');
    const asked = spawnSync('dpkg-deb', ['-f', join(folder, 'made.deb'), 'Version', 'Recommends'], {
      encoding: 'utf8',
    });
    expect(asked.stdout).toBe('Version: 1.2.3~beta.1\nRecommends: libtray\n');
    const after = statSync(join(folder, 'app/run'));
    expect([after.mode, after.uid, after.size]).toEqual([before.mode, before.uid, before.size]);
  });

  it('ends with 1 and says why', () => {
    const made = spawnSync(process.execPath, [fpm, ...wordsFor('deb', '/nowhere=/usr/x')], {
      encoding: 'utf8',
    });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain('/nowhere');
  });
});
