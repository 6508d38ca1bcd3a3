/**
 * What a person should hear of, made of what is seen of the connections every few seconds. Pure but for its memory; time
 * comes with each look.
 *
 *      well ──lost──► waiting ──long enough, and nobody looks──► told ──well again──► told that, too
 *                        └──well again: a blip, nobody hears of it
 *
 * Invariants: an incident is told once, again only when it turned into one that needs a person; what begins together is told
 * together, and of hundreds that come and go nobody gets hundreds of notifications; that something works again is told only
 * of what was told; what was stopped by hand is no incident; while the computer sleeps no time passes, and a clock that is
 * set to another time keeps nothing back.
 */
import type { ConnectionView } from '../contract/connection-view.ts';
import { azureTone } from '../contract/status.ts';
import type { HostSummary } from './host-watch.ts';

export type Trouble = 'down' | 'needsYou' | 'endpoint';

export type Notice =
  | { readonly kind: Trouble; readonly views: readonly ConnectionView[]; readonly since: number }
  | { readonly kind: 'recovered'; readonly views: readonly ConnectionView[]; readonly lastedMs: number }
  | { readonly kind: 'unstable'; readonly views: readonly ConnectionView[]; readonly times: number }
  | { readonly kind: 'host'; readonly since: number }
  | { readonly kind: 'hostRecovered' }
  | { readonly kind: 'update'; readonly version: string };

export interface Listening {
  /** How long a connection is down before anybody hears of it. */
  readonly afterMs: number;
  readonly recovered: boolean;
  readonly updates: boolean;
  /** `never`: what happens now is never told. `later`: it is told later if it still holds. */
  readonly ear: 'open' | 'never' | 'later';
}

/** What begins within this is told together. */
export const gatherMs = 4_000;
/** After one notification the next of its kind waits this long: what happens meanwhile is told together. */
export const spacingMs = 60_000;
/** A longer gap between two looks is sleep. */
const longestStepMs = 30_000;
export const unstableWithinMs = 10 * 60_000;
const unstableAbove = 4;
const unstableAgainAfterMs = 60 * 60_000;

interface Incident {
  trouble: Trouble;
  readonly startedAt: number;
  /** Of the trouble that it is now. */
  lastedMs: number;
  /** Whether a person heard or saw of the trouble that it is now. */
  isSettled: boolean;
  /** Whether a notification told of it, in this form or an earlier one. */
  isTold: boolean;
}

interface Track {
  view: ConnectionView;
  incident: Incident | null;
  /** When it was lost or came back. */
  changes: readonly number[];
  /** Since when it comes and goes too often. */
  unstableSince: number | null;
  unstableToldAt: number | null;
  /** It works again after an incident that was told, which nobody has heard yet. */
  recovered: { readonly at: number; readonly lastedMs: number } | null;
}

interface HostIncident {
  readonly startedAt: number;
  lastedMs: number;
  isSettled: boolean;
  isTold: boolean;
}

export class Incidents {
  readonly #tracks = new Map<string, Track>();
  #host: HostIncident | null = null;
  #isHostBack = false;
  #lookedAt: number | null = null;
  #toldVersion: string | null = null;
  readonly #toldAt = new Map<Notice['kind'], number>();

  /** @param newVersion a release that the person may want to hear of */
  look(
    now: number,
    summary: HostSummary,
    newVersion: string | null,
    listening: Listening,
  ): readonly Notice[] {
    const stepMs = this.#lookedAt === null ? 0 : Math.min(Math.max(0, now - this.#lookedAt), longestStepMs);
    this.#lookedAt = now;
    if (summary.mode === 'unreachable') this.#hostIsGone(now, stepMs);
    else if (summary.mode !== 'starting' && summary.isKnown) {
      this.#hostIsThere();
      this.#follow(now, stepMs, summary.views);
    }
    return this.#news(now, newVersion, listening);
  }

  #hostIsGone(now: number, stepMs: number): void {
    this.#isHostBack = false;
    if (this.#host === null) this.#host = { startedAt: now, lastedMs: 0, isSettled: false, isTold: false };
    else this.#host.lastedMs += stepMs;
  }

