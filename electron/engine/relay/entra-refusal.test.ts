import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { testConfig } from '../../contract/testing/test-views.ts';
import { entraRefusal } from './entra-refusal.ts';

const entra = { accountId: '11111111-0000-4000-8000-000000000001', name: 'ada@contoso.test' };
const resource = {
  cloud: 'public',
  tenantId: '22222222-0000-4000-8000-000000000002',
  subscriptionId: '33333333-0000-4000-8000-000000000003',
  resourceGroup: 'relays',
  namespace: 'contoso',
} as const;

describe('a relay’s no to a token of Entra', () => {
  it.each([
    ['HCM2022', 'The token lacks this right.', 'HCM6070'],
    ['HCM2020', 'Authorization failed for specified action: Listen.', 'HCM6070'],
    ['HCM2029', 'Authorization failed for specified action: Listen.', 'HCM6070'],
    ['HCM2020', 'InvalidIssuer', 'HCM6071'],
    ['HCM2021', 'Ip has been prevented to connect to the endpoint', 'HCM2021'],
    ['HCM2028', 'exceeded', 'HCM2028'],
    ['HCM2002', '', 'HCM2002'],
  ] as const)('%s “%s” is %s', (code, reason, expected) => {
    const failure = new HcmError(code, { host: 'h', reason, trackingId: 'T' });
    const told = entraRefusal(failure, testConfig({ entra, resource }));
    expect(told.code).toBe(expected);
    expect(told.details['trackingId']).toBe('T');
  });

  it('names account and place, and leaves connections with keys alone', () => {
    const failure = new HcmError('HCM2022', { reason: '' });
    const { details } = entraRefusal(failure, testConfig({ entra, resource }));
    expect(details).toMatchObject({
      account: 'ada@contoso.test',
      scope: `/subscriptions/${resource.subscriptionId}/resourceGroups/relays/providers/Microsoft.Relay/namespaces/contoso/hybridConnections/payroll-sql`,
    });
    expect(entraRefusal(failure, testConfig({ entra })).details).not.toHaveProperty('scope');
    expect(entraRefusal(failure, testConfig())).toBe(failure);
  });
});
