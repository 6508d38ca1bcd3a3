/** Who deals with what arrives: handshakes by their action, requests by header and path (relay-protocol §9.2, §6.1). Owns nothing. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { handshakeProblem, webSocketOnlyText } from './handshake.ts';
import { answerFailure, errorDetailCodes, refuseUpgrade } from './http-answers.ts';
import { answerMetadata, asksForMetadata } from './metadata-feed.ts';
import { refuseWithDetails } from './refusal.ts';
import type { RelayContext } from './relay-context.ts';
import type { Arrival, RendezvousAction } from './rendezvous-desk.ts';
import { parseRequestTarget } from './request-target.ts';
import type { RequestTarget } from './request-target.ts';
import { peerId } from './tracking.ts';

export interface RouteHandler {
  readonly listen: (arrival: Arrival) => void;
  readonly connect: (arrival: Arrival) => void;
  readonly request: (request: IncomingMessage, response: ServerResponse, target: RequestTarget) => void;
  readonly listenerCount: (entity: string) => number;
}

export class Routes {
  readonly #context: RelayContext;
  readonly #handler: RouteHandler;

  constructor(context: RelayContext, handler: RouteHandler) {
    this.#context = context;
    this.#handler = handler;
  }

  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const target = parseRequestTarget(request.url ?? '');
    const problem = target === undefined ? 'Bad Request' : handshakeProblem(request);
    if (target === undefined || problem !== undefined) {
      refuseUpgrade(socket, 400, problem ?? 'Bad Request', this.#context.now());
      return;
    }
    const arrival: Arrival = { request, socket, head, target };
    // A missing action means connect (relay-protocol §9.1 row 4).
    const action = target.action?.toLowerCase() ?? 'connect';
    if (action === 'listen') this.#handler.listen(arrival);
    else if (action === 'connect') this.#handler.connect(arrival);
    else if (action === 'accept' || action === 'request') this.#rendezvous(arrival, action);
    else this.#refuse(arrival, 400, 'Unknown sb-hc-action.');
  }

  request(request: IncomingMessage, response: ServerResponse): void {
    const target = parseRequestTarget(request.url ?? '');
    if (target === undefined) {
      this.#badRequest(response, 'Bad Request');
    } else if (asksForMetadata(request)) {
      answerMetadata(this.#context, this.#handler.listenerCount, { request, response, target });
    } else if (target.isHybridPath || target.action !== undefined) {
      // A WebSocket handshake whose upgrade headers a proxy removed (relay-protocol §3.2).
      this.#badRequest(response, webSocketOnlyText);
    } else {
      this.#handler.request(request, response, target);
    }
  }

  #rendezvous(arrival: Arrival, action: RendezvousAction): void {
    const claim = this.#context.desk.take(arrival.target.id ?? '', action);
    if (claim !== undefined) claim(arrival);
    else
      this.#refuse(arrival, 403, 'The rendezvous address is unknown or used, or the listener came too late.');
  }

  #refuse(arrival: Arrival, status: number, text: string): void {
    const reason = refuseWithDetails(this.#context, arrival, peerId(arrival.target.id), status, text);
    this.#context.events.publish(arrival.target.path, { type: 'rendezvous-refused', status, reason });
  }

  #badRequest(response: ServerResponse, text: string): void {
    answerFailure(response, { status: 400, code: errorDetailCodes.internal, text }, this.#context.now());
  }
}
