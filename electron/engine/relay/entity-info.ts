/**
 * Runtime metadata of a hybrid connection over the data plane (relay-protocol §6): when it was made, how many
 * listeners it has, and the endpoint that App Service wrote into its user metadata.
 *
 * The answer comes from outside: its size is bounded, and `entity-entry.ts` reads it.
 */
import { request, type IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import { parseHostPort } from '../../contract/host-port.ts';
import type { Clock } from '../clock.ts';
import { clockSkewMinutes, dialFailure, statusFailure } from './failures.ts';
import { authority, metadataUrl, type RelayEntity } from './relay-address.ts';

const maxBodyBytes = 256 * 1024;

export interface EntityInfo {
  /** ISO 8601 or null. */
  readonly createdOn: string | null;
  readonly lastUpdated: string | null;
  readonly requiresClientAuthorization: boolean | null;
  /** Listeners of all hosts; null when the service doesn't say. */
  readonly listenerCount: number | null;
  readonly endpoint: EndpointReading;
}

export interface EntityAnswer extends EntityInfo {
  /** By which this host's clock is off (positive: ahead) where that is more than Azure bears; else null. */
  readonly clockSkewMinutes: number | null;
}

export type EndpointReading =
  | { readonly kind: 'found'; readonly host: string; readonly port: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly value: string };

export interface EntityInfoRequest {
  readonly entity: RelayEntity;
  /** A verified connection to the entity's host; given away. */
  readonly socket: TLSSocket;
  readonly token: string;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * @throws HcmError as a refused handshake (HCM2020-HCM2027) or HCM2040 when the answer can't be read.
 */
export async function fetchEntityInfo(input: EntityInfoRequest): Promise<EntityAnswer> {
  const { entity } = input;
  const answer = { ...(await get(input)), receivedAtMs: input.clock.now() };
  if (answer.status !== 200) {
    throw statusFailure(
      { ...answer, status: answer.status === 204 ? 404 : answer.status },
      { host: entity.host, name: entity.entityPath },
    );
  }
  // What reads XML is as large as all of this relay's code: it is read with the first answer.
  const { parseEntityInfo } = await import('./entity-entry.ts');
  return { ...parseEntityInfo(answer.body, entity), clockSkewMinutes: clockSkewMinutes(answer) };
}

interface Answer {
  readonly status: number;
  readonly reason: string;
  readonly date: string;
  readonly body: string;
}

function get({ entity, socket, token, timeoutMs, clock, signal }: EntityInfoRequest): Promise<Answer> {
  const url = new URL(metadataUrl(entity));
  return new Promise((resolve, reject) => {
    if (signal.aborted || socket.destroyed) {
      socket.destroy();
      reject(signal.aborted ? abortReason(signal) : new HcmError('HCM2005', { host: entity.host }));
      return;
    }
    const call = request({
      createConnection: () => socket,
      method: 'GET',
      path: url.pathname + url.search,
      headers: {
        Host: authority(entity.host, entity.port),
        Authorization: token,
        'X-PROCESS-AT': 'ServiceBus',
        Connection: 'close',
      },
    });
    const settle = (): void => {
      cancelTimer();
      signal.removeEventListener('abort', onAbort);
      socket.destroy();
    };
    const fail = (error: unknown): void => {
      settle();
      call.destroy();
      reject(dialFailure(error, { host: entity.host }));
    };
    const onAbort = (): void => fail(abortReason(signal));
    const cancelTimer = clock.after(timeoutMs, () =>
      fail(new HcmError('HCM2003', { host: entity.host, seconds: Math.round(timeoutMs / 1000) })),
    );
    signal.addEventListener('abort', onAbort, { once: true });
    call.on('error', fail);
    call.on('response', (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length > maxBodyBytes) fail(new HcmError('HCM2040', { reason: 'too large' }));
        else parts.push(part);
      });
      response.on('error', fail);
      response.on('end', () => {
        settle();
        resolve({
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? '',
          date: response.headers.date ?? '',
          body: Buffer.concat(parts).toString('utf8'),
        });
      });
    });
    call.end();
  });
}

function abortReason(signal: AbortSignal): HcmError {
  const reason: unknown = signal.reason;
  return reason instanceof HcmError ? reason : new HcmError('HCM3123', { reason: 'stopped' });
}

const metadataSchema = z.array(z.object({ key: z.string(), value: z.string() }).or(z.unknown()));

/** `[{"key":"endpoint","value":"host:port"}]`, other keys ignored (relay-protocol §6.3). */
export function readEndpoint(userMetadata: string): EndpointReading {
  let json: unknown;
  try {
    json = JSON.parse(userMetadata);
  } catch {
    return { kind: 'missing' };
  }
  const parsed = metadataSchema.safeParse(json);
  if (!parsed.success) return { kind: 'missing' };
  for (const item of parsed.data) {
    if (!isPair(item) || item.key.trim().toLowerCase() !== 'endpoint') continue;
    const reading = parseHostPort(item.value);
    return reading.ok
      ? { kind: 'found', host: reading.host, port: reading.port }
      : { kind: 'unreadable', value: item.value.slice(0, 200) };
  }
  return { kind: 'missing' };
}

function isPair(item: unknown): item is { key: string; value: string } {
  return (
    typeof item === 'object' &&
    item !== null &&
    typeof (item as { key?: unknown }).key === 'string' &&
    typeof (item as { value?: unknown }).value === 'string'
  );
}
