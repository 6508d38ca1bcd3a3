/**
 * Azure Resource Manager on loopback, as far as hybrid connections need it: the published API of Microsoft.Resources,
 * Microsoft.Relay and Microsoft.Web over an AzureWorld, with faults to order and a record of what was asked. Owns its web server.
 *
 * Microsoft's own clients use it unmodified: arm-sdk.test.ts. How tests use it: docs/azure-tests.md.
 *
 * Invariants: every answer has ARM's request ids; every failure is in ARM's envelope, unless a fault says otherwise; no request
 * brings the server down.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { authorizationRuleRoutes } from './arm-authorization-rules.ts';
import { ArmError } from './arm-error.ts';
import { ArmFaults, errorOf, type ArmFault } from './arm-faults.ts';
import { hybridConnectionRoutes } from './arm-hybrid-connections.ts';
import { ArmIdentity, type DemandedClaims } from './arm-identity.ts';
import { namespaceRoutes } from './arm-namespaces.ts';
import { ArmOperations } from './arm-operations.ts';
import { permissionRoutes } from './arm-permissions.ts';
import type { ArmAnswer } from './arm-request.ts';
import { ArmRequests } from './arm-requests.ts';
import { ArmRouter } from './arm-router.ts';
import { subscriptionRoutes } from './arm-subscriptions.ts';
import { webAppRoutes } from './arm-web-apps.ts';
import type { AzureWorld } from './azure-world.ts';
import type { RelayCertificate } from './relay-namespace.ts';
import { TlsServer, readBody } from '../fixtures/tls-server.ts';
import type { TokenSigner } from './token-signer.ts';

export interface ArmServerOptions {
  readonly world: AzureWorld;
  readonly certificates: RelayCertificate;
  readonly signer: TokenSigner;
  /** `https://host:port` of the authority whose tokens count. */
  readonly authority: string;
}

export class ArmServer {
  readonly faults = new ArmFaults();
  readonly requests = new ArmRequests();
  readonly operations = new ArmOperations();
  /** Items of one page. */
  pageSize = 100;
  readonly #server: TlsServer;
  readonly #identity: ArmIdentity;
  readonly #router: ArmRouter;

  constructor({ world, certificates, signer, authority }: ArmServerOptions) {
    this.#server = new TlsServer(certificates, (request, response) => void this.#serve(request, response));
    this.#identity = new ArmIdentity({ world, signer, authority, audiences: () => [this.origin] });
    const pageSize = (): number => this.pageSize;
    this.#router = new ArmRouter(world, this.#identity, [
      ...subscriptionRoutes(world, pageSize),
      ...namespaceRoutes(world, this.operations, pageSize),
      ...hybridConnectionRoutes(world, pageSize),
      ...authorizationRuleRoutes(world, pageSize),
      ...webAppRoutes(world, pageSize),
      ...permissionRoutes(world),
    ]);
  }

  listen(): Promise<void> {
    return this.#server.listen();
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  /** `https://localhost:PORT`: where clients go, and the audience of their tokens. */
  get origin(): string {
    return this.#server.origin;
  }

  /** Ports of those who connected. */
  get peers(): readonly number[] {
    return this.#server.peers;
  }

  /** From now on only tokens with these claims pass; the others get a challenge. `undefined`: any valid token again. */
  demandClaims(claims: DemandedClaims | undefined): void {
    this.#identity.demanded = claims;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A peer that goes away within an answer is no failure of the server's.
    response.on('error', () => undefined);
    const url = new URL(request.url ?? '/', this.origin);
    const method = request.method ?? 'GET';
    const record = this.requests.begin(method, url, request.headers);
    let status = 0;
    response.once('close', () => this.requests.end(record, status));
    try {
      const body = await readBody(request);
      const fault = this.faults.take(method, url.pathname);
      if (fault?.kind === 'held') await fault.until;
      const answer = await this.#answer(request, url, body, fault);
      status = answer.status;
      write(request, response, answer, fault);
    } catch {
      // The peer went away before its request was whole.
      response.destroy();
    }
  }

  async #answer(
    request: IncomingMessage,
    url: URL,
    text: string,
    fault: ArmFault | undefined,
  ): Promise<ArmAnswer> {
    try {
      const ordered = fault === undefined ? undefined : errorOf(fault);
      if (ordered !== undefined) throw ordered;
      const { authorization } = request.headers;
      const method = request.method ?? 'GET';
      return await this.#router.answer({ method, url, body: parsed(text), authorization });
    } catch (error) {
      const failure =
        error instanceof ArmError ? error : new ArmError(500, 'InternalServerError', String(error));
      return { status: failure.status, body: failure.envelope, headers: failure.headers };
    }
  }
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ArmError(
      400,
      'InvalidRequestContent',
      'The request content was invalid and could not be deserialized.',
    );
  }
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  { status, body, headers }: ArmAnswer,
  fault: ArmFault | undefined,
): void {
  if (fault?.kind === 'cut' && fault.within === 'head') {
    response.destroy();
    return;
  }
  if (fault?.kind === 'html') {
    const page = `<html><head><title>${fault.status}</title></head><body>Gateway</body></html>`;
    response.writeHead(fault.status, { 'content-type': 'text/html' }).end(page);
    return;
  }
  const id = randomUUID();
  const text = body === undefined ? '' : JSON.stringify(body);
  const given = request.headers['x-ms-correlation-request-id'];
  response.writeHead(status, {
    'cache-control': 'no-cache',
    'x-ms-request-id': id,
    'x-ms-correlation-request-id': typeof given === 'string' ? given : id,
    'x-ms-routing-request-id': `TEST:${new Date().toISOString()}:${id}`,
    'x-ms-ratelimit-remaining-subscription-reads': '11999',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    ...(text === '' ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(text) }),
    ...headers,
  });
  if (fault?.kind === 'cut') {
    response.write(text.slice(0, text.length / 2), () => response.destroy());
    return;
  }
  response.end(fault?.kind === 'broken-json' ? text.replaceAll(':', ' ') : text);
}
