/** `hcm logs` beside a real host, and what the shells ask of the program. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Stage } from '../fixtures/stage.ts';
import { startHost } from '../fixtures/tunnel.ts';
import { within } from '../fixtures/until.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.dispose());

interface Line {
  readonly level: string;
  readonly message: string;
  readonly connection?: string;
}

async function lines(...words: string[]): Promise<readonly Line[]> {
  const { exitCode, output, errors } = await stage.run(['logs', ...words]);
  expect([exitCode, errors]).toEqual([0, '']);
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** A connection whose relay nobody answers for. */
async function add(name: string): Promise<void> {
  const key = Buffer.alloc(32, 7).toString('base64');
  const input = `Endpoint=sb://localhost:1/;SharedAccessKeyName=l;SharedAccessKey=${key};EntityPath=${name}`;
  const added = await stage.run(['add', '-', '--endpoint', 'localhost:9'], { input });
  expect(added.exitCode).toBe(0);
}

describe('hcm logs', () => {
  it('shows the log with and without a host, follows it over a restart, and says where it is', async () => {
    await add('sql');
    const follower = stage.start(['logs', '--follow', '--output', 'json']);
    const first = await startHost(stage);
    await stage.run(['restart', 'sql']);
    await follower.report('the restart is followed', (report) =>
      (report as Line & { change?: string }).change === 'restarted' ? report : undefined,
    );
    const ofConnection = await lines('sql', '--since', '10m');
    expect(ofConnection.length).toBeGreaterThan(0);
    expect(ofConnection.every(({ connection }) => connection === 'sql')).toBe(true);
    const shown = await stage.run(['logs', '--activity', '--output', 'table']);
    expect(shown.output).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} sql: Restarted/mu);

    first.signal('SIGTERM');
    await first.end();
    expect((await lines('--lines', '1')).at(-1)?.message).toBe('stopped');
    expect((await stage.run(['logs', '--path'])).output).toBe(`${join(stage.home, 'hcm.log')}\n`);
    const before = follower.reports.length;
    await startHost(stage);
    await follower.report('the next host is followed', () =>
      follower.reports.slice(before).find((report) => (report as Line).message === 'ready'),
    );
    follower.signal('SIGTERM');
    expect((await follower.end()).exitCode).toBe(0);
  });

  it('ends when its reader goes', async () => {
    const host = await startHost(stage);
    const follower = stage.start(['logs', '--follow', '--output', 'json']);
    await follower.report('the log is followed', (report) => report);
    follower.closeOutput();
    // Something to write is what tells it.
    await stage.run(['config', 'set', 'drainSeconds', '5']);
    await within('the follower ends', follower.finished);
    expect(host.hasEnded).toBe(false);
  });
});

describe('hcm completion bash', () => {
  it('offers the names of the connections that are there', async () => {
    await add('payroll-sql');
    const script = await stage.run(['completion', 'bash']);
    const asked = await stage.run(['__complete', 'names']);
    expect([script.exitCode, asked.exitCode, asked.output]).toEqual([0, 0, 'payroll-sql\n']);
    const run = `${script.output}\nhcm() { printf '%s' "$ANSWER"; }; COMP_WORDS=(hcm restart pay); COMP_CWORD=2; _hcm; echo "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', run], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', ANSWER: asked.output },
    });
    expect(stdout).toBe('payroll-sql\n');
  });
});
