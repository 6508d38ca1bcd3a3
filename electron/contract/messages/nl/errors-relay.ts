/** Dutch of `texts/errors-relay.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-relay.ts';

const triesAgain = 'Niets nodig: deze host probeert het zelf opnieuw.';
const checkIfItLasts =
  'Deze host probeert het zelf opnieuw. Controleer proxy’s en firewalls onderweg als het aanhoudt.';

export const relayErrorTexts: Translated<typeof english.relayErrorTexts> = {
  HCM2001: {
    title: ['De naam {host} is niet bekend', 'De naam van de relay is niet bekend'],
    cause: 'DNS op deze host heeft er geen adres voor, of is niet te raadplegen.',
    next: 'Controleer de spelling van de naamruimte en DNS op deze host.',
  },
  HCM2002: {
    title: ['{host} weigert de verbinding', 'De relay weigert de verbinding'],
    cause: [
      'Een firewall blokkeert poort {port}, of er is daar geen relay actief.',
      'Een firewall blokkeert de verbinding, of er is daar geen relay actief.',
    ],
    next: 'Sta uitgaande TCP naar de naamruimte toe.',
  },
  HCM2003: {
    title: [
      'Geen antwoord van {host} binnen {seconds} s',
      'Geen antwoord van {host}',
      'Geen antwoord van de relay',
    ],
    cause: 'Mogelijk houdt een firewall de verbinding tegen.',
    next: 'Sta uitgaande TCP naar de naamruimte toe.',
  },
  HCM2004: {
    title: 'Geen netwerk',
    cause: 'Deze host heeft geen route naar de relay.',
    next: 'Controleer het netwerk van deze host. Verbindingen komen vanzelf terug.',
  },
  HCM2005: {
    title: [
      'De verbinding met {host} is tijdens het openen verbroken',
      'De verbinding met de relay is tijdens het openen verbroken',
    ],
    cause: 'Mogelijk verbreekt een firewall of proxy onderweg de verbinding.',
    next: 'Sta uitgaande TLS naar de naamruimte toe.',
  },
  HCM2010: {
    title: [
      'Het certificaat van {host} wordt niet vertrouwd',
      'Het certificaat van de relay wordt niet vertrouwd',
    ],
    cause: [
      'Het is uitgegeven door {issuer}, die deze host niet vertrouwt.',
      'Een proxy onderweg inspecteert TLS, of de relay heeft een eigen CA.',
    ],
    next: 'Laat deze host die CA vertrouwen of geef de verbinding het bestand ervan.',
  },
  HCM2011: {
    title: [
      '{host} toont het certificaat van een andere naam',
      'De relay toont het certificaat van een andere naam',
    ],
    cause: 'Een proxy antwoordt in plaats daarvan, of DNS wijst ergens anders heen.',
    next: 'Controleer DNS op deze host en proxy’s onderweg.',
  },
  HCM2012: {
    title: ['Het certificaat van {host} is niet geldig', 'Het certificaat van de relay is niet geldig'],
    cause: 'Volgens de klok van deze host is het verlopen of nog niet ingegaan.',
    next: 'Controleer de klok van deze host.',
  },
  HCM2013: {
    title: ['TLS met {host} komt niet tot stand', 'TLS met de relay komt niet tot stand'],
    cause: 'Er is geen gemeenschappelijke TLS-versie vanaf 1.2, of iets onderweg verandert het verkeer.',
    next: 'Sta TLS 1.2 of hoger naar de naamruimte toe, zonder inspectie.',
  },
  HCM2014: {
    title: ['{host} antwoordt, maar niet als relay', 'Wat antwoordt, is geen relay'],
    cause:
      'Een proxy of aanmeldingspagina antwoordt in plaats daarvan, of de poort hoort bij een andere service.',
    next: 'Controleer adres en poort, en proxy’s onderweg.',
  },
  HCM2020: {
    title: ['Azure weigert de sleutel voor {name}', 'Azure weigert de sleutel'],
    cause: 'Waarschijnlijk is de sleutel opnieuw gegenereerd.',
    next: 'Plak de nieuwe sleutel.',
  },
  HCM2021: {
    title: 'De naamruimte blokkeert dit adres',
    cause: 'Het openbare adres van deze host staat niet in de IP-firewall van de naamruimte.',
    next: 'Voeg dat adres in Azure toe onder Netwerken van de naamruimte.',
  },
  HCM2022: {
    title: ['De sleutel voor {name} mist een recht', 'De sleutel mist een recht'],
    cause: 'Een host heeft het recht Luisteren nodig, een app het recht Verzenden.',
    next: 'Gebruik de verbindingsreeks van een regel met dat recht.',
  },
  HCM2023: {
    title: [
      'Azure heeft geen hybride verbinding {name} in {host}',
      'Azure heeft geen hybride verbinding {name}',
      'Azure heeft zo’n hybride verbinding niet',
    ],
    cause: 'De hybride verbinding is verwijderd of hernoemd.',
    next: 'Maak de hybride verbinding opnieuw in Azure of verwijder de verbinding van deze host.',
  },
  HCM2024: {
    title: 'WebSockets komen niet door tot Azure',
    cause: [
      'De proxy {proxy}, of wat daarachter ligt, verwijdert wat ze nodig hebben.',
      'Een proxy of firewall onderweg verwijdert wat ze nodig hebben.',
    ],
    next: ['Laat {proxy} WebSockets naar de naamruimte doorlaten.', 'Sta WebSockets naar de naamruimte toe.'],
  },
  HCM2025: {
    title: ['Azure Relay heeft zelf een storing ({status})', 'Azure Relay heeft zelf een storing'],
    cause: 'De dienst start opnieuw of is overbelast.',
    next: triesAgain,
  },
  HCM2026: {
    title: 'Azure Relay doet te lang over een antwoord',
    cause: 'De dienst is overbelast.',
    next: triesAgain,
  },
  HCM2027: {
    title: ['De relay antwoordde met status {status}', 'De relay gaf een onverwacht antwoord'],
    cause: ['De melding: {reason}.', 'Mogelijk antwoordt iets onderweg in plaats daarvan.'],
    next: checkIfItLasts,
  },
  HCM2028: {
    title: 'De hybride verbinding heeft te veel listeners',
    cause: 'Azure staat er 25 toe, over alle hosts.',
    next: 'Verwijder de verbinding van een host die niet nodig is.',
  },
  HCM2029: {
    title: ['De klok van deze host wijkt {skewMinutes} min af', 'De klok van deze host wijkt af'],
    cause: 'Azure beschouwt dan elke sleutel als verlopen.',
    next: 'Zet de klok van deze host gelijk.',
  },
  HCM2030: {
    title: 'Azure heeft de verbinding gesloten',
    cause: 'De hybride verbinding is verwijderd of uitgeschakeld.',
    next: 'Bekijk de hybride verbinding in de Azure-portal. Deze host probeert het zelf opnieuw.',
  },
  HCM2031: {
    title: 'Azure heeft de verbinding gesloten en vraagt opnieuw om de sleutel',
    cause: 'Waarschijnlijk is de sleutel opnieuw gegenereerd.',
    next: 'Deze host probeert het zelf opnieuw. Plak de nieuwe sleutel als Azure de sleutel weigert.',
  },
  HCM2032: {
    title: 'Azure heeft de verbinding gesloten',
    cause: 'De dienst start een deel van zichzelf opnieuw.',
    next: triesAgain,
  },
  HCM2033: {
    title: 'De verbinding met Azure is weggevallen',
    cause: 'Het netwerk, een proxy of een firewall onderweg heeft de verbinding verbroken.',
    next: triesAgain,
  },
  HCM2034: {
    title: ['Al {seconds} s geen levensteken van Azure', 'Geen levensteken van Azure'],
    cause: 'Het netwerk, een proxy of een firewall onderweg heeft de verbinding laten vallen.',
    next: triesAgain,
  },
  HCM2035: {
    title: 'Wat de relay verzendt, is niet te begrijpen',
    cause: 'Mogelijk verandert iets onderweg het verkeer.',
    next: checkIfItLasts,
  },
  HCM2036: {
    title: ['Azure heeft de verbinding gesloten met code {closeCode}', 'Azure heeft de verbinding gesloten'],
    cause: ['De melding: {reason}.', 'Er is geen reden gemeld.'],
    next: triesAgain,
  },
  HCM2037: {
    title: 'Azure telt deze host niet mee als listener',
    cause: 'Azure is de verbinding kwijt, hoewel die nog antwoordt: geen app zou deze host bereiken.',
    next: 'Deze host heeft zelf een andere verbinding met Azure geopend.',
  },
  HCM2040: {
    title: 'Wat Azure over de hybride verbinding meldt, is niet leesbaar',
    cause: ['Het antwoord is onverwacht: {reason}.', 'Het antwoord is onverwacht.'],
    next: 'Niets nodig: deze host vraagt het zelf opnieuw.',
  },
  HCM2041: {
    title: 'De hybride verbinding heeft geen eindpunt',
    cause: 'Azure kent er geen eindpunt voor.',
    next: 'Voeg in Azure de metagegevens “endpoint” toe, met host:port.',
  },
  HCM2042: {
    title: 'Het eindpunt in Azure is niet leesbaar',
    cause: 'De metagegevens “endpoint” hebben niet de vorm host:port.',
    next: 'Corrigeer de metagegevens “endpoint” in Azure.',
  },
  HCM2050: {
    title: 'Een sessie moest ergens anders heen en is niet gevolgd',
    cause: [
      'De relay noemde {host}, dat niet bij de naamruimte hoort.',
      'De relay noemde een adres dat niet bij de naamruimte hoort.',
    ],
    next: 'Controleer DNS op deze host en proxy’s onderweg als het zich herhaalt.',
  },
  HCM2051: {
    title: 'Een bericht van de relay is niet te begrijpen en is overgeslagen',
    cause: 'Het heeft niet de beschreven vorm.',
    next: 'Niets nodig: sessies gaan door.',
  },
  HCM2052: {
    title: 'De app was al weg voordat de sessie open was',
    cause: 'De app heeft het opgegeven, of deze host was te laat.',
    next: 'Niets nodig: de app kan opnieuw verbinden.',
  },
  HCM2053: {
    title: 'Een sessie is niet geopend',
    cause: 'De gateway van de relay ervoor is niet bereikbaar.',
    next: 'Sta uitgaande TCP toe naar alle namen onder de cloud van de naamruimte, zoals *.servicebus.windows.net.',
  },
};
