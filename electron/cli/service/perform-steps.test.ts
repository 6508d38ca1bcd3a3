/** Real files below a root of the test, and real programs on its path that write down how they were called. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { performSteps } from './perform-steps.ts';
import { systemdUnitName } from './service-names.ts';
import { localSystem, type ServiceSystem } from './service-system.ts';
import { systemdService } from './systemd-service.ts';

const keeper = systemdService();
const install = keeper.install({
  program: ['/usr/bin/node', '/opt/hcm/bin/hcm.mjs'],
  start: true,
  viewers: false,
});

let folder = '';
let root = '';
let unit = '';
let system: ServiceSystem;

/** A program that writes down its words and ends as it is told. */
function program(name: string, then = 'exit 0'): void {
  const file = join(folder, 'bin', name);
  writeFileSync(file, `#!/bin/sh\necho "${name} $*" >> "${join(folder, 'calls')}"\n${then}\n`);
  chmodSync(file, 0o755);
}

function calls(): readonly string[] {
  const file = join(folder, 'calls');
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}

async function codeOf(work: Promise<void>): Promise<HcmError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof HcmError)) throw new Error('it was no HcmError');
  return error;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hcm-service-'));
  root = join(folder, 'root');
  unit = join(root, 'etc/systemd/system', systemdUnitName);
  mkdirSync(join(folder, 'bin'));
  program('getent', 'exit 2');
  program('groupadd');
  program('useradd');
  program('systemctl');
  const environment = { PATH: join(folder, 'bin') };
  system = localSystem({ root, environment, platform: 'linux' });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('install', () => {
  it('makes the account, writes the unit, tells systemd and starts it', async () => {
    await performSteps(system, install);
    expect(calls()).toEqual([
      'getent group hcm-admins',
      'groupadd --system hcm-admins',
      'getent passwd hcm',
      'useradd --system --user-group --no-create-home --home-dir /var/lib/hcm --shell /usr/sbin/nologin ' +
        '--comment Hybrid Connection Manager hcm',
      'systemctl daemon-reload',
      `systemctl enable ${systemdUnitName}`,
      `systemctl restart ${systemdUnitName}`,
    ]);
    expect(readFileSync(unit, 'utf8')).toContain('ExecStart=/usr/bin/node /opt/hcm/bin/hcm.mjs run');
    expect(statSync(unit).mode & 0o777).toBe(0o644);
  });

  it('makes a group for those who may look only where that is asked for, and no group again', async () => {
    const options = { program: ['/opt/hcm/hcm'], start: false, viewers: true };
    await performSteps(system, keeper.install(options));
    expect(calls()).toContain('groupadd --system hcm-viewers');
    expect(readFileSync(unit, 'utf8')).toContain('--viewer-folder /run/hcm-viewers');
    program('getent');
    await performSteps(system, keeper.install(options));
    expect(calls().filter((call) => call.startsWith('groupadd'))).toHaveLength(2);
  });

  it('can be done again: over what it wrote, and without a second account', async () => {
    await performSteps(system, install);
    program('getent', 'echo hcm:x:998:998::/var/lib/hcm:/usr/sbin/nologin');
    await performSteps(system, keeper.install({ program: ['/opt/other/hcm'], start: false, viewers: false }));
    expect(calls().filter((call) => call.startsWith('useradd'))).toHaveLength(1);
    expect(readFileSync(unit, 'utf8')).toContain('ExecStart=/opt/other/hcm run');
  });

  it('writes over nothing that it didn’t write, and then does nothing at all', async () => {
    mkdirSync(join(root, 'etc/systemd/system'), { recursive: true });
    writeFileSync(unit, '[Service]\nExecStart=/opt/mine\n');
    const { code, details } = await codeOf(performSteps(system, install));
    expect({ code, ...details }).toEqual({
      code: 'HCM5022',
      file: `/etc/systemd/system/${systemdUnitName}`,
    });
    expect(readFileSync(unit, 'utf8')).toBe('[Service]\nExecStart=/opt/mine\n');
    expect(calls()).toEqual([]);
  });

  it('says which program refused, and what it said', async () => {
    program('systemctl', 'echo "Failed to connect to bus" >&2; exit 1');
    const { code, details } = await codeOf(performSteps(system, install));
    expect(code).toBe('HCM5021');
    expect(details).toEqual({ name: 'systemctl daemon-reload', reason: 'Failed to connect to bus' });
  });

  it('says that there is no systemd', async () => {
    const steps = [{ do: 'run', words: ['hcm-test-no-such-program', 'enable'] }] as const;
    const { code, details } = await codeOf(performSteps(system, steps));
    expect({ code, ...details }).toEqual({ code: 'HCM5024', name: 'hcm-test-no-such-program' });
  });

  it('waits for what others have to bring', async () => {
    const { code } = await codeOf(performSteps(system, [{ do: 'expect', path: '/opt/HcmHost.exe' }]));
    expect(code).toBe('HCM5026');
  });
});

