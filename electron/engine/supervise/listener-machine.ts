/**
 * What one connection's listener does next: a pure reducer `(state, event) → (state, effects)` (plan §5.2).
 *
 *                     start                       go                    opened
 *      stopped ──────────────► connecting(gate) ──────► connecting(channel) ──────► online
 *         ▲                        ▲    ▲                     │                       │
 *         │                        │    │ timer, retryNow     │ failed                │ failed
 *         │                        │    │                     ▼                       ▼
 *         │ drained, limit         │  waiting {until, attempt, cause}  ◄──────────────┘
 *         │                        │  blocked {until, attempt, cause}   (a retry alone can't help)
 *      draining ◄──────────────────┴── stop, restart from anywhere
 *
 * Invariants (held by property tests): a channel is opened only when none is open; every `waiting` and `blocked` has a
 * timer or waits at the gate; `stop` ends in `stopped`.
 */
import type { HcmError } from '../../contract/errors.ts';
import type { Random } from '../clock.ts';
import { blockedDelayMs, rememberAttempt, retryDelayMs } from './backoff.ts';

export type ListenerState =
  | { readonly name: 'stopped' }
  | { readonly name: 'connecting'; readonly phase: 'gate' | 'channel' }
  | { readonly name: 'online' }
  | { readonly name: 'draining'; readonly thenStart: boolean; readonly until: number }
  | {
      readonly name: 'waiting';
      readonly at: 'gate' | 'timer';
      readonly until: number;
      readonly cause: HcmError;
    }
  | { readonly name: 'blocked'; readonly until: number; readonly cause: HcmError };

export interface Listener {
  readonly state: ListenerState;
  /** Failures in a row; forgotten after a grace period online. */
  readonly failures: number;
  /** Times of the latest attempts, milliseconds. */
  readonly attempts: readonly number[];
}

export type ListenerEvent =
  | { readonly type: 'start' }
  /** `sessions`: how many are open and may finish until `drainUntil`. */
  | { readonly type: 'stop' | 'restart'; readonly sessions: number; readonly drainUntil: number }
  /** No session is open any more, or the time to finish is over. */
  | { readonly type: 'drained' }
  /** The gate lets an attempt through. */
  | { readonly type: 'go' }
  /** The gate holds the attempt back. */
  | { readonly type: 'held'; readonly until: number; readonly cause: HcmError }
  | { readonly type: 'opened' }
  /** The attempt or the open channel ended. */
  | { readonly type: 'failed'; readonly error: HcmError }
  | { readonly type: 'timer' }
  | { readonly type: 'graceOver' }
  /** A person, a resume from sleep or a changed configuration: at once. */
  | { readonly type: 'retryNow' };

export type ListenerEffect =
  | { readonly type: 'askGate' }
  | { readonly type: 'leaveGate' }
  | { readonly type: 'hurryGate' }
  /** The attempt reached the host, whatever it answered. */
  | { readonly type: 'hostReached' }
  | { readonly type: 'hostFailed'; readonly error: HcmError }
  | { readonly type: 'openChannel' }
  | { readonly type: 'closeChannel' }
  | { readonly type: 'armTimer'; readonly delayMs: number }
  | { readonly type: 'armGrace' }
  | { readonly type: 'cancelTimers' }
  | { readonly type: 'armDrain'; readonly until: number }
  | { readonly type: 'endSessions' };

export interface ListenerStep {
  readonly listener: Listener;
  readonly effects: readonly ListenerEffect[];
}

/** Time online after which earlier failures are forgotten (relay-protocol §3.10). */
export const graceMs = 60_000;

export const stoppedListener: Listener = { state: { name: 'stopped' }, failures: 0, attempts: [] };

export function stepListener(
  listener: Listener,
  event: ListenerEvent,
  nowMs: number,
  random: Random,
): ListenerStep {
  switch (event.type) {
    case 'start':
      return start(listener);
    case 'stop':
    case 'restart':
      return stop(listener, event.type === 'restart', event.sessions, event.drainUntil);
    case 'drained':
      return drained(listener);
    case 'go':
      return go(listener, nowMs);
    case 'held':
      return held(listener, event.until, event.cause);
    case 'opened':
      return opened(listener);
    case 'failed':
      return failed(listener, event.error, nowMs, random);
    case 'timer':
      return retry(listener, false);
    case 'retryNow':
      return retry(listener, true);
    case 'graceOver':
      return listener.state.name === 'online' ? to({ ...listener, failures: 0 }) : to(listener);
  }
}

function to(listener: Listener, ...effects: ListenerEffect[]): ListenerStep {
  return { listener, effects };
}

