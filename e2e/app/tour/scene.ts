/**
 * A host with something of everything, for whatever looks at the whole window: real relay, real services, real sessions,
 * and one connection in each state that can be had without Azure. The stage owns what runs.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { untilRefused } from '../../fixtures/app-socket.ts';
import { ConnectProxy } from '../../fixtures/connect-proxy.ts';
import type { HcmProcess } from '../../fixtures/hcm-process.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { stringOfNoRelay } from '../../fixtures/stored-connections.ts';
import { Target } from '../../fixtures/target.ts';
import { startForward } from '../../fixtures/tunnel.ts';

/** What a connection is added from. */
export interface SceneConnection {
  readonly name: string;
  readonly connectionString: string;
  readonly endpoint?: string;
  /** With its second key, which is to be added too. */
  readonly secondaryString?: string;
  /** Open sessions that it may have at once. */
  readonly maxSessions?: number;
}

export interface Scene {
  readonly relay: RelayProcess;
  readonly connections: readonly SceneConnection[];
  /** A string that can be added, and isn't yet. */
  readonly spareString: string;
  /** Once all are connected: Azure regenerates a key and names another endpoint. */
  readonly changeAzure: () => Promise<void>;
  /** Of the busy connection, once it is connected. */
  readonly openSessions: () => Promise<void>;
  /** One session more than the limit of the connection that has one. */
  readonly openOneTooMany: () => Promise<void>;
  /** Else the app asks before it quits. */
  readonly closeSessions: () => Promise<void>;
}

/** The names by what is the matter with them. */
export const sceneNames = {
  busy: 'payroll-sql',
  idle: 'orders-api',
  endpointRefused: 'intranet-wiki',
  unauthorized: 'crm-files',
  notFound: 'old-ledger',
  notConnected: 'warehouse-db',
  connecting: 'badge-reader',
  stopped: 'print-server',
  discontinued: 'orders-biztalk',
  keyRefused: 'hr-portal',
  endpointDiffers: 'fleet-gps',
  limited: 'scada-history',
  throughProxy: 'door-control',
} as const;

const spare = 'invoice-archive';
const openSessionCount = 3;
const chunk = Buffer.alloc(2048, 'x');

export async function setScene(stage: Stage): Promise<Scene> {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const silentPort = await listenSilently(stage);
  const { busy, idle, endpointRefused, unauthorized, notFound, stopped } = sceneNames;
  const { keyRefused, endpointDiffers, limited, throughProxy } = sceneNames;
  const good = [busy, idle, stopped, endpointDiffers, limited, keyRefused];
  const relay = await RelayProcess.start(stage, [
    ...[...good, unauthorized, notFound, spare].map((name) => ({ name, endpoint: target.endpoint })),
    // Nobody listens on port 1 of loopback.
    { name: endpointRefused, endpoint: '127.0.0.1:1' },
  ]);
  // One that the relay doesn't know would be refused for its key, as in Azure.
  await relay.fault({ fault: 'refuse-listens', entity: notFound, status: 404 });
  const senders: HcmProcess[] = [];
  const secondaryKey = newKey();
  await relay.fault({ fault: 'keys', entity: keyRefused, secondaryKey });
  const stringOf = (name: string): string => relay.entity(name).gatewayConnectionString;
  const connections: readonly SceneConnection[] = [
    ...[busy, idle, endpointRefused, notFound, stopped, endpointDiffers].map((name) => ({
      name,
      connectionString: stringOf(name),
    })),
    { name: unauthorized, connectionString: withKey(keyOf('another'), stringOf(unauthorized)) },
    {
      name: keyRefused,
      connectionString: stringOf(keyRefused),
      secondaryString: withKey(secondaryKey, stringOf(keyRefused)),
    },
    { name: limited, connectionString: stringOf(limited), maxSessions: 1 },
    {
      name: throughProxy,
      connectionString: await addBehindProxy(stage, target, [1, silentPort, relay.port]),
    },
    {
      name: sceneNames.notConnected,
      connectionString: stringOfNoRelay(sceneNames.notConnected),
      endpoint: target.endpoint,
    },
    {
      name: sceneNames.connecting,
      connectionString: stringOfNoRelay(sceneNames.connecting).replace(':1/', `:${silentPort}/`),
      endpoint: target.endpoint,
    },
    { name: sceneNames.discontinued, connectionString: biztalkString(sceneNames.discontinued) },
  ];
  return {
    relay,
    connections,
    spareString: stringOf(spare),
    changeAzure: async () => {
      await relay.fault({ fault: 'keys', entity: keyRefused, primaryKey: newKey() });
      await relay.fault({ fault: 'kick', entity: keyRefused });
      await relay.fault({
        fault: 'endpoint',
        entity: endpointDiffers,
        endpoint: 'gps-new.corp.contoso.com:8443',
      });
    },
    openSessions: async () => {
      senders.push(await openSessions(stage, relay, target));
    },
    openOneTooMany: async () => {
      senders.push(await openOneTooMany(stage, relay, target));
    },
    closeSessions: async () => {
      for (const sender of senders) sender.signal('SIGTERM');
      await Promise.all(senders.map((sender) => sender.end()));
    },
  };
}

