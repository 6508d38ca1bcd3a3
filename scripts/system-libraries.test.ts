import { expect, it } from 'vitest';
import { missingLibraries, notFound, packageNames } from './system-libraries.mjs';

it('reads from ldd what is not found', () => {
  const listing = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibgtk-3.so.0 => not found',
    '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
    '\tlibnss3.so => not found',
    '',
  ].join('\n');
  expect(notFound(listing)).toEqual(['libgtk-3.so.0', 'libnss3.so']);
});

it('finds nothing missing for the program that runs this', () => {
  expect(missingLibraries(process.execPath)).toEqual([]);
});

it('takes the names of the newer systems only where they have them', () => {
  const onOld = packageNames(() => false);
  expect(onOld).toEqual(expect.arrayContaining(['xvfb', 'libgtk-3-0', 'libasound2', 'libnss3']));
  const onNew = packageNames((name) => name.endsWith('t64'));
  expect(onNew).toEqual(expect.arrayContaining(['xvfb', 'libgtk-3-0t64', 'libasound2t64', 'libnss3']));
  expect(onNew).toHaveLength(onOld.length);
});
