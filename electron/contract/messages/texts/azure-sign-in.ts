/** English texts of the window for signing in with Azure, accounts and the choice of a subscription (design §9.2). */
import { localised } from '../localised.ts';
import type { AzureAccount } from '../../azure.ts';
import type { AzureCloudName } from '../../azure-place.ts';
import type { CountedText } from '../message-text.ts';

export const azureSignInPanelTexts = localised({
  title: 'Sign in to see your Hybrid Connections.',
  again: '{name} has to sign in again.',
  another: 'Sign in with another account.',
  signIn: 'Sign in',
  deviceCode: 'Use a code on another device',
  back: 'Back',
  moreOptions: 'More options',
  signInAs: 'Sign in as',
  tenant: 'Tenant',
  tenantHint: 'GUID or domain. Empty: any organization.',
  tenantNeeded: 'GUID or domain of the service principal’s tenant.',
  tenantWrong: 'Type a GUID or a domain, like contoso.com.',
  cloud: 'Cloud',
  cloudAsSet: 'As in the settings',
  clientId: 'Client ID',
  clientIdHint: 'Only for a user-assigned identity.',
  clientIdWrong: 'Type a GUID.',
  credential: 'Signs in with',
  secret: 'Secret',
  secretMissing: 'Type the secret.',
  certificate: 'Certificate',
  certificateMissing: 'Choose the file.',
  certificateFile: 'PEM file with the certificate and its private key',
  chooseFile: 'Choose a file…',
  fileTooLarge: 'The file is too large for a certificate.',
  fileUnreadable: 'The file can’t be read.',
  keyStays: 'It is sealed on this host and never shown again.',
} as const satisfies Record<string, string>);

export const azureWaitingTexts = localised({
  starting: 'Beginning the sign-in…',
  browser: 'Finish signing in in your browser.',
  browserHint:
    'A page opens there, and this goes on by itself once you have signed in. No page? Open its address in a browser of this computer.',
  openAgain: 'Open the page again',
  copyAddress: 'Copy its address',
  device: 'Open this page on any device and type in the code:',
  openHere: 'Open it here',
  /** What a button copies. */
  address: 'address',
  code: 'code',
  minutesLeft: { one: 'Good for {count} more minute.', other: 'Good for {count} more minutes.' },
  lastMinute: 'Good for less than a minute.',
  none: 'Signing in…',
  cancel: 'Cancel sign-in',
} as const satisfies Record<string, string | CountedText>);

export const azureAccountKindTexts: Readonly<Record<AzureAccount['kind'], string>> = localised({
  user: 'Person',
  servicePrincipal: 'Service principal',
  managedIdentity: 'Managed identity',
});

export const azureCloudTexts: Readonly<Record<AzureCloudName, string>> = localised({
  public: 'Azure',
  china: 'Azure in China (21Vianet)',
  usGovernment: 'Azure US Government',
  custom: 'Custom cloud',
});

export const azurePickerTexts = localised({
  loadingAccounts: 'Loading accounts…',
  account: 'Account',
  change: 'Change',
  anotherAccount: 'Another account…',
  accounts: 'Accounts…',
  subscription: 'Subscription',
  choose: 'Choose a subscription…',
  loading: 'Loading subscriptions…',
  none: 'This account has no subscription. Choose another account.',
  noMatch: 'No subscription fits.',
  signIn: 'Sign in',
  tryAgain: 'Try again',
  problem: '{name}: {title}.',
  unnamed: 'A directory',
} as const satisfies Record<string, string>);

export const azurePickerCountTexts = localised({
  more: { one: '{count} more. Type to find it.', other: '{count} more. Type to find them.' },
  problems: {
    one: '{count} directory couldn’t be read.',
    other: '{count} directories couldn’t be read.',
  },
} as const satisfies Record<string, CountedText>);

export const azureAccountTexts = localised({
  title: 'Azure accounts',
  hint: 'Accounts are for choosing and changing things in Azure. Connections with a key run without them.',
  none: 'Nobody is signed in with Azure.',
  needsSignIn: 'Sign in again',
  mustSignIn: 'Azure wants a new sign-in.',
  signOut: 'Sign out',
  signOutOf: 'Sign out {name}',
  signInAgainAs: 'Sign in again as {name}',
  signedOut: 'Signed out {name}.',
  since: 'since {time}',
  add: 'Add account',
} as const satisfies Record<string, string>);
