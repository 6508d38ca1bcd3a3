/**
 * What the authority knows of tenants, people, applications and resources, read from the world; and which second factors a
 * grant has seen. Owns the latter and the settings.
 */
import { X509Certificate } from 'node:crypto';
import type { AdapterPayload } from 'oidc-provider';
import type { AzureWorld, User } from './azure-world.ts';
import { isSameName } from './relay-namespace.ts';

/** Azure CLI's: the public client that every tenant knows. */
export const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
/** They stand for the home tenant of whoever signs in. */
const aliases = ['organizations', 'common'];

export class AuthorityDirectory {
  readonly world: AzureWorld;
  /** Public clients with a loopback redirect; a test adds its own registrations. */
  readonly publicClients = new Set([azureCliClientId]);
  /** Identifiers without a slash at the end: what tokens can be asked for. */
  readonly resources: () => readonly string[];
  accessTokenSeconds = 3600;
  readonly #contexts = new Map<string, readonly string[]>();

  constructor(world: AzureWorld, resources: () => readonly string[]) {
    this.world = world;
    this.resources = resources;
  }

  isAlias(tenant: string): boolean {
    return aliases.includes(tenant.toLowerCase());
  }

  knows(tenant: string): boolean {
    return this.isAlias(tenant) || this.world.tenant(tenant) !== undefined;
  }

  /** Whose token an endpoint gives: its own tenant's, or by an alias the user's home tenant's. */
  tenantIdFor(tenant: string, user: User): string {
    return this.isAlias(tenant) ? user.tenantIds[0] : (this.world.tenant(tenant)?.tenantId ?? tenant);
  }

  /** The resource that a scope such as `https://host/.default` means. */
  resourceOf(scope: string): string | undefined {
    const wanted = scope.replace(/\/(\.default|user_impersonation)$/, '').replace(/\/$/, '');
    return this.resources().find((resource) => isSameName(resource, wanted));
  }

  clientOf(clientId: string): AdapterPayload | undefined {
    if (this.publicClients.has(clientId)) return publicClient(clientId);
    const service = this.world.service(clientId);
    if (service === undefined) return undefined;
    const common = {
      client_id: clientId,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    };
    if (service.certificatePem === undefined)
      return { ...common, client_secret: service.secret, token_endpoint_auth_method: 'client_secret_post' };
    const { publicKey } = new X509Certificate(service.certificatePem);
    const jwks = { keys: [publicKey.export({ format: 'jwk' })] };
    return { ...common, jwks, token_endpoint_auth_method: 'private_key_jwt' };
  }

  /** Authentication contexts that the person in front of the browser has gone through, under the key of the flow or grant. */
  remember(key: string, contexts: readonly string[]): void {
    this.#contexts.set(key, contexts);
  }

  contextsOf(key: string | undefined): readonly string[] {
    return (key === undefined ? undefined : this.#contexts.get(key)) ?? [];
  }
}

function publicClient(clientId: string): AdapterPayload {
  return {
    client_id: clientId,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
    response_types: ['code'],
    redirect_uris: ['http://localhost', 'http://127.0.0.1'],
  };
}

/** The context that a `claims` request demands of the access token, if it does. */
export function demandedContext(claims: string | null): string | undefined {
  if (claims === null) return undefined;
  const demanded = (JSON.parse(claims) as { access_token?: { acrs?: { value?: string } } }).access_token;
  return demanded?.acrs?.value;
}

/** Stands for a second factor that a tenant demands of everybody. */
export function mfaContext(tenantId: string): string {
  return `mfa:${tenantId}`;
}
