/** Dutch of `texts/azure-sign-in.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-sign-in.ts';

export const azureSignInPanelTexts: Translated<typeof english.azureSignInPanelTexts> = {
  title: 'Meld u aan om uw hybride verbindingen te zien.',
  again: '{name} moet zich opnieuw aanmelden.',
  another: 'Meld u aan met een ander account.',
  signIn: 'Aanmelden',
  deviceCode: 'Een code op een ander apparaat gebruiken',
  back: 'Terug',
  moreOptions: 'Meer opties',
  signInAs: 'Aanmelden als',
  tenant: 'Tenant',
  tenantHint: 'GUID of domein. Leeg: elke organisatie.',
  tenantNeeded: 'GUID of domein van de tenant van de service-principal.',
  tenantWrong: 'Typ een GUID of een domein, zoals contoso.com.',
  cloud: 'Cloud',
  cloudAsSet: 'Zoals in de instellingen',
  clientId: 'Client-id',
  clientIdHint: 'Alleen voor een door de gebruiker toegewezen identiteit.',
  clientIdWrong: 'Typ een GUID.',
  credential: 'Meldt zich aan met',
  secret: 'Geheim',
  secretMissing: 'Typ het geheim.',
  certificate: 'Certificaat',
  certificateMissing: 'Kies het bestand.',
  certificateFile: 'PEM-bestand met het certificaat en de bijbehorende persoonlijke sleutel',
  chooseFile: 'Bestand kiezen…',
  fileTooLarge: 'Het bestand is te groot voor een certificaat.',
  fileUnreadable: 'Het bestand kan niet worden gelezen.',
  keyStays: 'Wordt op deze host verzegeld en nooit meer weergegeven.',
};

export const azureWaitingTexts: Translated<typeof english.azureWaitingTexts> = {
  starting: 'Aanmelding beginnen…',
  browser: 'Voltooi de aanmelding in uw browser.',
  browserHint:
    'Daar wordt een pagina geopend; zodra u bent aangemeld, gaat het hier vanzelf verder. Geen pagina? Open het adres in een browser op deze computer.',
  openAgain: 'De pagina opnieuw openen',
  copyAddress: 'Adres kopiëren',
  device: 'Open deze pagina op een willekeurig apparaat en typ de code:',
  openHere: 'Hier openen',
  address: 'Adres',
  code: 'Code',
  minutesLeft: { one: 'Nog {count} minuut geldig.', other: 'Nog {count} minuten geldig.' },
  lastMinute: 'Nog minder dan een minuut geldig.',
  none: 'Aanmelden…',
  cancel: 'Aanmelding annuleren',
};

export const azureAccountKindTexts: Translated<typeof english.azureAccountKindTexts> = {
  user: 'Persoon',
  servicePrincipal: 'Service-principal',
  managedIdentity: 'Beheerde identiteit',
};

export const azureCloudTexts: Translated<typeof english.azureCloudTexts> = {
  public: 'Azure',
  china: 'Azure in China (21Vianet)',
  usGovernment: 'Azure US Government',
  custom: 'Aangepaste cloud',
};

export const azurePickerTexts: Translated<typeof english.azurePickerTexts> = {
  loadingAccounts: 'Accounts laden…',
  account: 'Account',
  change: 'Wijzigen',
  anotherAccount: 'Ander account…',
  accounts: 'Accounts…',
  subscription: 'Abonnement',
  choose: 'Kies een abonnement…',
  loading: 'Abonnementen laden…',
  none: 'Dit account heeft geen abonnement. Kies een ander account.',
  noMatch: 'Geen abonnement komt overeen.',
  signIn: 'Aanmelden',
  tryAgain: 'Opnieuw proberen',
  problem: '{name}: {title}.',
  unnamed: 'Een map (directory)',
};

export const azurePickerCountTexts: Translated<typeof english.azurePickerCountTexts> = {
  more: { one: 'Nog {count}. Typ om deze te vinden.', other: 'Nog {count}. Typ om ze te vinden.' },
  problems: {
    one: '{count} map (directory) kon niet worden gelezen.',
    other: '{count} mappen (directory’s) konden niet worden gelezen.',
  },
};

export const azureAccountTexts: Translated<typeof english.azureAccountTexts> = {
  title: 'Azure-accounts',
  hint: 'Accounts dienen om in Azure te kiezen en te wijzigen. Verbindingen met een sleutel hebben ze niet nodig.',
  none: 'Niemand is bij Azure aangemeld.',
  needsSignIn: 'Opnieuw aanmelden',
  mustSignIn: 'Azure vraagt om een nieuwe aanmelding.',
  signOut: 'Afmelden',
  signOutOf: '{name} afmelden',
  signInAgainAs: 'Opnieuw aanmelden als {name}',
  signedOut: '{name} is afgemeld.',
  since: 'sinds {time}',
  add: 'Account toevoegen',
};
