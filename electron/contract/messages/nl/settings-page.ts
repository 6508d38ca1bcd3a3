/** Dutch of `texts/settings-page.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/settings-page.ts';

export const settingsPageTexts: Translated<typeof english.settingsPageTexts> = {
  title: 'Instellingen',
  back: 'Terug naar de verbindingen',
  sections: 'Onderdelen van de instellingen',
  find: 'Instelling zoeken',
  found: 'Instellingen met “{text}”',
  notFound: 'Geen enkele instelling heet zo of gaat daarover.',
  saved: 'Opgeslagen',
  managed: 'Ingesteld door uw organisatie: {by}',
  unread: 'De instellingen van deze host zijn nu niet leesbaar: {problem}.',
  none: 'Geen',
  withUnit: '{value} {unit}',
  range: 'Een geheel getal van {min} tot en met {max}. De vorige waarde geldt nog.',
  notTaken: 'Dat kan niet. De vorige waarde geldt nog.',
  addressFirst: 'Voer eerst hieronder het adres van de proxy in.',
  addressInUse: 'Deze proxy is in gebruik. Kies eerst hierboven iets anders.',
};

export const settingsSectionTexts: Translated<typeof english.settingsSectionTexts> = {
  general: {
    title: 'Algemeen',
    lead: 'Hoe het venster er voor u uitziet en werkt. Wijzigingen gelden meteen.',
  },
  connections: {
    title: 'Verbindingen',
    lead: 'Voor alle verbindingen van deze host zonder eigen limieten. Wijzigingen gelden meteen.',
  },
  network: {
    title: 'Netwerk',
    lead: 'Wijzigingen gelden meteen. Open sessies gaan door; nieuwe gebruiken de nieuwe instellingen.',
  },
  security: {
    title: 'Beveiliging',
    lead: 'Hoe deze host sleutels bewaart, en wie zich aanmeldt bij Azure.',
  },
  notifications: {
    title: 'Meldingen',
    lead: 'Wat deze app meldt zolang het venster niet vooraan staat: één melding per incident.',
  },
  updates: { title: 'Updates', lead: 'Nieuwere versies worden alleen op uw verzoek geïnstalleerd.' },
  advanced: {
    title: 'Geavanceerd',
    lead: 'Voor ondersteuning, en voor andere clouds dan die van Azure zelf.',
  },
  about: { title: 'Over', lead: 'Wat dit programma is en waarop het draait.' },
};

export const settingRowTexts: Translated<typeof english.settingRowTexts> = {
  drainSeconds: {
    label: 'Open sessies laten afronden',
    about: 'Hoe lang, wanneer een verbinding of de host stopt. 0 sluit ze meteen.',
  },
  dialTimeoutSeconds: {
    label: 'Eindpunt antwoordt binnen',
    about:
      'Daarna krijgt een app te horen dat het niet bereikbaar is. Azure laat een app in totaal 30 s wachten.',
  },
  halfCloseMinutes: {
    label: 'Halfgesloten sessie eindigt na',
    about: 'Eén kant heeft de sessie beëindigd en er is geen verkeer meer.',
  },
  idleMinutes: {
    label: 'Inactieve sessie eindigt na',
    about: 'Er is in geen van beide richtingen verkeer. 0: nooit.',
  },
  maxSessionsPerConnection: {
    label: 'Gelijktijdige sessies van één verbinding',
    about: 'Apps daarboven worden geweigerd.',
  },
  maxSessions: {
    label: 'Gelijktijdige sessies van alle verbindingen',
    about: 'Apps daarboven worden geweigerd.',
  },
  kilobytesPerSecondPerConnection: {
    label: 'Bandbreedte van één verbinding',
    about: 'Per richting, voor alle sessies samen. 0: zo snel als het gaat.',
  },
  kilobytesPerSecond: {
    label: 'Bandbreedte van alle verbindingen',
    about: 'Per richting, voor alle sessies samen. 0: zo snel als het gaat.',
  },
  endpointCheckMinutes: {
    label: 'Eindpunten controleren om de',
    about: 'Opent en sluit één TCP-verbinding; verzendt geen gegevens. 0: nooit tussen sessies.',
  },
  proxyMode: { label: 'Proxy', about: 'Hoe deze host Azure bereikt.' },
  proxyUrl: {
    label: 'Adres van de proxy',
    about:
      'Bijvoorbeeld http://proxy.contoso.com:8080, met gebruiker@ voor de host als die om aanmelding vraagt.',
  },
  proxyBypass: {
    label: 'Niet gebruiken voor',
    about: 'Hostnamen, *.domeinen of adresbereiken, gescheiden door komma’s.',
  },
  extraCaFile: {
    label: 'Ook certificaten uit een bestand vertrouwen',
    about:
      'Voor proxy’s die TLS inspecteren: pad van een PEM-bestand op de host. Geldt vanaf de volgende start van de host.',
  },
  httpAddress: {
    label: 'Adres voor bewaking',
    about:
      'Waar de host Prometheus en statuscontroles antwoordt, bijvoorbeeld 127.0.0.1:9464. Leeg: nergens. Geldt vanaf de volgende start van de host.',
  },
  azureCloud: { label: 'Azure-cloud', about: 'Waar aanmelding, abonnementen en naamruimten zijn.' },
  azureClientId: {
    label: 'App om mee aan te melden',
    about: 'Client-id van een eigen app-registratie. Leeg: de openbare van de Azure CLI.',
  },
  azureTenant: {
    label: 'Tenant om bij aan te melden',
    about: 'De id of een domein ervan. Leeg: die van elke organisatie.',
  },
  azureAuthority: {
    label: 'Aanmelding van een aangepaste cloud',
    about: 'Bijvoorbeeld https://login.example.net.',
  },
  azureArm: {
    label: 'Resource Manager van een aangepaste cloud',
    about: 'Bijvoorbeeld https://management.example.net.',
  },
  azureRelaySuffix: {
    label: 'Relay-achtervoegsel van een aangepaste cloud',
    about: 'Waarop hosts van naamruimten eindigen, bijvoorbeeld servicebus.example.net.',
  },
  updateMode: {
    label: 'Zoeken naar nieuwere versies',
    about: 'Eén keer per dag. Niets wordt vanzelf geïnstalleerd.',
  },
  updateChannel: {
    label: 'Versies',
    about: 'Preview: ook versies die nog niet stabiel zijn.',
  },
  updateFeed: {
    label: 'Feed van uw organisatie',
    about:
      'Map met een eigen feed, bijvoorbeeld https://updates.example.net/hcm/. Leeg: die van het project.',
  },
  logLevel: { label: 'Het logboek bewaart', about: 'Geldt vanaf de volgende start van de host.' },
};

export const settingProblemTexts: Translated<typeof english.settingProblemTexts> = {
  proxyUrl: 'Gebruik de vorm http://host:port of https://host:port, zonder het wachtwoord.',
  proxyBypass: 'Voer hostnamen, *.domeinen of adresbereiken in, gescheiden door komma’s.',
  httpAddress:
    'Voer een adres in dat alleen deze computer bereikt, met een poort, bijvoorbeeld 127.0.0.1:9464.',
  azureClientId: 'Voer een GUID in.',
  azureTenant: 'Voer een GUID of een domein in.',
  azureAuthority: 'Gebruik de vorm https://host, zonder iets erachter.',
  azureArm: 'Gebruik de vorm https://host, zonder iets erachter.',
  azureRelaySuffix: 'Voer het einde van een hostnaam in.',
  updateFeed: 'Gebruik de vorm https://host/map/.',
};

export const settingChoiceTexts: Translated<typeof english.settingChoiceTexts> = {
  proxyMode: {
    system: 'De proxyinstellingen van deze computer gebruiken',
    none: 'Rechtstreeks verbinden',
    manual: 'De proxy hieronder gebruiken',
  },
  azureCloud: {
    public: 'Azure',
    china: 'Azure in China (21Vianet)',
    usGovernment: 'Azure US Government',
    custom: 'Aangepaste cloud',
  },
  updateMode: { notify: 'Ja, en meld het', off: 'Nee' },
  updateChannel: { stable: 'Stabiel', preview: 'Preview' },
  logLevel: {
    debug: 'Alles (debug)',
    info: 'Wat er gebeurt (info)',
    warn: 'Waarschuwingen en fouten',
    error: 'Alleen fouten',
  },
};

export const ownRowTexts: Translated<typeof english.ownRowTexts> = {
  theme: { label: 'Weergave', about: 'Licht of donker.' },
  language: { label: 'Taal', about: 'Van venster, systeemvak en meldingen.' },
  density: { label: 'Rijen van de lijst', about: 'Compact toont er meer tegelijk.' },
  atLogin: {
    label: 'Starten wanneer ik me aanmeld',
    about: 'Verbindingen die in deze app actief zijn, werken dan zonder dat iemand de app opent.',
  },
  hidden: { label: 'Starten zonder venster', about: 'De app staat dan in het systeemvak.' },
  closing: { label: 'Het venster sluiten', about: 'Wat het kruisje doet.' },
  password: {
    label: 'Wachtwoord van de proxy',
    about: 'Voor de gebruiker in het adres. Het wordt verzegeld bewaard en nooit getoond.',
  },
  proxyTest: {
    label: 'Uitproberen',
    about: 'Bereikt de naamruimte van een verbinding zoals sessies dat doen.',
  },
  keys: { label: 'Sleutels', about: 'Hoe de sleutels van verbindingen op deze host worden bewaard.' },
  tls: { label: 'Laagste TLS-versie', about: 'Naar Azure en naar proxy’s. Lager kan niet.' },
  telemetry: {
    label: 'Telemetrie',
    about:
      'Gegevens gaan alleen naar Azure en uw eindpunten; de feed met nieuwere versies wordt alleen gelezen.',
  },
  notify: {
    label: 'Meldingen tonen',
    about: 'Wanneer iets aandacht nodig heeft, en wanneer het weer werkt.',
  },
  afterMinutes: {
    label: 'Wanneer een verbinding langer weg is dan',
    about: 'Kortere onderbrekingen herstellen zich vanzelf. 0: meteen.',
  },
  recovered: { label: 'Wanneer alles weer werkt', about: 'Alleen nadat de storing is gemeld.' },
  newVersion: { label: 'Wanneer er een nieuwere versie is', about: 'Eén keer per versie.' },
  quiet: { label: 'Stille uren', about: 'Geen meldingen tussen deze tijden, ook over middernacht heen.' },
  tryNotification: { label: 'Uitproberen', about: 'Toont nu een melding.' },
  dataFolder: { label: 'Gegevensmap', about: 'Instellingen, verbindingen en logboeken van deze app.' },
};

export const ownChoiceTexts: Translated<typeof english.ownChoiceTexts> = {
  theme: { system: 'Zoals het systeem', light: 'Licht', dark: 'Donker' },
  density: { normal: 'Normaal', compact: 'Compact' },
  closing: { stay: 'Verbindingen gaan door', quit: 'De app afsluiten' },
  language: { system: 'Zoals het systeem' },
};

export const ownValueTexts: Translated<typeof english.ownValueTexts> = {
  noLogin: 'Hier niet mogelijk: de app is niet geïnstalleerd of dit systeem kent dit niet.',
  safeStorage: 'Verzegeld door de sleutelhanger van deze computer',
  keyFile: 'Verzegeld met een sleutelbestand dat alleen het account van de host kan lezen',
  tls: 'TLS 1.2',
  telemetry: 'Geen',
  stored: 'Opgeslagen',
  notStored: 'Geen',
  newPassword: 'Nieuw wachtwoord',
  forget: 'Vergeten',
  keep: 'Bewaren',
  test: 'Proxy testen',
  testing: 'Testen…',
  noNamespace: 'Voeg eerst een verbinding toe: de test bereikt de naamruimte daarvan.',
  reached: '{host} bereikt in {duration}, zonder proxy',
  reachedBy: '{host} via {proxy} bereikt in {duration}',
  from: 'Van',
  to: 'Tot',
  show: 'Melding tonen',
  shown: 'Getoond. Ziet u niets, dan houdt dit systeem meldingen tegen.',
  notShown: 'Dit systeem toont geen meldingen van apps.',
  openFolder: 'Openen',
  minutes: 'min',
};

export const settingsGroupTexts: Translated<typeof english.settingsGroupTexts> = {
  window: 'Venster',
  start: 'Starten en sluiten',
  sessions: 'Sessies',
  limits: 'Limieten',
  proxy: 'Proxy',
  trust: 'Vertrouwen en bewaking',
  host: 'Deze host',
  signIn: 'Aanmelden bij Azure',
  down: 'Verbindingen',
  more: 'Meer',
  log: 'Logboek en gegevens',
  cloud: 'Azure-cloud',
};
