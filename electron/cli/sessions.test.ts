import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answers } from '../contract/answer-schemas.ts';
import type { CallInput, CallName, CallOutput, Host, SessionView } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { sessionLine } from '../engine/activity/session-line.ts';
import type { SessionRecord } from '../engine/tunnel/session-record.ts';
import { runCli } from './run-cli.ts';
import { createTestIo, type TestIoOptions } from './testing/test-io.ts';

const payroll = connectedView();
const crm = connectedView({ id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11', name: 'crm' });

const base: SessionRecord = {
  id: '3f2a91c4-6e0c-4a55-9a53-1c1f6f1f2a10',
  connectionId: payroll.config.id,
  trackingId: 'a1_G12',
  peer: '20.4.1.9:50123',
  startedAt: Date.now() - 65_000,
  endedAt: null,
  dialMs: 4.2,
  endpoint: { host: 'sql01', port: 1433, address: '10.0.0.5' },
  bytesIn: 2_100_000,
  bytesOut: 512,
  closedBy: null,
  code: null,
  detail: '',
};
const second: SessionRecord = {
  ...base,
  id: '91b0c2d3-6e0c-4a55-9a53-1c1f6f1f2a10',
  connectionId: crm.config.id,
  peer: null,
  startedAt: base.startedAt - 1,
};

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'hcm-sessions-'));
  const ended = (id: string, endedAt: number): string =>
    sessionLine({ ...base, id, endedAt, closedBy: 'endpoint', code: 'HCM3102' }, 'payroll-sql');
  const now = Date.now();
  const lines = [
    ended('00000000-6e0c-4a55-9a53-1c1f6f1f2a10', now - 2000),
    ended('11111111-6e0c-4a55-9a53-1c1f6f1f2a10', now - 1000),
    sessionLine({ ...second, endedAt: now, connectionId: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a77' }, 'removed'),
  ];
  await writeFile(join(home, 'sessions.log'), lines.join(''));
});

afterAll(() => rm(home, { recursive: true, force: true }));

interface Given extends TestIoOptions {
  readonly running?: boolean;
  readonly typed?: string;
  readonly open?: readonly SessionView[];
  /** It ends by itself before it is ended. */
  readonly gone?: string;
}

async function hcm(words: readonly string[], given: Given = {}) {
  const io = createTestIo({ ...given, environment: { HCM_HOME: home } });
  io.typed.end(given.typed ?? '');
  const changes: (readonly [CallName, unknown])[] = [];
  const open = given.open ?? [base, second];
  const answer = (name: CallName, input: unknown): unknown => {
    switch (name) {
      case 'connections.snapshot':
        return { sequence: 1, connections: [payroll, crm] };
      case 'sessions.list': {
        const { connectionId } = input as CallInput<'sessions.list'>;
        return { sessions: open.filter((one) => (connectionId ?? one.connectionId) === one.connectionId) };
      }
      case 'sessions.kill':
        changes.push([name, input]);
        if ((input as CallInput<'sessions.kill'>).id === given.gone) throw new HcmError('HCM1041');
        return {};
      case 'connections.closeSessions':
        changes.push([name, input]);
        return { closedSessions: 2 };
      default:
        throw new HcmError('HCM5006');
    }
  };
  const host: Host = {
    call: <Name extends CallName>(name: Name, input: CallInput<Name>) =>
      Promise.resolve().then(() => answer(name, input) as CallOutput<Name>),
    subscribe: () => () => undefined,
  };
  const code = await runCli(['sessions', ...words], io, (_io, work) =>
    work({ host, running: given.running ?? true }),
  );
  return { code, output: io.output.text, errors: io.errors.text, changes };
}

