/** Dutch of `texts/add.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/add.ts';

export const addDialogTexts: Translated<typeof english.addDialogTexts> = {
  title: 'Een hybride verbinding toevoegen met de verbindingsreeks',
  field: 'Verbindingsreeks',
  hint: 'In de Azure-portal: uw app > Netwerken > Hybride verbindingen. De sleutel wordt verborgen zodra u plakt.',
  keyHidden: 'sleutel verborgen',
  dropped: 'Er is 2 minuten niets gewijzigd, daarom is de reeks gewist. Plak de reeks opnieuw.',
  nameField: 'Naam van de hybride verbinding',
  nameExample: 'Bijvoorbeeld payroll-sql',
  add: 'Toevoegen',
  howToReplace: 'Zo vervangt u deze',
  howToFix: 'Zo lost u dit op',
  replaceKey: 'Sleutel vervangen',
  added: '{name} is toegevoegd. Verbinden…',
  addedDiscontinued: '{name} is toegevoegd en staat in de lijst als Beëindigd.',
};

export const replaceKeyDialogTexts: Translated<typeof english.replaceKeyDialogTexts> = {
  title: 'De sleutel van {name} vervangen',
  titleAdd: 'Een tweede sleutel toevoegen aan {name}',
  explanation:
    'Zodra Azure de nieuwe sleutel accepteert, schakelt de verbinding over zonder sessies te verbreken.',
  explanationAdd:
    'Als Azure de eerste sleutel weigert, gaat de verbinding verder met deze. De sleutel wordt bewaard zodra Azure deze accepteert.',
  explanationReserve:
    'De nieuwe sleutel wordt bewaard zodra Azure deze accepteert. De verbinding gaat verder met de sleutel die in gebruik is.',
  slot: 'Te vervangen sleutel',
  slotState: '{key} ({state})',
  replace: 'Vervangen',
  add: 'Toevoegen',
  replaced: 'De sleutel is vervangen.',
  added: 'De tweede sleutel is toegevoegd.',
  otherName: 'Deze reeks is voor {other}, niet voor {name}.',
  otherNamespace: 'Deze reeks is voor de naamruimte {other}, niet voor {name}.',
};

export const addHeadingTexts: Translated<typeof english.addHeadingTexts> = {
  emptyAdd: 'Plak een reeks om te zien wat er wordt toegevoegd',
  emptyReplace: 'Plak de reeks met de nieuwe sleutel',
  readyAdd: 'Kan worden toegevoegd',
  readyReplace: 'Kan worden vervangen',
  blockedAdd: 'Dit kan niet worden toegevoegd',
  blockedReplace: 'Hiermee kan de sleutel niet worden vervangen',
  discontinued: 'Dit kan worden toegevoegd als Beëindigd',
  wontConnect: 'Dit kan worden toegevoegd, maar maakt nog geen verbinding',
  refused: 'Azure accepteert deze sleutel niet',
};

export const thingsMissingTexts: Translated<typeof english.thingsMissingTexts> = {
  one: 'Er ontbreekt {count} gegeven',
  other: 'Er ontbreken {count} gegevens',
};

export const addRowTexts: Translated<typeof english.addRowTexts> = {
  name: 'Hybride verbinding',
  namespace: 'Naamruimte',
  rule: 'Regel',
  key: 'Sleutel',
  endpoint: 'Eindpunt',
  listeners: 'Listeners',
};

export const addToneTexts: Translated<typeof english.addToneTexts> = {
  good: 'in orde',
  watch: 'kijk hiernaar',
  act: 'op te lossen',
};

export const addProblemValueTexts: Translated<typeof english.addProblemValueTexts> = {
  HCM1004: 'Komt twee keer voor',
  HCM1005: 'Ontbreekt',
  HCM1006: 'Niet leesbaar',
  HCM1007: 'Niet leesbaar',
  HCM1008: 'Niet genoemd',
  HCM1009: 'Niet bruikbaar',
  HCM1010: 'Ontbreekt',
  HCM1011: 'Ontbreekt',
  HCM1012: 'Sleutel en token',
  HCM1013: 'Een token',
  HCM1014: 'Beheerde identiteit',
  HCM1016: 'BizTalk',
  HCM1017: 'Access Control',
  HCM1019: 'Niet leesbaar',
  HCM1021: 'Te lang',
  HCM1023: 'Windows Server',
  HCM1024: 'Leeg',
};

export const addProblemWordTexts: Translated<typeof english.addProblemWordTexts> = {
  HCM1008:
    'Dit is de reeks van de hele naamruimte. Plak de reeks van één hybride verbinding of typ de naam ervan.',
  HCM1015: 'Met deze sleutel kan alleen worden verzonden. Vraag om de luistersleutel.',
  HCM1016: 'Dit is een BizTalk-reeks (hc://). BizTalk Hybrid Connections is op 31 mei 2018 beëindigd.',
};

export const addValueTexts: Translated<typeof english.addValueTexts> = {
  biztalk: 'BizTalk',
  keyLength: '{count} tekens, verborgen',
  keyNotNeeded: 'Niet nodig',
  keyRefused: '{count} tekens, geweigerd door Azure',
  askAzureLater: 'Wordt uit Azure gelezen zodra de naam bekend is',
  asking: 'Azure raadplegen…',
  couldntAsk: 'Azure is nu niet te raadplegen; wordt na het toevoegen gelezen',
  couldntAskReplace: 'Azure is nu niet te raadplegen',
  noEndpoint: 'Geen',
  endpointUnreadable: 'Niet leesbaar',
  firstListener: '0: deze host wordt de eerste',
  full: '{count}, meer zijn er niet mogelijk',
};

export const otherListenerTexts: Translated<typeof english.otherListenerTexts> = {
  one: '{count} andere host luistert ook; Azure verdeelt de sessies',
  other: '{count} andere hosts luisteren ook; Azure verdeelt de sessies',
};

export const listenersNowTexts: Translated<typeof english.listenersNowTexts> = {
  one: '{count} host luistert',
  other: '{count} hosts luisteren; Azure verdeelt de sessies',
};

export const addAsideTexts: Translated<typeof english.addAsideTexts> = {
  listenOnly: 'alleen luisteren',
  fromAzure: 'uit Azure',
  reachable: 'uit Azure, bereikbaar in {time}',
};

export const addWordTexts: Translated<typeof english.addWordTexts> = {
  alreadyHere: 'Staat al op deze host. Vervang de sleutel om een nieuwe te gebruiken.',
  alreadyHereRetired: 'Staat al op deze host.',
  retired: 'U kunt deze verbinding toevoegen; die blijft in de lijst staan als Beëindigd.',
  broadRule:
    'Deze regel mag alles in de naamruimte wijzigen of verwijderen. Een regel die alleen mag luisteren, is veiliger. U kunt deze toch toevoegen.',
  broadRuleReplace:
    'Deze regel mag alles in de naamruimte wijzigen of verwijderen. Een regel die alleen mag luisteren, is veiliger. U kunt deze toch gebruiken.',
  shortKey: 'Sleutels van Azure hebben 44 tekens. Controleer of de reeks volledig is.',
  oddKey: 'Sleutels van Azure zien er anders uit. Controleer of de reeks volledig is.',
  keyRefused:
    'Azure heeft de sleutel geweigerd. Waarschijnlijk is deze opnieuw gegenereerd; kopieer de reeks opnieuw.',
  noSuchName:
    'Deze hybride verbinding bestaat in Azure niet in deze naamruimte. Die is verwijderd of heeft een andere naam.',
  noEndpoint: 'Azure kent geen eindpunt hiervoor. Voeg in Azure de metagegevens “endpoint” toe, host:port.',
  addressEndpoint: 'Een IP-adres. Sommige apps slaan dat over; gebruik een DNS-naam die deze host kent.',
  notReachable: [
    'Niet bereikbaar vanaf deze host: {reason}. U kunt de verbinding toevoegen en dit later oplossen.',
    'Niet bereikbaar vanaf deze host. U kunt de verbinding toevoegen en dit later oplossen.',
  ],
  notReachableReplace: ['Niet bereikbaar vanaf deze host: {reason}.', 'Niet bereikbaar vanaf deze host.'],
  full: 'Azure staat {limit} listeners per hybride verbinding toe. Deze host maakt verbinding zodra een andere stopt.',
};

export const unreachableReasonTexts: Translated<typeof english.unreachableReasonTexts> = {
  HCM3101: 'de naam is hier niet bekend',
  HCM3102: 'verbinding geweigerd',
  HCM3103: 'geen route',
  HCM3104: ['geen antwoord binnen {seconds} s', 'geen antwoord'],
  HCM3106: 'een regel van deze host verbiedt het',
  HCM3107: 'deze host heeft te veel bestanden open',
};