/** Such a connection is only listed; nothing is ever dialled for it. */
export function biztalkString(name: string): string {
  const key = Buffer.alloc(32, name).toString('base64');
  return `Endpoint=hc://contoso.hybrid.biztalk.windows.net/${name};SharedAccessKeyName=onprem;SharedAccessKey=${key}`;
}

function keyOf(word: string): string {
  return Buffer.alloc(32, word).toString('base64');
}

function newKey(): string {
  return randomBytes(32).toString('base64');
}

function withKey(key: string, connectionString: string): string {
  return connectionString.replace(/SharedAccessKey=[^;]+/, `SharedAccessKey=${key}`);
}

/** A relay of its own, and a proxy that leads to it alone. @returns its string */
async function addBehindProxy(
  stage: Stage,
  target: Target,
  straightPorts: readonly number[],
): Promise<string> {
  const name = sceneNames.throughProxy;
  const relay = await RelayProcess.start(stage, [{ name, endpoint: target.endpoint }]);
  const proxy = await ConnectProxy.start();
  stage.afterwards(() => proxy.close());
  const bypass = ['<-loopback>', ...straightPorts.map((port) => `localhost:${port}`)].join(',');
  const words = ['--mode', 'manual', '--url', `http://${proxy.address}`, '--bypass', bypass];
  const { exitCode, errors } = await stage.run(['proxy', ...words]);
  if (exitCode !== 0) throw new Error(`hcm proxy ended with ${String(exitCode)}: ${errors}`);
  return relay.entity(name).gatewayConnectionString;
}

/** Takes connections and says nothing: whoever dials it is connecting. */
async function listenSilently(stage: Stage): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stage.afterwards(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  });
  return (server.address() as AddressInfo).port;
}

async function openSessions(stage: Stage, relay: RelayProcess, target: Target): Promise<HcmProcess> {
  const { forward, port } = await startForward(stage, relay, sceneNames.busy);
  const sessions = await Promise.all(Array.from({ length: openSessionCount }, () => target.open(port)));
  const timers = sessions.map(({ app, service }, index) => {
    service.resume();
    app.resume();
    return setInterval(
      () => {
        app.write(chunk);
        service.write(chunk);
      },
      120 + 40 * index,
    );
  });
  stage.afterwards(() => {
    timers.forEach((timer) => clearInterval(timer));
    return Promise.resolve();
  });
  return forward;
}

async function openOneTooMany(stage: Stage, relay: RelayProcess, target: Target): Promise<HcmProcess> {
  const { forward, port } = await startForward(stage, relay, sceneNames.limited);
  const { app, service } = await target.open(port);
  service.resume();
  app.resume();
  await untilRefused(port);
  return forward;
}
