import { expect, it } from 'vitest';
import { connectionLabels } from './connection-labels.ts';

it.each([
  ['contoso.servicebus.windows.net', 443, 'contoso'],
  ['contoso.servicebus.windows.net', 8443, 'contoso.servicebus.windows.net:8443'],
  ['a.contoso.servicebus.windows.net', 443, 'a.contoso.servicebus.windows.net'],
  ['contoso.servicebus.chinacloudapi.cn', 443, 'contoso.servicebus.chinacloudapi.cn'],
  ['contoso', 443, 'contoso:443'],
  ['localhost', 51_234, 'localhost:51234'],
  ['::1', 443, '[::1]:443'],
])('%s and %i are %s', (host, port, namespace) => {
  expect(connectionLabels({ host, port, name: 'sql/Payroll' })).toEqual({ namespace, name: 'sql/Payroll' });
});
