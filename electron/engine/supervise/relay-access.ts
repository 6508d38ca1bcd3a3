/**
 * One connection's way to its relay: dials with the connection's trust, signs tokens with its key, opens channels, asks
 * for metadata, answers HTTP senders. Owns the key while it is open, and the HTTP exchanges under way.
 */
import { randomUUID } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock, Random } from '../clock.ts';
import type { Logger } from '../log/logger.ts';
import type { RelayDialer } from '../net/dial-relay.ts';
import type { Trust } from '../net/trust.ts';
import {
  ControlChannel,
  type ControlChannelHandler,
  type ControlChannelTimes,
} from '../relay/control-channel.ts';
import { askEntity } from '../relay/ask-entity.ts';
import type { EntityInfo } from '../relay/entity-info.ts';
import { refuseHttpRequest } from '../relay/http-refusal.ts';
import type { RequestMessage } from '../relay/messages.ts';
import type { RelayEntity } from '../relay/relay-address.ts';
import { createSasToken, sasResource } from '../relay/sas-token.ts';

export interface RelayAccessPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  readonly dialer: RelayDialer;
  readonly trust: Trust;
  readonly times: ControlChannelTimes;
  readonly userAgent: string;
  readonly config: () => ConnectionConfig;
  /** The key of the connection's rule. @throws HcmError HCM4010 */
  readonly openKey: () => Promise<string>;
}

/** HTTP senders that are being refused at once; each costs a dial. */
const maxHttpRefusals = 16;

export class RelayAccess {
  readonly #ports: RelayAccessPorts;
  /** The same across reconnects (relay-protocol §3.1). */
  readonly #listenerId = randomUUID();
  #key = '';
  /** How often another key was put in force. */
  #keyChanges = 0;
  #changesAtAttempt = 0;
  #httpRefusals = 0;

  constructor(ports: RelayAccessPorts) {
    this.#ports = ports;
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
    return this.#ports.dialer.dial({ host, port, timeoutMs, signal, trust });
  };

  /**
   * Opens the key and the trust, so that an attempt fails before it troubles the relay.
   * @throws HcmError HCM4010, HCM1050
   */
  async prepare(signal: AbortSignal): Promise<void> {
    const changes = this.#keyChanges;
    const key = await this.#ports.openKey();
    signal.throwIfAborted();
    // A key that was put in force meanwhile is newer than the one that was read.
    if (changes === this.#keyChanges) this.#key = key;
    this.#changesAtAttempt = this.#keyChanges;
    this.#ports.trust.contextFor(this.#ports.config().caPem);
  }

  /** Another key of the same connection counts from now on. */
  useKey(key: string): void {
    this.#key = key;
    this.#keyChanges += 1;
  }

  /** The attempt that was prepared last may have shown the relay an older key than the one in force. */
  get hasNewerKey(): boolean {
    return this.#changesAtAttempt !== this.#keyChanges;
  }

  createChannel(handler: ControlChannelHandler): ControlChannel {
    const { clock, random, userAgent, times } = this.#ports;
    return new ControlChannel(
      { entity: this.entity, listenerId: this.#listenerId, userAgent, times },
      { clock, random, createToken: (lifeMs) => this.#token(lifeMs), dialRelay: this.dial },
      handler,
    );
  }

  /** Opens the key where that wasn't needed yet. @throws HcmError HCM4010, HCM20xx, HCM2040 */
  async fetchInfo(signal: AbortSignal): Promise<EntityInfo> {
    if (this.#key === '') await this.prepare(signal);
    const { clock, config } = this.#ports;
    const question = { entity: this.entity, keyName: config().keyName, key: this.#key, signal };
    return askEntity(question, { clock, dialRelay: this.dial });
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

  #token(lifeMs: number): string {
    const { host, name, keyName } = this.#ports.config();
    if (this.#key === '') throw new HcmError('HCM4010', { reason: 'not opened' });
    return createSasToken({
      resource: sasResource(host, name),
      keyName,
      key: this.#key,
      expiresAtSeconds: Math.ceil((this.#ports.clock.now() + lifeMs) / 1000),
    });
  }
}
