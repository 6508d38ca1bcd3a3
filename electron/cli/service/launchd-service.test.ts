import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { isBalancedXml } from '../testing/is-balanced-xml.ts';
import { launchdPlist } from './launchd-plist.ts';
import { launchdService } from './launchd-service.ts';

describe('the service on macOS', () => {
  it('has a property list that stands', () => {
    const text = launchdPlist({
      program: ['/opt/a & b/hcm'],
      dataFolder: '/Library/Application Support/hcm',
    });
    expect(isBalancedXml(text)).toBe(true);
    const { plist } = new XMLParser().parse(text) as { readonly plist: { readonly dict: unknown } };
    expect(plist.dict).toMatchObject({
      key: expect.arrayContaining(['Label', 'ProgramArguments', 'KeepAlive', 'ExitTimeOut']) as unknown,
      array: { string: ['/opt/a & b/hcm', 'run', '--log-format', 'json'] },
    });
  });

  it('reads its state', () => {
    const keeper = launchdService();
    const read = (exitCode: number, output: string, fileExitCode = 0): object =>
      keeper.readState([
        { exitCode, output, errors: '' },
        { exitCode: fileExitCode, output: '', errors: '' },
      ]);
    expect(
      read(0, 'system/hcm-host = {\n\tactive count = 1\n\tstate = running\n\tpid = 77\n}'),
    ).toMatchObject({
      installed: true,
      state: 'running',
      processId: 77,
    });
    expect(read(113, '')).toMatchObject({ installed: true, state: 'stopped' });
    expect(read(113, '', 1)).toMatchObject({ installed: false });
  });
});
