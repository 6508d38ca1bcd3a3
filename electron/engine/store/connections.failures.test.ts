import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keySlots, noOwnLimits, type ConnectionConfig } from '../../contract/connection.ts';
import { secretName, type ConnectionStore } from './connections.ts';
import { connectionsVersion } from './migrations/connections.ts';
import { crashingFileSystem, errno, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { envelope, later, numbered, onDisk, openStore } from './testing/connection-files.ts';

const fixtures = join(import.meta.dirname, 'migrations/fixtures');

describe('a bad record', () => {
  it('goes aside verbatim, is reported, and the others load', async () => {
    const folder = temporaryFolder();
    const bad = [{ ...numbered(2), port: 'many' }, 'rubbish', { ...numbered(3), name: 'CONNECTION-1' }];
    const path = join(folder, 'connections.json');
    writeFileSync(path, JSON.stringify({ version: 1, connections: [numbered(1), ...bad, numbered(4)] }));
    const second = secretName(numbered(2).id, 'secondary');
    const secrets = {
      version: 1,
      secrets: { [numbered(2).id]: envelope('two'), [second]: envelope('second'), broken: 'x' },
    };
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify(secrets));
    const { store, problems } = await openStore(folder);
    expect(store.list()).toEqual([numbered(1), numbered(4)]);
    expect(problems.map(({ code, details }) => [code, details['reason'], details['count']])).toEqual([
      ['HCM4001', 'records', 3],
    ]);
    const kept = readdirSync(folder).filter((name) => name.includes('corrupt'));
    expect(kept).toEqual([problems[0]?.details['kept']]);
    expect(JSON.parse(readFileSync(join(folder, kept[0]!), 'utf8'))).toEqual(bad);
    await store.add(numbered(5), envelope('five'));
    const again = await openStore(folder);
    expect(again.problems).toEqual([]);
    expect(again.store.list()).toEqual([numbered(1), numbered(4), numbered(5)]);
    expect(again.store.secret(numbered(2).id)).toEqual(envelope('two'));
    expect(again.store.secret(numbered(2).id, 'secondary')).toEqual(envelope('second'));
  });

  it('that can not be kept aside makes the file read-only instead of being lost', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'connections.json');
    const before = JSON.stringify({ version: 1, connections: [numbered(1), 'rubbish'] });
    writeFileSync(path, before);
    const full = faultyFileSystem((operation) => {
      if (operation === 'create') throw errno('ENOSPC');
    });
    const { store } = await openStore(folder, full);
    expect(store.list()).toEqual([numbered(1)]);
    expect(store.readOnly?.code).toBe('HCM4003');
    await expect(store.remove(numbered(1).id)).rejects.toMatchObject({ code: 'HCM4003' });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('among the keys leaves that connection without a key, and survives', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    await store.add(numbered(1), envelope('one'));
    const path = join(folder, 'secrets.json');
    writeFileSync(path, JSON.stringify({ version: 1, secrets: { [numbered(1).id]: { backend: 7 } } }));
    await store.reload();
    expect(store.secret(numbered(1).id)).toBeNull();
    await store.add(numbered(2), envelope('two'));
    expect(readFileSync(path, 'utf8')).toContain('"backend": 7');
  });
});

describe('files of an older version', () => {
  const first = '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a10';

  function read(path: string): {
    readonly version: number;
    readonly connections: readonly ConnectionConfig[];
  } {
    return JSON.parse(readFileSync(path, 'utf8')) as ReturnType<typeof read>;
  }

  function fromVersion(version: number): string {
    const folder = temporaryFolder();
    copyFileSync(join(fixtures, `connections-v${version}.json`), join(folder, 'connections.json'));
    copyFileSync(join(fixtures, 'secrets-v1.json'), join(folder, 'secrets.json'));
    return folder;
  }

  it('has a fixture for each version', () => {
    const versions = readdirSync(fixtures).filter((name) => name.startsWith('connections-'));
    expect(versions).toHaveLength(connectionsVersion);
  });

  it.each(Array.from({ length: connectionsVersion }, (_, index) => index + 1))(
    'version %i is read and written as this version with nothing lost',
    async (version) => {
      const folder = fromVersion(version);
      const before = read(join(folder, 'connections.json'));
      const { store, problems } = await openStore(folder);
      expect(problems).toEqual([]);
      expect(store.readOnly).toBeNull();
      expect(store.list().map(({ name, kind }) => `${kind} ${name}`)).toEqual([
        'relay payroll-sql',
        'biztalk orders-biztalk',
      ]);
      expect(store.secret(first)).toEqual(envelope('AAAA'));
      await store.update(first, {});
      const after = read(join(folder, 'connections.json'));
      expect(after.version).toBe(connectionsVersion);
      const updatedAt = new Date(later).toISOString();
      const expected = before.connections.map((one) => (one.id === first ? { ...one, updatedAt } : one));
      expect(after.connections).toMatchObject(expected);
    },
  );

  it('version 1 gets no second key and no limits, and stays beside the new file', async () => {
    const folder = fromVersion(1);
    const before = readFileSync(join(folder, 'connections.json'), 'utf8');
    const { store } = await openStore(folder);
    for (const { secondaryKeyName, limits } of store.list()) {
      expect([secondaryKeyName, limits]).toEqual([null, noOwnLimits]);
    }
    expect(readFileSync(join(folder, 'connections.json.v1'), 'utf8')).toBe(before);
  });

  it('version 2 keeps its second key’s name and its limits', async () => {
    const { store } = await openStore(fromVersion(2));
    expect(store.get(first)).toMatchObject({
      secondaryKeyName: 'secondListener',
      limits: { maxSessions: 10, dialTimeoutSeconds: null, kilobytesPerSecond: 512 },
    });
  });
});

