/** What happens to the list of connections when files are broken, saves are cut off, and the disk is full: nothing. */
import { watch } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readText } from '../fixtures/byte-stream.ts';
import type { ConnectionRow } from '../../electron/contract/connection-row.ts';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { smallDisk } from '../fixtures/small-disk.ts';
import { addStored, addWords, namesInList, stringOfNoRelay } from '../fixtures/stored-connections.ts';
import { Stage } from '../fixtures/stage.ts';
import { Target } from '../fixtures/target.ts';
import { addConnection, openTunnel, startHost, untilConnected, untilRow } from '../fixtures/tunnel.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(async () => {
  await stage.dispose();
});

/** What a save changes in the folder: two files, each with its backup and two temporary names. */
const changesOfSave = 16;

/** Kills a program as soon as the data folder has changed that many times: in the middle of a save. */
async function killAtChange(victim: HcmProcess, change: number, done: Promise<unknown>): Promise<void> {
  const watcher = watch(stage.home);
  try {
    let changes = 0;
    const killed = new Promise<void>((resolve) => {
      watcher.on('change', () => {
        changes += 1;
        if (changes < change) return;
        victim.signal('SIGKILL');
        resolve();
      });
    });
    await Promise.race([killed, done]);
  } finally {
    watcher.close();
  }
}

/** Nothing was set aside or restored. @returns the names in the list. */
async function namesInWholeStore(): Promise<readonly string[]> {
  const { exitCode, output, errors } = await stage.run(['list', '--output', 'json']);
  expect({ exitCode, codes: errors.match(/HCM\d{4}/g) }).toEqual({ exitCode: 0, codes: null });
  expect((await readdir(stage.home)).filter((name) => name.includes('corrupt'))).toEqual([]);
  return (JSON.parse(output) as readonly ConnectionRow[]).map(({ name }) => name);
}

describe('kill -9 in the middle of a save', () => {
  it('of commands never loses the list', { timeout: 240_000 }, async () => {
    await addStored(stage, 'first');
    await addStored(stage, 'second');
    const certain = new Set(['first', 'second']);
    let interrupted = 0;
    for (let change = 1; change <= changesOfSave; change += 1) {
      const name = `add-${change}`;
      const add = stage.start(addWords, { input: stringOfNoRelay(name) });
      await killAtChange(add, change, add.finished);
      const { exitCode } = await add.end();
      if (exitCode === 0) certain.add(name);
      else interrupted += 1;

      const names = await namesInWholeStore();
      expect(names).toEqual(expect.arrayContaining([...certain]));
      if (!names.includes(name)) continue;
      const remove = stage.start(['remove', name, '--yes'], { input: '' });
      await killAtChange(remove, change, remove.finished);
      if ((await remove.end()).exitCode !== 0) interrupted += 1;
      certain.delete(name);
      expect(await namesInWholeStore()).toEqual(expect.arrayContaining([...certain]));
    }
    expect(interrupted).toBeGreaterThan(changesOfSave / 2);
    // Each of them can still be added or is there already.
    expect((await addStored(stage, 'last')).exitCode).toBe(0);
  });

  it('of a host never loses what it has confirmed', { timeout: 240_000 }, async () => {
    const certain = new Set<string>();
    for (let change = 2; change <= changesOfSave; change += 3) {
      const host = await startHost(stage);
      const before = `before-${change}`;
      expect((await addStored(stage, before)).exitCode).toBe(0);
      certain.add(before);
      const during = stage.start(addWords, { input: stringOfNoRelay(`during-${change}`) });
      await killAtChange(host, change, during.finished);
      host.signal('SIGKILL');
      await host.end();
      if ((await during.end()).exitCode === 0) certain.add(`during-${change}`);
      expect(await namesInWholeStore()).toEqual(expect.arrayContaining([...certain]));
    }
  });
});

