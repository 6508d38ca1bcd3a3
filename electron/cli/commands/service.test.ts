import { describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { storeOfViews } from '../testing/store-of-views.ts';
import { createTestIo, type TestIo } from '../testing/test-io.ts';

interface Run extends TestIo {
  readonly code: number;
}

/** No program is on the path: what would be run is refused, or shown. */
async function service(words: readonly string[], change: Partial<TestIo> = {}): Promise<Run> {
  const io: TestIo = { ...createTestIo({ environment: { PATH: '/nowhere' } }), ...change };
  const code = await runCli(['service', ...words], io, storeOfViews([], false).withHost);
  return { ...io, code };
}

describe('hcm service', () => {
  it.each([
    ['install', 'sudo hcm service install'],
    ['start', 'sudo hcm service start'],
    ['stop', 'sudo hcm service stop'],
    ['uninstall', 'sudo hcm service uninstall'],
  ])('%s needs an administrator, and says what to type', async (verb, command) => {
    const { code, errors, output } = await service([verb]);
    expect(code).toBe(1);
    expect(output.text).toBe('');
    expect(errors.text).toContain('Administrator rights are needed');
    expect(errors.text).toContain(`Run ${command} instead.`);
  });

  it('installs the hcm that is typed, where nothing else is said', async () => {
    const { code, output } = await service(['install', '--dry-run', '--output', 'table']);
    expect(code).toBe(0);
    expect(output.text).toContain(
      'ExecStart=/usr/bin/node /opt/hcm/bin/hcm.mjs run --log-format json --admin-folder /run/hcm\n',
    );
  });

  it('refuses a program that a service can’t reach', async () => {
    const own = await service(['install', '--dry-run'], { program: ['/home/kim/node', '/opt/hcm.mjs'] });
    expect(own.code).toBe(1);
    expect(own.errors.text).toContain('A service can’t reach /home/kim/node');
    const given = await service(['install', '--dry-run', '--program', '/root/hcm']);
    expect(given.errors.text).toContain('HCM5023');
  });

  it.each([
    [['install', '--program', 'hcm', '--dry-run'], '--program'],
    [['install', '--root', '/mnt', '--start'], '--start'],
    [['uninstall', '--purge'], '--yes'],
    [['status', '--root', '/mnt'], '--root'],
    [['uninstall', '--purge', '--yes', '--root', ''], '--root'],
    [['install', '--dry-run', '--root', 'image'], '--root'],
  ])('%j is wrong use', async (words, named) => {
    const { code, errors } = await service(words);
    expect(code).toBe(2);
    expect(errors.text).toContain(named);
  });

  it.each([
    [[], '/var/lib/hcm'],
    [['--root', '/mnt/image'], '/mnt/image/var/lib/hcm'],
  ])('deletes nothing without a clear yes (%j), and names what it would', async (words, folder) => {
    const io = createTestIo({ terminal: true, environment: { PATH: '/nowhere' } });
    io.typed.end('maybe\n');
    const given = ['service', 'uninstall', '--purge', ...words];
    const code = await runCli(given, io, storeOfViews([], false).withHost);
    expect(code).toBe(1);
    expect(io.errors.text).toBe(
      `Delete ${folder} with all connections and keys of the service? [y/N] Nothing is removed.\n`,
    );
  });

  it('shows the steps for Windows and macOS, too', async () => {
    const windows = await service(
      ['install', '--program', 'C:\\hcm\\hcm.exe', '--dry-run', '--output', 'table'],
      {
        platform: 'win32',
      },
    );
    expect(windows.code).toBe(0);
    expect(windows.output.text).toContain(
      'Expect C:\\Program Files\\hcm\\service\\HcmHost.exe to be there\n',
    );
    expect(windows.output.text).toContain(
      'Run "C:\\Program Files\\hcm\\service\\HcmHost.exe" install unless',
    );
    const mac = await service(['install', '--dry-run', '--output', 'table'], { platform: 'darwin' });
    expect(mac.output.text).toContain('Write /Library/LaunchDaemons/hcm-host.plist (mode 644):\n');
    const other = await service(['install'], { platform: 'freebsd' });
    expect(other.errors.text).toContain('HCM5024');
  });
});
