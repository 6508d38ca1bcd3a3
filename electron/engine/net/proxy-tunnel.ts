/**
 * A TCP connection to a relay through an HTTP proxy (CONNECT, RFC 9110 §9.3.6; relay-protocol §3.12). Owns the connection to
 * the proxy until the tunnel is open; then it belongs to the caller.
 *
 * Invariants: credentials go to the proxy alone, and only in a header; no byte behind the proxy's answer is lost; the answer
 * is bounded in size and time.
 */
import type { Socket } from 'node:net';
import { HcmError, type ErrorDetails } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { formatProxy, hasCredentials, type ProxyAddress } from '../../contract/proxy-setting.ts';
import { readConnectAnswer, type ConnectAnswer } from './connect-answer.ts';
import { connectTcp } from './connect-tcp.ts';
import { issuerOf, type ShownChain } from './presented-issuer.ts';
import { connectRefusal, proxyDialFailure, proxyTlsFailure } from './proxy-failures.ts';
import { secureSocket } from './secure-socket.ts';
import type { TrustContext } from './trust.ts';

export interface TunnelInput {
  readonly proxy: ProxyAddress;
  /** The relay, without brackets. */
  readonly host: string;
  readonly port: number;
  /** For a proxy that is spoken to by TLS. */
  readonly trust: () => TrustContext;
}

/** @throws HcmError HCM206x, HCM2072; the signal's reason when aborted. */
export async function openTunnel(input: TunnelInput, signal: AbortSignal): Promise<Socket> {
  const { proxy, host, port } = input;
  const details = { host, port, proxy: formatProxy(proxy) };
  const socket = await connectProxy(input, details, signal);
  const { isOpen, answer } = await askForTunnel(socket, input, details, signal);
  if (isOpen) return socket;
  socket.destroy();
  throw connectRefusal(answer, hasCredentials(proxy), details);
}

async function connectProxy(
  { proxy, trust }: TunnelInput,
  details: ErrorDetails,
  signal: AbortSignal,
): Promise<Socket> {
  const below = await connectTcp(proxy, (error) => proxyDialFailure(error, details), signal);
  if (!proxy.secure) return below;
  const failure = (error: unknown, shown: ShownChain): HcmError =>
    proxyTlsFailure(error, { ...details, ...issuerDetail(issuerOf(shown)) });
  return secureSocket({ below, host: proxy.host, trust: trust(), failure }, signal);
}

function issuerDetail(issuer: string): ErrorDetails {
  return issuer === '' ? {} : { issuer };
}

interface Asked {
  readonly isOpen: boolean;
  readonly answer: ConnectAnswer;
}

function askForTunnel(
  socket: Socket,
  { proxy, host, port }: TunnelInput,
  details: ErrorDetails,
  signal: AbortSignal,
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const settle = (): void => {
      signal.removeEventListener('abort', onAbort);
      socket.removeListener('readable', read);
      socket.removeListener('end', onEnd);
      socket.removeListener('close', onEnd);
      socket.removeListener('error', onError);
    };
    const fail = (error: Error): void => {
      settle();
      socket.destroy();
      reject(error);
    };
    const read = (): void => {
      for (let part = next(socket); part !== null; part = next(socket)) {
        received = Buffer.concat([received, part]);
        const answer = readConnectAnswer(received);
        if (answer === null) {
          fail(new HcmError('HCM2068', { ...details, reason: 'not HTTP' }));
          return;
        }
        if (answer === undefined) continue;
        settle();
        // Back to where TLS looks for it first.
        if (answer.rest.length > 0) socket.unshift(answer.rest);
        resolve({ isOpen: answer.status >= 200 && answer.status < 300, answer });
        return;
      }
    };
    const onEnd = (): void => {
      const code = received.length === 0 ? 'HCM2063' : 'HCM2068';
      fail(new HcmError(code, { ...details, reason: 'closed without an answer' }));
    };
    const onError = (error: unknown): void => fail(proxyDialFailure(error, details));
    const onAbort = (): void => fail(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('readable', read);
    socket.once('end', onEnd);
    socket.once('close', onEnd);
    socket.once('error', onError);
    if (signal.aborted) onAbort();
    else socket.write(connectRequest(proxy, formatHostPort({ host, port })));
  });
}

function next(socket: Socket): Buffer | null {
  return socket.read() as Buffer | null;
}

/** Some proxies refuse a CONNECT that doesn't say who asks. */
function connectRequest(proxy: ProxyAddress, authority: string): string {
  const lines = [
    `CONNECT ${authority} HTTP/1.1`,
    `Host: ${authority}`,
    'User-Agent: hybrid-connection-manager',
    'Proxy-Connection: keep-alive',
    ...(hasCredentials(proxy) ? [`Proxy-Authorization: Basic ${basic(proxy)}`] : []),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

/** RFC 7617, in UTF-8 (§2.1). */
function basic({ user, password }: ProxyAddress): string {
  return Buffer.from(`${user}:${password}`, 'utf8').toString('base64');
}
