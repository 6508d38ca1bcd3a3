/**
 * Figures of one connection's sessions since the host started: the last ones that ended, how many today and in the last
 * hour, how long a connect usually takes. Bounded: records, one counter per minute of the last hour, one day.
 *
 * A session belongs to the day and hour in which it was last open, so one that is open now belongs to both.
 */
import type { SessionHistory as Figures } from '../../contract/api.ts';
import { errorTable, type ErrorCode } from '../../contract/errors.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';

const maxEnded = 200;
const maxDials = 100;
const minuteMs = 60_000;
const minutesOfHour = 60;

export class SessionHistory {
  /** Oldest first. */
  readonly #ended: SessionRecord[] = [];
  readonly #dialsMs: number[] = [];
  /** Sessions that ended, by the minute since 1970. */
  readonly #perMinute = new Map<number, number>();
  #day = '';
  #endedToday = 0;
  #failedToday = 0;

  /** A session has ended, just now. */
  ended(record: SessionRecord, nowMs: number): void {
    keep(this.#ended, record, maxEnded);
    if (record.dialMs !== null) keep(this.#dialsMs, record.dialMs, maxDials);
    const minute = Math.floor(nowMs / minuteMs);
    this.#forgetMinutes(minute);
    this.#perMinute.set(minute, (this.#perMinute.get(minute) ?? 0) + 1);
    this.#turnDay(nowMs);
    this.#endedToday += 1;
    if (record.code !== null && isFailure(record.code)) this.#failedToday += 1;
  }

  read(open: readonly SessionRecord[], nowMs: number): Figures {
    this.#forgetMinutes(Math.floor(nowMs / minuteMs));
    this.#turnDay(nowMs);
    const endedLastHour = [...this.#perMinute.values()].reduce((sum, count) => sum + count, 0);
    const openDialsMs = open.flatMap(({ dialMs }) => (dialMs === null ? [] : [dialMs]));
    return {
      ended: [...this.#ended].reverse(),
      today: this.#endedToday + open.length,
      failedToday: this.#failedToday,
      lastHour: endedLastHour + open.length,
      typicalDialMs: median([...this.#dialsMs, ...openDialsMs].slice(-maxDials)),
    };
  }

  #forgetMinutes(minute: number): void {
    for (const known of this.#perMinute.keys()) {
      // Minutes to come are of a clock that was set back since.
      if (known <= minute - minutesOfHour || known > minute) this.#perMinute.delete(known);
    }
  }

  #turnDay(nowMs: number): void {
    const day = new Date(nowMs).toDateString();
    if (day === this.#day) return;
    this.#day = day;
    this.#endedToday = 0;
    this.#failedToday = 0;
  }
}

/** An end by either side, by a person or by a limit of time is the ordinary life of a session. */
function isFailure(code: ErrorCode): boolean {
  return errorTable[code].severity !== 'info';
}

function keep<Item>(items: Item[], item: Item, limit: number): void {
  items.push(item);
  if (items.length > limit) items.shift();
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
