/** From what a person wants to the way of signing in that it means: cloud, tenant and app by the input, else by the settings. */
import type { AzureAccount, SignInInput } from '../../contract/azure.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import type { AccountRecord } from './accounts-format.ts';
import type { AzureAccounts } from './azure-accounts.ts';
import { cloudOf } from './clouds.ts';
import type { ServiceCredential } from './service-client.ts';
import {
  signInAsIdentity,
  signInAsService,
  signInByBrowser,
  signInByDeviceCode,
  type FlowInput,
  type FlowPorts,
  type SignedIn,
} from './sign-in-flows.ts';
import { anyTenant } from './token-source.ts';

/** Public client of the Azure CLI, which every tenant knows. */
const azureCliClientId = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';

export interface SignInPorts extends FlowPorts {
  readonly accounts: AzureAccounts;
  readonly settings: Settings;
}

/** The whole way to an account that is kept. @throws HcmError HCM60xx */
export async function signIn(input: SignInInput, ports: SignInPorts): Promise<AzureAccount> {
  const { accountId } = input;
  const again = accountId === undefined ? null : await ports.accounts.require(accountId);
  const { account, secret } = await run(input, again, ports);
  // A second factor for one tenant doesn't make that the account's own.
  const tenant = input.tenant === undefined ? again?.tenant : undefined;
  return ports.accounts.add(tenant === undefined ? account : { ...account, tenant }, secret);
}

function run(input: SignInInput, again: AccountRecord | null, ports: SignInPorts): Promise<SignedIn> {
  const { settings, accounts } = ports;
  const demand = again === null ? undefined : accounts.demandOf(again.id);
  const flow: FlowInput = {
    cloud:
      input.cloud === undefined && again
        ? again.cloud
        : cloudOf(input.cloud ?? settings.azureCloud, settings),
    tenant: input.tenant ?? demand?.tenantId ?? again?.tenant ?? settings.azureTenant ?? anyTenant,
    clientId: input.clientId ?? again?.clientId ?? settings.azureClientId ?? azureCliClientId,
    claims: demand?.claims ?? '',
    loginHint: again?.name ?? '',
  };
  switch (input.method) {
    case 'browser':
      return signInByBrowser(flow, ports);
    case 'deviceCode':
      return signInByDeviceCode(flow, ports);
    case 'managedIdentity':
      return signInAsIdentity(flow, input.clientId ?? identityOf(again), ports);
    case 'servicePrincipal':
      return signInAsService(serviceFlow(flow, input), credentialOf(input), ports);
  }
}

/** Of a user-assigned identity that signs in again: without it the computer's own would take its place. */
function identityOf(again: AccountRecord | null): string | null {
  return again?.kind === 'managedIdentity' ? again.clientId : null;
}

/** The app's own tenant and id: nobody else's stand in for them. @throws HcmError HCM6017 */
function serviceFlow(flow: FlowInput, { clientId }: SignInInput): FlowInput {
  if (flow.tenant === anyTenant) throw new HcmError('HCM6017', { reason: 'tenant' });
  if (clientId === undefined) throw new HcmError('HCM6017', { reason: 'clientId' });
  return flow;
}

function credentialOf({ secret, certificatePem }: SignInInput): ServiceCredential {
  if (secret !== undefined && certificatePem === undefined) return { secret };
  if (certificatePem !== undefined && secret === undefined) return { certificatePem };
  throw new HcmError('HCM6017', { reason: 'secret' });
}
