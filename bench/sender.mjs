// @ts-check
/**
 * The app's side of the measured ways, as cheap as can be, so that the listener is what is measured: frames are masked
 * beforehand (each with a random key of its own), and of what arrives only the headers are read. Owns its socket.
 */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';

/**
 * @typedef {{ readonly kind: 'relay', readonly port: number, readonly ca: string, readonly sendString: string }
 *   | { readonly kind: 'tls', readonly port: number, readonly ca: string }
 *   | { readonly kind: 'tcp', readonly port: number }} Way how the app gets to what is measured
 */

/** What azbridge writes, and the most that reference §4.1 recommends. */
const messageBytes = 64 * 1024;
const framesInPool = 16;
const openWithinMs = 60_000;

/** Payloads for everybody, and the same as frames. */
const plain = randomBytes(messageBytes);
const frames = Array.from({ length: framesInPool }, () => maskedFrame(plain));

export class Sender {
  /** @type {import('node:net').Socket} */
  #socket;
  #isFramed;
  /** Payload bytes that arrived. */
  received = 0;
  /** @type {() => void} */
  onProgress = () => undefined;
  #headerNeeds = 0;
  /** @type {number[]} */
  #header = [];
  #payloadLeft = 0;

  /** @param {import('node:net').Socket} socket @param {boolean} isFramed @param {Buffer} head */
  constructor(socket, isFramed, head) {
    this.#socket = socket;
    this.#isFramed = isFramed;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => this.#take(chunk));
    if (head.length > 0) this.#take(head);
    socket.resume();
  }

  /** @param {Way} way */
  static async open(way) {
    const socket = await dial(way);
    if (way.kind !== 'relay') return new Sender(socket, false, Buffer.alloc(0));
    return new Sender(socket, true, await upgrade(socket, way));
  }

  /** Writes that many bytes as fast as they are taken. @param {number} bytes */
  async send(bytes) {
    for (let sent = 0, turn = 0; sent < bytes; turn += 1) {
      const length = Math.min(messageBytes, bytes - sent);
      if (!this.#socket.write(this.#message(length, turn))) {
        await new Promise((resolve) => this.#socket.once('drain', resolve));
      }
      sent += length;
    }
  }

  /** @param {Buffer} payload */
  sendPayload(payload) {
    this.#socket.write(this.#isFramed ? maskedFrame(payload) : payload);
  }

  close() {
    this.#socket.destroy();
  }

  /** @param {number} length @param {number} turn */
  #message(length, turn) {
    if (length < messageBytes) {
      const part = plain.subarray(0, length);
      return this.#isFramed ? maskedFrame(part) : part;
    }
    return this.#isFramed ? (frames[turn % framesInPool] ?? plain) : plain;
  }

  /** @param {Buffer} chunk */
  #take(chunk) {
    if (!this.#isFramed) this.received += chunk.length;
    else this.#count(chunk);
    this.onProgress();
  }

