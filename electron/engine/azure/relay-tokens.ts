/**
 * Tokens of Entra for relays (relay-protocol §2.5), for the connections that listen without a key. Owns the last one of each
 * account and tenant: many connections share it.
 *
 * Invariants: one fetch at a time for each; a renewal gets one with at least half of its life left, or hears why there is none;
 * while Entra can't be asked a channel that broke off is opened with what is left of the last one.
 */
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { EntraTokens } from '../relay/entra-tokens.ts';
import type { RelayToken, TokenPurpose } from '../relay/relay-token.ts';
import type { AzureAccounts } from './azure-accounts.ts';
import type { AccessToken } from './token-source.ts';

interface Kept {
  readonly token: AccessToken;
  readonly lifeMs: number;
}

/** Less is gone before a channel is open and renewed. */
const leastLeftMs = 60_000;

export class RelayTokens implements EntraTokens {
  readonly #accounts: Pick<AzureAccounts, 'token'>;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #underway = new Map<string, Promise<Kept>>();

  constructor(accounts: Pick<AzureAccounts, 'token'>, clock: Clock) {
    this.#accounts = accounts;
    this.#clock = clock;
  }

  async token(config: ConnectionConfig, purpose: TokenPurpose): Promise<RelayToken> {
    const key = keyOf(config);
    const known = this.#kept.get(key);
    if (known !== undefined && this.#leftMs(known) >= known.lifeMs / 2) return this.#relayToken(known);
    try {
      return this.#relayToken(await this.#fetched(key, config));
    } catch (error) {
      const isUsable = known !== undefined && this.#leftMs(known) >= leastLeftMs && purpose !== 'renewal';
      if (isUsable && this.#kept.get(key) === known) return this.#relayToken(known);
      throw error;
    }
  }

  refused(config: ConnectionConfig): void {
    this.#kept.delete(keyOf(config));
  }

  /** Signed out, or in again: what was given to the account of before counts no more. */
  forget(accountId: string): void {
    for (const key of [...this.#kept.keys()]) if (key.startsWith(`${accountId} `)) this.#kept.delete(key);
  }

  #fetched(key: string, config: ConnectionConfig): Promise<Kept> {
    const underway = this.#underway.get(key) ?? this.#fetch(key, config);
    this.#underway.set(key, underway);
    return underway;
  }

  async #fetch(key: string, { entra, resource }: ConnectionConfig): Promise<Kept> {
    try {
      if (entra === null) throw new HcmError('HCM6014');
      const wish = {
        audience: 'relay',
        tenantId: resource?.tenantId ?? null,
        claims: '',
        isForced: true,
      } as const;
      const token = await this.#accounts.token(entra.accountId, wish);
      const kept = { token, lifeMs: Math.max(0, token.endsAt - this.#clock.now()) };
      this.#kept.set(key, kept);
      return kept;
    } finally {
      this.#underway.delete(key);
    }
  }

  #leftMs({ token }: Kept): number {
    return token.endsAt - this.#clock.now();
  }

  #relayToken(kept: Kept): RelayToken {
    return { text: kept.token.text, lifeMs: Math.max(0, this.#leftMs(kept)) };
  }
}

function keyOf({ entra, resource }: ConnectionConfig): string {
  return `${entra?.accountId ?? ''} ${resource?.tenantId ?? ''}`;
}
