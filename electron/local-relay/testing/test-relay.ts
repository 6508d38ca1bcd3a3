/** A running relay with one entity, and the peers that tests need. Owns all of them: `dispose` ends everything. */
import { makeCertificates } from '../certificate-maker.ts';
import { createEntity, createNamespaceRules, listenerRuleName, senderRuleName } from '../entities.ts';
import type { EntityConfig } from '../entities.ts';
import type { RelayEvent } from '../events.ts';
import { LocalRelay } from '../server.ts';
import type { LocalRelayOptions } from '../server.ts';
import { RawPeer } from './raw-peer.ts';
import type { PeerOptions } from './raw-peer.ts';
import { TestListener } from './test-listener.ts';
import { makeToken } from './tokens.ts';

/** Made once per test file: key generation is the slowest part of starting a relay. */
const certificates = makeCertificates(Date.now());

interface ListenerOptions {
  readonly entity?: EntityConfig;
  readonly id?: string;
  readonly token?: string;
}

interface SenderOptions {
  readonly entity?: EntityConfig;
  readonly path?: string;
  /** Own query, with `&` at its end. */
  readonly query?: string;
  readonly headerLines?: readonly string[];
  readonly token?: string;
  readonly earlyBytes?: Buffer;
}

export class TestRelay {
  readonly relay: LocalRelay;
  readonly entity: EntityConfig;
  readonly ca: string;
  readonly events: RelayEvent[] = [];
  readonly #peers: RawPeer[] = [];
  readonly #listeners: TestListener[] = [];

  private constructor(relay: LocalRelay, entity: EntityConfig, ca: string) {
    this.relay = relay;
    this.entity = entity;
    this.ca = ca;
    relay.subscribe((event) => void this.events.push(event));
  }

  static async start(options: Partial<LocalRelayOptions> = {}, name = 'hc1'): Promise<TestRelay> {
    const made = await certificates;
    const entity = createEntity(name, { endpoint: 'db.internal:1433' });
    const relay = new LocalRelay({
      certificates: made,
      entities: [entity],
      namespaceRules: createNamespaceRules(),
      ...options,
    });
    await relay.listen();
    return new TestRelay(relay, entity, made.caPem);
  }

  /** `wss://localhost:PORT/` */
  get base(): string {
    return this.relay.url.replace(/^sb:/, 'wss:');
  }

  listenToken(entity = this.entity, expiresAtMs?: number): string {
    return this.#token(entity, listenerRuleName, expiresAtMs);
  }

  sendToken(entity = this.entity, expiresAtMs?: number): string {
    return this.#token(entity, senderRuleName, expiresAtMs);
  }

  /** Opens a control channel and waits until it is registered. */
  async listener(options: ListenerOptions = {}): Promise<TestListener> {
    const { entity = this.entity, id = '', token = this.listenToken(entity) } = options;
    const query = id === '' ? '' : `&sb-hc-id=${id}`;
    const listener = await TestListener.dial({
      url: `${this.base}$hc/${entity.name}?sb-hc-action=listen${query}`,
      ca: this.ca,
      token,
      peer: (dial) => this.peer(dial),
    });
    this.#listeners.push(listener);
    return listener;
  }

  /** A raw peer at any address of the relay. */
  peer(options: Omit<PeerOptions, 'ca'>): RawPeer {
    const peer = new RawPeer({ ...options, ca: this.ca });
    this.#peers.push(peer);
    return peer;
  }

  /** A sender that begins to connect. */
  sender(options: SenderOptions = {}): RawPeer {
    const { entity = this.entity, path = entity.name, query = '', headerLines = [] } = options;
    const { token = this.sendToken(entity), earlyBytes = Buffer.alloc(0) } = options;
    return this.peer({
      url: `${this.base}$hc/${path}?${query}sb-hc-action=connect`,
      headerLines: [`ServiceBusAuthorization: ${token}`, ...headerLines],
      earlyBytes,
    });
  }

  /** An open session between a raw sender and a raw rendezvous. */
  async session(listener: TestListener): Promise<{ sender: RawPeer; rendezvous: RawPeer }> {
    const sender = this.sender();
    const accept = await listener.nextAccept();
    const rendezvous = listener.accept(accept);
    await Promise.all([sender.answer, rendezvous.answer]);
    return { sender, rendezvous };
  }

  async dispose(): Promise<void> {
    for (const peer of this.#peers) peer.destroy();
    for (const { socket } of this.#listeners) socket.terminate();
    await this.relay.close();
  }

  #token(entity: EntityConfig, rule: string, expiresAtMs: number | undefined): string {
    const key = entity.rules.find(({ name }) => name === rule)?.primaryKey ?? '';
    const resource = `http://localhost/${entity.name}/`;
    return makeToken({ resource, rule, key, ...(expiresAtMs === undefined ? {} : { expiresAtMs }) });
  }
}
