import { setImmediate as turn } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import type { AzureLeg } from '../../contract/connection-view.ts';
import { RelayDialer, type RelayDialOptions } from '../net/dial-relay.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { RelayWorld } from '../testing/relay-world.ts';

const connections = 200;
const dayMs = 24 * 60 * 60_000;
/** What the network takes in this test: an attempt that begins within this time knows nothing of the ones before it. */
const roundTripMs = 50;

/** Counts the dials to the relay by the host's clock. */
class CountedDialer extends RelayDialer {
  readonly begunAt: number[] = [];
  underWay = 0;
  opened = 0;
  readonly #clock: FakeClock;

  constructor(clock: FakeClock) {
    super({ clock });
    this.#clock = clock;
  }

  override async dial(options: RelayDialOptions): Promise<TLSSocket> {
    this.begunAt.push(this.#clock.monotonicMs());
    this.underWay++;
    try {
      const socket = await super.dial(options);
      this.opened++;
      return socket;
    } finally {
      this.underWay--;
    }
  }
}

/** 200 connections to one relay, real sockets, and a host whose time goes on when it is told to. */
class Storm {
  readonly clock = new FakeClock();
  readonly dialer = new CountedDialer(this.clock);
  readonly connectedAt = new Map<string, number>();
  #answered = 0;
  /** Nothing happens in the network without one. */
  #changes = 0;
  #ids: readonly string[] = [];
  #world: RelayWorld | undefined;

  static async start(): Promise<Storm> {
    const storm = new Storm();
    const { clock, dialer } = storm;
    let seed = 7;
    const world = await RelayWorld.start({
      clock,
      dialer,
      random: () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647,
      metadataIntervalMs: dayMs,
      settings: { endpointCheckMinutes: 0 },
      // Pongs need real time, of which none passes here.
      times: { pingIntervalMs: dayMs, tokenLifeMs: 4 * dayMs },
      relay: { now: () => clock.now() },
    });
    storm.#world = world;
    world.onChange(() => storm.#changes++);
    world.relay.subscribe(({ type, entity }) => {
      if (type === 'listener-connected') storm.connectedAt.set(entity, clock.monotonicMs());
      if (/^listener-(connected|refused)$|^metadata-read$/u.test(type)) storm.#answered++;
    });
    const endpoint = await world.serve((socket) => void socket.pipe(socket));
    const [host = '', port] = endpoint.split(':');
    storm.#ids = Array.from({ length: connections }, (_, index) =>
      world.add(`c${index}`, endpoint, { endpoint: { host, port: Number(port), source: 'manual' } }),
    );
    await storm.until(() => storm.count('connected') === connections);
    return storm;
  }

  get world(): RelayWorld {
    if (this.#world === undefined) throw new Error('not started');
    return this.#world;
  }

  count(status: AzureLeg['status']): number {
    return this.#ids.filter((id) => this.world.supervisor.legs(id)?.azure.status === status).length;
  }

  dialsBetween(fromMs: number, toMs: number): number {
    return this.dialer.begunAt.filter((at) => at >= fromMs && at < toMs).length;
  }

  /** Lets host time pass, a round trip at a time. */
  async pass(durationMs: number): Promise<void> {
    const endMs = this.clock.monotonicMs() + durationMs;
    await this.until(() => this.clock.monotonicMs() >= endMs);
  }

  async until(holds: () => boolean): Promise<void> {
    await this.#quiet();
    while (!holds()) {
      const before = this.#changes;
      this.clock.advance(roundTripMs);
      if (this.#changes !== before) await this.#quiet();
    }
  }

  /** What is under way in the network arrives before the host's time goes on. */
  async #quiet(): Promise<void> {
    await turn();
    await turn();
    const { relay } = this.world;
    await this.world.until(
      'the network to be quiet',
      () =>
        this.dialer.underWay === 0 &&
        this.#answered >= this.dialer.opened &&
        this.count('connected') ===
          relay.entities().reduce((sum, { name }) => sum + relay.listenerCount(name), 0),
      60_000,
    );
  }
}

let storm: Storm;
afterEach(() => storm.world.close());

function percentile(sorted: readonly number[], part: number): number {
  return sorted[Math.ceil(sorted.length * part) - 1] ?? Number.NaN;
}

describe('200 connections to one relay', () => {
  it('probe one at a time while it is down, and are all back within 5 s (p95)', async () => {
    storm = await Storm.start();
    const { clock, world, connectedAt } = storm;
    for (const outageMs of [1_500, 17_000, 63_000, 301_000]) {
      await storm.pass(70_000);
      const downMs = clock.monotonicMs();
      await world.relay.faults.goDown();
      await storm.pass(outageMs);
      const backMs = clock.monotonicMs();
      expect(storm.count('connected')).toBe(0);
      expect(storm.dialsBetween(downMs, downMs + 20_000)).toBeLessThanOrEqual(6);
      for (let from = downMs + 20_000; from + 20_000 <= backMs; from += 1_000)
        expect(storm.dialsBetween(from, from + 20_000)).toBeLessThanOrEqual(20_000 / (3_000 * 0.95) + 1);

      connectedAt.clear();
      await world.relay.faults.comeBack();
      await storm.until(() => storm.count('connected') === connections);
      const times = [...connectedAt.values()].map((at) => at - backMs).sort((one, other) => one - other);
      expect(percentile(times, 0.95)).toBeLessThanOrEqual(5_000);
      await storm.pass(5_000);
      // A channel and a look at the metadata each, and nothing in vain.
      expect(storm.dialsBetween(backMs, Infinity)).toBe(2 * connections);
      const figures = { p50: percentile(times, 0.5), p95: percentile(times, 0.95), last: times.at(-1) };
      process.stdout.write(
        `storm: down ${outageMs} ms, ${storm.dialsBetween(downMs, backMs)} attempts, back after ${JSON.stringify(figures)} ms\n`,
      );
    }
  }, 300_000);

  it('that are refused (401) try once in the first minute, then every 5 minutes', async () => {
    storm = await Storm.start();
    const { clock, world } = storm;
    await storm.pass(70_000);
    world.relay.faults.refuseListens('*', { status: 401 });
    world.relay.faults.dropControl('*');
    await storm.until(() => storm.count('unauthorized') === connections);
    const refusedMs = clock.monotonicMs();
    await storm.pass(60_000);
    expect(storm.dialsBetween(refusedMs + roundTripMs, Infinity)).toBe(connections);
    const secondsMs = clock.monotonicMs();
    await storm.pass(20 * 60_000);
    const later = storm.dialsBetween(secondsMs, Infinity);
    expect(later).toBeLessThanOrEqual(4 * connections);
    expect(later).toBeGreaterThanOrEqual(3 * connections);
    process.stdout.write(
      `storm: 401 on all, ${connections} attempts in the first minute, ${later} in the next 20\n`,
    );
  }, 300_000);

  it('are let through once when the host wakes while it is down, not each of them', async () => {
    storm = await Storm.start();
    const { clock, world } = storm;
    await world.relay.faults.goDown();
    await storm.pass(60_000);
    const wokenMs = clock.monotonicMs();
    world.supervisor.wake('networkChanged');
    await storm.pass(2_000 - roundTripMs);
    expect(storm.dialsBetween(wokenMs, Infinity)).toBeLessThanOrEqual(2);
    await world.relay.faults.comeBack();
    world.supervisor.wake('networkChanged');
    const backMs = clock.monotonicMs();
    await storm.until(() => storm.count('connected') === connections);
    expect(clock.monotonicMs() - backMs).toBeLessThanOrEqual(2_000);
  }, 300_000);
});
