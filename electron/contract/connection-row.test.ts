import { describe, expect, it } from 'vitest';
import { connectionRow, namespaceOf } from './connection-row.ts';
import type { ConnectionView } from './connection-view.ts';
import { viewAtRest } from './view-at-rest.ts';
import { testConfig } from './testing/test-views.ts';

const config = testConfig({
  addedBy: null,
  azure: { createdOn: '2026-11-01T09:00:00Z', lastUpdated: '2026-11-01T09:05:00Z' },
});

const online: ConnectionView = {
  ...viewAtRest(config),
  azure: {
    status: 'connected',
    since: 0,
    problem: null,
    retryAt: null,
    attempt: 0,
    answersInMs: 22,
    via: null,
  },
  endpoint: { status: 'reachable', problem: null, dialMs: 4, checkedAt: 0, address: '10.20.0.15' },
  listeners: 2,
  sessions: 3,
  bytesIn: 4,
  bytesOut: 5,
};

describe('connectionRow', () => {
  it('has exactly the promised fields, in their order', () => {
    const row = connectionRow(online);
    expect(row).toEqual({
      id: config.id,
      namespace: 'contoso',
      name: 'payroll-sql',
      endpoint: 'sql01.corp.contoso.com:1433',
      status: 'Connected',
      statusCode: null,
      endpointStatus: 'Reachable',
      numberOfListeners: 2,
      sessions: 3,
      bytesIn: 4,
      bytesOut: 5,
      serviceBusEndpoint: 'contoso.servicebus.windows.net',
      createdOn: '2026-11-01T09:00:00Z',
      lastUpdated: '2026-11-01T09:05:00Z',
      endpointInAzure: null,
      keyInUse: 'primary',
      hasSecondaryKey: false,
      primaryKeyRefusedAt: null,
      secondaryKeyRefusedAt: null,
      proxy: null,
      enabled: true,
      entraAccount: null,
    });
    expect(Object.keys(row).join(' ')).toBe(
      'id namespace name endpoint status statusCode endpointStatus numberOfListeners sessions bytesIn bytesOut ' +
        'serviceBusEndpoint createdOn lastUpdated endpointInAzure keyInUse hasSecondaryKey primaryKeyRefusedAt ' +
        'secondaryKeyRefusedAt proxy enabled entraAccount',
    );
  });

  it('says which key is in use, which one Azure refuses, and what Azure names as endpoint', () => {
    const at = Date.UTC(2026, 10, 2, 10);
    const keys: ConnectionView['keys'] = {
      inUse: 'secondary',
      hasSecondary: true,
      refused: [{ slot: 'primary', at }],
    };
    expect(connectionRow({ ...online, keys, endpointInAzure: { host: 'sql02', port: 1433 } })).toMatchObject({
      endpointInAzure: 'sql02:1433',
      keyInUse: 'secondary',
      hasSecondaryKey: true,
      primaryKeyRefusedAt: '2026-11-02T10:00:00.000Z',
      secondaryKeyRefusedAt: null,
    });
  });

  it('says null for what is not known', () => {
    const row = connectionRow(viewAtRest({ ...config, endpoint: null, azure: null }));
    expect(row).toMatchObject({
      endpoint: null,
      status: 'Stopped',
      endpointStatus: 'Not checked',
      numberOfListeners: null,
      createdOn: null,
      lastUpdated: null,
    });
  });

  it('takes the code of the way to Azure before the one of the way to the endpoint', () => {
    const endpoint = {
      ...online.endpoint,
      status: 'unreachable',
      problem: { code: 'HCM3102', details: {} },
    } as const;
    expect(connectionRow({ ...online, endpoint }).statusCode).toBe('HCM3102');
    const azure = {
      ...online.azure,
      status: 'unauthorized',
      problem: { code: 'HCM2020', details: {} },
    } as const;
    expect(connectionRow({ ...online, azure, endpoint }).statusCode).toBe('HCM2020');
  });

  it('names the port only where it is unusual, and keeps the brackets of IPv6', () => {
    expect(connectionRow({ ...online, config: { ...config, host: 'localhost', port: 8443 } })).toMatchObject({
      namespace: 'localhost',
      serviceBusEndpoint: 'localhost:8443',
    });
    expect(connectionRow({ ...online, config: { ...config, host: '::1' } }).serviceBusEndpoint).toBe('[::1]');
    expect(connectionRow({ ...online, config: { ...config, host: '::1', port: 1 } }).serviceBusEndpoint).toBe(
      '[::1]:1',
    );
  });
});

describe('namespaceOf', () => {
  it.each([
    ['contoso.servicebus.windows.net', 'contoso'],
    ['contoso.servicebus.chinacloudapi.cn', 'contoso'],
    ['orders.hybrid.biztalk.windows.net', 'orders'],
    ['contoso.servicebus.windows.net.example.com', 'contoso.servicebus.windows.net.example.com'],
    ['10.0.0.7', '10.0.0.7'],
  ])('%s is %s', (host, namespace) => {
    expect(namespaceOf(host)).toBe(namespace);
  });
});
