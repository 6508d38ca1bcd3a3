/** `hcm service` as people and scripts call it; programs of the system stand on the path, files below a root. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finished } from '../fixtures/hcm-process.ts';
import { ProgramsOnPath } from '../fixtures/programs-on-path.ts';
import { Stage } from '../fixtures/stage.ts';
import { startHost } from '../fixtures/tunnel.ts';

const unitName = 'hcm-host.service';

let stage: Stage;
let programs: ProgramsOnPath;
let root = '';
let unit = '';

beforeEach(async () => {
  stage = await Stage.open();
  programs = await ProgramsOnPath.on(stage);
  for (const name of ['systemctl', 'groupadd', 'useradd', 'getent']) await programs.add(name);
  root = join(stage.folder, 'image');
  unit = join(root, 'etc/systemd/system', unitName);
});

afterEach(() => stage.dispose());

function service(...words: readonly string[]): Promise<Finished> {
  return stage.run(['service', ...words], { environment: { PATH: programs.path } });
}

const program = ['--program', '/opt/hcm/bin/hcm'] as const;

describe('hcm service install', () => {
  it('only shows what it would do, when asked', async () => {
    const shown = await service('install', ...program, '--start', '--dry-run', '--output', 'table');
    expect(shown).toMatchObject({ exitCode: 0, errors: '' });
    expect(shown.output).toMatch(/^Run useradd --system .+ hcm unless this ends with 0: getent passwd hcm$/m);
    expect(shown.output).toContain(`Write /etc/systemd/system/${unitName} (mode 644):\n`);
    expect(shown.output).toContain(
      '  ExecStart=/opt/hcm/bin/hcm run --log-format json --admin-folder /run/hcm\n',
    );
    expect(shown.output).toMatch(/Run systemctl daemon-reload\n.+enable.+\n.+restart.+\n$/);
    const { steps } = JSON.parse((await service('install', ...program, '--dry-run')).output) as {
      readonly steps: readonly { readonly do: string }[];
    };
    expect(steps.map((step) => step.do)).toEqual(['run', 'run', 'write', 'run', 'run']);
    expect(await programs.calls()).toEqual([]);
  });

  it('writes an image, twice the same, and takes it back; what people configured stays', async () => {
    const state = join(root, 'var/lib/hcm/connections.json');
    await mkdir(dirname(state), { recursive: true });
    await writeFile(state, '{}');
    const said = [];
    for (const format of ['json', 'table']) {
      const installed = await service('install', ...program, '--root', root, '--output', format);
      expect(installed, format).toMatchObject({ exitCode: 0, errors: '' });
      said.push(installed.output);
      expect(await readFile(unit, 'utf8')).toContain('ExecStart=/opt/hcm/bin/hcm run');
    }
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ service: unitName, installed: true, started: false });
    // Nothing about groups and starting: neither is this computer's.
    expect(said[1]).toBe(`Installed ${unitName} in the system below ${root}. It starts with that system.\n`);
    const removed = await service('uninstall', '--root', root);
    expect(removed).toMatchObject({ exitCode: 0, errors: '' });
    expect(existsSync(unit)).toBe(false);
    expect(await readFile(state, 'utf8')).toBe('{}');
    const calls = (await programs.calls()).filter((call) => call.startsWith('systemctl'));
    expect(calls).toEqual([
      `systemctl --root=${root} enable ${unitName}`,
      `systemctl --root=${root} enable ${unitName}`,
      `systemctl --root=${root} disable ${unitName}`,
    ]);
  });

  it('leaves a unit alone that it didn’t write', async () => {
    await mkdir(dirname(unit), { recursive: true });
    await writeFile(unit, '[Service]\n');
    for (const verb of ['install', 'uninstall']) {
      const words = verb === 'install' ? program : [];
      const { exitCode, output, errors } = await service(verb, ...words, '--root', root);
      expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
      expect(errors).toContain('HCM5022');
    }
    expect(await readFile(unit, 'utf8')).toBe('[Service]\n');
    expect(await programs.calls()).toEqual([]);
  });

  it('says what the system said when it refuses', async () => {
    await programs.add('systemctl', 'echo "No such file or directory." >&2; exit 1');
    const { exitCode, errors } = await service('install', ...program, '--root', root);
    expect(exitCode).toBe(1);
    expect(errors).toContain(`systemctl --root=${root} enable ${unitName} didn’t work`);
    expect(errors).toContain('It says: No such file or directory.\n');
    expect(errors).toContain('HCM5021');
  });
});

describe('hcm service status', () => {
  const systemd = (state: string): string =>
    [
      'cat <<END',
      'LoadState=loaded',
      `ActiveState=${state}`,
      'UnitFileState=enabled',
      'MainPID=812',
      `Environment=HCM_HOME=${stage.home}`,
      'END',
    ].join('\n');

  it('ends with 0 while it runs, and has the host’s own word', async () => {
    await programs.add('systemctl', systemd('active'));
    const host = await startHost(stage);
    const { exitCode, output } = await service('status');
    expect(exitCode).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      ...{ service: unitName, installed: true, enabled: true, state: 'running', processId: 812 },
      dataFolder: stage.home,
      host: { answers: true, processId: host.pid, connections: 0, connected: 0 },
    });
    host.signal('SIGKILL');
    await host.end();
    // Systemd may still think so: the host says nothing any more.
    const silent = await service('status', '--output', 'table');
    expect(silent.output).toMatch(/^State: +Running$/m);
    expect(silent.output).toMatch(/^Host: +No host runs \(HCM5001\)$/m);
  });

  it('ends with 3 while it doesn’t run, and where there is none', async () => {
    await programs.add('systemctl', systemd('failed'));
    const failed = await service('status', '--output', 'table');
    expect(failed).toMatchObject({ exitCode: 3, errors: '' });
    expect(failed.output).toMatch(/^State: +Failed$/m);
    await programs.add('systemctl', 'echo LoadState=not-found');
    const none = await service('status');
    expect(none.exitCode).toBe(3);
    expect(JSON.parse(none.output)).toMatchObject({ installed: false, state: 'stopped' });
  });
});
