/** What is filled in under More options, and the sign-in that it means. Pure. */
import type { AzureAccount, SignInInput } from '../../../electron/contract/azure.ts';
import { tenantSchema, type AzureCloudName } from '../../../electron/contract/azure-place.ts';

export interface SignInForm {
  readonly as: AzureAccount['kind'];
  readonly cloud: AzureCloudName | null;
  readonly tenant: string;
  readonly clientId: string;
  readonly credential: 'secret' | 'certificate';
  readonly secret: string;
  /** PEM. */
  readonly certificate: string;
  /** Of its file. */
  readonly certificateName: string;
}

type FormField = 'tenant' | 'clientId' | 'secret' | 'certificate';

/** Longest certificate file that a host takes, characters. */
export const maxCertificateLength = 32_768;

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Of an account that signs in again everything that is known of it is filled in. */
export function emptyForm(again: AzureAccount | null): SignInForm {
  const isService = again?.kind === 'servicePrincipal';
  return {
    as: again?.kind ?? 'user',
    cloud: null,
    tenant: isService ? (again.tenantId ?? '') : '',
    clientId: isService ? again.name : '',
    credential: 'secret',
    secret: '',
    certificate: '',
    certificateName: '',
  };
}

/** What proves it is passed on once, and given anew for another try. */
export const withoutSecrets = { secret: '', certificate: '', certificateName: '' } as const;

/** Fields that are wrong or missing. */
export function wrongFields(form: SignInForm): readonly FormField[] {
  const { as, tenant, clientId, credential } = form;
  const isService = as === 'servicePrincipal';
  const needsTenant = isService || tenant.trim() !== '';
  const needsClientId = isService || (as === 'managedIdentity' && clientId.trim() !== '');
  return [
    ...(as !== 'managedIdentity' && needsTenant && !tenantSchema.safeParse(tenant.trim()).success
      ? (['tenant'] as const)
      : []),
    ...(needsClientId && !guid.test(clientId.trim()) ? (['clientId'] as const) : []),
    ...(isService && form[credential] === '' ? [credential] : []),
  ];
}

/** @param byCode a person signs in on another device */
export function signInInput(form: SignInForm, again: AzureAccount | null, byCode: boolean): SignInInput {
  const { as, cloud, credential } = form;
  const tenant = form.tenant.trim();
  const clientId = form.clientId.trim();
  const shared = {
    ...(cloud === null ? {} : { cloud }),
    ...(again === null ? {} : { accountId: again.id }),
    ...(tenant === '' || as === 'managedIdentity' ? {} : { tenant }),
  };
  if (as === 'user') return { method: byCode ? 'deviceCode' : 'browser', ...shared };
  if (as === 'managedIdentity')
    return { method: 'managedIdentity', ...shared, ...(clientId === '' ? {} : { clientId }) };
  const key = credential === 'secret' ? { secret: form.secret } : { certificatePem: form.certificate };
  return { method: 'servicePrincipal', ...shared, clientId, ...key };
}
