/** Dutch of `texts/cli-azure.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-azure.ts';

export const azureUsageTexts: Translated<typeof english.azureUsageTexts> = {
  login: 'Aanmelden bij Azure; verbindingen met een sleutel hebben dit nooit nodig',
  noBrowser: 'alleen het adres noemen, geen browser openen',
  deviceCode: 'zonder browser hier: een code om ergens anders in te typen',
  servicePrincipal: 'als service-principal met deze client-id, met --secret of --certificate-file',
  identity: 'als de beheerde identiteit van deze computer',
  clientId:
    'client-id van de app waarbij gebruikers zich aanmelden, of met --identity van een door de gebruiker toegewezen identiteit',
  secret: 'geheim van de service-principal, - voor de standaardinvoer; anders HCM_AZURE_SECRET',
  secretFile: 'geheim van de service-principal uit een bestand lezen',
  certificateFile: 'PEM-bestand met het certificaat van de service-principal en de sleutel ervan',
  tenant: 'GUID of domein van de tenant',
  cloud: 'public, china, usGovernment of custom',
  logout: 'Een account van Azure op deze host vergeten; in Azure verandert niets',
  logoutAccount: 'naam of id van het account, zoals hcm account list die toont',
  logoutAll: 'alle accounts',
  account: 'De accounts van Azure bekijken die op deze host zijn aangemeld',
  accountList: 'De accounts weergeven',
  addSubscription: 'naam of id van het abonnement: de sleutels komen uit Azure',
  addGroup: 'resourcegroep van de naamruimte (ook -rg)',
  addNamespace: 'naamruimte van de hybride verbinding (ook -ns)',
  addEntra: 'zonder sleutel luisteren, als het account (rol Azure Relay Listener)',
  addRootKey: 'ook met de sleutel van RootManageSharedAccessKey, die alles mag in de naamruimte',
};

export const azureSentenceTexts: Translated<typeof english.azureSentenceTexts> = {
  openBrowser: 'Open dit adres in de browser van deze computer en meld daar aan:',
  openingBrowser: 'De browser wordt geopend. Gebeurt dat niet, open dan daarin dit adres en meld daar aan:',
  browserFailed: 'De browser kon niet worden geopend. Open het adres handmatig.',
  noBrowser: {
    display:
      'Hier is geen bureaublad dat een browser kan tonen: hcm login --device-code heeft er geen nodig.',
    ssh: 'Deze sessie loopt via SSH en het antwoord komt terug op deze computer: hcm login --device-code werkt vanaf de eigen computer.',
  },
  chinaLacks: 'Deze cloud heeft geen Entra-rollen voor relays: verbindingen daar luisteren met sleutels.',
  nobodyYet: 'Nog niemand is aangemeld bij Azure.',
  useCode: 'Open {url} in een willekeurige browser en typ de code {code}. De code is geldig tot {time}.',
  waiting: 'Wacht op de aanmelding. Ctrl+C stopt het wachten.',
  signedIn: 'Aangemeld als {name}. Kies met hcm add wat moet worden toegevoegd.',
  signedOut: '{name} is afgemeld. In Azure is niets gewijzigd.',
  noAccounts: 'Niemand is aangemeld bij Azure. Meld aan met hcm login.',
  secretSource:
    'Geef het geheim op via de standaardinvoer (--secret -), met --secret-file of in HCM_AZURE_SECRET.',
  promptSecret: 'Geheim (blijft verborgen):',
  oneWay: 'Kies één manier om aan te melden.',
  credential: 'Een service-principal heeft --secret - of --secret-file nodig, of --certificate-file.',
  onlyService: 'Een geheim of certificaat hoort bij --service-principal.',
  oneClient: 'De client-id van een service-principal staat achter --service-principal.',
  allOfFour: 'Bij --subscription zijn ook --resource-group, --namespace en --name nodig.',
  chooseSubscription: 'Abonnement (nummer):',
  chooseConnections: 'Welke (bijvoorbeeld 1,3-5; Enter voor geen):',
  looking: 'Zoekt naar hybride verbindingen in {name}.',
  noSubscriptions: 'Geen van de aangemelde accounts heeft een abonnement.',
  noConnections: 'Er zijn geen hybride verbindingen in {name}.',
  notAdded: 'Er is niets toegevoegd.',
  pasteOrChoose: 'Verbindingsreeks (blijft verborgen; Enter om uit Azure te kiezen):',
};

export const azureObstacleTexts: Translated<typeof english.azureObstacleTexts> = {
  configured: 'hier al geconfigureerd',
  noEndpoint: 'geen eindpunt in Azure',
  unreadableEndpoint: 'eindpunt niet leesbaar',
  noClientAuthorization: 'vereist geen clientautorisatie',
  noKeyPermission: 'dit account mag de sleutels niet lezen',
  notAllowed: 'deze host mag niet verbinden met het eindpunt',
};

export const azureKindTexts: Translated<typeof english.azureKindTexts> = {
  user: 'persoon',
  servicePrincipal: 'service-principal',
  managedIdentity: 'beheerde identiteit',
};

export const azureHeadTexts: Translated<typeof english.azureHeadTexts> = {
  number: '#',
  account: 'ACCOUNT',
  kind: 'SOORT',
  tenant: 'TENANT',
  cloud: 'CLOUD',
  signIn: 'AANMELDING',
  subscription: 'ABONNEMENT',
  id: 'ID',
  region: 'REGIO',
  note: 'OPMERKING',
};

export const azureSignInTexts: Translated<typeof english.azureSignInTexts> = {
  good: 'geldig',
  needed: 'opnieuw aanmelden',
};

export const azureCountTexts: Translated<typeof english.azureCountTexts> = {
  added: { one: '{count} verbinding toegevoegd.', other: '{count} verbindingen toegevoegd.' },
};
