import { describe, expect, it } from 'vitest';
import { signInInputSchema, type AzureAccount } from '../../../electron/contract/azure.ts';
import { emptyForm, signInInput, wrongFields, type SignInForm } from './sign-in-form.ts';

const guid = '11111111-2222-4333-8444-555555555555';

const service: AzureAccount = {
  id: guid,
  kind: 'servicePrincipal',
  name: guid,
  tenantId: guid,
  cloud: 'public',
  authority: 'login.microsoftonline.com',
  signedInAt: '2026-11-19T12:00:00.000Z',
  needsSignIn: true,
};

function form(change: Partial<SignInForm>): SignInForm {
  return { ...emptyForm(null), ...change };
}

describe('wrongFields', () => {
  it.each<readonly [string, Partial<SignInForm>, readonly string[]]>([
    ['a person needs nothing', {}, []],
    ['a person’s tenant must be one', { tenant: 'not a tenant' }, ['tenant']],
    ['a service needs everything', { as: 'servicePrincipal' }, ['tenant', 'clientId', 'secret']],
    [
      'or a certificate',
      {
        as: 'servicePrincipal',
        tenant: 'contoso.com',
        clientId: guid,
        credential: 'certificate',
        secret: 'x',
      },
      ['certificate'],
    ],
    [
      'a system-assigned identity needs nothing, whatever was typed before',
      { as: 'managedIdentity', tenant: '!' },
      [],
    ],
    ['a user-assigned one has a GUID', { as: 'managedIdentity', clientId: 'mine' }, ['clientId']],
  ])('%s', (_name, change, wrong) => {
    expect(wrongFields(form(change))).toEqual(wrong);
  });
});

describe('signInInput', () => {
  it.each<readonly [string, SignInForm, AzureAccount | null, boolean, object]>([
    ['by browser', form({}), null, false, { method: 'browser' }],
    [
      'by code, in a tenant of a cloud',
      form({ tenant: ' contoso.com ', cloud: 'china' }),
      null,
      true,
      { method: 'deviceCode', tenant: 'contoso.com', cloud: 'china' },
    ],
    [
      'as a service, never with both credentials',
      form({ as: 'servicePrincipal', tenant: 'contoso.com', clientId: guid, secret: 's', certificate: 'c' }),
      null,
      false,
      { method: 'servicePrincipal', tenant: 'contoso.com', clientId: guid, secret: 's' },
    ],
    [
      'as an identity, without what was typed for others',
      form({ as: 'managedIdentity', tenant: 'contoso.com', secret: 's' }),
      null,
      false,
      { method: 'managedIdentity' },
    ],
    [
      'again',
      { ...emptyForm(service), secret: 'new' },
      service,
      false,
      { method: 'servicePrincipal', accountId: guid, tenant: guid, clientId: guid, secret: 'new' },
    ],
  ])('%s', (_name, filled, again, byCode, input) => {
    expect(signInInput(filled, again, byCode)).toEqual(input);
    expect(signInInputSchema.safeParse(input).success).toBe(true);
  });
});
