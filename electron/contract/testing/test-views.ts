/** Connections for tests: a config as it is stored, a view as it is shown. */
import type { ConnectionView } from '../connection-view.ts';
import { viewAtRest } from '../view-at-rest.ts';
import { noOwnLimits, type ConnectionConfig } from '../connection.ts';

export function testConfig(changes: Partial<ConnectionConfig> = {}): ConnectionConfig {
  return {
    id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a10',
    kind: 'relay',
    host: 'contoso.servicebus.windows.net',
    port: 443,
    name: 'payroll-sql',
    keyName: 'defaultListener',
    endpoint: { host: 'sql01.corp.contoso.com', port: 1433, source: 'azure' },
    limits: noOwnLimits,
    secondaryKeyName: null,
    caPem: null,
    enabled: true,
    addedBy: 'm.keller',
    createdAt: '2026-11-02T10:00:00.000Z',
    updatedAt: '2026-11-02T10:00:00.000Z',
    azure: null,
    resource: null,
    entra: null,
    ...changes,
  };
}

export function connectedView(changes: Partial<ConnectionConfig> = {}): ConnectionView {
  return {
    ...viewAtRest(testConfig(changes)),
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
    bytesIn: 2_100_000,
    bytesOut: 512,
  };
}
