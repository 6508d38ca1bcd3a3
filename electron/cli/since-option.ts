/** Reads `--since`: so long ago (`15m`), or a moment (`2026-11-22T10:00`, local time where no zone is named). Pure. */
import { wrongUse } from './wrong-use.ts';

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** @returns milliseconds since 1970-01-01 UTC. */
export function readSinceOption(text: string, now: number): number {
  const [, amount, unit] = /^(\d{1,6})([smhd])$/u.exec(text) ?? [];
  if (amount !== undefined && unit !== undefined) return now - Number(amount) * (unitMs[unit] ?? 0);
  const isMoment = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/u.test(
    text,
  );
  // A date alone would be midnight in UTC: who types it means their own.
  const moment = isMoment
    ? Date.parse(text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T'))
    : Number.NaN;
  if (Number.isNaN(moment)) throw wrongUse('choice', { name: '--since' });
  return moment;
}
