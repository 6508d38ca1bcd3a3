/**
 * The authority (Entra ID) on loopback: a thin front that speaks Entra's dialect over `oidc-provider`, one instance per tenant
 * behind it. Owns both web servers.
 *
 * The real msal-node signs in with it: authority-msal.test.ts. It needs nothing from the product but a custom authority with
 * `knownAuthorities`.
 */
import { once } from 'node:events';
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { AuthorityDirectory, demandedContext, mfaContext } from './authority-directory.ts';
import { AuthorityError } from './authority-errors.ts';
import { page, signInPage } from './authority-pages.ts';
import { createProvider } from './authority-provider.ts';
import { AuthorityStore } from './authority-store.ts';
import { rewriteScopes, tokenAnswer, tokenRequest } from './authority-tokens.ts';
import type { AzureWorld, User } from './azure-world.ts';
import type { RelayCertificate } from './relay-namespace.ts';
import { TlsServer, readBody } from '../fixtures/tls-server.ts';
import type { TokenSigner } from './token-signer.ts';
import { without } from './without.ts';

export interface AuthorityOptions {
  readonly world: AzureWorld;
  readonly certificates: RelayCertificate;
  readonly signer: TokenSigner;
  /** Audiences that tokens can be asked for, without a slash at the end. */
  readonly resources: () => readonly string[];
}

interface Inner {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export class AuthorityServer {
  readonly directory: AuthorityDirectory;
  /** What a device code's `interval` asks for. */
  pollSeconds = 1;
  /** Every token that was given out, of whatever kind: what must be nowhere afterwards. */
  readonly issued: string[] = [];
  readonly #signer: TokenSigner;
  readonly #store: AuthorityStore;
  readonly #front: TlsServer;
  readonly #inner: Server;
  readonly #providers = new Map<string, Provider>();

  constructor({ world, certificates, signer, resources }: AuthorityOptions) {
    this.directory = new AuthorityDirectory(world, resources);
    this.#signer = signer;
    this.#store = new AuthorityStore((clientId) => this.directory.clientOf(clientId));
    this.#front = new TlsServer(certificates, (request, response) => void this.#serve(request, response));
    this.#inner = createServer((request, response) => void this.#serveInner(request, response));
  }

  async listen(): Promise<void> {
    this.#inner.listen(0, '127.0.0.1');
    await once(this.#inner, 'listening');
    await this.#front.listen();
  }

  async close(): Promise<void> {
    await this.#front.close();
    const closed = once(this.#inner, 'close');
    this.#inner.close();
    this.#inner.closeAllConnections();
    await closed;
  }

  /** Ports of those who connected. */
  get peers(): readonly number[] {
    return this.#front.peers;
  }

  /** `https://localhost:PORT`; an authority is `${origin}/${tenant}`. */
  get origin(): string {
    return this.#front.origin;
  }

  /** The user's refresh tokens are worth nothing from now on. */
  revoke(user: User): void {
    this.#store.revokeRefreshTokens(user.objectId);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    try {
      const body = await readBody(request);
      await this.#route(request, response, new URL(request.url ?? '/', this.origin), body);
    } catch (error) {
      const failure =
        error instanceof AuthorityError ? error : new AuthorityError('server_error', 90_033, String(error));
      sendJson(response, failure.status, failure.body);
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, url: URL, body: string): Promise<void> {
    const [, tenant = '', ...rest] = url.pathname.split('/');
    const place = rest.join('/');
    if (place === 'discovery/instance') {
      sendJson(response, 200, this.#instances());
      return;
    }
    if (!this.directory.knows(tenant)) {
      const hint =
        'Check to make sure you have the correct tenant ID and are signing into the correct cloud.';
      throw new AuthorityError('invalid_tenant', 90_002, `Tenant '${tenant}' not found. ${hint}`);
    }
    switch (place) {
      case 'v2.0/.well-known/openid-configuration':
        sendJson(response, 200, this.#discovery(tenant));
        return;
      case 'oauth2/v2.0/authorize':
        this.#rewriteAuthorize(tenant, url);
        relay(response, await this.#ask(request, url, body));
        return;
      case 'oauth2/v2.0/devicecode':
        return this.#deviceCode(request, response, url, body);
      case 'oauth2/v2.0/token':
        return this.#token(request, response, url, body);
      default:
        relay(response, await this.#ask(request, url, body));
        return;
    }
  }

  #rewriteAuthorize(tenant: string, url: URL): void {
    const { searchParams: form } = url;
    rewriteScopes(form, this.directory, true);
    // Both show the page where the account is entered. The provider gives refresh tokens to those only who were asked for
    // consent, which is given by itself here.
    const prompt = form.get('prompt') ?? '';
    if (prompt === 'login' || prompt === 'select_account') form.set('prompt', 'login consent');
    else if (prompt !== 'none') form.set('prompt', 'consent');
    this.#rememberContexts(tenant, form.get('code_challenge'), form.get('claims'));
  }

  /** Whoever signs in in front of a browser does what is demanded of him. */
  #rememberContexts(tenant: string, key: string | null, claims: string | null): void {
    if (key === null) return;
    const demanded = demandedContext(claims);
    const tenantId = this.directory.world.tenant(tenant)?.tenantId;
    const contexts = [
      ...(demanded === undefined ? [] : [demanded]),
      ...(tenantId === undefined ? [] : [mfaContext(tenantId)]),
    ];
    this.directory.remember(key, contexts);
  }

  async #deviceCode(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    body: string,
  ): Promise<void> {
    const form = new URLSearchParams(body);
    rewriteScopes(form, this.directory, true);
    const answer = await this.#ask(request, url, form.toString());
    const given = JSON.parse(answer.body) as Record<string, unknown>;
    if (answer.status !== 200)
      throw new AuthorityError(String(given['error']), 9_002_313, String(given['error_description']));
    const [code, place] = [String(given['user_code']), String(given['verification_uri'])];
    const message = `To sign in, use a web browser to open the page ${place} and enter the code ${code} to authenticate.`;
    const rest = without(given, 'verification_uri_complete');
    sendJson(response, 200, { ...rest, interval: this.pollSeconds, message });
  }

  async #token(request: IncomingMessage, response: ServerResponse, url: URL, body: string): Promise<void> {
    const parts = {
      directory: this.directory,
      store: this.#store,
      signer: this.#signer,
      origin: this.origin,
    };
    const [, tenant = ''] = url.pathname.split('/');
    const inward = tokenRequest(tenant, new URLSearchParams(body), parts);
    const answer = await this.#ask(request, url, inward.form.toString());
    const given = JSON.parse(answer.body) as Record<string, unknown>;
    const tokens = tokenAnswer(tenant, given, inward, parts);
    for (const [name, value] of Object.entries(tokens))
      if (name.endsWith('_token') && typeof value === 'string') this.issued.push(value);
    sendJson(response, 200, tokens);
  }

  async #ask({ method, headers }: IncomingMessage, url: URL, body: string): Promise<Inner> {
    const kept = without(headers, 'transfer-encoding');
    const asked = httpRequest({
      host: '127.0.0.1',
      port: (this.#inner.address() as AddressInfo).port,
      method,
      path: `${url.pathname}${url.search}`,
      headers: {
        ...kept,
        'content-length': Buffer.byteLength(body),
        'x-forwarded-proto': 'https',
        'x-forwarded-host': url.host,
      },
    }).end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode ?? 500, headers: answer.headers, body: await text(answer) };
  }

  async #serveInner(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const whole = request.url ?? '/';
    const [, tenant = '', kind, uid] = whole.split('/');
    const provider = this.#providerOf(tenant);
    if (kind === 'interaction' && uid !== undefined) {
      await this.#signIn(provider, tenant, request, response).catch((error: unknown) =>
        sendPage(response, 400, page('Sorry, but we’re having trouble signing you in', String(error))),
      );
      return;
    }
    Object.assign(request, { originalUrl: whole });
    request.url = whole.slice(tenant.length + 1);
    await provider.callback()(request, response);
  }

