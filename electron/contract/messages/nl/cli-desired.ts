/** Dutch of `texts/cli-desired.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-desired.ts';

export const desiredUsageTexts: Translated<typeof english.desiredUsageTexts> = {
  plan: 'Weergeven wat apply zou wijzigen, zonder iets te wijzigen',
  apply: 'De verbindingen van deze host maken zoals een bestand ze beschrijft',
  file: 'YAML- of JSON-bestand (docs/declarative.md); - leest het van de standaardinvoer',
  prune: 'verbindingen verwijderen die het bestand niet noemt',
  yes: 'verwijderen zonder te vragen',
};

export const desiredReasonTexts: Translated<typeof english.desiredReasonTexts> = {
  syntax: 'Het is geen leesbare YAML of JSON',
  duplicate: 'Hetzelfde veld staat er twee keer',
  alias: 'Ankers en aliassen zijn niet toegestaan',
  tag: 'Tags zijn niet toegestaan',
  depth: 'Het is te diep genest',
  size: 'Het is groter dan 1 MB',
  text: 'Het is geen UTF-8-tekst',
  unknownKey: 'Het veld {key} bestaat niet',
  unknownKeys: 'Er staat een veld in dat de indeling niet kent',
  missing: '{key} ontbreekt',
  type: 'Hier hoort een ander soort waarde',
  version: 'De versie moet 1 zijn',
  count: 'Er zijn meer dan {limit} verbindingen',
  source: 'Hier hoort env: NAME of file: PATH',
  value: 'Deze waarde is niet bruikbaar',
};

export const desiredSentenceTexts: Translated<typeof english.desiredSentenceTexts> = {
  place: '{file}: {place}: {text}',
  placeAtLine: '{file}, regel {line}: {place}: {text}',
  whole: 'bestand',
  nothing: 'Niets te wijzigen: {unchanged}.',
  plan: 'Plan: {add}, {change}, {remove}; {unchanged}.',
  removeQuestion:
    'Deze wijzigingen uitvoeren? {remove}; apps bereiken het eindpunt ervan dan niet meer via deze host. [j/N]',
  notApplied: 'Er is niets gewijzigd.',
  progress: '{count} van {total}',
  failed: '{name} ({host}): {title}',
  failedWhy: '{cause} {code}',
  applied: 'Klaar: {done}.',
  appliedWithout: 'Klaar: {done}; niet gelukt: {failed}.',
};

export const desiredCountTexts: Translated<typeof english.desiredCountTexts> = {
  add: { one: '{count} toe te voegen', other: '{count} toe te voegen' },
  change: { one: '{count} te wijzigen', other: '{count} te wijzigen' },
  remove: { one: '{count} te verwijderen', other: '{count} te verwijderen' },
  unchanged: {
    one: '{count} verbinding is al zoals gewenst',
    other: '{count} verbindingen zijn al zoals gewenst',
  },
  changes: { one: '{count} wijziging', other: '{count} wijzigingen' },
};

export const desiredPartTexts: Translated<typeof english.desiredPartTexts> = {
  primaryKey: 'sleutel',
  secondaryKey: 'secundaire sleutel',
  endpoint: 'eindpunt',
  caPem: 'CA',
  limits: 'limieten',
  enabled: 'ingeschakeld',
};

export const desiredValueTexts: Translated<typeof english.desiredValueTexts> = {
  fromTo: '{from} → {to}',
  anotherKey: 'andere sleutel van {name}',
  none: 'geen',
  endpointOfAzure: 'zoals Azure het noemt',
  commonTrust: 'zoals voor elke relay',
  pinned: 'SHA-256 {name}',
};
