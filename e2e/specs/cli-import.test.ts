/** `hcm export` and `hcm import` between two hosts: the connection moves with its key and its CA. */
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import { RelayProcess } from '../fixtures/relay-process.ts';
import { SecretSearch } from '../fixtures/secret-search.ts';
import { Stage } from '../fixtures/stage.ts';
import { addConnection, startHost } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.dispose());

it('moves a connection to another host, which verifies it and connects', async () => {
  const relay = await RelayProcess.start(stage, [{ name: 'sql', endpoint: '127.0.0.1:9' }]);
  await addConnection(stage, relay, 'sql');
  const secret = { HCM_PASSPHRASE: 'correct horse battery' };
  const exported = await stage.run(['export', 'move.json'], { environment: secret });
  expect([exported.exitCode, exported.errors]).toEqual([0, '']);
  expect(JSON.parse(exported.output)).toEqual({
    file: 'move.json',
    connections: 1,
    withSecrets: true,
    withoutKey: [],
  });
  const file = join(stage.folder, 'move.json');
  expect((await stat(file)).mode & 0o777).toBe(0o600);

  const home = join(stage.folder, 'other-home');
  await mkdir(home, { mode: 0o700 });
  const other = { HCM_HOME: home, ...secret };
  const early = await stage.run(['import', 'move.json', '--yes'], { environment: other });
  expect([early.exitCode, early.errors.includes('HCM5001')]).toEqual([3, true]);
  await startHost(stage, { environment: other });
  const imported = await stage.run(['import', 'move.json', '--yes'], { environment: other });
  expect([imported.exitCode, imported.errors]).toEqual([0, '']);
  expect(JSON.parse(imported.output)).toMatchObject({
    format: 'export',
    imported: 1,
    entries: [{ name: 'sql', action: 'imported', code: null }],
  });
  const row = async (): Promise<ConnectionRow | undefined> => {
    const { output } = await stage.run(['list', '--output', 'json'], { environment: other });
    return (JSON.parse(output) as readonly ConnectionRow[])[0];
  };
  await until('the other host is connected', row, (shown) => shown?.status === 'Connected', {
    deadlineMs: 30_000,
  });

  const { gatewayConnectionString } = relay.entity('sql');
  const key = /SharedAccessKey=([^;]+)/u.exec(gatewayConnectionString)?.[1] ?? '';
  const search = new SecretSearch({ 'listen key': key, passphrase: secret.HCM_PASSPHRASE });
  const findings = stage.processes
    .filter(({ words }) => words[0] !== 'relay')
    .flatMap(({ words, output, errors }) => search.look(words.join(' '), output + errors));
  expect(findings).toEqual([]);
  expect(search.look('the export', await readFile(file))).toEqual([]);
  expect((await search.lookInFolder(home)).findings).toEqual([]);
});
