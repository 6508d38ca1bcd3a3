/**
 * Numbers with their units, durations and moments as a person reads them (design §3), in the current language; decimal
 * units, as disks and networks use them. Unknown is an en dash, zero is `0`.
 *
 * Moments are shown in the time zone of whoever reads; files, logs and `--output json` keep ISO with zone, and plain
 * numbers: what programs read doesn't change with the language.
 */
import { formatShortNumber } from './locale-formats.ts';
import { fillText } from './messages/message-text.ts';
import { durationTexts } from './messages/texts/format.ts';

export const unknownValue = '–';

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `0`, `512 B`, `2.1 MB` (`2,1 MB` in Dutch): one decimal below 10, none above. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return unknownValue;
  if (bytes === 0) return '0';
  let value = bytes;
  let unit = 0;
  // 999.5 would round to 1000 of a unit.
  while (value >= 999.5 && unit < byteUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${formatShortNumber(unit === 0 ? value : roundShort(value))} ${byteUnits[unit] ?? ''}`;
}

export function formatRate(bytesPerSecond: number | null): string {
  const amount = formatBytes(bytesPerSecond === null ? null : Math.round(bytesPerSecond));
  return amount === unknownValue || amount === '0' ? amount : `${amount}/s`;
}

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The two largest units, rounded down: `4 ms`, `20 s`, `8 min 51 s`, `3 h 12 min`, `12 d 4 h`. */
export function formatDuration(milliseconds: number | null): string {
  if (milliseconds === null) return unknownValue;
  const rest = Math.max(0, milliseconds);
  if (rest === 0) return '0';
  if (rest < 1) return durationTexts.shortest;
  if (rest < secondMs) return inUnit('milliseconds', Math.floor(rest));
  if (rest < minuteMs) return inUnit('seconds', Math.floor(rest / secondMs));
  if (rest < hourMs) return twoUnits(rest, minuteMs, 'minutes', secondMs, 'seconds');
  return rest < dayMs
    ? twoUnits(rest, hourMs, 'hours', minuteMs, 'minutes')
    : twoUnits(rest, dayMs, 'days', hourMs, 'hours');
}

/** `0:18`, `12:05`, `1:02:03`: time left, never negative, seconds rounded up so that 0:00 means due. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.ceil(Math.max(0, milliseconds) / secondMs);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = twoDigits(seconds % 60);
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${twoDigits(minutes)}:${tail}`;
}

/** Words and forms of moments; they come from the messages. */
export interface MomentWords {
  readonly yesterday: string;
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** January first, short. */
  readonly months: readonly string[];
  /** `{day}` and `{time}`: this week. */
  readonly thisWeek: string;
  /** `{day}`, `{month}`, `{year}` and `{time}`: before or after it. */
  readonly dated: string;
}

/** Today `14:05:51`, this week `yesterday 17:40` or `Monday 17:40`, else `14 Mar 2025, 10:22`. */
export function formatMoment(moment: number, now: number, words: MomentWords): string {
  const then = new Date(moment);
  const time = `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`;
  const daysAgo = calendarDaysBetween(then, new Date(now));
  if (daysAgo === 0) return `${time}:${twoDigits(then.getSeconds())}`;
  if (daysAgo === 1) return fillText(words.thisWeek, { day: words.yesterday, time });
  if (daysAgo > 1 && daysAgo < 7)
    return fillText(words.thisWeek, { day: words.weekdays[then.getDay()] ?? '', time });
  const month = words.months[then.getMonth()] ?? '';
  return fillText(words.dated, { day: then.getDate(), month, year: then.getFullYear(), time });
}

/** Calendar days, not spans of 24 hours: counted in UTC so that a change of clocks makes no day shorter. */
function calendarDaysBetween(earlier: Date, later: Date): number {
  const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
  return dayOf(later) - dayOf(earlier);
}

type DurationUnit = Exclude<keyof typeof durationTexts, 'shortest'>;

function twoUnits(
  milliseconds: number,
  large: number,
  largeUnit: DurationUnit,
  small: number,
  smallUnit: DurationUnit,
): string {
  const whole = inUnit(largeUnit, Math.floor(milliseconds / large));
  const rest = Math.floor((milliseconds % large) / small);
  return rest === 0 ? whole : `${whole} ${inUnit(smallUnit, rest)}`;
}

function inUnit(unit: DurationUnit, count: number): string {
  return fillText(durationTexts[unit], { count });
}

function roundShort(value: number): number {
  const oneDecimal = Math.round(value * 10) / 10;
  return oneDecimal < 10 ? oneDecimal : Math.round(value);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
