import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { ConnectionView } from '../contract/connection-view.ts';
import { runCli } from './run-cli.ts';
import { storeOfViews, type StoreOfViews } from './testing/store-of-views.ts';
import { createTestIo, type TestIo, type TestIoOptions } from './testing/test-io.ts';
import { connectedView } from '../contract/testing/test-views.ts';

const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';
const listenString = `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=defaultListener;SharedAccessKey=${key};EntityPath=added`;

const payroll = connectedView();
const elsewhere = connectedView({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11',
  host: 'fabrikam.servicebus.windows.net',
});

interface Run extends TestIo {
  readonly code: number;
  readonly store: StoreOfViews;
}

interface Given extends TestIoOptions {
  readonly views?: readonly ConnectionView[];
  readonly running?: boolean;
  readonly typed?: string;
}

async function hcm(argv: readonly string[], given: Given = {}): Promise<Run> {
  const io = createTestIo(given);
  const store = storeOfViews(given.views ?? [payroll], given.running ?? true);
  io.typed.end(given.typed ?? '');
  const code = await runCli(argv, io, store.withHost);
  return { ...io, code, store };
}

describe('hcm', () => {
  it('explains itself', async () => {
    const run = await hcm(['--help']);
    expect(run.code).toBe(0);
    for (const verb of [
      'add',
      'list',
      'show',
      'remove',
      'update',
      'proxy',
      'run',
      'forward',
      'relay',
      'demo',
      'version',
      'help',
    ]) {
      expect(run.output.text).toMatch(new RegExp(`^  ${verb}\\b`, 'm'));
    }
    expect(run.output.text).toContain('Exit codes: 0 done, 1 not done, 2 wrong use, 3');
    expect((await hcm(['help', 'add'])).output.text).toContain('--connection-string-file');
  });

  it('says its version', async () => {
    expect((await hcm(['version'])).output.text).toBe(`${packageJson.version}\n`);
    expect((await hcm(['--version'])).output.text).toBe(`${packageJson.version}\n`);
    const { output } = await hcm(['version', '--output', 'json']);
    expect(JSON.parse(output.text)).toEqual({ version: packageJson.version });
  });

  it.each([
    [[], 'A command is missing.'],
    [['lst'], 'There is no command lst.'],
    [['help', 'lst'], 'There is no command lst.'],
    [['config', 'help', 'gte'], 'There is no command gte.'],
    [['config'], 'A command is missing.'],
    [['list', '--colour'], 'There is no option --colour.'],
    [['list', '--output', 'xml'], 'The value of --output can’t be used.'],
    [['list', '--output'], 'The option --output needs a value.'],
    [['list', 'x'], 'There are more arguments than the command takes.'],
    [['show'], 'The argument connection is missing.'],
    [['remove', 'payroll-sql'], 'Without a terminal the option --yes is needed.'],
    [['add'], 'The argument connection-string is missing.'],
    [
      ['add', '-', '--connection-string-file', 'x'],
      'The connection string comes from several places. Give it once.',
    ],
    [['forward', '-'], 'The option --port is missing.'],
    [['forward', '-', '--port', '70000'], 'A port is a number from 0 to 65535.'],
    [['forward', '-', '--port', '1', '--bind', 'here'], '--bind needs an IP address.'],
    [['relay', '--entity', 'a'], 'Each --entity needs one --endpoint, in the same order.'],
    [
      ['relay', '--entity', 'a', '--entity', 'A', '--endpoint', 'b:1', '--endpoint', 'c:1'],
      'The same --entity is there twice.',
    ],
    [['relay', '--faults', 'file'], 'Faults come from standard input: --faults -.'],
  ])('%j is wrong use', async (argv, cause) => {
    const run = await hcm(argv);
    expect(run.code).toBe(2);
    expect(run.errors.text).toContain(
      `hcm: The command can’t be understood\n  ${cause}\n  See how it is used with hcm help.\n  HCM1060\n`,
    );
    expect(run.output.text).toBe('');
  });

  it.each([
    [[listenString]],
    [['list', listenString]],
    [['lst', `--x=${listenString}`]],
    [[`--${listenString}`]],
  ])('never repeats a connection string that stands in the wrong place', async (argv) => {
    const run = await hcm(argv);
    expect(run.code).toBe(2);
    expect(run.errors.text + run.output.text).not.toContain(key);
    expect(run.errors.text + run.output.text).not.toContain('SharedAccessKey');
  });
});

