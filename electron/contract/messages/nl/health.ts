/** Dutch of `texts/health.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/health.ts';

export const healthTexts: Translated<typeof english.healthTexts> = {
  HCM8001: {
    title: 'Deze computer heeft geen netwerk',
    cause: 'Geen enkele verbinding vindt een weg naar buiten.',
    next: 'Herstel de netwerkverbinding. Alle verbindingen komen daarna vanzelf terug.',
  },
  HCM8002: {
    title: ['{host} is niet bereikbaar', 'Een relay is niet bereikbaar'],
    cause: 'Geen van de verbindingen komt erdoor.',
    next: 'Verbindingen komen vanzelf terug. Controleer firewall, proxy en DNS voor deze host als het aanhoudt.',
  },
  HCM8003: {
    title: ['De klok van deze computer wijkt {skewMinutes} min af', 'De klok van deze computer wijkt af'],
    cause: 'Azure beschouwt sleutels die met deze tijd zijn ondertekend als verlopen of nog niet geldig.',
    next: 'Zet de klok gelijk of laat het systeem de tijd bijhouden.',
  },
  HCM8010: {
    title: ['{name} is niet verbonden', 'Een verbinding is niet verbonden'],
    cause: 'Azure was niet bereikbaar of heeft de verbinding verbroken.',
    next: 'De verbinding wordt vanzelf opnieuw geprobeerd. In de details staat waarom het mislukt.',
  },
  HCM8011: {
    title: ['Azure weigert de sleutel van {name}', 'Azure weigert een sleutel'],
    cause: 'Waarschijnlijk is de sleutel opnieuw gegenereerd.',
    next: 'Kopieer de huidige verbindingsreeks in Azure en vervang de sleutel.',
  },
  HCM8012: {
    title: ['Azure weigert één sleutel van {name}', 'Azure weigert één van beide sleutels'],
    cause: 'De andere werkt; sessies gaan dus door.',
    next: 'Vervang de geweigerde sleutel voordat ook de andere opnieuw wordt gegenereerd.',
  },
  HCM8013: {
    title: ['{name} bestaat niet meer in Azure', 'Een verbinding bestaat niet meer in Azure'],
    cause: 'De hybride verbinding is daar verwijderd of hernoemd.',
    next: 'Maak de hybride verbinding opnieuw in Azure of verwijder de verbinding hier.',
  },
  HCM8014: {
    title: ['{name} kan niet starten', 'Een verbinding kan niet starten'],
    cause: 'Op deze host ontbreekt iets dat nodig is, of het is hier niet toegestaan.',
    next: 'In de details staat wat het is en hoe het wordt verholpen.',
  },
  HCM8015: {
    title: ['Het eindpunt van {name} is niet bereikbaar', 'Een eindpunt is niet bereikbaar'],
    cause: [
      '{host}:{port} accepteert geen verbindingen van deze host.',
      'Het accepteert geen verbindingen van deze host.',
    ],
    next: 'Controleer of de service actief is en of deze host er toegang toe heeft.',
  },
  HCM8016: {
    title: ['Azure noemt een ander eindpunt voor {name}', 'Azure noemt een ander eindpunt'],
    cause: ['Volgens Azure is het {endpoint}. Hier is niets gewijzigd.', 'Hier is niets gewijzigd.'],
    next: 'Accepteer het als de wijziging klopt; ga anders na wie het in Azure heeft gewijzigd.',
  },
  HCM8017: {
    title: ['{name} heeft een limiet bereikt', 'Een verbinding heeft een limiet bereikt'],
    cause: [
      'Dat is {times} keer gebeurd; apps zijn geweigerd of sessies beëindigd.',
      'Apps zijn geweigerd of sessies beëindigd.',
    ],
    next: 'Verhoog de limiet als deze belasting te verwachten is; zoek anders een app die verbindingen openhoudt.',
  },
  HCM8018: {
    title: ['Azure ziet geen listener voor {name}', 'Azure ziet geen listener'],
    cause: 'Het kanaal van deze host is open, maar Azure telt het niet mee.',
    next: 'Deze host opent zelf een nieuw kanaal. Start de verbinding opnieuw als het aanhoudt.',
  },
  HCM8019: {
    title: ['{name} zit vast', 'Een verbinding zit vast'],
    cause: 'Een poging om te verbinden duurt langer dan toegestaan: een fout in dit programma.',
    next: 'Start de verbinding opnieuw en meld wat er in het logboek staat.',
  },
  HCM8020: {
    title: 'Deze host heeft geen bestandsdescriptors meer',
    cause: 'Het systeem staat dit proces geen verdere open bestanden en sockets toe.',
    next: 'Verhoog de limiet voor open bestanden of verlaag de limieten voor sessies.',
  },
  HCM8021: {
    title: ['{file} kan niet worden geschreven', 'Een bestand kan niet worden geschreven'],
    cause: 'De schijf is vol of dit account mag daar niet schrijven. Verbindingen blijven actief.',
    next: 'Maak ruimte vrij of geef dit account schrijfrechten op de gegevensmap.',
  },
  HCM8022: {
    title: ['{file} kan niet worden gewijzigd', 'Bestanden kunnen niet worden gewijzigd'],
    cause: 'Een nieuwere versie heeft dit geschreven. Bekijken kan, wijzigen niet.',
    next: 'Installeer de nieuwere versie opnieuw.',
  },
  HCM8023: {
    title: ['{file} was beschadigd en is apart gezet', 'Een beschadigd bestand is apart gezet'],
    cause:
      'Gebruikt wordt wat leesbaar was, of de laatste goede kopie. In het beschadigde bestand is niets gewijzigd.',
    next: 'Controleer of alles er is en voeg toe wat ontbreekt.',
  },
  HCM8024: {
    title: ['Regels van {file} zijn verloren gegaan', 'Regels van een logboek zijn verloren gegaan'],
    cause: 'Het bestand kan niet worden geschreven. Verbindingen blijven actief.',
    next: 'Maak ruimte vrij op de schijf met de gegevensmap of geef dit account daar schrijfrechten.',
  },
  HCM8025: {
    title: ['De instelling {name} telt niet', 'Een instelling telt niet'],
    cause: 'De waarde valt buiten de grenzen; daarom geldt de standaardwaarde.',
    next: 'Corrigeer de waarde in de instellingen.',
  },
  HCM8026: {
    title: 'Een fout in dit programma heeft een sessie beëindigd',
    cause: ['Dat is het afgelopen uur {times} keer gebeurd.', 'Dat is het afgelopen uur gebeurd.'],
    next: 'Meld dit met het logboek van dat moment. Alle andere sessies gaan door.',
  },
  HCM8027: {
    title: [
      '{name} verliest binnenkort het kanaal: geen nieuw token',
      'Een verbinding verliest binnenkort het kanaal',
    ],
    cause: 'De verbinding luistert met een account van Azure, en Entra geeft daarvoor geen nieuw token.',
    next: 'Meld dit account opnieuw aan of geef de verbinding een sleutel.',
  },
  HCM8028: {
    title: [
      '{name} in het beleid van uw organisatie telt niet',
      'Het beleid {file} van uw organisatie telt niet',
      'Het beleid van uw organisatie telt niet volledig',
    ],
    cause: 'Het beleid is zo niet leesbaar. Wat wel leesbaar is, geldt.',
    next: 'Corrigeer het beleid. In het logboek staat wat er niet klopt.',
  },
  HCM8029: {
    title: ['Versie {version} is beschikbaar', 'Er is een nieuwere versie beschikbaar'],
    cause: ['Op deze host draait {current}.', 'Op deze host draait een oudere versie.'],
    next: 'Bekijk wat er is gewijzigd en installeer de versie wanneer het uitkomt.',
  },
};

export const healthBarsTexts: Translated<typeof english.healthBarsTexts> = {
  HCM8001: {
    one: 'Deze computer heeft geen netwerk. {count} verbinding wacht erop en komt vanzelf terug.',
    other: 'Deze computer heeft geen netwerk. {count} verbindingen wachten erop en komen vanzelf terug.',
  },
  HCM8002: {
    one: '{namespace} is niet bereikbaar: {problem}. {count} verbinding wacht erop en komt vanzelf terug.',
    other:
      '{namespace} is niet bereikbaar: {problem}. {count} verbindingen wachten erop en komen vanzelf terug.',
  },
};

export const healthBarTexts: Translated<typeof english.healthBarTexts> = {
  relayNeedsYou: '{namespace} is niet bereikbaar: {problem}. {next}',
  plain: '{title}. {next}',
  more: 'en nog {count}',
};
