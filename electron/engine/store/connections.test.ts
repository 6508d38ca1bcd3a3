import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectionConfig } from '../../contract/connection.ts';
import type { HcmError } from '../../contract/errors.ts';
import type { Envelope } from '../secrets/envelope.ts';
import { openConnectionStore, type ConnectionStore } from './connections.ts';
import type { FileSystem } from './file-system.ts';
import { crashingFileSystem, errno, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const later = Date.UTC(2027, 0, 1);
const fixtures = join(import.meta.dirname, 'migrations/fixtures');

const envelope = (data: string): Envelope => ({ version: 1, backend: 'keyFile', data });

function config(number: number, change: Partial<ConnectionConfig> = {}): ConnectionConfig {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    kind: 'relay',
    host: 'contoso.servicebus.windows.net',
    port: 443,
    name: `connection-${number}`,
    keyName: 'defaultListener',
    endpoint: null,
    caPem: null,
    enabled: true,
    addedBy: null,
    createdAt: '2026-11-02T10:00:00.000Z',
    updatedAt: '2026-11-02T10:00:00.000Z',
    azure: null,
    ...change,
  };
}

async function open(
  folder: string,
  fileSystem?: FileSystem,
): Promise<{ store: ConnectionStore; problems: HcmError[] }> {
  const problems: HcmError[] = [];
  const report = (problem: HcmError): void => void problems.push(problem);
  const base = { folder, report, now: () => later };
  const store = await openConnectionStore(fileSystem === undefined ? base : { ...base, fileSystem });
  return { store, problems };
}

/** What another process would find. */
async function onDisk(folder: string): Promise<readonly (readonly [ConnectionConfig, Envelope | null])[]> {
  const { store } = await open(folder);
  return store.list().map((one) => [one, store.secret(one.id)] as const);
}

describe('the connection store', () => {
  it('keeps configs and sealed keys apart, in the order in which they were added', async () => {
    const folder = temporaryFolder();
    const { store, problems } = await open(folder);
    await store.add(config(2), envelope('two'));
    await store.add(config(1), envelope('one'));
    await store.add(config(3, { kind: 'biztalk', keyName: '' }), null);
    expect(await onDisk(folder)).toEqual([
      [config(2), envelope('two')],
      [config(1), envelope('one')],
      [config(3, { kind: 'biztalk', keyName: '' }), null],
    ]);
    expect(store.get(config(1).id)).toEqual(config(1));
    expect(store.get('nobody')).toBeNull();
    expect(problems).toEqual([]);
    expect(readFileSync(join(folder, 'connections.json'), 'utf8')).not.toContain('envelope');
  });

  it('refuses the same Hybrid Connection twice, however it is written, and keeps no key of it', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    await store.add(config(1), envelope('one'));
    for (const same of [config(2, { name: 'Connection-1' }), config(1, { name: 'other' })]) {
      await expect(store.add(same, envelope('x'))).rejects.toMatchObject({ code: 'HCM1040' });
    }
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(config(2).id);
    await store.add(config(2, { name: 'connection-1', port: 9443 }), envelope('two'));
    expect(await onDisk(folder)).toHaveLength(2);
  });

  it('refuses it also when both are added at once', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    const both = [
      store.add(config(1), envelope('one')),
      store.add(config(2, { name: 'connection-1' }), envelope('two')),
    ];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await onDisk(folder)).toEqual([[config(1), envelope('one')]]);
    expect(store.secret(config(2).id)).toBeNull();
  });

  it('changes what may change and notes when', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    await store.add(config(1), envelope('one'));
    const endpoint = { host: 'sql01', port: 1433, source: 'manual' } as const;
    const changed = config(1, { endpoint, enabled: false, updatedAt: new Date(later).toISOString() });
    expect(await store.update(config(1).id, { endpoint, enabled: false })).toEqual(changed);
    expect(await onDisk(folder)).toEqual([[changed, envelope('one')]]);
    await expect(store.update(config(2).id, { enabled: true })).rejects.toMatchObject({ code: 'HCM1041' });
  });

  it('never stores a config that it would not read', async () => {
    const { store } = await open(temporaryFolder());
    await store.add(config(1), envelope('one'));
    await expect(store.update(config(1).id, { caPem: 'not a certificate' })).rejects.toThrow();
    await expect(store.add(config(2, { name: '../x' }), envelope('two'))).rejects.toThrow();
    expect(store.list()).toEqual([config(1)]);
  });

  it('replaces a key, with its rule name where that changes', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    await store.add(config(1), envelope('one'));
    await store.replaceSecret(config(1).id, envelope('two'));
    expect((await store.replaceSecret(config(1).id, envelope('three'), 'listen2')).keyName).toBe('listen2');
    expect((await onDisk(folder)).map(([one, secret]) => [one.keyName, secret])).toEqual([
      ['listen2', envelope('three')],
    ]);
    await expect(store.replaceSecret(config(2).id, envelope('x'))).rejects.toMatchObject({ code: 'HCM1041' });
    expect(store.secret(config(2).id)).toBeNull();
  });

  it('removes a connection with its key', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    await store.add(config(1), envelope('one'));
    await store.add(config(2), envelope('two'));
    await store.remove(config(1).id);
    expect(await onDisk(folder)).toEqual([[config(2), envelope('two')]]);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(config(1).id);
    await expect(store.remove(config(1).id)).rejects.toMatchObject({ code: 'HCM1041' });
  });

  it('reads both files again', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    const other = await open(folder);
    await other.store.add(config(1), envelope('one'));
    expect(store.list()).toEqual([]);
    await store.reload();
    expect(store.secret(config(1).id)).toEqual(envelope('one'));
    expect(store.list()).toEqual([config(1)]);
  });
});

