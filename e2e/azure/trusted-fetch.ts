/** Requests over TLS that trust the test's own authority, and over plain HTTP to loopback redirects. Follows nothing by itself. */
import { once } from 'node:events';
import { request as plainRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { text } from 'node:stream/consumers';

export interface PlainAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface PlainQuestion {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export async function trustedFetch(
  caPem: string,
  url: string,
  { method = 'GET', headers = {}, body = '' }: PlainQuestion = {},
): Promise<PlainAnswer> {
  const send = url.startsWith('https:') ? tlsRequest : plainRequest;
  const length = method === 'GET' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const asked = send(url, { method, ca: caPem, headers: { ...headers, ...length } }).end(body);
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}