  async #signIn(
    provider: Provider,
    tenant: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { prompt } = await provider.interactionDetails(request, response);
    if (prompt.name === 'consent')
      return provider.interactionFinished(
        request,
        response,
        { consent: {} },
        { mergeWithLastSubmission: true },
      );
    const action = `${this.origin}${request.url ?? ''}`;
    if (request.method !== 'POST') {
      sendPage(response, 200, signInPage(action));
      return;
    }
    const form = new URLSearchParams(await readBody(request));
    const user = this.directory.world.user({ username: form.get('username') ?? '' });
    if (user === undefined || user.password !== form.get('password')) {
      sendPage(response, 200, signInPage(action, 'AADSTS50126: Invalid username or password.'));
      return;
    }
    if (!user.tenantIds.includes(this.directory.tenantIdFor(tenant, user))) {
      const failure = `AADSTS50020: User account '${user.username}' does not exist in tenant '${tenant}'.`;
      sendPage(response, 200, signInPage(action, failure));
      return;
    }
    await provider.interactionFinished(request, response, { login: { accountId: user.objectId } });
  }

  #providerOf(tenant: string): Provider {
    const known = this.#providers.get(tenant);
    if (known !== undefined) return known;
    const { origin, directory } = this;
    const made = createProvider({ origin, tenant, directory, store: this.#store, signer: this.#signer });
    this.#providers.set(tenant, made);
    return made;
  }

  #discovery(tenant: string): object {
    const base = `${this.origin}/${tenant}`;
    const issuer = this.directory.isAlias(tenant)
      ? '{tenantid}'
      : (this.directory.world.tenant(tenant)?.tenantId ?? '');
    return {
      issuer: `${this.origin}/${issuer}/v2.0`,
      authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
      token_endpoint: `${base}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
      end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      jwks_uri: `${base}/discovery/v2.0/keys`,
      response_modes_supported: ['query', 'fragment', 'form_post'],
      response_types_supported: ['code'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      tenant_region_scope: 'EU',
      cloud_instance_name: new URL(this.origin).host,
    };
  }

  #instances(): object {
    const { host } = new URL(this.origin);
    return {
      tenant_discovery_endpoint: `${this.origin}/common/v2.0/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
    };
  }
}

function relay(response: ServerResponse, { status, headers, body }: Inner): void {
  const kept = without(headers, 'transfer-encoding', 'connection', 'keep-alive');
  response.writeHead(status, { ...kept, 'content-length': Buffer.byteLength(body) }).end(body);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

function sendPage(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}
