/** What proves to a relay that this host may listen, and for how long (relay-protocol §2). */
export interface RelayToken {
  /** A secret: in headers and on the open channel only. */
  readonly text: string;
  /** How long it counts from now on, milliseconds. */
  readonly lifeMs: number;
}

/**
 * `handshake`: for a channel that is about to be opened; `renewal`: for the open one, and a fresh one; `question`: for metadata.
 */
export type TokenPurpose = 'handshake' | 'renewal' | 'question';
