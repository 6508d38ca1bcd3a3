/** English texts of the command line for signing in with Azure and choosing what is there. */
import { localised } from '../localised.ts';
import type { AzureObstacle } from '../../azure.ts';
import type { CountedText } from '../message-text.ts';

export const azureUsageTexts = localised({
  login: 'Sign in with Azure; connections with a key never need it',
  noBrowser: 'only tell the address, open no browser',
  deviceCode: 'without a browser here: a code to type in elsewhere',
  servicePrincipal: 'as a service principal with this client id, by --secret or --certificate-file',
  identity: 'as the managed identity of this computer',
  clientId: 'client id of the app that people sign in to, or with --identity of a user-assigned identity',
  secret: 'secret of the service principal, - for standard input; else HCM_AZURE_SECRET',
  secretFile: 'read the secret of the service principal from a file',
  certificateFile: 'PEM file with the certificate of the service principal and its key',
  tenant: 'GUID or domain of the tenant',
  cloud: 'public, china, usGovernment or custom',
  logout: 'Forget an account of Azure on this host; in Azure nothing changes',
  logoutAccount: 'name or id of the account, as hcm account list shows it',
  logoutAll: 'all of them',
  account: 'See the accounts of Azure that are signed in on this host',
  accountList: 'List them',
  addSubscription: 'name or id of the subscription: the keys come from Azure',
  addGroup: 'resource group of the namespace (also -rg)',
  addNamespace: 'namespace of the Hybrid Connection (also -ns)',
  addEntra: 'listen without a key, as the account (role Azure Relay Listener)',
  addRootKey: 'also with the key of RootManageSharedAccessKey, which may do everything in the namespace',
} as const);

export const azureSentenceTexts = localised({
  openBrowser: 'Open this address in the browser of this computer and sign in there:',
  openingBrowser: 'Your browser opens. If it doesn’t, open this address in it and sign in there:',
  browserFailed: 'The browser couldn’t be opened. Open the address yourself.',
  noBrowser: {
    display: 'There is no desktop here that could show a browser: hcm login --device-code needs none.',
    ssh: 'You are here over SSH, and the answer comes back to this computer: hcm login --device-code works from yours.',
  },
  chinaLacks: 'This cloud has no Entra roles for relays: connections there listen with keys.',
  nobodyYet: 'Nobody is signed in with Azure yet.',
  useCode: 'Open {url} in any browser and type in the code {code}. It is good until {time}.',
  waiting: 'Waiting for the sign-in. Ctrl+C ends it.',
  signedIn: 'Signed in as {name}. Choose what to add with hcm add.',
  signedOut: 'Signed out {name}. In Azure nothing has changed.',
  noAccounts: 'Nobody is signed in with Azure. Sign in with hcm login.',
  secretSource: 'Give the secret on standard input (--secret -), with --secret-file or in HCM_AZURE_SECRET.',
  promptSecret: 'Secret (it stays hidden):',
  oneWay: 'Choose one way to sign in.',
  credential: 'A service principal needs --secret - or --secret-file, or --certificate-file.',
  onlyService: 'A secret or certificate belongs to --service-principal.',
  oneClient: 'The client id of a service principal stands behind --service-principal.',
  allOfFour: 'With --subscription also --resource-group, --namespace and --name are needed.',
  chooseSubscription: 'Subscription (number):',
  chooseConnections: 'Which ones (such as 1,3-5; Enter for none):',
  looking: 'Looking for Hybrid Connections in {name}.',
  noSubscriptions: 'None of the accounts that are signed in has a subscription.',
  noConnections: 'There are no Hybrid Connections in {name}.',
  notAdded: 'Nothing is added.',
  pasteOrChoose: 'Connection string (it stays hidden; Enter to choose from Azure):',
} as const);

export const azureObstacleTexts: Readonly<Record<AzureObstacle, string>> = localised({
  configured: 'configured here already',
  noEndpoint: 'no endpoint in Azure',
  unreadableEndpoint: 'its endpoint can’t be read',
  noClientAuthorization: 'doesn’t require client authorization',
  noKeyPermission: 'this account may not read its keys',
  notAllowed: 'this host may not dial its endpoint',
});

export const azureKindTexts = localised({
  user: 'person',
  servicePrincipal: 'service principal',
  managedIdentity: 'managed identity',
} as const);

export const azureHeadTexts = localised({
  number: '#',
  account: 'ACCOUNT',
  kind: 'KIND',
  tenant: 'TENANT',
  cloud: 'CLOUD',
  signIn: 'SIGN-IN',
  subscription: 'SUBSCRIPTION',
  id: 'ID',
  region: 'REGION',
  note: 'NOTE',
} as const);

export const azureSignInTexts = localised({
  good: 'good',
  needed: 'sign in again',
} as const);

export const azureCountTexts = localised({
  added: { one: 'Added {count} connection.', other: 'Added {count} connections.' },
} as const satisfies Record<string, CountedText>);
