/**
 * All listeners' control channels: registering, picking, token deadlines (relay-protocol §3.1, §3.6, §3.9, §3.11). Owns the
 * channels and the timer that watches their tokens.
 *
 * Invariants: at most `listenersPerEntity` channels per entity; a channel is in the map exactly as long as its socket is
 * open, unless a fault made the relay forget it; the timer runs only while there are channels.
 */
import { randomInt } from 'node:crypto';
import { WebSocketServer } from 'ws';
import { ControlChannel } from './control-channel.ts';
import type { ListenerResponse } from './control-messages.ts';
import type { RelayLimits } from './limits.ts';
import type { Arrival } from './rendezvous-desk.ts';
import { endpointMissingText, headerText, refuseWithDetails } from './refusal.ts';
import type { RefusedWith } from './refusal.ts';
import { authorize, remoteOf, tokenDeadlineMs, trackingOf } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import { peerId } from './tracking.ts';

export interface ControlChannelsHandler {
  onRegistered(channel: ControlChannel): void;
  onGone(channel: ControlChannel): void;
  onResponse(channel: ControlChannel, response: ListenerResponse, body: Buffer | undefined): void;
}

interface Admission {
  readonly entity: string;
  readonly deadlineMs: number;
}

/** Often enough that a token's end is seen within a quarter of a second; one timer for all channels. */
const deadlineCheckMs = 250;

export class ControlChannels {
  readonly #context: RelayContext;
  readonly #handler: ControlChannelsHandler;
  readonly #webSockets: WebSocketServer;
  readonly #byEntity = new Map<string, Set<ControlChannel>>();
  #deadlineTimer: NodeJS.Timeout | undefined;

