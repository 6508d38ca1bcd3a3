/** Dutch of `texts/limits.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/limits.ts';

export const limitHitTexts: Translated<typeof english.limitHitTexts> = {
  turnedAway: {
    one: '{limit}: een app is geweigerd',
    other: '{limit}: apps zijn {count} keer geweigerd',
  },
  mark: 'Apps worden geweigerd',
  tooltip: {
    one: '{limit}: {count} keer ({time})',
    other: '{limit}: {count} keer (laatst: {time})',
  },
  callout: {
    one: 'Een app is geweigerd ({time}). {next}',
    other: 'Apps zijn {count} keer geweigerd (laatst: {time}). {next}',
  },
};

export const limitNameTexts: Translated<typeof english.limitNameTexts> = {
  maxSessions: 'Gelijktijdige sessies',
  dialTimeoutSeconds: 'Eindpunt antwoordt binnen',
  idleMinutes: 'Inactieve sessie eindigt na',
  halfCloseMinutes: 'Halfgesloten sessie eindigt na',
  kilobytesPerSecond: 'Bandbreedte per richting',
};

export const limitValueTexts: Translated<typeof english.limitValueTexts> = {
  maxSessions: '{value}',
  dialTimeoutSeconds: '{value} s',
  idleMinutes: '{value} min',
  halfCloseMinutes: '{value} min',
  kilobytesPerSecond: '{value} kB/s',
};

export const noLimitTexts: Translated<typeof english.noLimitTexts> = {
  idleMinutes: 'Nooit',
  kilobytesPerSecond: 'Geen limiet',
};

export const limitRowTexts: Translated<typeof english.limitRowTexts> = {
  title: 'Limieten',
  own: 'Alleen voor deze verbinding',
  change: 'Limieten wijzigen…',
};

export const limitsDialogTexts: Translated<typeof english.limitsDialogTexts> = {
  title: 'Limieten van {name}',
  explanation: 'Een leeg veld volgt de instellingen van deze host. Een wijziging geldt meteen.',
  labelled: '{name} ({unit})',
  range: 'Een geheel getal van {min} tot en met {max}.',
  zero: {
    idleMinutes: '0: nooit',
    kilobytesPerSecond: '0: geen limiet',
  },
  save: 'Opslaan',
  done: 'De limieten van {name} zijn gewijzigd.',
};
