/**
 * A small HTTP server for programs that watch: reads only, one request for each connection. Owns its listening socket, the
 * connections and the time that each of them has.
 *
 * Invariants: few connections at once, each ends in time whatever the other side does; no body is read; nobody is answered under a
 * name that isn't this host's; after `close` no socket and no timer is left.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { HostPort } from '../../contract/host-port.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log/logger.ts';
import { isAllowedHost, type AllowedHosts } from './allowed-hosts.ts';

export interface HttpRequest {
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

export interface HttpServerOptions extends HostPort {
  readonly allowed: AllowedHosts;
  /** Null when there is no such path. */
  readonly answer: (request: HttpRequest) => Promise<HttpAnswer | null>;
  readonly clock: Clock;
  readonly log: Logger;
}

export const maxConnections = 16;
/** For one connection in all. Prometheus waits 10 s by default. */
export const connectionLimitMs = 10_000;
const maxHeaderBytes = 8_192;
const maxHeaders = 64;

const plainText = 'text/plain; charset=utf-8';

export class HttpServer {
  readonly #options: HttpServerOptions;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(options: HttpServerOptions) {
    this.#options = options;
    this.#server = createServer({ maxHeaderSize: maxHeaderBytes }, (request, response) => {
      void this.#respond(request, response);
    });
    this.#server.maxConnections = maxConnections;
    this.#server.maxHeadersCount = maxHeaders;
    // What comes behind the first request gets 503: many in one piece would be answered in one go.
    this.#server.maxRequestsPerSocket = 1;
    this.#server.on('connection', (socket) => this.#keep(socket));
  }

  /** @throws HcmError HCM5030, HCM5032 */
  static async listen(options: HttpServerOptions): Promise<HttpServer> {
    const server = new HttpServer(options);
    await server.#listen();
    return server;
  }

  /** Where it really listens. */
  get address(): HostPort {
    const { address: host, port } = this.#server.address() as AddressInfo;
    return { host, port };
  }

  /** Ends every connection at once. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #listen(): Promise<void> {
    const { host, port, log } = this.#options;
    return new Promise((resolve, reject) => {
      const refused = (error: NodeJS.ErrnoException): void => {
        const { code: errno = 'unknown' } = error;
        const isTaken = errno === 'EADDRINUSE';
        const code = isTaken ? 'HCM5030' : 'HCM5032';
        reject(new HcmError(code, { host, port, errno }, { cause: error }));
      };
      this.#server.once('error', refused);
      this.#server.listen({ host, port, exclusive: true }, () => {
        this.#server.off('error', refused);
        this.#server.on('error', (error) => log.warn('monitoring trouble', { problem: toErrorData(error) }));
        resolve();
      });
    });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    const cancelLimit = this.#options.clock.after(connectionLimitMs, () => socket.destroy());
    socket.once('close', () => {
      cancelLimit();
      this.#sockets.delete(socket);
    });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let answer;
    try {
      answer =
        this.#refusal(request) ?? (await this.#options.answer(read(request))) ?? plain(404, 'not found');
    } catch (error) {
      this.#options.log.error('monitoring failed', { problem: toErrorData(error) });
      answer = plain(500, 'failed');
    }
    send(response, answer);
  }

  #refusal({ headers, method }: IncomingMessage): HttpAnswer | null {
    if (!isAllowedHost(headers.host, this.#options.allowed)) return plain(421, 'not a name of this host');
    if (method !== 'GET' && method !== 'HEAD') return plain(405, 'only GET and HEAD');
    const hasBody =
      headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
    return hasBody ? plain(413, 'no body is taken') : null;
  }
}

export function plain(status: number, text: string): HttpAnswer {
  return { status, contentType: plainText, body: `${text}\n` };
}

function read({ url = '' }: IncomingMessage): HttpRequest {
  const [path = '', ...rest] = url.split('?');
  return { path, query: new URLSearchParams(rest.join('?')) };
}

function send(response: ServerResponse, { status, contentType, body }: HttpAnswer): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
    ...(status === 405 ? { allow: 'GET, HEAD' } : {}),
  });
  response.end(body);
}