describe('a connections file', () => {
  let file: string;

  beforeEach(async () => {
    file = join(stage.home, 'connections.json');
    await addStored(stage, 'first');
    await addStored(stage, 'second');
  });

  it.each([
    { what: 'cut off', content: '{"version":1,"connections":[{"id"' },
    { what: 'empty', content: '' },
    { what: 'of another kind', content: 'not ours\n' },
  ])('that is $what is set aside, and the backup counts', async ({ content }) => {
    await writeFile(file, content);
    const { exitCode, errors, output } = await stage.run(['list', '--output', 'json']);
    expect(exitCode).toBe(0);
    expect(errors).toContain('connections.json can’t be read and was set aside');
    expect(errors).toContain('HCM4001');
    expect(JSON.parse(output)).toMatchObject([{ name: 'first' }]);

    const [aside = ''] = (await readdir(stage.home)).filter((name) => name.includes('.corrupt-'));
    expect(await readFile(join(stage.home, aside), 'utf8')).toBe(content);
    expect((await addStored(stage, 'third')).exitCode).toBe(0);
    expect(await namesInList(stage)).toEqual(['first', 'third']);
    expect(await readFile(join(stage.home, aside), 'utf8')).toBe(content);
  });

  it('of a newer version is shown and run, and never changed', async () => {
    const content = (await readFile(file, 'utf8')).replace(/"version": \d+/, '"version": 99');
    await writeFile(file, content);
    const { exitCode, errors } = await addStored(stage, 'third');
    expect(exitCode).toBe(1);
    expect(errors).toContain('connections.json comes from a newer version');
    expect(errors).toContain('HCM4002');
    expect(await namesInList(stage)).toEqual(['first', 'second']);

    const host = await startHost(stage);
    await untilRow(stage, 'first', 'is tried', ({ statusCode }) => statusCode === 'HCM2002');
    const removed = await stage.run(['remove', 'first', '--yes']);
    expect({ exitCode: removed.exitCode, errors: removed.errors }).toMatchObject({
      exitCode: 1,
      errors: expect.stringContaining('HCM4002') as string,
    });
    host.signal('SIGTERM');
    expect((await host.end()).exitCode).toBe(0);
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('that may not be read is left alone, and counts again when it may', async () => {
    const content = await readFile(file);
    const makeReadable = await makeUnreadable(file);
    const listed = await stage.run(['list', '--output', 'json']);
    expect(listed.errors).toMatch(/HCM400[45]/);
    const added = await addStored(stage, 'third');
    expect(added.exitCode).toBe(1);
    expect(added.errors).toMatch(/HCM400[45]/);
    const host = await startHost(stage);
    host.signal('SIGTERM');
    expect((await host.end()).exitCode).toBe(0);

    await makeReadable();
    expect(await readFile(file)).toEqual(content);
    expect(await namesInList(stage)).toEqual(['first', 'second']);
    expect((await addStored(stage, 'third')).exitCode).toBe(0);
  });
});

/** Root may read everything, so for root a folder lies where the file should be. */
async function makeUnreadable(file: string): Promise<() => Promise<void>> {
  if (process.getuid?.() !== 0) {
    await chmod(file, 0);
    return () => chmod(file, 0o600);
  }
  const elsewhere = join(stage.folder, 'elsewhere');
  await rename(file, elsewhere);
  await mkdir(file);
  return async () => {
    await rm(file, { recursive: true });
    await rename(elsewhere, file);
  };
}

describe('broken keys', () => {
  it('take only their own connections out of service, until the string is pasted again', async () => {
    const target = await Target.start();
    try {
      const { relay, host } = await openTunnel(stage, target.endpoint, 'tunnel');
      host.signal('SIGTERM');
      await host.end();
      await addStored(stage, 'other');
      const secrets = join(stage.home, 'secrets.json');
      const stored = JSON.parse(await readFile(secrets, 'utf8')) as {
        secrets: Record<string, { data: string }>;
      };
      const [id = ''] = Object.keys(stored.secrets);
      stored.secrets[id] = { ...stored.secrets[id], data: 'AAAA' };
      await writeFile(secrets, JSON.stringify(stored));

      await startHost(stage);
      const row = await untilRow(stage, 'tunnel', 'needs its key', ({ status }) => status === 'Key needed');
      expect(row.statusCode).toBe('HCM4010');
      await untilRow(stage, 'other', 'is tried', ({ statusCode }) => statusCode === 'HCM2002');

      expect((await stage.run(['remove', 'tunnel', '--yes'])).exitCode).toBe(0);
      await addConnection(stage, relay, 'tunnel');
      await untilConnected(stage, 'tunnel');
    } finally {
      await target.close();
    }
  });
});

describe('a full disk', () => {
  it('is told with its code; the list stays, and the host keeps its tunnels', async () => {
    const disk = await smallDisk(stage);
    const target = await Target.start();
    try {
      const tunnel = await openTunnel(stage, target.endpoint, 'tunnel', disk.options);
      const session = await target.open(tunnel.port);
      await disk.fill();
      await expectNotSaved();
      session.app.end('still here');
      expect(await readText(session.service)).toBe('still here');
      const { app, service } = await target.open(tunnel.port);
      service.end('and a new one');
      expect(await readText(app)).toBe('and a new one');

      tunnel.host.signal('SIGTERM');
      session.service.end();
      app.end();
      expect((await tunnel.host.end()).exitCode).toBe(0);
      await expectNotSaved();
      await disk.free();
      expect((await addStored(stage, 'another')).exitCode).toBe(0);
      expect(await namesInList(stage)).toEqual(['tunnel', 'another']);
    } finally {
      await target.close();
    }

    async function expectNotSaved(): Promise<void> {
      const { exitCode, errors } = await addStored(stage, 'another', disk.options);
      expect(exitCode).toBe(1);
      expect(errors).toContain(disk.code);
      expect(await namesInList(stage)).toEqual(['tunnel']);
    }
  });
});
