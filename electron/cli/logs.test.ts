import { appendFile, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Activity } from '../contract/activity.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { sessionLine } from '../engine/activity/session-line.ts';
import { localTime } from './render/local-time.ts';
import { runCli } from './run-cli.ts';
import { storeOfViews } from './testing/store-of-views.ts';
import { createTestIo, type TestIo, type TestIoOptions } from './testing/test-io.ts';

const view = connectedView();
const connectionId = view.config.id;
const noon = Date.parse('2026-11-22T12:00:00.250Z');

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hcm-logs-'));
});

afterEach(() => rm(home, { recursive: true, force: true }));

function line(minute: number, fields: object = {}): string {
  const time = new Date(noon + minute * 60_000).toISOString();
  return `${JSON.stringify({ level: 'info', time, message: `at ${minute}`, ...fields })}\n`;
}

function start(
  words: readonly string[],
  options: TestIoOptions = {},
): TestIo & { readonly ended: Promise<number> } {
  const io = createTestIo({ ...options, environment: { HCM_HOME: home } });
  return { ...io, ended: runCli(['logs', ...words], io, storeOfViews([view]).withHost) };
}

async function logs(words: readonly string[], options: TestIoOptions = {}) {
  const { ended, output, errors } = start(words, options);
  return { code: await ended, output: output.text, errors: errors.text };
}

const messages = (output: string): readonly string[] =>
  output
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => (JSON.parse(text) as { message: string }).message);

