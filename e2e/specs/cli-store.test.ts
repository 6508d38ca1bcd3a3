/** The commands without a host: they work on the store, and what they refuse changes nothing. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import { ensureBuilt } from '../fixtures/built-hcm.ts';
import { commandLines } from '../fixtures/process-facts.ts';
import { Stage } from '../fixtures/stage.ts';
import { listConnections } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

/** Stands for every key: it must be found nowhere. */
const canary = 'CanaryCanaryCanaryCanaryCanaryCanaryCanary0=';

function listenString(name: string, host = 'contoso.servicebus.windows.net'): string {
  return `Endpoint=sb://${host}/;SharedAccessKeyName=defaultListener;SharedAccessKey=${canary};EntityPath=${name}`;
}

let stage: Stage;

beforeAll(() => ensureBuilt());

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(async () => {
  await expectNoCanary();
  await stage.dispose();
});

afterAll(async () => {
  for (const [, line] of await commandLines()) expect(line).not.toContain(canary);
});

/** In no output of any process of the stage, and in no file of its data folder. */
async function expectNoCanary(): Promise<void> {
  const forms = [canary, encodeURIComponent(canary), Buffer.from(canary).toString('base64').slice(0, 50)];
  const texts = stage.processes.flatMap(({ output, errors }) => [output, errors]);
  const names = await readdir(stage.home, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files) texts.push(await readFile(file, 'latin1'));
  for (const form of forms) expect(texts.filter((text) => text.includes(form))).toEqual([]);
}

async function storedFiles(): Promise<readonly string[]> {
  const names = ['connections.json', 'secrets.json'];
  return Promise.all(names.map((name) => readFile(join(stage.home, name), 'utf8').catch(() => '')));
}

