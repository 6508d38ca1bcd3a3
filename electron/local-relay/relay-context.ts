/** What the parts of one relay share: limits, clock, entities, sockets. Made once by the server. */
import type { IncomingMessage } from 'node:http';
import { isEntraToken, type EntraCheck } from './entra-check.ts';
import type { AuthorizationRule, EntityMap, Right } from './entities.ts';
import type { RelayEvents, RemoteEndpoint } from './events.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { RelayLimits } from './limits.ts';
import type { RendezvousDesk } from './rendezvous-desk.ts';
import type { SecureSockets } from './secure-sockets.ts';
import type { Tracking } from './tracking.ts';
import { checkToken } from './token-check.ts';
import type { TokenAnswer } from './token-check.ts';
import { tracking, withTracking } from './tracking.ts';

export interface RelayContext {
  readonly limits: RelayLimits;
  /** The relay's clock in ms since 1970, wrong on purpose where a fault says so. */
  readonly now: () => number;
  readonly events: RelayEvents;
  readonly entities: EntityMap;
  readonly namespaceRules: readonly AuthorizationRule[];
  /** Reads tokens of Entra; undefined: keys alone count. */
  readonly entra: EntraCheck | undefined;
  readonly sockets: SecureSockets;
  readonly plan: FaultPlan;
  readonly desk: RendezvousDesk;
  readonly pending: PendingCount;
  /** `sb://localhost:PORT/` */
  readonly namespaceUrl: () => string;
}

/** Senders that wait for a listener, all kinds together: bounded (relay-protocol §9.4). */
export class PendingCount {
  #count = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  tryEnter(): boolean {
    if (this.#count >= this.#limit) return false;
    this.#count += 1;
    return true;
  }

  leave(): void {
    this.#count -= 1;
  }
}

/** Names under which a loopback relay may be meant, whatever name the peer dialled. */
const loopbackHosts = ['localhost', '127.0.0.1', '[::1]'];

export interface AuthorizationQuestion {
  readonly token: string | undefined;
  readonly right: Right | undefined;
  readonly path: string;
  readonly host: string | undefined;
}

export function authorize(context: RelayContext, question: AuthorizationQuestion): TokenAnswer {
  const { token } = question;
  if (context.entra !== undefined && isEntraToken(token))
    return checkEntra(context, context.entra, { ...question, token });
  return checkToken({
    token: question.token,
    right: question.right,
    path: question.path,
    hosts: [...loopbackHosts, (question.host ?? '').toLowerCase().replace(/:\d*$/, '')],
    rules: [...(context.entities.find(question.path)?.rules ?? []), ...context.namespaceRules],
    nowMs: context.now(),
    graceMs: context.limits.tokenGraceMs,
  });
}

function checkEntra(
  context: RelayContext,
  entra: EntraCheck,
  { token, right, path }: AuthorizationQuestion & { readonly token: string },
): TokenAnswer {
  const answer = entra({ token, right, entity: context.entities.find(path)?.name ?? path });
  if (!answer.ok) return answer;
  if (answer.expiresAtMs + context.limits.tokenGraceMs <= context.now())
    return { ok: false, status: 401, text: 'ExpiredToken: the token is expired.' };
  return { ...answer, ruleName: null };
}

/** When a token stops counting: its own expiry and grace, or sooner where a fault says so. */
export function tokenDeadlineMs(context: RelayContext, expiresAtMs: number): number {
  const { tokenLifeMs } = context.plan;
  const regular = expiresAtMs + context.limits.tokenGraceMs;
  return tokenLifeMs === undefined ? regular : Math.min(regular, context.now() + tokenLifeMs);
}

/** `text` with the details the service appends (relay-protocol §3.2). */
export function detailed(context: RelayContext, text: string, id: string, path: string): string {
  return withTracking(text, trackingOf(context, id, path), context.now());
}

export function trackingOf(context: RelayContext, id: string, path: string): Tracking {
  return tracking(id, context.namespaceUrl(), path.slice(0, 260));
}

export function remoteOf(request: IncomingMessage): RemoteEndpoint {
  return {
    address: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    port: request.socket.remotePort ?? 0,
  };
}
