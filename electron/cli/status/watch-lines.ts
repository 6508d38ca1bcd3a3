/**
 * `hcm status --watch` for programs: what there is, then a line of JSON for each change. Owns the host's connection.
 *
 * Invariant: a line that would say the same as the one before about the same thing isn't written.
 */
import { connectionRow } from '../../contract/connection-row.ts';
import type { StatusChange } from '../../contract/answer-schemas.ts';
import type { CliIo } from '../cli-io.ts';
import type { ConnectionChoice } from '../find-connection.ts';
import { HostFollower, type FollowedState } from '../host-follower.ts';
import type { LiveAccess } from '../live-access.ts';
import { renderJsonLine } from '../render/json.ts';
import { listenForStop } from '../stop-signal.ts';
import { ChosenViews } from './chosen-views.ts';
import { healthEntry, hostEntry, itemsOf } from './status-report.ts';

type Change = StatusChange extends infer One ? (One extends unknown ? Omit<One, 'at'> : never) : never;

/** Settles at the stop signal. @throws HcmError HCM1041, HCM1042 */
export async function watchAsLines(
  io: CliIo,
  live: LiveAccess,
  choice: ConnectionChoice | null,
): Promise<void> {
  const stop = listenForStop(io);
  const changes = new ChangeLines(choice, (change) => {
    io.output.write(renderJsonLine({ at: new Date(live.clock.now()).toISOString(), ...change }));
  });
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => (fail = reject));
  const follower = new HostFollower({
    clock: live.clock,
    connect: () => live.connect(io),
    onChange: (state) => {
      try {
        changes.take(state);
      } catch (error) {
        fail(error);
      }
    },
  });
  try {
    void follower.start();
    await Promise.race([stop.asked, failed]);
  } finally {
    stop.dispose();
    await follower.close();
  }
}

export class ChangeLines {
  readonly #chosen: ChosenViews;
  readonly #write: (change: Change) => void;
  /** What was last said of each thing. */
  readonly #told = new Map<string, string>();
  readonly #names = new Map<string, string>();

  constructor(choice: ConnectionChoice | null, write: (change: Change) => void) {
    this.#chosen = new ChosenViews(choice);
    this.#write = write;
  }

  take(state: FollowedState): void {
    const views = this.#chosen.of(state);
    const { info, problem } = state;
    const host = problem === null && info !== null ? hostEntry(info) : null;
    this.#tell('host', { event: 'host', host, code: problem?.code ?? null });
    for (const view of views) {
      this.#names.set(view.config.id, view.config.name);
      this.#tell(view.config.id, { event: 'connection', connection: connectionRow(view) });
    }
    for (const [id, name] of [...this.#names]) {
      if (views.some(({ config }) => config.id === id)) continue;
      this.#names.delete(id);
      this.#told.delete(id);
      this.#write({ event: 'removed', id, name });
    }
    const ids = views.map(({ config }) => config.id);
    const items = this.#chosen.isOne ? ids.flatMap((id) => itemsOf(state.items, id)) : state.items;
    if (problem === null) this.#tell('health', { event: 'health', health: items.map(healthEntry) });
  }

  #tell(about: string, change: Change): void {
    const text = JSON.stringify(change);
    if (this.#told.get(about) === text) return;
    this.#told.set(about, text);
    this.#write(change);
  }
}
