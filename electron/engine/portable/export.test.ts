import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { noOwnLimits, type ConnectionConfig, type KeySlot } from '../../contract/connection.ts';
import { testConfig } from '../../contract/testing/test-views.ts';
import { secretName } from '../store/connections.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import { exportedSettings } from './exported-settings.ts';
import { exportConnections, type ExportPorts } from './export-connections.ts';
import type { PortableFile } from './portable-entry.ts';
import { readPortable } from './read-portable.ts';

/** The least that is taken: what it costs to guess is no matter here. */
const cost = 2 ** 14;
const passphrase = 'correct horse';
const proxyPassword = 'proxy-4711-secret';

const sql = testConfig({
  secondaryKeyName: 'second',
  endpoint: { host: 'sql01.corp.contoso.com', port: 1433, source: 'manual' },
  limits: { ...noOwnLimits, maxSessions: 20 },
  caPem: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
  enabled: false,
});
const orders = testConfig({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11',
  name: 'orders',
  host: 'localhost',
  port: 9443,
});
const legacy = testConfig({
  id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a12',
  kind: 'biztalk',
  host: 'contoso.hybrid.biztalk.windows.net',
  name: 'legacy',
  endpoint: null,
});
const all = [sql, orders, legacy];

const keys = new Map([
  [secretName(sql.id, 'primary'), randomBytes(32).toString('base64')],
  [secretName(sql.id, 'secondary'), randomBytes(32).toString('base64')],
  [secretName(orders.id, 'primary'), randomBytes(32).toString('base64')],
]);

/** A store whose envelopes hold the keys as they are, and one that can't be opened. */
function ports(configs: readonly ConnectionConfig[] = all, broken?: string): ExportPorts {
  return {
    store: {
      list: () => configs,
      secret: (id: string, slot: KeySlot = 'primary') => {
        const data = keys.get(secretName(id, slot));
        return data === undefined ? null : { version: 1, backend: 'keyFile', data };
      },
    },
    secretBox: {
      open: ({ data }, context) =>
        context === broken ? Promise.reject(new Error('damaged')) : Promise.resolve(data),
    },
    settings: { drainSeconds: 120, proxyMode: 'manual', proxyUrl: 'http://kim@proxy.corp:8080' },
    proxyPassword: () => Promise.resolve(proxyPassword),
    machine: 'hcm-weu-01',
    version: '1.2.3',
    now: () => Date.parse('2026-11-22T12:00:00Z'),
    cost,
  };
}

function read(text: string, typed = passphrase): Promise<PortableFile> {
  return readPortable(Buffer.from(text), () => Promise.resolve(typed));
}

const stringOf = (config: ConnectionConfig, slot: KeySlot, rule: string): string => {
  const host = config.port === 443 ? config.host : `${config.host}:${config.port}`;
  const key = keys.get(secretName(config.id, slot)) ?? '';
  return `Endpoint=sb://${host}/;SharedAccessKeyName=${rule};SharedAccessKey=${key};EntityPath=${config.name}`;
};

