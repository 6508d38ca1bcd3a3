import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from 'electron';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PackageFetch, type FileWanted } from './package-fetch.ts';

type Listener = (details: { readonly url: string }, answer: (given: { cancel: boolean }) => void) => void;

const url = 'https://feed.example/a.deb';
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-fetch-'));
  path = join(folder, 'a.deb');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** Chromium's part: asks before each request, and answers with this. */
function fetching(answer: (signal: AbortSignal, mayAsk: (url: string) => boolean) => Response) {
  let before: Listener = () => undefined;
  let over: AbortSignal | undefined;
  const mayAsk = (asked: string): boolean => {
    let isCancelled = true;
    before({ url: asked }, ({ cancel }) => (isCancelled = cancel));
    return !isCancelled;
  };
  const session = {
    webRequest: { onBeforeRequest: (listener: Listener) => void (before = listener) },
    fetch: (_url: string, { signal }: { readonly signal: AbortSignal }) => {
      over = signal;
      return Promise.resolve(answer(signal, mayAsk));
    },
  } as unknown as Session;
  return { fetcher: new PackageFetch(session), mayAsk, isOver: () => over?.aborted };
}

function wanted(change: Partial<FileWanted> = {}): FileWanted {
  return {
    url,
    version: '2.4.0',
    sizeBytes: 10,
    path,
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...change,
  };
}

/** An answer that goes on until nobody reads it. */
function endless(): Response {
  return new Response(new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(4)) }));
}

describe('PackageFetch', () => {
  it('writes what comes, and counts it', async () => {
    const { fetcher, isOver } = fetching(() => new Response('0123456789'));
    const counts: number[] = [];
    await fetcher.fetch(wanted({ onProgress: (received) => counts.push(received) }));
    expect(await readFile(path, 'utf8')).toBe('0123456789');
    expect([counts.at(-1), isOver()]).toEqual([10, true]);
  });

  it('ends an answer that is longer than what is wanted', async () => {
    const { fetcher, isOver } = fetching(endless);
    await expect(fetcher.fetch(wanted())).rejects.toMatchObject({ code: 'HCM5116' });
    expect(isOver()).toBe(true);
    expect((await readFile(path)).length).toBeLessThanOrEqual(10);
  });

  it('ends when it is given up, with the reason of that', async () => {
    const { fetcher, isOver } = fetching(endless);
    const giving = new AbortController();
    const onProgress = (): void => giving.abort(new Error('given up'));
    const fetched = fetcher.fetch(wanted({ sizeBytes: 1_000_000, onProgress, signal: giving.signal }));
    await expect(fetched).rejects.toThrow('given up');
    expect(isOver()).toBe(true);
  });

  it.each([204, 206, 304, 401, 404, 503])('takes no answer with %i', async (status) => {
    const { fetcher } = fetching(() => new Response(null, { status }));
    await expect(fetcher.fetch(wanted())).rejects.toMatchObject({
      code: 'HCM5115',
      details: { reason: 'status' },
    });
  });

  it('is sent on three times, to https alone, and asks for nothing before or after', async () => {
    const seen: boolean[] = [];
    const { fetcher, mayAsk } = fetching((_signal, may) => {
      seen.push(may('http://feed.example/a.deb'), ...[1, 2, 3, 4, 5].map(() => may(url)));
      return new Response('');
    });
    expect(mayAsk(url)).toBe(false);
    await fetcher.fetch(wanted());
    expect(seen).toEqual([false, true, true, true, true, false]);
    expect(mayAsk(url)).toBe(false);
  });
});