describe('hcm logs', () => {
  it('gives programs the last lines as they are, of the older files, too', async () => {
    await writeFile(join(home, 'hcm.log.1'), line(0) + line(1));
    await writeFile(join(home, 'hcm.log'), `${line(2)}no JSON\n${line(3, { secret: '***' })}{"torn`);
    const { code, output } = await logs([]);
    expect(code).toBe(0);
    expect(output).toBe(line(0) + line(1) + line(2) + line(3, { secret: '***' }));
    expect(messages((await logs(['--lines', '2'])).output)).toEqual(['at 2', 'at 3']);
    expect((await logs(['--lines', '0'])).output).toBe('');
  });

  it('gives people their own time, the level, and the fields', async () => {
    const fields = { level: 'warn', code: 'HCM2001', reason: 'two words', of: { a: 1 }, evil: '\u001b[31m' };
    await writeFile(join(home, 'hcm.log'), line(0, fields));
    const { output } = await logs([], { terminal: true });
    expect(output).toBe(
      `${localTime(noon)} WARN  at 0  code=HCM2001  reason="two words"  of={"a":1}  evil="\\u001b[31m"\n`,
    );
    expect(localTime(noon)).toMatch(/^2026-11-2\d \d\d:\d\d:00\.250$/u);
  });

  it('puts the id of a connection behind everything else', async () => {
    await writeFile(join(home, 'hcm.log'), line(0, { connectionId, connection: 'payroll-sql' }));
    expect((await logs(['--output', 'table'])).output).toBe(
      `${localTime(noon)} INFO  at 0  connection=payroll-sql  connectionId=${connectionId}\n`,
    );
  });

  it('keeps to a level, a time and a connection', async () => {
    await writeFile(
      join(home, 'hcm.log'),
      [
        line(0, { level: 'error', connectionId }),
        line(1, { level: 'warn' }),
        line(2, { connectionId }),
        line(3, { level: 'debug', connectionId }),
        line(4, { level: 'error', connectionId }),
      ].join(''),
    );
    const shown = async (...words: string[]) => messages((await logs(words)).output);
    expect(await shown('--level', 'warn')).toEqual(['at 0', 'at 1', 'at 4']);
    expect(await shown('--level', 'warn', '--lines', '1')).toEqual(['at 4']);
    expect(await shown('payroll-sql')).toEqual(['at 0', 'at 2', 'at 3', 'at 4']);
    expect(await shown('--connection', 'payroll-sql', '--level', 'info')).toEqual(['at 0', 'at 2', 'at 4']);
    expect(await shown('--since', new Date(noon + 150_000).toISOString())).toEqual(['at 3', 'at 4']);
    const none = await logs(['--since', '1s']);
    expect([none.code, none.output]).toEqual([0, '']);
    expect(none.errors).toContain('There are no such lines in ');
    expect((await logs(['nothing'])).errors).toContain('HCM1041');
  });

  it('shows sessions and activity with the names of their connections', async () => {
    const session = sessionLine(
      {
        id: '3f2a91c4-6e0c-4a55-9a53-1c1f6f1f2a10',
        connectionId,
        trackingId: 't',
        peer: '20.4.1.9:50123',
        startedAt: noon - 65_000,
        endedAt: noon,
        dialMs: 4,
        endpoint: { host: 'sql01', port: 1433, address: null },
        bytesIn: 2_100_000,
        bytesOut: 512,
        closedBy: 'app',
        code: null,
        detail: '1000',
      },
      'payroll-sql',
    );
    const activity: Activity = {
      id: '3f2a91c4-6e0c-4a55-9a53-1c1f6f1f2a11',
      connectionId,
      at: noon,
      times: 1,
      kind: 'change',
      change: 'restarted',
      detail: null,
      by: 'kim',
    };
    await writeFile(join(home, 'sessions.log'), session);
    await writeFile(join(home, 'activity.log'), `${JSON.stringify(activity)}\n`);
    const table = ['--output', 'table'];
    expect((await logs(['--sessions', ...table])).output).toBe(
      `${localTime(noon)} payroll-sql: 20.4.1.9:50123 to sql01:1433, 1 min 5 s, 2.1 MB to endpoint, 512 B to app. App closed it\n`,
    );
    const shown = (await logs(['--activity', ...table])).output;
    expect(shown).toMatch(/ payroll-sql: .+ \(kim\)\n$/u);
    expect((await logs(['--sessions', 'payroll-sql'])).output).toBe(session);
  });

  it('says where the files are', async () => {
    await writeFile(join(home, 'hcm.log'), '');
    await writeFile(join(home, 'hcm.log.1'), '');
    const paths = [join(home, 'hcm.log'), join(home, 'hcm.log.1')];
    expect((await logs(['--path'])).output).toBe(paths.map((path) => `${path}\n`).join(''));
    expect(JSON.parse((await logs(['--path', '--output', 'json'])).output)).toEqual(paths);
    expect((await logs(['--path', '--sessions'])).output).toBe('');
  });

  it.each([
    [['--level', 'loud']],
    [['--since', 'yesterday']],
    [['--lines', '-1']],
    [['--lines', '100001']],
    [['--activity', '--sessions']],
    [['--sessions', '--level', 'warn']],
    [['payroll-sql', '--connection', 'payroll-sql']],
  ])('%j is wrong use', async (words) => {
    const { code, errors } = await logs(words);
    expect([code, errors]).toEqual([2, expect.stringContaining('HCM1060')]);
  });
});

describe('hcm logs --follow', () => {
  it('goes on over a rotation, keeps to what is asked for, and ends with a signal', async () => {
    await writeFile(join(home, 'hcm.log'), line(0) + line(1));
    const run = start(['--follow', '--lines', '1', '--level', 'info']);
    await run.output.shown(/at 1/u);
    await appendFile(join(home, 'hcm.log'), line(2, { level: 'debug' }) + line(3));
    await run.output.shown(/at 3/u);
    await appendFile(join(home, 'hcm.log'), line(4));
    await rename(join(home, 'hcm.log'), join(home, 'hcm.log.1'));
    await writeFile(join(home, 'hcm.log'), line(5));
    await run.output.shown(/at 5/u);
    run.sendSignal();
    expect(await run.ended).toBe(0);
    expect(messages(run.output.text)).toEqual(['at 1', 'at 3', 'at 4', 'at 5']);
  });

  it('waits for a log that isn’t there yet', async () => {
    const run = start(['-f']);
    await writeFile(join(home, 'hcm.log'), line(0));
    await run.output.shown(/at 0/u);
    run.sendSignal();
    expect(await run.ended).toBe(0);
  });

  it('ends when nobody reads any more', async () => {
    await writeFile(join(home, 'hcm.log'), line(0));
    const run = start(['-f']);
    await run.output.shown(/at 0/u);
    run.output.isGone = true;
    expect(await run.ended).toBe(0);
  });
});
