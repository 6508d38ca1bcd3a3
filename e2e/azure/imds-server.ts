/**
 * The identity endpoint of a virtual machine (IMDS) on loopback, for managed identities; plain HTTP, as in Azure. Owns its web
 * server and the identities of its machine.
 *
 * Clients find it by `AZURE_POD_IDENTITY_AUTHORITY_HOST` instead of 169.254.169.254. The real msal-node uses it: imds.test.ts.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ServicePrincipal } from './azure-world.ts';
import type { TokenSigner } from './token-signer.ts';

export interface ImdsOptions {
  readonly signer: TokenSigner;
  /** `https://localhost:PORT` of the authority that would have given the tokens. */
  readonly authority: string;
  readonly resources: () => readonly string[];
}

interface Failure {
  readonly status: number;
  readonly error: string;
  readonly description: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const tokenPath = '/metadata/identity/oauth2/token';
const lifeSeconds = 86_400;

export class ImdsServer {
  /** The machine's own identity; without it a request must name one. */
  systemAssigned: ServicePrincipal | undefined;
  readonly userAssigned: ServicePrincipal[] = [];
  /** Answers instead of tokens, first come first served: 429 and 500 as a busy host gives them. */
  readonly failures: Failure[] = [];
  #requestCount = 0;
  readonly #options: ImdsOptions;
  readonly #server: Server;

  constructor(options: ImdsOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => this.#serve(request, response));
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** Value for `AZURE_POD_IDENTITY_AUTHORITY_HOST`. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get requestCount(): number {
    return this.#requestCount;
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    this.#requestCount += 1;
    const url = new URL(request.url ?? '/', this.origin);
    const { status, headers = {}, body } = this.#answer(request, url);
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  }

  #answer(request: IncomingMessage, url: URL) {
    // msal-node writes the path with a slash at its end.
    if (url.pathname.replace(/\/$/, '') !== tokenPath)
      return failed(404, 'not_found', 'The path is unknown.');
    // Both keep requests that a web page or a proxy was talked into from getting tokens.
    if (request.headers['metadata'] !== 'true')
      return failed(400, 'invalid_request', 'Required metadata header not specified');
    if (request.headers['x-forwarded-for'] !== undefined)
      return failed(403, 'forbidden', 'Requests that were forwarded are refused');
    if (url.searchParams.get('api-version') === null)
      return failed(400, 'invalid_request', 'Required query variable api-version is missing');
    const ordered = this.failures.shift();
    if (ordered !== undefined)
      return { ...failed(ordered.status, ordered.error, ordered.description), headers: ordered.headers };
    const resource = (url.searchParams.get('resource') ?? '').replace(/\/$/, '');
    if (!this.#options.resources().includes(resource)) {
      const text = `AADSTS500011: The resource principal named ${resource} was not found in the tenant.`;
      return failed(400, 'invalid_resource', text);
    }
    const identity = this.#identityFor(url.searchParams);
    if (identity === undefined) return failed(400, 'invalid_request', 'Identity not found');
    return { status: 200, headers: {}, body: this.#tokenFor(identity, resource) };
  }

  #identityFor(query: URLSearchParams): ServicePrincipal | undefined {
    const [clientId, objectId] = [query.get('client_id'), query.get('object_id')];
    if (clientId === null && objectId === null && query.get('msi_res_id') === null)
      return this.systemAssigned;
    return this.userAssigned.find(
      (identity) => identity.clientId === clientId || identity.objectId === objectId,
    );
  }

  #tokenFor(identity: ServicePrincipal, resource: string): object {
    const { signer, authority } = this.#options;
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      aud: resource,
      iss: `${authority}/${identity.tenantId}/v2.0`,
      iat: now,
      nbf: now,
      exp: now + lifeSeconds,
      appid: identity.clientId,
      oid: identity.objectId,
      tid: identity.tenantId,
      idtyp: 'app',
    };
    return {
      access_token: signer.sign(claims),
      client_id: identity.clientId,
      expires_in: String(lifeSeconds),
      expires_on: String(now + lifeSeconds),
      ext_expires_in: String(lifeSeconds),
      not_before: String(now),
      resource,
      token_type: 'Bearer',
    };
  }
}

function failed(status: number, error: string, description: string) {
  return { status, headers: undefined, body: { error, error_description: description } };
}
