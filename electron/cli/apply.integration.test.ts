import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answers } from '../contract/answer-schemas.ts';
import { withHost } from './host-access.ts';
import { runCli } from './run-cli.ts';
import { createTestIo, type TestIo, type TestIoOptions } from './testing/test-io.ts';

let folder: string;
let environment: Record<string, string>;

function key(fill: number): string {
  return Buffer.alloc(32, fill).toString('base64');
}

function text(name: string, fill = 1): string {
  return `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=listen;SharedAccessKey=${key(fill)};EntityPath=${name}`;
}

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'hcm-apply-')));
  environment = { HCM_HOME: join(folder, 'home'), SQL: text('sql'), ERP: text('erp') };
  await mkdir(environment['HCM_HOME'] ?? '', { mode: 0o700 });
});

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

function io(options: TestIoOptions = {}): TestIo {
  return {
    ...createTestIo({ environment, workingFolder: folder, ...options }),
    uid: process.getuid?.() ?? 0,
    platform: process.platform,
  };
}

async function hcm(words: readonly string[], on = io()) {
  const code = await runCli(words, on, withHost);
  const said = on.output.text + on.errors.text;
  for (const fill of [1, 2]) expect(said).not.toContain(key(fill).slice(0, 20));
  return { code, output: on.output.text, errors: on.errors.text };
}

async function file(content: unknown, name = 'hosts.json', mode = 0o644): Promise<string> {
  const path = join(folder, name);
  await writeFile(
    path,
    typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    { mode },
  );
  return path;
}

function hosts(...connections: object[]): object {
  return { version: 1, connections };
}

const sql = { connectionString: { env: 'SQL' } };
const erp = { connectionString: { env: 'ERP' } };

async function stored(): Promise<readonly string[]> {
  const home = environment['HCM_HOME'] ?? '';
  const names = (await readdir(home)).filter((name) => name.includes('.json')).sort();
  return Promise.all(names.map(async (name) => `${name} ${await readFile(join(home, name), 'base64')}`));
}

async function names(): Promise<readonly string[]> {
  const { output } = await hcm(['list', '--output', 'json']);
  return (JSON.parse(output) as { name: string }[]).map(({ name }) => name);
}

describe('hcm plan', () => {
  it('shows people what would change', async () => {
    await hcm(['apply', '-f', await file(hosts({ ...sql, endpoint: 'sql01:1433' }, erp))]);
    environment['SQL'] = text('sql', 2);
    await file({
      ...hosts(
        { ...sql, endpoint: null, limits: { maxSessions: 5 } },
        { name: 'new', connectionString: { env: 'ALL' }, enabled: false },
      ),
      settings: { drainSeconds: 5, proxyBypass: 'a.example' },
    });
    environment['ALL'] = text('').replace(';EntityPath=', '');
    const { code, output, errors } = await hcm(['plan', '-f', 'hosts.json', '--prune', '--output', 'table']);
    expect([code, errors]).toEqual([10, '']);
    expect(output).toBe(`~ drainSeconds: 60 → 5
~ proxyBypass: none → a.example
~ sql (contoso.servicebus.windows.net)
    key: another key of listen
    endpoint: sql01:1433 → as Azure names it
    limits: maxSessions=null → maxSessions=5
+ new (contoso.servicebus.windows.net)
    key: listen
    enabled: false
- erp (contoso.servicebus.windows.net)
Plan: 1 to add, 3 to change, 1 to remove; 0 connections as they shall be.
`);
    expect(await names()).toEqual(['sql', 'erp']);
  });

  it.each<[string, object | string | Buffer, string]>([
    [
      'a variable that isn’t set',
      hosts(sql, { connectionString: { env: 'NONE' } }),
      'The variable NONE isn’t set',
    ],
    ['a file that isn’t there', hosts({ connectionString: { file: 'x.txt' } }), 'HCM1061'],
    [
      'a file that holds something else',
      hosts({ connectionString: { file: 'hosts.json' } }),
      'connections[0]',
    ],
    ['an endpoint that can’t be read', hosts({ ...sql, endpoint: 'nowhere' }), 'HCM1030'],
    ['a CA file without a certificate', hosts({ ...sql, caFile: 'hosts.json' }), 'HCM1050'],
    [
      'the string of another connection',
      hosts({ ...sql, secondaryConnectionString: { env: 'ERP' } }),
      'HCM1043',
    ],
    ['the same key twice', hosts({ ...sql, secondaryConnectionString: { env: 'SQL' } }), 'HCM1045'],
    ['a setting outside its limits', { ...hosts(), settings: { drainSeconds: -1 } }, 'from 0 to 3600'],
    ['what is no UTF-8', Buffer.from([0xff, 0xfe, 0x31]), 'no UTF-8 text'],
  ])('%s is a fault', async (_name, content, fault) => {
    const path = await file(content);
    const { code, output, errors } = await hcm(['plan', '-f', path, '--output', 'json']);
    expect([code, output]).toEqual([1, '']);
    expect(errors).toContain(fault);
    expect(errors).toContain('HCM1074');
    expect(await stored()).toEqual([]);
  });

  it('takes no more than 1 MB, from wherever', async () => {
    const large = ' '.repeat(1_000_001);
    expect((await hcm(['plan', '-f', await file(large)])).errors).toContain('it is too large');
    const typing = io();
    typing.typed.end(large);
    const typed = await hcm(['plan', '-f', '-'], typing);
    expect([typed.code, typed.errors]).toEqual([1, expect.stringContaining('it is too large')]);
  });

  it('needs a file', async () => {
    expect((await hcm(['plan'])).code).toBe(2);
    expect((await hcm(['plan', '-f', 'nowhere.yaml'])).errors).toContain('HCM1061');
  });

  it.runIf(process.platform !== 'win32')(
    'takes strings in the file only where nobody else can read it',
    async () => {
      const content = hosts({ connectionString: text('a') }, { connectionString: text('b') });
      for (const mode of [0o644, 0o640, 0o604]) {
        const { errors } = await hcm(['plan', '-f', await file(content, `f${mode}`, mode)]);
        expect(errors.match(/HCM1072/gu)).toHaveLength(1);
      }
      for (const mode of [0o600, 0o400]) {
        expect((await hcm(['plan', '-f', await file(content, `f${mode}`, mode)])).code).toBe(10);
      }
    },
  );
});

