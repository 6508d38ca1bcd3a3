/** English texts about limits: what is allowed, what was turned away, and the dialog that changes them. */
import { localised } from '../localised.ts';
import type { LimitName } from '../../effective-limits.ts';
import type { CountedText, MessageText } from '../message-text.ts';

/** `{limit}` is the title of the limit's problem. No full stop: they are lines. */
export const limitHitTexts = localised({
  turnedAway: {
    one: '{limit}: an app was turned away',
    other: '{limit}: apps were turned away {count} times',
  },
  /** Second line of a row. */
  mark: 'Apps are turned away',
  tooltip: {
    one: '{limit} {count} time, at {time}',
    other: '{limit} {count} times, last at {time}',
  },
  /** Text of the callout; `{next}` is a sentence. */
  callout: {
    one: 'An app was turned away ({time}). {next}',
    other: 'Apps were turned away {count} times (last: {time}). {next}',
  },
} as const satisfies Record<string, CountedText | string>);

/** Names of the rows and fields. */
export const limitNameTexts: Readonly<Record<LimitName, string>> = localised({
  maxSessions: 'Sessions at once',
  dialTimeoutSeconds: 'Endpoint answers within',
  idleMinutes: 'Idle session ends after',
  halfCloseMinutes: 'Half-closed session ends after',
  kilobytesPerSecond: 'Bandwidth each way',
});

export const limitValueTexts: Readonly<Record<LimitName, string>> = localised({
  maxSessions: '{value}',
  dialTimeoutSeconds: '{value} s',
  idleMinutes: '{value} min',
  halfCloseMinutes: '{value} min',
  kilobytesPerSecond: '{value} kB/s',
});

/** Values of 0. */
export const noLimitTexts: Readonly<Partial<Record<LimitName, string>>> = localised({
  idleMinutes: 'Never',
  kilobytesPerSecond: 'No limit',
});

export const limitRowTexts = localised({
  title: 'Limits',
  own: 'Only for this connection',
  change: 'Change limits…',
} as const satisfies Record<string, string>);

export const limitsDialogTexts = localised({
  title: 'Limits of {name}',
  explanation: 'A field that is empty follows the settings of this host. A change counts at once.',
  labelled: '{name} ({unit})',
  range: 'A whole number from {min} to {max}.',
  zero: {
    idleMinutes: '0: never',
    kilobytesPerSecond: '0: no limit',
  },
  save: 'Save',
  done: 'Changed the limits of {name}.',
} as const satisfies Record<string, MessageText | Readonly<Record<string, string>>>);
