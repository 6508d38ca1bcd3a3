/**
 * Tokens of Entra at the relay (relay-protocol §2.5): which tokens are meant, and the question to whoever can read them. The
 * relay itself knows no tenants and no roles, and without such a reader takes keys alone.
 */
import type { Right } from './entities.ts';

export interface EntraQuestion {
  readonly token: string;
  /** Undefined: any role on relays is enough (metadata, relay-protocol §6.1). */
  readonly right: Right | undefined;
  /** Name of the entity, or the path where there is none. */
  readonly entity: string;
}

export type EntraAnswer =
  | { readonly ok: true; readonly expiresAtMs: number }
  | { readonly ok: false; readonly status: 401 | 403; readonly text: string };

/** Whether the token is genuine, and what its owner may do; that it has expired is the relay's own to see. */
export type EntraCheck = (question: EntraQuestion) => EntraAnswer;

/** Raw, without a word in front of it; entities of SAS tokens have blanks and equals signs. */
export function isEntraToken(token: string | undefined): token is string {
  return token !== undefined && token.length <= 16 * 1024 && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);
}
