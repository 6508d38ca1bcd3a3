import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PortableEntry, PortableFile } from './portable-entry.ts';
import { readPortable } from './read-portable.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const oldManager = 'Microsoft.HybridConnectionManager.Listener.exe.config';

function fixture(name: string): Buffer {
  return readFileSync(join(fixtures, name));
}

function read(content: string | Buffer): Promise<PortableFile> {
  return readPortable(Buffer.from(content), () => Promise.reject(new Error('asked for a passphrase')));
}

/** `name outcome` with what the host would get, without the key; or with the code and its reason. */
function summary(entry: PortableEntry): string {
  if (entry.outcome === 'refused') {
    const { code, details } = entry.problem;
    return [entry.place, entry.name, code, details['reason'] ?? details['key'] ?? ''].join(' ').trim();
  }
  const { kind, host, name } = entry.target;
  return [entry.place, entry.outcome, kind, host, name, entry.endpoint ?? ''].join(' ').trim();
}

describe('the old manager’s configuration', () => {
  it('gives both forms of strings, BizTalk’s, and says what is wrong with the others', async () => {
    const { format, entries } = await read(fixture(oldManager));
    expect(format).toBe('oldManager');
    expect(entries.map(summary)).toEqual([
      'hybridConnection[0] connection relay contoso.servicebus.windows.net payroll-sql',
      'hybridConnection[1] connection relay contoso.servicebus.windows.net orders',
      'hybridConnection[3] connection biztalk contoso.hybrid.biztalk.windows.net legacy',
      'hybridConnection[4] connection relay contoso.servicebus.windows.net lab',
      'hybridConnection[5] wrong-rule HCM1015',
      'hybridConnection[6]  HCM1083 connectionString',
    ]);
    const strings = entries.flatMap((entry) =>
      entry.outcome === 'connection' ? [entry.desired.connectionString] : [],
    );
    expect(strings[1]).toMatch(
      /^Endpoint=sb:\/\/contoso\.servicebus\.windows\.net\/;SharedAccessKeyName=defaultListener;SharedAccessKey=[^;]{44};EntityPath=orders$/,
    );
    expect(strings[3]).toMatch(/^Endpoint=[^"&]+;EntityPath=lab$/);
  });

  it('understands characters that are written by their number', async () => {
    const string =
      'Endpoint&#61;sb:&#x2F;&#x2f;a.servicebus.windows.net/;SharedAccessKeyName=r;SharedAccessKey=a2V5;EntityPath=x&#xD;&#xA;';
    const text = `<configuration><hybridConnections><connectionStrings><hybridConnection connectionString="${string}"/></connectionStrings></hybridConnections></configuration>`;
    expect((await read(text)).entries.map(summary)).toEqual([
      'hybridConnection[0] connection relay a.servicebus.windows.net x',
    ]);
    const never = await read(text.replace('&#61;', '&#9999999;'));
    expect(never.entries).toMatchObject([{ outcome: 'refused' }]);
  });

  it.each([
    ['an empty list', '<connectionStrings />'],
    ['no list', ''],
  ])('may hold nothing: %s', async (_name, inner) => {
    const text = `<configuration><hybridConnections>${inner}</hybridConnections></configuration>`;
    expect(await read(text)).toEqual({ format: 'oldManager', entries: [] });
  });

  it.each([
    ['another program’s', '<configuration><appSettings /></configuration>', 'HCM1080', undefined],
    ['not whole', '<configuration><hybridConnections>', 'HCM1081', 'xml'],
    [
      'encrypted by Windows',
      '<configuration><hybridConnections><connectionStrings configProtectionProvider="x"><EncryptedData/></connectionStrings></hybridConnections></configuration>',
      'HCM1081',
      'encrypted',
    ],
    [
      'with entities of its own',
      '<!DOCTYPE c [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><configuration>&b;</configuration>',
      'HCM1081',
      'doctype',
    ],
    [
      'that reaches for other files',
      '<?xml version="1.0"?><!doctype c SYSTEM "file:///etc/passwd"><configuration/>',
      'HCM1081',
      'doctype',
    ],
    ['nested without end', '<a>'.repeat(50_000) + '</a>'.repeat(50_000), 'HCM1081', 'deep'],
    [
      'with too many entries',
      `<configuration><hybridConnections><connectionStrings>${'<hybridConnection/>'.repeat(1001)}</connectionStrings></hybridConnections></configuration>`,
      'HCM1082',
      'entries',
    ],
  ])('is refused when it is %s', async (_name, text, code, reason) => {
    await expect(read(text)).rejects.toMatchObject({ code, details: reason === undefined ? {} : { reason } });
  });
});

describe('connections.json of the manager of 2025', () => {
  it('is read entry by entry, whatever the spelling of its fields', async () => {
    const { format, entries } = await read(fixture('connections.json'));
    expect(format).toBe('rewrite');
    const host = 'contoso.servicebus.windows.net';
    expect(entries.map(summary)).toEqual([
      `[0] connection relay ${host} payroll-sql sql01.corp.contoso.com:1433`,
      `[1] connection relay ${host} orders orders.corp.contoso.com:8080`,
      `[2] connection relay ${host} lower-case`,
      `[3] keyless relay ${host} without-key sql01.corp.contoso.com:1433`,
      '[4]  HCM1019 EntityPath',
      '[5]  HCM1083 form',
      '[6] orders HCM1085 twice',
    ]);
  });

  it('leaves the endpoint to Azure', async () => {
    const { entries } = await read(fixture('connections.json'));
    const first = entries[0];
    expect(first?.outcome === 'connection' && 'endpoint' in first.desired).toBe(false);
  });

  it.each([
    [[{ Namespace: 'contoso' }], 'HCM1083', 'Name'],
    [[{ Name: 'x', KeyValue: 'k' }], 'HCM1083', 'Namespace'],
    [[{ Namespace: { deep: 1 }, Name: 'x', KeyValue: 'k', KeyName: 'r' }], 'HCM1083', 'Namespace'],
    [[{ Namespace: 'contoso', Name: '../x', KeyValue: 'k', KeyName: 'r' }], 'HCM1009', ''],
  ])('says what %j lacks', async (list, code, key) => {
    const { entries } = await read(JSON.stringify(list));
    expect(entries).toMatchObject([
      { outcome: 'refused', problem: { code, details: key === '' ? {} : { key } } },
    ]);
  });
});

describe('azbridge’s configuration', () => {
  it('gives its remote forwards with their endpoints, and says why not the others', async () => {
    const { format, entries } = await read(fixture('azbridge_config.yml'));
    expect(format).toBe('azbridge');
    const host = 'contoso.servicebus.windows.net';
    expect(entries.map(summary)).toEqual([
      `RemoteForward[0] connection relay ${host} payroll-sql sql01.corp.contoso.com:1433`,
      'RemoteForward[1] connection relay fabrikam.servicebus.windows.net orders orders.corp.contoso.com:8080',
      'RemoteForward[2] many-ports HCM1085 ports',
      'RemoteForward[3] dns HCM1084 datagram',
      'RemoteForward[4] docker HCM1084 socket',
      'RemoteForward[5] site HCM1084 http',
      'RemoteForward[6] twice HCM1085 ports',
      'RemoteForward[7] twice HCM1085 ports',
      `RemoteForward[8] connection relay ${host} here localhost:5432`,
      'RemoteForward[9] no-port HCM1083 HostPort',
      'RemoteForward[10] huge-port HCM1030 port',
      'LocalForward[0] sql-from-app HCM1084 local',
    ]);
    const first = entries[0];
    expect(first?.outcome === 'connection' && first.desired.endpoint).toBe('sql01.corp.contoso.com:1433');
  });

  it.each([
    ['no way to sign in', '', 'HCM1088'],
    [
      'a token',
      'AzureRelayEndpoint: sb://a.servicebus.windows.net/\nAzureRelaySharedAccessSignature: x',
      'HCM1013',
    ],
  ])('names a forward with %s', async (_name, head, code) => {
    const { entries } = await read(`${head}\nRemoteForward: {RelayName: a, HostPort: 1, Host: b}`);
    expect(entries).toMatchObject([{ name: 'a', problem: { code } }]);
  });

  it('takes names as they are written, also those that look like numbers', async () => {
    const head = 'AzureRelayEndpoint: sb://a.servicebus.windows.net/\nRemoteForward:\n';
    const names = ['0123', '1e3', '0x50', '12345678901234567890', '7'];
    const { entries } = await read(
      head + names.map((name) => `- {RelayName: ${name}, HostPort: 80}\n`).join(''),
    );
    expect(entries.map((entry) => entry.outcome === 'keyless' && entry.target.name)).toEqual(names);
  });

  it('knows a forward whose namespace stands there without a key', async () => {
    const { entries } = await read(
      'AzureRelayEndpoint: sb://a.servicebus.windows.net/\nRemoteForward: [{RelayName: a, HostPort: 1, Host: b}]',
    );
    expect(entries.map(summary)).toEqual(['RemoteForward[0] keyless relay a.servicebus.windows.net a b:1']);
  });

  it.each([
    ['a list twice', 'RemoteForward: []\nRemoteForward: []', 'HCM1081', 'twice'],
    ['no whole YAML', 'RemoteForward: [a, b', 'HCM1081', 'yaml'],
    ['several documents', 'RemoteForward: []\n---\nRemoteForward: []', 'HCM1081', 'yaml'],
    ['brackets without end', `RemoteForward: ${'['.repeat(200_000)}`, 'HCM1081', 'deep'],
    ['lists in lists without end', `RemoteForward:\n${'- '.repeat(100_000)}x`, 'HCM1081', 'deep'],
    [
      'references that grow',
      `a: &a [x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, level) => `b${level}: &b${level} [${`*${level === 0 ? 'a' : `b${level - 1}`},`.repeat(8)}]`).join('\n')}\nRemoteForward: *b8`,
      'HCM1081',
      'yaml',
    ],
    ['more than its share', `# ${'x'.repeat(600_000)}\nRemoteForward: []`, 'HCM1082', 'bytes'],
    ['too many forwards', `RemoteForward:\n${'- {RelayName: a}\n'.repeat(1001)}`, 'HCM1082', 'entries'],
  ])('is refused when it has %s', async (_name, text, code, reason) => {
    await expect(read(text)).rejects.toMatchObject({ code, details: { reason } });
  });
});

describe('any file', () => {
  it.each([oldManager, 'connections.json', 'azbridge_config.yml'])(
    '%s is read the same in each encoding of Windows',
    async (name) => {
      const text = fixture(name).toString();
      const plain = await read(text);
      const marked = `\ufeff${text.replaceAll('\n', '\r\n')}`;
      expect(await read(Buffer.from(marked, 'utf8'))).toEqual(plain);
      expect(await read(Buffer.from(marked, 'utf16le'))).toEqual(plain);
      expect(await read(Buffer.from(marked, 'utf16le').swap16())).toEqual(plain);
    },
  );

  it.each([
    ['nothing', '', 'HCM1080', 'empty'],
    ['blanks', ' \r\n\t', 'HCM1080', 'empty'],
    ['a word', 'hello', 'HCM1080', undefined],
    ['a list of other things', '[{"a": 1}]', 'HCM1080', undefined],
    ['a store', '{"version": 2, "connections": []}', 'HCM1080', 'store'],
    ['a file for apply', 'connections:\n  - name: a\n', 'HCM1080', 'apply'],
    ['half of a JSON', '[{"Namespace": "contoso", "KeyValue": "secret"', 'HCM1081', 'json'],
    ['depth', '['.repeat(100_000), 'HCM1081', 'deep'],
    [
      'too many',
      JSON.stringify(Array.from({ length: 1001 }, () => ({ Namespace: 'a' }))),
      'HCM1082',
      'entries',
    ],
  ])('with %s is refused', async (_name, text, code, reason) => {
    const refused = read(text);
    await expect(refused).rejects.toMatchObject({ code, details: reason === undefined ? {} : { reason } });
    await expect(refused).rejects.not.toThrow(/secret/);
  });

  it.each([
    ['UTF-16 without a mark', Buffer.from('[{"Namespace":"a"}]', 'utf16le')],
    ['no text', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['bytes that no UTF-8 has', Buffer.from([0x7b, 0xff, 0x7d])],
  ])('of %s is refused', async (_name, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'HCM1081', details: { reason: 'encoding' } });
  });

  it('is refused beyond 4 MiB', async () => {
    const bytes = Buffer.alloc(4 * 1024 * 1024 + 1, '[');
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'HCM1082',
      details: { reason: 'bytes', limit: 4 },
    });
  });

  it('can’t reach for a prototype', async () => {
    const { entries } = await read('[{"__proto__": {"KeyValue": "k"}, "Namespace": "a", "Name": "b"}]');
    expect(entries.map(summary)).toEqual(['[0] keyless relay a.servicebus.windows.net b']);
    expect(({} as Record<string, unknown>)['KeyValue']).toBeUndefined();
  });
});
