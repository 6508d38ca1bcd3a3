/**
 * Carries out what the listener machine decides for one connection. Owns the channel, the second one while the machine
 * wants two, and the machine's timers.
 *
 * Invariants: channels are opened and ended as the machine says; callbacks of an earlier attempt are never heard; an
 * attempt has a deadline, so that a prober can't hold up its host; every wish for a second channel is answered in time;
 * after `end` no timer lives, and no socket but for the seconds of an orderly Close.
 */
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import type { ConnectionMeter } from '../metrics/connection-meter.ts';
import type { ControlChannel, ControlChannelHandler } from '../relay/control-channel.ts';
import type { AcceptMessage, RequestMessage } from '../relay/messages.ts';
import { ChannelAttempt, type ChannelAttemptPorts } from './channel-attempt.ts';
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
  readonly createChannel: CreateChannel;
  readonly openSessions: () => number;
  readonly drainMs: () => number;
  /** Connected until the signal says otherwise, whichever channel it is by then. */
  readonly onOnline: (untilClosed: AbortSignal) => void;
  /** The channel that just failed may be tried again at once: with another key, say. Called once for each failure. */
  readonly tryAgainAtOnce: (failure: HcmError) => boolean;
  readonly onAccept: (accept: AcceptMessage) => void;
  readonly onRequestElsewhere: (request: RequestMessage) => void;
  readonly onTokenRenewed: () => void;
  readonly onTokenNotRenewed: (problem: HcmError) => void;
  readonly onIgnored: (problem: HcmError) => void;
  readonly onState: (state: ListenerState, event: ListenerEvent) => void;
  readonly endSessions: (detail: string) => void;
  readonly onChange: () => void;
  readonly meter?: Pick<ConnectionMeter, 'channelOpened' | 'channelFailed'> | undefined;
}

type CreateChannel = (handler: ControlChannelHandler) => ControlChannel;

/** A channel beside the open one. */
export interface SecondChannel {
  readonly createChannel: CreateChannel;
  /** It stands in for the first once it is open; else it only shows that it could. */
  readonly takesOver: boolean;
  /** It is open, and the first is not yet let go of. */
  readonly onOpen: () => void;
}

export type SecondOutcome =
  | { readonly kind: 'opened' }
  | { readonly kind: 'failed'; readonly failure: HcmError }
  /** There was no open channel to put it beside, or not long enough. */
  | { readonly kind: 'notOnline' };

/** An attempt that was under way when this computer woke up: what it waits for is likely gone. */
const wakeAttemptMs = 10_000;
/** For an answer after a wake; the usual wait would be that of a dead channel. */
const wakeAnswerMs = 5_000;

interface Second {
  readonly attempt: ChannelAttempt;
  readonly wanted: SecondChannel;
  readonly settle: (outcome: SecondOutcome) => void;
}

