/**
 * What ARM was asked, for assertions. Owns the record.
 *
 * Invariant: no token is kept.
 */
import type { IncomingHttpHeaders } from 'node:http';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  /** 0 while there is no answer, and when the connection was cut. */
  status: number;
}

export class ArmRequests {
  readonly all: RecordedRequest[] = [];
  #inFlight = 0;
  #mostInFlight = 0;

  /** How many were under way at once, at most, since the last `clear`. */
  get mostInFlight(): number {
    return this.#mostInFlight;
  }

  clear(): void {
    this.all.length = 0;
    this.#mostInFlight = this.#inFlight;
  }

  count(method: string, path: RegExp): number {
    return this.all.filter((request) => request.method === method && path.test(request.path)).length;
  }

  begin(method: string, url: URL, headers: IncomingHttpHeaders): RecordedRequest {
    const { authorization, ...rest } = headers;
    const kept = authorization === undefined ? rest : { ...rest, authorization: '(a token)' };
    const request = { method, path: url.pathname, query: url.search, headers: kept, status: 0 };
    this.all.push(request);
    this.#inFlight += 1;
    this.#mostInFlight = Math.max(this.#mostInFlight, this.#inFlight);
    return request;
  }

  end(request: RecordedRequest, status: number): void {
    request.status = status;
    this.#inFlight -= 1;
  }
}
