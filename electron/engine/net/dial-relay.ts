/**
 * One verified TLS connection to a relay, straight or through an HTTP proxy. Owns the sockets until the promise settles, and
 * the cache of TLS sessions by which later dials to the same host resume (a full handshake costs two round trips more).
 *
 * TLS is with the relay in any case: a proxy sees names and sizes, and no more.
 */
import type { LookupFunction, Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { HcmError, type ErrorDetails } from '../../contract/errors.ts';
import { formatProxy, type ProxyAddress } from '../../contract/proxy-setting.ts';
import { systemClock, type Clock } from '../clock.ts';
import { dialFailure } from '../relay/failures.ts';
import { connectTcp } from './connect-tcp.ts';
import { DialLimit } from './dial-limit.ts';
import { isInspected, issuerOf, type ShownChain } from './presented-issuer.ts';
import { direct, type ProxyChoice, type ProxyResolver } from './proxy-choice.ts';
import { isProxyAway } from './proxy-failures.ts';
import { ProxyMemory } from './proxy-memory.ts';
import { openTunnel } from './proxy-tunnel.ts';
import { HandshakeClosedError, secureSocket } from './secure-socket.ts';
import type { TrustContext } from './trust.ts';

export interface RelayDialOptions {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  readonly trust: TrustContext;
  /** For proxy, name, TCP and TLS together. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Told before each way that is tried: the proxy as `host:port`, null for none. */
  readonly onWay?: (proxy: string | null) => void;
}

export interface RelayDialerOptions {
  readonly clock?: Clock;
  /** For the relay's name on the straight way; the system's resolver when left out. */
  readonly lookup?: LookupFunction;
  /** Which ways lead to a relay; without it the straight one. */
  readonly resolveProxy?: ProxyResolver;
  /** What is trusted of proxies that are spoken to by TLS. */
  readonly proxyTrust?: () => TrustContext;
}

const maxSessions = 512;

/** A way to dial a relay whose trust is settled already: all that the wire needs to know of dialling. */
export type DialRelay = (
  host: string,
  port: number,
  timeoutMs: number,
  signal: AbortSignal,
) => Promise<TLSSocket>;

const proxies = new WeakMap<object, string>();

/** The proxy that a connection goes through, `host:port`; null for none. */
export function proxyOf(socket: object): string | null {
  return proxies.get(socket) ?? null;
}

/** Dials relays; one per engine, so that its TLS sessions are shared by all connections to a host. */
export class RelayDialer {
  readonly #options: RelayDialerOptions;
  readonly #sessions = new Map<string, Buffer>();
  readonly #memory: ProxyMemory;

  constructor(options: RelayDialerOptions = {}) {
    this.#options = options;
    this.#memory = new ProxyMemory(options.clock ?? systemClock);
  }

  /**
   * @throws HcmError HCM20xx; HCM2003 or HCM2062 after `timeoutMs`; the signal's reason when aborted.
   */
  async dial(options: RelayDialOptions): Promise<TLSSocket> {
    const { timeoutMs, signal } = options;
    const limit = new DialLimit(timeoutMs, signal, systemTooSlow);
    try {
      if (limit.signal.aborted) throw limit.reason;
      return await this.#tryAll(await this.#choices(options, limit), options, limit);
    } finally {
      limit.end();
    }
  }

  #choices({ host, port }: RelayDialOptions, limit: DialLimit): Promise<readonly ProxyChoice[]> {
    const { resolveProxy } = this.#options;
    return resolveProxy === undefined ? Promise.resolve(direct) : limit.orAbort(resolveProxy(host, port));
  }

  /** The next way is tried only where the one before led nowhere: a proxy that says no has the last word. */
  async #tryAll(
    choices: readonly ProxyChoice[],
    options: RelayDialOptions,
    limit: DialLimit,
  ): Promise<TLSSocket> {
    const ways = this.#bestFirst(choices);
    for (const [index, way] of ways.slice(0, -1).entries()) {
      const share = new DialLimit(limit.leftMs / (ways.length - index), limit.signal, systemTooSlow);
      try {
        return await this.#along(way, options, share);
      } catch (error) {
        if (limit.signal.aborted || !isProxyAway(error)) throw error;
      } finally {
        share.end();
      }
    }
    return this.#along(ways.at(-1) ?? { kind: 'direct' }, options, limit);
  }

  #bestFirst(choices: readonly ProxyChoice[]): readonly ProxyChoice[] {
    const isAway = (way: ProxyChoice): boolean => way.kind === 'proxy' && this.#memory.isAway(way.proxy);
    return [...choices.filter((way) => !isAway(way)), ...choices.filter(isAway)];
  }

  async #along(way: ProxyChoice, options: RelayDialOptions, limit: DialLimit): Promise<TLSSocket> {
    const { host, port, onWay } = options;
    if (way.kind === 'unsupported') throw new HcmError('HCM2071', { host, port });
    if (way.kind === 'direct') {
      onWay?.(null);
      return this.#secure(await this.#connect(options, limit), { host, port }, options, limit);
    }
    const proxy = formatProxy(way.proxy);
    onWay?.(proxy);
    const below = await this.#tunnel(way.proxy, options, limit);
    const socket = await this.#secure(below, { host, port, proxy }, options, limit);
    proxies.set(socket, proxy);
    return socket;
  }

  #connect({ host, port, timeoutMs }: RelayDialOptions, limit: DialLimit): Promise<Socket> {
    const details = { host, port };
    limit.step(() => new HcmError('HCM2003', { ...details, seconds: timeoutMs / 1000 }));
    const target = { host, port, lookup: this.#options.lookup };
    return connectTcp(target, (error) => dialFailure(error, details), limit.signal);
  }

  async #tunnel(proxy: ProxyAddress, options: RelayDialOptions, limit: DialLimit): Promise<Socket> {
    const { host, port, timeoutMs, trust } = options;
    const details = { host, port, proxy: formatProxy(proxy) };
    limit.step(() => new HcmError('HCM2062', { ...details, seconds: timeoutMs / 1000 }));
    for (let trial = this.#memory.trialOf(proxy); trial; trial = this.#memory.trialOf(proxy)) {
      await limit.orAbort(trial);
    }
    const known = this.#memory.signInRefused(proxy);
    if (known) throw known;
    const input = { proxy, host, port, trust: this.#options.proxyTrust ?? (() => trust) };
    const endTrial = this.#memory.beginTrial(proxy);
    try {
      const socket = await openTunnel(input, limit.signal);
      this.#memory.works(proxy);
      this.#memory.acceptedSignIn(proxy);
      return socket;
    } catch (error) {
      this.#learn(proxy, error);
      throw error;
    } finally {
      endTrial();
    }
  }

  #learn(proxy: ProxyAddress, error: unknown): void {
    if (isProxyAway(error)) this.#memory.wentAway(proxy);
    if (!(error instanceof HcmError)) return;
    if (error.code === 'HCM2067') this.#memory.refusedSignIn(proxy, error);
    // It tried to reach the relay, so it had let us in.
    if (error.code === 'HCM2069') this.#memory.acceptedSignIn(proxy);
  }

  async #secure(
    below: Socket,
    details: ErrorDetails,
    { host, port, trust, timeoutMs }: RelayDialOptions,
    limit: DialLimit,
  ): Promise<TLSSocket> {
    const key = `${trust.id}|${host}|${port}`;
    limit.step(() => new HcmError('HCM2003', { ...details, seconds: timeoutMs / 1000 }));
    try {
      return await secureSocket(
        {
          below,
          host,
          trust,
          session: this.#sessions.get(key),
          onSession: (fresh) => this.#remember(key, fresh),
          failure: (error, shown) => relayTlsFailure(error, shown, host, trust, details),
        },
        limit.signal,
      );
    } catch (error) {
      // A session that the other side can't take must not fail the next dial too.
      this.#sessions.delete(key);
      throw error;
    }
  }

  #remember(key: string, session: Buffer): void {
    if (this.#sessions.size >= maxSessions && !this.#sessions.has(key)) this.#sessions.clear();
    this.#sessions.set(key, session);
  }
}

function relayTlsFailure(
  error: unknown,
  shown: ShownChain,
  host: string,
  trust: TrustContext,
  details: ErrorDetails,
): HcmError {
  if (error instanceof HandshakeClosedError) {
    return new HcmError('HCM2005', { ...details, reason: error.message });
  }
  const failure = dialFailure(error, details);
  if (failure.code !== 'HCM2010') return failure;
  const issuer = issuerOf(shown);
  const named = issuer === '' ? failure.details : { ...failure.details, issuer };
  const code = !trust.isPinned && isInspected(shown, host) ? 'HCM2073' : 'HCM2010';
  return new HcmError(code, named, { cause: error });
}

function systemTooSlow(): HcmError {
  return new HcmError('HCM2070', { setting: 'proxyMode', reason: 'timeout' });
}
