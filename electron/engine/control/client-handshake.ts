/**
 * The client's half of the handshake on a fresh socket. Owns the channel until it hands it on to a `HostConnection`.
 *
 *      ──hello──► token read, prove sent ──proved──► connection
 *          ├ busy ──► 'busy'          └ refused, wrong proof ──► HCM5003, HCM5004
 *
 * Invariants: settles exactly once, within `timeoutMs`; unless it gives a connection, no socket of it lives on; the
 * token itself is never sent, and a host that can't prove that it has it gets no call.
 */
import type { Socket } from 'node:net';
import { contractVersion } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import { createNonce, isProof, proofOf, type Nonces } from './handshake.ts';
import { HostConnection } from './host-connection.ts';
import { LineChannel } from './line-channel.ts';
import { contractVersionIn, helloSchema, verdictSchema, type Hello } from './wire.ts';

export interface HandshakeOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly callTimeoutMs: number;
  readonly readToken: () => Promise<Buffer | undefined>;
}

/** How long a host of another version may take to read ours. */
const endTimeoutMs = 1_000;

/** `busy`: the owner answers no calls now, or went away before it said anything. */
export function shakeHands(socket: Socket, options: HandshakeOptions): Promise<HostConnection | 'busy'> {
  return new Promise((resolve, reject) => {
    new ClientHandshake(socket, options, resolve, reject);
  });
}

interface Proving {
  readonly hello: Hello;
  readonly token: Buffer;
  readonly nonces: Nonces;
}

class ClientHandshake {
  readonly #channel: LineChannel;
  readonly #options: HandshakeOptions;
  readonly #settle: (outcome: HostConnection | 'busy' | HcmError) => void;
  #cancelTimeout: Disposer;
  #hello: Hello | undefined;
  #proving: Proving | undefined;

  constructor(
    socket: Socket,
    options: HandshakeOptions,
    resolve: (outcome: HostConnection | 'busy') => void,
    reject: (error: HcmError) => void,
  ) {
    this.#options = options;
    this.#cancelTimeout = options.clock.after(options.timeoutMs, () =>
      this.#fail(new HcmError('HCM5005', { reason: 'no-answer-in-time' })),
    );
    this.#settle = (outcome) => {
      this.#cancelTimeout();
      if (outcome instanceof HcmError) reject(outcome);
      else resolve(outcome);
    };
    this.#channel = new LineChannel(socket, {
      onMessage: (message) => this.#message(message),
      onClosed: (cause) => this.#closed(cause),
    });
  }

  #message(message: unknown): void {
    if (this.#proving !== undefined) this.#verdict(message, this.#proving);
    else if (this.#hello === undefined) this.#greeted(message);
    else this.#fail(new HcmError('HCM5005', { reason: 'not-our-turn' }));
  }

  #greeted(message: unknown): void {
    const hostVersion = contractVersionIn('hello', message);
    if (hostVersion !== undefined && hostVersion !== contractVersion) {
      const mismatch = new HcmError('HCM5003', { hostVersion, clientVersion: contractVersion });
      // Tells our version, so that the host's log has both as well.
      this.#channel.send({ prove: { contractVersion, nonce: createNonce(), proof: createNonce() } });
      this.#settle(mismatch);
      this.#channel.end();
      this.#cancelTimeout = this.#options.clock.after(endTimeoutMs, () => this.#channel.drop());
      return;
    }
    this.#hello = helloSchema.safeParse(message).data?.hello;
    if (this.#hello === undefined) {
      this.#fail(new HcmError('HCM5005', { reason: 'not-a-greeting' }));
      return;
    }
    if (this.#hello.state === 'busy') {
      this.#busy();
      return;
    }
    void this.#prove(this.#hello);
  }

  async #prove(hello: Hello): Promise<void> {
    const token = await this.#options.readToken();
    if (token === undefined) {
      this.#fail(new HcmError('HCM5004', { reason: 'no-token' }));
      return;
    }
    const nonces = { server: hello.nonce, client: createNonce() };
    this.#proving = { hello, token, nonces };
    const proof = proofOf(token, 'client', nonces);
    this.#channel.send({ prove: { contractVersion, nonce: nonces.client, proof } });
  }

  #verdict(message: unknown, { hello, token, nonces }: Proving): void {
    const verdict = verdictSchema.safeParse(message).data;
    if (verdict === undefined) {
      this.#fail(new HcmError('HCM5005', { reason: 'not-a-verdict' }));
      return;
    }
    if ('refused' in verdict) {
      const reason = verdict.refused.code;
      const versions = { hostVersion: hello.contractVersion, clientVersion: contractVersion };
      this.#fail(
        reason === 'HCM5003' ? new HcmError('HCM5003', versions) : new HcmError('HCM5004', { reason }),
      );
      return;
    }
    if (!isProof(verdict.proved.proof, token, 'server', nonces)) {
      this.#fail(new HcmError('HCM5004', { reason: 'host-without-token' }));
      return;
    }
    const { clock, callTimeoutMs } = this.#options;
    const info = { contractVersion, version: hello.version, instance: hello.instance };
    this.#settle(new HostConnection(this.#channel, { clock, callTimeoutMs, info }));
  }

  #busy(): void {
    this.#settle('busy');
    this.#channel.drop();
  }

  #fail(error: HcmError): void {
    this.#settle(error);
    this.#channel.drop();
  }

  /** Comes after each of our own drops, too; then all is settled already. */
  #closed(cause: HcmError | undefined): void {
    if (this.#hello === undefined && cause?.code !== 'HCM5006') this.#settle('busy');
    else this.#settle(cause ?? new HcmError('HCM5005', { reason: 'host-went-away' }));
  }
}