describe('hcm list', () => {
  it('gives a program an array with the promised fields', async () => {
    const run = await hcm(['list']);
    expect(run.code).toBe(0);
    expect(run.errors.text).toBe('');
    expect(JSON.parse(run.output.text)).toEqual([
      expect.objectContaining({
        id: payroll.config.id,
        namespace: 'contoso',
        name: 'payroll-sql',
        status: 'Connected',
      }),
    ]);
  });

  it('gives a person a table, unless something else is asked for', async () => {
    expect((await hcm(['list'], { terminal: true })).output.text).toMatch(/^NAME .*\npayroll-sql .*\n$/);
    expect((await hcm(['list', '--output', 'table'])).output.text).toMatch(/^NAME /);
    const asked = await hcm(['list', '--output', 'json'], { terminal: true });
    expect(JSON.parse(asked.output.text)).toHaveLength(1);
  });

  it('says beside the output that no host runs', async () => {
    const run = await hcm(['list'], { running: false });
    expect(run.code).toBe(0);
    expect(run.errors.text).toBe(
      'No host runs, so these are the stored connections. Start one with hcm run.\n',
    );
    expect(JSON.parse(run.output.text)).toHaveLength(1);
  });

  it('shows that there is nothing', async () => {
    expect(JSON.parse((await hcm(['list'], { views: [] })).output.text)).toEqual([]);
    const { output } = await hcm(['list'], { views: [], terminal: true });
    expect(output.text).toBe('No connections yet. Add one with hcm add.\n');
  });
});

describe('hcm show', () => {
  it.each([
    [['show', 'payroll-sql']],
    [['show', payroll.config.id]],
    [['show', 'contoso/payroll-sql']],
    [['show', '-ns', 'contoso', '-n', 'payroll-sql']],
    [['show', '--namespace=contoso', '--name=payroll-sql']],
  ])('%j', async (argv) => {
    const run = await hcm(argv);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.output.text)).toMatchObject({ id: payroll.config.id, numberOfListeners: 2 });
  });

  it('says what there is instead of one name', async () => {
    const run = await hcm(['show', 'payroll-sql'], { views: [payroll, elsewhere] });
    expect(run.code).toBe(1);
    expect(run.errors.text).toBe(
      'hcm: 2 connections are called payroll-sql\n  They are contoso/payroll-sql, fabrikam/payroll-sql.\n' +
        '  Use namespace/name or the id; hcm list shows both.\n  HCM1042\n',
    );
  });

  it('says that there is none', async () => {
    const run = await hcm(['show', 'nothing']);
    expect(run.code).toBe(1);
    expect(run.errors.text).toMatch(/^hcm: No connection is called nothing\n.*\n.*\n {2}HCM1041\n$/);
  });
});

describe('hcm remove', () => {
  it('removes with --yes and counts the sessions that it closed', async () => {
    const run = await hcm(['remove', 'payroll-sql', '--yes', '--output', 'table']);
    expect(run.code).toBe(0);
    expect(run.store.views).toEqual([]);
    expect(run.output.text).toBe(
      'Removed payroll-sql from this host. Nothing is deleted in Azure. 3 sessions were closed.\n',
    );
  });

  it.each([
    ['y\n', 0, 0],
    ['yes\n', 0, 0],
    ['n\n', 1, 1],
    ['\n', 1, 1],
    ['', 1, 1],
  ])('asks on a terminal: %j', async (typed, code, left) => {
    const run = await hcm(['remove', 'payroll-sql'], { terminal: true, typed });
    expect(run.code).toBe(code);
    expect(run.store.views).toHaveLength(left);
    expect(run.errors.text).toContain('Remove payroll-sql from this host?');
  });

  it('needs no --yes in a script of Microsoft’s manager, which names both', async () => {
    const run = await hcm(['remove', '-ns', 'contoso', '-n', 'payroll-sql']);
    expect([run.code, run.store.views]).toEqual([0, []]);
    const other = await hcm(['remove', '-ns', 'fabrikam', '-n', 'payroll-sql']);
    expect([other.code, other.store.views.length]).toEqual([1, 1]);
    const asked = await hcm(['remove', '-ns', 'contoso', '-n', 'payroll-sql'], {
      terminal: true,
      typed: 'n\n',
    });
    expect([asked.code, asked.store.views.length]).toEqual([1, 1]);
  });

  it('gives a program what it removed', async () => {
    const { output } = await hcm(['remove', 'payroll-sql', '--yes']);
    expect(JSON.parse(output.text)).toEqual({
      id: payroll.config.id,
      name: 'payroll-sql',
      closedSessions: 3,
    });
  });
});

