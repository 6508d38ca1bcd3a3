/** Dutch of `texts/activity.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/activity.ts';

export const activityTexts: Translated<typeof english.activityTexts> = {
  filter: 'Weergeven',
  all: 'Alles',
  states: 'Status',
  changes: 'Wijzigingen',
  empty: 'Er is nog niets gebeurd. Wijzigingen van status en configuratie verschijnen hier.',
  emptyStates: 'De status is nog niet gewijzigd.',
  emptyChanges: 'De configuratie is nog niet gewijzigd.',
  notRead: 'De activiteit kan nu niet worden gelezen: {problem}.',
};

export const azureActivityTexts: Translated<typeof english.azureActivityTexts> = {
  connected: 'Verbonden met Azure',
  connecting: 'Verbinden met Azure',
  notConnected: ['Niet verbonden met Azure: {problem}', 'Niet verbonden met Azure'],
  unauthorized: ['Niet geautoriseerd: {problem}', 'Niet geautoriseerd: Azure heeft de sleutel geweigerd'],
  notFound: ['Niet gevonden: {problem}', 'Niet gevonden in Azure'],
  blockedByPolicy: ['Geblokkeerd door beleid: {problem}', 'Geblokkeerd door beleid'],
  keyNeeded: ['Sleutel nodig: {problem}', 'Sleutel nodig: de opgeslagen sleutel kan niet worden gelezen'],
  cantStart: ['Kan niet starten: {problem}', 'Kan niet starten'],
  stopping: 'Stopt, open sessies mogen worden afgerond',
  stopped: 'Luistert niet meer',
  discontinued: 'BizTalk Hybrid Connections is beëindigd',
  unknown: 'De status is onbekend',
};

export const endpointActivityTexts: Translated<typeof english.endpointActivityTexts> = {
  reachable: 'Eindpunt is bereikbaar',
  unreachable: ['Eindpunt is niet bereikbaar: {problem}', 'Eindpunt is niet bereikbaar'],
  checking: 'Eindpunt controleren',
  notChecked: 'Eindpunt wordt niet meer gecontroleerd',
};

export const changeActivityTexts: Translated<typeof english.changeActivityTexts> = {
  added: 'Toegevoegd aan deze host',
  removed: 'Verwijderd van deze host',
  started: 'Gestart',
  stopped: 'Gestopt',
  restarted: 'Opnieuw gestart',
  renamed: [
    'Luistert op een andere hybride verbinding; voorheen {detail}',
    'Luistert op een andere hybride verbinding',
  ],
  keyReplaced: 'Sleutel vervangen',
  secondaryKeyReplaced: 'Secundaire sleutel ingesteld',
  secondaryKeyRemoved: 'Secundaire sleutel verwijderd',
  // `{detail}` comes as `primary` or `secondary`: in brackets it reads as a name.
  keySwitched: 'Azure heeft een sleutel geweigerd; de andere is nu in gebruik',
  keysRotated: 'Beide sleutels opnieuw gegenereerd in Azure en hier ingesteld',
  gatewayStringGiven: 'Gatewayverbindingsreeks verstrekt',
  endpointLearned: ['Eindpunt uit Azure gelezen: {detail}', 'Eindpunt uit Azure gelezen'],
  endpointDiffers: ['Azure noemt nu een ander eindpunt: {detail}', 'Azure noemt nu een ander eindpunt'],
  endpointChanged: ['Eindpunt handmatig gewijzigd in {detail}', 'Eindpunt handmatig gewijzigd'],
  endpointForgotten: 'Handmatig ingevoerd eindpunt losgelaten',
  endpointAccepted: ['Eindpunt overgenomen uit Azure: {detail}', 'Eindpunt overgenomen uit Azure'],
  endpointSetInAzure: ['Eindpunt in Azure gewijzigd in {detail}', 'Eindpunt in Azure gewijzigd'],
  attachedToApp: ['Gekoppeld aan de app {detail}', 'Gekoppeld aan een app'],
  detachedFromApp: ['Losgekoppeld van de app {detail}', 'Losgekoppeld van een app'],
  limitsChanged: 'Limieten gewijzigd',
  caChanged: 'CA van de relay gewijzigd',
  sessionClosed: 'Een sessie is gesloten',
  sessionsClosed: 'Alle open sessies zijn gesloten',
};

export const keySwitchedTexts: Translated<typeof english.keySwitchedTexts> = {
  primary: 'Azure heeft de primaire sleutel geweigerd; de andere is nu in gebruik',
  secondary: 'Azure heeft de secundaire sleutel geweigerd; de andere is nu in gebruik',
};

export const repeatTexts: Translated<typeof english.repeatTexts> = {
  azure: { one: '{count} keer opnieuw geprobeerd', other: '{count} keer opnieuw geprobeerd' },
  endpoint: { one: '{count} keer gecontroleerd', other: '{count} keer gecontroleerd' },
  change: { one: '{count} keer', other: '{count} keer' },
};
