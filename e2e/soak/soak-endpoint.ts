/**
 * The service behind one connection: hands each socket that begins with a known tag to the session that waits for it.
 * Owns the listening socket and what hasn't shown its tag yet; a check of the host comes without a tag and goes.
 */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
// See session-side.
import { resetSocket } from '../../electron/engine/tunnel/reset-socket.ts';

export const tagBytes = 16;

export class SoakEndpoint {
  #server: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #expected = new Map<string, (socket: Socket) => void>();

  get port(): number {
    return this.#port;
  }

  get isUp(): boolean {
    return this.#server !== undefined;
  }

  /** Calls `arrived` with the socket that shows this tag. @returns what ends the waiting. */
  expect(tag: Buffer, arrived: (socket: Socket) => void): () => void {
    const name = tag.toString('hex');
    this.#expected.set(name, arrived);
    return () => void this.#expected.delete(name);
  }

  async start(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.#sockets.delete(socket));
      this.#readTag(socket);
    });
    // The same port each time: the host knows no other.
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Takes no more connections; with `cut` the open ones are reset. */
  async stop(cut: boolean): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    server.close();
    if (cut) for (const socket of this.#sockets) resetSocket(socket);
    // `close` waits for open connections, listening ends at once.
    await new Promise((resolve) => setImmediate(resolve));
  }

  #readTag(socket: Socket): void {
    const look = (): void => {
      const tag = socket.read(tagBytes) as Buffer | null;
      if (tag === null) return;
      socket.off('readable', look);
      socket.off('end', leave);
      const name = tag.toString('hex');
      const arrived = this.#expected.get(name);
      this.#expected.delete(name);
      if (arrived === undefined) socket.destroy();
      // Once the stream knows that nobody reads by `readable` any more.
      else setImmediate(() => arrived(socket));
    };
    const leave = (): void => void socket.destroy();
    socket.on('readable', look);
    socket.once('end', leave);
  }
}
