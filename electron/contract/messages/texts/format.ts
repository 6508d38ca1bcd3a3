/** English words around numbers, and of how sentences and lists are put together. */
import { localised } from '../localised.ts';

/** Two of them stand beside each other, a blank between: `8 min 51 s`. */
export const durationTexts = localised({
  shortest: '< 1 ms',
  milliseconds: '{count} ms',
  seconds: '{count} s',
  minutes: '{count} min',
  hours: '{count} h',
  days: '{count} d',
} as const satisfies Record<string, string>);

/** How two pieces become one. */
export const joinTexts = localised({
  /** Both with full stops. */
  sentences: '{first} {second}',
  /** The first without its full stop, the second a line without one. */
  line: '{first}. {second}',
  list: '{first}, {second}',
} as const satisfies Record<string, string>);

/**
 * First words of titles that are written small inside a sentence, blanks between; names and abbreviations stay as they are.
 * Empty in a script without capitals.
 */
export const innerWordTexts = localised({
  first:
    'A Administrator An Another Connection Connections Files It Its Keys Lines Monitoring Neither No Nobody Not Nothing Only Others Part Port Relays Session Several Something The There These This Too Version What You Your',
} as const satisfies Record<string, string>);
