/** A listener for tests: a control channel over `ws` and rendezvous as raw peers. */
import { on, once } from 'node:events';
import { WebSocket } from 'ws';
import { z } from 'zod';
import type { PeerOptions, RawPeer } from './raw-peer.ts';

const endpoint = z.strictObject({ address: z.string(), port: z.number() });

const acceptSchema = z.strictObject({
  accept: z.strictObject({
    address: z.string(),
    id: z.string(),
    connectHeaders: z.record(z.string(), z.string()),
    remoteEndpoint: endpoint,
  }),
});

const requestSchema = z.strictObject({
  request: z.union([
    z.strictObject({ address: z.string() }),
    z.strictObject({
      address: z.string(),
      id: z.string(),
      requestTarget: z.string(),
      method: z.string(),
      remoteEndpoint: endpoint,
      requestHeaders: z.record(z.string(), z.string()),
      body: z.boolean(),
    }),
  ]),
});

export type Accept = z.infer<typeof acceptSchema>['accept'];
export type FullRequest = Exclude<z.infer<typeof requestSchema>['request'], { address: string; id?: never }>;

export function parseRequest(text: string): z.infer<typeof requestSchema>['request'] {
  return requestSchema.parse(JSON.parse(text)).request;
}

/** Fails when only an address came. */
export function parseFullRequest(text: string): FullRequest {
  const request = parseRequest(text);
  if (!('id' in request)) throw new Error('only an address');
  return request;
}

export interface ListenerDial {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  /** Makes the rendezvous; who makes it also ends it. */
  readonly peer: (options: Omit<PeerOptions, 'ca'>) => RawPeer;
}

export class TestListener {
  readonly socket: WebSocket;
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #messages: AsyncIterableIterator<[Buffer, boolean]>;
  readonly #peer: (options: Omit<PeerOptions, 'ca'>) => RawPeer;

  /** Opens a control channel. */
  static async dial({ url, ca, token, peer }: ListenerDial): Promise<TestListener> {
    const headers = { ServiceBusAuthorization: token };
    const socket = new WebSocket(url, { ca, perMessageDeflate: false, headers });
    // Made before the answer comes: a message may come right behind it.
    const listener = new TestListener(socket, peer);
    await once(socket, 'open');
    return listener;
  }

  private constructor(socket: WebSocket, peer: (options: Omit<PeerOptions, 'ca'>) => RawPeer) {
    this.socket = socket;
    this.#peer = peer;
    this.#messages = on(socket, 'message', { close: ['close'] }) as AsyncIterableIterator<[Buffer, boolean]>;
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }));
    });
  }

  /** Next message, whatever it is. */
  async next(): Promise<{ data: Buffer; isBinary: boolean }> {
    const next = await this.#messages.next();
    if (next.done === true) throw new Error('control channel closed');
    const [data, isBinary] = next.value;
    return { data, isBinary };
  }

  async nextText(): Promise<string> {
    const { data, isBinary } = await this.next();
    if (isBinary) throw new Error('binary where text was expected');
    return data.toString('utf8');
  }

  async nextAccept(): Promise<Accept> {
    return acceptSchema.parse(JSON.parse(await this.nextText())).accept;
  }

  accept({ address }: Accept, headerLines: readonly string[] = []): RawPeer {
    return this.#peer({ url: address, headerLines });
  }

  reject({ address }: Accept, status: number | string, description: string): RawPeer {
    const text = encodeURIComponent(description);
    return this.#peer({ url: `${address}&sb-hc-statusCode=${status}&sb-hc-statusDescription=${text}` });
  }

  respond(response: object, body?: Buffer): void {
    this.socket.send(JSON.stringify({ response }));
    if (body !== undefined) this.socket.send(body);
  }
}