describe('hcm sessions', () => {
  it('lists the open ones of all connections for people, oldest first', async () => {
    const { code, output } = await hcm(['--output', 'table']);
    expect(code).toBe(0);
    expect(output.split('\n')).toEqual([
      'ID        CONNECTION   APP ADDRESS     ENDPOINT    OPEN FOR   TO ENDPOINT  TO APP',
      '91b0c2d3  crm          –               sql01:1433  1 min 5 s  2.1 MB       512 B',
      '3f2a91c4  payroll-sql  20.4.1.9:50123  sql01:1433  1 min 5 s  2.1 MB       512 B',
      '',
    ]);
  });

  it('gives a program everything, and only of one connection where one is named', async () => {
    for (const words of [['payroll-sql'], ['-ns', 'contoso', '-n', 'payroll-sql']]) {
      const { output } = await hcm(words);
      expect(JSON.parse(output)).toEqual([
        {
          id: base.id,
          connection: 'payroll-sql',
          namespace: 'contoso',
          connectionId: payroll.config.id,
          trackingId: 'a1_G12',
          peer: '20.4.1.9:50123',
          endpoint: 'sql01:1433',
          address: '10.0.0.5',
          startedAt: new Date(base.startedAt).toISOString(),
          endedAt: null,
          openMs: expect.any(Number) as number,
          dialMs: 4.2,
          bytesIn: 2_100_000,
          bytesOut: 512,
          closedBy: null,
          code: null,
          why: null,
        },
      ]);
    }
    expect((await hcm(['nothing'])).errors).toContain('HCM1041');
  });

  it('says where none is open, and that none can be without a host', async () => {
    expect((await hcm(['--output', 'table'], { open: [] })).output).toBe('No open sessions.\n');
    const without = await hcm([], { open: [], running: false });
    expect([without.code, JSON.parse(without.output)]).toEqual([0, []]);
    expect(without.errors).toBe('No host runs, so no session is open.\n');
  });

  it.each([true, false])(
    'lists the ended ones newest first, from the files; a host runs: %s',
    async (running) => {
      const { code, output } = await hcm(['--ended'], { running });
      expect(code).toBe(0);
      expect(JSON.parse(output)).toMatchObject([
        { id: '11111111-6e0c-4a55-9a53-1c1f6f1f2a10', code: 'HCM3102', closedBy: 'endpoint' },
        { id: '00000000-6e0c-4a55-9a53-1c1f6f1f2a10' },
      ]);
      const one = await hcm(['--ended', '--limit', '1', '--output', 'table'], { running });
      expect(one.output).toMatch(
        /^ID .+ WHY\n11111111 +payroll-sql .+ {2}Endpoint refused the connection · HCM3102\n$/u,
      );
      expect((await hcm(['crm', '--ended', '--output', 'table'])).output).toBe('No session has ended yet.\n');
    },
  );

  it.each([
    [['--limit', '0']],
    [['--limit', 'x']],
    [['--kill', 'a', '--ended', '--yes']],
    [['--kill', 'a', '--kill-all', 'crm', '--yes']],
    [['payroll-sql', '--kill-all', 'crm', '--yes']],
    [['-n', 'payroll-sql', '--kill-all', 'crm', '--yes']],
    [['--kill', '3f2a91c4']],
    [['--kill-all', 'crm']],
  ])('%j is wrong use', async (words) => {
    const { code, changes } = await hcm(words);
    expect([code, changes]).toEqual([2, []]);
  });
});

describe('hcm sessions --kill', () => {
  it('ends the ones whose ids begin so, each once, and says who asked', async () => {
    const { code, output, changes } = await hcm(['--kill', '3f2a', '91b0c2d3', '3f2a91c4', '--yes']);
    expect(code).toBe(0);
    expect(changes).toEqual([
      ['sessions.kill', { id: base.id, by: 'kim' }],
      ['sessions.kill', { id: second.id, by: 'kim' }],
    ]);
    expect(JSON.parse(output)).toEqual({ killed: [base.id, second.id], gone: [] });
    expect(answers['sessions --kill']?.safeParse(JSON.parse(output)).error).toBeUndefined();
  });

  it.each([
    ['y\n', 0, 1],
    ['n\n', 1, 0],
    ['', 1, 0],
  ])('asks on a terminal: %j', async (typed, code, count) => {
    const run = await hcm(['--kill', '3f2a'], { terminal: true, typed });
    expect(run.errors).toContain('End 1 session (3f2a91c4, payroll-sql from 20.4.1.9:50123)? [y/N]');
    expect([run.code, run.changes.length]).toEqual([code, count]);
  });

  it('ends none when one of them isn’t there, or several are meant', async () => {
    const missing = await hcm(['--kill', '3f2a', 'ffff', '--yes']);
    expect([missing.code, missing.changes]).toEqual([1, []]);
    expect(missing.errors).toContain('No open session has the id ffff');
    const twins = [base, { ...base, id: '3f2a91c4-6e0c-4a55-9a53-1c1f6f1f2a11' }];
    const several = await hcm(['--kill', '3f', '--yes'], { open: twins });
    expect([several.code, several.changes]).toEqual([1, []]);
    expect(several.errors).toContain('HCM1096');
  });

  it('tells those that ended by themselves meanwhile', async () => {
    const words = ['--kill', '3f2a', '91b0', '--yes', '--output', 'table'];
    const { code, output } = await hcm(words, { gone: base.id });
    expect(code).toBe(0);
    expect(output).toBe('1 session was ended. 1 had ended by itself.\n');
  });

  it('ends all of a connection', async () => {
    const { output, changes } = await hcm(['--kill-all', 'crm', '--yes']);
    expect(changes).toEqual([['connections.closeSessions', { id: crm.config.id, by: 'kim' }]]);
    expect(JSON.parse(output)).toEqual({ id: crm.config.id, name: 'crm', closedSessions: 2 });
    expect(answers['sessions --kill-all']?.safeParse(JSON.parse(output)).error).toBeUndefined();
  });

  it('ends nothing of another connection or namespace than the one that is named', async () => {
    for (const words of [
      ['payroll-sql', '--yes', '--kill', '91b0'],
      ['-n', 'payroll-sql', '--kill', '91b0', '--yes'],
      ['-ns', 'fabrikam', '--kill-all', 'crm', '--yes'],
    ]) {
      expect(await hcm(words)).toMatchObject({ code: 1, changes: [] });
    }
    expect((await hcm(['crm', '--yes', '--kill', '91b0'])).changes).toHaveLength(1);
  });

  it('needs a host', async () => {
    for (const words of [
      ['--kill', '3f2a', '--yes'],
      ['--kill-all', 'crm', '--yes'],
    ]) {
      expect(await hcm(words, { running: false })).toMatchObject({ code: 3, changes: [] });
    }
  });
});