describe('hcm restart', () => {
  it('restarts in the host that runs', async () => {
    const run = await hcm(['restart', 'payroll-sql']);
    expect(run.code).toBe(0);
    expect(run.store.asked.at(-1)).toEqual({
      name: 'connections.restart',
      input: { id: payroll.config.id, by: 'kim' },
    });
    expect(JSON.parse(run.output.text)).toMatchObject({ name: 'payroll-sql', enabled: true, running: true });
    expect((await hcm(['restart', 'payroll-sql', '--output', 'table'])).output.text).toBe(
      'Restarting payroll-sql.\n',
    );
  });

  it('needs a host', async () => {
    const run = await hcm(['restart', 'payroll-sql'], { running: false });
    expect(run.code).toBe(3);
    expect(run.errors.text).toMatch(/^hcm: No host runs\n.*\n {2}Start one with hcm run\.\n {2}HCM5001\n$/);
  });
});

describe('hcm add', () => {
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hcm-add-'));
    await writeFile(join(folder, 'string.txt'), `${listenString}\n`);
    await writeFile(join(folder, 'none.pem'), 'no certificate');
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('takes the string from standard input and shows the row', async () => {
    const run = await hcm(['add', '-'], { typed: `${listenString}\n`, views: [] });
    expect(run.errors.text).toBe('');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.output.text)).toMatchObject({ name: 'added', namespace: 'contoso' });
    expect(run.store.asked).toEqual([
      { name: 'connections.add', input: { connectionString: `${listenString}\n`, addedBy: 'kim' } },
    ]);
  });

  it('takes it from a file and from the environment', async () => {
    const file = await hcm(['add', '--connection-string-file', join(folder, 'string.txt')], { views: [] });
    expect(file.code).toBe(0);
    const variable = await hcm(['add'], { views: [], environment: { HCM_CONNECTION_STRING: listenString } });
    expect(variable.code).toBe(0);
    expect(variable.errors.text).toBe('');
  });

  it('says to a person what happens next', async () => {
    const atOnce = await hcm(['add', '-', '--output', 'table'], { typed: listenString, views: [] });
    expect(atOnce.output.text).toBe('Added added. It connects at once.\n');
    const later = await hcm(['add', '-', '--output', 'table'], {
      typed: listenString,
      views: [],
      running: false,
    });
    expect(later.output.text).toBe('Added added. It connects when a host runs (hcm run).\n');
  });

  it('passes the endpoint and the name on, and warns of an address', async () => {
    const whole = listenString.replace(';EntityPath=added', '');
    const argv = ['add', '-', '--name', 'sql', '--endpoint', '10.0.0.7:1433'];
    const run = await hcm(argv, { typed: whole, views: [] });
    expect(run.code).toBe(0);
    expect(run.store.asked[0]?.input).toMatchObject({ entityPath: 'sql', endpoint: '10.0.0.7:1433' });
    expect(run.errors.text).toBe(
      '10.0.0.7 is an IP address. Some apps skip it; use a DNS name that this host knows. HCM1130\n',
    );
  });

  it('tells all that is wrong with a string, and never asks a host then', async () => {
    const run = await hcm(['add', '-'], {
      typed: 'Endpoint=sb://contoso.servicebus.windows.net/;EntityPath=x',
    });
    expect(run.code).toBe(1);
    expect(run.errors.text.match(/HCM\d+/g)).toEqual(['HCM1011', 'HCM1010']);
    expect(run.store.asked).toEqual([]);
  });

  it.each([
    ['an endpoint that is none', ['--endpoint', 'sql01'], 'HCM1030'],
    ['a CA file that is none', ['--ca-file', 'FOLDER/none.pem'], 'HCM1050'],
    ['a CA file that isn’t there', ['--ca-file', 'FOLDER/missing.pem'], 'HCM1061'],
  ])('%s', async (_name, options, code) => {
    const argv = ['add', '-', ...options.map((option) => option.replace('FOLDER', folder))];
    const run = await hcm(argv, { typed: listenString });
    expect(run.code).toBe(1);
    expect(run.errors.text.trimEnd().endsWith(code)).toBe(true);
    expect(run.store.asked).toEqual([]);
  });

  it('says of a duplicate that it exists', async () => {
    const run = await hcm(['add', '-'], { typed: listenString, views: [connectedView({ name: 'added' })] });
    expect(run.code).toBe(1);
    expect(run.errors.text).toMatch(/^hcm: Connection already exists\n/);
    expect(run.output.text).toBe('');
  });

  it('shows nothing of the key, wherever the string came from', async () => {
    for (const argv of [
      ['add', '-'],
      ['add', listenString],
      ['add', `${listenString};Bad`],
    ]) {
      const run = await hcm(argv, { typed: listenString, views: [] });
      expect(run.errors.text + run.output.text).not.toContain(key.slice(0, 12));
    }
  });
});
