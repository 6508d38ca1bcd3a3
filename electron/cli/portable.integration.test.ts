/** `hcm export` and `hcm import` against the engine itself, at rest and running beside a relay. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEntity } from '../local-relay/entities.ts';
import type { Engine } from '../engine/engine.ts';
import { EngineWorld } from '../engine/testing/engine-world.ts';
import { exportAnswerSchema, importAnswerSchema } from '../contract/portable-answers.ts';
import type { WithHost } from './cli.ts';
import type { ImportReport } from './portable/import-report.ts';
import { runCli } from './run-cli.ts';
import { createTestIo, type TestIo, type TestIoOptions } from './testing/test-io.ts';

const fixtures = join(import.meta.dirname, '../engine/portable/fixtures');
const oldManager = join(fixtures, 'Microsoft.HybridConnectionManager.Listener.exe.config');
const passphrase = { HCM_PASSPHRASE: 'correct horse' };

let world: EngineWorld;
let folders: string;
let folder: string;

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), 'hcm-import-'));
  world = await EngineWorld.start();
});

// Engines write to their folders until they are closed.
afterAll(async () => {
  await world.close();
  rmSync(folders, { recursive: true, force: true });
});

beforeEach(() => {
  folder = mkdtempSync(join(folders, 'test-'));
});

/** An engine on a data folder of its own, at rest unless it is started. */
function engineOn(name: string): Promise<Engine> {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  return world.open({ folder: home, extraCaPem: world.relays.caPem });
}

interface Run {
  readonly code: number;
  readonly io: TestIo;
}

interface Given extends TestIoOptions {
  readonly typed?: string;
  readonly running?: boolean;
}

async function hcm(engine: Engine, words: readonly string[], given: Given = {}): Promise<Run> {
  const io = createTestIo({ workingFolder: folder, ...given });
  io.typed.end(given.typed ?? '');
  const running = given.running ?? false;
  const withHost: WithHost = (_io, work) => work({ host: engine, running });
  return { code: await runCli(words, io, withHost), io };
}

async function imported(
  engine: Engine,
  words: readonly string[],
  given: Given = {},
): Promise<ImportReport & { readonly code: number }> {
  const { code, io } = await hcm(engine, ['import', ...words, '--output', 'json'], given);
  return { ...importAnswerSchema.parse(JSON.parse(io.output.text)), code };
}

const actions = ({ entries }: ImportReport): readonly string[] =>
  entries.map(({ name, action, code }) => [name, action, code ?? ''].join(' ').trim());

async function names(engine: Engine): Promise<readonly string[]> {
  const { connections } = await engine.call('connections.snapshot', {});
  return connections.map(({ config }) => `${config.kind} ${config.name}`);
}

