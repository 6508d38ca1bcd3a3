/**
 * Fetches one file over a session of Chromium's, whatever its server says or sends: by https alone, sent on a few times at
 * most, no longer than what is wanted, and over when it is given up. Owns the listener of its session, which nothing else
 * uses, and what is under way.
 *
 * It does in electron-updater's place what that leaves open: there, a request that was given up goes on, redirects are
 * followed without end, and what comes without a length is neither counted nor stopped, so that one answer fills the disk.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Session } from 'electron';
import { HcmError } from '../contract/errors.ts';

type FetchingSession = Pick<Session, 'webRequest' | 'fetch'>;

export interface FileWanted {
  readonly url: string;
  /** Of the release, for words. */
  readonly version: string;
  readonly sizeBytes: number;
  /** Of the file that is written. */
  readonly path: string;
  /** Bytes so far. */
  readonly onProgress: (received: number) => void;
  readonly signal: AbortSignal;
}

/** One, and three that it is sent on to. */
const maxRequests = 4;

export class PackageFetch {
  readonly #session: FetchingSession;
  #requestsLeft = 0;

  constructor(session: FetchingSession) {
    this.#session = session;
    session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !this.#mayAsk(url) }));
  }

  /** @throws HcmError HCM5115, HCM5116 when more comes than is wanted; the signal's reason when aborted; errors of Chromium and of the disk */
  async fetch({ url, version, sizeBytes, path, onProgress, signal }: FileWanted): Promise<void> {
    const over = new AbortController();
    const ending = AbortSignal.any([signal, over.signal]);
    this.#requestsLeft = maxRequests;
    let received = 0;
    async function* counted(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const part of parts) {
        received += part.length;
        if (received > sizeBytes) throw new HcmError('HCM5116', { version });
        onProgress(received);
        yield part;
      }
    }
    try {
      const response = await this.#session.fetch(url, {
        signal: ending,
        credentials: 'omit',
      });
      if (response.status !== 200 || response.body === null)
        throw new HcmError('HCM5115', { version, reason: 'status' });
      const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
      await pipeline(body, counted, createWriteStream(path), { signal: ending });
    } catch (error) {
      signal.throwIfAborted();
      throw error;
    } finally {
      // Chromium would go on with what nobody reads any more.
      this.#requestsLeft = 0;
      over.abort();
    }
  }

  #mayAsk(url: string): boolean {
    if (this.#requestsLeft === 0 || !url.startsWith('https:')) return false;
    this.#requestsLeft -= 1;
    return true;
  }
}
