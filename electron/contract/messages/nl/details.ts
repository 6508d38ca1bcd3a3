/** Dutch of `texts/details.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/details.ts';

export const detailsPaneTexts: Translated<typeof english.detailsPaneTexts> = {
  back: 'Terug',
  close: 'Details sluiten',
  more: 'Meer',
  widen: 'Verbreden',
  narrow: 'Versmallen',
  resize: 'Breedte van de details',
  tabs: 'Details van {name}',
  overview: 'Overzicht',
  sessions: 'Sessies',
  sessionsOpen: 'Sessies ({count})',
  activity: 'Activiteit',
  log: 'Logboek',
  selected: '{count} geselecteerd',
  selectedStates: 'Status van de selectie',
  actions: 'Acties voor de hele selectie',
};

export const calloutTexts: Translated<typeof english.calloutTexts> = {
  testAgain: 'Opnieuw testen',
  notTested: 'Testen is niet gelukt: {problem}.',
  copyDetails: 'Details kopiëren',
};

export const stateCalloutTexts: Translated<typeof english.stateCalloutTexts> = {
  stopping: {
    title: 'Stopt',
    text: 'Nieuwe sessies worden niet geaccepteerd; open sessies mogen worden afgerond.',
  },
  stopped: {
    title: 'Gestopt op deze host',
    text: 'Apps kunnen het eindpunt niet via deze host bereiken totdat u de verbinding start. Voor andere hosts verandert er niets.',
  },
  discontinued: {
    title: 'BizTalk Hybrid Connections is beëindigd',
    text: 'De dienst is op 31 mei 2018 beëindigd, dus {name} kan geen verbinding maken. Vervang deze door een hybride verbinding van App Service.',
  },
  unknown: {
    title: 'De achtergrondhost antwoordt niet',
    text: 'De status is onbekend; mogelijk werken de verbindingen nog.',
  },
};

export const pathTexts: Translated<typeof english.pathTexts> = {
  title: 'Pad',
  app: 'App',
  relay: 'Azure Relay',
  host: 'Deze host',
  endpoint: 'Eindpunt',
  appNow: 'nu verbonden',
  appSeen: '{time} geleden gezien',
  endpointUnknown: 'nog niet bekend',
  sending: 'Apps verzenden',
  noAppYet: 'Er heeft nog geen app verbinding gemaakt',
  noAppSince: 'Geen app sinds {time}',
  appUnknown: 'Onbekend',
  appCant: 'Geen app kan verbinding maken',
  connectedFor: 'Al {time} verbonden',
  throughProxy: '{words}, via proxy {proxy}',
  answersIn: 'antwoordt in {time}',
  checkedAgo: '{time} geleden gecontroleerd',
  checkedNow: 'zojuist gecontroleerd',
};

export const sessionsLastHourTexts: Translated<typeof english.sessionsLastHourTexts> = {
  one: '{count} sessie in het afgelopen uur',
  other: '{count} sessies in het afgelopen uur',
};

export const hostAndOtherTexts: Translated<typeof english.hostAndOtherTexts> = {
  one: '{host} en {count} andere',
  other: '{host} en {count} andere',
};

export const detailRowTexts: Translated<typeof english.detailRowTexts> = {
  title: 'Details',
  name: 'Naam',
  status: 'Status',
  namespace: 'Naamruimte',
  endpoint: 'Eindpunt',
  endpointSource: 'Bron van eindpunt',
  address: 'Service Bus-adres',
  ipAddress: 'Azure-IP-adres',
  ports: 'Azure-poorten',
  proxy: 'Proxy',
  listeners: 'Listeners',
  key: 'Sleutel',
  addedBy: 'Toegevoegd door',
  createdOn: 'Gemaakt op',
  lastUpdated: 'Laatst bijgewerkt',
  data: 'Gegevens',
  openInAzure: 'Openen in Azure',
};

export const detailValueTexts: Translated<typeof english.detailValueTexts> = {
  statusSince: '{status} sinds {time}',
  endpointUnknown: 'Nog niet bekend',
  fromAzure: 'Metagegevens van Azure',
  typedHere: 'Op deze host ingevoerd',
  lookingUp: 'Opzoeken…',
  noProxy: 'Geen',
  notResolved: 'De naam kan niet worden omgezet.',
  noListeners: '0',
  onlyThisHost: '1: alleen deze host',
  keyNamed: '{name} ({purpose})',
  noRule: 'Niet genoemd',
  entra: 'Geen: meldt zich met Entra aan als {name}',
  keyring: 'In de sleutelring van het systeem',
  keyFile: 'Verzegeld met een sleutelbestand op deze host',
  inAzure: '{time}, in Azure',
  onThisHost: '{time}, op deze host',
  data: '{toEndpoint} naar het eindpunt, {toApp} naar apps',
  dataSince: 'Sinds de host is gestart',
};

export const thisAndOtherTexts: Translated<typeof english.thisAndOtherTexts> = {
  one: '{total}: deze host en {count} andere',
  other: '{total}: deze host en {count} andere',
};

export const onlyOtherTexts: Translated<typeof english.onlyOtherTexts> = {
  one: '{count}: op een andere host',
  other: '{count}: op andere hosts',
};

export const rulePurposeTexts: Translated<typeof english.rulePurposeTexts> = {
  listen: 'alleen luisteren',
  send: 'alleen verzenden',
  broad: 'mag de naamruimte beheren',
};

export const copyButtonTexts: Translated<typeof english.copyButtonTexts> = {
  copy: '{what} kopiëren',
};
