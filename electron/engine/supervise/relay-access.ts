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
import { fetchEntityInfo, type EntityInfo } from '../relay/entity-info.ts';
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

/** For dial and answer together (relay-protocol §6.3, as Microsoft's manager). */
const metadataTimeoutMs = 21_000;
const metadataTokenLifeMs = 10 * 60_000;
/** HTTP senders that are being refused at once; each costs a dial. */
const maxHttpRefusals = 16;

export class RelayAccess {
  readonly #ports: RelayAccessPorts;
  /** The same across reconnects (relay-protocol §3.1). */
  readonly #listenerId = randomUUID();
  #key = '';
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
    const key = await this.#ports.openKey();
    signal.throwIfAborted();
    this.#key = key;
    this.#ports.trust.contextFor(this.#ports.config().caPem);
  }

  createChannel(handler: ControlChannelHandler): ControlChannel {
    const { clock, random, userAgent, times } = this.#ports;
    return new ControlChannel(
      { entity: this.entity, listenerId: this.#listenerId, userAgent, times },
      { clock, random, createToken: (lifeMs) => this.#token(lifeMs), dialRelay: this.dial },
      handler,
    );
  }

  async fetchInfo(signal: AbortSignal): Promise<EntityInfo> {
    const { clock } = this.#ports;
    const { entity } = this;
    const token = this.#token(metadataTokenLifeMs);
    const began = clock.monotonicMs();
    const socket = await this.dial(entity.host, entity.port, metadataTimeoutMs, signal);
    const timeoutMs = Math.max(1, metadataTimeoutMs - (clock.monotonicMs() - began));
    return fetchEntityInfo({ entity, socket, token, timeoutMs, clock, signal });
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