  /** A server's frames carry no mask. @param {Buffer} chunk */
  #count(chunk) {
    for (let offset = 0; offset < chunk.length;) {
      if (this.#payloadLeft > 0) {
        const length = Math.min(this.#payloadLeft, chunk.length - offset);
        this.#payloadLeft -= length;
        this.received += length;
        offset += length;
        continue;
      }
      this.#header.push(chunk[offset] ?? 0);
      offset += 1;
      if (this.#header.length === 2) {
        const short = (this.#header[1] ?? 0) & 0x7f;
        this.#headerNeeds = short === 127 ? 10 : short === 126 ? 4 : 2;
      }
      if (this.#header.length < 2 || this.#header.length < this.#headerNeeds) continue;
      const header = Buffer.from(this.#header);
      this.#header = [];
      if (((header[0] ?? 0) & 0x0f) >= 8) throw new Error('the tunnel was ended meanwhile');
      this.#payloadLeft =
        header.length === 2
          ? (header[1] ?? 0) & 0x7f
          : header.length === 4
            ? header.readUInt16BE(2)
            : Number(header.readBigUInt64BE(2));
    }
  }
}

/** @param {Way} way @returns {Promise<import('node:net').Socket>} */
function dial(way) {
  return new Promise((resolve, reject) => {
    const socket =
      way.kind === 'tcp'
        ? connectTcp({ host: '127.0.0.1', port: way.port })
        : connectTls({ host: 'localhost', port: way.port, ca: way.ca, servername: 'localhost' });
    socket.setNoDelay(true);
    const timer = setTimeout(() => socket.destroy(new Error('not connected in time')), openWithinMs);
    socket.once('error', reject);
    socket.once(way.kind === 'tcp' ? 'connect' : 'secureConnect', () => {
      clearTimeout(timer);
      socket.removeListener('error', reject);
      resolve(socket);
    });
  });
}

/**
 * The sender's handshake (relay-protocol §5.1).
 * @param {import('node:net').Socket} socket
 * @param {Extract<Way, { kind: 'relay' }>} way
 * @returns {Promise<Buffer>} what came behind the answer
 */
function upgrade(socket, { port, sendString }) {
  const {
    EntityPath: path = '',
    SharedAccessKeyName: rule = '',
    SharedAccessKey: key = '',
  } = partsOf(sendString);
  const lines = [
    `GET /$hc/${path}?sb-hc-action=connect&sb-hc-id=${randomUUID()} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    `ServiceBusAuthorization: ${sasToken(`http://localhost/${path}`, rule, key)}`,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0);
    const timer = setTimeout(() => give('no answer in time'), openWithinMs);
    const onClose = () => give('closed');
    const settle = () => {
      clearTimeout(timer);
      socket.removeListener('data', onData);
      socket.removeListener('close', onClose);
    };
    /** @param {string} problem */
    const give = (problem) => {
      settle();
      socket.destroy();
      reject(new Error(`the relay let no sender in: ${problem}`));
    };
    /** @param {Buffer} chunk */
    const onData = (chunk) => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!answer.toString('latin1', 0, 12).endsWith(' 101')) {
        give(answer.toString('latin1', 0, answer.indexOf('\r\n')));
        return;
      }
      settle();
      socket.pause();
      resolve(answer.subarray(end + 4));
    };
    socket.on('data', onData);
    socket.once('close', onClose);
    socket.on('error', () => undefined);
  });
}

/** @param {string} connectionString @returns {Partial<Record<string, string>>} */
export function partsOf(connectionString) {
  const parts = connectionString.split(';').filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
}

/** relay-protocol §2.1. @param {string} resource @param {string} rule @param {string} key */
function sasToken(resource, rule, key) {
  const expiry = Math.floor(Date.now() / 1000) + 3600;
  const encoded = encodeURIComponent(resource);
  const signature = createHmac('sha256', key).update(`${encoded}\n${expiry}`).digest('base64');
  return `SharedAccessSignature sr=${encoded}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=${rule}`;
}

/** One binary message, masked with a fresh random key (RFC 6455 §5.3). @param {Buffer} payload */
function maskedFrame(payload) {
  const extended = payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8;
  const frame = Buffer.allocUnsafe(2 + extended + 4 + payload.length);
  frame[0] = 0x82;
  frame[1] = 0x80 | (extended === 0 ? payload.length : extended === 2 ? 126 : 127);
  if (extended === 2) frame.writeUInt16BE(payload.length, 2);
  else if (extended === 8) frame.writeBigUInt64BE(BigInt(payload.length), 2);
  const key = randomBytes(4);
  key.copy(frame, 2 + extended);
  const start = 2 + extended + 4;
  for (let index = 0; index < payload.length; index += 1) {
    frame[start + index] = (payload[index] ?? 0) ^ (key[index & 3] ?? 0);
  }
  return frame;
}
