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
 *      online ──replace──► online(replacing) ──secondOpened──► online: the second channel took over, or was only tried
 *                                 └──secondFailed──► online: the first channel stays
 *
 * Invariants (held by property tests): a first channel is opened only when none is open, and a second one only beside
 * an open one and at most one; leaving `online` leaves neither; every `waiting` and `blocked` has a timer or waits at the
 * gate; `stop` ends in `stopped`.
 */
import type { ErrorCode, HcmError } from '../../contract/errors.ts';
import type { Random } from '../clock.ts';
import { blockedDelayMs, isWindowFull, rememberAttempt, retryDelayMs, wakeDelayMs } from './backoff.ts';

export type ListenerState =
  | { readonly name: 'stopped' }
  | { readonly name: 'connecting'; readonly phase: 'gate' | 'channel' }
  /** `replacing`: a second channel is being opened beside the open one. */
  | { readonly name: 'online'; readonly replacing: boolean }
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
  /** Refusals of the same kind in a row, each of which a retry alone couldn't help. */
  readonly refusals: Refusals;
  /** Times of the latest attempts, milliseconds. */
  readonly attempts: readonly number[];
}

interface Refusals {
  readonly code: ErrorCode | null;
  readonly times: number;
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
  /** The attempt or the open channel ended. `again`: there is something else to try (another key), at once. */
  | { readonly type: 'failed'; readonly error: HcmError; readonly again: boolean }
  /** Another channel is wanted in the place of the open one, or beside it for a moment. */
  | { readonly type: 'replace' }
  | { readonly type: 'secondOpened'; readonly takesOver: boolean }
  | { readonly type: 'secondFailed' }
  | { readonly type: 'timer' }
  | { readonly type: 'graceOver' }
  /** A person or a changed configuration: at once. */
  | { readonly type: 'retryNow' }
  /** This computer was asleep, or its network or clock has changed: soon. The gate hears of it by itself. */
  | { readonly type: 'wake' };

export type ListenerEffect =
  | { readonly type: 'askGate' }
  | { readonly type: 'leaveGate' }
  | { readonly type: 'hurryGate' }
  /** The attempt reached the host, whatever it answered. */
  | { readonly type: 'hostReached' }
  | { readonly type: 'hostFailed'; readonly error: HcmError }
  /** An open channel was lost: the host may be gone with it. */
  | { readonly type: 'hostDoubted' }
  | { readonly type: 'openChannel' }
  | { readonly type: 'closeChannel' }
  | { readonly type: 'openSecond' }
  /** The second channel is the channel from now on; the first is let go of in order. */
  | { readonly type: 'takeOver' }
  /** The second channel has shown what it was opened for, and is let go of in order. */
  | { readonly type: 'retireSecond' }
  /** Before it was of any use. */
  | { readonly type: 'closeSecond' }
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

const noRefusals: Refusals = { code: null, times: 0 };

export const stoppedListener: Listener = {
  state: { name: 'stopped' },
  failures: 0,
  refusals: noRefusals,
  attempts: [],
};

const online = { name: 'online', replacing: false } as const;

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
      return failed(listener, event, nowMs, random);
    case 'replace':
      return replace(listener);
    case 'secondOpened':
      return secondOpened(listener, event.takesOver);
    case 'secondFailed':
      return isReplacing(listener) ? to({ ...listener, state: online }) : to(listener);
    case 'timer':
      return retry(listener, false);
    case 'retryNow':
      return retry(listener, true);
    case 'wake':
      return wake(listener, nowMs, random);
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
  return askGate({ ...listener, failures: 0, refusals: noRefusals });
}

function askGate(listener: Listener, ...before: ListenerEffect[]): ListenerStep {
  return to({ ...listener, state: { name: 'connecting', phase: 'gate' } }, ...before, { type: 'askGate' });
}

function stop(listener: Listener, thenStart: boolean, sessions: number, drainUntil: number): ListenerStep {
  const { state } = listener;
  if (state.name === 'stopped') return thenStart ? start(listener) : to(listener);
  // A second request ends at once.
  if (state.name === 'draining') return drained({ ...listener, state: { ...state, thenStart } });
  const quiet: ListenerEffect[] = [
    { type: 'cancelTimers' },
    { type: 'leaveGate' },
    ...closeSecond(listener),
    { type: 'closeChannel' },
  ];
  if (sessions > 0) {
    const draining = { name: 'draining', thenStart, until: drainUntil } as const;
    return to({ ...listener, state: draining }, ...quiet, { type: 'armDrain', until: drainUntil });
  }
  const stopped = atRest(listener);
  return thenStart ? askGate(stopped, ...quiet) : to(stopped, ...quiet);
}

