/**
 * Carries out what the listener machine decides for one connection. Owns the control channel, the attempt that is
 * under way and the machine's timers.
 *
 * Invariants: one channel at a time; callbacks of an earlier attempt are never heard; an attempt has a deadline, so that
 * a prober can't hold up its host; after `end` no timer lives, and no socket but for the seconds of an orderly Close.
 */
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import type { ControlChannel, ControlChannelHandler } from '../relay/control-channel.ts';
import type { AcceptMessage, RequestMessage } from '../relay/messages.ts';
import type { HostGate } from './host-gate.ts';
import {
  graceMs,
  stepListener,
  stoppedListener,
  type Listener,
  type ListenerEffect,
  type ListenerEvent,
  type ListenerState,
} from './listener-machine.ts';

export interface ListenerDriverPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly id: string;
  /** The gate of the relay's host as the config has it now. */
  readonly gate: () => HostGate;
  /** For one attempt, from the key to the open channel. */
  readonly attemptTimeoutMs: number;
  /** What must be there before a channel makes sense (key, trust, endpoint). Its failure is the attempt's. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  readonly createChannel: (handler: ControlChannelHandler) => ControlChannel;
  readonly openSessions: () => number;
  readonly drainMs: () => number;
  /** The channel is open until the signal says otherwise. */
  readonly onOnline: (untilClosed: AbortSignal) => void;
  readonly onAccept: (accept: AcceptMessage) => void;
  readonly onRequestElsewhere: (request: RequestMessage) => void;
  readonly onTokenRenewed: () => void;
  readonly onIgnored: (problem: HcmError) => void;
  readonly onState: (state: ListenerState, event: ListenerEvent) => void;
  readonly endSessions: (detail: string) => void;
  readonly onChange: () => void;
}

export class ListenerDriver {
  readonly #ports: ListenerDriverPorts;
  #listener: Listener = stoppedListener;
  #since: number;
  #channel: ControlChannel | undefined;
  #attempt: AbortController | undefined;
  #answersInMs: number | null = null;
  #cancelTimer: Disposer | undefined;
  #cancelGrace: Disposer | undefined;
  #cancelDrain: Disposer | undefined;
  #cancelAttempt: Disposer | undefined;
  /** The gate that was asked last: what follows goes to the same one. */
  #gate: HostGate | undefined;

  constructor(ports: ListenerDriverPorts) {
    this.#ports = ports;
    this.#since = ports.clock.now();
  }

  get state(): ListenerState {
    return this.#listener.state;
  }

  /** When the state began, milliseconds since 1970-01-01 UTC. */
  get since(): number {
    return this.#since;
  }

  get failures(): number {
    return this.#listener.failures;
  }

  /** Round trip of the open channel's last keep-alive, milliseconds; null while none is open or known. */
  get answersInMs(): number | null {
    return this.#answersInMs;
  }

  start(): void {
    this.#feed({ type: 'start' });
  }

  /** Lets open sessions finish for a while; a second call ends them at once. */
  stop(): void {
    this.#feed({ type: 'stop', ...this.#draining() });
  }

  restart(): void {
    this.#feed({ type: 'restart', ...this.#draining() });
  }

  retryNow(): void {
    this.#feed({ type: 'retryNow' });
  }

