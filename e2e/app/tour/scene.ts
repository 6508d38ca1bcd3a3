/**
 * A host with something of everything, for whatever looks at the whole window: real relay, real services, real sessions,
 * and one connection in each state that can be had without Azure. The stage owns what runs.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
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
}

export interface Scene {
  readonly relay: RelayProcess;
  readonly connections: readonly SceneConnection[];
  /** A string that can be added, and isn't yet. */
  readonly spareString: string;
  /** Opens sessions of the busy connection once it is connected. */
  readonly openSessions: () => Promise<void>;
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
} as const;

const spare = 'invoice-archive';
const openSessionCount = 3;
const chunk = Buffer.alloc(2048, 'x');

export async function setScene(stage: Stage): Promise<Scene> {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const silentPort = await listenSilently(stage);
  const { busy, idle, endpointRefused, unauthorized, notFound, stopped } = sceneNames;
  const relay = await RelayProcess.start(stage, [
    ...[busy, idle, unauthorized, notFound, stopped, spare].map((name) => ({
      name,
      endpoint: target.endpoint,
    })),
    // Nobody listens on port 1 of loopback.
    { name: endpointRefused, endpoint: '127.0.0.1:1' },
  ]);
  // One that the relay doesn't know would be refused for its key, as in Azure.
  await relay.fault({ fault: 'refuse-listens', entity: notFound, status: 404 });
  let sender: HcmProcess | undefined;
  const good = (name: string): string => relay.entity(name).gatewayConnectionString;
  const connections: readonly SceneConnection[] = [
    ...[busy, idle, endpointRefused, notFound, stopped].map((name) => ({
      name,
      connectionString: good(name),
    })),
    { name: unauthorized, connectionString: withKeyOf('another', good(unauthorized)) },
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
    spareString: good(spare),
    openSessions: async () => {
      sender = await openSessions(stage, relay, target);
    },
    closeSessions: async () => {
      sender?.signal('SIGTERM');
      await sender?.end();
    },
  };
}

/** Such a connection is only listed; nothing is ever dialled for it. */
export function biztalkString(name: string): string {
  const key = Buffer.alloc(32, name).toString('base64');
  return `Endpoint=hc://contoso.hybrid.biztalk.windows.net/${name};SharedAccessKeyName=onprem;SharedAccessKey=${key}`;
}

function withKeyOf(word: string, connectionString: string): string {
  return connectionString.replace(
    /SharedAccessKey=[^;]+/,
    `SharedAccessKey=${Buffer.alloc(32, word).toString('base64')}`,
  );
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
