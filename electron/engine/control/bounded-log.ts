/**
 * What is logged of clients, so many lines a minute and no more: whoever is refused on purpose, over and over, must not push
 * everything else out of the log.
 *
 * Invariant: the first line that is left out is told in its place, and how many it were with the next one that isn't.
 */
import type { Clock } from '../clock.ts';
import type { ControlLog } from './control-log.ts';

export const maxLinesPerMinute = 30;
const minuteMs = 60_000;

export function boundedLog(log: ControlLog, clock: Clock): ControlLog {
  let startedMs = Number.NEGATIVE_INFINITY;
  let lines = 0;
  const mayWrite = (): boolean => {
    const nowMs = clock.monotonicMs();
    if (nowMs - startedMs >= minuteMs) {
      const leftOut = lines - maxLinesPerMinute;
      startedMs = nowMs;
      lines = 0;
      if (leftOut > 0) log.warn({ lines: leftOut }, 'control: lines were left out');
    }
    lines += 1;
    if (lines === maxLinesPerMinute + 1) log.warn({}, 'control: too much to log, left out for a minute');
    return lines <= maxLinesPerMinute;
  };
  const at =
    (level: keyof ControlLog): ControlLog[typeof level] =>
    (fields, message) => {
      if (mayWrite()) log[level](fields, message);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