describe('hcm import, while no host runs', () => {
  it('shows what it would do and changes nothing', async () => {
    const engine = await engineOn('home');
    const report = await imported(engine, [oldManager, '--dry-run']);
    expect(report).toMatchObject({ code: 1, format: 'oldManager', isDryRun: true, imported: 0, notTaken: 2 });
    expect(actions(report)).toEqual([
      'payroll-sql add',
      'orders add',
      'legacy add',
      'lab add',
      'wrong-rule refused HCM1015',
      'refused HCM1083',
    ]);
    expect(await names(engine)).toEqual([]);
  });

  it('wants a host to verify, or to be told that none is needed', async () => {
    const engine = await engineOn('home');
    const { code, io } = await hcm(engine, ['import', oldManager, '--yes']);
    expect(code).toBe(3);
    expect(io.errors.text).toContain('--no-verify');
    expect(await names(engine)).toEqual([]);
  });

  it('takes over what it can, once, and names the rest', async () => {
    const engine = await engineOn('home');
    const report = await imported(engine, [oldManager, '--yes', '--no-verify']);
    expect(report).toMatchObject({ code: 1, imported: 4, notTaken: 2 });
    expect(await names(engine)).toEqual(['relay payroll-sql', 'relay orders', 'biztalk legacy', 'relay lab']);
    const again = await imported(engine, [oldManager, '--yes', '--no-verify']);
    expect(again).toMatchObject({ code: 1, imported: 0 });
    expect(actions(again).slice(0, 4)).toEqual([
      'payroll-sql unchanged',
      'orders unchanged',
      'legacy unchanged',
      'lab unchanged',
    ]);
    expect(await names(engine)).toHaveLength(4);
  });

  it('leaves what is configured as it is, unless it is told to overwrite', async () => {
    const engine = await engineOn('home');
    const file = join(folder, 'azbridge.yml');
    const key = Buffer.alloc(32, 'made-up').toString('base64');
    const config = (port: number): string =>
      [
        'AzureRelayEndpoint: sb://contoso.servicebus.windows.net/',
        'AzureRelaySharedAccessKeyName: listen',
        `AzureRelaySharedAccessKey: ${key}`,
        `RemoteForward: [{RelayName: sql, Host: localhost, HostPort: ${port}}]`,
      ].join('\n');
    writeFileSync(file, config(1433));
    expect(await imported(engine, [file, '--yes', '--no-verify'])).toMatchObject({ code: 0, imported: 1 });
    writeFileSync(file, config(1434));
    const kept = await imported(engine, [file, '--yes', '--no-verify']);
    expect(kept).toMatchObject({
      code: 1,
      imported: 0,
      entries: [{ action: 'differs', differs: ['endpoint'] }],
    });
    const { io } = await hcm(engine, ['import', file, '--dry-run', '--output', 'table']);
    expect(io.output.text).toContain('stays as it is  Other here: endpoint; --overwrite takes the file’s');
    expect(io.errors.text).toContain('hcm forward');
    const taken = await imported(engine, [file, '--yes', '--no-verify', '--overwrite']);
    expect(taken).toMatchObject({ code: 0, imported: 1, entries: [{ action: 'updated' }] });
    const { connections } = await engine.call('connections.snapshot', {});
    expect(connections[0]?.config.endpoint).toEqual({ host: 'localhost', port: 1434, source: 'manual' });
  });

  it('asks on a terminal, and only a yes counts', async () => {
    const engine = await engineOn('home');
    const words = ['import', join(fixtures, 'connections.json'), '--no-verify'];
    const no = await hcm(engine, words, { terminal: true, typed: 'n\n' });
    expect(no.code).toBe(1);
    expect(no.io.errors.text).toContain('Import 3 connections? [y/N] Nothing is imported.');
    expect(await names(engine)).toEqual([]);
    const yes = await hcm(engine, words, { terminal: true, typed: 'y\n' });
    expect(yes.io.errors.text).toMatch(/^ENTRY +NAME +NAMESPACE +ENDPOINT +IMPORT +WHY$/m);
    expect(yes.io.errors.text).toMatch(/HCM1088: .+ Add it with hcm add and its connection string\./);
    expect(yes.io.output.text).toBe('3 connections are imported. 4 entries aren’t.\n');
    expect(await names(engine)).toHaveLength(3);
  });

  it('looks again after the yes: what somebody else added meanwhile is left alone', async () => {
    const engine = await engineOn('home');
    const io = createTestIo({ workingFolder: folder, terminal: true });
    const words = ['import', join(fixtures, 'azbridge_config.yml'), '--no-verify'];
    const done = runCli(words, io, (_io, work) => work({ host: engine, running: false }));
    await io.errors.shown(/Import 3 connections\? \[y\/N\] $/);
    const key = Buffer.alloc(32, 'another').toString('base64');
    const host = 'contoso.servicebus.windows.net';
    const connectionString = `Endpoint=sb://${host}/;SharedAccessKeyName=mine;SharedAccessKey=${key};EntityPath=here`;
    await engine.call('connections.add', { connectionString });
    io.typed.write('y\n');
    expect(await done).toBe(1);
    expect(io.output.text).toMatch(
      /^ENTRY .+\nRemoteForward\[8\] +here +.+ stays as it is +Other here: key, endpoint; .+\n2 connections are imported\. 10 entries aren’t\.\n$/,
    );
    const { connections } = await engine.call('connections.snapshot', {});
    expect(connections.find(({ config }) => config.name === 'here')?.config.keyName).toBe('mine');
  });

  it.each([
    ['no file', ['import'], 2, 'The argument file is missing'],
    ['no terminal and no yes', ['import', oldManager], 2, '--yes'],
    ['a file that isn’t there', ['import', 'nowhere.json', '--dry-run'], 1, 'HCM1061'],
    ['a file of something else', ['import', import.meta.filename, '--dry-run'], 1, 'HCM108'],
  ])('refuses %s', async (_name, words, code, told) => {
    const run = await hcm(await engineOn('home'), words);
    expect(run.code).toBe(code);
    expect(run.io.errors.text).toContain(told);
  });

  it('reads standard input, in the encoding of Windows, too', async () => {
    const engine = await engineOn('home');
    const io = createTestIo({ workingFolder: folder });
    io.typed.end(Buffer.from(`\ufeff${readFileSync(oldManager, 'utf8')}`, 'utf16le'));
    const code = await runCli(['import', '-', '--yes', '--no-verify'], io, (_io, work) =>
      work({ host: engine, running: false }),
    );
    expect([code, (await names(engine)).length]).toEqual([1, 4]);
  });

  it('writes no key anywhere', async () => {
    const engine = await engineOn('home');
    const keys = [...readFileSync(oldManager, 'utf8').matchAll(/SharedAccessKey=([^;"&]+)/g)].map(
      ([, key]) => key!,
    );
    expect(keys.length).toBeGreaterThan(4);
    for (const words of [['--dry-run'], ['--yes', '--no-verify'], ['--dry-run', '--output', 'table']]) {
      const { io } = await hcm(engine, ['import', oldManager, ...words]);
      for (const key of keys) expect(io.output.text + io.errors.text).not.toContain(key);
    }
  });
});

describe('hcm export', () => {
  it('goes round: another host gets everything, its keys too', async () => {
    const from = await engineOn('from');
    await hcm(from, ['import', oldManager, '--yes', '--no-verify']);
    const written = await hcm(from, ['export', 'backup.json', '--output', 'table'], {
      environment: passphrase,
    });
    expect([written.code, written.io.errors.text]).toEqual([0, '']);
    expect(written.io.output.text).toBe(
      '4 connections are in backup.json, with their keys under the passphrase.\n',
    );
    const file = join(folder, 'backup.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key =
      /SharedAccessKey=([^;]+);EntityPath=payroll-sql/.exec(readFileSync(oldManager, 'utf8'))?.[1] ?? '-';
    expect(readFileSync(file, 'utf8')).not.toContain(key);

    const to = await engineOn('to');
    const wrong = await hcm(to, ['import', file, '--yes', '--no-verify'], {
      environment: { HCM_PASSPHRASE: 'another horse' },
    });
    expect([wrong.code, wrong.io.errors.text.includes('HCM1086')]).toEqual([1, true]);
    expect(await names(to)).toEqual([]);
    const report = await imported(to, [file, '--yes', '--no-verify'], { environment: passphrase });
    expect(report).toMatchObject({ code: 0, format: 'export', imported: 4 });
    expect(await names(to)).toEqual(await names(from));
    // The same keys: the host itself compares them.
    expect(actions(await imported(to, [oldManager, '--dry-run'])).slice(0, 2)).toEqual([
      'payroll-sql unchanged',
      'orders unchanged',
    ]);
  });

  it('brings the settings along, and takes them only where that is asked for', async () => {
    const source = await engineOn('source');
    const proxyUrl = 'http://kim@proxy.corp:8080';
    await source.call('settings.set', {
      drainSeconds: 120,
      proxyMode: 'manual',
      proxyUrl,
      logLevel: 'debug',
    });
    await source.call('proxy.setPassword', { password: 'proxy-4711-secret' });
    await hcm(source, ['export', 'move.json'], { environment: passphrase });
    expect(readFileSync(join(folder, 'move.json'), 'utf8')).not.toContain('proxy-4711-secret');

    const target = await engineOn('target');
    await target.call('settings.set', { drainSeconds: 30 });
    const words = [join(folder, 'move.json'), '--no-verify'];
    const left = await hcm(target, ['import', ...words, '--yes'], { environment: passphrase });
    expect(left.code).toBe(0);
    expect(left.io.errors.text).toContain(
      'other settings, too: drainSeconds, proxyMode, proxyUrl, password of the proxy. They stay',
    );
    expect((await target.call('settings.get', {})).settings.drainSeconds).toBe(30);

    const dry = await imported(target, [...words, '--settings', '--dry-run'], { environment: passphrase });
    expect(dry.settings.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['drainSeconds', 30, 120],
      ['proxyMode', 'system', 'manual'],
      ['proxyUrl', null, proxyUrl],
    ]);
    expect((await target.call('settings.get', {})).settings.drainSeconds).toBe(30);

    const asked = { environment: passphrase, terminal: true };
    const refused = await hcm(target, ['import', ...words, '--settings'], { ...asked, typed: 'n\n' });
    expect(refused.code).toBe(1);
    expect(refused.io.errors.text).toContain('~ drainSeconds: 30 → 120\n');
    expect(refused.io.errors.text).toContain('Change the settings of this host? [y/N]');
    expect((await target.call('proxy.get', {})).hasPassword).toBe(false);
    const taken = await hcm(target, ['import', ...words, '--settings'], { ...asked, typed: 'y\n' });
    expect(taken.code).toBe(0);
    expect(taken.io.output.text + taken.io.errors.text).not.toContain('proxy-4711-secret');
    const { settings, changed } = await target.call('settings.get', {});
    expect(settings).toMatchObject({ drainSeconds: 120, proxyMode: 'manual', proxyUrl, logLevel: 'info' });
    expect(changed).not.toContain('logLevel');
    expect((await target.call('proxy.get', {})).hasPassword).toBe(true);

    // What is the same needs no change, and a password that is there stays.
    const again = await imported(target, [...words, '--settings', '--yes'], { environment: passphrase });
    expect(again).toMatchObject({ settings: [], takesSettings: true, code: 0 });
  });

  it('without secrets holds none, and importing it says what to do', async () => {
    const from = await engineOn('from');
    await hcm(from, ['import', oldManager, '--yes', '--no-verify']);
    const { io } = await hcm(from, ['export', '--without-secrets']);
    expect(io.output.text).not.toContain('SharedAccessKey');
    const file = join(folder, 'plain.json');
    writeFileSync(file, io.output.text);
    const to = await engineOn('to');
    const report = await imported(to, [file, '--yes', '--no-verify']);
    expect(report.code).toBe(1);
    expect(actions(report)).toEqual([
      'payroll-sql refused HCM1088',
      'orders refused HCM1088',
      'legacy imported',
      'lab refused HCM1088',
    ]);
    expect(await imported(from, [file, '--dry-run'])).toMatchObject({ code: 0, notTaken: 0 });
  });

  it('overwrites nothing unless it is told to, and leaves nothing half-written', async () => {
    const engine = await engineOn('home');
    writeFileSync(join(folder, 'there.json'), 'before');
    const words = ['export', 'there.json', '--without-secrets'];
    const kept = await hcm(engine, words);
    expect([kept.code, kept.io.errors.text.includes('HCM1089')]).toEqual([1, true]);
    expect(readFileSync(join(folder, 'there.json'), 'utf8')).toBe('before');
    const forced = await hcm(engine, [...words, '--force']);
    expect(forced.code).toBe(0);
    expect(exportAnswerSchema.parse(JSON.parse(forced.io.output.text))).toEqual({
      file: 'there.json',
      connections: 0,
      withSecrets: false,
      withoutKey: [],
    });
    expect(readFileSync(join(folder, 'there.json'), 'utf8')).toContain('"hcm-export"');
    expect(statSync(join(folder, 'there.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).sort()).toEqual(['home', 'there.json']);
    const nowhere = await hcm(engine, ['export', 'no/such/folder.json', '--without-secrets']);
    expect(nowhere.io.errors.text).toContain('HCM4005');
  });

  it('takes a passphrase from a file or a terminal, twice the same, and no weak one', async () => {
    const engine = await engineOn('home');
    writeFileSync(join(folder, 'phrase.txt'), 'correct horse\r\n');
    const file = join(folder, 'phrase.txt');
    chmodSync(file, 0o600);
    const words = ['export', 'a.json'];
    expect((await hcm(engine, [...words, '--passphrase-file', file])).code).toBe(0);
    for (const [given, told] of [
      [{}, 'A passphrase is needed'],
      [{ environment: { HCM_PASSPHRASE: 'short' } }, 'fewer than 8 characters'],
    ] as const) {
      const { code, io } = await hcm(engine, words, given);
      expect([code, io.errors.text.includes(told)]).toEqual([2, true]);
    }
    const both = await hcm(engine, [...words, '--without-secrets', '--passphrase-file', file]);
    expect(both.code).toBe(2);
    for (const [again, code] of [
      ['correct horse', 0],
      ['correct house', 2],
    ] as const) {
      const io = createTestIo({ workingFolder: folder, terminal: true });
      const done = runCli(['export', `${code}.json`], io, (_io, work) =>
        work({ host: engine, running: false }),
      );
      await io.errors.shown(/Passphrase \(it stays hidden\): $/);
      io.typed.write('correct horse\r');
      await io.errors.shown(/again: $/);
      io.typed.write(`${again}\r`);
      expect(await done).toBe(code);
      expect(io.errors.text).not.toContain('horse');
      expect(io.rawModes).toEqual([true, false, true, false]);
    }
    expect(existsSync(join(folder, '2.json'))).toBe(false);
  });
});

describe('hcm import, while the host runs', () => {
  it('asks Azure first, and takes only what it says yes to', async () => {
    const engine = await engineOn('home');
    await engine.start();
    const good = await world.relayString('sql');
    const wrongKey = good.replace(
      /SharedAccessKey=[^;]+/,
      `SharedAccessKey=${Buffer.alloc(32, 1).toString('base64')}`,
    );
    world.relays.relay.addEntity(createEntity('other', { endpoint: 'localhost:1' }));
    const strings = [
      good,
      world.relays.relay.gatewayConnectionString('other'),
      wrongKey.replace('EntityPath=sql', 'EntityPath=other2'),
      good.replace('localhost:', 'relay.invalid:').replace('EntityPath=sql', 'EntityPath=far'),
      good.replace('localhost:', 'relay.invalid:').replace('EntityPath=sql', 'EntityPath=far2'),
    ];
    const elements = strings.map((text) => `<hybridConnection connectionString="${text}"/>`).join('');
    const file = join(folder, 'old.config');
    writeFileSync(
      file,
      `<configuration><hybridConnections><connectionStrings>${elements}</connectionStrings></hybridConnections></configuration>`,
    );
    const first = await imported(engine, [file, '--yes'], { running: true });
    expect(first).toMatchObject({ code: 1, imported: 2, notTaken: 3 });
    expect(actions(first)).toEqual([
      'sql imported',
      'other imported',
      expect.stringMatching(/^other2 unverified HCM202\d$/) as string,
      'far unverified HCM2001',
      'far2 unverified HCM2001',
    ]);
    const { connections } = await engine.call('connections.snapshot', {});
    const sql = connections.find(({ config }) => config.name === 'sql');
    await world.until(engine, sql?.config.id ?? '', 'connected', ({ azure }) => azure.status === 'connected');
    expect(sql?.config.addedBy).toBe('kim');

    const second = await imported(engine, [file, '--yes', '--keep-unverified'], { running: true });
    expect(second).toMatchObject({ code: 0, imported: 3, notTaken: 0 });
    expect(await names(engine)).toHaveLength(5);
  });

  it('tries the endpoints that the file names, and only remarks on them', async () => {
    const engine = await engineOn('home');
    await engine.start();
    const text = await world.relayString('bridge');
    const file = join(folder, 'azbridge.yml');
    writeFileSync(
      file,
      `RemoteForward: [{RelayName: bridge, ConnectionString: "${text}", Host: 127.0.0.1, HostPort: 1}]`,
    );
    const report = await imported(engine, [file, '--yes'], { running: true });
    expect(actions(report)).toEqual(['bridge imported HCM3102']);
    expect(report.code).toBe(0);
  });
});
