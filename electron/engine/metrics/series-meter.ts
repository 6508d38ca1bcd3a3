/**
 * Counts for one connection into its series. Owns what is counted of sessions that are open.
 *
 * Invariants: no counter goes back; after `drop` nothing is counted any more, so that series that were let go of stay away,
 * whatever ends late.
 */
import { errorTable, type ErrorCode } from '../../contract/errors.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import type { ConnectionLabels } from './connection-labels.ts';
import type { ConnectionMeter, MeteredSession } from './connection-meter.ts';
import type { ConnectionSeries } from './connection-series.ts';

type Bytes = MeteredSession['record'];

export class SeriesMeter implements ConnectionMeter {
  readonly #series: ConnectionSeries;
  readonly #labels: ConnectionLabels;
  readonly #open = new Set<MeteredSession>();
  readonly #failureCodes = new Set<ErrorCode>();
  readonly #sessionCodes = new Set<ErrorCode>();
  #ended: Bytes = { bytesIn: 0, bytesOut: 0 };
  #told: Bytes = { bytesIn: 0, bytesOut: 0 };
  #isLost = false;
  #isDropped = false;

  constructor(series: ConnectionSeries, labels: ConnectionLabels) {
    this.#series = series;
    this.#labels = { ...labels };
    // A counter that first shows up with its first event hides that event from `rate`.
    for (const counter of [series.sessionsTotal, series.connects, series.reconnects])
      counter.inc(this.#with({}), 0);
    series.dialSeconds.zero(this.#with({}));
    this.collectBytes();
  }

  channelOpened(): void {
    if (this.#isDropped) return;
    this.#series.connects.inc(this.#with({}));
    if (this.#isLost) this.#series.reconnects.inc(this.#with({}));
    this.#isLost = false;
  }

  channelFailed(code: ErrorCode, wasOpen: boolean): void {
    if (this.#isDropped) return;
    if (wasOpen) this.#isLost = true;
    this.#failureCodes.add(code);
    this.#series.failures.inc(this.#with({ code }));
  }

  dialled(milliseconds: number): void {
    if (!this.#isDropped) this.#series.dialSeconds.observe(this.#with({}), milliseconds / 1000);
  }

  sessionOpened(session: MeteredSession): void {
    if (this.#isDropped) return;
    this.#open.add(session);
    this.#series.sessionsTotal.inc(this.#with({}));
  }

  sessionEnded(session: MeteredSession, { bytesIn, bytesOut, code }: SessionRecord): void {
    if (!this.#open.delete(session)) return;
    this.#ended = sum(this.#ended, { bytesIn, bytesOut });
    // An end by either side, by a person or by a limit of time is the ordinary life of a session.
    if (code !== null && errorTable[code].severity !== 'info') this.#sessionFailed(code);
  }

  sessionRefused(code: ErrorCode): void {
    if (!this.#isDropped) this.#sessionFailed(code);
  }

  /** What open sessions have carried is looked up when somebody asks. */
  collectBytes(): void {
    const now = [...this.#open].map(({ record }) => record).reduce(sum, this.#ended);
    const { bytes } = this.#series;
    bytes.inc(this.#with({ direction: 'to_endpoint' }), now.bytesIn - this.#told.bytesIn);
    bytes.inc(this.#with({ direction: 'to_app' }), now.bytesOut - this.#told.bytesOut);
    this.#told = now;
  }

  /** The connection is gone: its series go, too. */
  drop(): void {
    const { sessionsTotal, connects, reconnects, bytes, failures, sessionFailures, dialSeconds } =
      this.#series;
    this.#isDropped = true;
    this.#open.clear();
    for (const series of [sessionsTotal, connects, reconnects, dialSeconds]) series.remove(this.#with({}));
    for (const direction of ['to_endpoint', 'to_app']) bytes.remove(this.#with({ direction }));
    for (const code of this.#failureCodes) failures.remove(this.#with({ code }));
    for (const code of this.#sessionCodes) sessionFailures.remove(this.#with({ code }));
  }

  #sessionFailed(code: ErrorCode): void {
    this.#sessionCodes.add(code);
    this.#series.sessionFailures.inc(this.#with({ code }));
  }

  /** Its own object each time: the registry keeps what it is given. */
  #with<More extends object>(more: More): ConnectionLabels & More {
    return { ...this.#labels, ...more };
  }
}

function sum(one: Bytes, other: Bytes): Bytes {
  return { bytesIn: one.bytesIn + other.bytesIn, bytesOut: one.bytesOut + other.bytesOut };
}
