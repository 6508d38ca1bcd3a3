/**
 * The server's side of one client. Owns its channel, its proof timer and its subscription.
 *
 *      hello sent ──prove──► open ──finish──► finishing ──last answer──► closed
 *           └── no, late or wrong proof, other version ───────────────────┘
 *
 * Invariants: nothing is answered before the proof; the host never waits for the client; at most `maxCallsUnderWay`
 * calls at once, one of them still to begin, and no more while answers wait to be read: what is asked meanwhile waits
 * unread in the socket; when it has ended, it asks the host for nothing more and listens to it no more.
 */
import type { Socket } from 'node:net';
import { contractVersion } from '../../contract/api.ts';
import { HcmError, type ErrorCode } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import { isProof, proofOf } from './handshake.ts';
import { LineChannel, type LineHandler } from './line-channel.ts';
import type { LoopTurns } from './loop-turns.ts';
import { performCall, type CallPorts } from './perform-call.ts';
import { contractVersionIn, proveSchema, requestSchema, type CallRequest, type Hello } from './wire.ts';

export const proofTimeoutMs = 5_000;
export const maxCallsUnderWay = 256;
/** How long a client that was refused may take to read why. */
const refusalTimeoutMs = 1_000;

export interface SessionPorts extends CallPorts {
  readonly token: Buffer;
  readonly hello: Hello;
  readonly turns: LoopTurns;
  readonly clock: Clock;
  readonly onEnded: (session: ClientSession) => void;
}

export class ClientSession {
  readonly #ports: SessionPorts;
  readonly #channel: LineChannel;
  #cancelTimeout: Disposer;
  #unsubscribe: Disposer | undefined;
  #underWay = 0;
  /** One call waits for its turn. */
  #isToBegin = false;
  #state: 'proving' | 'open' | 'finishing' | 'ended' = 'proving';

  constructor(socket: Socket, ports: SessionPorts) {
    this.#ports = ports;
    const handler: LineHandler = {
      onMessage: (message) => this.#prove(message),
      onClosed: (cause) => this.#ended(cause),
    };
    this.#channel = new LineChannel(socket, handler);
    this.#channel.send({ hello: ports.hello });
    this.#cancelTimeout = ports.clock.after(proofTimeoutMs, () =>
      this.#channel.drop(new HcmError('HCM5004', { reason: 'no-proof-in-time' })),
    );
  }

  /** Takes no more calls and closes after the last answer; whoever calls this bounds it with `drop`. */
  finish(): void {
    if (this.#state === 'open' && this.#underWay > 0) {
      this.#state = 'finishing';
      this.#channel.pause();
    } else {
      this.#channel.end();
    }
  }

  drop(): void {
    this.#channel.drop();
  }

  #prove(message: unknown): void {
    const theirVersion = contractVersionIn('prove', message);
    if (theirVersion !== undefined && theirVersion !== contractVersion) {
      this.#refuse('HCM5003', { hostVersion: contractVersion, clientVersion: theirVersion });
      return;
    }
    const prove = proveSchema.safeParse(message).data?.prove;
    if (prove === undefined) {
      this.#refuse('HCM5006', { reason: 'not-a-proof' });
      return;
    }
    const { token, hello } = this.#ports;
    const nonces = { server: hello.nonce, client: prove.nonce };
    if (!isProof(prove.proof, token, 'client', nonces)) {
      this.#refuse('HCM5004', { reason: 'wrong-proof' });
      return;
    }
    this.#cancelTimeout();
    this.#state = 'open';
    this.#channel.open({
      onMessage: (request) => this.#request(request),
      onClosed: (cause) => this.#ended(cause),
      onRead: () => this.#pace(),
    });
    this.#channel.send({ proved: { proof: proofOf(token, 'server', nonces) } });
  }

  #request(message: unknown): void {
    const request = requestSchema.safeParse(message).data;
    if (request === undefined) {
      this.#refuse('HCM5006', { reason: 'not-a-request' });
      return;
    }
    if ('call' in request) void this.#answer(request);
    else if (request.subscribe) this.#subscribe();
    else this.#endSubscription();
  }

  #endSubscription(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #subscribe(): void {
    this.#unsubscribe ??= this.#ports.host.subscribe(({ name, payload }) => {
      if (this.#channel.send({ event: name, payload })) return;
      // It would miss what it can't get otherwise; connected anew it starts from a snapshot.
      this.#channel.drop(new HcmError('HCM9001', { reason: 'event-too-long' }));
    });
  }

  async #answer(request: CallRequest): Promise<void> {
    this.#underWay += 1;
    this.#isToBegin = true;
    this.#pace();
    await this.#ports.turns.next();
    this.#isToBegin = false;
    // Nobody would read it.
    if (this.#state === 'ended') return;
    const answering = performCall(request, this.#ports);
    this.#pace();
    const answer = await answering;
    this.#underWay -= 1;
    if (!this.#sent(answer)) {
      const error = { code: 'HCM9001', details: { reason: 'answer-too-long' } };
      this.#channel.send({ id: request.id, ok: false, error });
    }
    if (this.#state === 'open') this.#pace();
    else if (this.#state === 'finishing' && this.#underWay === 0) this.#channel.end();
  }

  #pace(): void {
    if (this.#state !== 'open') return;
    const isFull = this.#isToBegin || this.#underWay >= maxCallsUnderWay || this.#channel.isUnread;
    if (isFull) this.#channel.pause();
    else this.#channel.resume();
  }

  #sent(answer: object): boolean {
    try {
      return this.#channel.send(answer);
    } catch {
      // An output that JSON can't hold (a bug of the host's) goes the same way as one that is too long.
      return false;
    }
  }

  #refuse(code: ErrorCode, details: Readonly<Record<string, string | number>>): void {
    this.#ports.log.warn({ code, ...details }, 'control: client refused');
    this.#cancelTimeout();
    this.#channel.send({ refused: { code } });
    this.#channel.end();
    this.#cancelTimeout = this.#ports.clock.after(refusalTimeoutMs, () => this.#channel.drop());
  }

  #ended(cause: HcmError | undefined): void {
    this.#state = 'ended';
    this.#cancelTimeout();
    this.#endSubscription();
    if (cause !== undefined) {
      this.#ports.log.info({ code: cause.code, ...cause.details }, 'control: client lost');
    }
    this.#ports.onEnded(this);
  }
}
