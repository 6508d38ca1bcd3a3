import { describe, expect, it } from 'vitest';
import { describeError } from '../../contract/messages/messages.ts';
import { parseDesiredFile, type FileFault } from './parse-desired-file.ts';

function faultsOf(text: string): readonly string[] {
  const reading = parseDesiredFile(text);
  expect(reading.ok).toBe(false);
  return reading.ok ? [] : reading.faults.map(shown);
}

function shown({ line, place, error }: FileFault): string {
  return `${String(line)} ${place} ${describeError(error).cause}`;
}

const head = 'version: 1\nconnections:\n';

describe('parseDesiredFile', () => {
  it('reads YAML and the same as JSON', () => {
    const yaml = `${head}  - connectionString: {env: SQL}
    secondaryConnectionString: null
    endpoint: "sql01:1433"
    caFile: ca.pem
    limits:
      maxSessions: 5
      idleMinutes: null
    enabled: false
  - name: erp # of the whole namespace
    connectionString:
      file: namespace.txt
settings: {proxyMode: none}
`;
    const value = {
      version: 1,
      connections: [
        {
          connectionString: { env: 'SQL' },
          secondaryConnectionString: null,
          endpoint: 'sql01:1433',
          caFile: 'ca.pem',
          limits: { maxSessions: 5, idleMinutes: null },
          enabled: false,
        },
        { name: 'erp', connectionString: { file: 'namespace.txt' } },
      ],
      settings: { proxyMode: 'none' },
    };
    expect(parseDesiredFile(yaml)).toMatchObject({ ok: true, value });
    for (const indent of [0, 2, '\t']) {
      expect(parseDesiredFile(JSON.stringify(value, null, indent))).toMatchObject({ ok: true, value });
    }
  });

  it('tells all that is wrong, each with its line', () => {
    expect(
      faultsOf(`version: 2
connections:
  - conectionString: {env: SQL}
  - connectionString: {environment: SQL}
    endpoint: 5
    limits:
      maxSessions: 0
      sessions: 3
  - connectionString: {env: X}
    caFile: ''
setings: {}
settings:
  idleMinutes: -1
`),
    ).toEqual([
      '1 version The version has to be 1.',
      '3 connections[0].connectionString connectionString is missing.',
      '3 connections[0].conectionString There is no key conectionString.',
      '4 connections[1].connectionString Here belongs env: NAME or file: PATH.',
      '5 connections[1].endpoint Another kind of value belongs here.',
      '7 connections[1].limits.maxSessions It takes whole numbers from 1 to 100000.',
      '8 connections[1].limits.sessions There is no key sessions.',
      '10 connections[2].caFile This value can’t be used.',
      '13 settings.idleMinutes It takes whole numbers from 0 to 10080.',
      '11 setings There is no key setings.',
    ]);
  });

  it.each([
    ['nothing', '', 'null file Another kind of value belongs here.'],
    ['a list', '- 1\n', '1 file Another kind of value belongs here.'],
    ['half a JSON', '{"version": 1,\n "connections": [', '2 file It is no YAML or JSON that can be read.'],
    [
      'a wrong indentation',
      `${head}  - name: a\n   x: 1\n`,
      '4 file It is no YAML or JSON that can be read.',
    ],
    ['two documents', `${head}  []\n---\nversion: 1\n`, '4 file It is no YAML or JSON that can be read.'],
    ['the same key twice', 'version: 1\nversion: 1\n', '2 file The same key is there twice.'],
    ['an alias', 'version: &v 1\nconnections: *v\n', '1 file Anchors and aliases aren’t taken.'],
    ['a tag', 'version: !!int 1\nconnections: []\n', '1 file Tags aren’t taken.'],
    ['a tag of others', 'version: !secret 1\nconnections: []\n', '1 file Tags aren’t taken.'],
    ['what nests too deeply', `version: ${'['.repeat(500_000)}`, 'null file It is nested too deeply.'],
    [
      'lists in lists',
      `version: ${'\n- '.repeat(9)}${'- '.repeat(400_000)}`,
      'null file It is nested too deeply.',
    ],
    [
      'one indentation after another',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      'null file It is nested too deeply.',
    ],
  ])('refuses %s', (_name, text, fault) => {
    expect(faultsOf(text)[0]).toBe(fault);
  });

  it('refuses more connections than one file may hold', () => {
    const text = `${head}${'  - connectionString: {env: A}\n'.repeat(1001)}`;
    expect(faultsOf(text)).toEqual(['2 connections There are more than 1000 connections.']);
  });

  it('quotes no value, and no key that might be one', () => {
    const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4TsUeHiOkE=';
    const text = `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKey=${key}`;
    for (const broken of [
      `${head}  - ${text}: 1\n`,
      `${head}  - connectionString: [${text}]\n`,
      `${head}  - connectionString: *${key}\n`,
      `${head}  - connectionString: "${text}\n`,
      `version: ${text}\n`,
      `${head}  - enabled: ${text}\n    limits: {${key}: 1, maxSessions: "${key}"}\n`,
    ]) {
      expect(JSON.stringify(parseDesiredFile(broken))).not.toContain(key.slice(0, 12));
    }
  });

  it('names no more than a hundred', () => {
    expect(faultsOf(`${head}${'  - x: 1\n'.repeat(1000)}`)).toHaveLength(100);
  });

  it('finds the line of a connection for what the host says later', () => {
    const reading = parseDesiredFile(
      `${head}  - connectionString: {env: A}\n  - connectionString: {env: B}\n`,
    );
    if (!reading.ok) throw new Error('not read');
    expect(reading.faultAt(['connections', 1], { code: 'HCM1001', details: {} })).toMatchObject({
      line: 4,
      place: 'connections[1]',
    });
  });
});
