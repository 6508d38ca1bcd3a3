/**
 * One connection's way to its relay: dials with the connection's trust, signs tokens with its keys or gets them from Entra,
 * opens channels, asks for metadata, answers HTTP senders. Owns the keys while they are open, and the HTTP exchanges under way.
 */
import { randomUUID } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock, Random } from '../clock.ts';
import type { Logger } from '../log/logger.ts';
import { proxyOf, type DialRelay, type RelayDialer } from '../net/dial-relay.ts';
import type { Trust } from '../net/trust.ts';
import {
  ControlChannel,
  type ControlChannelHandler,
  type ControlChannelTimes,
} from '../relay/control-channel.ts';
import { askEntity, type ListenProof } from '../relay/ask-entity.ts';
import { entraRefusal } from '../relay/entra-refusal.ts';
import type { EntraTokens } from '../relay/entra-tokens.ts';
import type { KeepAliveHabits } from '../relay/keep-alive-habits.ts';
import type { EntityAnswer, EntityInfo } from '../relay/entity-info.ts';
import { refuseHttpRequest } from '../relay/http-refusal.ts';
import type { RequestMessage } from '../relay/messages.ts';
import type { RelayEntity } from '../relay/relay-address.ts';
import type { RelayToken, TokenPurpose } from '../relay/relay-token.ts';
import { createSasToken, sasResource } from '../relay/sas-token.ts';
import { KeyRing, type KeyRingPorts, type SigningKey } from './key-ring.ts';

export interface RelayAccessPorts extends KeyRingPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly dialer: RelayDialer;
  readonly trust: Trust;
  readonly times: ControlChannelTimes;
  readonly userAgent: string;
  readonly keepAlive: KeepAliveHabits;
  /** For connections that listen without a key. */
  readonly entra: EntraTokens;
  readonly config: () => ConnectionConfig;
}

/** A channel beside the open one, which the relay has to tell from it. */
export interface SecondWay {
  readonly createChannel: (handler: ControlChannelHandler) => ControlChannel;
  /** It stands in for the first channel: the relay knows us by its id from now on. */
  readonly takesOver: () => void;
}

/** HTTP senders that are being refused at once; each costs a dial. */
const maxHttpRefusals = 16;

export class RelayAccess {
  readonly #ports: RelayAccessPorts;
  readonly keys: KeyRing;
  /** The same across reconnects (relay-protocol §3.1). */
  #listenerId = randomUUID();
  #httpRefusals = 0;
  #clockIsOff = false;
  #lastProxy: string | null = null;
  #channelProxy: string | null = null;

  constructor(ports: RelayAccessPorts) {
    this.#ports = ports;
    this.keys = new KeyRing(ports);
  }

  get entity(): RelayEntity {
    const { host, port, name } = this.#ports.config();
    return { host, port, entityPath: name };
  }

