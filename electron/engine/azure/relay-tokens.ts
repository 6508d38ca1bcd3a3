/**
 * Tokens of Entra for relays (relay-protocol §2.5), for the connections that listen without a key. Owns the last one of each
 * account and tenant: many connections share it.
 *
 * Invariants: one fetch at a time for each, and none at once after one that failed; a renewal gets one with at least half of its
 * life left, or hears why there is none; while Entra can't be asked a channel that broke off is opened with what is left of the
 * last one.
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
  /** By the monotonic clock. */
  readonly fetchedMs: number;
}

interface Failed {
  readonly error: Error;
  readonly atMs: number;
}

/** Less is gone before a channel is open and renewed. */
const leastLeftMs = 60_000;
/** Hundreds of connections that hear the same no, and all of them try again: as long they share it, too. */
const failureCountsMs = 5_000;
/** One that is as fresh as this is refused for what it says of the account, which the next one would say again. */
const freshMs = 10_000;

export class RelayTokens implements EntraTokens {
  readonly #accounts: Pick<AzureAccounts, 'token'>;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #failed = new Map<string, Failed>();
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
    const key = keyOf(config);
    const known = this.#kept.get(key);
    if (known !== undefined && this.#clock.monotonicMs() - known.fetchedMs >= freshMs) this.#kept.delete(key);
  }

  /** Signed out, or in again: what was said to the account of before counts no more, nor what it is still waiting for. */
  forget(accountId: string): void {
    for (const map of [this.#kept, this.#failed, this.#underway])
      for (const key of [...map.keys()]) if (key.startsWith(`${accountId} `)) map.delete(key);
  }

  async #fetched(key: string, config: ConnectionConfig): Promise<Kept> {
    const failed = this.#failed.get(key);
    if (failed !== undefined && this.#clock.monotonicMs() - failed.atMs < failureCountsMs) throw failed.error;
    const underway = this.#underway.get(key);
    if (underway !== undefined) return underway;
    const fetching = this.#fetch(config);
    this.#underway.set(key, fetching);
    try {
      const kept = await fetching;
      if (this.#underway.get(key) === fetching) {
        this.#kept.set(key, kept);
        this.#failed.delete(key);
      }
      return kept;
    } catch (error) {
      if (this.#underway.get(key) === fetching)
        this.#failed.set(key, { error: asError(error), atMs: this.#clock.monotonicMs() });
      throw error;
    } finally {
      if (this.#underway.get(key) === fetching) this.#underway.delete(key);
    }
  }

  async #fetch({ entra, resource }: ConnectionConfig): Promise<Kept> {
    if (entra === null) throw new HcmError('HCM6014');
    const token = await this.#accounts.token(entra.accountId, {
      audience: 'relay',
      tenantId: resource?.tenantId ?? null,
      claims: '',
      isForced: true,
    });
    const lifeMs = Math.max(0, token.endsAt - this.#clock.now());
    return { token, lifeMs, fetchedMs: this.#clock.monotonicMs() };
  }

  #leftMs({ token }: Kept): number {
    return token.endsAt - this.#clock.now();
  }

  #relayToken(kept: Kept): RelayToken {
    return { text: kept.token.text, lifeMs: Math.max(0, this.#leftMs(kept)) };
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new HcmError('HCM9001', {}, { cause: error });
}

function keyOf({ entra, resource }: ConnectionConfig): string {
  return `${entra?.accountId ?? ''} ${resource?.tenantId ?? ''}`;
}
