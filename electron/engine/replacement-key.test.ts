import { describe, expect, it } from 'vitest';
import { HcmError } from '../contract/errors.ts';
import { describeError } from '../contract/messages/messages.ts';
import { testConfig } from '../contract/testing/test-views.ts';
import { readReplacementKey } from './replacement-key.ts';

const key = 'QmVhclNlY3JldEtleVRoYXRNdXN0TmV2ZXJBcHBlYXI=';
const config = testConfig();

function text(change: { host?: string; name?: string | null; rule?: string } = {}): string {
  const { host = config.host, name = config.name, rule = 'newListener' } = change;
  const entity = name === null ? '' : `;EntityPath=${name}`;
  return `Endpoint=sb://${host}/;SharedAccessKeyName=${rule};SharedAccessKey=${key}${entity}`;
}

function refusal(connectionString: string): HcmError {
  try {
    readReplacementKey(connectionString, config);
  } catch (error) {
    if (error instanceof HcmError) return error;
  }
  throw new Error('it was not refused');
}

describe('readReplacementKey', () => {
  it('takes the key and the rule of the same Hybrid Connection, however its name is spelled', () => {
    for (const name of [config.name, config.name.toUpperCase()]) {
      expect(readReplacementKey(text({ name }), config)).toMatchObject({ key, keyName: 'newListener' });
    }
  });

  it('takes the string of the whole namespace for this connection', () => {
    const found = readReplacementKey(text({ name: null, rule: 'RootManageSharedAccessKey' }), config);
    expect(found).toMatchObject({ key, keyName: 'RootManageSharedAccessKey' });
    expect(found.notices.map(({ code }) => code)).toContain('HCM1110');
  });

  it.each([
    ['another name', { name: 'erp-api' }, 'This string is for erp-api, not payroll-sql'],
    [
      'another namespace',
      { host: 'fabrikam.servicebus.windows.net' },
      'This string is for fabrikam.servicebus.windows.net, not contoso.servicebus.windows.net',
    ],
    [
      'the string of another namespace',
      { host: 'fabrikam.servicebus.windows.net', name: null },
      'This string is for fabrikam.servicebus.windows.net, not contoso.servicebus.windows.net',
    ],
    [
      'another port',
      { host: `${config.host}:8443` },
      `This string is for ${config.host}:8443, not ${config.host}`,
    ],
  ])('refuses %s and says what it is for', (_name, change, title) => {
    const error = refusal(text(change));
    expect(error.code).toBe('HCM1043');
    expect(describeError(error).title).toBe(title);
    expect(JSON.stringify(error.details)).not.toContain(key);
  });

  it('refuses what is no string for a listener', () => {
    expect(refusal('').code).toBe('HCM1001');
    expect(refusal(text({ rule: 'defaultSender' })).code).toBe('HCM1015');
    expect(
      refusal(
        'Endpoint=hc://contoso.hybrid.biztalk.windows.net/orders;SharedAccessKeyName=a;SharedAccessKey=b=',
      ).code,
    ).toBe('HCM1016');
  });
});
