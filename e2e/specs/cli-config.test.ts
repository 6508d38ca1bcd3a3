/** `hcm config` as people and scripts run it: with and without a host, for the host and for one connection. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingNames } from '../../electron/contract/settings.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { addConnection, startHost } from '../fixtures/tunnel.ts';

interface Row {
  readonly name: string;
  readonly value: number | string | null;
  readonly default: number | string | null;
  readonly isChanged: boolean;
}

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(async () => {
  await stage.dispose();
});

async function config(...words: string[]): Promise<readonly Row[]> {
  const { exitCode, output, errors } = await stage.run(['config', ...words, '--output', 'json']);
  expect([exitCode, errors]).toEqual([0, '']);
  const read = JSON.parse(output) as Row | readonly Row[];
  return Array.isArray(read) ? (read as readonly Row[]) : [read as Row];
}

async function refused(
  ...words: string[]
): Promise<{ readonly exitCode: number | null; readonly errors: string }> {
  const { exitCode, errors } = await stage.run(['config', ...words]);
  return { exitCode, errors };
}

function stored(file: string): Promise<string> {
  return readFile(join(stage.home, file), 'utf8');
}

describe('hcm config', () => {
  it.each([false, true])('lists, gets, sets and unsets; a host runs: %s', async (withHost) => {
    if (withHost) await startHost(stage);
    const all = await config('list');
    expect(all.map(({ name }) => name)).toEqual(settingNames);
    expect(all.filter(({ isChanged }) => isChanged)).toEqual([]);
    expect(await config('get', 'drainSeconds')).toMatchObject([{ value: 60, default: 60, isChanged: false }]);
    expect(await config('set', 'drainSeconds', '5')).toMatchObject([
      { value: 5, default: 60, isChanged: true },
    ]);
    expect(await config('set', 'logLevel', 'warn')).toMatchObject([{ value: 'warn' }]);
    expect(JSON.parse(await stored('settings.json'))).toMatchObject({
      settings: { drainSeconds: 5, logLevel: 'warn' },
    });
    expect((await config('list')).filter(({ isChanged }) => isChanged).map(({ name }) => name)).toEqual([
      'drainSeconds',
      'logLevel',
    ]);
    expect(await config('unset', 'drainSeconds')).toMatchObject([{ value: 60, isChanged: false }]);
    expect(await stored('settings.json')).not.toContain('drainSeconds');
  });

  it('shows people a table', async () => {
    await stage.run(['config', 'set', 'maxSessions', '50']);
    const { output } = await stage.run(['config', 'list', '--output', 'table']);
    expect(output).toMatch(/^SETTING +VALUE +INSTEAD OF +ALLOWED +WHAT IT IS$/m);
    expect(output).toMatch(/^drainSeconds +60 s +0-3600 +time for open sessions/m);
    expect(output).toMatch(/^maxSessions +50 +5000 +1-100000 /m);
    const one = await stage.run(['config', 'get', 'maxSessions', '--output', 'table']);
    expect(one.output).toBe('50 (set here; without that 5000)\n');
  });

  it('refuses what a setting can’t have, names its limits, and changes nothing', async () => {
    await stage.run(['config', 'set', 'idleMinutes', '30']);
    for (const value of ['-1', '10081', 'x', '', '1.5', '1e3']) {
      const { exitCode, errors } = await refused('set', 'idleMinutes', '--', value);
      expect(exitCode).toBe(1);
      expect(errors).toContain('It takes whole numbers from 0 to 10080.');
      expect(errors).toContain('HCM1062');
    }
    const level = await refused('set', 'logLevel', 'loud');
    expect(level.errors).toContain('It takes one of these: debug, info, warn, error.');
    expect(await config('get', 'idleMinutes')).toMatchObject([{ value: 30 }]);
    const unknown = await refused('set', 'verifyTls', 'false');
    expect(unknown.exitCode).toBe(2);
    expect(unknown.errors).toContain('There is no such setting. There are: drainSeconds, ');
    expect((await refused('get')).exitCode).toBe(2);
  });

  it.each([false, true])('holds limits of one connection; a host runs: %s', async (withHost) => {
    const relay = await RelayProcess.start(stage, [{ name: 'sql', endpoint: '127.0.0.1:9' }]);
    await addConnection(stage, relay, 'sql');
    if (withHost) await startHost(stage);
    await stage.run(['config', 'set', 'maxSessionsPerConnection', '300']);
    const of = ['--connection', 'sql'];
    expect(await config('get', 'maxSessions', ...of)).toMatchObject([
      { value: 300, default: 300, isChanged: false },
    ]);
    expect(await config('set', 'maxSessions', '50', ...of)).toMatchObject([
      { value: 50, default: 300, isChanged: true },
    ]);
    expect((await config('list', ...of)).map(({ name, value }) => [name, value])).toEqual([
      ['maxSessions', 50],
      ['dialTimeoutSeconds', 20],
      ['idleMinutes', 0],
      ['halfCloseMinutes', 5],
      ['kilobytesPerSecond', 0],
    ]);
    const tooMany = await refused('set', 'maxSessions', '0', ...of);
    expect(tooMany.errors).toContain('It takes whole numbers from 1 to 100000.');
    expect((await refused('set', 'drainSeconds', '1', ...of)).exitCode).toBe(2);
    expect((await refused('list', '--connection', 'other')).errors).toContain('HCM1041');
    expect(await config('unset', 'maxSessions', ...of)).toMatchObject([{ value: 300, isChanged: false }]);
  });
});
