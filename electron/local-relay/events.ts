/**
 * What the relay tells about itself. Owns the list of subscribers.
 *
 * Invariants: no event holds a token, a key or a query string; a subscriber that throws disturbs neither the relay nor
 * the other subscribers.
 */

/** A peer as the relay sees it. */
export interface RemoteEndpoint {
  readonly address: string;
  readonly port: number;
}

export type RelayEventBody =
  | { readonly type: 'listener-connected'; readonly listenerId: string; readonly remote: RemoteEndpoint }
  | {
      readonly type: 'listener-closed';
      readonly listenerId: string;
      /** Tells channels apart that share a listener's id: a new one may be there before the old one is seen to go. */
      readonly remote: RemoteEndpoint;
      /** 1006 when the channel was lost without a Close frame. */
      readonly code: number;
      readonly reason: string;
    }
  | { readonly type: 'listener-refused'; readonly status: number; readonly reason: string }
  | { readonly type: 'token-renewed'; readonly listenerId: string; readonly expiresAtMs: number }
  | { readonly type: 'token-refused'; readonly listenerId: string; readonly reason: string }
  | { readonly type: 'control-message-ignored'; readonly listenerId: string; readonly problem: string }
  | { readonly type: 'sender-connecting'; readonly id: string; readonly remote: RemoteEndpoint }
  | {
      readonly type: 'sender-open';
      readonly id: string;
      readonly listenerId: string;
      /** From the `accept` to the listener's upgrade at the rendezvous. */
      readonly acceptedAfterMs: number;
    }
  | {
      readonly type: 'sender-closed';
      readonly id: string;
      /** `closed` by Close frames in both directions; `aborted` when a side or a limit cut it off. */
      readonly how: 'closed' | 'aborted';
      /** Who began it. */
      readonly by: 'sender' | 'listener' | 'relay';
      readonly code: number;
      readonly reason: string;
      readonly bytesToListener: number;
      readonly bytesToSender: number;
    }
  /** Also when it went away by itself while it waited: then the status is 499. */
  | { readonly type: 'sender-refused'; readonly id: string; readonly status: number; readonly reason: string }
  | { readonly type: 'rendezvous-refused'; readonly status: number; readonly reason: string }
  | { readonly type: 'request-started'; readonly id: string; readonly method: string }
  | { readonly type: 'request-ended'; readonly id: string; readonly status: number }
  | { readonly type: 'metadata-read'; readonly status: number };

export type RelayEvent = RelayEventBody & {
  readonly atMs: number;
  /** Name of the entity as it was asked for; empty where no entity is involved. */
  readonly entity: string;
};

export type RelayEventListener = (event: RelayEvent) => void;

export class RelayEvents {
  readonly #listeners = new Set<RelayEventListener>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Returns what ends the subscription. */
  subscribe(listener: RelayEventListener): () => void {
    // Its own function object, so that the same listener may subscribe twice and each disposer ends one of the two.
    const own: RelayEventListener = (event) => listener(event);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  publish(entity: string, body: RelayEventBody): void {
    const event: RelayEvent = { ...body, atMs: this.#now(), entity };
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch {
        // A subscriber's bug is its own: the relay goes on.
      }
    }
  }
}
