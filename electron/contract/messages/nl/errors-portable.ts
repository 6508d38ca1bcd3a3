/** Dutch of `texts/errors-portable.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-portable.ts';

export const portableErrorTexts: Translated<typeof english.portableErrorTexts> = {
  HCM1080: {
    title: 'Dit bestand kan niet worden geïmporteerd',
    cause: [
      '{reason}',
      'Het is geen export van dit programma en ook geen bestand van een van de managers van Microsoft of van azbridge.',
    ],
    next: 'Kies het bestand waarin het andere programma de verbindingen bewaart.',
    reasons: {
      empty: 'Het is leeg.',
      store: 'Het lijkt een bestand uit een gegevensmap; de sleutels daarin kan geen andere host openen.',
      apply: 'Het lijkt een bestand voor hcm apply.',
    },
  },
  HCM1081: {
    title: ['Het bestand is vanaf regel {position} niet leesbaar', 'Het bestand is niet leesbaar'],
    cause: ['{reason}', 'Het is beschadigd of niet volledig.'],
    next: 'Kopieer het hele bestand opnieuw van de plaats waar het vandaan komt.',
    reasons: {
      encoding: 'Het is geen tekst in UTF-8 of UTF-16.',
      xml: 'Het is geen volledige XML.',
      json: 'Het is geen volledige JSON.',
      yaml: 'Het is geen volledige YAML.',
      deep: 'Het is veel dieper genest dan bij zo’n bestand hoort.',
      doctype: 'Het declareert entiteiten, wat zo’n bestand nooit doet.',
      encrypted: 'De verbindingsreeksen zijn versleuteld voor de computer waar het bestand vandaan komt.',
      twice: 'Een lijst staat er twee keer in onder dezelfde naam.',
      form: 'De delen staan niet waar ze in zo’n bestand horen.',
      export: 'Een deel van de export ontbreekt of is gewijzigd.',
    },
  },
  HCM1082: {
    title: 'Het bestand is te groot',
    cause: ['{reason}', 'Het bevat meer dan één bestand mag bevatten.'],
    next: 'Splits het in meerdere bestanden.',
    reasons: {
      bytes: 'Het zou meer dan {limit} MiB hebben.',
      entries: 'Het heeft meer dan {limit} verbindingen.',
    },
  },
  HCM1083: {
    title: ['{key} ontbreekt in de vermelding', 'De vermelding is niet leesbaar'],
    cause: ['{reason}', 'Zonder dat is verbinden niet mogelijk.'],
    next: 'Voeg deze verbinding handmatig toe of corrigeer het bestand.',
    reasons: { form: 'De vermelding heeft niet de vorm die bij zo’n bestand hoort.' },
  },
  HCM1084: {
    title: 'Een host heeft geen tegenhanger voor deze doorsturing',
    cause: ['{reason}', 'Hosts geven TCP door aan een host en poort.'],
    next: 'Blijf hiervoor azbridge gebruiken.',
    reasons: {
      local: 'Het is de kant van een app; daarvoor is er hcm forward.',
      socket: 'Deze leidt naar een lokale socket, en hosts geven door aan een host en poort.',
      http: 'Deze geeft HTTP-aanvragen door, en hosts geven TCP door.',
      datagram: 'Deze geeft UDP door, en hosts geven TCP door.',
    },
  },
  HCM1085: {
    title: [
      '{name} staat meerdere keren in het bestand',
      'Een hybride verbinding staat meerdere keren in het bestand',
    ],
    cause: ['{reason}', 'De vermeldingen spreken elkaar tegen.'],
    next: 'Laat er in het bestand één vermelding voor staan.',
    reasons: {
      twice: 'De eerste vermelding telt; deze heeft een andere sleutel of andere waarden.',
      ports: 'Een hybride verbinding heeft één eindpunt, en het bestand noemt er meerdere.',
    },
  },
  HCM1086: {
    title: 'De sleutels van de export kunnen niet worden geopend',
    cause: 'De wachtwoordzin is een andere, of het bestand is na het schrijven gewijzigd.',
    next: 'Geef de wachtwoordzin op waarmee is geëxporteerd.',
  },
  HCM1087: {
    title: 'De export komt van een nieuwere versie',
    cause: 'Deze versie kent niet alles wat erin staat.',
    next: 'Importeer het bestand met de nieuwere versie.',
  },
  HCM1088: {
    title: [
      'Het bestand heeft geen sleutel voor {name}',
      'Het bestand heeft geen sleutel voor deze verbinding',
    ],
    cause: 'Het is zonder geheimen geschreven, of de aanmelding gaat anders.',
    next: 'Voeg de verbinding toe met de verbindingsreeks.',
  },
  HCM1089: {
    title: ['{file} bestaat al', 'Het bestand bestaat al'],
    cause: 'Zonder opdracht daartoe wordt niets overschreven.',
    next: 'Kies een andere naam.',
  },
  HCM1092: {
    title: 'De export zou te groot worden',
    cause: ['Het zou meer dan {limit} MiB worden.', 'Het zou meer worden dan een export mag hebben.'],
    next: 'Bewaar grote CA’s één keer, in het bestand van de instelling extraCaFile, en niet bij elke verbinding.',
  },
};
