/**
 * The sessions of one connection: opens a tunnel for every `accept`, keeps the live ones, and counts bytes. Owns the
 * tunnels.
 *
 * Invariants: the number of tunnels is bounded; an accept that was seen before is not followed again (a rendezvous
 * URL is good once, relay-protocol §3.4); opening never blocks the control channel.
 */
import { createHash } from 'node:crypto';
import { HcmError } from '../../contract/errors.ts';
import type { AcceptMessage } from '../relay/messages.ts';
import type { RelayEntity } from '../relay/relay-address.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { Tunnel, type TunnelInput, type TunnelPorts } from '../tunnel/tunnel.ts';

export interface AcceptDeskPorts extends TunnelPorts {
  readonly maxSessions: () => number;
  readonly onSessionEnd: (record: SessionRecord) => void;
  readonly onChange: () => void;
}

/** Accepts that are remembered, to know a repeated one. */
const rememberedAccepts = 4_096;
/** Senders that are being turned away at once; each costs a dial to the relay. */
const maxRefusals = 64;

export class AcceptDesk {
  readonly #connectionId: string;
  readonly #ports: AcceptDeskPorts;
  readonly #tunnels = new Map<string, Tunnel>();
  /** Being turned away: no sessions. */
  readonly #refusals = new Set<Tunnel>();
  /** Hashes: a URL may be long. */
  readonly #seen = new Set<string>();
  #endedBytesIn = 0;
  #endedBytesOut = 0;
  #lastAcceptedAt: number | null = null;

  constructor(connectionId: string, ports: AcceptDeskPorts) {
    this.#connectionId = connectionId;
    this.#ports = ports;
  }

  get open(): number {
    return this.#tunnels.size;
  }

  /** When an app was last let in, milliseconds since 1970-01-01 UTC; null while none was. */
  get lastAcceptedAt(): number | null {
    return this.#lastAcceptedAt;
  }

  /** Since this host started, live sessions included. */
  get bytes(): { readonly in: number; readonly out: number } {
    let bytesIn = this.#endedBytesIn;
    let bytesOut = this.#endedBytesOut;
    for (const tunnel of this.#tunnels.values()) {
      bytesIn += tunnel.record.bytesIn;
      bytesOut += tunnel.record.bytesOut;
    }
    return { in: bytesIn, out: bytesOut };
  }

  records(): SessionRecord[] {
    return [...this.#tunnels.values()].map((tunnel) => tunnel.record);
  }

  /** @returns false when there is no such session. */
  kill(sessionId: string, detail: string): boolean {
    const tunnel = this.#tunnels.get(sessionId);
    tunnel?.kill(detail);
    return tunnel !== undefined;
  }

  killAll(detail: string): void {
    for (const tunnel of [...this.#tunnels.values(), ...this.#refusals]) tunnel.kill(detail);
  }

  /**
   * Opens a tunnel, or turns the sender away when there are too many.
   * @throws HcmError HCM2051 when the accept was seen before, HCM3110 when not even a refusal has room.
   */
  accept(accept: AcceptMessage, entity: RelayEntity, endpoint: TunnelInput['endpoint']): void {
    this.#remember(accept.address);
    const limit = this.#ports.maxSessions();
    const isFull = this.#tunnels.size >= limit;
    if (isFull && this.#refusals.size >= maxRefusals) throw new HcmError('HCM3110', { limit });
    const refusal = isFull ? new HcmError('HCM3110', { limit }) : undefined;
    const tunnel = new Tunnel(
      { connectionId: this.#connectionId, accept, entity, endpoint, refusal },
      this.#ports,
    );
    if (isFull) this.#refusals.add(tunnel);
    else {
      this.#tunnels.set(tunnel.id, tunnel);
      this.#lastAcceptedAt = this.#ports.clock.now();
    }
    this.#ports.onChange();
    tunnel.run().then(
      (record) => this.#ended(tunnel, record),
      // `run` never rejects; should it, the tunnel is gone all the same.
      () => this.#ended(tunnel, tunnel.record),
    );
  }

  #ended(tunnel: Tunnel, record: SessionRecord): void {
    this.#refusals.delete(tunnel);
    this.#tunnels.delete(tunnel.id);
    this.#endedBytesIn += record.bytesIn;
    this.#endedBytesOut += record.bytesOut;
    this.#ports.onChange();
    this.#ports.onSessionEnd(record);
  }

  #remember(address: string): void {
    const hash = createHash('sha256').update(address).digest('base64');
    if (this.#seen.has(hash)) throw new HcmError('HCM2051', { reason: 'repeated accept' });
    this.#seen.add(hash);
    if (this.#seen.size <= rememberedAccepts) return;
    const oldest = this.#seen.values().next();
    if (oldest.done !== true) this.#seen.delete(oldest.value);
  }
}
