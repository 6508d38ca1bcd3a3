/**
 * The sessions of one connection: opens a tunnel for every `accept`, keeps the live ones, and counts bytes. Owns the
 * tunnels, and the connection's share of the bandwidth.
 *
 * Invariants: the number of tunnels is bounded, and each counts from its accept on, while it is dialled too; an accept that was seen before is not followed again (a rendezvous
 * URL is good once, relay-protocol §3.4); opening never blocks the control channel.
 */
import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { EffectiveLimits } from '../../contract/effective-limits.ts';
import { HcmError } from '../../contract/errors.ts';
import type { ConnectionMeter } from '../metrics/connection-meter.ts';
import type { AcceptMessage } from '../relay/messages.ts';
import type { RelayEntity } from '../relay/relay-address.ts';
import type { Bandwidth } from '../tunnel/bandwidth.ts';
import { RatePair } from '../tunnel/rate-pair.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { Tunnel, type TunnelInput, type TunnelPorts } from '../tunnel/tunnel.ts';
import type { HostLimits } from './host-limits.ts';
import type { LimitHits } from './limit-hits.ts';

type OwnPorts = 'dialTimeoutMs' | 'halfCloseTimeoutMs' | 'idleTimeoutMs' | 'rates';

export interface AcceptDeskPorts extends Omit<TunnelPorts, OwnPorts> {
  /** Of this connection, as they are now. */
  readonly limits: () => EffectiveLimits;
  readonly host: HostLimits;
  readonly hits: LimitHits;
  readonly onSessionEnd: (record: SessionRecord) => void;
  readonly onChange: () => void;
  readonly meter?: Pick<ConnectionMeter, 'sessionOpened' | 'sessionEnded' | 'sessionRefused'> | undefined;
}

/** Accepts that are remembered, to know a repeated one. */
const rememberedAccepts = 4_096;
/** Records of senders that were turned away, each minute: a crowd must not push out what else is on record. */
const refusalRecordsPerMinute = 20;

export class AcceptDesk {
  readonly #connectionId: string;
  readonly #ports: AcceptDeskPorts;
  readonly #tunnelPorts: TunnelPorts;
  readonly #rates: RatePair;
  readonly #tunnels = new Map<string, Tunnel>();
  /** Being turned away: no sessions. */
  readonly #refusals = new Set<Tunnel>();
  #endRefusals = new AbortController();
  #refusalRecords = { minute: 0, count: 0 };
  /** Hashes: a URL may be long. */
  readonly #seen = new Set<string>();
  #endedBytesIn = 0;
  #endedBytesOut = 0;
  #lastAcceptedAt: number | null = null;

  constructor(connectionId: string, ports: AcceptDeskPorts) {
    this.#connectionId = connectionId;
    this.#ports = ports;
    this.#rates = new RatePair(ports.clock);
    const { limits } = ports;
    this.#tunnelPorts = {
      ...ports,
      dialTimeoutMs: () => limits().dialTimeoutSeconds * 1000,
      halfCloseTimeoutMs: () => limits().halfCloseMinutes * 60_000,
      idleTimeoutMs: () => limits().idleMinutes * 60_000,
      rates: {
        toTcp: () => limited([this.#rates.toTcp, ports.host.rates.toTcp]),
        toRelay: () => limited([this.#rates.toRelay, ports.host.rates.toRelay]),
      },
    };
    this.limitsChanged();
  }

  /** The connection's limits or the host's changed: what is open is told. */
  limitsChanged(): void {
    this.#rates.setKilobytesPerSecond(this.#ports.limits().kilobytesPerSecond);
    for (const tunnel of this.#tunnels.values()) tunnel.limitsChanged();
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
    this.#endRefusals.abort(new HcmError('HCM3123', { reason: detail }));
    this.#endRefusals = new AbortController();
    for (const tunnel of [...this.#tunnels.values(), ...this.#refusals]) tunnel.kill(detail);
  }

  /**
   * Opens a tunnel, or turns the sender away at a limit.
   * @throws HcmError HCM2051 when the accept was seen before.
   */
  accept(accept: AcceptMessage, entity: RelayEntity, endpoint: TunnelInput['endpoint']): void {
    this.#remember(accept.address);
    const input = { connectionId: this.#connectionId, accept, entity, endpoint };
    const refusal = this.#refusal();
    if (refusal === null) this.#open(input);
    else this.#turnAway({ ...input, refusal }, refusal);
  }

  #open(input: TunnelInput): void {
    const { clock, host, meter, onChange } = this.#ports;
    const tunnel = new Tunnel(input, this.#tunnelPorts);
    this.#tunnels.set(tunnel.id, tunnel);
    host.sessionOpened();
    meter?.sessionOpened(tunnel);
    this.#lastAcceptedAt = clock.now();
    onChange();
    tunnel.run().then(
      (record) => this.#ended(tunnel, record),
      // `run` never rejects; should it, the tunnel is gone all the same.
      () => this.#ended(tunnel, tunnel.record),
    );
  }

  #ended(tunnel: Tunnel, record: SessionRecord): void {
    this.#tunnels.delete(tunnel.id);
    this.#ports.host.sessionEnded();
    this.#ports.meter?.sessionEnded(tunnel, record);
    this.#endedBytesIn += record.bytesIn;
    this.#endedBytesOut += record.bytesOut;
    if (record.code === 'HCM3107') this.#ports.hits.note(new HcmError('HCM3107'));
    this.#ports.onChange();
    this.#ports.onSessionEnd(record);
  }

  #refusal(): HcmError | null {
    const limit = this.#ports.limits().maxSessions;
    return this.#tunnels.size >= limit ? new HcmError('HCM3110', { limit }) : this.#ports.host.refusal();
  }

  /** Few at once: each costs a dial to the relay. Whoever doesn't get a turn in time is told no by the relay. */
  #turnAway(input: TunnelInput, refusal: HcmError): void {
    const { host, hits, meter, onSessionEnd } = this.#ports;
    hits.note(refusal);
    meter?.sessionRefused(refusal.code);
    const { signal } = this.#endRefusals;
    setMaxListeners(0, signal);
    const turn = host.refusals.run(signal, async () => {
      const tunnel = new Tunnel(input, this.#tunnelPorts);
      this.#refusals.add(tunnel);
      const record = await tunnel.run();
      this.#refusals.delete(tunnel);
      if (this.#isWorthARecord()) onSessionEnd(record);
    });
    // No turn: too many wait, or the connection ended. It is counted all the same.
    turn.catch(() => undefined);
  }

  #isWorthARecord(): boolean {
    const minute = Math.floor(this.#ports.clock.monotonicMs() / 60_000);
    const count = minute === this.#refusalRecords.minute ? this.#refusalRecords.count + 1 : 1;
    this.#refusalRecords = { minute, count };
    return count <= refusalRecordsPerMinute;
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

function limited(rates: readonly Bandwidth[]): Bandwidth[] {
  return rates.filter(({ isLimited }) => isLimited);
}
