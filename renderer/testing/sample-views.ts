/** The ten connections of the design's first picture, each in another state, and as many as a test likes. */
import type { AzureLeg, ConnectionView, EndpointLeg } from '../../electron/contract/connection-view.ts';
import { viewAtRest } from '../../electron/contract/view-at-rest.ts';
import { noOwnLimits, type ConnectionConfig } from '../../electron/contract/connection.ts';
import type { ErrorData } from '../../electron/contract/errors.ts';
import { sampleNow } from './sample-host.ts';

const hourMs = 3_600_000;

/** @param number id of the connection, 1 and up. */
export function sampleId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export interface SampleParts {
  readonly number: number;
  readonly name: string;
  readonly host?: string;
  /** `host:port`; null: Azure knows none. */
  readonly endpoint?: string | null;
  readonly config?: Partial<ConnectionConfig>;
  readonly azure?: Partial<AzureLeg>;
  readonly leg?: Partial<EndpointLeg>;
  readonly view?: Partial<Omit<ConnectionView, 'config' | 'azure' | 'endpoint'>>;
}

/** A connection of this name; connected and reachable if nothing else is said. */
export function sampleView(parts: SampleParts, now = sampleNow): ConnectionView {
  const [host = '', port = ''] = (parts.endpoint ?? '').split(':');
  const config: ConnectionConfig = {
    id: sampleId(parts.number),
    kind: 'relay',
    host: parts.host ?? 'contoso-relay-weu.servicebus.windows.net',
    port: 443,
    name: parts.name,
    keyName: 'defaultListener',
    endpoint:
      parts.endpoint === null
        ? null
        : { host: host || 'sql01.corp.contoso.com', port: Number(port || 1433), source: 'azure' },
    limits: noOwnLimits,
    secondaryKeyName: null,
    caPem: null,
    enabled: true,
    addedBy: 'm.keller',
    createdAt: '2026-11-02T10:00:00.000Z',
    updatedAt: '2026-11-02T10:00:00.000Z',
    azure: { createdOn: '2025-03-14T10:22:00.000Z', lastUpdated: '2026-10-01T08:00:00.000Z' },
    resource: null,
    entra: null,
    ...parts.config,
  };
  const atRest = viewAtRest(config);
  return {
    ...atRest,
    listeners: 2,
    ...parts.view,
    azure: { ...atRest.azure, status: 'connected', since: now - 5 * hourMs, answersInMs: 22, ...parts.azure },
    endpoint: {
      status: 'reachable',
      problem: null,
      dialMs: 4,
      checkedAt: now - 12_000,
      address: '10.20.4.11',
      ...parts.leg,
    },
  };
}

const northEurope = 'contoso-relay-neu.servicebus.windows.net';

const notChecked: EndpointLeg = {
  status: 'notChecked',
  problem: null,
  dialMs: null,
  checkedAt: null,
  address: null,
};

function problem(code: ErrorData['code'], details: ErrorData['details'] = {}): ErrorData {
  return { code, details };
}

/** In the order of their names. */
export function sampleViews(now = sampleNow): readonly ConnectionView[] {
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  yesterday.setHours(17, 40, 0, 0);
  const offline = { answersInMs: null };
  const parts: readonly SampleParts[] = [
    {
      number: 1,
      name: 'crm-mysql',
      host: northEurope,
      endpoint: 'mysql02.corp.contoso.com:3306',
      azure: {
        ...offline,
        status: 'notConnected',
        problem: problem('HCM2003', { host: northEurope, seconds: 15 }),
        retryAt: now + 18_000,
        attempt: 4,
      },
      leg: { dialMs: 3, address: '10.20.4.52' },
      view: { lastSessionAt: now - 240_000 },
    },
    {
      number: 2,
      name: 'erp-api',
      endpoint: 'erp-api.corp.contoso.com:443',
      leg: { dialMs: 6, address: '10.20.6.18' },
      view: { sessions: 38, bytesIn: 512_000_000, bytesOut: 9_100_000_000, lastSessionAt: now - 1_000 },
    },
    {
      number: 3,
      name: 'hr-files-api',
      endpoint: 'files03.corp.contoso.com:8443',
      azure: {
        ...offline,
        status: 'blockedByPolicy',
        problem: problem('HCM3106', { host: 'files03.corp.contoso.com', port: 8443 }),
      },
      leg: notChecked,
    },
    {
      number: 4,
      name: 'inventory-db',
      endpoint: 'pg-inv01.corp.contoso.com:5432',
      leg: {
        status: 'unreachable',
        problem: problem('HCM3102', { host: 'pg-inv01.corp.contoso.com', port: 5432 }),
        dialMs: null,
        address: '10.20.4.31',
      },
      view: { bytesIn: 4_200, bytesOut: 0, lastSessionAt: now - 120_000 },
    },
    {
      number: 5,
      name: 'labels-print',
      endpoint: 'print01.corp.contoso.com:9100',
      config: { enabled: false },
      azure: { ...offline, status: 'stopped', since: yesterday.getTime() },
      leg: { ...notChecked, address: '10.20.9.7' },
      view: { listeners: null },
    },
    {
      number: 6,
      name: 'orders-biztalk',
      host: 'contoso-bts.biztalk.windows.net',
      endpoint: 'bts01.corp.contoso.com:8090',
      config: { kind: 'biztalk', azure: null, keyName: '' },
      azure: { ...offline, status: 'discontinued' },
      leg: notChecked,
      view: { listeners: null },
    },
    {
      number: 7,
      name: 'payroll-sql',
      endpoint: 'sql01.corp.contoso.com:1433',
      view: { sessions: 8, bytesIn: 84_000_000, bytesOut: 2_100_000_000, lastSessionAt: now - 30_000 },
    },
    {
      number: 8,
      name: 'reporting-odata',
      host: northEurope,
      endpoint: 'rpt-web.corp.contoso.com:443',
      azure: {
        ...offline,
        status: 'unauthorized',
        problem: problem('HCM2020', { name: 'reporting-odata', rule: 'defaultListener' }),
      },
      leg: { dialMs: 9, address: '10.20.6.40' },
    },
    {
      number: 9,
      name: 'scm-gateway',
      endpoint: 'scm.corp.contoso.com:8080',
      azure: { ...offline, status: 'connecting', since: now - 2_000 },
      leg: { dialMs: 12, address: '10.20.6.71' },
      view: { listeners: null },
    },
    {
      number: 10,
      name: 'warehouse-mq',
      host: northEurope,
      endpoint: 'mq01.corp.contoso.com:1414',
      azure: {
        ...offline,
        status: 'notFound',
        problem: problem('HCM2023', { name: 'warehouse-mq', host: northEurope }),
      },
      leg: { dialMs: 5, address: '10.20.7.3' },
      view: { listeners: null },
    },
  ];
  return parts.map((one) => sampleView(one, now));
}

/** As many rows as a large company has: the ten states again and again, under other names. */
export function manyViews(count: number, now = sampleNow): readonly ConnectionView[] {
  const ten = sampleViews(now);
  return Array.from({ length: count }, (_unused, index) => {
    const view = ten[index % ten.length]!;
    const name = `${view.config.name}-${String(index + 1).padStart(3, '0')}`;
    return { ...view, config: { ...view.config, id: sampleId(index + 1), name } };
  });
}
