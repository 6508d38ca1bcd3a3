/**
 * JSON messages of the control channel (relay-protocol §3.3-§3.7): parsed strictly at the edge, unknown keys and
 * fields ignored. Pure.
 */
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';

/** Largest control message that is parsed, in bytes. The official clients stop at 64 KiB (relay-protocol §3.3). */
export const maxControlMessageBytes = 128 * 1024;

const peerSchema = z.object({
  address: z.string().max(256),
  port: z.int().min(0).max(65_535),
});

const acceptSchema = z.object({
  address: z.string().min(1).max(16_384),
  id: z.string().min(1).max(512),
  // Only told, never needed: a sender must not wait in vain because one of these has another shape.
  connectHeaders: z.record(z.string(), z.unknown()).catch({}),
  remoteEndpoint: peerSchema.optional().catch(undefined),
});

const requestSchema = z.object({
  address: z.string().min(1).max(16_384),
  id: z.string().min(1).max(512).optional(),
  method: z.string().max(256).optional(),
  body: z.boolean().optional(),
});

export interface AcceptMessage {
  readonly kind: 'accept';
  readonly address: string;
  /** Opaque; for logs and support tickets. */
  readonly id: string;
  /** First sub-protocol that the sender asked for: the one that a listener offers (relay-protocol §3.4). */
  readonly subprotocol: string | undefined;
  /** The sender as the relay sees it, `address:port`. */
  readonly peer: string | undefined;
}

export interface RequestMessage {
  readonly kind: 'request';
  readonly address: string;
  /** Absent in the address-only shape: the request itself then comes over the rendezvous (relay-protocol §3.7). */
  readonly id: string | undefined;
  readonly body: boolean;
}

export interface UnknownMessage {
  readonly kind: 'unknown';
  readonly keys: readonly string[];
}

export type ControlMessage = AcceptMessage | RequestMessage | UnknownMessage;

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/u;

/**
 * Reads one control message.
 * @throws HcmError HCM2051 when it isn't one, naming what is wrong but never its content.
 */
export function parseControlMessage(text: string): ControlMessage {
  if (Buffer.byteLength(text) > maxControlMessageBytes)
    throw new HcmError('HCM2051', { reason: 'too large' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new HcmError('HCM2051', { reason: 'not JSON' });
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new HcmError('HCM2051', { reason: 'not an object' });
  }
  if (Object.hasOwn(json, 'accept')) return readAccept((json as { accept: unknown }).accept);
  if (Object.hasOwn(json, 'request')) return readRequest((json as { request: unknown }).request);
  return { kind: 'unknown', keys: Object.keys(json).slice(0, 8) };
}

function readAccept(value: unknown): AcceptMessage {
  const parsed = acceptSchema.safeParse(value);
  if (!parsed.success) throw new HcmError('HCM2051', { reason: `accept.${firstIssue(parsed.error)}` });
  const { address, id, connectHeaders, remoteEndpoint } = parsed.data;
  return {
    kind: 'accept',
    address,
    id,
    subprotocol: firstSubprotocol(connectHeaders),
    peer: remoteEndpoint === undefined ? undefined : `${remoteEndpoint.address}:${remoteEndpoint.port}`,
  };
}

function readRequest(value: unknown): RequestMessage {
  const parsed = requestSchema.safeParse(value);
  if (!parsed.success) throw new HcmError('HCM2051', { reason: `request.${firstIssue(parsed.error)}` });
  const { address, id, method, body } = parsed.data;
  // [D] looks for `body`, hyco-https for `method`: either says that this is the full shape.
  const full = id !== undefined && (method !== undefined || body !== undefined);
  return { kind: 'request', address, id: full ? id : undefined, body: body ?? false };
}

function firstIssue(error: z.ZodError): string {
  return error.issues[0]?.path.map(String).join('.') ?? '';
}

function firstSubprotocol(headers: Readonly<Record<string, unknown>>): string | undefined {
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() !== 'sec-websocket-protocol' || typeof value !== 'string') continue;
    const first = value.split(',')[0]?.trim() ?? '';
    return token.test(first) ? first : undefined;
  }
  return undefined;
}

/** relay-protocol §3.6. There is no reply; a refusal closes the channel. */
export function renewTokenMessage(sasToken: string): string {
  return JSON.stringify({ renewToken: { token: sasToken } });
}

/** What a TCP listener answers to an HTTP sender (relay-protocol §3.7): never silence, which would get it blocked. */
export function notImplementedResponse(requestId: string): string {
  return JSON.stringify({
    response: {
      requestId,
      statusCode: 501,
      statusDescription: 'This Hybrid Connection serves TCP connections, not HTTP requests to the relay.',
      responseHeaders: {},
      body: false,
    },
  });
}
