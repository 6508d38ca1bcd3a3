/**
 * A wire between a host and its relay that can be cut in every way in which a network fails: plain TCP on loopback, below
 * TLS, so that both ends meet what they would meet in the field. Owns all of its sockets.
 *
 * What `freeze` and `abandon` hold back looks to both ends like packets that nobody takes: the kernel's buffers fill, nothing
 * is answered, and no FIN or RST tells.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to a connection that comes in. */
type Manner = 'pass' | 'hold' | 'hangUp';

interface Pair {
  readonly near: Socket;
  /** Not there while the connection is held. */
  far: Socket | undefined;
  isAbandoned: boolean;
}

export class ChaosWire {
  readonly #target: number;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  #manner: Manner = 'pass';
  #detour: number | undefined;
  #isFrozen = false;
  #port = 0;

  private constructor(target: number) {
    this.#target = target;
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (near) => this.#take(near));
  }

  /** @param target port on loopback where the wire leads */
  static async to(target: number): Promise<ChaosWire> {
    const wire = new ChaosWire(target);
    await wire.#listen();
    return wire;
  }

  get port(): number {
    return this.#port;
  }

  /** Connections that are there, on the host's side. */
  get open(): number {
    return this.#pairs.size;
  }

  /** A blackhole: nothing is forwarded any more, old connections and new; nothing is closed either. */
  freeze(): void {
    this.#isFrozen = true;
    this.#manner = 'hold';
    for (const pair of this.#pairs) pause(pair);
  }

  /** The blackhole is gone: what waited goes on its way. */
  thaw(): void {
    this.#isFrozen = false;
    this.#manner = 'pass';
    for (const pair of this.#pairs) {
      if (pair.isAbandoned) continue;
      if (pair.far) resume(pair);
      else this.#join(pair);
    }
  }

  /** As after a change of network: the connections that are there lead nowhere for ever, new ones are served. */
  abandon(): void {
    for (const pair of this.#pairs) {
      pair.isAbandoned = true;
      pause(pair);
    }
  }

  /** The end of those that were abandoned, for whoever still has one end of them. */
  dropAbandoned(): void {
    for (const { isAbandoned, near, far } of [...this.#pairs]) {
      if (!isAbandoned) continue;
      near.resetAndDestroy();
      far?.resetAndDestroy();
    }
  }

  /** New connections are ended in the middle of their TLS handshake. */
  hangUp(): void {
    this.#manner = 'hangUp';
  }

  /** New connections end at another port, such as a server with a wrong certificate. */
  divert(port: number): void {
    this.#detour = port;
  }

  /** New connections are served again. */
  mend(): void {
    this.#manner = 'pass';
    this.#detour = undefined;
  }

  /** Resets everything that is open. */
  reset(): void {
    for (const { near, far } of [...this.#pairs]) {
      near.resetAndDestroy();
      far?.resetAndDestroy();
    }
  }

  /** The port refuses connections; what is open is reset. */
  async goDown(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.reset();
    await closed;
  }

  comeBack(): Promise<void> {
    return this.#listen();
  }

  async close(): Promise<void> {
    if (this.#server.listening) await this.goDown();
  }

  async #listen(): Promise<void> {
    this.#server.listen(this.#port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  #take(near: Socket): void {
    const pair: Pair = { near, far: undefined, isAbandoned: false };
    this.#pairs.add(pair);
    near.setNoDelay(true);
    near.on('error', () => undefined);
    near.once('close', () => {
      this.#pairs.delete(pair);
      if (!pair.isAbandoned) pair.far?.destroy();
    });
    if (this.#manner === 'pass') this.#join(pair);
    else if (this.#manner === 'hangUp') {
      // Once the handshake has begun: before that it would be a refusal of another kind.
      near.once('data', () => near.destroy());
      near.resume();
    }
  }

  #join(pair: Pair): void {
    const { near } = pair;
    const far = connect({ port: this.#detour ?? this.#target, host: '127.0.0.1', allowHalfOpen: true });
    far.setNoDelay(true);
    pair.far = far;
    far.on('error', () => near.resetAndDestroy());
    far.once('close', () => {
      if (!pair.isAbandoned) near.destroy();
    });
    near.once('error', () => far.resetAndDestroy());
    near.pipe(far);
    far.pipe(near);
    if (this.#isFrozen) pause(pair);
  }
}

function pause({ near, far }: Pair): void {
  if (!far) return;
  near.unpipe(far);
  far.unpipe(near);
  near.pause();
  far.pause();
}

function resume({ near, far }: Pair): void {
  if (!far) return;
  near.pipe(far);
  far.pipe(near);
}
