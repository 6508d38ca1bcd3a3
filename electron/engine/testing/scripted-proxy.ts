/**
 * An HTTP proxy on loopback that does what a test says: forwards, refuses, lies, or says nothing. Owns its server and every
 * socket; `close` ends them all.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { ProxyAddress } from '../../contract/proxy-setting.ts';

export interface ProxyRequest {
  readonly socket: Socket;
  /** `host:port` of the CONNECT. */
  readonly authority: string;
  /** The whole head, as it came. */
  readonly head: string;
}

export type ProxyScript = (request: ProxyRequest) => void;

export interface ScriptedProxyOptions {
  /** Speaks TLS to its clients. */
  readonly tls?: { readonly certPem: string; readonly keyPem: string };
}

export class ScriptedProxy {
  readonly requests: ProxyRequest[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  script: ProxyScript;
  #port = 0;

  private constructor(script: ProxyScript, { tls }: ScriptedProxyOptions) {
    this.script = script;
    const serve = (socket: Socket): void => this.#serve(socket);
    this.#server =
      tls === undefined
        ? createServer(serve)
        : createTlsServer({ cert: tls.certPem, key: tls.keyPem }, serve);
    this.#server.on('tlsClientError', () => undefined);
  }

  static async start(script: ProxyScript, options: ScriptedProxyOptions = {}): Promise<ScriptedProxy> {
    const proxy = new ScriptedProxy(script, options);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    proxy.#port = (proxy.#server.address() as AddressInfo).port;
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  get open(): number {
    return this.#sockets.size;
  }

  address(change: Partial<ProxyAddress> = {}): ProxyAddress {
    return { secure: false, host: '127.0.0.1', port: this.#port, user: '', password: '', ...change };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    let head = '';
    const read = (part: Buffer): void => {
      head += part.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.removeListener('data', read);
      socket.pause();
      const request = { socket, head, authority: /^CONNECT (\S+) HTTP\/1\.1\r\n/.exec(head)?.[1] ?? '' };
      this.requests.push(request);
      this.script(request);
    };
    socket.on('data', read);
  }
}

/** Opens the tunnel, to `port` on this computer whatever was asked for, or to where was asked. */
export function forward(port?: number): ProxyScript {
  return ({ socket, authority }) => {
    const target = connect({ host: '127.0.0.1', port: port ?? Number(authority.split(':').at(-1)) });
    target.on('error', () => socket.destroy());
    socket.on('close', () => target.destroy());
    target.on('close', () => socket.destroy());
    target.on('connect', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(target);
      target.pipe(socket);
    });
  };
}

/** Takes everything and says nothing. */
export const mute: ProxyScript = ({ socket }) => socket.resume();

/** Says this and closes. */
export function answer(...lines: readonly string[]): ProxyScript {
  return ({ socket }) => socket.end(`${lines.join('\r\n')}\r\n\r\n`);
}
