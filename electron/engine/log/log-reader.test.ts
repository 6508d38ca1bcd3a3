import { appendFile, mkdtemp, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogReader, type PlacedLine } from './log-reader.ts';

let folder: string;
const readers: LogReader[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-log-reader-'));
});

afterEach(async () => {
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
  await rm(folder, { recursive: true, force: true });
});

const path = (number: number): string => join(folder, number === 0 ? 'x.log' : `x.log.${number}`);
const put = (number: number, text: string): Promise<void> => writeFile(path(number), text);

async function open(): Promise<LogReader> {
  const reader = await LogReader.open({ folder, name: 'x.log', files: 3 });
  readers.push(reader);
  return reader;
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

const texts = (lines: readonly PlacedLine[]): readonly string[] => lines.map(({ text }) => text);

/** As `FileSink` does it. */
async function rotate(): Promise<void> {
  for (const number of [1, 0]) await rename(path(number), path(number + 1)).catch(() => undefined);
}

describe('LogReader', () => {
  it('reads backwards through all files, and forwards from any line', async () => {
    await put(2, 'a\nb\n');
    await put(1, 'c\n\nd\n');
    await put(0, 'e\nf\n');
    const reader = await open();
    const back = await all(reader.back());
    expect(texts(back)).toEqual(['f', 'e', 'd', 'c', 'b', 'a']);
    for (const [index, { place }] of back.entries()) {
      const forth = await all(reader.forth(place));
      expect(forth).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].slice(5 - index));
    }
  });

  it('finds every line whole, whatever the pieces in which it reads', async () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `${index} ${'ü'.repeat(index % 90)}`);
    await put(0, `${lines.join('\n')}\n`);
    const reader = await open();
    const back = await all(reader.back());
    expect(texts(back)).toEqual([...lines].reverse());
    expect(await all(reader.forth(back[1234]!.place))).toEqual(lines.slice(-1235));
  });

  it('passes over a line too long, both ways', async () => {
    await put(0, `before\n${'x'.repeat(400_000)}\nafter\n`);
    const reader = await open();
    const back = await all(reader.back());
    expect(texts(back)).toEqual(['after', 'before']);
    expect(await all(reader.forth(back[1]!.place))).toEqual(['before', 'after']);
  });

  it('has nothing where there is nothing, and begins when there is', async () => {
    const reader = await open();
    expect(await all(reader.back())).toEqual([]);
    await reader.skipToEnd();
    expect(await all(reader.more())).toEqual([]);
    await put(0, 'first\n');
    expect(await all(reader.more())).toEqual(['first']);
    expect(await all(reader.more())).toEqual([]);
  });

  it('goes on with what comes, whole lines only', async () => {
    await put(0, 'a\nb\ntor');
    const reader = await open();
    await reader.skipToEnd();
    await appendFile(path(0), 'n\nc\nd');
    expect(await all(reader.more())).toEqual(['torn', 'c']);
    await appendFile(path(0), '\n');
    expect(await all(reader.more())).toEqual(['d']);
  });

  it('skips what was looked through, and nothing that came meanwhile', async () => {
    await put(0, 'a\n');
    const reader = await open();
    expect(texts(await all(reader.back()))).toEqual(['a']);
    await appendFile(path(0), 'b\nc\n');
    expect(texts(await all(reader.back()))).toEqual(['a']);
    await reader.skipToEnd();
    expect(await all(reader.more())).toEqual(['b', 'c']);
  });

  it('loses no line and repeats none while files are rotated', async () => {
    await put(1, 'old\n');
    await put(0, 'a\n');
    const reader = await open();
    const [last] = await all(reader.back());
    expect(await all(reader.forth(last!.place))).toEqual(['a']);
    await appendFile(path(0), 'b\n');
    await rotate();
    // Between the steps of a rotation there is no newest file.
    expect(await all(reader.more())).toEqual(['b']);
    await put(0, 'c\n');
    expect(await all(reader.more())).toEqual(['c']);
    await appendFile(path(0), 'd\n');
    await rotate();
    await put(0, 'e\n');
    await rotate();
    await put(0, 'f\n');
    expect(await all(reader.more())).toEqual(['d', 'e', 'f']);
    expect(await all(reader.more())).toEqual([]);
  });

  it('begins anew with a file that was cut or replaced', async () => {
    await put(0, 'a\nb\n');
    const reader = await open();
    await reader.skipToEnd();
    await truncate(path(0), 0);
    expect(await all(reader.more())).toEqual([]);
    await appendFile(path(0), 'c\n');
    expect(await all(reader.more())).toEqual(['c']);
    await rename(path(0), join(folder, 'elsewhere'));
    await put(1, 'of a host long ago\n');
    await put(0, 'd\n');
    expect(await all(reader.more())).toEqual(['d']);
  });

  it('says which file can’t be read', async () => {
    await expect(LogReader.open({ folder: path(0), name: 'x'.repeat(5000), files: 1 })).rejects.toMatchObject(
      {
        code: 'HCM1061',
        details: { reason: 'ENAMETOOLONG' },
      },
    );
  });
});
