/**
 * The main job on an embedded default: a local relay, a small service that only this computer can reach, a connection
 * on the host that is given, and a sender. Owns the relay, the service and the sender; the host is the caller's.
 *
 * It knows the host only by the contract, so that command line and window show the same thing.
 */
import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Host } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { parseConnectionString } from '../contract/connection-string.ts';
import { HcmError } from '../contract/errors.ts';
import { loadOrCreateCertificates } from './certificates.ts';
import { createEntity } from './entities.ts';
import { demoName, practiceAuthor } from '../contract/practice-author.ts';
import { startSender, type Sender } from './sender.ts';
import { LocalRelay } from './server.ts';

export interface DemoOptions {
  /** A running host. */
  readonly host: Host;
  /** Keys and certificates of the demo's relay; a temporary folder. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** Told as soon as each step is done. */
  readonly onStep: (step: DemoStep) => void;
  readonly signal: AbortSignal;
}

export type DemoStep =
  | { readonly step: 'relay'; readonly port: number }
  | { readonly step: 'service'; readonly endpoint: string }
  | { readonly step: 'added'; readonly id: string; readonly name: string }
  | { readonly step: 'connected'; readonly connection: ConnectionView }
  | { readonly step: 'sender'; readonly port: number }
  | {
      readonly step: 'answered';
      readonly text: string;
      readonly status: number;
      readonly milliseconds: number;
    };

export interface Demo {
  /** Where the sender listens: try it with `curl`. */
  readonly url: string;
  /** Ends sender, service and relay. */
  close(): Promise<void>;
}

const connectTimeoutMs = 60_000;
const answerTimeoutMs = 30_000;

/**
 * @throws HcmError when a step can't be done; what was started is ended then.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { host, folder, platform, onStep, signal } = options;
  const ends: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    await Promise.allSettled(
      ends
        .splice(0)
        .reverse()
        .map((end) => end()),
    );
  };
  try {
    const certificates = await loadOrCreateCertificates(folder);
    const relay = new LocalRelay({ certificates });
    await relay.listen();
    ends.push(() => relay.close());
    onStep({ step: 'relay', port: relay.port });

    const service = await startService();
    ends.push(() => stopService(service));
    const endpoint = `localhost:${portOf(service)}`;
    onStep({ step: 'service', endpoint });

    signal.throwIfAborted();
    relay.addEntity(createEntity(demoName, { endpoint }));
    const { connection } = await host.call('connections.add', {
      connectionString: relay.gatewayConnectionString(demoName),
      caPem: certificates.caPem,
      addedBy: practiceAuthor,
    });
    onStep({ step: 'added', id: connection.config.id, name: connection.config.name });
    onStep({ step: 'connected', connection: await untilConnected(host, connection.config.id, signal) });

    const sender = await startDemoSender(relay, certificates.caPem, platform);
    ends.push(() => sender.close());
    onStep({ step: 'sender', port: sender.port });

    const url = `http://127.0.0.1:${sender.port}/`;
    onStep({ step: 'answered', ...(await ask(url)) });
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The service behind the host: a real one, that answers every request and says what it was asked. */
async function startService(): Promise<Server> {
  let served = 0;
  const server = createServer((request, response) => {
    served++;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end(
      `Hello from the on-premises service. You asked for ${request.url ?? '/'}; this is answer ${served}.\n`,
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

function stopService(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function startDemoSender(relay: LocalRelay, caPem: string, platform: NodeJS.Platform): Promise<Sender> {
  const parsed = parseConnectionString(relay.sendConnectionString(demoName), { purpose: 'send' });
  if (parsed.outcome !== 'relay') throw new HcmError('HCM9001', { reason: 'the demo’s own string' });
  return startSender({ target: parsed.value, bindAddress: '127.0.0.1', port: 0, caPem, platform });
}

/** Both legs good: the relay knows our listener and the endpoint answers. */
function untilConnected(host: Host, id: string, signal: AbortSignal): Promise<ConnectionView> {
  return new Promise((resolve, reject) => {
    const finish = (act: () => void): void => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
      act();
    };
    const look = (views: readonly ConnectionView[]): void => {
      const view = views.find(({ config }) => config.id === id);
      if (view?.azure.status === 'connected' && view.endpoint.status === 'reachable')
        finish(() => resolve(view));
    };
    const onAbort = (): void => finish(() => reject(signal.reason as Error));
    const timer = setTimeout(
      () => finish(() => reject(new HcmError('HCM2003', { seconds: connectTimeoutMs / 1000 }))),
      connectTimeoutMs,
    );
    const unsubscribe = host.subscribe((event) => {
      if (event.name === 'connections.patch') look(event.payload.changed);
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    // It may have got there before we listened.
    host
      .call('connections.snapshot', {})
      .then(({ connections }) => look(connections))
      .catch((cause: unknown) => finish(() => reject(new HcmError('HCM5005', {}, { cause }))));
  });
}

function ask(url: string): Promise<{ text: string; status: number; milliseconds: number }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, timeout: answerTimeoutMs }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          text: text.trim(),
          status: response.statusCode ?? 0,
          milliseconds: performance.now() - began,
        }),
      );
    });
    request.on('timeout', () =>
      request.destroy(new HcmError('HCM2003', { seconds: answerTimeoutMs / 1000 })),
    );
    request.on('error', reject);
  });
}