describe('a bad record', () => {
  it('goes aside verbatim, is reported, and the others load', async () => {
    const folder = temporaryFolder();
    const bad = [{ ...config(2), port: 'many' }, 'rubbish', { ...config(3), name: 'CONNECTION-1' }];
    const path = join(folder, 'connections.json');
    writeFileSync(path, JSON.stringify({ version: 1, connections: [config(1), ...bad, config(4)] }));
    const secrets = { version: 1, secrets: { [config(2).id]: envelope('two'), broken: 'x' } };
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets));
    const { store, problems } = await open(folder);
    expect(store.list()).toEqual([config(1), config(4)]);
    expect(problems.map(({ code, details }) => [code, details['reason'], details['count']])).toEqual([
      ['HCM4001', 'records', 3],
    ]);
    const kept = readdirSync(folder).filter((name) => name.includes('corrupt'));
    expect(kept).toEqual([problems[0]?.details['kept']]);
    expect(JSON.parse(readFileSync(join(folder, kept[0]!), 'utf8'))).toEqual(bad);
    await store.add(config(5), envelope('five'));
    const again = await open(folder);
    expect(again.problems).toEqual([]);
    expect(again.store.list()).toEqual([config(1), config(4), config(5)]);
    expect(again.store.secret(config(2).id)).toEqual(envelope('two'));
  });

  it('that can not be kept aside makes the file read-only instead of being lost', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'connections.json');
    const before = JSON.stringify({ version: 1, connections: [config(1), 'rubbish'] });
    writeFileSync(path, before);
    const full = faultyFileSystem((operation) => {
      if (operation === 'create') throw errno('ENOSPC');
    });
    const { store } = await open(folder, full);
    expect(store.list()).toEqual([config(1)]);
    expect(store.readOnly?.code).toBe('HCM4003');
    await expect(store.remove(config(1).id)).rejects.toMatchObject({ code: 'HCM4003' });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('among the keys leaves that connection without a key, and survives', async () => {
    const folder = temporaryFolder();
    const { store } = await open(folder);
    await store.add(config(1), envelope('one'));
    const path = join(folder, 'secrets.json');
    writeFileSync(path, JSON.stringify({ version: 1, secrets: { [config(1).id]: { backend: 7 } } }));
    await store.reload();
    expect(store.secret(config(1).id)).toBeNull();
    await store.add(config(2), envelope('two'));
    expect(readFileSync(path, 'utf8')).toContain('"backend": 7');
  });
});

describe('files of version 1', () => {
  it('are read as they were written', async () => {
    const folder = temporaryFolder();
    for (const name of ['connections', 'secrets']) {
      copyFileSync(join(fixtures, `${name}-v1.json`), join(folder, `${name}.json`));
    }
    const { store, problems } = await open(folder);
    expect(problems).toEqual([]);
    expect(store.list().map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'relay payroll-sql',
      'biztalk orders-biztalk',
    ]);
    expect(store.secret('6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a10')).toEqual(envelope('AAAA'));
    const fixture: unknown = JSON.parse(readFileSync(join(fixtures, 'connections-v1.json'), 'utf8'));
    await store.update(store.list()[0]!.id, {});
    const written = JSON.parse(readFileSync(join(folder, 'connections.json'), 'utf8')) as unknown;
    expect(written).toMatchObject(
      JSON.parse(
        JSON.stringify(fixture).replace(
          '"updatedAt":"2026-11-02T10:00:00.000Z"',
          `"updatedAt":"${new Date(later).toISOString()}"`,
        ),
      ) as object,
    );
  });

  it('of a newer version are shown as far as they are understood, and not written', async () => {
    const folder = temporaryFolder();
    const content = JSON.stringify({
      version: 2,
      connections: [{ ...config(1), later: 1 }, { other: true }],
    });
    writeFileSync(join(folder, 'connections.json'), content);
    const { store } = await open(folder);
    expect(store.list()).toEqual([config(1)]);
    expect(store.readOnly?.code).toBe('HCM4002');
    await expect(store.add(config(2), envelope('two'))).rejects.toMatchObject({ code: 'HCM4002' });
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
    expect(readFileSync(join(folder, 'connections.json'), 'utf8')).toBe(content);
  });
});