describe('hcm apply', () => {
  const empty = hosts();

  /** Answers once the question is there. */
  async function answered(words: readonly string[], answer: string, before?: () => Promise<unknown>) {
    const on = io({ terminal: true });
    const run = hcm(words, on);
    await on.errors.shown(/\[y\/N\]/u);
    await before?.();
    on.typed.write(`${answer}\n`);
    return run;
  }

  beforeEach(async () => {
    await hcm(['apply', '-f', await file(hosts(sql, erp), 'both.json')]);
    await file(empty, 'empty.json');
  });

  const prune = ['apply', '-f', 'empty.json', '--prune'];

  it('asks before it removes anything', async () => {
    const no = await answered(prune, '');
    expect([no.code, await names()]).toEqual([1, ['sql', 'erp']]);
    expect(no.output).toContain('- sql (contoso.servicebus.windows.net)\n- erp');
    expect(no.errors).toContain('Nothing is changed.');
    const yes = await answered(prune, 'y');
    expect([yes.code, await names()]).toEqual([0, []]);
    expect(yes.output).toContain('Done: 2 changes.');
  });

  it('removes nothing when that is no longer what was shown', async () => {
    const { code, errors } = await answered(prune, 'y', async () => {
      environment['NEW'] = text('new');
      await hcm(['apply', '-f', await file(hosts({ connectionString: { env: 'NEW' } }), 'new.json')]);
    });
    expect([code, await names()]).toEqual([1, ['sql', 'erp', 'new']]);
    expect(errors).toContain('HCM1075');
  });

  it('asks nobody where nothing is removed', async () => {
    const on = io({ terminal: true });
    const { code, output } = await hcm(['apply', '-f', await file(hosts({ ...sql, enabled: false }))], on);
    expect([code, on.errors.text]).toEqual([0, '']);
    expect(output).toContain('    enabled: true → false\n');
    expect(await names()).toEqual(['sql', 'erp']);
  });

  it('counts on a terminal while there is much to do', async () => {
    const many = Array.from({ length: 30 }, (_, index) => {
      environment[`C${index}`] = text(`c${index}`);
      return { connectionString: { env: `C${index}` } };
    });
    const on = io({ terminal: true });
    const { code, output, errors } = await hcm(['apply', '-f', await file(hosts(...many))], on);
    expect(code).toBe(0);
    expect(output).toContain('Done: 30 changes.');
    const clearLine = '\r\u001b[K';
    expect(errors.endsWith(clearLine)).toBe(true);
    expect(errors.slice(0, -clearLine.length)).toMatch(/^\r0 of 30(?:\r\d+ of 30)*$/u);
  });

  it('puts settings in force, leaves the others as they are, and answers as the schema says', async () => {
    await hcm(['config', 'set', 'idleMinutes', '3']);
    const settings = { drainSeconds: 6 };
    const wanted = await file({ ...hosts({ ...sql, endpoint: 'sql01:1433' }), settings }, 'wanted.json');
    for (const [command, code] of [
      ['plan', 10],
      ['apply', 0],
    ] as const) {
      const said = await hcm([command, '-f', wanted, '--output', 'json']);
      expect(said.code).toBe(code);
      expect(answers[command]?.safeParse(JSON.parse(said.output)).error).toBeUndefined();
    }
    const path = await file({ ...empty, settings: { drainSeconds: 5 } });
    expect((await hcm(['apply', '-f', path, '--output', 'table'])).output).toContain('Done: 1 change.');
    for (const [name, value] of [
      ['drainSeconds', 5],
      ['idleMinutes', 3],
    ]) {
      const { output } = await hcm(['config', 'get', String(name), '--output', 'json']);
      expect(JSON.parse(output)).toMatchObject({ value });
    }
    expect((await hcm(['plan', '-f', path])).code).toBe(0);
  });
});
