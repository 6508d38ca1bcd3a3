/** JSON messages of the control channel: what listeners send is checked here, what they get is built here (§3.3). */
import { z } from 'zod';
import type { RemoteEndpoint } from './events.ts';

const headerScalar = z.union([z.string(), z.number(), z.boolean()]);

const responseSchema = z.object({
  requestId: z.string(),
  // The specification says number, its sample shows a string (relay-protocol §3.7).
  statusCode: z.union([z.number().int(), z.string().regex(/^\d{3}$/)]),
  statusDescription: z.string().nullish(),
  // hyco-https sends numbers; arrays are tolerated (relay-protocol §9.1 row 23).
  responseHeaders: z.record(z.string(), z.union([headerScalar, z.array(headerScalar)])).nullish(),
  body: z.boolean().nullish(),
});

export interface ListenerResponse {
  readonly requestId: string;
  readonly statusCode: number;
  readonly statusDescription: string | undefined;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: boolean;
}

export type ListenerMessage =
  | { readonly kind: 'renewToken'; readonly token: string }
  | { readonly kind: 'response'; readonly response: ListenerResponse }
  | { readonly kind: 'unreadable'; readonly problem: string };

export function parseListenerMessage(text: string): ListenerMessage {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { kind: 'unreadable', problem: 'not JSON' };
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return { kind: 'unreadable', problem: 'not an object' };
  }
  if ('renewToken' in message) {
    const renewal = z.object({ token: z.string() }).safeParse(message.renewToken);
    return renewal.success
      ? { kind: 'renewToken', token: renewal.data.token }
      : { kind: 'unreadable', problem: 'renewToken without a token' };
  }
  if ('response' in message) {
    const response = responseSchema.safeParse(message.response);
    return response.success
      ? { kind: 'response', response: readResponse(response.data) }
      : { kind: 'unreadable', problem: `response: ${response.error.issues[0]?.path.join('.') ?? 'shape'}` };
  }
  return { kind: 'unreadable', problem: 'unknown message' };
}

function readResponse(data: z.infer<typeof responseSchema>): ListenerResponse {
  const headers = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(data.responseHeaders ?? {})) {
    headers.set(name, Array.isArray(value) ? value.map(String) : [String(value)]);
  }
  return {
    requestId: data.requestId,
    statusCode: Number(data.statusCode),
    statusDescription: data.statusDescription ?? undefined,
    headers,
    body: data.body ?? false,
  };
}

export interface AcceptMessage {
  readonly address: string;
  readonly id: string;
  readonly connectHeaders: Readonly<Record<string, string>>;
  readonly remoteEndpoint: RemoteEndpoint;
}

/** All four fields, always: one official client fails without them (relay-protocol §9.1 row 8). */
export function acceptMessage(accept: AcceptMessage): string {
  return JSON.stringify({ accept });
}

export interface RequestMessage {
  readonly address: string;
  readonly id: string;
  readonly requestTarget: string;
  readonly method: string;
  readonly remoteEndpoint: RemoteEndpoint;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly body: boolean;
}

export function requestMessage(request: RequestMessage): string {
  return JSON.stringify({ request });
}

/** Nothing but the address: clients tell the shapes apart by fields that are missing (relay-protocol §3.7). */
export function addressOnlyRequest(address: string): string {
  return JSON.stringify({ request: { address } });
}
