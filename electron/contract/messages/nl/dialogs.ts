/** Dutch of `texts/dialogs.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/dialogs.ts';

export const dialogButtonTexts: Translated<typeof english.dialogButtonTexts> = {
  cancel: 'Annuleren',
  close: 'Sluiten',
  saving: 'Bezig met opslaan…',
  copyDetails: 'Details kopiëren',
};

export const removeTexts: Translated<typeof english.removeTexts> = {
  title: {
    one: '{name} van deze host verwijderen?',
    several: {
      one: '{count} verbinding van deze host verwijderen?',
      other: '{count} verbindingen van deze host verwijderen?',
    },
  },
  sessions: { one: '{count} sessie wordt gesloten.', other: '{count} sessies worden gesloten.' },
  unreachable: 'Apps kunnen {endpoint} niet meer via deze host bereiken.',
  unreachableSeveral: 'Apps kunnen hun eindpunten niet meer via deze host bereiken.',
  nothingInAzure: 'In Azure wordt niets verwijderd.',
  button: 'Verwijderen',
};

export const finishTexts: Translated<typeof english.finishTexts> = {
  sessions: {
    one: '{count} open sessie krijgt {seconds} seconden om af te ronden en wordt dan gesloten.',
    other: '{count} open sessies krijgen {seconds} seconden om af te ronden en worden dan gesloten.',
  },
  atOnce: {
    one: '{count} open sessie wordt meteen gesloten.',
    other: '{count} open sessies worden meteen gesloten.',
  },
};

export const restartTexts: Translated<typeof english.restartTexts> = {
  title: {
    one: '{name} opnieuw starten?',
    several: { one: '{count} verbinding opnieuw starten?', other: '{count} verbindingen opnieuw starten?' },
  },
  after: 'Daarna wordt opnieuw verbinding gemaakt.',
  afterSeveral: 'Daarna maken ze opnieuw verbinding.',
  button: 'Opnieuw starten',
};

export const stopTexts: Translated<typeof english.stopTexts> = {
  title: {
    one: '{name} stoppen?',
    several: { one: '{count} verbinding stoppen?', other: '{count} verbindingen stoppen?' },
  },
  after: 'Apps kunnen het eindpunt niet via deze host bereiken totdat u de verbinding start.',
  afterSeveral: 'Apps kunnen de eindpunten niet via deze host bereiken totdat u de verbindingen start.',
  button: 'Stoppen',
};

export const closeSessionTexts: Translated<typeof english.closeSessionTexts> = {
  title: 'Deze sessie sluiten?',
  text: '{peer}, {duration} open. De app ziet een gesloten verbinding.',
  textWithoutPeer: '{duration} open. De app ziet een gesloten verbinding.',
  button: 'Sessie sluiten',
};

export const closeSessionsTexts: Translated<typeof english.closeSessionsTexts> = {
  title: 'De sessies van {name} nu sluiten?',
  text: {
    one: '{count} sessie wordt gesloten. De app ziet een gesloten verbinding.',
    other: '{count} sessies worden gesloten. De apps zien gesloten verbindingen.',
  },
  none: 'Er zijn geen open sessies meer.',
  button: 'Sessies sluiten',
};

export const testTexts: Translated<typeof english.testTexts> = {
  title: 'Een host en poort testen',
  field: 'Host en poort',
  placeholder: 'sql01.corp.contoso.com:1433',
  button: 'Testen',
  testing: 'Testen…',
  reached: 'Bereikt in {duration}.',
  refused: 'De host heeft geantwoord, maar poort {port} geweigerd. Controleer of de service actief is.',
  noAnswer: [
    'Geen antwoord binnen {seconds} s. Mogelijk houdt een firewall de verbinding tegen.',
    'Geen antwoord. Mogelijk houdt een firewall de verbinding tegen.',
  ],
  unknownName: 'Deze host kent de naam niet. Controleer de spelling of vraag om een DNS-vermelding.',
  unreadable: 'Typ een host en een poort, zoals sql01:1433.',
  other: '{title}. {cause}',
};

export const howToReplaceTexts: Translated<typeof english.howToReplaceTexts> = {
  title: {
    one: 'Zo vervangt u {name}',
    several: { one: 'Zo vervangt u {count} verbinding', other: 'Zo vervangt u {count} verbindingen' },
  },
  titleOfAny: 'Zo vervangt u een BizTalk-verbinding',
  intro: 'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd.',
  create: 'Maak in Azure bij uw app een hybride verbinding voor {endpoint}.',
  createWithoutEndpoint: 'Maak in Azure bij uw app een hybride verbinding.',
  add: 'Voeg die hier toe.',
  remove: ['Verwijder {name} zodra de nieuwe werkt.', 'Verwijder de oude zodra de nieuwe werkt.'],
  createSeveral: 'Maak in Azure bij uw app voor elk eindpunt een hybride verbinding.',
  addSeveral: 'Voeg ze hier toe.',
  removeSeveral: 'Verwijder de oude zodra de nieuwe werken.',
  item: '{name}: {endpoint}',
  openAzure: 'Openen in Azure',
};

export const logsDialogTexts: Translated<typeof english.logsDialogTexts> = {
  title: 'Logboek van deze host',
};

export const errorCalloutTexts: Translated<typeof english.errorCalloutTexts> = {
  copyDetails: 'Details kopiëren',
  copied: '{code} {title}',
};

export const toastRegionTexts: Translated<typeof english.toastRegionTexts> = {
  label: 'Berichten',
  close: 'Bericht sluiten',
};

export const liveTexts: Translated<typeof english.liveTexts> = {
  change: '{names}: {change}',
  retrying: '{word}, nieuwe poging',
  endpoint: 'eindpunt {word}',
  listed: '{names}, {name}',
  more: { one: '{count} verbinding', other: '{count} verbindingen' },
};
