/**
 * HTTP-mode senders: authorises them, picks a listener and keeps the running exchanges (relay-protocol §3.7, §5.2). Owns the
 * exchanges.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ControlChannel } from './control-channel.ts';
import type { ControlChannels } from './control-channels.ts';
import type { ListenerResponse } from './control-messages.ts';
import type { EntityConfig } from './entities.ts';
import { allowedListenersHeader, disallowedListenersHeader } from './headers.ts';
import { answerFailure, errorDetailCodes } from './http-answers.ts';
import type { RelayFailure } from './http-answers.ts';
import { HttpExchange } from './http-exchange.ts';
import { addressed, endpointMissingText, headerText } from './refusal.ts';
import { authorize, detailed } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import type { RequestTarget } from './request-target.ts';
import { peerId } from './tracking.ts';

interface Admission {
  readonly channel: ControlChannel;
  readonly stripAuthorization: boolean;
}

interface FoundToken {
  readonly token: string | undefined;
  /** It stood in `Authorization`, which is then ours and not the listener's. */
  readonly fromAuthorization: boolean;
}

export class HttpMode {
  readonly #context: RelayContext;
  readonly #channels: ControlChannels;
  readonly #exchanges = new Map<string, HttpExchange>();

  constructor(context: RelayContext, channels: ControlChannels) {
    this.#context = context;
    this.#channels = channels;
  }

  handle(request: IncomingMessage, response: ServerResponse, target: RequestTarget): void {
    const { pending, events } = this.#context;
    const id = peerId(target.id);
    const admission = this.#admit(request, target);
    if ('status' in admission) {
      const text = detailed(this.#context, admission.text, id, target.path);
      events.publish(target.path, { type: 'request-ended', id, status: admission.status });
      answerFailure(response, { ...admission, text }, this.#context.now());
      return;
    }
    const { channel, stripAuthorization } = admission;
    const exchange = new HttpExchange(this.#context, {
      request,
      response,
      target,
      channel,
      peer: id,
      stripAuthorization,
      onEnd: (status) => {
        this.#exchanges.delete(exchange.id);
        pending.leave();
        events.publish(channel.entity, { type: 'request-ended', id, status });
      },
    });
    this.#exchanges.set(exchange.id, exchange);
    events.publish(channel.entity, { type: 'request-started', id, method: request.method ?? '' });
    exchange.start();
  }

  /** An admitted request counts as pending. */
  #admit(request: IncomingMessage, target: RequestTarget): Admission | RelayFailure {
    const { entities, plan, pending } = this.#context;
    const entity = entities.find(target.path);
    const planned = plan.takeConnectRefusal(entity?.name ?? target.path);
    if (planned !== undefined) return internal(planned.status, planned.reason);
    const { token, fromAuthorization } = findToken(request, target, entity);
    if (entity?.requiresClientAuthorization !== false) {
      const { host } = request.headers;
      const answer = authorize(this.#context, { token, right: 'Send', path: target.path, host });
      if (!answer.ok) {
        const code = answer.status === 401 ? errorDetailCodes.token : errorDetailCodes.forbidden;
        return { status: answer.status, code, text: answer.text };
      }
    }
    if (entity === undefined) {
      const text = addressed(this.#context, endpointMissingText, target.path);
      return { status: 404, code: errorDetailCodes.endpointNotFound, text };
    }
    const channel = this.#choose(entity.name, request);
    if ('status' in channel) return channel;
    if (!pending.tryEnter()) return internal(503, 'Too many senders are waiting.');
    return { channel, stripAuthorization: fromAuthorization };
  }

  /** A listener's answer on its control channel. Late, repeated or made-up ids mean nothing (relay-protocol §3.7). */
  onResponse(channel: ControlChannel, response: ListenerResponse, body: Buffer | undefined): void {
    const exchange = this.#exchanges.get(response.requestId);
    if (exchange?.channel === channel) exchange.answerFromControl(response, body);
  }

  listenerGone(gone: ControlChannel): void {
    for (const exchange of [...this.#exchanges.values()]) {
      if (exchange.channel === gone) exchange.listenerGone();
    }
  }

  /** Ends the entity's exchanges, or all. */
  endAll(reason: string, entity?: string): void {
    for (const exchange of [...this.#exchanges.values()]) {
      if (entity === undefined || exchange.channel.entity.toLowerCase() === entity.toLowerCase()) {
        exchange.fail({ status: 503, code: errorDetailCodes.internal, text: reason });
      }
    }
  }

  #choose(entity: string, request: IncomingMessage): ControlChannel | RelayFailure {
    if (this.#channels.count(entity) === 0) {
      const text = 'Bad Gateway: no listener is connected.';
      return { status: 502, code: errorDetailCodes.endpointNotFound, text };
    }
    const allowed = idList(request.headers[allowedListenersHeader]);
    const disallowed = idList(request.headers[disallowedListenersHeader]);
    const chosen = this.#channels.pick(entity, ({ listenerId }) => {
      const id = listenerId.toLowerCase();
      return (allowed?.includes(id) ?? true) && !(disallowed?.includes(id) ?? false);
    });
    return (
      chosen ?? {
        status: 404,
        code: errorDetailCodes.endpointNotFound,
        text: 'None of the connected listeners meet the AllowedListeners/DisallowedListeners criteria.',
      }
    );
  }
}

function internal(status: number, text: string): RelayFailure {
  return { status, code: errorDetailCodes.internal, text };
}

/** Query first, then the relay's own header, then `Authorization` if nothing else is there (relay-protocol §2.6). */
function findToken(
  request: IncomingMessage,
  target: RequestTarget,
  entity: EntityConfig | undefined,
): FoundToken {
  const token = target.token ?? headerText(request.headers['servicebusauthorization']);
  if (token !== undefined) return { token, fromAuthorization: false };
  const { authorization } = request.headers;
  const isOurs = authorization !== undefined && entity?.requiresClientAuthorization !== false;
  return { token: isOurs ? authorization : undefined, fromAuthorization: isOurs };
}

function idList(value: string | string[] | undefined): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return String(value)
    .split(',')
    .map((id) =>
      id
        .trim()
        .toLowerCase()
        .replace(/(?:_g\d+)+$/, ''),
    )
    .filter((id) => id !== '');
}
