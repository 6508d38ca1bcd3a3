import { describe, expect, it } from 'vitest';
import type { AzureResource } from './connection.ts';
import { HcmError } from './errors.ts';
import { portalAddress } from './portal-address.ts';

const resource: AzureResource = {
  cloud: 'public',
  tenantId: '11111111-2222-4333-8444-555555555555',
  subscriptionId: '99999999-8888-4777-8666-555555555555',
  resourceGroup: 'relays (prod)',
  namespace: 'contoso-weu',
};
const host = 'contoso-weu.servicebus.windows.net';
const path =
  'subscriptions/99999999-8888-4777-8666-555555555555/resourceGroups/relays%20(prod)' +
  '/providers/Microsoft.Relay/namespaces/contoso-weu/hybridConnections';

describe('portalAddress', () => {
  it.each([
    ['public', 'https://portal.azure.com/'],
    ['china', 'https://portal.azure.cn/'],
    ['usGovernment', 'https://portal.azure.us/'],
  ] as const)('leads to the page of a connection in the portal of its cloud: %s', (cloud, portal) => {
    expect(portalAddress({ host, name: 'payroll-sql', resource: { ...resource, cloud } })).toBe(
      `${portal}#@11111111-2222-4333-8444-555555555555/resource/${path}/payroll-sql`,
    );
  });

  it.each([
    ['contoso.servicebus.windows.net', 'https://portal.azure.com/'],
    ['contoso.servicebus.chinacloudapi.cn', 'https://portal.azure.cn/'],
    ['contoso.servicebus.usgovcloudapi.net', 'https://portal.azure.us/'],
    ['localhost', 'https://portal.azure.com/'],
  ])('leads to the list of relays while the place of a connection of %s isn’t known', (of, portal) => {
    expect(portalAddress({ host: of, name: 'payroll-sql', resource: null })).toBe(
      `${portal}#view/HubsExtension/BrowseResource/resourceType/Microsoft.Relay%2Fnamespaces`,
    );
  });

  it('stays within the portal, whatever the parts are called', () => {
    const odd: AzureResource = {
      ...resource,
      tenantId: 'evil.example/#@x',
      resourceGroup: '../..//evil.example',
      namespace: 'a?b#c',
    };
    const address = portalAddress({ host, name: 'x/y@evil.example', resource: odd });
    expect(new URL(address).origin).toBe('https://portal.azure.com');
    expect(address).not.toContain('evil.example/#');
    expect(address).not.toContain('@');
    expect(address.endsWith('/namespaces/a%3Fb%23c/hybridConnections/x~y%40evil.example')).toBe(true);
  });

  it('doesn’t send anybody of a cloud of their own to Microsoft’s portal', () => {
    expect(() =>
      portalAddress({ host, name: 'payroll-sql', resource: { ...resource, cloud: 'custom' } }),
    ).toThrow(new HcmError('HCM6080', { name: 'payroll-sql' }));
  });
});