function atRest(listener: Listener): Listener {
  return { ...listener, state: { name: 'stopped' }, failures: 0, refusals: noRefusals };
}

function drained(listener: Listener): ListenerStep {
  const { state } = listener;
  if (state.name !== 'draining') return to(listener);
  const quiet: ListenerEffect[] = [{ type: 'cancelTimers' }, { type: 'endSessions' }];
  const stopped = atRest(listener);
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
  const next = { ...listener, state: online, refusals: noRefusals };
  return to(next, { type: 'hostReached' }, { type: 'armGrace' });
}

function isReplacing({ state }: Listener): boolean {
  return state.name === 'online' && state.replacing;
}

function closeSecond(listener: Listener): ListenerEffect[] {
  return isReplacing(listener) ? [{ type: 'closeSecond' }] : [];
}

function replace(listener: Listener): ListenerStep {
  const { state } = listener;
  if (state.name !== 'online' || state.replacing) return to(listener);
  return to({ ...listener, state: { ...state, replacing: true } }, { type: 'openSecond' });
}

function secondOpened(listener: Listener, takesOver: boolean): ListenerStep {
  if (!isReplacing(listener)) return to(listener);
  return to({ ...listener, state: online }, { type: takesOver ? 'takeOver' : 'retireSecond' });
}

function failed(
  listener: Listener,
  { error, again }: { readonly error: HcmError; readonly again: boolean },
  nowMs: number,
  random: Random,
): ListenerStep {
  const { state } = listener;
  const trying = state.name === 'connecting' && state.phase === 'channel';
  if (!trying && state.name !== 'online') return to(listener);
  const failures = listener.failures + 1;
  const next = { ...listener, failures };
  // A token that stopped counting needs only a fresh one: the first time nobody waits for it (relay-protocol §3.9).
  const needsToken = error.code === 'HCM2031' && listener.failures === 0;
  if ((again || needsToken) && !isWindowFull(listener.attempts, nowMs)) {
    const before: ListenerEffect[] = [{ type: 'cancelTimers' }, ...closeSecond(listener)];
    return askGate(next, ...before, ...(trying ? [{ type: 'hostReached' } as const] : []));
  }
  if (trying && error.scope === 'host') {
    return to(
      { ...next, state: { name: 'waiting', at: 'gate', until: nowMs, cause: error } },
      { type: 'cancelTimers' },
      { type: 'hostFailed', error },
      { type: 'askGate' },
    );
  }
  const reached: ListenerEffect[] = [{ type: 'cancelTimers' }, ...closeSecond(listener)];
  // A key that can't be read or a missing CA says nothing about the host: another connection may probe.
  if (trying) reached.push({ type: error.scope === 'connection' ? 'hostReached' : 'leaveGate' });
  else reached.push({ type: 'hostDoubted' });
  if (!error.retryable) {
    const times = listener.refusals.code === error.code ? listener.refusals.times + 1 : 1;
    const delayMs = blockedDelayMs(times, random);
    const blocked = { name: 'blocked', until: nowMs + delayMs, cause: error } as const;
    const refusals = { code: error.code, times };
    return to({ ...next, refusals, state: blocked }, ...reached, { type: 'armTimer', delayMs });
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

/** Tries soon where a timer would be waited for, but not later than that and not oftener than any connection may. */
function wake(listener: Listener, nowMs: number, random: Random): ListenerStep {
  const { state } = listener;
  if (state.name !== 'blocked' && (state.name !== 'waiting' || state.at !== 'timer')) return to(listener);
  // The wall clock may have jumped since `until` was set: what is left of it says nothing certain.
  const delayMs = wakeDelayMs(listener.attempts, nowMs, random);
  return to(
    { ...listener, state: { ...state, until: nowMs + delayMs } },
    { type: 'cancelTimers' },
    { type: 'armTimer', delayMs },
  );
}
