/**
 * One accepted connection, from the relay's `accept` to its end. Owns its two sockets and everything that waits for
 * them.
 *
 *      accept ──► target dialled ─┬─► both there ──► upgrade ──► pump ──► ended
 *             └─► relay dialled  ─┘─► target failed ──► reject (502, 504) ──► ended
 *
 * Invariants: `run` never rejects and ends exactly once; an exception inside it ends this tunnel alone (plan §5.6);
 * the accept is answered only when the target is known to be there or not (relay-protocol §3.5).
 */
import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { Resolve } from '../net/resolve-name.ts';
import type { DialledRendezvous, RendezvousDialer } from '../net/spare-connection.ts';
import type { MayDial } from '../policy/may-dial.ts';
import type { AcceptMessage } from '../relay/messages.ts';
import {
  authority,
  rejectTarget,
  rendezvousAddress,
  type RelayEntity,
  type RendezvousAddress,
} from '../relay/relay-address.ts';
import { defaultFrameSocketOptions } from '../relay/frame-socket.ts';
import { openWebSocket, type HandshakeResult } from '../relay/rendezvous.ts';
import { outcomeOfError, outcomeOfPump, rejection, type Outcome } from './session-outcome.ts';
import type { SessionRecord } from './session-record.ts';
import { dialledAddress, dialTarget } from './target-dialer.ts';
import { TcpPump, type PumpOptions } from './tcp-pump.ts';

/** The relay lets an accept wait 30 s in all (relay-protocol §3.4); what comes later is in vain. */
const acceptWindowMs = 28_000;
/** Of these the answer needs a part, however long the endpoint took. */
const answerReserveMs = 3_000;
const relayDialTimeoutMs = 15_000;

export interface TunnelInput {
  readonly connectionId: string;
  readonly accept: AcceptMessage;
  readonly entity: RelayEntity;
  /** null: not known, so that the sender has to be turned away. */
  readonly endpoint: { readonly host: string; readonly port: number } | null;
  /** Set when the sender is to be turned away without a dial: a limit is reached. */
  readonly refusal?: HcmError | undefined;
}

export interface TunnelPorts {
  readonly clock: Clock;
  readonly mayDial: MayDial;
  readonly rendezvous: RendezvousDialer;
  readonly resolve?: Resolve;
  readonly dialTimeoutMs: () => number;
  readonly halfCloseTimeoutMs: () => number;
  readonly idleTimeoutMs: () => number;
  readonly rates: NonNullable<PumpOptions['rates']>;
  /** The endpoint was reached: evidence for its leg. */
  readonly onTargetReached: (dialMs: number, address: string | null) => void;
}

export class Tunnel {
  readonly id = randomUUID();
  readonly #input: TunnelInput;
  readonly #ports: TunnelPorts;
  readonly #startedAt: number;
  readonly #beganMs: number;
  readonly #stop = new AbortController();
  #pump: TcpPump | undefined;
  #dialMs: number | null = null;
  #address: string | null = null;
  #endedAt: number | null = null;
  #outcome: Outcome | null = null;

  constructor(input: TunnelInput, ports: TunnelPorts) {
    this.#input = input;
    this.#ports = ports;
    this.#startedAt = ports.clock.now();
    this.#beganMs = ports.clock.monotonicMs();
  }

  get record(): SessionRecord {
    return {
      id: this.id,
      connectionId: this.#input.connectionId,
      trackingId: this.#input.accept.id,
      peer: this.#input.accept.peer ?? null,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      dialMs: this.#dialMs,
      endpoint: this.#endpoint,
      bytesIn: this.#pump?.bytesToTcp ?? 0,
      bytesOut: this.#pump?.bytesToRelay ?? 0,
      closedBy: this.#outcome?.closedBy ?? null,
      code: this.#outcome?.code ?? null,
      detail: this.#outcome?.detail ?? '',
    };
  }

  get #endpoint(): SessionRecord['endpoint'] {
    const { endpoint } = this.#input;
    return endpoint && { host: endpoint.host, port: endpoint.port, address: this.#address };
  }

  /** Limits that a running session is held to may have changed. */
  limitsChanged(): void {
    this.#pump?.limitsChanged();
  }

  /** Ends the tunnel at once; both sides see an abort. */
  kill(detail: string): void {
    this.#stop.abort(new HcmError('HCM3123', { reason: detail }));
    this.#pump?.stop(detail);
  }

  async run(): Promise<SessionRecord> {
    try {
      this.#outcome = await this.#carry();
    } catch (error) {
      this.#outcome = outcomeOfError(error);
    } finally {
      this.#endedAt = this.#ports.clock.now();
    }
    return this.record;
  }