describe('files of a newer version', () => {
  const version = connectionsVersion + 1;

  it('are shown as far as they are understood, and not written', async () => {
    const folder = temporaryFolder();
    const content = JSON.stringify({ version, connections: [{ ...numbered(1), later: 1 }, { other: true }] });
    writeFileSync(join(folder, 'connections.json'), content);
    const { store } = await openStore(folder);
    expect(store.list()).toEqual([numbered(1)]);
    expect(store.readOnly?.code).toBe('HCM4002');
    await expect(store.add(numbered(2), envelope('two'))).rejects.toMatchObject({ code: 'HCM4002' });
    expect(existsSync(join(folder, 'secrets.json'))).toBe(false);
    expect(readFileSync(join(folder, 'connections.json'), 'utf8')).toBe(content);
  });

  it('leave the keys of this version’s file alone, too', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'connections.json'), JSON.stringify({ version, connections: [numbered(1)] }));
    const secrets = JSON.stringify({ version: 1, secrets: { [numbered(1).id]: envelope('one') } });
    writeFileSync(join(folder, 'secrets.json'), secrets);
    const { store } = await openStore(folder);
    const { id } = numbered(1);
    for (const slot of keySlots) {
      const refused = store.replaceSecret(id, slot, envelope('new'), 'listen2');
      await expect(refused).rejects.toMatchObject({ code: 'HCM4002' });
    }
    await expect(store.removeSecondarySecret(id)).rejects.toMatchObject({ code: 'HCM4002' });
    await expect(store.remove(id)).rejects.toMatchObject({ code: 'HCM4002' });
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
    expect(readdirSync(folder).sort()).toEqual(['connections.json', 'secrets.json']);
  });
});

describe('a change that fails', () => {
  const actions: readonly (readonly [string, (store: ConnectionStore) => Promise<unknown>])[] = [
    ['add', (store) => store.add(numbered(9), envelope('nine'))],
    ['update', (store) => store.update(numbered(1).id, { enabled: false })],
    ['replaceSecret', (store) => store.replaceSecret(numbered(1).id, 'primary', envelope('new'), 'listen2')],
    [
      'rename',
      (store) =>
        store.rename(numbered(1).id, {
          ...{ name: 'other', endpoint: null, azure: null, forgetsSecondary: false },
          primary: { envelope: envelope('new'), keyName: 'listen2' },
        }),
    ],
    [
      'replaceSecret of the second',
      (store) => store.replaceSecret(numbered(1).id, 'secondary', envelope('new'), 'listen2'),
    ],
  ];
  const files = ['connections.json', 'secrets.json'];

  it.each(actions)('%s: leaves memory and files as they were, and says why', async (name, action) => {
    for (const failingFile of files) {
      const folder = temporaryFolder();
      let failing = false;
      const fileSystem = faultyFileSystem((operation, file) => {
        if (failing && operation === 'rename' && file === failingFile) throw errno('ENOSPC');
      });
      const { store } = await openStore(folder, fileSystem);
      await store.add(numbered(1), envelope('one'));
      failing = true;
      if (name === 'update' && failingFile === 'secrets.json') continue;
      await expect(action(store)).rejects.toMatchObject({ code: 'HCM4003' });
      failing = false;
      for (const view of [store, (await openStore(folder)).store]) {
        expect(view.list()).toEqual([numbered(1)]);
        expect(view.secret(numbered(1).id)).toEqual(envelope('one'));
        expect(view.secret(numbered(1).id, 'secondary')).toBeNull();
        expect(view.secret(numbered(9).id)).toBeNull();
      }
    }
  });

  it('remove: without the row the key is only litter, which is reported', async () => {
    const folder = temporaryFolder();
    let failing = false;
    const fileSystem = faultyFileSystem((operation, file) => {
      if (failing && operation === 'rename' && file === 'secrets.json') throw errno('EACCES');
    });
    const { store, problems } = await openStore(folder, fileSystem);
    await store.add(numbered(1), envelope('one'));
    failing = true;
    await store.remove(numbered(1).id);
    expect(problems.map(({ code }) => code)).toEqual(['HCM4004']);
    expect(await onDisk(folder)).toEqual([]);
  });
});

describe('a crash', () => {
  it('at any step of adding never leaves a row without its key', async () => {
    for (let steps = 0; ; steps += 1) {
      const folder = temporaryFolder();
      const { store } = await openStore(folder);
      await store.add(numbered(1), envelope('one'));
      const crashing = crashingFileSystem(steps);
      const doomed = await openStore(folder, crashing);
      await doomed.store.add(numbered(2), envelope('two')).catch(() => undefined);
      const rows = await onDisk(folder);
      expect(rows[0]).toEqual([numbered(1), envelope('one')]);
      if (rows.length > 1) expect(rows[1]).toEqual([numbered(2), envelope('two')]);
      if (!crashing.crashed()) break;
    }
  });
});