  constructor(context: RelayContext, handler: ControlChannelsHandler) {
    this.#context = context;
    this.#handler = handler;
    this.#webSockets = new WebSocketServer(webSocketOptions(context.limits));
    this.#webSockets.on('headers', (headers, request) => {
      headers.push(`Date: ${new Date(context.now()).toUTCString()}`);
      const id = trackingIds.get(request);
      if (id !== undefined) headers.push(`TrackingId: ${id}`);
    });
  }

  /** `sb-hc-action=listen` (relay-protocol §9.2 step 3). */
  listen(arrival: Arrival): void {
    const id = peerId(arrival.target.id);
    const admission = this.#admit(arrival);
    if ('status' in admission) {
      const reason = refuseWithDetails(this.#context, arrival, id, admission.status, admission.text);
      const { status } = admission;
      this.#context.events.publish(arrival.target.path, { type: 'listener-refused', status, reason });
      return;
    }
    this.#register(arrival, admission.entity, id, admission.deadlineMs);
  }

  #admit({ request, target }: Arrival): Admission | RefusedWith {
    const { entities, limits, plan } = this.#context;
    const entity = entities.find(target.path);
    const planned = plan.takeListenRefusal(entity?.name ?? target.path);
    if (planned !== undefined) return { status: planned.status, text: planned.reason };
    const token = headerText(request.headers['servicebusauthorization']) ?? target.token;
    const { host } = request.headers;
    const answer = authorize(this.#context, { token, right: 'Listen', path: target.path, host });
    if (!answer.ok) return answer;
    if (entity === undefined) return { status: 404, text: endpointMissingText };
    if (this.count(entity.name) >= limits.listenersPerEntity) {
      const text = `The limit of ${limits.listenersPerEntity} listeners per hybrid connection is exceeded.`;
      return { status: 403, text };
    }
    return { entity: entity.name, deadlineMs: tokenDeadlineMs(this.#context, answer.expiresAtMs) };
  }

  #register(arrival: Arrival, entity: string, listenerId: string, deadlineMs: number): void {
    const { request, socket, head, target } = arrival;
    const { events, sockets } = this.#context;
    const remote = remoteOf(request);
    trackingIds.set(request, trackingOf(this.#context, listenerId, target.path).trackingId);
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => {
      const channel = new ControlChannel({
        socket: webSocket,
        connection: socket,
        reset: () => sockets.reset(socket),
        listenerId,
        entity,
        host: reachableHost(request.headers.host, this.#context.namespaceUrl()),
        remote,
        deadlineMs,
      });
      const channels = this.#channelsOf(entity);
      channels.add(channel);
      this.#byEntity.set(entity.toLowerCase(), channels);
      this.#deadlineTimer ??= setInterval(() => this.checkDeadlines(), deadlineCheckMs);
      channel.start({
        onRenewToken: (token) => this.#renew(channel, token),
        onResponse: (response, body) => this.#handler.onResponse(channel, response, body),
        onIgnored: (problem) =>
          events.publish(entity, {
            type: 'control-message-ignored',
            listenerId,
            problem: problem.slice(0, 200),
          }),
        onClosed: (code, reason) => this.#unregister(channel, code, reason),
      });
      events.publish(entity, { type: 'listener-connected', listenerId, remote });
      this.#handler.onRegistered(channel);
    });
  }

  /** For faults: the channel stays open and counts no more, and no sender is announced on it. */
  forget(channel: ControlChannel): void {
    const { entity } = channel;
    const channels = this.#channelsOf(entity);
    channels.delete(channel);
    if (channels.size === 0) this.#byEntity.delete(entity.toLowerCase());
    if (this.#byEntity.size === 0) {
      clearInterval(this.#deadlineTimer);
      this.#deadlineTimer = undefined;
    }
  }

  #unregister(channel: ControlChannel, code: number, reason: string): void {
    const { entity, listenerId, remote } = channel;
    this.forget(channel);
    this.#context.events.publish(entity, { type: 'listener-closed', listenerId, remote, code, reason });
    this.#handler.onGone(channel);
  }

  #renew(channel: ControlChannel, token: string): void {
    const { entity, listenerId } = channel;
    const question = { token, right: 'Listen', path: entity, host: channel.host } as const;
    const answer = authorize(this.#context, question);
    if (answer.ok) {
      channel.deadlineMs = tokenDeadlineMs(this.#context, answer.expiresAtMs);
      const { expiresAtMs } = answer;
      this.#context.events.publish(entity, { type: 'token-renewed', listenerId, expiresAtMs });
      return;
    }
    this.#context.events.publish(entity, { type: 'token-refused', listenerId, reason: answer.text });
    channel.close(1008, closeReason(answer.text));
  }

  /** Closes channels whose token ran out (relay-protocol §9.1 row 27). */
  checkDeadlines(): void {
    const nowMs = this.#context.now();
    for (const channel of this.all()) {
      if (channel.deadlineMs <= nowMs && channel.isOpen)
        channel.close(1008, 'ExpiredToken: the token is expired.');
    }
  }

  /** A random listener that `allowed` lets through (relay-protocol §3.11). */
  pick(
    entity: string,
    allowed: (channel: ControlChannel) => boolean = () => true,
  ): ControlChannel | undefined {
    const candidates = this.all(entity).filter((channel) => channel.isOpen && allowed(channel));
    return candidates.length === 0 ? undefined : candidates[randomInt(candidates.length)];
  }

  count(entity: string): number {
    return this.#channelsOf(entity).size;
  }

  /** Channels of one entity, or of all. */
  all(entity?: string): readonly ControlChannel[] {
    const sets = entity === undefined ? [...this.#byEntity.values()] : [this.#channelsOf(entity)];
    return sets.flatMap((channels) => [...channels]);
  }

  #channelsOf(entity: string): Set<ControlChannel> {
    return this.#byEntity.get(entity.toLowerCase()) ?? new Set();
  }
}

function webSocketOptions(limits: RelayLimits) {
  return {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    // Silence must be able to withhold Pongs.
    autoPong: false,
    handleProtocols: () => false as const,
    maxPayload: limits.controlMessageBytes,
    // A 64 KiB body may come as one-byte fragments (relay-protocol §4.1).
    maxFragments: 2 * limits.controlMessageBytes,
    closeTimeout: limits.handshakeMs,
  };
}

const trackingIds = new WeakMap<object, string>();

/** Close reasons have 123 bytes (RFC 6455 §5.5). */
function closeReason(text: string): string {
  return text.slice(0, 120);
}

/** The peer's own `Host` if it is one, else what we call ourselves. */
function reachableHost(host: string | undefined, namespaceUrl: string): string {
  const own = namespaceUrl.replace(/^sb:\/\/|\/$/g, '');
  return host !== undefined && /^(?:[0-9A-Za-z._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(host)
    ? host
    : own;
}
