/** Dutch of `texts/actions.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/actions.ts';

export const actionLabelTexts: Translated<typeof english.actionLabelTexts> = {
  openDetails: 'Details openen',
  restart: 'Opnieuw starten',
  start: 'Starten',
  stop: 'Stoppen',
  retryNow: 'Nu opnieuw proberen',
  replaceKey: 'Sleutel vervangen…',
  closeSessionsNow: 'Sessies nu sluiten',
  openInAzure: 'Openen in Azure',
  howToReplace: 'Zo vervangt u deze',
  refresh: 'Vernieuwen',
  test: 'Testen',
  copyDetails: 'Details kopiëren',
  remove: 'Verwijderen',
};

export const copyMenuTexts: Translated<typeof english.copyMenuTexts> = {
  copy: 'Kopiëren',
  name: 'Naam',
  endpoint: 'Eindpunt',
  address: 'Adres',
  details: 'Details',
};

export const doneTexts: Translated<typeof english.doneTexts> = {
  restarted: '{name} is opnieuw gestart.',
  removed: '{name} is verwijderd.',
  copied: 'Gekopieerd.',
  sessionClosed: 'De sessie is gesloten.',
  noEffect: 'Dat had geen effect. De weergegeven status is de werkelijke.',
};

export const doneSeveralTexts: Translated<typeof english.doneSeveralTexts> = {
  restarted: {
    one: '{count} verbinding is opnieuw gestart.',
    other: '{count} verbindingen zijn opnieuw gestart.',
  },
  removed: { one: '{count} verbinding is verwijderd.', other: '{count} verbindingen zijn verwijderd.' },
  sessionsClosed: { one: '{count} sessie is gesloten.', other: '{count} sessies zijn gesloten.' },
};

export const couldNotTexts: Translated<typeof english.couldNotTexts> = {
  restart: 'Kan {name} niet opnieuw starten: {problem}.',
  start: 'Kan {name} niet starten: {problem}.',
  stop: 'Kan {name} niet stoppen: {problem}.',
  retryNow: 'Kan {name} niet opnieuw proberen: {problem}.',
  refresh: 'Kan {name} niet vernieuwen: {problem}.',
  remove: 'Kan {name} niet verwijderen: {problem}.',
  closeSessions: 'Kan de sessies van {name} niet sluiten: {problem}.',
};

export const couldNotAtAllTexts: Translated<typeof english.couldNotAtAllTexts> = {
  copy: 'Kopiëren is niet gelukt: {problem}.',
  openAzure: 'Kan Azure niet openen: {problem}.',
};

export const severalConnectionTexts: Translated<typeof english.severalConnectionTexts> = {
  one: '{count} verbinding',
  other: '{count} verbindingen',
};

export const copiedDetailsTexts: Translated<typeof english.copiedDetailsTexts> = {
  name: 'Hybride verbinding: {value}',
  namespace: 'Naamruimte: {value}',
  address: 'Service Bus-adres: {value}',
  endpoint: 'Eindpunt: {value}',
  status: 'Status: {value}',
  endpointStatus: 'Eindpuntstatus: {value}',
  listeners: 'Listeners: {value}',
  sessions: 'Sessies: {value}',
  id: 'Id: {value}',
  withProblem: '{word} ({code}: {problem})',
  withTracking: '{word} ({code}: {problem}, TrackingId {trackingId})',
  since: '{value}, sinds {time}',
  versions: 'Hybrid Connection Manager {app}, host {host}',
};
