/**
 * `hcm status --watch` on a terminal: the picture follows the host's events, the terminal's size and the clock. Owns the
 * screen, the host's connection and its two timers.
 *
 * Invariants: the terminal is as it was afterwards, whatever ended it; pictures come at most every 50 ms however many
 * events there are; the beat of a second moves countdowns and traffic and asks the host nothing.
 */
import type { ConnectionView } from '../../contract/connection-view.ts';
import { countBytes, rateBetween, type CountedBytes } from '../../contract/traffic-rate.ts';
import type { Disposer } from '../../engine/clock.ts';
import type { CliIo } from '../cli-io.ts';
import type { ConnectionChoice } from '../find-connection.ts';
import { HostFollower, type FollowedState } from '../host-follower.ts';
import type { LiveAccess } from '../live-access.ts';
import { paintFor, type Paint } from '../paint.ts';
import { ChosenViews } from './chosen-views.ts';
import { FullScreen } from './full-screen.ts';
import { statusFrame } from './status-frame.ts';

const joinMs = 50;
const beatMs = 1_000;

const keys = {
  interrupt: '\u0003',
  up: '\u001b[A',
  down: '\u001b[B',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
};

/** Settles when the person has seen enough. @throws HcmError HCM1041, HCM1042 */
export async function watchOnScreen(
  io: CliIo,
  live: LiveAccess,
  choice: ConnectionChoice | null,
): Promise<void> {
  const watch = new ScreenWatch(io, live, choice);
  try {
    await watch.run();
  } finally {
    await watch.close();
  }
}

class ScreenWatch {
  readonly #io: CliIo;
  readonly #live: LiveAccess;
  readonly #paint: Paint;
  readonly #chosen: ChosenViews;
  readonly #screen: FullScreen;
  readonly #follower: HostFollower;
  #state: FollowedState | null = null;
  #views: readonly ConnectionView[] = [];
  #counted = new Map<string, CountedBytes>();
  #rates: ReadonlyMap<string, number> = new Map();
  #offset = 0;
  #cancelDraw: Disposer | undefined;
  #cancelBeat: Disposer | undefined;
  #ends: Disposer[] = [];
  #finish: (failure?: unknown) => void = () => undefined;

  constructor(io: CliIo, live: LiveAccess, choice: ConnectionChoice | null) {
    this.#io = io;
    this.#live = live;
    this.#paint = paintFor(io);
    this.#chosen = new ChosenViews(choice);
    this.#screen = new FullScreen(io, (typed) => this.#typed(typed));
    this.#follower = new HostFollower({
      clock: live.clock,
      connect: () => live.connect(io),
      onChange: (state) => this.#changed(state),
    });
  }

  run(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail: (error: unknown) => void = reject;
      this.#finish = (failure) => (failure === undefined ? resolve() : fail(failure));
      this.#ends = [
        this.#io.onStopSignal(() => this.#finish()),
        this.#io.screen.onResize(() => {
          this.#screen.resized();
          this.#draw();
        }),
      ];
      this.#screen.open();
      this.#beat();
      void this.#follower.start();
    });
  }

  /** The terminal first: a host that hangs must not keep it. */
  async close(): Promise<void> {
    this.#screen.close();
    this.#cancelDraw?.();
    this.#cancelBeat?.();
    for (const end of this.#ends) end();
    await this.#follower.close();
  }

  #changed(state: FollowedState): void {
    this.#state = state;
    try {
      this.#views = this.#chosen.of(state);
    } catch (error) {
      this.#finish(error);
      return;
    }
    this.#cancelDraw ??= this.#live.clock.after(joinMs, () => this.#draw());
  }

  #beat(): void {
    const atMs = this.#live.clock.monotonicMs();
    const looks = new Map(this.#views.map((view) => [view.config.id, countBytes(view, atMs)]));
    const rates = [...looks].map(([id, look]) => [id, rateBetween(this.#counted.get(id), look)] as const);
    this.#rates = new Map(rates.filter((rate): rate is [string, number] => rate[1] !== null));
    this.#counted = looks;
    this.#draw();
    this.#cancelBeat = this.#live.clock.after(beatMs, () => this.#beat());
  }

  #draw(): void {
    this.#cancelDraw?.();
    this.#cancelDraw = undefined;
    const { columns, rows } = this.#io.screen;
    const frame = statusFrame({
      state: this.#state,
      views: this.#views,
      isOne: this.#chosen.isOne,
      rates: this.#rates,
      now: this.#live.clock.now(),
      columns,
      rows,
      offset: this.#offset,
      paint: this.#paint,
    });
    this.#offset = frame.offset;
    this.#screen.draw(frame.lines);
  }

  #typed(typed: string): void {
    if (typed.includes(keys.interrupt) || /^q$/i.test(typed)) {
      this.#finish();
      return;
    }
    const page = Math.max(1, this.#io.screen.rows - 6);
    const steps: Readonly<Record<string, number>> = {
      [keys.up]: -1,
      [keys.down]: 1,
      [keys.pageUp]: -page,
      [keys.pageDown]: page,
    };
    this.#offset = Math.max(0, this.#offset + (steps[typed] ?? 0));
    this.#draw();
  }
}
