/** Dutch of `texts/errors-host.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-host.ts';

export const hostErrorTexts: Translated<typeof english.hostErrorTexts> = {
  HCM4001: {
    title: ['{file} is niet leesbaar en is apart gezet', 'Een bestand is niet leesbaar en is apart gezet'],
    cause: 'Het is beschadigd; er is niets in gewijzigd.',
    next: 'Controleer of alles er is en voeg toe wat ontbreekt.',
  },
  HCM4002: {
    title: ['{file} komt van een nieuwere versie', 'Deze bestanden komen van een nieuwere versie'],
    cause: 'Deze versie kan de inhoud weergeven, maar niets wijzigen.',
    next: 'Gebruik de nieuwere versie.',
  },
  HCM4003: {
    title: 'De schijf is vol',
    cause: [
      '{file} kan niet worden opgeslagen; verbindingen blijven actief.',
      'Er kan niets worden opgeslagen; verbindingen blijven actief.',
    ],
    next: 'Maak ruimte vrij en herhaal daarna wat niet is opgeslagen.',
  },
  HCM4004: {
    title: ['Geen toegang tot {file}', 'Geen toegang tot de gegevensmap'],
    cause: 'Dit account mag hier niet lezen of wijzigen.',
    next: 'Gebruik het account van de eigenaar of geef dit account toegang.',
  },
  HCM4005: {
    title: ['{file} kan niet worden opgeslagen', 'Een bestand kan niet worden opgeslagen'],
    cause: ['De reden: {reason}.', 'Het systeem geeft geen reden.'],
    next: 'Controleer de schijf met de gegevensmap.',
  },
  HCM4010: {
    title: 'De opgeslagen sleutel is hier niet leesbaar',
    cause: 'De sleutel is opgeslagen met een ander account of op een andere computer.',
    next: 'Plak de sleutel opnieuw.',
  },
  HCM4011: {
    title: 'Het sleutelbestand is niet bruikbaar',
    cause: ['{file}: {reason}.', 'Het is beschadigd of dit account mag het niet lezen.'],
    next: 'Zet het terug uit een back-up of plak de sleutels opnieuw.',
  },

  HCM5001: {
    title: 'Er is geen host actief',
    cause: ['Geen host antwoordt in {shared}.', 'Niets voert de verbindingen van deze gegevensmap uit.'],
    next: 'Start Hybrid Connection Manager.',
  },
  HCM5002: {
    title: 'Er is al een andere host actief',
    cause: [
      'Die voert de verbindingen van {folder} uit.',
      'Die voert de verbindingen van deze gegevensmap uit.',
    ],
    next: 'Stop die eerst of geef deze host een eigen gegevensmap (HCM_HOME).',
  },
  HCM5003: {
    title: 'De actieve host heeft een andere versie',
    cause: 'De host en dit programma begrijpen elkaar niet meer.',
    next: 'Stop de host en start die opnieuw in deze versie.',
  },
  HCM5004: {
    title: 'De host weigert dit programma',
    cause: [
      'Alleen de groep van {shared} mag de host gebruiken, en dit account hoort daar niet bij.',
      'Dit account kan de gegevensmap niet lezen en dus niet aantonen dat het de host mag gebruiken.',
    ],
    next: [
      'Laat dit account toevoegen aan de groep van {shared} en meld opnieuw aan.',
      'Gebruik het account waarmee de host actief is.',
    ],
  },
  HCM5005: {
    title: 'De host antwoordt niet',
    cause: 'De host is beëindigd of overbelast.',
    next: 'Probeer het opnieuw. Start de host opnieuw als dat niet helpt.',
  },
  HCM5006: {
    title: 'De host begrijpt de aanvraag niet',
    cause: 'De host en dit programma hebben waarschijnlijk verschillende versies.',
    next: 'Stop de host en start die opnieuw in deze versie.',
  },
  HCM5007: {
    title: 'De host is niet bereikbaar voor andere programma’s',
    cause: [
      '{reason}',
      'De besturingssocket kan niet worden gemaakt: {errno}.',
      'De besturingssocket kan niet worden gemaakt.',
    ],
    next: [
      'Maak {shared} opnieuw: install -d -m 2750 -o USER -g GROUP {shared}, met het account van de host als USER.',
      'Controleer de machtigingen van de gegevensmap.',
    ],
    reasons: {
      'open-to-others': 'De map van de besturingssocket staat open voor andere gebruikers.',
      'of-another-user': 'De map van de besturingssocket is van een andere gebruiker.',
      'not-a-folder': 'Op de plaats van de besturingssocket staat iets anders.',
      'shared-missing': 'De map {shared} bestaat niet.',
      'shared-no-folder': '{shared} is geen map, of een koppeling naar een map.',
      'shared-of-another': '{shared} is niet van het account van de host en niet van root.',
      'shared-writable': 'Anderen dan de eigenaar mogen schrijven in {shared}.',
      'shared-open': '{shared} staat open voor iedereen, niet alleen voor de groep.',
      'shared-group': '{shared} is van een groep waar het account van de host niet bij hoort.',
      'shared-in-use': 'Een andere host gebruikt {shared} al.',
      'shared-data-folder': '{shared} is de gegevensmap, en die is alleen voor de host.',
      'shared-too-long': 'Het pad {shared} is te lang voor een socket.',
      'shared-on-windows': 'Mappen voor anderen werken alleen op Linux en macOS.',
    },
  },

  HCM5008: {
    title: 'Deze host is met dit account alleen te bekijken, niet te wijzigen',
    cause: 'Dit account is een van de kijkers.',
    next: 'Vraag een beheerder van de host, of laat dit account toevoegen aan de groep die de host mag besturen.',
  },
  HCM5030: {
    title: [
      'Bewaking kan niet luisteren: poort {port} van {host} is in gebruik',
      'Bewaking kan niet luisteren: de poort is in gebruik',
    ],
    cause: 'Een ander programma op deze host luistert daar, misschien een andere host van verbindingen.',
    next: 'Kies een andere poort voor bewaking.',
  },
  HCM5031: {
    title: ['Bewaking op {host} zou open zijn voor het netwerk', 'Bewaking zou open zijn voor het netwerk'],
    cause:
      'Er is geen aanmelding en geen versleuteling: wie erbij kan, leest namen en cijfers van alle verbindingen.',
    next: 'Gebruik het adres 127.0.0.1.',
  },
  HCM5032: {
    title: ['Bewaking kan niet luisteren op {host}, poort {port}', 'Bewaking kan niet luisteren'],
    cause: [
      'Het systeem meldt {errno}: het adres is niet van deze host, of dit account mag daar niet luisteren.',
      'Het adres is niet van deze host, of dit account mag daar niet luisteren.',
    ],
    next: 'Kies een adres van deze host en een poort boven 1023.',
  },
  HCM5040: {
    title: 'Deze app kan niet automatisch starten bij aanmelden',
    cause: 'De app is niet op deze computer geïnstalleerd, of dit systeem kent het niet.',
    next: 'Installeer de app met een pakket en schakel het dan opnieuw in.',
  },
  HCM5020: {
    title: 'Beheerdersrechten zijn nodig',
    cause: 'Services horen bij de hele computer.',
    next: ['Voer in plaats daarvan {name} uit.', 'Voer de opdracht opnieuw uit als beheerder.'],
  },
  HCM5021: {
    title: ['{name} is mislukt', 'Een programma van deze computer is mislukt'],
    cause: ['De melding: {reason}.', 'Er is geen reden gemeld.'],
    next: 'Neem de oorzaak weg en voer dezelfde opdracht opnieuw uit; wat al was gedaan, wordt opnieuw gedaan.',
  },
  HCM5022: {
    title: ['{file} is van iemand anders', 'Een bestand van iemand anders staat in de weg'],
    cause: 'Het is niet geschreven door hcm service install en wordt dus niet gewijzigd of verwijderd.',
    next: 'Verplaats het en voer dezelfde opdracht opnieuw uit.',
  },
  HCM5023: {
    title: ['Een service kan niet bij {file}', 'Een service kan niet bij dit programma'],
    cause: 'Het staat in de map van een gebruiker of in een tijdelijke map; die zijn gesloten voor services.',
    next: 'Installeer Node en hcm voor alle gebruikers, bijvoorbeeld onder /opt, en gebruik die hcm.',
  },
  HCM5024: {
    title: ['{name} ontbreekt hier', 'Hier is geen bekend servicebeheer'],
    cause: 'Services worden beheerd door systemd, launchd of Windows; geen daarvan antwoordt.',
    next: 'Laat wat hier programma’s actief houdt, hcm run starten.',
  },
  HCM5025: {
    title: ['{name} is niet geïnstalleerd', 'De service is niet geïnstalleerd'],
    cause: 'Deze computer kent de service niet.',
    next: 'Installeer de service met hcm service install.',
  },
  HCM5026: {
    title: ['{file} ontbreekt', 'De servicewrapper ontbreekt'],
    cause: 'Windows start een host via WinSW, dat onder die naam naast de configuratie staat.',
    next: 'Zet WinSW daar neer onder die naam en voer dezelfde opdracht opnieuw uit.',
  },

  HCM7001: {
    title: ['Poort {port} is in gebruik', 'De lokale poort is in gebruik'],
    cause: 'Een ander programma op deze host luistert daar.',
    next: 'Kies een andere poort.',
  },
  HCM7002: {
    title: ['Poort {port} is niet toegestaan', 'De lokale poort is niet toegestaan'],
    cause: 'Dit account mag daar niet luisteren, of het adres is niet van deze host.',
    next: 'Kies een poort boven 1023 en een adres van deze host.',
  },
  HCM7003: {
    title: 'De certificaatbestanden van de lokale relay zijn niet bruikbaar',
    cause: ['{folder}: {reason}.', 'Ze zijn beschadigd of dit account mag ze niet lezen.'],
    next: 'Verwijder die map; de lokale relay maakt nieuwe bestanden.',
  },
  HCM7010: {
    title: 'Er luistert geen host',
    cause: [
      'Geen enkele host heeft {name} verbonden.',
      'Geen enkele host heeft deze hybride verbinding verbonden.',
    ],
    next: 'Start een host met deze verbinding en verbind daarna opnieuw.',
  },
  HCM7011: {
    title: 'De sessie is geweigerd',
    cause: [
      'De andere kant meldt: {reason}.',
      'De relay of de host aan de andere kant neemt de sessie niet aan.',
    ],
    next: 'Bekijk de verbinding op de host en verbind daarna opnieuw.',
  },

  HCM9001: {
    title: 'Een fout in dit programma',
    cause: ['De fout is van de soort {reason}.', 'Meer is er niet over bekend.'],
    next: 'Meld dit samen met het logboek.',
  },
};
