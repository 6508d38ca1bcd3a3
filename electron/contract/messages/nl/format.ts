/** Dutch of `texts/format.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/format.ts';

export const durationTexts: Translated<typeof english.durationTexts> = {
  shortest: '< 1 ms',
  milliseconds: '{count} ms',
  seconds: '{count} s',
  minutes: '{count} min',
  hours: '{count} u',
  days: '{count} d',
};

export const joinTexts: Translated<typeof english.joinTexts> = {
  sentences: '{first} {second}',
  line: '{first}. {second}',
  list: '{first}, {second}',
};

export const innerWordTexts: Translated<typeof english.innerWordTexts> = {
  first:
    'Al Alleen Anderen Beheerdersrechten Beleid Bestanden Bewaking Clientautorisatie De Deel Deze Dit Een Er Geen Het Hier Iets In Meerdere Met Niemand Niet Niets Poort Regels Relays Sessielimiet Sleutels Te Verbinding Verbindingen Versie Wat',
};
