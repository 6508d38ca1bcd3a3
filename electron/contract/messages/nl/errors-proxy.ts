/** Dutch of `texts/errors-proxy.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/errors-proxy.ts';

const trustIt =
  'Vraag om een uitzondering voor *.servicebus.windows.net of geef het bestand van de CA op in de instelling extraCaFile.';
const signIn =
  'Stel proxyUrl in met een gebruikersnaam (http://user@host:port), proxyMode op manual, en het wachtwoord.';

export const proxyErrorTexts: Translated<typeof english.proxyErrorTexts> = {
  HCM2060: {
    title: ['De naam van de proxy {proxy} is niet bekend', 'De naam van de proxy is niet bekend'],
    cause: 'DNS op deze host heeft er geen adres voor, of is niet te raadplegen.',
    next: 'Controleer de proxyinstellingen en DNS op deze host.',
  },
  HCM2061: {
    title: ['De proxy {proxy} weigert de verbinding', 'De proxy weigert de verbinding'],
    cause: 'De proxy is niet actief of heeft een andere poort.',
    next: 'Controleer de proxyinstellingen. Deze host probeert het zelf opnieuw.',
  },
  HCM2062: {
    title: [
      'Geen antwoord van de proxy {proxy} binnen {seconds} s',
      'Geen antwoord van de proxy {proxy}',
      'Geen antwoord van de proxy',
    ],
    cause: 'De proxy is overbelast, of een firewall houdt de verbinding ermee tegen.',
    next: 'Controleer de proxyinstellingen. Deze host probeert het zelf opnieuw.',
  },
  HCM2063: {
    title: ['De proxy {proxy} is niet bereikbaar', 'De proxy is niet bereikbaar'],
    cause: [
      'Het netwerk meldt {errno}.',
      'Er is geen route naar de proxy, of de proxy verbrak de verbinding.',
    ],
    next: 'Controleer het netwerk van deze host. Verbindingen komen vanzelf terug.',
  },
  HCM2064: {
    title: ['De proxy {proxy} weigert te verbinden met {host}', 'De proxy weigert te verbinden met de relay'],
    cause: [
      'Het antwoord heeft status {status}: de regels van de proxy staan de verbinding niet toe.',
      'De regels van de proxy staan de verbinding niet toe.',
    ],
    next: [
      'Laat de proxy CONNECT toestaan naar {host} op poort {port}, en naar *.servicebus.windows.net voor de gateways.',
      'Laat de proxy CONNECT toestaan naar *.servicebus.windows.net op poort 443.',
    ],
  },
  HCM2065: {
    title: ['De proxy {proxy} vereist een aanmelding', 'De proxy vereist een aanmelding'],
    cause: ['De proxy accepteert: {schemes}.', 'Gebruikersnaam en wachtwoord zijn er niet voor ingesteld.'],
    next: signIn,
  },
  HCM2066: {
    title: [
      'De proxy {proxy} vereist een aanmelding met {schemes}',
      'De proxy vereist een aanmelding die niet wordt ondersteund',
    ],
    cause: 'Alleen Basic wordt ondersteund; NTLM, Kerberos (Negotiate) en Digest niet.',
    next: 'Laat de proxy Basic accepteren of laat deze host zonder aanmelding door.',
  },
  HCM2067: {
    title: ['De proxy {proxy} weigert de aanmelding', 'De proxy weigert de aanmelding'],
    cause: 'Gebruikersnaam of wachtwoord is onjuist, of het account is vergrendeld.',
    next: 'Stel gebruikersnaam en wachtwoord van de proxy opnieuw in. Tot dan probeert deze host het één keer per minuut, zodat het account niet wordt vergrendeld.',
  },
  HCM2068: {
    title: ['Wat op {proxy} antwoordt, is geen HTTP-proxy', 'Wat antwoordt, is geen HTTP-proxy'],
    cause: 'Het adres of de poort hoort bij een andere service, of de proxy vereist TLS (https://).',
    next: 'Controleer de proxyinstellingen.',
  },
  HCM2069: {
    title: ['De proxy {proxy} kan {host} niet bereiken', 'De proxy kan de relay niet bereiken'],
    cause: [
      'Het antwoord heeft status {status}.',
      'Het netwerk erachter is uitgevallen, of de DNS daar kent de naam niet.',
    ],
    next: 'Controleer de uitgaande verbinding van de proxy. Deze host probeert het zelf opnieuw.',
  },
  HCM2070: {
    title: ['De proxyinstelling in {setting} is niet bruikbaar', 'De proxyinstelling is niet bruikbaar'],
    cause: ['{reason}', 'De instelling heeft niet de vorm http://host:port.'],
    next: 'Corrigeer de instelling of zet proxyMode op none.',
    reasons: {
      empty: 'proxyMode is manual en er is geen adres ingesteld.',
      scheme: 'Alleen http:// en https:// worden ondersteund.',
      host: 'De host is niet leesbaar.',
      port: 'De poort is niet leesbaar.',
      user: 'De gebruikersnaam is niet leesbaar.',
      password: 'Een wachtwoord hoort niet in het adres: het wordt apart en verzegeld bewaard.',
      rest: 'Na host en poort staat er nog iets.',
      sealed: 'Het opgeslagen wachtwoord kan hier niet worden geopend: stel het opnieuw in.',
      system: 'Deze computer meldt niet welke proxy nodig is.',
      timeout: 'Deze computer deed er te lang over om te melden welke proxy nodig is.',
    },
  },
  HCM2071: {
    title: 'SOCKS-proxy’s worden niet ondersteund',
    cause: ['Voor {host} is alleen een SOCKS-proxy opgegeven.', 'Er is alleen een SOCKS-proxy opgegeven.'],
    next: 'Geef een HTTP-proxy op of zet proxyMode op none.',
  },
  HCM2072: {
    title: ['TLS met de proxy {proxy} komt niet tot stand', 'TLS met de proxy komt niet tot stand'],
    cause: [
      'Het certificaat is uitgegeven door {issuer}, die deze host niet vertrouwt.',
      'Het certificaat wordt niet vertrouwd, of de proxy gebruikt geen TLS.',
    ],
    next: 'Geef de CA van de proxy op in de instelling extraCaFile of gebruik http:// voor de weg naar de proxy.',
  },
  HCM2073: {
    title: [
      'Iets tussen deze host en Azure onderschept TLS: {issuer}',
      'Iets tussen deze host en Azure onderschept TLS',
    ],
    cause: [
      'Het certificaat voor {host} is uitgegeven door {issuer} en niet door een openbare CA: een proxy of firewall inspecteert het verkeer.',
      'Een proxy of firewall inspecteert het verkeer en toont een eigen certificaat.',
    ],
    next: trustIt,
  },
};
