import { describe, expect, it } from 'vitest';
import { sampleNow } from '../testing/sample-host.ts';
import { sampleView, sampleViews } from '../testing/sample-views.ts';
import { copyText } from './copy-text.ts';

const versions = { app: '0.2.0', host: '0.2.1' };

describe('copyText', () => {
  it('says what is known of a connection, with its problem’s code and the moment in UTC', () => {
    const view = sampleView({
      number: 7,
      name: 'payroll-sql',
      azure: {
        status: 'unauthorized',
        since: sampleNow,
        problem: { code: 'HCM2020', details: { rule: 'defaultListener', trackingId: 'abc-123_G1' } },
      },
      leg: { status: 'unreachable', problem: { code: 'HCM3102', details: { host: 'sql01', port: 1433 } } },
    });
    expect(copyText([view], versions)).toBe(
      [
        'Hybrid Connection: payroll-sql',
        'Namespace: contoso-relay-weu',
        'Service Bus address: contoso-relay-weu.servicebus.windows.net',
        'Endpoint: sql01.corp.contoso.com:1433',
        `Status: Unauthorized (HCM2020: Azure refused the key, TrackingId abc-123_G1), since ${new Date(sampleNow).toISOString()}`,
        'Endpoint status: Unreachable (HCM3102: sql01 answered but refused port 1433)',
        'Listeners: 2',
        'Sessions: 0',
        'Id: 00000000-0000-4000-8000-000000000007',
        '',
        'Hybrid Connection Manager 0.2.0, host 0.2.1',
        '',
      ].join('\n'),
    );
  });

  it('puts several below one another and the versions last', () => {
    const text = copyText(sampleViews(), versions);
    expect(text.match(/^Hybrid Connection: /gm)).toHaveLength(10);
    expect(text.trimEnd().split('\n').at(-1)).toBe('Hybrid Connection Manager 0.2.0, host 0.2.1');
    expect(text).not.toMatch(/[{}]/);
  });
});