function start(listener: Listener): ListenerStep {
  const { state } = listener;
  if (state.name === 'draining') return to({ ...listener, state: { ...state, thenStart: true } });
  if (state.name !== 'stopped') return to(listener);
  return askGate({ ...listener, failures: 0 });
}

function askGate(listener: Listener, ...before: ListenerEffect[]): ListenerStep {
  return to({ ...listener, state: { name: 'connecting', phase: 'gate' } }, ...before, { type: 'askGate' });
}

function stop(listener: Listener, thenStart: boolean, sessions: number, drainUntil: number): ListenerStep {
  const { state } = listener;
  if (state.name === 'stopped') return thenStart ? start(listener) : to(listener);
  // A second request ends at once.
  if (state.name === 'draining') return drained({ ...listener, state: { ...state, thenStart } });
  const quiet: ListenerEffect[] = [{ type: 'cancelTimers' }, { type: 'leaveGate' }, { type: 'closeChannel' }];
  if (sessions > 0) {
    const draining = { name: 'draining', thenStart, until: drainUntil } as const;
    return to({ ...listener, state: draining }, ...quiet, { type: 'armDrain', until: drainUntil });
  }
  const stopped = { ...listener, state: { name: 'stopped' }, failures: 0 } as const;
  return thenStart ? askGate(stopped, ...quiet) : to(stopped, ...quiet);
}

function drained(listener: Listener): ListenerStep {
  const { state } = listener;
  if (state.name !== 'draining') return to(listener);
  const quiet: ListenerEffect[] = [{ type: 'cancelTimers' }, { type: 'endSessions' }];
  const stopped = { ...listener, state: { name: 'stopped' }, failures: 0 } as const;
  return state.thenStart ? askGate(stopped, ...quiet) : to(stopped, ...quiet);
}

function go(listener: Listener, nowMs: number): ListenerStep {
  const { state } = listener;
  const asked =
    (state.name === 'connecting' && state.phase === 'gate') ||
    (state.name === 'waiting' && state.at === 'gate');
  if (!asked) return to(listener, { type: 'leaveGate' });
  const attempts = rememberAttempt(listener.attempts, nowMs);
  return to(
    { ...listener, attempts, state: { name: 'connecting', phase: 'channel' } },
    { type: 'openChannel' },
  );
}

function held(listener: Listener, until: number, cause: HcmError): ListenerStep {
  const { state } = listener;
  const asked =
    (state.name === 'connecting' && state.phase === 'gate') ||
    (state.name === 'waiting' && state.at === 'gate');
  if (!asked) return to(listener);
  return to({ ...listener, state: { name: 'waiting', at: 'gate', until, cause } });
}

function opened(listener: Listener): ListenerStep {
  const { state } = listener;
  if (state.name === 'online') return to(listener);
  if (state.name !== 'connecting' || state.phase !== 'channel') return to(listener, { type: 'closeChannel' });
  return to({ ...listener, state: { name: 'online' } }, { type: 'hostReached' }, { type: 'armGrace' });
}

function failed(listener: Listener, error: HcmError, nowMs: number, random: Random): ListenerStep {
  const { state } = listener;
  const trying = state.name === 'connecting' && state.phase === 'channel';
  if (!trying && state.name !== 'online') return to(listener);
  const failures = listener.failures + 1;
  const next = { ...listener, failures };
  if (trying && error.scope === 'host') {
    return to(
      { ...next, state: { name: 'waiting', at: 'gate', until: nowMs, cause: error } },
      { type: 'cancelTimers' },
      { type: 'hostFailed', error },
      { type: 'askGate' },
    );
  }
  const reached: ListenerEffect[] = [{ type: 'cancelTimers' }];
  // A key that can't be read or a missing CA says nothing about the host: another connection may probe.
  if (trying) reached.push({ type: error.scope === 'connection' ? 'hostReached' : 'leaveGate' });
  if (!error.retryable) {
    const delayMs = blockedDelayMs(failures, random);
    const blocked = { name: 'blocked', until: nowMs + delayMs, cause: error } as const;
    return to({ ...next, state: blocked }, ...reached, { type: 'armTimer', delayMs });
  }
  const delayMs = retryDelayMs(failures, listener.attempts, nowMs, random);
  const waiting = { name: 'waiting', at: 'timer', until: nowMs + delayMs, cause: error } as const;
  return to({ ...next, state: waiting }, ...reached, { type: 'armTimer', delayMs });
}

function retry(listener: Listener, byHand: boolean): ListenerStep {
  const { state } = listener;
  if (state.name === 'blocked' || (state.name === 'waiting' && state.at === 'timer')) {
    return askGate(listener, { type: 'cancelTimers' });
  }
  const atGate = state.name === 'waiting' || (state.name === 'connecting' && state.phase === 'gate');
  return byHand && atGate ? to(listener, { type: 'hurryGate' }) : to(listener);
}
