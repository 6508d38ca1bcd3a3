/**
 * One HTTP request on its way to a listener and the answer on its way back (relay-protocol §3.7). Owns the sender's response,
 * the timer and the rendezvous, if there is one.
 *
 *   reading a short body ─► sent on control ─┐
 *   long or of unknown length: address only ─┴─► waiting ─► answered on control or by rendezvous ─► ended
 *
 * Invariants: a request without a body never goes over a rendezvous; bodies of unknown length are streamed with
 * backpressure; one deadline runs at any time; `onEnd` comes once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ControlChannel } from './control-channel.ts';
import { addressOnlyRequest, requestMessage } from './control-messages.ts';
import type { ListenerResponse } from './control-messages.ts';
import { requestHeaders, responseHeaders } from './headers.ts';
import { answerFailure, errorDetailCodes } from './http-answers.ts';
import type { RelayFailure } from './http-answers.ts';
import { HttpRendezvous } from './http-rendezvous.ts';
import { detailed, remoteOf, trackingOf } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import type { Arrival } from './rendezvous-desk.ts';
import { rendezvousAddress } from './rendezvous-address.ts';
import type { RequestTarget } from './request-target.ts';
import { reasonPhrase } from './tracking.ts';

export interface HttpExchangeOptions {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: RequestTarget;
  readonly channel: ControlChannel;
  readonly peer: string;
  readonly stripAuthorization: boolean;
  readonly onEnd: (status: number) => void;
}

const lateText = 'The listener did not respond in the required time.';

export class HttpExchange {
  readonly id: string;
  readonly channel: ControlChannel;
  readonly #context: RelayContext;
  readonly #options: HttpExchangeOptions;
  readonly #deadline: NodeJS.Timeout;
  #rendezvous: HttpRendezvous | undefined;
  /** The body waits for the rendezvous: only the address was sent. */
  #addressOnly = false;
  #answered = false;
  #ended = false;

  constructor(context: RelayContext, options: HttpExchangeOptions) {
    this.#context = context;
    this.#options = options;
    this.channel = options.channel;
    this.id = context.desk.issue(options.peer, 'request', (listener) => this.#claimed(listener));
    this.#deadline = setTimeout(() => this.#timedOut(), context.limits.responseMs);
    options.response.once('close', () => this.#senderClosed());
  }

  start(): void {
    const { request } = this.#options;
    const length = Number(request.headers['content-length'] ?? '0');
    const chunked = request.headers['transfer-encoding'] !== undefined;
    if (chunked || length > this.#context.limits.controlMessageBytes) this.#sendAddress();
    else if (length === 0) this.#sendFull(undefined);
    else this.#readShortBody(length);
  }

  answerFromControl(response: ListenerResponse, body: Buffer | undefined): void {
    if (this.#rendezvous !== undefined || this.#answered) return;
    if (response.body && body === undefined) {
      this.#badGateway('The listener announced a body and sent something else.');
      return;
    }
    if (!this.#writeHead(response, body?.length ?? 0)) return;
    this.#options.response.end(this.#carriesBody(response) ? body : undefined);
    this.#end(response.statusCode);
  }

  listenerGone(): void {
    if (this.#rendezvous === undefined) this.#badGateway('The listener went away.');
  }

  /** Answers with an error of the relay's own, or cuts the answer off when it has begun. */
  fail(failure: RelayFailure): void {
    if (this.#ended) return;
    if (this.#answered) {
      this.#abort();
      return;
    }
    const text = detailed(this.#context, failure.text, this.#options.peer, this.#options.target.path);
    this.#rendezvous?.close(1011, reasonPhrase(failure.text).slice(0, 120));
    answerFailure(this.#options.response, { ...failure, text }, this.#context.now());
    this.#end(failure.status);
  }

  #readShortBody(length: number): void {
    const { request } = this.#options;
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => void parts.push(part));
    request.once('end', () => {
      const body = Buffer.concat(parts);
      // Node ends the request early only when the sender is gone; 'close' of the response handles that.
      if (body.length === length) this.#sendFull(body);
    });
  }

  #sendFull(body: Buffer | undefined): void {
    if (this.#ended) return;
    const text = this.#requestText(body !== undefined);
    if (Buffer.byteLength(text) >= this.#context.limits.controlMessageBytes) {
      // A text that long doesn't fit the official clients' buffers (relay-protocol §3.3).
      this.fail({ status: 431, code: errorDetailCodes.internal, text: 'The request headers are too large.' });
      return;
    }
    this.#deadline.refresh();
    this.channel.send(text, body);
  }

  #sendAddress(): void {
    this.#addressOnly = true;
    this.channel.send(addressOnlyRequest(this.#address()));
  }

  #address(): string {
    return rendezvousAddress(this.channel.host, this.#options.target, 'request', this.id);
  }

  #requestText(body: boolean): string {
    const { request, target, stripAuthorization } = this.#options;
    return requestMessage({
      address: this.#address(),
      id: this.id,
      requestTarget: target.ownQuery === '' ? target.rawPath : `${target.rawPath}?${target.ownQuery}`,
      method: request.method ?? 'GET',
      remoteEndpoint: remoteOf(request),
      requestHeaders: requestHeaders(request, this.#via(), stripAuthorization),
      body,
    });
  }

  #via(): string {
    return `1.1 ${new URL(this.#context.namespaceUrl().replace(/^sb:/, 'https:')).hostname}`;
  }

  #claimed(listener: Arrival): void {
    const { limits, now, sockets } = this.#context;
    const { request, response } = this.#options;
    const { trackingId } = trackingOf(this.#context, this.#options.peer, this.#options.target.path);
    this.#rendezvous = new HttpRendezvous({
      listener,
      trackingId,
      nowMs: now(),
      limits,
      sockets,
      send: this.#addressOnly ? { text: this.#requestText(true), body: request } : undefined,
      response,
      onProgress: () => {
        if (!this.#ended) this.#deadline.refresh();
      },
      onResponse: (answer) => {
        if (answer.requestId !== this.id) return 'refused';
        if (!this.#writeHead(answer, undefined)) return 'refused';
        return this.#carriesBody(answer) ? 'body' : 'no body';
      },
      onEnd: (problem) => {
        if (problem === undefined) {
          response.end();
          this.#end(response.statusCode);
        } else if (this.#answered) this.#abort();
        else this.#badGateway(problem);
      },
    });
    this.#rendezvous.start();
  }

  /** False when the listener's answer can't be one; the sender then got 502. */
  #writeHead(answer: ListenerResponse, length: number | undefined): boolean {
    const { response } = this.#options;
    if (answer.statusCode < 200 || answer.statusCode > 999) {
      this.#badGateway('The listener answered with a status that is none.');
      return false;
    }
    this.#answered = true;
    this.#deadline.refresh();
    response.sendDate = false;
    response.setHeader('Date', new Date(this.#context.now()).toUTCString());
    for (const [name, value] of responseHeaders(answer.headers, this.#via())) response.setHeader(name, value);
    if (length !== undefined && this.#carriesBody(answer)) response.setHeader('Content-Length', length);
    if (!this.#options.request.complete) response.setHeader('Connection', 'close');
    if (answer.statusDescription === undefined) response.writeHead(answer.statusCode);
    else response.writeHead(answer.statusCode, reasonPhrase(answer.statusDescription));
    // Node holds headers back until the first byte of the body, which may be long in coming.
    if (length === undefined && answer.body) response.flushHeaders();
    return true;
  }

  /** HEAD, 204 and 304 never have a body, whatever the listener sends (relay-protocol §9.1 row 24). */
  #carriesBody(answer: ListenerResponse): boolean {
    return this.#options.request.method !== 'HEAD' && answer.statusCode !== 204 && answer.statusCode !== 304;
  }

  #badGateway(text: string): void {
    this.fail({ status: 502, code: errorDetailCodes.internal, text });
  }

  #timedOut(): void {
    this.fail({ status: 504, code: errorDetailCodes.gatewayTimeout, text: lateText });
  }

  /** The answer has begun and can't be finished: the sender must not take it for a whole one. */
  #abort(): void {
    const { socket } = this.#options.response;
    this.#rendezvous?.abort();
    if (socket !== null) this.#context.sockets.reset(socket);
    this.#end(this.#options.response.statusCode);
  }

  #senderClosed(): void {
    if (this.#ended) return;
    this.#rendezvous?.close(1001, 'The sender went away.');
    this.#end(499);
  }

  #end(status: number): void {
    if (this.#ended) return;
    this.#ended = true;
    clearTimeout(this.#deadline);
    this.#context.desk.withdraw(this.id);
    // A connection that will serve no further request: what the sender still uploads is dropped.
    this.#options.request.resume();
    this.#options.onEnd(status);
  }
}
