/** Dutch of `texts/errors-endpoint.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-endpoint.ts';

const appConnectsAgain = 'Niets nodig: de app kan opnieuw verbinden.';

export const endpointErrorTexts: Translated<typeof english.endpointErrorTexts> = {
  HCM3101: {
    title: ['De naam {host} van het eindpunt is niet bekend', 'De naam van het eindpunt is niet bekend'],
    cause: 'DNS op deze host heeft er geen adres voor.',
    next: 'Controleer de spelling of vraag om een DNS-vermelding.',
  },
  HCM3102: {
    title: ['{host} antwoordt, maar weigert poort {port}', 'Het eindpunt weigert de verbinding'],
    cause: 'Daar luistert geen service, of een firewall weigert deze host.',
    next: 'Controleer of de service actief is.',
  },
  HCM3103: {
    title: ['Geen route naar {host}', 'Geen route naar het eindpunt'],
    cause: 'Het netwerk tussen deze host en het eindpunt is uitgevallen, of een firewall blokkeert het.',
    next: 'Controleer het netwerk daartussen.',
  },
  HCM3104: {
    title: [
      'Geen antwoord van {host} binnen {seconds} s',
      'Geen antwoord van {host}',
      'Geen antwoord van het eindpunt',
    ],
    cause: 'Mogelijk houdt een firewall de verbinding tegen.',
    next: 'Controleer of deze host de poort van het eindpunt mag bereiken.',
  },
  HCM3105: {
    title: ['{host} is niet bereikbaar', 'Het eindpunt is niet bereikbaar'],
    cause: ['Het systeem meldt {errno}.', 'Het systeem geeft geen reden.'],
    next: 'Controleer of deze host de poort van het eindpunt mag bereiken.',
  },
  HCM3106: {
    title: ['Deze host mag niet verbinden met {host}', 'Deze host mag niet verbinden met het eindpunt'],
    cause: ['{reason}', 'Een regel van deze host verbiedt het.'],
    next: 'Gebruik het adres van de service zelf.',
    reasons: {
      'not an address': 'De naam verwijst naar iets dat geen IP-adres is.',
      'a link-local address':
        'Het is een link-local-adres, waar cloudcomputers hun aanmeldingsgegevens bewaren.',
      'an address of no single host': 'Het adres hoort niet bij één host.',
      'the name has no address': 'De naam heeft geen adres.',
    },
  },
  HCM3107: {
    title: 'Deze host heeft te veel open bestanden',
    cause: 'De limiet van het systeem voor dit programma is bereikt.',
    next: 'Verhoog de limiet of sluit sessies.',
  },
  HCM3110: {
    title: ['Sessielimiet van {limit} bereikt', 'Er zijn geen verdere sessies toegestaan'],
    cause: [
      'Deze verbinding heeft het toegestane aantal sessies open: {limit}.',
      'Het aantal open sessies is zo hoog als de instellingen toestaan.',
    ],
    next: 'Sluit sessies of verhoog de limiet van de verbinding.',
  },
  HCM3111: {
    title: 'De verbinding stopt',
    cause: 'Er worden geen nieuwe sessies meer aangenomen.',
    next: 'Start de verbinding weer zodra die is gestopt.',
  },
  HCM3112: {
    title: ['Sessielimiet van {limit} van deze host bereikt', 'Deze host neemt geen sessies meer aan'],
    cause: [
      'Alle verbindingen samen hebben het voor deze host toegestane aantal sessies open: {limit}.',
      'Alle verbindingen samen hebben zoveel sessies open als de instellingen toestaan.',
    ],
    next: 'Sluit sessies of verhoog de limiet van de host.',
  },
  HCM3120: {
    title: 'Het eindpunt heeft de sessie afgebroken',
    cause: 'De service heeft de sessie halverwege gesloten.',
    next: 'Kijk in het logboek van de service.',
  },
  HCM3121: {
    title: 'De app of de relay heeft de sessie afgebroken',
    cause: 'De app is beëindigd of het netwerk ervan is weggevallen.',
    next: appConnectsAgain,
  },
  HCM3122: {
    title: 'De sessie bleef te lang half gesloten',
    cause: 'De ene kant was klaar en de andere liet niets meer horen.',
    next: 'Verhoog de limiet in de instellingen als de service meer tijd nodig heeft.',
  },
  HCM3123: {
    title: 'Deze host heeft de sessie gesloten',
    cause: 'De verbinding is gestopt of iemand heeft de sessie gesloten.',
    next: appConnectsAgain,
  },
  HCM3124: {
    title: 'Wat in de sessie binnenkwam, is niet te begrijpen',
    cause: 'Mogelijk verandert iets onderweg het verkeer.',
    next: appConnectsAgain,
  },
  HCM3125: {
    title: 'Een fout in dit programma heeft de sessie beëindigd',
    cause: 'De andere sessies gaan door.',
    next: 'Meld dit samen met het logboek.',
  },
  HCM3126: {
    title: 'De sessie was te lang zonder verkeer',
    cause: 'Geen van beide kanten heeft iets verzonden zolang de inactiviteitslimiet toestaat.',
    next: 'Verhoog de inactiviteitslimiet als de app langere pauzes nodig heeft, of stel die in op 0.',
  },
};
