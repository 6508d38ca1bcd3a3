/** Whether a person wants to hear something now: by their preferences, the time of day, and what is in front. Pure. */
import type { Preferences } from '../contract/preferences.ts';
import type { Listening } from './incidents.ts';

type Wishes = Preferences['notifications'];

/** @param isInFront the window has the focus: who looks at it needs no notification */
export function listeningOf(wishes: Wishes, now: Date, isInFront: boolean): Listening {
  const { afterMinutes, recovered, updates, off, quiet } = wishes;
  const ear = off || isInFront ? 'never' : isQuiet(quiet, now) ? 'later' : 'open';
  return { afterMs: afterMinutes * 60_000, recovered, updates, ear };
}

/** From the first minute up to the second, perhaps over midnight. */
function isQuiet(quiet: Wishes['quiet'], now: Date): boolean {
  if (quiet === null) return false;
  const { from, to } = quiet;
  const minute = now.getHours() * 60 + now.getMinutes();
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}
