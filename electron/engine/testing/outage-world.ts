/**
 * One host with three connections, one of them idle, one with a tunnel in use and one with a hundred, unreliable wires to
 * their relay and their endpoint: what every row of the fault matrix stands on. Time goes {@link hurry} times as fast for
 * the host and the relay's tokens; sockets, TLS and bytes are real. Everything ends with `close`.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { makeCertificates, type CertificatePems } from '../../local-relay/certificate-maker.ts';
import { createEntity } from '../../local-relay/entities.ts';
import { HostWatch } from '../net/host-watch.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { ChaosWire } from './chaos-wire.ts';
import { HurriedClock } from './hurried-clock.ts';
import { OutageApps, useInVain, useOnce } from './outage-apps.ts';
import { startSystemSigns, type SystemSigns } from './system-signs.ts';
import { RelayWorld, type WorldOptions } from './relay-world.ts';

/** A minute takes four seconds. */
export const hurry = 15;

/** Tunnels of each connection, by its name. */
export const loads = { idle: 0, one: 1, many: 100 } as const;
type Load = keyof typeof loads;
const names = Object.keys(loads) as Load[];
const allTunnels = Object.values(loads).reduce<number>((sum, count) => sum + count, 0);

/** Resolved by {@link SystemSigns}. */
const endpointName = 'db.corp.test';
const patienceMs = 60_000;

export class OutageWorld {
  readonly relays: RelayWorld;
  /** From the host to the relay. */
  readonly wire: ChaosWire;
  readonly endpointWire: ChaosWire;
  readonly clock: HurriedClock;
  readonly system: SystemSigns;
  readonly #ids: ReadonlyMap<Load, string>;
  readonly #watch: HostWatch;
  readonly #apps: OutageApps;
  readonly #closers: (() => void | Promise<void>)[] = [];
  /** Problems that each connection showed, those that weren't up, and those with a new listener: since the tunnels. */
  readonly #seen = new Map<Load, Set<string>>(names.map((load) => [load, new Set()]));
  readonly #wereDown = new Set<Load>();
  readonly #relistened = new Set<string>();
  #sessionsBefore = 0;

