/** Dutch of `texts/sessions.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/sessions.ts';

export const sessionTexts: Translated<typeof english.sessionTexts> = {
  liveNow: 'nu actief',
  today: 'vandaag',
  failedToday: 'vandaag mislukt',
  typicalConnect: 'typische opbouwtijd',
  exportList: 'Lijst exporteren…',
  exported: 'De lijst is opgeslagen.',
  notExported: 'Kan de lijst niet opslaan: {problem}.',
  live: 'Open sessies',
  empty: 'Geen open sessies. Ze verschijnen hier zodra een app verbinding maakt.',
  recentlyClosed: 'Onlangs gesloten',
  noneClosed: 'Er is nog geen sessie beëindigd.',
  trackingIdOf: 'Tracerings-id van {peer}',
  notRead: 'De sessies kunnen nu niet worden gelezen: {problem}.',
  close: 'Sessie van {peer} sluiten',
  unknownPeer: 'een onbekende app',
};

export const sessionHeadTexts: Translated<typeof english.sessionHeadTexts> = {
  started: 'Gestart',
  peer: 'App-adres',
  openFor: 'Duur',
  toEndpoint: 'Naar eindpunt',
  toApp: 'Naar app',
  rate: 'Snelheid',
  connect: 'Opbouw',
  close: 'Sluiten',
  closed: 'Gesloten',
  data: 'Gegevens',
  why: 'Reden',
  trackingId: 'Tracerings-id',
};

export const notClosedTexts: Translated<typeof english.notClosedTexts> = {
  stillOpen: 'Nog open',
  dropped: 'Verbroken door Azure of het netwerk',
};

export const closedByTexts: Translated<typeof english.closedByTexts> = {
  app: 'Gesloten door de app',
  endpoint: 'Gesloten door het eindpunt',
  relay: 'Gesloten door Azure',
  host: 'Gesloten door deze host',
};

export const closedHereTexts: Translated<typeof english.closedHereTexts> = {
  byName: 'Gesloten door {name}',
  byHand: 'Handmatig gesloten op deze host',
  removed: 'Verbinding is verwijderd',
  stopped: 'Verbinding is gestopt',
  hostStopped: 'Deze host is gestopt',
  timeOver: 'Tijd om af te ronden was om',
};

export const closeReasonTexts: Translated<typeof english.closeReasonTexts> = {
  HCM2034: 'Geen teken van leven van Azure',
  HCM2041: 'Geen eindpunt bekend',
  HCM2050: 'Azure verwees elders heen, niet gevolgd',
  HCM2052: 'App was al weg voordat de sessie begon',
  HCM2053: 'Azure niet op tijd bereikt',
  HCM3101: 'Naam van het eindpunt is onbekend',
  HCM3102: 'Eindpunt weigerde de verbinding',
  HCM3103: 'Geen route naar het eindpunt',
  HCM3104: ['Eindpunt antwoordde niet binnen {seconds} s', 'Eindpunt antwoordde niet'],
  HCM3105: 'Eindpunt was niet bereikbaar',
  HCM3106: 'Eindpunt is op deze host niet toegestaan',
  HCM3107: 'Deze host had te veel bestanden open',
  HCM3110: 'Toegestane aantal sessies was open',
  HCM3111: 'Verbinding was aan het stoppen',
  HCM3112: 'Aantal sessies dat deze host toestaat, was open',
  HCM3120: 'Verbroken door het eindpunt',
  HCM3121: 'Verbroken door app of Azure',
  HCM3122: 'Half gesloten en stil, gesloten door deze host',
  HCM3124: 'Verkeer is onderweg gewijzigd',
  HCM3125: 'Beëindigd door een fout in dit programma',
  HCM3126: 'Te lang zonder verkeer, gesloten door deze host',
};
