/**
 * Finds what ARM does for a request: the route by method and path, without regard to case; then api-version, token, subscription
 * and role, in ARM's order. Owns the table of routes.
 */
import { ArmError } from './arm-error.ts';
import type { ArmIdentity, Caller } from './arm-identity.ts';
import { paramOf, type ArmAnswer, type ArmRequest } from './arm-request.ts';
import type { AzureWorld } from './azure-world.ts';

export interface ArmRoute {
  readonly method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** Segments; `{name}` takes any one. */
  readonly path: string;
  /** Published ones. */
  readonly versions: readonly string[];
  /** What the caller's role must allow at `scope`; none where everybody sees his own. */
  readonly action?: string;
  readonly handle: (request: ArmRequest) => ArmAnswer | Promise<ArmAnswer>;
}

export type UnreadRequest = Omit<ArmRequest, 'params' | 'caller'> & {
  readonly authorization: string | undefined;
};

interface Candidate {
  readonly route: ArmRoute;
  readonly segments: readonly string[];
}

export class ArmRouter {
  readonly #world: AzureWorld;
  readonly #identity: ArmIdentity;
  readonly #candidates: readonly Candidate[];

  constructor(world: AzureWorld, identity: ArmIdentity, routes: readonly ArmRoute[]) {
    this.#world = world;
    this.#identity = identity;
    this.#candidates = routes.map((route) => ({ route, segments: segmentsOf(route.path) }));
  }

  async answer(request: UnreadRequest): Promise<ArmAnswer> {
    // An encoded slash parts names, too.
    const segments = segmentsOf(decodeURIComponent(request.url.pathname));
    const found = this.#find(request.method, segments);
    const subscription = isSubscriptionPath(segments) ? segments[1] : undefined;
    const tenantId =
      subscription === undefined ? undefined : this.#world.subscription(subscription)?.tenantId;
    const caller = this.#identity.callerOf(request.authorization, tenantId);
    if (found === undefined) {
      const text = `No HTTP resource was found that matches the request URI '${request.url.pathname}'.`;
      throw new ArmError(404, 'InvalidResourceType', text);
    }
    checkVersion(request.url, found.route);
    if (subscription !== undefined && tenantId === undefined) throw noSubscription(subscription);
    this.#checkRole(found.route, segments, caller);
    const { method, url, body } = request;
    return found.route.handle({ method, url, body, caller, params: found.params });
  }

  #find(method: string, segments: readonly string[]) {
    for (const { route, segments: pattern } of this.#candidates) {
      if (route.method !== method) continue;
      const params = match(pattern, segments);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  }

  /** Lists in a subscription are answered to everybody who has a role somewhere in it: with what he may read. */
  #checkRole({ action }: ArmRoute, segments: readonly string[], caller: Caller): void {
    if (action === undefined) return;
    const scope = scopeOf(action, segments);
    if (this.#world.mayDo(caller.objectId, action, scope)) return;
    const subscription = this.#world.subscription(segments[1] ?? '');
    const isList = !segments.some((segment) => segment.toLowerCase() === 'resourcegroups');
    if (isList && action.endsWith('/read') && subscription !== undefined) {
      if (this.#world.knows(caller.objectId, subscription)) return;
    }
    throw notAuthorized(caller, action, scope);
  }
}

export function notAuthorized(caller: Caller, action: string, scope: string): ArmError {
  const text = `The client '${caller.name}' with object id '${caller.objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`;
  return new ArmError(403, 'AuthorizationFailed', text);
}

export function noSubscription(id: string): ArmError {
  return new ArmError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);
}

export function groupOf(request: ArmRequest): string {
  return paramOf(request, 'group');
}

function checkVersion(url: URL, { path, versions }: ArmRoute): void {
  const version = url.searchParams.get('api-version');
  if (version === null || version === '') {
    const text = 'The api-version query parameter (?api-version=) is required for all requests.';
    throw new ArmError(400, 'MissingApiVersionParameter', text);
  }
  if (versions.includes(version)) return;
  const type = /\/providers\/([^/]+)\/([^/{]+)/.exec(path);
  const supported = `The supported api-versions are '${versions.join(', ')}'.`;
  if (type === null) {
    const text = `The api-version '${version}' is invalid. ${supported}`;
    throw new ArmError(400, 'InvalidApiVersionParameter', text);
  }
  const text = `No registered resource provider found for API version '${version}' for type '${type[2] ?? ''}'. ${supported}`;
  throw new ArmError(400, 'NoRegisteredProviderFound', text);
}

/** The resource itself, without the last segment of an action such as `listKeys`. */
function scopeOf(action: string, segments: readonly string[]): string {
  return `/${(action.endsWith('/action') ? segments.slice(0, -1) : segments).join('/')}`;
}

function isSubscriptionPath(segments: readonly string[]): boolean {
  return segments[0]?.toLowerCase() === 'subscriptions' && segments.length > 1;
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const given = segments[index] ?? '';
    const name = /^\{(.+)\}$/.exec(wanted)?.[1];
    if (name !== undefined) params[name] = given;
    else if (wanted.toLowerCase() !== given.toLowerCase()) return undefined;
  }
  return params;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
