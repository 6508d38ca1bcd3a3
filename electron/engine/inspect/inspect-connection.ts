/**
 * What a connection string leads to, found out before anything is kept: Azure is asked once with the string's own key,
 * and the endpoint that it names is tried once. Owns the time limit.
 *
 * Invariant: it ends in time, and a failure of either part is an answer, not an error.
 */
import type { TLSSocket } from 'node:tls';
import type { Inspection } from '../../contract/api.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { Trust } from '../net/trust.ts';
import type { RelayDialer } from '../net/dial-relay.ts';
import { askEntity } from '../relay/ask-entity.ts';
import type { EntityInfo } from '../relay/entity-info.ts';
import type { NewConnection } from '../new-connection.ts';
import type { TargetDialOptions } from '../tunnel/target-dialer.ts';
import { tryTarget } from '../tunnel/try-target.ts';

/** The way to relays outside of any connection. */
export interface RelayWay {
  readonly dialer: RelayDialer;
  readonly trust: Trust;
}

export interface InspectPorts extends RelayWay, Pick<TargetDialOptions, 'clock' | 'mayDial' | 'resolve'> {
  readonly dialTimeoutMs: () => number;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/** Azure and endpoint together. */
const timeoutMs = 25_000;

export async function inspectConnection(
  { config, key }: NewConnection,
  existingId: string | null,
  ports: InspectPorts,
): Promise<Inspection> {
  const nothing = { azure: null, reached: null, existingId };
  // BizTalk: there is nobody left to ask.
  if (key === null)
    return { ...nothing, problem: toErrorData(new HcmError('HCM1016', { host: config.host })) };
  const { host, port, name, keyName, caPem } = config;
  const deadline = deadlineOf(ports, host);
  try {
    const entity = { host, port, entityPath: name };
    const info = await askEntity(
      { entity, keyName, key, signal: deadline.signal },
      { clock: ports.clock, dialRelay: dialWith(ports, caPem) },
    );
    const azure = azureOf(info);
    const reached = azure.endpoint === null ? null : await tryEndpoint(azure.endpoint, ports, deadline);
    return { azure, reached, problem: null, existingId };
  } catch (error) {
    return { ...nothing, problem: toErrorData(error) };
  } finally {
    deadline.end();
  }
}

/** Dials a relay under the trust of one connection. */
export function dialWith({ dialer, trust }: RelayWay, caPem: string | null) {
  return async (host: string, port: number, dialTimeoutMs: number, signal: AbortSignal): Promise<TLSSocket> =>
    dialer.dial({ host, port, timeoutMs: dialTimeoutMs, signal, trust: trust.contextFor(caPem) });
}

interface Deadline {
  readonly signal: AbortSignal;
  /** Whole seconds that are left, at least one, in milliseconds. */
  leftMs(): number;
  end(): void;
}

function deadlineOf(
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
  host: string,
): Deadline {
  const over = new AbortController();
  const endsMs = clock.monotonicMs() + timeoutMs;
  const end = clock.after(timeoutMs, () =>
    over.abort(new HcmError('HCM2003', { host, seconds: timeoutMs / 1000 })),
  );
  return {
    signal: AbortSignal.any([over.signal, signal]),
    leftMs: () => Math.max(1, Math.floor((endsMs - clock.monotonicMs()) / 1000)) * 1000,
    end,
  };
}

function azureOf({ endpoint, listenerCount }: EntityInfo): NonNullable<Inspection['azure']> {
  return {
    endpoint: endpoint.kind === 'found' ? { host: endpoint.host, port: endpoint.port } : null,
    listeners: listenerCount ?? 0,
  };
}

async function tryEndpoint(
  { host, port }: { readonly host: string; readonly port: number },
  { clock, mayDial, resolve, dialTimeoutMs, signal }: InspectPorts,
  deadline: Deadline,
): Promise<NonNullable<Inspection['reached']>> {
  try {
    const { dialMs } = await tryTarget({
      host,
      port,
      clock,
      mayDial,
      signal,
      timeoutMs: Math.min(dialTimeoutMs(), deadline.leftMs()),
      ...(resolve === undefined ? {} : { resolve }),
    });
    return { dialMs, problem: null };
  } catch (error) {
    return { dialMs: null, problem: toErrorData(error) };
  }
}
