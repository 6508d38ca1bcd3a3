/**
 * What a connection without keys needs of whoever is signed in (relay-protocol §2.5): tokens of Entra for relays. A port: the
 * accounts are elsewhere, and a channel that is open needs them only from one token to the next.
 */
import type { ConnectionConfig } from '../../contract/connection.ts';
import type { RelayToken, TokenPurpose } from './relay-token.ts';

export interface EntraTokens {
  /** A renewal gets a fresh one. @throws HcmError HCM60xx */
  token(config: ConnectionConfig, purpose: TokenPurpose): Promise<RelayToken>;
  /** The relay refused it: the next one is fetched anew. */
  refused(config: ConnectionConfig): void;
}
