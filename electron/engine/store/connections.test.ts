import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errno, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { envelope, later, numbered, onDisk, openStore } from './testing/connection-files.ts';

describe('the connection store', () => {
  it('keeps configs and sealed keys apart, in the order in which they were added', async () => {
    const folder = temporaryFolder();
    const { store, problems } = await openStore(folder);
    await store.add(numbered(2), envelope('two'));
    await store.add(numbered(1), envelope('one'));
    await store.add(numbered(3, { kind: 'biztalk', keyName: '' }), null);
    expect(await onDisk(folder)).toEqual([
      [numbered(2), envelope('two')],
      [numbered(1), envelope('one')],
      [numbered(3, { kind: 'biztalk', keyName: '' }), null],
    ]);
    expect(store.get(numbered(1).id)).toEqual(numbered(1));
    expect(store.get('nobody')).toBeNull();
    expect(problems).toEqual([]);
    expect(readFileSync(join(folder, 'connections.json'), 'utf8')).not.toContain('envelope');
  });

  it('refuses the same Hybrid Connection twice, however it is written, and keeps no key of it', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    await store.add(numbered(1), envelope('one'));
    for (const same of [numbered(2, { name: 'Connection-1' }), numbered(1, { name: 'other' })]) {
      await expect(store.add(same, envelope('x'))).rejects.toMatchObject({ code: 'HCM1040' });
    }
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(numbered(2).id);
    await store.add(numbered(2, { name: 'connection-1', port: 9443 }), envelope('two'));
    expect(await onDisk(folder)).toHaveLength(2);
  });

  it('refuses it also when both are added at once', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    const both = [
      store.add(numbered(1), envelope('one')),
      store.add(numbered(2, { name: 'connection-1' }), envelope('two')),
    ];
    const results = await Promise.allSettled(both);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await onDisk(folder)).toEqual([[numbered(1), envelope('one')]]);
    expect(store.secret(numbered(2).id)).toBeNull();
  });

  it('removes many in one write of each file, with their keys; those that are gone are none of them', async () => {
    const folder = temporaryFolder();
    const written: string[] = [];
    const fileSystem = faultyFileSystem((operation, file) => {
      if (operation === 'rename') written.push(file);
    });
    const { store } = await openStore(folder, fileSystem);
    for (const number of [1, 2, 3]) await store.add(numbered(number), envelope(String(number)));
    written.length = 0;
    const ids = [numbered(1).id, numbered(3).id, numbered(9).id];
    expect(await store.removeAll(ids)).toEqual([numbered(1), numbered(3)]);
    expect(written.filter((file) => !file.includes('.bak'))).toEqual(['connections.json', 'secrets.json']);
    expect(await onDisk(folder)).toEqual([[numbered(2), envelope('2')]]);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(numbered(1).id);
  });

  it('changes what may change and notes when', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    await store.add(numbered(1), envelope('one'));
    const endpoint = { host: 'sql01', port: 1433, source: 'manual' } as const;
    const changed = numbered(1, { endpoint, enabled: false, updatedAt: new Date(later).toISOString() });
    expect(await store.update(numbered(1).id, { endpoint, enabled: false })).toEqual(changed);
    expect(await onDisk(folder)).toEqual([[changed, envelope('one')]]);
    await expect(store.update(numbered(2).id, { enabled: true })).rejects.toMatchObject({ code: 'HCM1041' });
  });

  it('never stores a config that it would not read', async () => {
    const { store } = await openStore(temporaryFolder());
    await store.add(numbered(1), envelope('one'));
    await expect(store.update(numbered(1).id, { caPem: 'not a certificate' })).rejects.toThrow();
    await expect(store.add(numbered(2, { name: '../x' }), envelope('two'))).rejects.toThrow();
    expect(store.list()).toEqual([numbered(1)]);
  });

  it('replaces a key, with its rule name where that changes', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    await store.add(numbered(1), envelope('one'));
    await store.replaceSecret(numbered(1).id, 'primary', envelope('two'), numbered(1).keyName);
    expect((await store.replaceSecret(numbered(1).id, 'primary', envelope('three'), 'listen2')).keyName).toBe(
      'listen2',
    );
    expect((await onDisk(folder)).map(([one, secret]) => [one.keyName, secret])).toEqual([
      ['listen2', envelope('three')],
    ]);
    await expect(
      store.replaceSecret(numbered(2).id, 'primary', envelope('x'), 'listen2'),
    ).rejects.toMatchObject({
      code: 'HCM1041',
    });
    expect(store.secret(numbered(2).id)).toBeNull();
  });

  it('keeps a second key beside the first, and forgets it alone', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    const { id } = numbered(1);
    await store.add(numbered(1), envelope('one'));
    const changed = await store.replaceSecret(id, 'secondary', envelope('second'), 'listen2');
    expect(changed).toMatchObject({ keyName: numbered(1).keyName, secondaryKeyName: 'listen2' });
    const again = (await openStore(folder)).store;
    expect(again.get(id)).toEqual(changed);
    expect([again.secret(id), again.secret(id, 'secondary')]).toEqual([envelope('one'), envelope('second')]);
    expect((await store.removeSecondarySecret(id)).secondaryKeyName).toBeNull();
    const { store: last } = await openStore(folder);
    expect([last.secret(id), last.secret(id, 'secondary')]).toEqual([envelope('one'), null]);
  });

  it('removes a connection with both its keys', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    await store.add(numbered(1), envelope('one'));
    await store.replaceSecret(numbered(1).id, 'secondary', envelope('second'), 'listen2');
    await store.remove(numbered(1).id);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(numbered(1).id);
  });

  it('removes a connection with its key', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    await store.add(numbered(1), envelope('one'));
    await store.add(numbered(2), envelope('two'));
    await store.remove(numbered(1).id);
    expect(await onDisk(folder)).toEqual([[numbered(2), envelope('two')]]);
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain(numbered(1).id);
    await expect(store.remove(numbered(1).id)).rejects.toMatchObject({ code: 'HCM1041' });
  });

  it('reads both files again', async () => {
    const folder = temporaryFolder();
    const { store } = await openStore(folder);
    const other = await openStore(folder);
    await other.store.add(numbered(1), envelope('one'));
    expect(store.list()).toEqual([]);
    await store.reload();
    expect(store.secret(numbered(1).id)).toEqual(envelope('one'));
    expect(store.list()).toEqual([numbered(1)]);
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
        const { store } = await openStore(folder, fileSystem);
        const rows = new Map<string, string>();
        for (const [index, { kind, number, failing: fails }] of actions.entries()) {
          failing = fails;
          const { id } = numbered(number);
          const data = String(index);
          const run = {
            add: () => store.add(numbered(number), envelope(data)),
            update: () => store.update(id, { enabled: false }),
            replaceSecret: () => store.replaceSecret(id, 'primary', envelope(data), numbered(1).keyName),
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