describe('uninstall', () => {
  beforeEach(async () => {
    await performSteps(system, install);
    mkdirSync(join(root, keeper.dataFolder), { recursive: true });
    writeFileSync(join(root, keeper.dataFolder, 'connections.json'), '{}');
    writeFileSync(join(folder, 'calls'), '');
  });

  it('takes away what install wrote, and keeps what people configured', async () => {
    await performSteps(system, keeper.uninstall({ purge: false }));
    expect(calls()).toContain(`systemctl disable --now ${systemdUnitName}`);
    expect(existsSync(unit)).toBe(false);
    expect(existsSync(join(root, keeper.dataFolder, 'connections.json'))).toBe(true);
  });

  it('deletes the data folder when that is asked for', async () => {
    await performSteps(system, keeper.uninstall({ purge: true }));
    expect(existsSync(join(root, keeper.dataFolder))).toBe(false);
    expect(existsSync(join(root, 'var/lib'))).toBe(true);
  });

  it('stops and removes nothing of anybody else', async () => {
    writeFileSync(unit, '[Service]\nExecStart=/opt/mine\n');
    const { code } = await codeOf(performSteps(system, keeper.uninstall({ purge: true })));
    expect(code).toBe('HCM5022');
    expect(existsSync(unit)).toBe(true);
    expect(existsSync(join(root, keeper.dataFolder))).toBe(true);
    expect(calls()).toEqual(['']);
  });
});

describe('the state', () => {
  const read = (output: string): object => keeper.readState([{ exitCode: 0, output, errors: '' }]);

  it('is read from what systemd says', () => {
    expect(
      read(
        'LoadState=loaded\nActiveState=active\nUnitFileState=enabled\nMainPID=812\nEnvironment=A=b HCM_HOME=/srv/hcm\n',
      ),
    ).toEqual({
      ...{ installed: true, enabled: true, state: 'running', processId: 812 },
      dataFolder: '/srv/hcm',
    });
    expect(read('LoadState=loaded\nActiveState=failed\nUnitFileState=disabled\nMainPID=0\n')).toMatchObject({
      ...{ enabled: false, state: 'failed', processId: null, dataFolder: null },
    });
    expect(read('LoadState=not-found\nActiveState=inactive\n')).toMatchObject({ installed: false });
    expect(keeper.readState([{ exitCode: null, output: '', errors: '' }])).toMatchObject({
      installed: false,
    });
  });
});

describe('an image below a folder', () => {
  it('is written without a word to the systemd of this computer', () => {
    const steps = systemdService('/mnt/image').install({
      program: ['/opt/hcm/hcm'],
      start: false,
      viewers: false,
    });
    const lines = steps.flatMap((step) => (step.do === 'run' ? [step.words.slice(0, 4).join(' ')] : []));
    expect(lines).toEqual([
      'groupadd --prefix /mnt/image --system',
      'useradd --prefix /mnt/image --system',
      `systemctl --root=/mnt/image enable ${systemdUnitName}`,
    ]);
  });

  it('gets no unit whose account could not be made', async () => {
    program('groupadd', 'exit 0');
    program('useradd', 'echo "cannot lock /etc/passwd; try again later." >&2; exit 1');
    const steps = systemdService(root).install({ program: ['/opt/hcm/hcm'], start: false, viewers: false });
    expect((await codeOf(performSteps(system, steps))).code).toBe('HCM5021');
    expect(existsSync(unit)).toBe(false);
  });

  it('that has the account already keeps it', async () => {
    program('useradd', 'exit 9');
    program('groupadd', 'exit 9');
    program('systemctl', 'exit 0');
    mkdirSync(join(root, 'etc'), { recursive: true });
    writeFileSync(
      join(root, 'etc/passwd'),
      'root:x:0:0::/:/bin/sh\nhcm:x:990:990::/var/lib/hcm:/bin/false\n',
    );
    writeFileSync(join(root, 'etc/group'), 'hcm:x:990:\nhcm-admins:x:991:\n');
    const steps = systemdService(root).install({ program: ['/opt/hcm/hcm'], start: false, viewers: false });
    await performSteps(system, steps);
    expect(existsSync(unit)).toBe(true);
  });
});
