/**
 * What happened to one connection, newest 200 entries. Pure but for the ids and the time, which are handed in.
 *
 * Invariants: the number of entries is bounded; a state on the way (connecting, checking) has a line only while nothing
 * followed it; a state that comes back after such a state counts on its entry instead of making a new one, so that a
 * night without network is one line; what a person did stands between: a restart begins a new story.
 */
import type { Activity, ConfigurationChange } from '../../contract/activity.ts';
import type { LimitHit } from '../../contract/connection-view.ts';
import type { ErrorData } from '../../contract/errors.ts';
import type { AzureStatus, EndpointStatus } from '../../contract/status.ts';

export const maxActivity = 200;

export interface ActivityPorts {
  readonly connectionId: string;
  readonly now: () => number;
  readonly createId: () => string;
  /** A line that stands: new, or counted on. What only passes by isn't told. */
  readonly onEntry: (entry: Activity) => void;
}

type Leg = Extract<Activity, { kind: 'azure' | 'endpoint' }>;

/** A leg's new state; `common` is filled in by the log. */
type LegState =
  | { readonly kind: 'azure'; readonly status: AzureStatus; readonly problem: ErrorData | null }
  | { readonly kind: 'endpoint'; readonly status: EndpointStatus; readonly problem: ErrorData | null };

type LegStatus = AzureStatus | EndpointStatus;

const onTheWay: readonly LegStatus[] = ['connecting', 'checking'];
/** Says nothing that happened: the other leg tells why nobody looks. */
const silent: readonly LegStatus[] = ['notChecked'];

export class ActivityLog {
  readonly #ports: ActivityPorts;
  /** Oldest first. */
  readonly #entries: Activity[] = [];
  #endpointInAzure: string | null = null;
  #checkedAt: number | null = null;
  #limitHit: LimitHit | null = null;
  readonly #latest: { azure?: AzureStatus; endpoint?: EndpointStatus } = {};

  constructor(ports: ActivityPorts) {
    this.#ports = ports;
  }

  /** Takes in what an earlier run left, oldest first; before anything else happens. */
  restore(entries: readonly Activity[]): void {
    this.#entries.push(...entries.slice(-maxActivity));
    const last = entries.findLast((entry) => entry.kind === 'change' && isAboutEndpoint(entry.change));
    const differs = last?.kind === 'change' && last.change === 'endpointDiffers';
    this.#endpointInAzure = differs ? last.detail : null;
  }

  /** Newest first. */
  list(): Activity[] {
    return [...this.#entries].reverse();
  }

  /** The way to Azure is in this state now; the same state again changes nothing but its reason. */
  azure(status: AzureStatus, problem: ErrorData | null): void {
    const isNew = this.#latest.azure !== status;
    this.#latest.azure = status;
    this.#observe({ kind: 'azure', status, problem }, isNew);
  }

  /** @param checkedAt when it was last tried, by a session or a check: each try in vain counts, also where none was before. */
  endpoint(status: EndpointStatus, problem: ErrorData | null, checkedAt: number | null = null): void {
    const isTriedAgain = status === 'unreachable' && checkedAt !== this.#checkedAt;
    const isNew = this.#latest.endpoint !== status || isTriedAgain;
    this.#latest.endpoint = status;
    this.#checkedAt = checkedAt;
    this.#observe({ kind: 'endpoint', status, problem }, isNew);
  }

  change(change: ConfigurationChange, by: string | null, detail: string | null = null): void {
    this.#append({ ...this.#common(), kind: 'change', change, detail, by });
  }

  /** @param endpoint the one that Azure names in place of the one in force; null: none. @returns whether it is news. */
  endpointInAzure(endpoint: string | null): boolean {
    const isNews = endpoint !== null && endpoint !== this.#endpointInAzure;
    this.#endpointInAzure = endpoint;
    if (isNews) this.change('endpointDiffers', null, endpoint);
    return isNews;
  }

  /** A limit turned senders away: one line as long as the hits of one story go on. */
  limitHit(hit: LimitHit): void {
    if (hit === this.#limitHit) return;
    const { problem, at, times } = hit;
    const isNews = this.#limitHit?.problem.code !== problem.code || times === 1;
    this.#limitHit = hit;
    const index = this.#entries.findLastIndex(({ kind }) => kind === 'limit');
    const before = this.#entries[index];
    if (isNews || before?.kind !== 'limit') {
      this.#append({ ...this.#common(), kind: 'limit', problem, at, times });
      return;
    }
    this.#entries.splice(index, 1);
    this.#append({ ...before, problem, at, times });
  }

  #observe(state: LegState, isNew: boolean): void {
    const index = this.#entries.findLastIndex(({ kind }) => kind === state.kind);
    const last = this.#entries[index];
    if (!isNew) {
      if (isLeg(last) && last.status === state.status)
        this.#entries[index] = { ...last, problem: state.problem };
      return;
    }
    if (isLeg(last) && onTheWay.includes(last.status)) this.#entries.splice(index, 1);
    if (silent.includes(state.status)) return;
    this.#append(this.#folded(state) ?? { ...this.#common(), ...state });
  }

  /** Takes out the entry that this state only repeats, to count on; null when it is news. */
  #folded(state: LegState): Activity | null {
    const index = this.#entries.findLastIndex(({ kind }) => kind === state.kind || kind === 'change');
    const before = this.#entries[index];
    if (!isLeg(before) || before.status !== state.status) return null;
    this.#entries.splice(index, 1);
    return { ...before, problem: state.problem, at: this.#ports.now(), times: before.times + 1 };
  }

  #append(entry: Activity): void {
    this.#entries.push(entry);
    if (this.#entries.length > maxActivity) this.#entries.shift();
    if (!isLeg(entry) || !onTheWay.includes(entry.status)) this.#ports.onEntry(entry);
  }

  #common(): Pick<Activity, 'id' | 'connectionId' | 'at' | 'times'> {
    const { connectionId, now, createId } = this.#ports;
    return { id: createId(), connectionId, at: now(), times: 1 };
  }
}

function isAboutEndpoint(change: ConfigurationChange): boolean {
  return ['endpointDiffers', 'endpointAccepted', 'endpointChanged', 'endpointSetInAzure'].includes(change);
}

function isLeg(entry: Activity | undefined): entry is Leg {
  return entry?.kind === 'azure' || entry?.kind === 'endpoint';
}