  #hostIsThere(): void {
    if (this.#host?.isTold === true) this.#isHostBack = true;
    this.#host = null;
  }

  #follow(now: number, stepMs: number, views: readonly ConnectionView[]): void {
    const ids = new Set(views.map(({ config }) => config.id));
    for (const id of this.#tracks.keys()) if (!ids.has(id)) this.#tracks.delete(id);
    for (const view of views) {
      const { id } = view.config;
      const track = this.#tracks.get(id) ?? {
        view,
        incident: null,
        changes: [],
        unstableSince: null,
        unstableToldAt: null,
        recovered: null,
      };
      this.#tracks.set(id, track);
      const cameBack = cameBackUnseen(track.view, view) ? [now, now] : [];
      track.changes = [...track.changes, ...cameBack].filter((at) => isWithin(now, at, unstableWithinMs));
      track.view = view;
      followOne(track, now, stepMs);
      track.unstableSince = isFlapping(track) ? (track.unstableSince ?? now) : null;
    }
  }

  #news(now: number, newVersion: string | null, listening: Listening): readonly Notice[] {
    if (listening.ear === 'later') return [];
    const notices = [
      ...this.#unstable(now),
      ...this.#troubles(now, listening.afterMs),
      ...this.#hostNews(listening),
      ...this.#recovered(now, listening.recovered),
      ...this.#update(newVersion, listening),
    ];
    if (listening.ear === 'open') return notices;
    // Whoever has the window in front saw it, and whoever wants to hear nothing doesn't hear of its end, either.
    for (const track of this.#tracks.values()) {
      track.recovered = null;
      if (track.incident !== null) track.incident.isTold = false;
    }
    if (this.#host !== null) this.#host.isTold = false;
    this.#toldAt.clear();
    return [];
  }

  /** @returns whether one of this kind may be told now; it counts as told then. */
  #mayTell(kind: Notice['kind'], now: number): boolean {
    const at = this.#toldAt.get(kind);
    if (at !== undefined && isWithin(now, at, spacingMs)) return false;
    this.#toldAt.set(kind, now);
    return true;
  }

  #unstable(now: number): readonly Notice[] {
    const due = [...this.#tracks.values()].filter(
      ({ unstableSince, unstableToldAt }) =>
        unstableSince !== null &&
        (unstableToldAt === null || !isWithin(now, unstableToldAt, unstableAgainAfterMs)),
    );
    const isGathered = due.some(({ unstableSince }) => !isWithin(now, unstableSince ?? now, gatherMs));
    if (!isGathered || !this.#mayTell('unstable', now)) return [];
    for (const track of due) track.unstableToldAt = now;
    const times = Math.max(...due.map(({ changes }) => Math.ceil(changes.length / 2)));
    return [{ kind: 'unstable', views: due.map(({ view }) => view), times }];
  }

  #troubles(now: number, afterMs: number): readonly Notice[] {
    return (['needsYou', 'down', 'endpoint'] as const).flatMap((kind): Notice[] => {
      const waitMs = kind === 'needsYou' ? 0 : afterMs;
      const due = [...this.#tracks.values()].flatMap((track) => {
        const { incident, view } = track;
        const isDue = incident?.trouble === kind && !incident.isSettled && incident.lastedMs >= waitMs;
        // That it comes and goes is said already.
        return isDue && (kind === 'needsYou' || !isFlapping(track)) ? [{ incident, view }] : [];
      });
      const isGathered = due.some(({ incident }) => incident.lastedMs >= waitMs + gatherMs);
      if (!isGathered || !this.#mayTell(kind, now)) return [];
      for (const { incident } of due) Object.assign(incident, { isSettled: true, isTold: true });
      const since = Math.min(...due.map(({ incident }) => incident.startedAt));
      return [{ kind, views: due.map(({ view }) => view), since }];
    });
  }

  #hostNews({ afterMs, recovered }: Listening): readonly Notice[] {
    const host = this.#host;
    const isBack = this.#isHostBack;
    this.#isHostBack = false;
    if (host !== null && !host.isSettled && host.lastedMs >= afterMs + gatherMs) {
      host.isSettled = true;
      host.isTold = true;
      return [{ kind: 'host', since: host.startedAt }];
    }
    return isBack && recovered ? [{ kind: 'hostRecovered' }] : [];
  }

  #recovered(now: number, isWanted: boolean): readonly Notice[] {
    const back = [...this.#tracks.values()].flatMap((track) => {
      const { recovered, view } = track;
      return recovered === null ? [] : [{ track, recovered, view }];
    });
    const isGathered = back.some(({ recovered }) => !isWithin(now, recovered.at, gatherMs));
    if (isWanted && !(isGathered && this.#mayTell('recovered', now))) return [];
    for (const { track } of back) track.recovered = null;
    if (!isWanted) return [];
    const lastedMs = Math.max(...back.map(({ recovered }) => recovered.lastedMs));
    return [{ kind: 'recovered', views: back.map(({ view }) => view), lastedMs }];
  }

  #update(version: string | null, { updates }: Listening): readonly Notice[] {
    if (version === null || !updates || version === this.#toldVersion) return [];
    this.#toldVersion = version;
    return [{ kind: 'update', version }];
  }
}