  readonly dial = (
    host: string,
    port: number,
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<TLSSocket> => {
    const trust = this.#ports.trust.contextFor(this.#ports.config().caPem);
    const onWay = (proxy: string | null): void => void (this.#lastProxy = proxy);
    return this.#ports.dialer.dial({ host, port, timeoutMs, signal, trust, onWay });
  };

  /** Proxy that the open channel goes through, or that was tried last; `host:port`, null for none. */
  proxy(of: 'channel' | 'attempt'): string | null {
    return of === 'channel' ? this.#channelProxy : this.#lastProxy;
  }

  /**
   * Opens the keys, or gets a token, and the trust, so that an attempt fails before it troubles the relay.
   * @throws HcmError HCM4010, HCM60xx, HCM1050
   */
  async prepare(signal: AbortSignal): Promise<void> {
    if (this.#isKeyless) await this.#entraToken('handshake');
    else await this.keys.load();
    signal.throwIfAborted();
    this.keys.begin();
    this.#ports.trust.contextFor(this.#ports.config().caPem);
  }

  /** Opens the keys where there are any. @throws HcmError HCM4010 */
  async load(): Promise<void> {
    if (!this.#isKeyless) await this.keys.load();
  }

  createChannel(handler: ControlChannelHandler): ControlChannel {
    return this.#channel(
      this.#listenerId,
      () => undefined,
      handler,
      (proxy) => {
        this.#channelProxy = proxy;
      },
    );
  }

  /** @param key signs its tokens until it takes over; as any other channel's when left out */
  second(key?: SigningKey): SecondWay {
    const listenerId = randomUUID();
    let own = key;
    let ownProxy: string | null = null;
    const onWay = (proxy: string | null): void => void (ownProxy = proxy);
    return {
      createChannel: (handler) => this.#channel(listenerId, () => own, handler, onWay),
      takesOver: () => {
        own = undefined;
        this.#listenerId = listenerId;
        this.#channelProxy = ownProxy;
      },
    };
  }

  /** Opens the keys where that wasn't needed yet. @throws HcmError HCM4010, HCM20xx, HCM2040, HCM60xx */
  async fetchInfo(signal: AbortSignal): Promise<EntityInfo> {
    const answer = this.#isKeyless ? await this.#askByToken(signal) : await this.#askByKey(signal);
    this.#noteClock(answer.clockSkewMinutes);
    return answer;
  }

  /** @throws HcmError HCM20xx, HCM2040 */
  ask(proof: ListenProof, signal: AbortSignal): Promise<EntityAnswer> {
    const { clock } = this.#ports;
    return askEntity({ ...proof, entity: this.entity, signal }, { clock, dialRelay: this.dial });
  }

  async #askByKey(signal: AbortSignal): Promise<EntityAnswer> {
    if (!this.keys.isLoaded) await this.prepare(signal);
    return this.ask(this.keys.current, signal);
  }

  async #askByToken(signal: AbortSignal): Promise<EntityAnswer> {
    const { text } = await this.#entraToken('question');
    signal.throwIfAborted();
    try {
      return await this.ask({ token: text }, signal);
    } catch (error) {
      throw error instanceof HcmError ? this.#refusal(error) : error;
    }
  }

  /** 501 for an HTTP sender whose request comes over a rendezvous; beyond a limit it waits for the relay's own answer. */
  refuseHttp(request: RequestMessage, signal: AbortSignal): void {
    const { clock, log } = this.#ports;
    if (this.#httpRefusals >= maxHttpRefusals) {
      log.warn('too many HTTP requests at once', { limit: maxHttpRefusals });
      return;
    }
    this.#httpRefusals++;
    refuseHttpRequest({ address: request.address, entity: this.entity, clock, dialRelay: this.dial, signal })
      .catch((error: unknown) => log.warn('HTTP request not answered', { problem: toErrorData(error) }))
      .finally(() => this.#httpRefusals--);
  }

  #channel(
    listenerId: string,
    own: () => SigningKey | undefined,
    handler: ControlChannelHandler,
    onWay: (proxy: string | null) => void,
  ): ControlChannel {
    const { clock, random, userAgent, times, keepAlive } = this.#ports;
    const createToken = (lifeMs: number, purpose: TokenPurpose): RelayToken | Promise<RelayToken> => {
      const key = own();
      if (key !== undefined || !this.#isKeyless) return this.#signed(key ?? this.keys.current, lifeMs);
      return this.#entraToken(purpose);
    };
    const explained: ControlChannelHandler = {
      ...handler,
      onClosed: (failure) => handler.onClosed(own() === undefined ? this.#refusal(failure) : failure),
    };
    const dialRelay: DialRelay = async (...where) => {
      const socket = await this.dial(...where);
      onWay(proxyOf(socket));
      return socket;
    };
    return new ControlChannel(
      { entity: this.entity, listenerId, userAgent, times },
      { clock, random, createToken, keepAlive, dialRelay },
      explained,
    );
  }

  /**
   * Said once, before the first token is taken for expired. Tokens are signed by this host's clock all the same: one that
   * is wrong breaks more than this, and a relay that could set it would decide how long a token counts.
   */
  #noteClock(skewMinutes: number | null): void {
    const { log, config } = this.#ports;
    const isOff = skewMinutes !== null;
    if (isOff && !this.#clockIsOff) {
      const problem = toErrorData(new HcmError('HCM2029', { host: config().host, skewMinutes }));
      log.warn('the clock of this host is off', { problem });
    }
    this.#clockIsOff = isOff;
  }

  #signed({ keyName, key }: SigningKey, lifeMs: number): RelayToken {
    const { host, name } = this.#ports.config();
    const text = createSasToken({
      resource: sasResource(host, name),
      keyName,
      key,
      expiresAtSeconds: Math.ceil((this.#ports.clock.now() + lifeMs) / 1000),
    });
    return { text, lifeMs };
  }

  /** A key that Azure has accepted in the account's place counts at once, kept or not. */
  get #isKeyless(): boolean {
    return this.#ports.config().entra !== null && !this.keys.isLoaded;
  }

  #entraToken(purpose: TokenPurpose): Promise<RelayToken> {
    return this.#ports.entra.token(this.#ports.config(), purpose);
  }

  /** What the relay's no means where Entra's token was shown; a key's is said already. */
  #refusal(failure: HcmError): HcmError {
    if (!this.#isKeyless) return failure;
    const config = this.#ports.config();
    const explained = entraRefusal(failure, config);
    if (explained !== failure) this.#ports.entra.refused(config);
    return explained;
  }
}
