// @ts-check
/**
 * The service behind every way that is measured, in the bench's own process. A tunnel that carries something begins with
 * a tag, so that the service's end is found whatever else connects (a host checks its endpoints). Owns its sockets.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Sender } from './sender.mjs';

const tagBytes = 16;
const arriveWithinMs = 60_000;
const chunk = randomBytes(64 * 1024);

/** Both ends of a tunnel. */
export class LoadTunnel {
  /** @readonly @type {Sender} */ sender;
  /** @readonly @type {import('node:net').Socket} */ service;
  /** Bytes that the service got. */
  received = 0;
  /** @type {() => void} */
  onProgress = () => undefined;

  /** @param {Sender} sender @param {import('node:net').Socket} service */
  constructor(sender, service) {
    this.sender = sender;
    this.service = service;
    service.on('data', (part) => {
      this.received += part.length;
      this.onProgress();
    });
  }

  /** App to service. Resolves when all of it has arrived. @param {number} bytes */
  async up(bytes) {
    const goal = this.received + bytes;
    const arrived = new Promise((resolve) => {
      this.onProgress = () => {
        if (this.received >= goal) resolve(undefined);
      };
    });
    await Promise.all([this.sender.send(bytes), arrived]);
  }

  /** Service to app. @param {number} bytes */
  async down(bytes) {
    const { sender, service } = this;
    const goal = sender.received + bytes;
    const arrived = new Promise((resolve) => {
      sender.onProgress = () => {
        if (sender.received >= goal) resolve(undefined);
      };
    });
    for (let sent = 0; sent < bytes; sent += chunk.length) {
      if (!service.write(chunk.subarray(0, Math.min(chunk.length, bytes - sent))))
        await once(service, 'drain');
    }
    await arrived;
  }

  close() {
    this.sender.close();
    this.service.destroy();
  }
}

export class Target {
  /** @type {import('node:net').Server} */
  #server;
  /** @type {Set<import('node:net').Socket>} */
  #sockets = new Set();
  /** @type {Map<string, (socket: import('node:net').Socket) => void>} */
  #expected = new Map();

  constructor() {
    this.#server = createServer({ noDelay: true }, (socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => this.#sockets.delete(socket));
      this.#readTag(socket);
    });
  }

  static async start() {
    const target = new Target();
    target.#server.listen(0, '127.0.0.1');
    await once(target.#server, 'listening');
    return target;
  }

  get port() {
    return /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
  }

  /** @param {import('./sender.mjs').Way} way */
  async open(way) {
    const tag = randomBytes(tagBytes);
    const sender = await Sender.open(way);
    const arrived = new Promise((resolve, reject) => {
      const late = () => reject(new Error('what went into a tunnel did not come out in time'));
      const timer = setTimeout(late, arriveWithinMs);
      this.#expected.set(tag.toString('hex'), (socket) => (clearTimeout(timer), resolve(socket)));
    });
    sender.sendPayload(tag);
    return new LoadTunnel(sender, await arrived);
  }

  close() {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** @param {import('node:net').Socket} socket */
  #readTag(socket) {
    const look = () => {
      const tag = socket.read(tagBytes);
      if (tag === null) return;
      socket.removeListener('readable', look);
      const key = tag.toString('hex');
      this.#expected.get(key)?.(socket);
      this.#expected.delete(key);
    };
    socket.on('readable', look);
    socket.once('end', () => socket.end());
  }
}
