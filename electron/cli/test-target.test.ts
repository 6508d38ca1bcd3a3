import { describe, expect, it } from 'vitest';
import { readTestTarget } from './test-target.ts';

describe('what hcm test tries', () => {
  it.each([
    ['sql01:1433', { kind: 'endpoint', host: 'sql01', port: 1433 }],
    ['[FD00::15]:1433', { kind: 'endpoint', host: 'fd00::15', port: 1433 }],
    [
      'contoso.servicebus.windows.net',
      { kind: 'namespace', host: 'contoso.servicebus.windows.net', port: 443 },
    ],
    [
      'Contoso.ServiceBus.usgovcloudapi.net',
      { kind: 'namespace', host: 'contoso.servicebus.usgovcloudapi.net', port: 443 },
    ],
    ['sb://localhost:8443/', { kind: 'namespace', host: 'localhost', port: 8443 }],
    [
      'contoso.servicebus.windows.net:443',
      { kind: 'endpoint', host: 'contoso.servicebus.windows.net', port: 443 },
    ],
    ['payroll-sql', { kind: 'connection', text: 'payroll-sql' }],
    ['contoso/payroll-sql', { kind: 'connection', text: 'contoso/payroll-sql' }],
  ])('%s', (text, target) => {
    expect(readTestTarget(text)).toEqual(target);
  });

  it.each([
    ['fe80::1:80', 'HCM1030'],
    ['sql01:0', 'HCM1030'],
    ['http://contoso.servicebus.windows.net', 'HCM1007'],
    ['sb://bad host', 'HCM1006'],
  ])('%s is refused', (text, code) => {
    expect(() => readTestTarget(text)).toThrow(expect.objectContaining({ code }));
  });
});
