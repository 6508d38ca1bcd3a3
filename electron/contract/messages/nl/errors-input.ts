/** Dutch of `texts/errors-input.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-input.ts';

const copyAgain = 'Kopieer de hele verbindingsreeks opnieuw.';

const hostReasons = {
  empty: 'Er staat geen host in.',
  length: 'De host is langer dan 253 tekens.',
  character: 'De host bevat een teken dat in een hostnaam niet voorkomt.',
  script: 'De host is niet met de letters a tot en met z geschreven; de vorm met xn-- is nodig.',
  label: 'Een deel van de hostnaam is leeg, te lang, of begint of eindigt met een koppelteken.',
  address: 'Het IP-adres heeft niet de gebruikelijke vorm.',
  port: 'De poort is geen getal van 1 tot en met 65535.',
  brackets: 'Vierkante haken horen om een IPv6-adres, en alleen daar.',
} as const;

export const inputErrorTexts: Translated<typeof english.inputErrorTexts> = {
  HCM1001: {
    title: 'Er is geen verbindingsreeks',
    cause: 'De tekst is leeg.',
    next: 'Kopieer de verbindingsreeks van de hybride verbinding in de Azure-portal.',
  },
  HCM1002: {
    title: ['Deel {position} van de reeks is niet leesbaar', 'De reeks is niet leesbaar'],
    cause: [
      'Tussen {key} en {before} ontbreekt een “;”.',
      'Elk deel is een naam, “=” en een waarde, met “;” tussen de delen.',
    ],
    next: copyAgain,
  },
  HCM1003: {
    title: [
      'De reeks heeft een onbekend deel: {key}',
      'Deel {position} van de reeks is onbekend',
      'De reeks heeft een onbekend deel',
    ],
    cause: ['Het lijkt op {similar}.', 'Verbindingsreeksen van hybride verbindingen hebben dat niet.'],
    next: copyAgain,
  },
  HCM1004: {
    title: ['{key} komt twee keer voor', 'Een deel van de reeks komt twee keer voor'],
    cause: 'Er zijn meerdere reeksen samen geplakt, of naast de reeks is een andere naam opgegeven.',
    next: 'Kopieer alleen de reeks en geef er geen andere naam naast op.',
  },
  HCM1005: {
    title: 'De reeks heeft geen deel Endpoint',
    cause: 'Er is maar een stuk van gekopieerd.',
    next: copyAgain,
  },
  HCM1006: {
    title: 'Het deel Endpoint van de reeks is niet leesbaar',
    cause: ['{reason}', 'Het heeft niet de vorm sb://namespace.servicebus.windows.net/.'],
    next: copyAgain,
    reasons: {
      ...hostReasons,
      scheme: 'Het begint niet met sb://.',
      user: 'Het bevat een @.',
      path: 'Het bevat ?, # of \\ na de host.',
    },
  },
  HCM1007: {
    title: ['Endpoint begint met {scheme}://', 'Endpoint begint niet met sb://'],
    cause: 'Verbindingen met Azure Relay worden geschreven met sb:// en gebruiken altijd TLS.',
    next: copyAgain,
  },
  HCM1008: {
    title: 'De reeks noemt geen hybride verbinding',
    cause: 'Dit is de verbindingsreeks van de hele naamruimte.',
    next: 'Plak de verbindingsreeks van één hybride verbinding of typ de naam ervan.',
  },
  HCM1009: {
    title: 'De naam van de hybride verbinding is niet bruikbaar',
    cause: ['{reason}', 'Namen bestaan uit letters, cijfers, “.”, “-”, “_” en “/”.'],
    next: 'Gebruik de naam zoals die in de Azure-portal staat.',
    reasons: {
      empty: 'De naam is leeg.',
      length: 'De naam heeft {length} tekens; meer dan {limit} mag niet.',
      character: 'De naam bevat iets anders dan letters, cijfers, “.”, “-”, “_” en “/”.',
      ends: 'De naam begint en eindigt niet met een letter of cijfer.',
      segments: 'Een stuk tussen schuine strepen is leeg, “.” of “..”.',
    },
  },
  HCM1010: { title: 'De reeks heeft geen sleutel', cause: 'SharedAccessKey ontbreekt.', next: copyAgain },
  HCM1011: { title: 'De reeks heeft geen regel', cause: 'SharedAccessKeyName ontbreekt.', next: copyAgain },
  HCM1012: {
    title: 'De reeks heeft een sleutel en een token',
    cause: 'SharedAccessKey en SharedAccessSignature gaan niet samen.',
    next: 'Kopieer de verbindingsreeks opnieuw zoals de Azure-portal die toont.',
  },
  HCM1013: {
    title: 'De reeks heeft een token in plaats van een sleutel',
    cause: 'Een token verloopt na een tijd, en alleen de sleutel kan het vernieuwen.',
    next: 'Gebruik de verbindingsreeks met SharedAccessKeyName en SharedAccessKey.',
  },
  HCM1014: {
    title: 'De reeks vraagt om een beheerde identiteit',
    cause: 'Beheerde identiteiten bestaan alleen binnen Azure.',
    next: 'Gebruik de verbindingsreeks met SharedAccessKeyName en SharedAccessKey.',
  },
  HCM1015: {
    title: ['De sleutel van {rule} kan alleen verzenden', 'Deze sleutel kan alleen verzenden'],
    cause: 'Een host heeft een sleutel nodig die kan luisteren.',
    next: 'Vraag om de luistersleutel.',
  },
  HCM1016: {
    title: 'Dit is een reeks van BizTalk',
    cause: 'BizTalk Hybrid Connections is op 31 mei 2018 beëindigd.',
    next: 'Maak een hybride verbinding in Azure en gebruik de verbindingsreeks daarvan.',
  },
  HCM1017: {
    title: 'Dit is een reeks van ACS',
    cause: 'Azure Relay accepteert geen sleutels van de Access Control Service meer.',
    next: 'Kopieer in plaats daarvan de reeks voor gedeelde toegang (SAS).',
  },
  HCM1018: {
    title: 'De tekst is te lang voor een verbindingsreeks',
    cause: [
      'De tekst heeft {length} tekens; meer dan {limit} mag niet.',
      'Geen enkele verbindingsreeks is zo lang.',
    ],
    next: 'Kopieer alleen de verbindingsreeks.',
  },
  HCM1019: {
    title: [
      '{key} bevat tekens die er niet in horen',
      'De tekst bevat het besturingsteken {character}',
      'De tekst bevat tekens die niet in een verbindingsreeks horen',
    ],
    cause: 'De reeks is gekopieerd waar die verborgen of ingekort is, of komt uit een ander soort bestand.',
    next: copyAgain,
  },
  HCM1020: {
    title: 'OperationTimeout van de reeks is niet leesbaar',
    cause: 'De waarde is een tijd, zoals 00:01:00.',
    next: 'Corrigeer de waarde of laat die weg.',
  },
  HCM1021: {
    title: ['{key} is te lang', 'De regel of sleutel is te lang'],
    cause: ['De lengte is {length} tekens; meer dan {limit} mag niet.', 'Zo lang staat Azure niet toe.'],
    next: copyAgain,
  },
  HCM1022: {
    title: ['De sleutel van {rule} kan alleen luisteren', 'Deze sleutel kan alleen luisteren'],
    cause: 'Een app heeft een sleutel nodig die kan verzenden.',
    next: 'Vraag om de verzendsleutel.',
  },
  HCM1023: {
    title: 'Dit is een reeks van Service Bus for Windows Server',
    cause: 'Hybride verbindingen bestaan alleen in Azure Relay.',
    next: 'Maak een hybride verbinding in Azure en gebruik de verbindingsreeks daarvan.',
  },
  HCM1024: {
    title: ['{key} is leeg', 'Een deel van de reeks is leeg'],
    cause: 'De waarde is niet mee gekopieerd, of een variabele in de reeks heeft geen waarde.',
    next: copyAgain,
  },
  HCM1030: {
    title: 'Het eindpunt is niet leesbaar',
    cause: ['{reason}', 'Een eindpunt wordt geschreven als host:port.'],
    next: 'Typ een host en een poort, zoals sql01:1433.',
    reasons: {
      ...hostReasons,
      empty: 'De tekst is leeg.',
      scheme: 'Het is een URL, maar alleen host en poort zijn nodig.',
      long: 'De tekst is te lang.',
    },
  },
  HCM1040: {
    title: 'Verbinding bestaat al',
    cause: ['{name} is al op deze host.', 'De verbinding is al op deze host.'],
    next: 'Vervang de sleutel van de verbinding om een nieuwe te gebruiken.',
  },
  HCM1041: {
    title: ['Geen verbinding heet {name}', 'Deze verbinding bestaat niet'],
    cause: 'De verbinding is verwijderd of wordt anders gespeld.',
    next: 'Zoek de verbinding in de lijst.',
  },
  HCM1042: {
    title: ['{count} verbindingen heten {name}', 'Meerdere verbindingen hebben deze naam'],
    cause: ['Het zijn {candidates}.', 'Ze staan in verschillende naamruimten.'],
    next: 'Kies er één met de naamruimte.',
  },
  HCM1043: {
    title: ['Deze reeks is voor {name}, niet voor {expected}', 'Deze reeks is voor een andere verbinding'],
    cause: 'Een sleutel wordt vervangen door een andere sleutel van dezelfde hybride verbinding.',
    next: 'Kopieer de verbindingsreeks van deze hybride verbinding of voeg de andere toe.',
  },
  HCM1044: {
    title: ['{host}:{port} is niet meer het eindpunt in Azure', 'Het eindpunt in Azure is opnieuw gewijzigd'],
    cause: 'Het is in Azure gewijzigd nadat het hier is getoond.',
    next: 'Bekijk het eindpunt dat nu wordt getoond en accepteer dat.',
  },
  HCM1045: {
    title: ['{name} heeft deze sleutel al', 'Deze sleutel wordt al bewaard'],
    cause: 'Twee keer dezelfde sleutel is geen reserve: na opnieuw genereren worden beide geweigerd.',
    next: 'Kopieer de reeks met de andere sleutel, of die van een andere regel die mag luisteren.',
  },
  HCM1046: {
    title: [
      'De sleutel van {before} geldt niet voor {name}',
      'De sleutel geldt niet voor die hybride verbinding',
    ],
    cause:
      'Azure weigert de sleutel daar: die hoort bij een regel van die ene hybride verbinding, niet van de hele naamruimte.',
    next: 'Geef de verbindingsreeks van de andere hybride verbinding op, samen met de naam.',
  },
  HCM1050: {
    title: 'Het CA-bestand is niet bruikbaar',
    cause: ['{file}: {reason}.', 'Het bevat geen leesbaar certificaat.'],
    next: 'Kies een PEM-bestand met het certificaat van de CA.',
  },
  HCM1060: {
    title: 'De opdracht is niet te begrijpen',
    cause: ['{reason}.', 'De argumenten passen niet bij elkaar.'],
    next: 'Bekijk de help van de opdracht.',
  },
  HCM1061: {
    title: ['{file} is niet leesbaar', 'De invoer is niet leesbaar'],
    cause: ['De reden: {reason}.', 'Het bestand ontbreekt of dit account mag het niet lezen.'],
    next: 'Controleer het pad en de machtigingen.',
  },
  HCM1062: {
    title: ['De instelling {name} kan deze waarde niet hebben', 'Een instelling kan deze waarde niet hebben'],
    cause: [
      'De reden: {reason}.',
      'Toegestaan zijn gehele getallen van {min} tot en met {max}.',
      'Toegestaan is een van deze: {choices}.',
      'De waarde valt buiten de grenzen van de instelling.',
    ],
    next: 'Kies een waarde binnen de grenzen.',
  },
  HCM1097: {
    title: 'Het bestand is niet meer open',
    cause: 'De import is gesloten, of er gebeurde 15 minuten niets; de sleutels worden dan vergeten.',
    next: 'Kies het bestand opnieuw.',
  },
  HCM1095: {
    title: ['Geen open sessie heeft de id {name}', 'Geen open sessie heeft deze id'],
    cause: 'Mogelijk is de sessie beëindigd nadat ze is weergegeven.',
    next: 'Bekijk met hcm sessions welke sessies open zijn.',
  },
  HCM1096: {
    title: [
      '{count} open sessies hebben een id die begint met {name}',
      'Meerdere open sessies komen in aanmerking',
    ],
    cause: ['Het zijn {candidates}.', 'Het begin van de id is niet genoeg.'],
    next: 'Geef een langer deel van de id op; hcm sessions toont genoeg ervan.',
  },
};
