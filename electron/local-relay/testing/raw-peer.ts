/**
 * A small WebSocket peer for tests that speaks exactly what it is told: half-closes, resets, fragments, broken frames. Owns
 * its connection.
 */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectTcp } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { TLSSocket } from 'node:tls';
import { closePayload, encodeFrame, FrameDecoder, opcodes } from '../../engine/relay/frames.ts';
import type { CloseInfo, MessageOpcode } from '../../engine/relay/frames.ts';

export interface RawPart {
  readonly bytes: Buffer;
  readonly opcode: MessageOpcode;
  readonly first: boolean;
  readonly last: boolean;
}

export interface HandshakeAnswer {
  readonly status: number;
  readonly reason: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** How the connection ended: by FIN, or cut off (`reset` for an RST). */
export type PeerEnd = 'end' | 'reset' | 'error';

export interface PeerOptions {
  readonly ca: string;
  /** `wss://localhost:PORT/…`; dialled on 127.0.0.1. */
  readonly url: string;
  /** Further lines of the handshake, as they are. */
  readonly headerLines?: readonly string[];
  /** Instead of the usual handshake. */
  readonly rawRequest?: string;
  /** Bytes that go out together with the handshake. */
  readonly earlyBytes?: Buffer;
}

export interface FrameOptions {
  readonly opcode?: number;
  readonly last?: boolean;
}

export class RawPeer {
  /** Everything that came, in order; `keepParts: false` via {@link discardParts} for large streams. */
  readonly parts: RawPart[] = [];
  receivedBytes = 0;
  readonly pongs: Buffer[] = [];
  readonly answer: Promise<HandshakeAnswer>;
  /** The other end's Close frame. */
  readonly closed: Promise<CloseInfo>;
  readonly ended: Promise<PeerEnd>;
  readonly #tcp: Socket;
  readonly #tls: TLSSocket;
  readonly #hash = createHash('sha256');
  #keepParts = true;

  constructor(options: PeerOptions) {
    const url = new URL(options.url);
    this.#tcp = connectTcp(Number(url.port), '127.0.0.1');
    // Both ends of these connections live in one process: one of them must not go idle waiting for ACKs.
    this.#tcp.setNoDelay(true);
    this.#tls = connectTls({ socket: this.#tcp, ca: options.ca, servername: 'localhost' });
    let close: ((info: CloseInfo) => void) | undefined;
    this.closed = new Promise((resolve) => (close = resolve));
    const decoder = new FrameDecoder('client', {
      onData: (bytes, opcode, first, last) => this.#take({ bytes: Buffer.from(bytes), opcode, first, last }),
      onPing: () => undefined,
      onPong: (payload) => void this.pongs.push(payload),
      onClose: (info) => close?.(info),
    });
    this.answer = this.#readAnswer((rest) => decoder.push(rest));
    this.answer.catch(() => undefined);
    this.ended = this.#watchEnd();
    this.#tls.write(options.rawRequest ?? handshake(url, options.headerLines ?? []));
    if (options.earlyBytes !== undefined) this.#tls.write(options.earlyBytes);
  }

  /** Hash of all payload so far. */
  get sha256(): string {
    return this.#hash.copy().digest('hex');
  }

  get text(): string {
    return Buffer.concat(this.parts.map((part) => part.bytes)).toString('utf8');
  }

  discardParts(): void {
    this.#keepParts = false;
  }

  /** Sends one frame. Resolves when the socket wants more. */
  async send(payload: string | Buffer, options: FrameOptions = {}): Promise<void> {
    const { opcode = opcodes.binary, last = true } = options;
    const bytes = Buffer.from(payload);
    await this.sendBytes(Buffer.concat(encodeFrame('client', opcode, last, bytes)));
  }

  async sendBytes(bytes: Buffer): Promise<void> {
    if (!this.#tls.write(bytes) && !this.#tls.destroyed) await once(this.#tls, 'drain');
  }

  async sendClose(code = 1000, reason = ''): Promise<void> {
    await this.send(closePayload(code, reason), { opcode: opcodes.close });
  }

  pause(): void {
    this.#tls.pause();
  }

  resume(): void {
    this.#tls.resume();
  }

  /** FIN, without a Close frame. */
  endTcp(): void {
    this.#tls.end();
  }

  /** RST. */
  reset(): void {
    this.#tcp.resetAndDestroy();
  }

  destroy(): void {
    this.#tls.destroy();
  }

  #take(part: RawPart): void {
    this.receivedBytes += part.bytes.length;
    this.#hash.update(part.bytes);
    if (this.#keepParts) this.parts.push(part);
  }

  #readAnswer(onFrames: (rest: Buffer) => void): Promise<HandshakeAnswer> {
    return new Promise((resolve, reject) => {
      let head: Buffer | undefined = Buffer.alloc(0);
      this.#tls.on('data', (chunk: Buffer) => {
        if (head === undefined) {
          onFrames(chunk);
          return;
        }
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        const rest = head.subarray(end + 4);
        const text = head.subarray(0, end).toString('latin1');
        head = undefined;
        const answer = readStatus(text);
        resolve(answer);
        if (answer.status === 101 && rest.length > 0) onFrames(rest);
      });
      this.#tls.once('close', () => reject(new Error('closed before an answer')));
    });
  }

  #watchEnd(): Promise<PeerEnd> {
    return new Promise((resolve) => {
      let end: PeerEnd = 'error';
      this.#tls.once('end', () => (end = 'end'));
      const failed = (error: NodeJS.ErrnoException): void => {
        end = error.code === 'ECONNRESET' ? 'reset' : 'error';
      };
      this.#tls.on('error', failed);
      this.#tcp.on('error', failed);
      this.#tls.once('close', () => resolve(end));
    });
  }
}

function handshake(url: URL, headerLines: readonly string[]): string {
  return [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    ...headerLines,
    '\r\n',
  ].join('\r\n');
}

function readStatus(text: string): HandshakeAnswer {
  const [first = '', ...lines] = text.split('\r\n');
  const found = /^HTTP\/1\.1 (\d{3}) ?(.*)$/.exec(first);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const split = line.indexOf(':');
    headers.set(line.slice(0, split).toLowerCase(), line.slice(split + 1).trim());
  }
  return { status: Number(found?.[1] ?? 0), reason: found?.[2] ?? '', headers };
}
