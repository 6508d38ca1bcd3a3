/**
 * One-time ids by which listeners come back for an exchange (relay-protocol §3.4, §9.2 step 2). Owns the open ids.
 *
 * Invariants: an id is good once and only for its action; since no token comes with it, 48 random bits make it impossible
 * to guess even where the sender chose the rest.
 */
import { randomInt } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { RequestTarget } from './request-target.ts';

export type RendezvousAction = 'accept' | 'request';

/** A listener that came to the rendezvous: its checked handshake, not answered yet. */
export interface Arrival {
  readonly request: IncomingMessage;
  readonly socket: Socket;
  readonly head: Buffer;
  readonly target: RequestTarget;
}

type Claim = (arrival: Arrival) => void;

export class RendezvousDesk {
  readonly #open = new Map<string, { readonly action: RendezvousAction; readonly claim: Claim }>();

  /** `peer` is the sender's own id without suffixes. */
  issue(peer: string, action: RendezvousAction, claim: Claim): string {
    const id = `${peer}_G${randomInt(2 ** 48 - 1)}`;
    this.#open.set(id, { action, claim });
    return id;
  }

  withdraw(id: string): void {
    this.#open.delete(id);
  }

  /** The id as it came, or without a suffix that a gateway on the way appended. */
  take(id: string, action: RendezvousAction): Claim | undefined {
    const known = [id, id.replace(/_G\d+$/, '')].find((candidate) => this.#open.has(candidate));
    const entry = known === undefined ? undefined : this.#open.get(known);
    if (known === undefined || entry?.action !== action) return undefined;
    this.#open.delete(known);
    return entry.claim;
  }
}
