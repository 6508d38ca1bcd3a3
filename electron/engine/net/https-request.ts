/**
 * One HTTPS request over a way that is given: through the host's proxies, under the host's trust. Owns the socket until the
 * answer is read; each request has one of its own.
 *
 * Invariants: nothing is followed (an answer that points elsewhere is an answer); size and time of an answer are bounded.
 */
import { request, type IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { dialFailure } from '../relay/failures.ts';
import type { DialRelay } from './dial-relay.ts';

export interface HttpsRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  /** For dial and answer together. */
  readonly timeoutMs: number;
  /** Of the answer's body, where it is less than what Azure may say. */
  readonly maxBytes?: number;
  readonly signal: AbortSignal;
}

export interface HttpsAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** `bytes` as UTF-8. */
  readonly body: string;
}

export interface HttpsPorts {
  readonly clock: Clock;
  readonly dial: DialRelay;
}

/** A thousand resources of Azure, or more. */
const maxBodyBytes = 8 * 1024 * 1024;

/** @throws HcmError HCM20xx; the signal's reason when aborted. */
export async function httpsRequest(input: HttpsRequest, { clock, dial }: HttpsPorts): Promise<HttpsAnswer> {
  const { url, timeoutMs, signal } = input;
  if (url.protocol !== 'https:') throw new TypeError('only https');
  const port = url.port === '' ? 443 : Number(url.port);
  const began = clock.monotonicMs();
  const socket = await dial(bare(url.hostname), port, timeoutMs, signal);
  const leftMs = Math.max(1, timeoutMs - (clock.monotonicMs() - began));
  return exchange(input, socket, leftMs, clock);
}

function exchange(
  { method, url, headers, body, timeoutMs, maxBytes = maxBodyBytes, signal }: HttpsRequest,
  socket: TLSSocket,
  leftMs: number,
  clock: Clock,
): Promise<HttpsAnswer> {
  const details = { host: bare(url.hostname), port: Number(url.port || 443) };
  return new Promise((resolve, reject) => {
    const call = request({
      createConnection: () => socket,
      method,
      path: url.pathname + url.search,
      headers: {
        ...headers,
        Host: url.host,
        Connection: 'close',
        ...(body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
      },
    });
    const settle = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
    };
    const fail = (error: unknown): void => {
      settle();
      call.destroy();
      reject(dialFailure(error, details));
    };
    const onAbort = (): void => fail(signal.reason);
    const cancelTimer = clock.after(leftMs, () =>
      fail(new HcmError('HCM2003', { ...details, seconds: Math.round(timeoutMs / 1000) })),
    );
    signal.addEventListener('abort', onAbort, { once: true });
    call.on('error', fail);
    call.on('response', (response) => {
      readBody(response, maxBytes).then((bytes) => {
        settle();
        const status = response.statusCode ?? 0;
        resolve({ status, headers: headersOf(response), bytes, body: bytes.toString('utf8') });
      }, fail);
    });
    if (signal.aborted) onAbort();
    else call.end(body);
  });
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes) throw new HcmError('HCM6026', { reason: 'size' });
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** IPv6 without its brackets. */
function bare(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}
