/** The outages of the fault matrix: how each begins, what the host must say of it, how it ends. */
import type { ErrorCode } from '../../contract/errors.ts';
import type { OutageWorld } from './outage-world.ts';
import type { WorldOptions } from './relay-world.ts';

export interface Outage {
  readonly name: string;
  /** How it is made: sockets and bytes as in the field, or a port that says what the system would. */
  readonly made: 'real' | `port: ${string}`;
  /** What every connection must show, each in its turn; none where the host is over it at once. */
  readonly shows: readonly ErrorCode[];
  /** No byte of the open tunnels may be lost, or each has to end with a record: at once, or for want of an answer. */
  readonly tunnels: 'live on' | 'end' | 'fall silent';
  /** The listeners are new ones afterwards; where that is left out, they must be. */
  readonly relistens?: false;
  /** Never anything but Connected on the way. */
  readonly staysConnected?: true;
  readonly options?: WorldOptions;
  /** Before anything is counted. */
  prepare?(world: OutageWorld): void | Promise<void>;
  begin(world: OutageWorld): void | Promise<void>;
  /** Left out: it is over by itself. */
  end?(world: OutageWorld): void | Promise<void>;
}

/** For faults of the local relay. */
export const everyEntity = '*';