  /** Puts a changed key in force on the open channel, so that its sessions go on. */
  renewToken(): void {
    if (this.#listener.state.name === 'online') this.#channel?.renewToken();
  }

  /** The last session of a draining connection has ended. */
  sessionsEnded(): void {
    if (this.#listener.state.name === 'draining') this.#feed({ type: 'drained' });
  }

  /** Stops without letting anything finish. */
  end(): void {
    this.#feed({ type: 'stop', sessions: 0, drainUntil: 0 });
    this.#feed({ type: 'stop', sessions: 0, drainUntil: 0 });
  }

  #draining(): { readonly sessions: number; readonly drainUntil: number } {
    const drainMs = this.#ports.drainMs();
    return {
      sessions: drainMs === 0 ? 0 : this.#ports.openSessions(),
      drainUntil: this.#ports.clock.now() + drainMs,
    };
  }

  #feed(event: ListenerEvent): void {
    const before = this.#listener.state.name;
    const step = stepListener(this.#listener, event, this.#ports.clock.now(), this.#ports.random);
    this.#listener = step.listener;
    if (before !== step.listener.state.name) {
      this.#since = this.#ports.clock.now();
      this.#ports.onState(step.listener.state, event);
    }
    for (const effect of step.effects) this.#carryOut(effect);
    if (this.#listener.state.name === 'stopped') this.#ports.endSessions('connection stopped');
    this.#ports.onChange();
  }

  #carryOut(effect: ListenerEffect): void {
    const { clock, id } = this.#ports;
    switch (effect.type) {
      case 'askGate':
        this.#gate = this.#ports.gate();
        this.#gate.request(id, {
          go: () => this.#feed({ type: 'go' }),
          wait: (until, cause) => this.#feed({ type: 'held', until, cause }),
        });
        break;
      case 'leaveGate':
        this.#gate?.leave(id);
        break;
      case 'hurryGate':
        this.#gate?.retryNow();
        break;
      case 'hostReached':
        this.#gate?.reached(id);
        break;
      case 'hostFailed':
        this.#gate?.failed(id, effect.error);
        break;
      case 'openChannel':
        this.#open().catch((error: unknown) => this.#attemptFailed(asHcmError(error)));
        break;
      case 'closeChannel':
        this.#close();
        break;
      case 'armTimer':
        this.#cancelTimer?.();
        this.#cancelTimer = clock.after(effect.delayMs, () => this.#feed({ type: 'timer' }));
        break;
      case 'armGrace':
        this.#cancelGrace = clock.after(graceMs, () => this.#feed({ type: 'graceOver' }));
        break;
      case 'armDrain':
        this.#cancelDrain = clock.after(effect.until - clock.now(), () => this.#feed({ type: 'drained' }));
        break;
      case 'cancelTimers':
        this.#cancelTimer?.();
        this.#cancelGrace?.();
        this.#cancelDrain?.();
        break;
      case 'endSessions':
        this.#ports.endSessions('time to finish is over');
        break;
    }
  }

  async #open(): Promise<void> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    const isCurrent = (): boolean => this.#attempt === attempt && !attempt.signal.aborted;
    const ended = (failure: HcmError): void => {
      if (isCurrent()) this.#attemptFailed(failure);
    };
    const { clock, attemptTimeoutMs } = this.#ports;
    this.#cancelAttempt = clock.after(attemptTimeoutMs, () => {
      this.#channel?.close();
      ended(new HcmError('HCM2003', { seconds: attemptTimeoutMs / 1000 }));
    });
    try {
      await this.#ports.prepare(attempt.signal);
    } catch (error) {
      ended(asHcmError(error));
      return;
    }
    if (!isCurrent()) return;
    this.#channel = this.#ports.createChannel({
      onOpen: () => {
        if (!isCurrent()) return;
        this.#cancelAttempt?.();
        this.#feed({ type: 'opened' });
        this.#ports.onOnline(attempt.signal);
      },
      onAccept: (accept) => {
        if (isCurrent()) this.#ports.onAccept(accept);
      },
      onRequestElsewhere: this.#ports.onRequestElsewhere,
      onTokenRenewed: this.#ports.onTokenRenewed,
      onAnswered: (milliseconds) => {
        if (!isCurrent()) return;
        this.#answersInMs = milliseconds;
        this.#ports.onChange();
      },
      onIgnored: this.#ports.onIgnored,
      onClosed: ended,
    });
    this.#channel.open();
  }

  #attemptFailed(failure: HcmError): void {
    this.#forget();
    this.#feed({ type: 'failed', error: failure });
  }

  #close(): void {
    const channel = this.#channel;
    this.#forget();
    channel?.close();
  }

  #forget(): void {
    this.#cancelAttempt?.();
    this.#attempt?.abort(new HcmError('HCM3123', { reason: 'channel closed' }));
    this.#attempt = undefined;
    this.#channel = undefined;
    this.#answersInMs = null;
  }
}

function asHcmError(error: unknown): HcmError {
  return error instanceof HcmError ? error : new HcmError('HCM9001', {}, { cause: error });
}
