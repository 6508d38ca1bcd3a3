/**
 * One try of the way to a namespace, without any key: name, proxy, TCP and TLS as a channel dials them, then one plain GET.
 * Owns the socket and the time limit.
 *
 * Invariants: it ends in time; a failure on the way is an answer, not an error; a name that leads only where this host may
 * not dial is not dialled.
 */
import { request } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { HcmError, toErrorData, type ErrorCode } from '../../contract/errors.ts';
import type { NamespaceStep, NamespaceTest } from '../../contract/namespace-test.ts';
import type { Clock } from '../clock.ts';
import { issuerOf, shownChain } from '../net/presented-issuer.ts';
import type { MayDial } from '../policy/may-dial.ts';
import { dialFailure } from '../relay/failures.ts';
import { authority } from '../relay/relay-address.ts';
import type { RelayWay } from './inspect-connection.ts';

export interface NamespaceQuestion {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** CA that alone is trusted, or null. */
  readonly caPem: string | null;
  /** For all steps together. */
  readonly timeoutMs: number;
}

export interface NamespaceTestPorts extends RelayWay {
  readonly clock: Clock;
  readonly mayDial: MayDial;
  /** @throws HcmError HCM2001, HCM2003 */
  readonly addressesOf: (host: string, timeoutMs: number) => Promise<readonly string[]>;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/** Behind a proxy names outside are often not known, and nobody should wait long for that. */
const nameTimeoutMs = 5_000;

/** @throws HcmError HCM1050 */
export async function testNamespace(
  { host, port, caPem, timeoutMs }: NamespaceQuestion,
  ports: NamespaceTestPorts,
): Promise<NamespaceTest> {
  const { clock, mayDial, dialer, signal } = ports;
  const trust = ports.trust.contextFor(caPem);
  const endsMs = clock.monotonicMs() + timeoutMs;
  const leftMs = (): number => Math.max(1, Math.round(endsMs - clock.monotonicMs()));
  const addresses = await knownAddresses(host, Math.min(nameTimeoutMs, timeoutMs), ports);
  const verdicts = addresses.map((address) => mayDial(host, port, address));
  const [first] = verdicts;
  let found: NamespaceTest = { ...nothing, addresses: [...addresses] };
  if (first?.allowed === false && verdicts.every(({ allowed }) => !allowed)) {
    const { reason } = first;
    return {
      ...found,
      failedAt: 'name',
      problem: toErrorData(new HcmError('HCM3106', { host, port, reason })),
    };
  }
  const onWay = (via: string | null): void => void (found = { ...found, via });
  const began = clock.monotonicMs();
  try {
    const socket = await dialer.dial({ host, port, trust, signal, onWay, timeoutMs: leftMs() });
    const dialMs = clock.monotonicMs() - began;
    found = {
      ...found,
      dialMs,
      protocol: socket.getProtocol(),
      issuer: issuerOf(shownChain(socket)) || null,
    };
    return {
      ...found,
      httpStatus: await askStatus(socket, { host, port, clock, signal, timeoutMs: leftMs() }),
    };
  } catch (error) {
    const problem = toErrorData(error);
    const failedAt = found.dialMs === null ? stepOf(problem.code) : 'https';
    const issuer = found.issuer ?? (String(problem.details['issuer'] ?? '') || null);
    return { ...found, issuer, failedAt, problem };
  }
}

const nothing: NamespaceTest = {
  addresses: [],
  via: null,
  dialMs: null,
  protocol: null,
  issuer: null,
  httpStatus: null,
  failedAt: null,
  problem: null,
};

async function knownAddresses(
  host: string,
  timeoutMs: number,
  { addressesOf }: NamespaceTestPorts,
): Promise<readonly string[]> {
  try {
    return await addressesOf(host, timeoutMs);
  } catch {
    // The dial tells why, where the name matters.
    return [];
  }
}

function stepOf(code: ErrorCode): NamespaceStep {
  if (code === 'HCM2001') return 'name';
  if (code === 'HCM2073' || code.startsWith('HCM201')) return 'tls';
  return code.startsWith('HCM206') || code.startsWith('HCM207') ? 'proxy' : 'connect';
}

interface StatusQuestion extends Pick<NamespaceQuestion, 'host' | 'port' | 'timeoutMs'> {
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** @throws HcmError HCM2003, HCM2005, HCM2014; the signal's reason when aborted. */
function askStatus(
  socket: TLSSocket,
  { host, port, timeoutMs, clock, signal }: StatusQuestion,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request({
      createConnection: () => socket,
      method: 'GET',
      path: '/',
      headers: { Host: authority(host, port), Connection: 'close' },
    });
    const settle = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', onAbort);
      call.destroy();
      socket.destroy();
    };
    const fail = (error: unknown): void => {
      settle();
      reject(dialFailure(error, { host, port }));
    };
    const onAbort = (): void => fail(signal.reason);
    const cancelTimer = clock.after(timeoutMs, () =>
      fail(new HcmError('HCM2003', { host, port, seconds: Math.round(timeoutMs / 1000) })),
    );
    signal.addEventListener('abort', onAbort, { once: true });
    call.on('error', fail);
    call.on('response', (response) => {
      response.on('error', () => undefined);
      settle();
      resolve(response.statusCode ?? 0);
    });
    if (signal.aborted) onAbort();
    else call.end();
  });
}
