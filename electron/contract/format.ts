/**
 * Numbers with their units, durations and moments as a person reads them (design §3). Pure; decimal units, as disks and
 * networks use them. Unknown is an en dash, zero is `0`.
 *
 * Moments are shown in the time zone of whoever reads; files and `--output json` keep ISO with zone.
 */

export const unknownValue = '–';

const byteUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `0`, `512 B`, `2.1 MB`: one decimal below 10, none above. */
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
  return `${unit === 0 ? value : roundShort(value)} ${byteUnits[unit] ?? ''}`;
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
  if (rest < 1) return '< 1 ms';
  if (rest < secondMs) return `${Math.floor(rest)} ms`;
  if (rest < minuteMs) return `${Math.floor(rest / secondMs)} s`;
  if (rest < hourMs) return twoUnits(rest, minuteMs, 'min', secondMs, 's');
  return rest < dayMs
    ? twoUnits(rest, hourMs, 'h', minuteMs, 'min')
    : twoUnits(rest, dayMs, 'd', hourMs, 'h');
}

/** `0:18`, `12:05`, `1:02:03`: time left, never negative, seconds rounded up so that 0:00 means due. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.ceil(Math.max(0, milliseconds) / secondMs);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const tail = twoDigits(seconds % 60);
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${twoDigits(minutes)}:${tail}`;
}

/** Words and forms of moments; the words come from the messages. */
export interface MomentWords {
  readonly yesterday: string;
  /** Sunday first. */
  readonly weekdays: readonly string[];
  /** January first, short. */
  readonly months: readonly string[];
}

/** Today `14:05:51`, this week `yesterday 17:40` or `Monday 17:40`, else `14 Mar 2025, 10:22`. */
export function formatMoment(moment: number, now: number, words: MomentWords): string {
  const then = new Date(moment);
  const time = `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`;
  const daysAgo = calendarDaysBetween(then, new Date(now));
  if (daysAgo === 0) return `${time}:${twoDigits(then.getSeconds())}`;
  if (daysAgo === 1) return `${words.yesterday} ${time}`;
  if (daysAgo > 1 && daysAgo < 7) return `${words.weekdays[then.getDay()] ?? ''} ${time}`;
  return `${then.getDate()} ${words.months[then.getMonth()] ?? ''} ${then.getFullYear()}, ${time}`;
}

/** Calendar days, not spans of 24 hours: counted in UTC so that a change of clocks makes no day shorter. */
function calendarDaysBetween(earlier: Date, later: Date): number {
  const dayOf = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs;
  return dayOf(later) - dayOf(earlier);
}

function twoUnits(
  milliseconds: number,
  large: number,
  largeName: string,
  small: number,
  smallName: string,
): string {
  const whole = Math.floor(milliseconds / large);
  const rest = Math.floor((milliseconds % large) / small);
  return rest === 0 ? `${whole} ${largeName}` : `${whole} ${largeName} ${rest} ${smallName}`;
}

function roundShort(value: number): string {
  const oneDecimal = Math.round(value * 10) / 10;
  return oneDecimal < 10 ? oneDecimal.toFixed(1).replace('.0', '') : String(Math.round(value));
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
