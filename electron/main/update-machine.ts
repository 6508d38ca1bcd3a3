/**
 * Where an app stands with a newer version of itself, and what leads from one place to the next. Pure: who asks, downloads
 * and installs is `app-updater.ts`.
 *
 *      off ◄──── told: not looked for ──── (anywhere but installing)
 *       │
 *       └─told──► idle ◄──────told: none──────┐
 *                  │                          │
 *               asked                         │
 *                  ▼                          │
 *               checking ──told: a release──► available ◄─────┐
 *                  ▲                          │ │ ▲           │
 *                  └──────────asked───────────┘ │ │ failed,   │ failed, told: a newer one
 *                                     download  │ │ cancelled │
 *                                               ▼ │           │
 *                                          downloading ──────► ready ──install──► installing
 *                                                  downloaded   ▲                    │
 *                                                               └──────failed────────┘
 *
 * A release that is told of no more leads back to idle from `downloading` and `ready`, too, and is never installed.
 *
 * Invariants: there is a release from `available` on, and none in `off`; an event that a phase doesn't expect changes nothing
 * (an answer that comes late is one); no phase is without a way out. `installing` ends with this process, or fails.
 */
import type { ErrorData } from '../contract/errors.ts';
import type { HostUpdates, Release, UpdatePhase } from '../contract/updates.ts';

export interface UpdateProgress {
  readonly phase: UpdatePhase;
  readonly release: Release | null;
  readonly checkedAt: number | null;
  /** Bytes that came, and those that are expected, while it downloads. */
  readonly received: number;
  readonly total: number;
  readonly problem: ErrorData | null;
}

export type UpdateEvent =
  /** What the host knows. */
  | {
      readonly kind: 'told';
      readonly updates: Pick<HostUpdates, 'mode' | 'checkedAt' | 'release' | 'problem'>;
    }
  | { readonly kind: 'asked' }
  | { readonly kind: 'download'; readonly total: number }
  | { readonly kind: 'received'; readonly received: number; readonly total: number }
  | { readonly kind: 'downloaded' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'install' }
  | { readonly kind: 'failed'; readonly problem: ErrorData };

export const updateAtStart: UpdateProgress = {
  phase: 'idle',
  release: null,
  checkedAt: null,
  received: 0,
  total: 0,
  problem: null,
};

/** Whatever happens, one of these is next, or the phase stays. */
export const nextPhases: Readonly<Record<UpdatePhase, readonly UpdatePhase[]>> = {
  off: ['idle', 'available'],
  idle: ['off', 'checking', 'available'],
  checking: ['off', 'idle', 'available'],
  available: ['off', 'idle', 'checking', 'downloading'],
  downloading: ['off', 'idle', 'available', 'ready'],
  ready: ['off', 'idle', 'available', 'installing'],
  installing: ['ready'],
};

type Told = Extract<UpdateEvent, { kind: 'told' }>['updates'];

export function nextUpdate(state: UpdateProgress, event: UpdateEvent): UpdateProgress {
  const { phase } = state;
  switch (event.kind) {
    case 'told':
      return told(state, event.updates);
    case 'asked':
      return phase === 'idle' || phase === 'available' ? { ...state, phase: 'checking' } : state;
    case 'download':
      return phase === 'available'
        ? { ...state, phase: 'downloading', received: 0, total: event.total, problem: null }
        : state;
    case 'received':
      return phase === 'downloading'
        ? { ...state, received: Math.min(event.received, event.total), total: event.total }
        : state;
    case 'downloaded':
      return phase === 'downloading' ? { ...state, phase: 'ready', received: state.total } : state;
    case 'cancelled':
      return phase === 'downloading' ? { ...state, ...nothingReceived, phase: 'available' } : state;
    case 'install':
      return phase === 'ready' ? { ...state, phase: 'installing', problem: null } : state;
    case 'failed':
      return failed(state, event.problem);
  }
}

const nothingReceived = { received: 0, total: 0 } as const;

function told(state: UpdateProgress, { mode, checkedAt, release, problem }: Told): UpdateProgress {
  const { phase } = state;
  if (phase === 'installing') return state;
  if (mode === 'off') return { ...updateAtStart, phase: 'off', checkedAt };
  // What is being downloaded, or was, stays for as long as it is the newest, and while nobody can say whether it is.
  const isKept = release === null ? problem !== null : release.version === state.release?.version;
  const isBegun = phase === 'downloading' || phase === 'ready';
  if (isBegun && isKept) return { ...state, checkedAt };
  return {
    ...updateAtStart,
    phase: release === null ? 'idle' : 'available',
    release,
    checkedAt,
    problem: problem ?? problemLeft(state, release, isKept),
  };
}

/** What is still to be said when the host has no trouble. */
function problemLeft(state: UpdateProgress, release: Release | null, isKept: boolean): ErrorData | null {
  const { phase } = state;
  // Whoever saw it come hears why it doesn't.
  if (phase === 'downloading' && release === null && state.release !== null)
    return { code: 'HCM5115', details: { version: state.release.version, reason: 'withdrawn' } };
  // A host that says the same again doesn't take away why a download failed.
  return phase === 'available' && isKept ? state.problem : null;
}

function failed(state: UpdateProgress, problem: ErrorData): UpdateProgress {
  switch (state.phase) {
    case 'off':
      return state;
    case 'idle':
    case 'available':
      return { ...state, problem };
    case 'checking':
      return { ...state, phase: state.release === null ? 'idle' : 'available', problem };
    case 'downloading':
    case 'ready':
      return { ...state, ...nothingReceived, phase: 'available', problem };
    case 'installing':
      return { ...state, phase: 'ready', problem };
  }
}
