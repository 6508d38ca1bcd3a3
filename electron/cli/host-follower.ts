/**
 * One host as it is now, for as long as a command wants to see it: what it is, its connections, its health. Owns the
 * connection to the host and the timers that look for one that went away.
 *
 *      looking ──answers──► following ──went away, hangs──► looking
 *
 * Invariants: nothing is asked again and again of a host that answers, except every 10 s whether it still does: its events
 * tell the rest; events count more than answers that were asked for before them; on a gap in the patches a new
 * snapshot is taken; nothing runs on after `close`.
 */
import type { ContractEvent, EventPayload, HostInfo } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { viewUnknown } from '../contract/view-at-rest.ts';
import { HcmError, toErrorData, type ErrorData } from '../contract/errors.ts';
import type { HealthItem } from '../contract/health.ts';
import type { Clock, Disposer } from '../engine/clock.ts';
import type { AttachedHost } from './live-access.ts';

export interface FollowedState {
  /** The host that answers, or the last one that did; null before the first. */
  readonly info: HostInfo | null;
  /** Why no host answers; null while one does. */
  readonly problem: ErrorData | null;
  /** Views of an unknown state while no host answers. */
  readonly views: readonly ConnectionView[];
  /** Worst first. */
  readonly items: readonly HealthItem[];
}

export interface HostFollowerOptions {
  readonly clock: Clock;
  readonly connect: () => Promise<AttachedHost>;
  readonly onChange: (state: FollowedState) => void;
}

export const lookIntervalMs = 1_000;
export const watchIntervalMs = 10_000;

/** One snapshot takes milliseconds; a host that sends more meanwhile is asked anew. */
const maxWaitingPatches = 1_000;

type Patch = EventPayload<'connections.patch'>;

export class HostFollower {
  readonly #options: HostFollowerOptions;
  #state: FollowedState | null = null;
  #host: AttachedHost | null = null;
  #views = new Map<string, ConnectionView>();
  #items: readonly HealthItem[] = [];
  #info: HostInfo | null = null;
  #sequence = 0;
  /** Patches that came while a snapshot was on its way; null while none is. */
  #waiting: Patch[] | null = null;
  /** How often the host has told of its health. */
  #healthTold = 0;
  #ends: Disposer[] = [];
  #cancelTimer: Disposer | undefined;
  #isClosed = false;

  constructor(options: HostFollowerOptions) {
    this.#options = options;
  }

  /** Null until it is known whether a host answers. */
  get state(): FollowedState | null {
    return this.#state;
  }

  /** The first look; later ones come by themselves. Never fails: what is in the way is the state. */
  async start(): Promise<void> {
    this.#cancelTimer?.();
    try {
      const host = await this.#options.connect();
      if (this.#isClosed) await host.close();
      else await this.#follow(host);
    } catch (error) {
      this.#lost(error);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#leave();
  }

  async #follow(host: AttachedHost): Promise<void> {
    this.#host = host;
    this.#waiting = [];
    const told = this.#healthTold;
    // Before the snapshot: what changes meanwhile waits for it.
    this.#ends = [host.subscribe((event) => this.#onEvent(host, event))];
    const info = await host.call('host.info', {});
    const { items } = await host.call('health.list', {});
    if (!this.#isFollowed(host)) return;
    if (this.#healthTold === told) this.#items = items;
    this.#info = info;
    await this.#takeSnapshot(host);
    if (!this.#isFollowed(host)) return;
    this.#ends.push(host.onClosed((cause) => this.#gone(host, cause ?? new HcmError('HCM5001'))));
    // One that has ended meanwhile says so at once.
    if (this.#isFollowed(host)) this.#watch(host);
  }

  async #takeSnapshot(host: AttachedHost): Promise<void> {
    this.#waiting ??= [];
    const { sequence, connections } = await host.call('connections.snapshot', {});
    if (!this.#isFollowed(host)) return;
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#sequence = sequence;
    this.#views = new Map(connections.map((view) => [view.config.id, view]));
    const isWhole = waiting.length < maxWaitingPatches && waiting.every((patch) => this.#apply(patch));
    // Connected anew a moment later it starts from a snapshot again.
    if (!isWhole) throw new HcmError('HCM5005', { reason: 'patches-missing' });
    this.#tell(null);
  }

  #onEvent(host: AttachedHost, { name, payload }: ContractEvent): void {
    if (this.#host !== host) return;
    if (name === 'connections.patch') this.#onPatch(host, payload);
    if (name !== 'health.changed') return;
    this.#healthTold += 1;
    this.#items = payload.items;
    if (this.#waiting === null) this.#tell(null);
  }

  #onPatch(host: AttachedHost, patch: Patch): void {
    if (this.#waiting !== null) {
      if (this.#waiting.length < maxWaitingPatches) this.#waiting.push(patch);
    } else if (this.#apply(patch)) this.#tell(null);
    else this.#takeSnapshot(host).catch((error: unknown) => this.#gone(host, error));
  }

  /** @returns false when one is missing in front of it. */
  #apply({ sequence, changed, removed }: Patch): boolean {
    if (sequence <= this.#sequence) return true;
    if (sequence > this.#sequence + 1) return false;
    this.#sequence = sequence;
    for (const view of changed) this.#views.set(view.config.id, view);
    for (const id of removed) this.#views.delete(id);
    return true;
  }

  /** A host that hangs keeps its socket open, and its connections would look live for ever. */
  #watch(host: AttachedHost): void {
    this.#cancelTimer = this.#options.clock.after(watchIntervalMs, () => {
      host.call('host.info', {}).then(
        () => {
          if (this.#host === host) this.#watch(host);
        },
        (error: unknown) => this.#gone(host, error),
      );
    });
  }

  #isFollowed(host: AttachedHost): boolean {
    return this.#host === host;
  }

  #gone(host: AttachedHost, error: unknown): void {
    if (this.#isFollowed(host)) this.#lost(error);
  }

  #lost(error: unknown): void {
    void this.#leave();
    if (this.#isClosed) return;
    const { clock } = this.#options;
    if (this.#state?.problem === null) {
      const now = clock.now();
      this.#views = new Map([...this.#views].map(([id, view]) => [id, viewUnknown(view, now)]));
    }
    this.#items = [];
    this.#tell(toErrorData(error));
    this.#cancelTimer = clock.after(lookIntervalMs, () => void this.start());
  }

  #leave(): Promise<void> {
    this.#cancelTimer?.();
    for (const end of this.#ends) end();
    this.#ends = [];
    const host = this.#host;
    this.#host = null;
    return host?.close() ?? Promise.resolve();
  }

  #tell(problem: ErrorData | null): void {
    if (this.#isClosed) return;
    const views = [...this.#views.values()];
    this.#state = { info: this.#info, problem, views, items: this.#items };
    this.#options.onChange(this.#state);
  }
}
