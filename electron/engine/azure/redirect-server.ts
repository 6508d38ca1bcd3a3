/**
 * Where the browser brings the answer of a sign-in: a web server on this computer's loopback, for one answer. Owns its socket
 * until `close`.
 *
 * Invariants: only an answer with this sign-in's own state counts, whatever else knocks; it comes as a form (so that no code
 * stands in an address), and bodies are bounded.
 */
import { timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HcmError } from '../../contract/errors.ts';
import { signInPageTexts } from '../../contract/messages/texts/sign-in.ts';

export interface RedirectAnswer {
  readonly code: string;
  /** Who signed in, for the library; '' when Entra doesn't say. */
  readonly clientInfo: string;
}

const maxBodyBytes = 64 * 1024;

export class RedirectServer {
  /** Settles with the answer for this state; never rejects before somebody waits for it. */
  readonly answer: Promise<RedirectAnswer>;
  readonly #server: Server;
  readonly #state: string;
  #settle: (outcome: RedirectAnswer | Error) => void = () => undefined;

  private constructor(state: string) {
    this.#state = state;
    this.answer = new Promise((resolve, reject) => {
      this.#settle = (outcome) => {
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      };
    });
    this.answer.catch(() => undefined);
    this.#server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** @throws HcmError HCM6011 */
  static async listen(state: string): Promise<RedirectServer> {
    const made = new RedirectServer(state);
    try {
      made.#server.listen(0, '127.0.0.1');
      await once(made.#server, 'listening');
    } catch (error) {
      throw new HcmError(
        'HCM6011',
        { reason: (error as NodeJS.ErrnoException).code ?? '' },
        { cause: error },
      );
    }
    return made;
  }

  /** Registered without a port: Entra takes any port of `localhost`. */
  get uri(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = request.method === 'POST' ? new URLSearchParams(await readBody(request)) : null;
    if (fields === null || !this.#isOurs(fields.get('state') ?? '')) {
      // Icons of the page, a scanner, an answer to another sign-in.
      response.writeHead(404, { 'Content-Type': 'text/plain', Connection: 'close' }).end();
      return;
    }
    const code = fields.get('code') ?? '';
    const page = code === '' ? signInPageTexts.failed : signInPageTexts.done;
    response.writeHead(200, pageHeaders).end(pageOf(page));
    // Only when the browser has its page: whoever waits for the answer closes this server.
    await once(response, 'close');
    const clientInfo = fields.get('client_info') ?? '';
    this.#settle(code === '' ? refusalIn(fields) : { code, clientInfo });
  }

  #isOurs(state: string): boolean {
    const [given, own] = [Buffer.from(state), Buffer.from(this.#state)];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}

const pageHeaders = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'",
  'Cache-Control': 'no-store',
  Connection: 'close',
};

function pageOf(text: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${signInPageTexts.title}</title><p>${text}</p>\n`;
}

/** In the library's shape: the one table of refusals reads it. */
function refusalIn(fields: URLSearchParams): Error {
  const [errorCode, errorMessage] = [fields.get('error') ?? '', fields.get('error_description') ?? ''];
  return Object.assign(new Error('refused'), { errorCode, errorMessage: errorMessage.slice(0, 4096) });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBodyBytes) throw new RangeError('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
