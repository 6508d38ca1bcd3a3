/** How long a host has been running, in the largest unit only: the line is read at a glance. Pure. */
import { headerTexts, runningForTexts } from './texts/window.ts';
import { fillCounted } from './message-text.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

export function runningFor(milliseconds: number): string {
  if (milliseconds >= dayMs) return fillCounted(runningForTexts.days, Math.floor(milliseconds / dayMs));
  if (milliseconds >= hourMs) return fillCounted(runningForTexts.hours, Math.floor(milliseconds / hourMs));
  if (milliseconds >= minuteMs)
    return fillCounted(runningForTexts.minutes, Math.floor(milliseconds / minuteMs));
  return headerTexts.background;
}
