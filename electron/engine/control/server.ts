/**
 * Serves the contract at one control address that we own: the data folder's, or one in a shared folder. Owns the sessions of all clients.
 *
 * Invariants: `close` ends every session within `closeTimeoutMs`, whatever its client does; from then on clients are
 * told that we are busy, until the claim is released.
 */
import type { Role } from '../../contract/access.ts';
import type { Host } from '../../contract/api.ts';
import type { Clock } from '../clock.ts';
import { boundedLog } from './bounded-log.ts';
import { ClientSession } from './client-session.ts';
import type { ControlLog } from './control-log.ts';
import { LoopTurns } from './loop-turns.ts';
import type { Ownership } from './owner.ts';
import { viewerHost } from './viewer-host.ts';

export interface ServeOptions {
  readonly claim: Ownership;
  readonly host: Host;
  /** Of everybody who comes by this address; an admin unless said otherwise. */
  readonly role?: Role;
  /** From `ensureControlToken`. */
  readonly token: Buffer;
  readonly clock: Clock;
  readonly log: ControlLog;
  /** Parses the host's answers, too: for tests. */
  readonly checkOutputs?: boolean;
}

export interface ControlServer {
  /** Clients that are connected now, proved or not. */
  readonly clients: number;
  /** Lets calls under way be answered, for a while; the claim stands on. */
  close(): Promise<void>;
}

const closeTimeoutMs = 2_000;

export function serveControl(options: ServeOptions): ControlServer {
  const { claim, role = 'admin', token, clock, checkOutputs = false } = options;
  const log = boundedLog(options.log, clock);
  const turns = new LoopTurns();
  const host = role === 'viewer' ? viewerHost(options.host) : options.host;
  const sessions = new Set<ClientSession>();
  let onAllEnded: (() => void) | undefined;
  let closed: Promise<void> | undefined;

  const onEnded = (session: ClientSession): void => {
    sessions.delete(session);
    if (sessions.size === 0) onAllEnded?.();
  };
  claim.welcome((socket) => {
    const hello = claim.hello('serving');
    sessions.add(
      new ClientSession(socket, { host, role, token, hello, turns, clock, log, checkOutputs, onEnded }),
    );
  });

  const close = async (): Promise<void> => {
    claim.welcome(undefined);
    if (sessions.size === 0) return;
    const allEnded = new Promise<void>((resolve) => (onAllEnded = resolve));
    const cancelTimeout = clock.after(closeTimeoutMs, () => sessions.forEach((session) => session.drop()));
    sessions.forEach((session) => session.finish());
    await allEnded;
    cancelTimeout();
  };
  return {
    get clients() {
      return sessions.size;
    },
    close: () => (closed ??= close()),
  };
}