describe('hcm add, list, show and remove without a host', () => {
  it('keeps a connection and shows it as Stopped', async () => {
    const words = ['add', '-', '--endpoint', 'sql01.corp.example:1433'];
    const added = await stage.run(words, { input: `${listenString('payroll-sql')}\n` });
    expect(added.exitCode).toBe(0);
    expect(added.errors).toBe('');
    const row: ConnectionRow = {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      namespace: 'contoso',
      name: 'payroll-sql',
      endpoint: 'sql01.corp.example:1433',
      status: 'Stopped',
      statusCode: null,
      endpointStatus: 'Not checked',
      numberOfListeners: null,
      sessions: 0,
      bytesIn: 0,
      bytesOut: 0,
      serviceBusEndpoint: 'contoso.servicebus.windows.net',
      createdOn: null,
      lastUpdated: null,
      endpointInAzure: null,
      keyInUse: 'primary',
      hasSecondaryKey: false,
      primaryKeyRefusedAt: null,
      secondaryKeyRefusedAt: null,
      proxy: null,
      enabled: true,
      entraAccount: null,
    };
    expect(JSON.parse(added.output)).toEqual(row);

    const list = await stage.run(['list']);
    expect(list.exitCode).toBe(0);
    expect(list.errors).toBe('No host runs, so these are the stored connections. Start one with hcm run.\n');
    expect(JSON.parse(list.output)).toEqual([row]);
    expect(JSON.parse((await stage.run(['show', 'payroll-sql'])).output)).toEqual(row);
    expect(JSON.parse((await stage.run(['show', '-ns', 'contoso', '-n', 'payroll-sql'])).output)).toEqual(
      row,
    );
    expect((await stage.run(['list', '--output', 'table'])).output).toMatch(
      /^NAME .*\npayroll-sql {2}Stopped · Since \d\d:\d\d:\d\d {2}contoso .*\n$/,
    );

    const refused = await stage.run(['remove', 'payroll-sql']);
    expect(refused.exitCode).toBe(2);
    expect(await listConnections(stage)).toHaveLength(1);
    const removed = await stage.run(['remove', 'payroll-sql', '--yes']);
    expect(removed.exitCode).toBe(0);
    expect(JSON.parse(removed.output)).toMatchObject({ name: 'payroll-sql', closedSessions: 0 });
    expect(await listConnections(stage)).toEqual([]);
  });

  it('refuses a duplicate and changes nothing', async () => {
    await stage.run(['add', '-'], { input: listenString('payroll-sql') });
    const before = await storedFiles();
    const again = await stage.run(['add', '-'], { input: listenString('Payroll-SQL') });
    expect(again.exitCode).toBe(1);
    expect(again.output).toBe('');
    expect(again.errors).toMatch(/^hcm: Connection already exists\n {2}.+\n {2}.+\n {2}HCM1040\n$/);
    expect(await storedFiles()).toEqual(before);
  });

  it('takes the string from a file, the environment, or an argument with a warning', async () => {
    const file = join(stage.folder, 'string.txt');
    await writeFile(file, `"${listenString('from-file')}"\r\n`);
    const fromFile = await stage.run(['add', '--connection-string-file', file]);
    expect(fromFile.exitCode).toBe(0);
    expect(fromFile.errors).toBe('Quotes round the string were left out. HCM1101\n');
    const environment = { HCM_CONNECTION_STRING: listenString('from-environment') };
    expect((await stage.run(['add'], { environment })).exitCode).toBe(0);
    const argument = await stage.run(['add', listenString('from-argument')]);
    expect(argument.exitCode).toBe(0);
    expect(argument.errors).toContain('Other users of this computer can see arguments.');
    const names = (await listConnections(stage)).map(({ name }) => name);
    expect(names.sort()).toEqual(['from-argument', 'from-environment', 'from-file']);
  });

  it('names the candidates where a name means several', async () => {
    await stage.run(['add', '-'], { input: listenString('sql') });
    await stage.run(['add', '-'], { input: listenString('sql', 'fabrikam.servicebus.windows.net') });
    const shown = await stage.run(['show', 'sql']);
    expect(shown.exitCode).toBe(1);
    expect(shown.errors).toContain('They are contoso/sql, fabrikam/sql.');
    expect(shown.errors).toMatch(/HCM1042\n$/);
    const one = await stage.run(['remove', 'fabrikam/sql', '--yes']);
    expect(one.exitCode).toBe(0);
    expect((await listConnections(stage)).map(({ namespace }) => namespace)).toEqual(['contoso']);
  });

  it.each([
    ['nothing', '', 'HCM1001'],
    ['garbage', `\u0000\u0001${canary}`, 'HCM1019'],
    ['a send rule', listenString('x').replace('defaultListener', 'defaultSender'), 'HCM1015'],
    ['the string of a namespace', listenString('x').replace(';EntityPath=x', ''), 'HCM1008'],
    ['far too much', 'x'.repeat(100_000), 'HCM1018'],
    ['a cut string', listenString('x').slice(0, 90), 'HCM1010'],
    ['no TLS', listenString('x').replace('sb://', 'http://'), 'HCM1007'],
  ])('refuses %s with a reason, and keeps nothing', async (_name, input, code) => {
    const { exitCode, output, errors } = await stage.run(['add', '-'], { input });
    expect(exitCode).toBe(1);
    expect(output).toBe('');
    expect(errors.match(/HCM\d{4}/g)).toContain(code);
    expect(await listConnections(stage)).toEqual([]);
  });

  it('keeps a retired BizTalk connection as Discontinued', async () => {
    const input = `Endpoint=hc://orders.hybrid.biztalk.windows.net/orders;SharedAccessKeyName=r;SharedAccessKey=${canary}`;
    const added = await stage.run(['add', '-', '--output', 'table'], { input });
    expect(added.exitCode).toBe(0);
    expect(added.output).toBe(
      'Added orders. BizTalk Hybrid Connections reached end of life, so it can’t connect.\n',
    );
    expect(await listConnections(stage)).toMatchObject([{ name: 'orders', status: 'Discontinued' }]);
  });

  it('sets a damaged file aside, says so, and goes on', async () => {
    await stage.run(['add', '-'], { input: listenString('sql') });
    await writeFile(join(stage.home, 'connections.json'), '{"version": 1, "connec');
    const list = await stage.run(['list']);
    expect(list.exitCode).toBe(0);
    expect(list.errors).toMatch(/connections\.json can’t be read and was set aside/);
    expect(list.errors).toContain('HCM4001');
    expect((await readdir(stage.home)).filter((name) => name.startsWith('connections.json.'))).not.toEqual(
      [],
    );
    expect((await stage.run(['add', '-'], { input: listenString('after') })).exitCode).toBe(0);
  });

  it('changes nothing in files of a newer version', async () => {
    const newer = JSON.stringify({ version: 99, connections: [], more: true });
    await writeFile(join(stage.home, 'connections.json'), newer);
    const added = await stage.run(['add', '-'], { input: listenString('sql') });
    expect(added.exitCode).toBe(1);
    expect(added.errors).toContain('HCM4002');
    expect(await readFile(join(stage.home, 'connections.json'), 'utf8')).toBe(newer);
  });

  it('lets many commands at once change the store one after another', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `at-once-${index}`);
    const ended = await Promise.all(
      names.map((name) => stage.run(['add', '-'], { input: listenString(name) })),
    );
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(names.map(() => 0));
    expect((await listConnections(stage)).map(({ name }) => name).sort()).toEqual(names);
  });
});

describe('the list of processes', () => {
  it('never shows a key that came from standard input', async () => {
    // Its input stays open, so that it is there to be looked at.
    const waiting = stage.start(['add', '-']);
    waiting.tell({ connectionString: listenString('x') });
    const line = await until(
      'the process is there',
      async () => (await commandLines()).get(waiting.pid) ?? '',
      (text) => text.includes('hcm.mjs add -'),
    );
    expect(line).not.toContain(canary);
  });

  it('hides a key that came as an argument as soon as the program runs', async () => {
    const send = listenString('x').replace('defaultListener', 'defaultSender');
    const forward = stage.start(['forward', send, '--port', '0', '--output', 'json']);
    await forward.report('it listens', (report) => report);
    expect((await commandLines()).get(forward.pid)).not.toContain(canary);
    forward.signal('SIGTERM');
    expect((await forward.end()).exitCode).toBe(0);
  });
});
