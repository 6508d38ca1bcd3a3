import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../contract/connection-view.ts';
import { viewAtRest } from '../contract/view-at-rest.ts';
import { HcmError } from '../contract/errors.ts';
import type { HealthItem } from '../contract/health.ts';
import { connectedView, testConfig } from '../contract/testing/test-views.ts';
import { statusChangeSchema, statusSchema, switchedSchema } from '../contract/answer-schemas.ts';
import { lookIntervalMs } from './host-follower.ts';
import { runCli } from './run-cli.ts';
import { LiveHost } from './testing/live-host.ts';
import { storeOfViews, type StoreOfViews } from './testing/store-of-views.ts';
import { createTestIo, type TestIo, type TestIoOptions } from './testing/test-io.ts';

const payroll = connectedView();
const crmId = '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11';
const crm: ConnectionView = {
  ...connectedView({ id: crmId, name: 'crm' }),
  azure: {
    ...connectedView().azure,
    status: 'unauthorized',
    problem: { code: 'HCM2020', details: { name: 'crm' } },
  },
};
const off = viewAtRest(
  testConfig({ id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a12', name: 'off', enabled: false }),
);
const retired = viewAtRest(
  testConfig({ id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a13', name: 'old', kind: 'biztalk' }),
);
const fullDisk: HealthItem = {
  code: 'HCM8021',
  connectionId: null,
  relay: null,
  since: 0,
  affected: [],
  problem: null,
  details: { file: 'connections.json' },
};
const refusedKey: HealthItem = {
  ...fullDisk,
  code: 'HCM8011',
  connectionId: crmId,
  affected: [crmId],
  details: { name: 'crm' },
};

interface Run extends TestIo {
  readonly store: StoreOfViews;
  readonly live: LiveHost;
  readonly ended: Promise<number>;
}

interface Given extends TestIoOptions {
  readonly views?: readonly ConnectionView[];
  readonly items?: readonly HealthItem[];
  readonly running?: boolean;
}

function start(argv: readonly string[], given: Given = {}): Run {
  const { views = [payroll, crm], items = [], running = true } = given;
  const io = createTestIo(given);
  const store = storeOfViews(views, running, items);
  const live = new LiveHost(views, items);
  if (!running) live.refusal = new HcmError('HCM5001');
  return Object.assign(io, { store, live, ended: runCli(argv, io, store.withHost, live) });
}

async function hcm(argv: readonly string[], given: Given = {}): Promise<Run & { readonly code: number }> {
  const run = start(argv, given);
  return Object.assign(run, { code: await run.ended });
}

describe('hcm start and stop', () => {
  it.each([
    [['stop', 'crm'], 'connections.stop', [crmId], 'Stopping crm. Open sessions may finish.\n'],
    [['start', '-ns', 'contoso', '-n', 'crm'], 'connections.start', [crmId], 'Starting crm.\n'],
    [
      ['stop', '--all'],
      'connections.stop',
      [payroll.config.id, crmId],
      'Stopping payroll-sql. Open sessions may finish.\nStopping crm. Open sessions may finish.\n',
    ],
  ])('%j', async (argv, call, ids, sentence) => {
    const run = await hcm(argv, { terminal: true, views: [payroll, crm, retired] });
    expect(run.code).toBe(0);
    expect(run.store.asked.filter(({ name }) => name === call).map(({ input }) => input)).toEqual(
      ids.map((id) => ({ id, by: 'kim' })),
    );
    expect(run.output.text).toBe(sentence);
  });

  it('without a host says when it counts', async () => {
    const started = await hcm(['start', 'crm', '--output', 'table'], { running: false });
    expect(started.output.text).toBe('crm starts when a host runs (hcm run).\n');
    const stopped = await hcm(['stop', 'crm'], { running: false });
    expect(switchedSchema.array().parse(JSON.parse(stopped.output.text))).toEqual([
      { id: crmId, name: 'crm', namespace: 'contoso', enabled: false, running: false },
    ]);
    expect(stopped.store.asked.at(-1)?.name).toBe('connections.stop');
  });

  it('says why a retired connection can’t be started', async () => {
    const run = await hcm(['start', 'old'], { views: [retired] });
    expect(run.code).toBe(1);
    expect(run.errors.text).toMatch(/^hcm: old can’t be started\n {2}BizTalk .*\n.*\n {2}HCM1090\n$/);
    expect(run.store.asked.map(({ name }) => name)).toEqual(['connections.snapshot']);
  });

  it.each([[['start']], [['stop', 'crm', '--all']], [['start', '--all', '-n', 'crm']]])(
    '%j is wrong use',
    async (argv) => {
      expect((await hcm(argv)).code).toBe(2);
    },
  );

  it('says which connections a name means', async () => {
    const twin = connectedView({ id: crmId, host: 'fabrikam.servicebus.windows.net' });
    for (const verb of ['start', 'stop', 'status']) {
      const run = await hcm([verb, 'payroll-sql'], { views: [payroll, twin] });
      expect(run.code).toBe(1);
      expect(run.errors.text).toContain('contoso/payroll-sql, fabrikam/payroll-sql');
    }
  });
});

describe('hcm status', () => {
  it('gives a program the host, its health and its connections', async () => {
    const run = await hcm(['status'], { items: [fullDisk, refusedKey] });
    expect(run.code).toBe(0);
    const report = statusSchema.parse(JSON.parse(run.output.text));
    expect(report).toMatchObject({
      host: { version: '0.1.0', kind: 'service', processId: 4711, startedAt: '2025-12-31T23:00:00.000Z' },
      groups: { attention: 1, recovering: 0, working: 1, off: 0 },
      states: { Connected: 1, Unauthorized: 1 },
      health: [
        { code: 'HCM8021', severity: 'high' },
        { code: 'HCM8011', affected: [crmId] },
      ],
    });
    expect(report.connections.map(({ name }) => name)).toEqual(['payroll-sql', 'crm']);
  });

  it('gives a person the bars of the window and the worst connection first', async () => {
    const run = await hcm(['status'], { terminal: true, columns: 130, items: [fullDisk] });
    expect(run.output.text.split('\n')).toEqual([
      'Host:         1 of 2 connections needs attention',
      'Runs as:      background host on hcm-weu-01',
      'Version:      0.1.0',
      'Process id:   4711',
      expect.stringMatching(/^Since: {8}\S/),
      'Data folder:  /home/kim/.config/hcm',
      'Connections:  1 Connected, 1 Unauthorized',
      '',
      'Error: connections.json can’t be written. Make room, or give this account the right to write to the data folder.',
      '',
      'NAME         STATUS                                NAMESPACE  ENDPOINT                     ENDPOINT STATUS   SESSIONS',
      'crm          Unauthorized · Azure refused the key  contoso    sql01.corp.contoso.com:1433  Reachable · 4 ms  –',
      'payroll-sql  Connected · This host and 1 other     contoso    sql01.corp.contoso.com:1433  Reachable · 4 ms  3',
      '',
    ]);
  });

  it('shows one connection with what is wrong with it', async () => {
    const shown = await hcm(['status', 'crm', '--output', 'table'], { items: [fullDisk, refusedKey] });
    expect(shown.output.text).toContain('Status:               Unauthorized · Azure refused the key\n');
    expect(shown.output.text).toContain('Azure refuses the key of crm (HCM8011)\n');
    expect(shown.output.text).not.toContain('HCM8021');
    const { output } = await hcm(['status', 'crm'], { items: [fullDisk, refusedKey] });
    const report = statusSchema.parse(JSON.parse(output.text));
    expect(report.connections.map(({ name }) => name)).toEqual(['crm']);
    expect(report.health.map(({ code }) => code)).toEqual(['HCM8011']);
  });

  it('without a host shows what is stored, and ends with 3', async () => {
    const run = await hcm(['status'], { running: false, views: [off] });
    expect(run.code).toBe(3);
    expect(statusSchema.parse(JSON.parse(run.output.text))).toMatchObject({
      host: null,
      states: { Stopped: 1 },
    });
    expect(run.errors.text).toMatch(/^No host runs; /);
  });

  it.each([
    [['status', '--watch', '--wait', 'Connected']],
    [['status', '--timeout', '3']],
    [['status', '--wait', 'Conected']],
    [['status', '--wait', 'Connected', '--timeout', '0']],
    [['status', '--wait', 'Connected', '--timeout', '1e3']],
    [['status', '--watch', '--output', 'yaml']],
    [['status', '--watch', '--output', 'table']],
    [['status', '-ns', 'contoso']],
  ])('%j is wrong use', async (argv) => {
    const run = await hcm(argv);
    expect(run.code).toBe(2);
    expect(run.output.text).toBe('');
  });
});

describe('hcm status --wait', () => {
  it('ends as soon as all that aren’t off on purpose are there', async () => {
    const views = [payroll, crm, off, retired];
    const run = start(['status', '--wait', 'connected', '--output', 'table'], { views });
    await settled(run);
    run.live.set({ ...crm, azure: payroll.azure });
    expect(await run.ended).toBe(0);
    expect(run.output.text).toBe('2 connections are Connected.\n');
    expect(run.live.attached.size).toBe(0);
    expect(run.live.clock.pending).toBe(0);
  });

  it('at the time-out says what is in the way', async () => {
    const run = start(['status', '--wait', 'Connected', '--timeout', '5']);
    await settled(run);
    run.live.clock.advance(5_000);
    expect(await run.ended).toBe(1);
    expect(run.errors.text).toBe(
      'hcm: crm isn’t Connected yet\n  5 s are over. Now: Unauthorized · Azure refused the key.\n' +
        '  Wait longer with --timeout, or see with hcm status what is in the way.\n  HCM1091\n' +
        'hcm: Azure refused the key for crm\n  It was probably regenerated.\n' +
        '  Give it the new string: hcm update with --connection-string.\n  HCM2020\n',
    );
  });

  it('waits for a host that isn’t there yet', async () => {
    const run = start(['status', 'payroll-sql', '--wait', 'Working'], { running: false });
    await settled(run);
    run.live.startAgain();
    run.live.clock.advance(lookIntervalMs);
    expect(await run.ended).toBe(0);
    expect(statusSchema.parse(JSON.parse(run.output.text)).connections[0]?.status).toBe('Connected');
  });

  it('says that no host runs', async () => {
    const run = start(['status', '--wait', 'Connected', '--timeout', '1'], { running: false });
    await settled(run);
    run.live.clock.advance(1_000);
    expect(await run.ended).toBe(1);
    expect(run.errors.text).toContain('1 s are over. Now: No host runs.');
    expect(run.errors.text).toContain('HCM5001');
  });

  it('needs no host for Stopped', async () => {
    const run = await hcm(['status', 'off', '--wait', 'Stopped'], { running: false, views: [off] });
    expect(run.code).toBe(0);
  });

  it('doesn’t wait where that can’t help', async () => {
    const missing = await hcm(['status', 'nothing', '--wait', 'Connected']);
    expect(missing.code).toBe(1);
    expect(missing.errors.text).toContain('HCM1041');
    const run = createTestIo();
    const live = new LiveHost([payroll]);
    live.refusal = new HcmError('HCM5003');
    expect(await runCli(['status', '--wait', 'Connected'], run, storeOfViews([]).withHost, live)).toBe(1);
    expect(run.errors.text).toContain('HCM5003');
  });
});

describe('hcm status --watch for programs', () => {
  it('writes a line for each change, and none for what stays', async () => {
    const run = start(['status', '--watch']);
    await run.output.shown(/"event":"health"/);
    run.live.set(payroll);
    run.live.set({ ...payroll, sessions: 4 });
    run.live.setHealth([fullDisk]);
    run.live.remove(crmId);
    run.live.end();
    await run.output.shown(/"code":"HCM5001"/);
    run.sendSignal();
    expect(await run.ended).toBe(0);
    const lines = run.output.text.trimEnd().split('\n');
    const changes = lines.map((line) => statusChangeSchema.parse(JSON.parse(line)));
    const said = changes.map((change) =>
      change.event === 'connection' ? `${change.connection.name} ${change.connection.status}` : change.event,
    );
    expect(said).toEqual([
      'host',
      'payroll-sql Connected',
      'crm Unauthorized',
      'health',
      'payroll-sql Connected',
      'health',
      'removed',
      'host',
      'payroll-sql Unknown',
    ]);
    expect(run.live.attached.size).toBe(0);
    expect(run.live.clock.pending).toBe(0);
  });
});

describe('hcm status --watch on a terminal', () => {
  it('follows events and size, survives a restart of the host, and leaves the terminal as it was', async () => {
    const run = start(['status', '--watch'], { terminal: true, columns: 140, rows: 12 });
    await picture(run, /crm +Unauthorized/);
    expect(run.output.text.startsWith('\u001b[?1049h\u001b[?25l')).toBe(true);
    expect(shown(run)).toEqual([
      '1 of 2 connections needs attention',
      'hcm-weu-01 · background host running for 1 hour · 0.1.0',
      '',
      'NAME         STATUS                                NAMESPACE  ENDPOINT                     ENDPOINT STATUS   SESSIONS  TRAFFIC',
      'crm          Unauthorized · Azure refused the key  contoso    sql01.corp.contoso.com:1433  Reachable · 4 ms  –         –',
      'payroll-sql  Connected · This host and 1 other     contoso    sql01.corp.contoso.com:1433  Reachable · 4 ms  3         –',
      '',
      'q or Ctrl+C ends it.',
    ]);
    // The same figure as in the window: bytes both ways between two beats.
    run.live.clock.advance(1_000);
    run.live.set({ ...payroll, bytesIn: payroll.bytesIn + 4_000, bytesOut: payroll.bytesOut + 1_000 });
    run.live.clock.advance(1_000);
    expect(shown(run).join('\n')).toMatch(/payroll-sql .* 3 +5 kB\/s/);

    run.resize(60, 12);
    expect(shown(run)[3]).toBe('NAME         STATUS');
    expect(shown(run).every((line) => line.length < 60)).toBe(true);
    run.resize(90, 5);
    expect(shown(run)).toHaveLength(5);
    expect(shown(run).at(-1)).toBe('1 more. q or Ctrl+C ends it.');
    run.typed.write('\u001b[B');
    await picture(run, /payroll-sql/);
    expect(shown(run).join('\n')).not.toContain('crm');

    run.resize(140, 12);
    run.live.end();
    run.live.clock.advance(50);
    expect(shown(run)[0]).toBe('The background host isn’t answering');
    expect(shown(run)).toContain('Error: The background host has ended, so no connection runs.');
    expect(shown(run).join('\n')).toMatch(/crm +Unknown · Last known/);
    run.live.startAgain({ ...crm, azure: payroll.azure });
    run.live.clock.advance(lookIntervalMs);
    await picture(run, /All 2 connections are working/);

    run.typed.write('q');
    expect(await run.ended).toBe(0);
    expect(run.output.text.endsWith('\u001b[?25h\u001b[?1049l')).toBe(true);
    expect(run.rawModes).toEqual([true, false]);
    expect(run.live.attached.size).toBe(0);
    expect(run.live.clock.pending).toBe(0);
  });

  it.each([
    ['Ctrl+C', (run: Run) => void run.typed.write('\u0003')],
    ['a signal', (run: Run) => run.sendSignal()],
  ])('%s ends it', async (_name, end) => {
    const run = start(['status', '--watch'], { terminal: true });
    await picture(run, /crm/);
    end(run);
    expect(await run.ended).toBe(0);
    expect(run.rawModes).toEqual([true, false]);
  });

  it('restores the terminal before it says what is wrong', async () => {
    const run = start(['status', 'nothing', '--watch'], { terminal: true });
    expect(await run.ended).toBe(1);
    expect(run.output.text.endsWith('\u001b[?25h\u001b[?1049l')).toBe(true);
    expect(run.errors.text).toContain('HCM1041');
  });

  it('is lines on a terminal that can’t be drawn on', async () => {
    const run = start(['status', '--watch'], { terminal: true, environment: { TERM: 'dumb' } });
    await run.output.shown(/"event":"health"/);
    run.sendSignal();
    await run.ended;
    expect(run.output.text).not.toContain('\u001b');
  });
});

describe('--quiet and --no-color', () => {
  it.each([
    [['-q', 'list'], { running: false }],
    [['list', '--quiet'], { running: false }],
    [['restart', 'crm', '-q', '--output', 'table'], {}],
    [['stop', 'crm', '-q', '--output', 'table'], {}],
    [['remove', 'crm', '--yes', '--quiet', '--output', 'table'], {}],
  ])('%j writes no notes and no confirmations', async (argv, given) => {
    const run = await hcm(argv, given);
    expect(run.code).toBe(0);
    expect(run.errors.text).toBe('');
    expect(run.output.text.startsWith('[') || run.output.text === '').toBe(true);
  });

  it('keeps errors', async () => {
    const run = await hcm(['-q', 'show', 'nothing']);
    expect(run.errors.text).toContain('HCM1041');
  });

  it('colours state words on terminals, unless that is not wanted', async () => {
    const colored = await hcm(['list'], { terminal: true, colors: true });
    expect(colored.output.text).toContain('\u001b[31mUnauthorized\u001b[39m · ');
    for (const argv of [
      ['--no-color', 'list'],
      ['list', '--no-color'],
    ]) {
      const plain = await hcm(argv, { terminal: true, colors: true });
      expect(plain.output.text).not.toContain('\u001b');
    }
  });
});

/** The lines of the last picture. */
function shown({ output }: TestIo): readonly string[] {
  const [picture = ''] = output.text.split('\u001b[H').at(-1)?.split('\u001b[J') ?? [];
  return picture.split('\r\n').map((line) => line.replaceAll('\u001b[2K', ''));
}

/** Lets time go on until the last picture holds the pattern: pictures are joined. */
async function picture(run: Run, pattern: RegExp): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (pattern.test(shown(run).join('\n'))) return;
    await settled(run);
    run.live.clock.advance(1);
  }
  expect(shown(run)).toContain(pattern);
}

/** What is on its way through promises has arrived. */
async function settled({ live }: Run): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  expect(live.asked).toContain('connect');
}
