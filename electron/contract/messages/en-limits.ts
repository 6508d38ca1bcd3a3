/** English texts about limits: what is allowed, what was turned away. Numbers and names of units stand apart. */
import type { LimitName } from '../effective-limits.ts';
import type { CountedText } from './message-text.ts';

/** `{limit}` is the title of the limit's problem. No full stop: they are lines. */
export const enLimitHits = {
  turnedAway: {
    one: '{limit}: {count} sender was turned away',
    other: '{limit}: {count} senders were turned away',
  },
} as const satisfies Record<string, CountedText>;

/** Names of the rows and fields. */
export const enLimitNames: Readonly<Record<LimitName, string>> = {
  maxSessions: 'Sessions at once',
  dialTimeoutSeconds: 'Endpoint must answer in',
  idleMinutes: 'Idle session ends after',
  halfCloseMinutes: 'Half-closed session ends after',
  kilobytesPerSecond: 'Bandwidth each way',
};
