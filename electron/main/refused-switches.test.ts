import { describe, expect, it } from 'vitest';
import { refusedSwitch } from './refused-switches.ts';

describe('refusedSwitch', () => {
  it.each([
    ['--no-sandbox', '--no-sandbox'],
    ['-no-sandbox', '--no-sandbox'],
    ['--remote-debugging-port=0', '--remote-debugging-port'],
    ['--remote-debugging-pipe', '--remote-debugging-pipe'],
    ['--remote-debugging-targets=x', '--remote-debugging-targets'],
    ['--debug-brk=0', '--debug-brk'],
    ['--zygote-cmd-prefix=xterm', '--zygote-cmd-prefix'],
    ['--ssl-key-log-file=/tmp/keys', '--ssl-key-log-file'],
    ['--inspect', '--inspect'],
    ['--inspect=127.0.0.1:9229', '--inspect'],
    ['--inspect-brk', '--inspect-brk'],
    ['--inspect_brk=0', '--inspect-brk'],
    ['--inspect-publish-uid=http', '--inspect-publish-uid'],
    ['--disable-web-security', '--disable-web-security'],
    ['--js-flags=--expose-gc', '--js-flags'],
    ['--ignore-certificate-errors', '--ignore-certificate-errors'],
    ['--ignore-certificate-errors-spki-list=x', '--ignore-certificate-errors-spki-list'],
    ['--user-data-dir=/tmp/x', '--user-data-dir'],
    ['--NO-SANDBOX', '--no-sandbox'],
  ])('refuses %s', (argument, name) => {
    expect(refusedSwitch(['.', argument], 'linux')).toBe(name);
    expect(refusedSwitch([argument], 'win32')).toBe(name);
  });

  it('knows the slash of Windows, which is a path elsewhere', () => {
    expect(refusedSwitch(['/no-sandbox'], 'win32')).toBe('--no-sandbox');
    expect(refusedSwitch(['/no-sandbox'], 'linux')).toBeNull();
  });

  it.each([
    '--demo',
    '--password-store=gnome-libsecret',
    '--inspector',
    '--debugger',
    '--force-device-scale-factor=2',
    'x',
    '--',
  ])('lets %s pass', (argument) => expect(refusedSwitch([argument], 'linux')).toBeNull());
});
