/**
 * The sessions of one connection: opens a tunnel for every `accept`, keeps the live ones, and counts bytes. Owns the
 * tunnels.
 *
 * Invariants: the number of tunnels is bounded; an accept that was seen before is not followed again (a rendezvous
 * URL is good once, relay-protocol §3.4); opening never blocks the control channel.
 */
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

export class AcceptDesk {
  readonly #connectionId: string;
  readonly #ports: AcceptDeskPorts;
  readonly #tunnels = new Map<string, Tunnel>();
  readonly #seen = new Set<string>();
  #endedBytesIn = 0;
  #endedBytesOut = 0;

  constructor(connectionId: string, ports: AcceptDeskPorts) {
    this.#connectionId = connectionId;
    this.#ports = ports;
  }

  get open(): number {
    return this.#tunnels.size;
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
    for (const tunnel of [...this.#tunnels.values()]) tunnel.kill(detail);
  }

  /**
   * Opens a tunnel, or rejects the sender when there are too many.
   * @throws HcmError HCM2051 when the accept was seen before.
   */
  accept(accept: AcceptMessage, entity: RelayEntity, endpoint: TunnelInput['endpoint']): void {
    if (this.#seen.has(accept.address)) throw new HcmError('HCM2051', { reason: 'repeated accept' });
    this.#remember(accept.address);
    const full = this.#tunnels.size >= this.#ports.maxSessions();
    const refusal = full ? new HcmError('HCM3110', { limit: this.#ports.maxSessions() }) : undefined;
    const tunnel = new Tunnel(
      { connectionId: this.#connectionId, accept, entity, endpoint, refusal },
      this.#ports,
    );
    this.#tunnels.set(tunnel.id, tunnel);
    this.#ports.onChange();
    void tunnel.run().then((record) => {
      this.#tunnels.delete(tunnel.id);
      this.#endedBytesIn += record.bytesIn;
      this.#endedBytesOut += record.bytesOut;
      this.#ports.onChange();
      this.#ports.onSessionEnd(record);
    });
  }

  #remember(address: string): void {
    this.#seen.add(address);
    if (this.#seen.size <= rememberedAccepts) return;
    const oldest = this.#seen.values().next();
    if (oldest.done !== true) this.#seen.delete(oldest.value);
  }
}