function followOne(track: Track, now: number, stepMs: number): void {
  const { view, incident } = track;
  const found = conditionOf(view);
  // An endpoint that failed is well once it answers, not when its check was forgotten.
  const isUnproven = incident?.trouble === 'endpoint' && view.endpoint.status !== 'reachable';
  if (found === 'unsure' || (found === 'well' && isUnproven)) {
    if (incident !== null) incident.lastedMs += stepMs;
  } else if (found === 'off') {
    Object.assign(track, { incident: null, changes: [], recovered: null });
  } else if (found === 'well') {
    if (incident === null) return;
    track.changes = [...track.changes, now];
    // Told before it was mended: without the one, the other would say nothing.
    if (incident.isTold) track.recovered = { at: now, lastedMs: Math.max(0, now - incident.startedAt) };
    track.incident = null;
  } else if (incident === null) {
    track.changes = [...track.changes, now];
    track.recovered = null;
    track.incident = { trouble: found, startedAt: now, lastedMs: 0, isSettled: false, isTold: false };
  } else {
    incident.lastedMs += stepMs;
    if (found !== incident.trouble) turnInto(incident, found);
  }
}

/** A person who was told that it is down hears only that it needs them now. */
function turnInto(incident: Incident, trouble: Trouble): void {
  const isNews = trouble === 'needsYou' || !incident.isSettled;
  incident.isSettled = !isNews;
  if (trouble === 'needsYou') incident.lastedMs = 0;
  incident.trouble = trouble;
}

/** `unsure`: on its way, or not looked at: no news in either direction. */
function conditionOf({ azure, endpoint }: ConnectionView): Trouble | 'well' | 'off' | 'unsure' {
  const { status, problem } = azure;
  if (status === 'stopped' || status === 'stopping' || status === 'discontinued') return 'off';
  if (status === 'unknown') return 'unsure';
  if (status === 'connected') {
    if (endpoint.status === 'unreachable') return 'endpoint';
    return endpoint.status === 'checking' ? 'unsure' : 'well';
  }
  if (azureTone({ azure: status, endpoint: endpoint.status, problem }) === 'act') return 'needsYou';
  return 'down';
}

function isFlapping({ changes }: Track): boolean {
  return changes.length > unstableAbove;
}

/** False for what lies ahead, too: a clock may be set back. */
function isWithin(now: number, at: number, ms: number): boolean {
  return now >= at && now - at < ms;
}

/** Connected at both looks, and not without a break. */
function cameBackUnseen(before: ConnectionView, after: ConnectionView): boolean {
  const isConnected = before.azure.status === 'connected' && after.azure.status === 'connected';
  return isConnected && before.azure.since !== after.azure.since;
}
