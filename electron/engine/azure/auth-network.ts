/**
 * How the library that signs in (MSAL) reaches the authority: over this host's own way, through its proxies and under its trust.
 *
 * Invariants: no other host than the authority's is asked, whatever a document of its says; nothing that goes over this wire is
 * logged. The library turns every failure of a network into one word, so the true one is kept here.
 */
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { HcmError } from '../../contract/errors.ts';
import { httpsRequest, type HttpsPorts } from '../net/https-request.ts';
import { networkFailure } from './network-failure.ts';

export interface AuthNetworkPorts extends HttpsPorts {
  /** `host[:port]` of the authority's names. */
  readonly hosts: readonly string[];
  /** Ends everything that is under way. */
  readonly signal: AbortSignal;
}

/** An answer of a sign-in is small; it may have to wait for a second factor's service. */
const timeoutMs = 30_000;

export class AuthNetwork implements INetworkModule {
  readonly #ports: AuthNetworkPorts;
  #lastFailure: HcmError | null = null;

  constructor(ports: AuthNetworkPorts) {
    this.#ports = ports;
  }

  /** Why the last request that led nowhere did so: counts only where the library says that one just has. */
  get lastFailure(): HcmError | null {
    return this.#lastFailure;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send('POST', url, options);
  }

  async #send<T>(
    method: 'GET' | 'POST',
    address: string,
    { headers = {}, body }: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const { hosts, signal } = this.#ports;
    try {
      const url = new URL(address);
      if (url.protocol !== 'https:' || !hosts.includes(url.host))
        throw new HcmError('HCM6015', { host: hosts[0] ?? '' });
      const request = { method, url, headers, body, timeoutMs, signal };
      const answer = await httpsRequest(request, this.#ports);
      return { status: answer.status, headers: answer.headers, body: parse(answer.body, url.host) as T };
    } catch (error) {
      if (!(error instanceof HcmError)) throw error;
      this.#lastFailure = networkFailure(error);
      throw this.#lastFailure;
    }
  }
}

function parse(body: string, host: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new HcmError('HCM6015', { host }, { cause });
  }
}
