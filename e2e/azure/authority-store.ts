/**
 * What the test's authority remembers: codes, tokens, grants, sessions. One for all tenants, so that a refresh token of one
 * serves in another, as Entra's do. Owns that memory.
 *
 * Invariant: a client is found here whenever the world has it, without being registered.
 */
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

export type ClientFinder = (clientId: string) => AdapterPayload | undefined;

export class AuthorityStore {
  readonly #entries = new Map<string, AdapterPayload>();
  readonly #clients: ClientFinder;

  constructor(clients: ClientFinder) {
    this.#clients = clients;
  }

  get adapter(): AdapterFactory {
    return (kind) => this.#adapterOf(kind);
  }

  find(kind: string, id: string): AdapterPayload | undefined {
    return this.#entries.get(keyOf(kind, id));
  }

  /** Ends every refresh token of that account. */
  revokeRefreshTokens(accountId: string): void {
    this.#deleteWhere((key, payload) => key.startsWith('RefreshToken:') && payload.accountId === accountId);
  }

  #adapterOf(kind: string): Adapter {
    const by = (wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      for (const [key, payload] of this.#entries)
        if (key.startsWith(`${kind}:`) && wanted(payload)) return payload;
      return undefined;
    };
    return {
      upsert: (id, payload) => settled(() => void this.#entries.set(keyOf(kind, id), payload)),
      find: (id) => settled(() => (kind === 'Client' ? this.#clients(id) : this.find(kind, id))),
      findByUserCode: (code) => settled(() => by(({ userCode }) => userCode === code)),
      findByUid: (wanted) => settled(() => by(({ uid }) => uid === wanted)),
      consume: (id) =>
        settled(() => {
          const payload = this.find(kind, id);
          if (payload === undefined) return;
          this.#entries.set(keyOf(kind, id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
        }),
      destroy: (id) => settled(() => void this.#entries.delete(keyOf(kind, id))),
      revokeByGrantId: (wanted) =>
        settled(() => {
          this.#deleteWhere((_key, { grantId }) => grantId === wanted);
        }),
    };
  }

  #deleteWhere(isMeant: (key: string, payload: AdapterPayload) => boolean): void {
    for (const [key, payload] of this.#entries) if (isMeant(key, payload)) this.#entries.delete(key);
  }
}

function keyOf(kind: string, id: string): string {
  return `${kind}:${id}`;
}

/** The provider's storage is asynchronous; this memory isn't. */
function settled<Value>(act: () => Value): Promise<Value> {
  return Promise.resolve(act());
}