describe('an export', () => {
  it('brings everything back under its passphrase, and shows no key', async () => {
    const { text, connections, withoutKey } = await exportConnections(ports(), passphrase, 'kim');
    expect([connections, withoutKey]).toEqual([3, []]);
    for (const key of keys.values()) expect(text).not.toContain(key);
    expect(text).not.toContain(passphrase);
    expect(text).not.toContain(proxyPassword);
    const { format, entries, ...others } = await read(text);
    expect(others).toEqual({ settings: ports().settings, proxyPassword });
    expect(format).toBe('export');
    expect(entries).toMatchObject([
      {
        outcome: 'connection',
        place: 'connections[0]',
        desired: {
          connectionString: stringOf(sql, 'primary', 'defaultListener'),
          secondaryConnectionString: stringOf(sql, 'secondary', 'second'),
          endpoint: 'sql01.corp.contoso.com:1433',
          caPem: sql.caPem,
          limits: { maxSessions: 20 },
          enabled: false,
        },
      },
      {
        outcome: 'connection',
        endpoint: 'sql01.corp.contoso.com:1433',
        desired: { connectionString: stringOf(orders, 'primary', 'defaultListener'), enabled: true },
      },
      { outcome: 'connection', target: { kind: 'biztalk', name: 'legacy' } },
    ]);
    // Azure's own endpoint is Azure's to say, also on the other host.
    expect(Object.keys((entries[1] as { desired: object }).desired)).toEqual(['connectionString', 'enabled']);
  });

  it('without secrets has everything but the keys', async () => {
    const { text } = await exportConnections(ports(), null, undefined);
    for (const key of keys.values()) expect(text).not.toContain(key);
    const { entries } = await readPortable(Buffer.from(text), () => Promise.reject(new Error('asked')));
    expect(entries.map(({ outcome }) => outcome)).toEqual(['keyless', 'keyless', 'connection']);
    expect(text).not.toContain(proxyPassword);
    expect(text).toContain('"drainSeconds": 120');
  });

  it('has the settings that were set on purpose, and none that mean something on one computer only', () => {
    const settings = {
      ...defaultSettings,
      drainSeconds: 9,
      httpAddress: '127.0.0.1:1',
      logLevel: 'debug',
    } as const;
    const changed = ['drainSeconds', 'httpAddress', 'logLevel', 'extraCaFile'] as const;
    expect(exportedSettings(settings, changed)).toEqual({ drainSeconds: 9 });
  });

  it.each(['"drainSeconds": "soon"', '"drainSeconds": 120, "httpAddress": "127.0.0.1:1"'])(
    'with settings that can’t be is refused: %s',
    async (other) => {
      const { text } = await exportConnections(ports(), null, undefined);
      const spoilt = text.replace('"drainSeconds": 120', other);
      await expect(read(spoilt)).rejects.toMatchObject({ code: 'HCM1081' });
    },
  );

  it('leaves out a key that this host can’t open, and names its connection', async () => {
    for (const slot of ['primary', 'secondary'] as const) {
      const made = await exportConnections(ports(all, secretName(sql.id, slot)), passphrase, undefined);
      expect(made.withoutKey).toEqual(['payroll-sql']);
      const { entries } = await read(made.text);
      expect(entries.map(({ outcome }) => outcome)).toEqual([
        slot === 'primary' ? 'keyless' : 'connection',
        'connection',
        'connection',
      ]);
    }
  });

  it('opens with the same letters however they are coded, and with no others', async () => {
    const { text } = await exportConnections(ports([orders]), 'Schl\u00fcssel'.normalize('NFC'), undefined);
    expect((await read(text, 'Schl\u00fcssel'.normalize('NFD'))).entries).toHaveLength(1);
    for (const wrong of ['Schlussel', 'schl\u00fcssel', '']) {
      await expect(read(text, wrong)).rejects.toMatchObject({ code: 'HCM1086' });
    }
  });

  it('survives another layout, and no change of what is in it', async () => {
    const { text } = await exportConnections(ports([orders]), passphrase, undefined);
    const document = JSON.parse(text) as Record<string, unknown>;
    const reordered = Object.fromEntries(Object.entries(document).reverse());
    expect((await read(JSON.stringify(reordered))).entries).toHaveLength(1);
    const compact = JSON.stringify(document);
    const plain = await read(compact);
    // Every 41st byte: each field and each part of the sealed text gets some.
    for (let index = 0; index < compact.length; index += 41) {
      const changed = `${compact.slice(0, index)}${compact[index] === '1' ? '2' : '1'}${compact.slice(index + 1)}`;
      const outcome = await read(changed).catch((error: unknown) => error);
      if (outcome instanceof Error)
        expect(outcome).toMatchObject({ code: expect.stringMatching(/^HCM108/) as string });
      else expect(outcome).toEqual(plain);
    }
    await expect(read(JSON.stringify({ ...document, extra: 1 }))).rejects.toMatchObject({ code: 'HCM1081' });
  });

  it.each([
    ['more memory', { N: 2 ** 24 }],
    ['an odd cost', { N: 100_000 }],
    ['no cost', { N: 2 }],
    ['larger blocks', { r: 1024 }],
    ['more rounds', { p: 100_000 }],
    ['another derivation', { name: 'pbkdf2' }],
    ['a short salt', { salt: 'AAAA' }],
  ])('that asks for %s is refused before anything is computed', async (_name, change) => {
    const { text } = await exportConnections(ports([orders]), passphrase, undefined);
    const document = JSON.parse(text) as { keys: { kdf: object } };
    const hostile = { ...document, keys: { ...document.keys, kdf: { ...document.keys.kdf, ...change } } };
    const asked: string[] = [];
    const refused = readPortable(Buffer.from(JSON.stringify(hostile)), () => {
      asked.push('passphrase');
      return Promise.resolve(passphrase);
    });
    await expect(refused).rejects.toMatchObject({ code: 'HCM1081' });
    expect(asked).toEqual([]);
  });

  it('of a newer version says so', async () => {
    await expect(read('{"format":"hcm-export","version":2,"new":true}')).rejects.toMatchObject({
      code: 'HCM1087',
    });
  });

  it('without secrets loses only the entry that was spoilt by hand', async () => {
    const { text } = await exportConnections(ports([sql, orders]), null, undefined);
    const { entries } = await read(text.replace('"port": 9443', '"port": "many"'));
    expect(entries).toMatchObject([
      { outcome: 'keyless' },
      { outcome: 'refused', name: 'orders', problem: { code: 'HCM1083' } },
    ]);
  });

  it('that wouldn’t fit through the control socket is refused, not cut', async () => {
    const many = Array.from({ length: 100 }, (_, index) => ({
      ...sql,
      name: `c${index}`,
      caPem: `-----BEGIN CERTIFICATE-----${'x'.repeat(64_000)}`,
    }));
    await expect(exportConnections(ports(many), null, undefined)).rejects.toMatchObject({ code: 'HCM1092' });
  });
});
