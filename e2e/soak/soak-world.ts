/**
 * Everything a soak plays on: a relay, senders and endpoints in this process, and the host that is soaked, the built
 * program, in its own. Owns them all.
 */
import { join } from 'node:path';
import { parseConnectionString } from '../../electron/contract/connection-string.ts';
import { loadOrCreateCertificates } from '../../electron/local-relay/certificates.ts';
import { createEntity } from '../../electron/local-relay/entities.ts';
import { startSender, type Sender } from '../../electron/local-relay/sender.ts';
import { LocalRelay } from '../../electron/local-relay/server.ts';
import type { HcmProcess } from '../fixtures/hcm-process.ts';
import { Stage } from '../fixtures/stage.ts';
import { startHost } from '../fixtures/tunnel.ts';
import { HostLink } from './host-link.ts';
import { LiveListeners } from './live-listeners.ts';
import { SoakEndpoint } from './soak-endpoint.ts';

export interface SoakConnection {
  readonly name: string;
  readonly id: string;
  readonly endpoint: SoakEndpoint;
  readonly sender: Sender;
}

export interface SoakWorld {
  readonly relay: LocalRelay;
  readonly listeners: LiveListeners;
  readonly host: HcmProcess;
  readonly link: HostLink;
  readonly connections: readonly SoakConnection[];
  dispose(): Promise<void>;
}

/** Short, so that a run sees both sessions that finish in time and some that don't. */
const drainSeconds = 3;

export async function openSoakWorld(count: number, nowMs: () => number): Promise<SoakWorld> {
  const stage = await Stage.open();
  const ends: (() => Promise<void>)[] = [];
  const dispose = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end().catch(() => undefined);
    await stage.dispose();
  };
  try {
    const certificates = await loadOrCreateCertificates(join(stage.folder, 'relay'));
    const relay = new LocalRelay({ certificates });
    await relay.listen();
    ends.push(() => relay.close());
    const listeners = new LiveListeners(nowMs);
    relay.subscribe((event) => listeners.take(event));

    const host = await startHost(stage);
    const link = await HostLink.open(stage.home);
    ends.push(() => link.close());
    // Only what this run does may touch an endpoint.
    await link.call('settings.set', { drainSeconds, endpointCheckMinutes: 0 });

    const connections: SoakConnection[] = [];
    for (let index = 1; index <= count; index++) {
      const name = `soak-${String(index).padStart(2, '0')}`;
      const endpoint = new SoakEndpoint();
      await endpoint.start();
      ends.push(() => endpoint.stop(true));
      relay.addEntity(createEntity(name, { endpoint: `127.0.0.1:${endpoint.port}` }));
      const added = await link.call('connections.add', {
        connectionString: relay.gatewayConnectionString(name),
        caPem: certificates.caPem,
      });
      const parsed = parseConnectionString(relay.sendConnectionString(name), { purpose: 'send' });
      if (parsed.outcome !== 'relay') throw new Error('the relay’s own string can’t be read');
      const sender = await startSender({
        target: parsed.value,
        bindAddress: '127.0.0.1',
        port: 0,
        caPem: certificates.caPem,
        platform: process.platform,
      });
      ends.push(() => sender.close());
      connections.push({ name, id: added.connection.config.id, endpoint, sender });
    }
    await link.refresh();
    return { relay, listeners, host, link, connections, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
