import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HcmError } from '../contract/errors.ts';
import { loadRelayEntities } from './relay-entities.ts';

const web = { name: 'web', endpoint: 'localhost:8080' };

let folder = '';
let reported: HcmError[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-entities-'));
  reported = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function load(...wanted: Parameters<typeof loadRelayEntities>[1][number][]) {
  return loadRelayEntities(folder, wanted, (problem) => reported.push(problem));
}

describe('loadRelayEntities', () => {
  it('gives the same keys again, whatever the case of the name', async () => {
    const [first] = await load(web);
    const [again] = await load({ ...web, name: 'WEB' });
    expect(again?.rules).toEqual(first?.rules);
    expect(first?.rules.map(({ primaryKey }) => primaryKey.length)).toEqual([44, 44]);
    expect(reported).toEqual([]);
  });

  it('follows a new endpoint and keeps the keys', async () => {
    const [first] = await load(web);
    const [moved] = await load({ ...web, endpoint: 'localhost:9090' });
    expect(moved?.userMetadata).toContain('localhost:9090');
    expect(moved?.rules).toEqual(first?.rules);
    const [without] = await load({ ...web, endpoint: null });
    expect(without?.userMetadata).toBe('');
  });

  it('keeps those that were not wanted this time', async () => {
    const [first] = await load(web);
    await load({ name: 'other', endpoint: null });
    expect((await load(web))[0]?.rules).toEqual(first?.rules);
  });

  it('gives several at once, and several processes at once, the same keys', async () => {
    const loaded = await Promise.all(Array.from({ length: 5 }, () => load(web)));
    expect(new Set(loaded.map(([entity]) => JSON.stringify(entity?.rules))).size).toBe(1);
  });

  it('keeps the keys from others', async () => {
    await load(web);
    expect((await stat(join(folder, 'entities.json'))).mode & 0o077).toBe(0);
  });

  it('sets a damaged file aside and makes new keys', async () => {
    const file = join(folder, 'entities.json');
    await writeFile(file, 'not JSON');
    expect(await load(web)).toHaveLength(1);
    expect(reported.map(({ code }) => code)).toEqual(['HCM4001']);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 1 });
  });

  it('leaves a file of a newer version as it is', async () => {
    const file = join(folder, 'entities.json');
    await writeFile(file, '{"version": 2}');
    await expect(load(web)).rejects.toMatchObject({ code: 'HCM4002' });
    expect(await readFile(file, 'utf8')).toBe('{"version": 2}');
  });
});