  private constructor(parts: {
    readonly relays: RelayWorld;
    readonly wire: ChaosWire;
    readonly endpointWire: ChaosWire;
    readonly clock: HurriedClock;
    readonly system: SystemSigns;
    readonly ids: ReadonlyMap<Load, string>;
  }) {
    const { relays, clock, system } = parts;
    this.relays = relays;
    this.wire = parts.wire;
    this.endpointWire = parts.endpointWire;
    this.clock = clock;
    this.system = system;
    this.#ids = parts.ids;
    this.#apps = new OutageApps(relays);
    this.#watch = new HostWatch({
      clock,
      uptimeMs: clock.uptimeMs,
      networkInterfaces: () => system.network,
      onWake: (reason) => relays.supervisor.wake(reason),
    });
    this.#watch.start();
    relays.onChange(() => this.#look());
    relays.relay.subscribe((event) => {
      if (event.type === 'listener-connected') this.#relistened.add(event.entity);
    });
  }

  static async start(options: WorldOptions): Promise<OutageWorld> {
    const clock = new HurriedClock(hurry);
    const system = startSystemSigns(clock);
    const relays = await RelayWorld.start({
      ...options,
      clock,
      dialer: system.dialer,
      resolve: system.resolve,
      relay: { now: clock.trueNow, ...options.relay },
    });
    const wire = await ChaosWire.to(relays.relay.port);
    const echo = await relays.serve((socket) => void socket.pipe(socket));
    const endpointWire = await ChaosWire.to(Number(echo.split(':')[1]));
    const endpoint = `${endpointName}:${endpointWire.port}`;
    // The senders' clock isn't hurried, so that their tokens would run out.
    const open = { endpoint, requiresClientAuthorization: false };
    for (const load of names) relays.relay.addEntity(createEntity(load, open));
    const ids = new Map(names.map((load) => [load, relays.add(load, endpoint, { port: wire.port })]));
    const world = new OutageWorld({ relays, wire, endpointWire, clock, system, ids });
    await world.untilWell();
    return world;
  }

  /** Waits until every connection is up both ways, and the relay knows each. */
  untilWell(): Promise<void> {
    const { relay } = this.relays;
    return this.#until('every connection to be up', (load) => {
      const { azure, endpoint } = this.#view(load);
      return azure.status === 'connected' && endpoint.status === 'reachable' && relay.listenerCount(load) > 0;
    });
  }

  /** Waits until every connection has shown this problem since the outage began. */
  untilSeen(code: string): Promise<void> {
    return this.#until(code, (load) => this.#seen.get(load)?.has(code) === true);
  }

  /** Waits until every connection has a listener that is a new one since the outage began. */
  untilRelistened(): Promise<void> {
    return this.#until('new listeners', (load) => this.#relistened.has(load));
  }

  /** Connections that weren't Connected at some moment since the outage began. */
  get wereDown(): readonly string[] {
    return [...this.#wereDown];
  }

  /** So much time goes by for the host. */
  pass(durationMs: number): Promise<void> {
    return new Promise((resolve) => void this.clock.after(durationMs, resolve));
  }

  /** Opens each connection's tunnels and carries bytes through all of them. */
  async openTunnels(): Promise<void> {
    this.#sessionsBefore = this.relays.sessions.length;
    for (const load of names) await this.#apps.open(load, loads[load]);
    this.forget();
  }

  /** What was seen until now is not of the outage. */
  forget(): void {
    for (const seen of this.#seen.values()) seen.clear();
    this.#wereDown.clear();
    this.#relistened.clear();
  }

  useTunnels(): Promise<void> {
    return this.#apps.useAll();
  }

  /** The records of the tunnels, as each has ended. */
  async untilTunnelsEnded(): Promise<readonly SessionRecord[]> {
    const ended = (): SessionRecord[] =>
      this.relays.sessions.slice(this.#sessionsBefore).filter(({ bytesIn }) => bytesIn > 0);
    await this.relays.until('a record of every tunnel', () => ended().length === allTunnels, patienceMs);
    return ended();
  }

  untilAppsKnow(): Promise<void> {
    return this.relays.until('every app to know', () => this.#apps.areAllGone, patienceMs);
  }

  /** A new app on every connection gets its bytes back. */
  async useAgain(): Promise<void> {
    for (const load of names) await useOnce(this.relays, load);
  }

  /** A new app on every connection is turned away. */
  async useInVain(): Promise<void> {
    for (const load of names) await useInVain(this.relays, load);
  }

  /** Ends every app and waits until no session is left anywhere. */
  async closeTunnels(): Promise<void> {
    const { supervisor, relay } = this.relays;
    this.#apps.closeAll();
    await this.relays.closeSenders();
    const isQuiet = (): boolean => supervisor.sessions().length === 0 && relay.sessionCount === 0;
    await this.relays.until('no session', isQuiet, patienceMs);
  }

  /** A TLS server whose certificate is good for `localhost` and comes from elsewhere. @returns its port */
  async impostor(): Promise<number> {
    const { certPem, keyPem } = await (others ??= makeCertificates(Date.now()));
    const server = createServer({ cert: certPem, key: keyPem }, (socket) => socket.destroy());
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    this.atEnd(() => void server.close());
    return (server.address() as AddressInfo).port;
  }

  atEnd(close: () => void | Promise<void>): void {
    this.#closers.push(close);
  }

  async close(): Promise<void> {
    this.#watch.stop();
    this.#apps.closeAll();
    await this.relays.close();
    for (const close of this.#closers) await close();
    await this.wire.close();
    await this.endpointWire.close();
  }

  #view(load: Load) {
    return this.relays.view(this.#ids.get(load) ?? '');
  }

  #until(what: string, holds: (load: Load) => boolean): Promise<void> {
    return this.relays.until(what, () => names.every(holds), patienceMs);
  }

  #look(): void {
    for (const [load, seen] of this.#seen) {
      const { azure, endpoint } = this.#view(load);
      if (azure.status !== 'connected') this.#wereDown.add(load);
      for (const { problem } of [azure, endpoint]) if (problem) seen.add(problem.code);
    }
  }
}

/** Made once: it takes longer than an outage. */
let others: Promise<CertificatePems> | undefined;
