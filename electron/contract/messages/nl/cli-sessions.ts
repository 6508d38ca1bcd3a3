/** Dutch of `texts/cli-sessions.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-sessions.ts';

export const sessionsUsageTexts: Translated<typeof english.sessionsUsageTexts> = {
  sessions: 'De open sessies van één of alle verbindingen weergeven, of sessies beëindigen',
  ended: 'in plaats daarvan de beëindigde, nieuwste eerst',
  limit: 'hoeveel beëindigde er maximaal worden getoond, 1 tot 1000',
  kill: 'de sessies met deze id’s beëindigen; het begin van een id is genoeg als het uniek is',
  killAll: 'alle open sessies van een verbinding beëindigen',
  yes: 'beëindigen zonder te vragen',
};

export const sessionsWordTexts: Translated<typeof english.sessionsWordTexts> = {
  noneOpen: 'Geen open sessies.',
  noneEnded: 'Er is nog geen sessie beëindigd.',
  noHost: 'Er is geen host actief; er is dus geen sessie open.',
  notKilled: 'Er is geen sessie beëindigd.',
  killQuestion: '{what} beëindigen? [j/N]',
  killAllQuestion: 'Alle open sessies van {name} beëindigen? [j/N]',
  oneSession: '{id}, {connection} van {peer}',
  unknownPeer: 'een onbekende app',
};

export const sessionsCountTexts: Translated<typeof english.sessionsCountTexts> = {
  questioned: { one: '{count} sessie ({list})', other: '{count} sessies ({list})' },
  killed: { one: '{count} sessie is beëindigd.', other: '{count} sessies zijn beëindigd.' },
  gone: { one: '{count} was al vanzelf geëindigd.', other: '{count} waren al vanzelf geëindigd.' },
};

export const sessionTableHeadTexts: Translated<typeof english.sessionTableHeadTexts> = {
  id: 'ID',
  connection: 'VERBINDING',
  peer: 'APP-ADRES',
  endpoint: 'EINDPUNT',
  openFor: 'DUUR',
  ended: 'BEËINDIGD',
  toEndpoint: 'NAAR EINDPUNT',
  toApp: 'NAAR APP',
  why: 'REDEN',
};
