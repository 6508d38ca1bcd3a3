/**
 * The apps of an outage world: connect through tunnels to an endpoint that echoes, and compare every byte that comes back.
 * Owns the apps' sockets.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { dial, type RelayWorld } from './relay-world.ts';

/** As many at once as this one process, all ends of all of them, can open within the relay's window. */
const openedAtOnce = 10;
const bytesEach = 16 * 1024;

export class OutageApps {
  readonly #relays: RelayWorld;
  readonly #sockets: Socket[] = [];

  constructor(relays: RelayWorld) {
    this.#relays = relays;
  }

  /** Opens tunnels of one connection and carries bytes through all of them. */
  async open(name: string, count: number): Promise<void> {
    const sender = await this.#relays.sender(name);
    for (let opened = 0; opened < count; opened += openedAtOnce) {
      const batch = Array.from({ length: Math.min(openedAtOnce, count - opened) }, () => dial(sender.port));
      const sockets = await Promise.all(batch);
      this.#sockets.push(...sockets);
      await Promise.all(sockets.map(echoes));
    }
  }

  get areAllGone(): boolean {
    return this.#sockets.every(({ destroyed }) => destroyed);
  }

  /** Carries fresh bytes through every tunnel. @throws when one has ended, or other bytes come back */
  async useAll(): Promise<void> {
    await Promise.all(this.#sockets.map(echoes));
  }

  closeAll(): void {
    for (const socket of this.#sockets.splice(0)) socket.destroy();
  }
}

/** A new app gets its bytes back. */
export async function useOnce(relays: RelayWorld, name: string): Promise<void> {
  const sender = await relays.sender(name);
  const app = await dial(sender.port);
  await echoes(app);
  app.end();
  await gone(app);
  await sender.close();
}

/** A new app is turned away. */
export async function useInVain(relays: RelayWorld, name: string): Promise<void> {
  const sender = await relays.sender(name);
  const app = await dial(sender.port);
  app.resume();
  await gone(app);
  await sender.close();
}

function gone(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

async function echoes(app: Socket): Promise<void> {
  const sent = randomBytes(bytesEach);
  const received: Buffer[] = [];
  let missing = sent.length;
  await new Promise<void>((resolve, reject) => {
    const onClose = (): void => reject(new Error('the tunnel ended'));
    const onData = (part: Buffer): void => {
      received.push(part);
      missing -= part.length;
      if (missing > 0) return;
      app.off('data', onData).off('close', onClose);
      resolve();
    };
    if (app.destroyed) onClose();
    app.on('data', onData).once('close', onClose);
    app.write(sent);
  });
  if (hash(Buffer.concat(received)) !== hash(sent)) throw new Error('other bytes came back');
}

function hash(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