  async #carry(): Promise<Outcome> {
    const { accept, entity } = this.#input;
    const address = rendezvousAddress(accept.address, entity);
    const dialStop = new AbortController();
    const signal = AbortSignal.any([dialStop.signal, this.#stop.signal]);
    const relayDial = settled(this.#dialRendezvous(address, signal));
    const targetDial = settled(this.#dialTarget(signal));

    const target = await firstTrouble(targetDial, relayDial);
    if (target === 'other failed') {
      // No relay, so nobody to answer: the endpoint need not be reached any more.
      dialStop.abort(new HcmError('HCM2053', { reason: 'relay not reached' }));
      const late = await targetDial;
      if (late.ok) late.value.destroy();
    }
    const relay = await relayDial;
    const reached = await targetDial;
    if (!relay.ok) {
      if (reached.ok) reached.value.destroy();
      this.#stop.signal.throwIfAborted();
      const { code } = toErrorData(relay.error);
      return code === 'HCM3107'
        ? { closedBy: 'host', code, detail: 'dial to the relay' }
        : { closedBy: 'relay', code: 'HCM2053', detail: code };
    }
    if (!reached.ok) {
      const failure = reached.error;
      this.#address = dialledAddress(failure);
      if (this.#stop.signal.aborted) relay.value.socket.destroy();
      else await this.#reject(relay.value, address, failure);
      throw failure;
    }
    return this.#open(relay.value, reached.value, address);
  }

  #dialRendezvous({ host, port }: RendezvousAddress, signal: AbortSignal): Promise<DialledRendezvous> {
    return this.#ports.rendezvous.dial(host, port, relayDialTimeoutMs, signal);
  }

  async #dialTarget(signal: AbortSignal): Promise<Socket> {
    const { endpoint, refusal } = this.#input;
    if (refusal) throw refusal;
    if (endpoint === null) throw new HcmError('HCM2041', { name: this.#input.entity.entityPath });
    const { clock, mayDial, dialTimeoutMs, resolve, onTargetReached } = this.#ports;
    const began = clock.monotonicMs();
    const target = await dialTarget({
      host: endpoint.host,
      port: endpoint.port,
      mayDial,
      timeoutMs: Math.min(dialTimeoutMs(), acceptWindowMs - answerReserveMs),
      clock,
      signal,
      ...(resolve === undefined ? {} : { resolve }),
    });
    this.#dialMs = clock.monotonicMs() - began;
    this.#address = target.remoteAddress ?? null;
    try {
      onTargetReached(this.#dialMs, this.#address);
    } catch (error) {
      target.destroy();
      throw error;
    }
    return target;
  }

  /** The sender sees a clear handshake error instead of "connected, then closed" (relay-protocol §3.5). */
  async #reject(relay: DialledRendezvous, address: RendezvousAddress, failure: unknown): Promise<void> {
    const { status, description } = rejection(failure);
    try {
      const result = await this.#answer(relay, address, rejectTarget(address.target, status, description));
      if (result.opened) result.frames.terminate();
    } catch {
      // The sender has gone or waits for its own time-out; the reason for the rejection is what counts.
      relay.socket.destroy();
    }
  }

  async #open(relay: DialledRendezvous, target: Socket, address: RendezvousAddress): Promise<Outcome> {
    let result;
    try {
      result = await this.#answer(relay, address, address.target, this.#input.accept.subprotocol);
    } catch (error) {
      target.destroy();
      this.#stop.signal.throwIfAborted();
      throw error;
    }
    if (!result.opened) {
      target.destroy();
      return {
        closedBy: 'relay',
        code: 'HCM2052',
        detail: `${result.refusal.status} ${result.refusal.reason}`,
      };
    }
    this.#ports.rendezvous.opened(address.host, address.port);
    const { frames } = result;
    const { clock, halfCloseTimeoutMs, idleTimeoutMs, rates } = this.#ports;
    return new Promise((resolve) => {
      this.#pump = new TcpPump(target, frames, {
        clock,
        halfCloseTimeoutMs: halfCloseTimeoutMs(),
        idleTimeoutMs,
        rates,
        onEnd: (end) => resolve(outcomeOfPump(end)),
      });
      this.#pump.start();
      if (this.#stop.signal.aborted) this.#pump.stop('killed');
    });
  }

  /** The answer to the accept. A connection that had waited may have been given up by the other side just now. */
  async #answer(
    { socket, wasSpare }: DialledRendezvous,
    address: RendezvousAddress,
    target: string,
    subprotocol?: string,
  ): Promise<HandshakeResult> {
    try {
      return await this.#shakeHands(socket, address, target, subprotocol);
    } catch (error) {
      const isLost = toErrorData(error).code === 'HCM2053';
      if (!wasSpare || !isLost || this.#stop.signal.aborted) throw error;
      const fresh = await settled(this.#dialRendezvous(address, this.#stop.signal));
      if (!fresh.ok) throw error;
      return this.#shakeHands(fresh.value.socket, address, target, subprotocol);
    }
  }

  /** One handshake, within what is left of the accept's window; a kill ends it at once. */
  async #shakeHands(
    socket: TLSSocket,
    address: RendezvousAddress,
    target: string,
    subprotocol?: string,
  ): Promise<HandshakeResult> {
    const { clock } = this.#ports;
    const leftMs = acceptWindowMs - (clock.monotonicMs() - this.#beganMs);
    const onStop = (): void => void socket.destroy();
    this.#stop.signal.addEventListener('abort', onStop, { once: true });
    try {
      return await openWebSocket(
        {
          socket,
          authority: authority(address.host, address.port),
          target,
          subprotocol,
          timeoutMs: Math.max(1_000, leftMs),
          clock,
        },
        { clock, ...defaultFrameSocketOptions },
      );
    } finally {
      this.#stop.signal.removeEventListener('abort', onStop);
    }
  }
}

type Settled<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

function settled<T>(work: Promise<T>): Promise<Settled<T>> {
  return work.then(
    (value): Settled<T> => ({ ok: true, value }),
    (error: unknown): Settled<T> => ({ ok: false, error }),
  );
}

/** Waits for `work`, but no longer than until `other` has failed. */
async function firstTrouble<T, U>(
  work: Promise<Settled<T>>,
  other: Promise<Settled<U>>,
): Promise<Settled<T> | 'other failed'> {
  const otherFailed = new Promise<'other failed'>((resolve) => {
    void other.then((result) => {
      if (!result.ok) resolve('other failed');
    });
  });
  return Promise.race([work, otherFailed]);
}
