/**
 * A small cloud of our own on loopback, with TLS: an authority that speaks as much of Entra's dialect as signing in needs, and
 * whatever a test answers in Resource Manager's place. Owns its servers.
 *
 * What the real dialect is stands elsewhere: e2e/azure has an authority and a Resource Manager that other people's clients use.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../../contract/settings.ts';
import { loadOrCreateCertificates, type RelayCertificates } from '../../../local-relay/certificates.ts';

export const homeTenant = 'aaaaaaaa-0000-4000-8000-000000000001';
export const otherTenant = 'aaaaaaaa-0000-4000-8000-000000000002';

export interface ServedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text as it is. */
  readonly body?: unknown;
}

export interface ArmAsked {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly token: string;
  /** '' for none. */
  readonly body: string;
}

export class CloudServer {
  readonly certificates: RelayCertificates;
  /** Fields of every request for tokens, in that order. */
  readonly tokenRequests: Record<string, string>[] = [];
  /** All that were given, the last one last. */
  readonly refreshTokens: string[] = [];
  readonly armRequests: ArmAsked[] = [];
  /** What the next requests for tokens get instead; one is used up by each. */
  readonly refusals: ServedAnswer[] = [];
  /** What requests for tokens of a tenant get instead, as long as it says so. */
  refuse: (tenant: string) => ServedAnswer | undefined = () => undefined;
  /** Where the authority's own description sends those who want tokens; null: to itself. */
  describedOrigin: string | null = null;
  /** Of the code that a device shows: whether its person is done. */
  isDeviceDone = true;
  /** Paths that were asked of the authority, which a test may compare. */
  readonly authorityPaths: string[] = [];
  onArm: (asked: ArmAsked) => ServedAnswer | Promise<ServedAnswer> = () => ({
    status: 404,
    body: armError('NotFound'),
  });
  readonly #folder: string;
  readonly #authority: Server;
  readonly #arm: Server;
  readonly #nonces = new Map<string, string>();

  private constructor(folder: string, certificates: RelayCertificates) {
    this.#folder = folder;
    this.certificates = certificates;
    const keys = { cert: certificates.certPem, key: certificates.keyPem };
    this.#authority = createServer(keys, (request, response) => {
      this.#asAuthority(request).then((answer) => send(response, answer), fail(response));
    });
    this.#arm = createServer(keys, (request, response) => {
      this.#asArm(request).then((answer) => send(response, answer), fail(response));
    });
  }

  static async start(): Promise<CloudServer> {
    const folder = await mkdtemp(join(tmpdir(), 'hcm-cloud-'));
    const made = new CloudServer(folder, await loadOrCreateCertificates(folder));
    for (const server of [made.#authority, made.#arm]) {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
    }
    return made;
  }

  async stop(): Promise<void> {
    for (const server of [this.#authority, this.#arm]) {
      server.closeAllConnections();
      server.close();
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  get authority(): string {
    return originOf(this.#authority);
  }

  get arm(): string {
    return originOf(this.#arm);
  }

  get settings(): Partial<Settings> {
    return {
      azureCloud: 'custom',
      azureAuthority: this.authority,
      azureArm: this.arm,
      azureRelaySuffix: 'localhost',
      proxyMode: 'none',
    };
  }

  /** A person at the browser who signs in at once: the form that the page would send. */
  async useBrowser(url: string, change: Readonly<Record<string, string>> = {}): Promise<Response> {
    const asked = new URL(url).searchParams;
    const code = randomUUID();
    this.#nonces.set(code, asked.get('nonce') ?? '');
    const form = new URLSearchParams({
      code,
      state: asked.get('state') ?? '',
      client_info: clientInfo,
      ...change,
    });
    const target = (asked.get('redirect_uri') ?? '').replace('localhost', '127.0.0.1');
    return fetch(target, { method: 'POST', body: form });
  }

  async #asAuthority(request: IncomingMessage): Promise<ServedAnswer> {
    const path = request.url?.split('?')[0] ?? '';
    const tenant = path.split('/')[1] ?? '';
    this.authorityPaths.push(path);
    if (path.endsWith('/.well-known/openid-configuration')) return { body: this.#configuration(tenant) };
    const fields = Object.fromEntries(new URLSearchParams(await readBody(request)));
    if (path.endsWith('/devicecode')) {
      const code = { user_code: 'ABCD-EFGH', device_code: randomUUID(), expires_in: 900, interval: 0.02 };
      return { body: { ...code, verification_uri: `${this.authority}/device`, message: 'Go there' } };
    }
    this.tokenRequests.push(fields);
    const refusal = this.refusals.shift() ?? this.refuse(tenant);
    if (refusal !== undefined) return refusal;
    if (fields['grant_type'] === 'device_code' && !this.isDeviceDone)
      return {
        status: 400,
        body: { error: 'authorization_pending', error_description: 'AADSTS70016: wait' },
      };
    return { body: this.#tokens(tenant, fields) };
  }

  #configuration(tenant: string): object {
    const base = `${this.authority}/${tenant}`;
    return {
      issuer: `${base}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${this.describedOrigin ?? this.authority}/${tenant}/oauth2/v2.0/token`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
    };
  }

  #tokens(tenant: string, fields: Record<string, string>): object {
    const isService = fields['grant_type'] === 'client_credentials';
    const tid = tenant === 'organizations' ? homeTenant : tenant;
    const shared = {
      iss: `${this.authority}/${tid}/v2.0`,
      tid,
      oid: 'person-1',
      exp: soon(),
      iat: soon() - 3600,
    };
    const nonce = this.#nonces.get(fields['code'] ?? '');
    const idToken = jwt({
      ...shared,
      aud: fields['client_id'],
      sub: 'person-1',
      preferred_username: 'ada@contoso.test',
      ...(nonce === undefined ? {} : { nonce }),
    });
    return {
      token_type: 'Bearer',
      scope: fields['scope'],
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: jwt({
        ...shared,
        jti: randomUUID(),
        ...(isService ? { appid: fields['client_id'] } : {}),
      }),
      ...(isService
        ? {}
        : { refresh_token: this.#refreshToken(), id_token: idToken, client_info: clientInfo }),
    };
  }

  #refreshToken(): string {
    const token = `refresh-${randomUUID()}`;
    this.refreshTokens.push(token);
    return token;
  }

  async #asArm(request: IncomingMessage): Promise<ServedAnswer> {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const body = await readBody(request);
    const asked = { method: request.method ?? '', path: request.url ?? '', token, body };
    this.armRequests.push(asked);
    return this.onArm(asked);
  }
}

export function armError(code: string, message = code): object {
  return { error: { code, message } };
}

export function refusal(error: string, description: string): ServedAnswer {
  return { status: 400, body: { error, error_description: description, correlation_id: 'c-1' } };
}

const clientInfo = Buffer.from(JSON.stringify({ uid: 'person-1', utid: homeTenant })).toString('base64url');

function jwt(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}

function soon(): number {
  return Math.floor(Date.now() / 1000) + 3600;
}

function send(response: ServerResponse, { status = 200, headers = {}, body = {} }: ServedAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

function fail(response: ServerResponse): (error: unknown) => void {
  return (error) => response.destroy(error instanceof Error ? error : undefined);
}

function originOf(server: Server): string {
  return `https://localhost:${(server.address() as AddressInfo).port}`;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}
