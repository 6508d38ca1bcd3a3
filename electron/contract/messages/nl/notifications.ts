/** Dutch of `texts/notifications.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/notifications.ts';

export const notificationTexts: Translated<typeof english.notificationTexts> = {
  down: '{name} is niet verbonden',
  downDetail: 'Sinds {time}. Deze host blijft het proberen.',
  recovered: '{name} werkt weer',
  recoveredDetail: 'De storing duurde {duration}.',
  needsYou: '{name} heeft aandacht nodig',
  endpoint: '{name}: eindpunt niet bereikbaar',
  endpointDetail: '{problem}: {endpoint}.',
  sentence: '{problem}.',
  unstable: '{name} is instabiel',
  unstableDetail: 'De weg naar Azure of het eindpunt viel {times} keer weg in {minutes} min.',
  host: 'De achtergrondhost antwoordt niet',
  hostDetail: 'Sinds {time}. Verbindingen kunnen nog actief zijn.',
  hostRecovered: 'De achtergrondhost antwoordt weer',
  update: 'Versie {version} is beschikbaar',
  updateDetail: 'Open Hybrid Connection Manager om te zien wat er is gewijzigd.',
  listed: '{names}, {name}',
  try: 'Meldingen staan aan',
  tryDetail: 'Zo meldt Hybrid Connection Manager dat een verbinding aandacht nodig heeft.',
};

export const notificationCountTexts: Translated<typeof english.notificationCountTexts> = {
  down: { one: '{count} verbinding is niet verbonden', other: '{count} verbindingen zijn niet verbonden' },
  recovered: { one: '{count} verbinding werkt weer', other: '{count} verbindingen werken weer' },
  needsYou: {
    one: '{count} verbinding heeft aandacht nodig',
    other: '{count} verbindingen hebben aandacht nodig',
  },
  endpoint: { one: '{count} eindpunt is niet bereikbaar', other: '{count} eindpunten zijn niet bereikbaar' },
  unstable: { one: '{count} verbinding is instabiel', other: '{count} verbindingen zijn instabiel' },
  more: { one: '{names} en nog {count}', other: '{names} en nog {count}' },
};