describe('a change that fails', () => {
  const actions: readonly (readonly [string, (store: ConnectionStore) => Promise<unknown>])[] = [
    ['add', (store) => store.add(config(9), envelope('nine'))],
    ['update', (store) => store.update(config(1).id, { enabled: false })],
    ['replaceSecret', (store) => store.replaceSecret(config(1).id, envelope('new'), 'listen2')],
  ];
  const files = ['connections.json', 'secrets.json'];

  it.each(actions)('%s: leaves memory and files as they were, and says why', async (name, action) => {
    for (const failingFile of files) {
      const folder = temporaryFolder();
      let failing = false;
      const fileSystem = faultyFileSystem((operation, file) => {
        if (failing && operation === 'rename' && file === failingFile) throw errno('ENOSPC');
      });
      const { store } = await open(folder, fileSystem);
      await store.add(config(1), envelope('one'));
      failing = true;
      if (name === 'update' && failingFile === 'secrets.json') continue;
      await expect(action(store)).rejects.toMatchObject({ code: 'HCM4003' });
      failing = false;
      for (const view of [store, (await open(folder)).store]) {
        expect(view.list()).toEqual([config(1)]);
        expect(view.secret(config(1).id)).toEqual(envelope('one'));
        expect(view.secret(config(9).id)).toBeNull();
      }
    }
  });

  it('remove: without the row the key is only litter, which is reported', async () => {
    const folder = temporaryFolder();
    let failing = false;
    const fileSystem = faultyFileSystem((operation, file) => {
      if (failing && operation === 'rename' && file === 'secrets.json') throw errno('EACCES');
    });
    const { store, problems } = await open(folder, fileSystem);
    await store.add(config(1), envelope('one'));
    failing = true;
    await store.remove(config(1).id);
    expect(problems.map(({ code }) => code)).toEqual(['HCM4004']);
    expect(await onDisk(folder)).toEqual([]);
  });
});

describe('a crash', () => {
  it('at any step of adding never leaves a row without its key', async () => {
    for (let steps = 0; ; steps += 1) {
      const folder = temporaryFolder();
      const { store } = await open(folder);
      await store.add(config(1), envelope('one'));
      const crashing = crashingFileSystem(steps);
      const doomed = await open(folder, crashing);
      await doomed.store.add(config(2), envelope('two')).catch(() => undefined);
      const rows = await onDisk(folder);
      expect(rows[0]).toEqual([config(1), envelope('one')]);
      if (rows.length > 1) expect(rows[1]).toEqual([config(2), envelope('two')]);
      if (!crashing.crashed()) break;
    }
  });
});

describe('whatever is done in whatever order', () => {
  it('memory and files stay the same', async () => {
    const action = fc.record({
      kind: fc.constantFrom('add', 'update', 'remove', 'replaceSecret'),
      number: fc.integer({ min: 1, max: 4 }),
      failing: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 12 }), async (actions) => {
        const folder = temporaryFolder();
        let failing = false;
        const fileSystem = faultyFileSystem((operation, file) => {
          if (failing && operation === 'rename' && file === 'connections.json') throw errno('ENOSPC');
        });
        const { store } = await open(folder, fileSystem);
        const rows = new Map<string, string>();
        for (const [index, { kind, number, failing: fails }] of actions.entries()) {
          failing = fails;
          const { id } = config(number);
          const data = String(index);
          const run = {
            add: () => store.add(config(number), envelope(data)),
            update: () => store.update(id, { enabled: false }),
            replaceSecret: () => store.replaceSecret(id, envelope(data)),
            remove: () => store.remove(id),
          };
          const [{ status }] = await Promise.allSettled([run[kind]()]);
          const done = status === 'fulfilled';
          failing = false;
          expect(done).toBe(!fails && (kind === 'add') !== rows.has(id));
          if (done && kind === 'remove') rows.delete(id);
          if (done && (kind === 'add' || kind === 'replaceSecret')) rows.set(id, data);
        }
        const inMemory = store.list().map((one) => [one, store.secret(one.id)]);
        expect(await onDisk(folder)).toEqual(inMemory);
        expect(
          store
            .list()
            .map(({ id }) => [id, store.secret(id)?.data])
            .sort(),
        ).toEqual([...rows].sort());
      }),
      { numRuns: 40 },
    );
  });
});