export class ListenerDriver {
  readonly #ports: ListenerDriverPorts;
  #listener: Listener = stoppedListener;
  #since: number;
  #attempt: ChannelAttempt | undefined;
  #second: Second | undefined;
  /** Aborted when the connection is no longer online. */
  #online: AbortController | undefined;
  #answersInMs: number | null = null;
  /** Wishes for a second channel, one after the other. */
  #seconds: Promise<unknown> = Promise.resolve();
  #cancelTimer: Disposer | undefined;
  #cancelGrace: Disposer | undefined;
  #cancelDrain: Disposer | undefined;
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
    this.#attempt?.renewToken();
  }

  /** Opens a second channel beside the open one; never rejects. One at a time: another one waits for its turn. */
  openSecond(wanted: SecondChannel): Promise<SecondOutcome> {
    const outcome = this.#seconds.then(() => this.#openSecond(wanted));
    this.#seconds = outcome;
    return outcome;
  }

  /**
   * This computer was asleep, or its network or clock has changed.
   * @returns false when the open channel can't be asked whether it is still there
   */
  wake(): boolean {
    const { state } = this.#listener;
    if (state.name === 'online') return this.#attempt?.check(wakeAnswerMs) !== false;
    if (state.name === 'connecting') this.#attempt?.limit(wakeAttemptMs);
    else this.#feed({ type: 'wake' });
    return true;
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
      case 'hostDoubted':
        this.#gate?.doubt();
        break;
      case 'hostFailed':
        this.#gate?.failed(id, effect.error);
        break;
      case 'openChannel':
        this.#open();
        break;
      case 'closeChannel':
        this.#close();
        break;
      case 'openSecond':
        this.#second?.attempt.open();
        break;
      case 'takeOver':
        this.#takeOver();
        break;
      case 'retireSecond':
        this.#second?.attempt.retire();
        this.#settleSecond({ kind: 'opened' });
        break;
      case 'closeSecond':
        this.#second?.attempt.close();
        this.#settleSecond({ kind: 'notOnline' });
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

  #open(): void {
    const { prepare, createChannel } = this.#ports;
    this.#attempt = this.#newAttempt(prepare, createChannel);
    this.#attempt.open();
  }

  #openSecond(wanted: SecondChannel): Promise<SecondOutcome> {
    const { state } = this.#listener;
    if (state.name !== 'online') return Promise.resolve({ kind: 'notOnline' });
    return new Promise((settle) => {
      const attempt = this.#newAttempt(() => Promise.resolve(), wanted.createChannel);
      this.#second = { attempt, wanted, settle };
      this.#feed({ type: 'replace' });
    });
  }

  /** Which of the two channels it is changes when the second takes over: each callback looks anew. */
  #newAttempt(prepare: ChannelAttemptPorts['prepare'], createChannel: CreateChannel): ChannelAttempt {
    const { clock, attemptTimeoutMs: timeoutMs, onRequestElsewhere, onIgnored } = this.#ports;
    const attempt: ChannelAttempt = new ChannelAttempt(
      { clock, timeoutMs, prepare, createChannel },
      {
        onOpen: () => (attempt === this.#attempt ? this.#opened() : this.#secondOpened()),
        onAccept: (accept) => {
          if (this.#listener.state.name === 'online') this.#ports.onAccept(accept);
        },
        onAnswered: (milliseconds) => {
          if (attempt !== this.#attempt) return;
          this.#answersInMs = milliseconds;
          this.#ports.onChange();
        },
        onClosed: (failure) =>
          attempt === this.#attempt ? this.#failed(failure) : this.#secondFailed(failure),
        onTokenRenewed: () => {
          if (attempt === this.#attempt) this.#ports.onTokenRenewed();
        },
        onTokenNotRenewed: (problem) => {
          if (attempt === this.#attempt) this.#ports.onTokenNotRenewed(problem);
        },
        onRequestElsewhere,
        onIgnored,
      },
    );
    return attempt;
  }

  #opened(): void {
    this.#online = new AbortController();
    this.#ports.meter?.channelOpened();
    this.#feed({ type: 'opened' });
    this.#ports.onOnline(this.#online.signal);
  }

  #failed(error: HcmError): void {
    this.#ports.meter?.channelFailed(error.code, this.#online !== undefined);
    this.#forget();
    this.#feed({ type: 'failed', error, again: this.#ports.tryAgainAtOnce(error) });
  }

  #secondOpened(): void {
    const wanted = this.#second?.wanted;
    if (wanted === undefined) return;
    this.#ports.meter?.channelOpened();
    wanted.onOpen();
    this.#feed({ type: 'secondOpened', takesOver: wanted.takesOver });
  }

  #secondFailed(failure: HcmError): void {
    this.#ports.meter?.channelFailed(failure.code, false);
    this.#feed({ type: 'secondFailed' });
    this.#settleSecond({ kind: 'failed', failure });
  }

  #takeOver(): void {
    const first = this.#attempt;
    this.#attempt = this.#second?.attempt;
    this.#answersInMs = null;
    this.#ports.onTokenRenewed();
    first?.retire();
    this.#settleSecond({ kind: 'opened' });
  }

  #settleSecond(outcome: SecondOutcome): void {
    const second = this.#second;
    this.#second = undefined;
    second?.settle(outcome);
  }

  #close(): void {
    const attempt = this.#attempt;
    this.#forget();
    attempt?.close();
  }

  #forget(): void {
    this.#attempt = undefined;
    this.#answersInMs = null;
    this.#online?.abort(new HcmError('HCM3123', { reason: 'channel closed' }));
    this.#online = undefined;
  }
}
