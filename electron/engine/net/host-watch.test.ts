import { describe, expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { HostWatch, lookMs, quietMs } from './host-watch.ts';
import { networkPicture, type NetworkInterfaces } from './network-picture.ts';

const home: NetworkInterfaces = { eth0: [v4('192.168.1.20')], lo: [{ ...v4('127.0.0.1'), internal: true }] };
const office: NetworkInterfaces = { eth0: [v4('10.0.0.7')] };

function v4(address: string) {
  return {
    address,
    netmask: '255.255.255.0',
    family: 'IPv4' as const,
    mac: '02:00:00:00:00:01',
    internal: false,
    cidr: null,
  };
}

function v6(address: string, scopeid = 0) {
  return {
    address,
    netmask: 'ffff:ffff:ffff:ffff::',
    family: 'IPv6' as const,
    mac: '02:00:00:00:00:01',
    internal: false,
    cidr: null,
    scopeid,
  };
}

function watching() {
  const clock = new FakeClock();
  const world = { network: home, asleepMs: 0, works: true };
  const reasons: string[] = [];
  const watch = new HostWatch({
    clock,
    uptimeMs: () => 50_000 + clock.monotonicMs() + world.asleepMs,
    networkInterfaces: () => {
      if (!world.works) throw new Error('no system call');
      return world.network;
    },
    onWake: (reason) => reasons.push(reason),
  });
  watch.start();
  return { clock, world, reasons, watch };
}

describe('HostWatch', () => {
  it('is silent while nothing happens, for days', () => {
    const { clock, reasons } = watching();
    clock.advance(2 * 24 * 60 * 60_000);
    expect(reasons).toEqual([]);
  });

  it('tells a resume where the monotonic clock stood still (Linux)', () => {
    const { clock, world, reasons } = watching();
    clock.advance(60_000);
    world.asleepMs += 8 * 60 * 60_000;
    clock.jumpWall(8 * 60 * 60_000);
    clock.advance(lookMs);
    expect(reasons).toEqual(['resumed']);
  });

  it('tells a resume where the monotonic clock went on (Windows): the look comes far too late', () => {
    const { clock, reasons } = watching();
    clock.advance(60_000);
    clock.oversleep(30 * 60_000);
    expect(reasons).toEqual(['resumed']);
  });

  it('takes no busy seconds for sleep', () => {
    const { clock, reasons } = watching();
    clock.oversleep(lookMs + 8_000);
    expect(reasons).toEqual([]);
  });

  it.each([-3_600_000, -10_000, 10_000, 3_600_000])('tells a clock that was set by %i ms', (byMs) => {
    const { clock, reasons } = watching();
    clock.advance(60_000);
    clock.jumpWall(byMs);
    clock.advance(lookMs);
    expect(reasons).toEqual(['clockChanged']);
    clock.advance(60_000);
    expect(reasons).toHaveLength(1);
  });

  it('leaves the corrections of a time server alone', () => {
    const { clock, reasons } = watching();
    for (let second = 0; second < 600; second += 3) {
      clock.jumpWall(second % 2 === 0 ? 900 : -900);
      clock.advance(lookMs);
    }
    expect(reasons).toEqual([]);
  });

  it('tells a network that changed, that went and that came back', () => {
    const { clock, world, reasons } = watching();
    for (const network of [office, {}, home]) {
      world.network = network;
      clock.advance(lookMs + quietMs);
    }
    expect(reasons).toEqual(['networkChanged', 'networkChanged', 'networkChanged']);
  });

  it('reports a change at once, and what follows on its heels once, when it is quiet', () => {
    const { clock, world, reasons } = watching();
    world.network = {};
    clock.advance(lookMs);
    expect(reasons).toEqual(['networkChanged']);
    world.network = office;
    clock.advance(lookMs);
    expect(reasons).toHaveLength(1);
    clock.advance(quietMs);
    expect(reasons).toHaveLength(2);
    clock.advance(60_000);
    expect(reasons).toHaveLength(2);
  });

  it('never reports more often than that, however wildly the network flaps', () => {
    const { clock, world, reasons } = watching();
    for (let round = 0; round < 1_000; round++) {
      world.network = round % 2 === 0 ? office : home;
      clock.advance(lookMs);
    }
    expect(reasons.length).toBeLessThanOrEqual((1_000 * lookMs) / quietMs + 1);
    expect(reasons.length).toBeGreaterThan(400);
  });

  it('takes a hint, and doesn’t find by itself what the hint said', () => {
    const { clock, world, reasons, watch } = watching();
    world.asleepMs += 60_000;
    clock.jumpWall(60_000);
    watch.hint('resumed');
    expect(reasons).toEqual(['resumed']);
    clock.advance(60_000);
    expect(reasons).toEqual(['resumed']);
  });

  it('takes a system that doesn’t tell its interfaces for one that has not changed', () => {
    const { clock, world, reasons } = watching();
    world.works = false;
    clock.advance(60_000);
    world.works = true;
    clock.advance(60_000);
    expect(reasons).toEqual([]);
  });

  it('says nothing after its end, and leaves no timer', () => {
    const { clock, world, reasons, watch } = watching();
    world.network = office;
    clock.advance(lookMs);
    world.network = home;
    clock.advance(lookMs);
    watch.stop();
    watch.hint('resumed');
    clock.advance(60_000);
    expect(reasons).toEqual(['networkChanged']);
    expect(clock.pending).toBe(0);
  });
});

describe('networkPicture', () => {
  it('knows no order, no scope, no loopback and no link-local address', () => {
    const one = networkPicture({ eth0: [v4('10.0.0.7'), v6('fd00::1', 3)], wlan0: [v4('10.1.0.7')] });
    const other = networkPicture({
      wlan0: [v4('10.1.0.7'), v6('FE80::1', 7)],
      veth12: [v6('fe80::2', 9)],
      lo: [{ ...v4('127.0.0.1'), internal: true }],
      eth0: [v6('fd00::1%eth0'), v4('10.0.0.7'), v4('169.254.9.9')],
    });
    expect(one).toBe(other);
  });

  it('knows a moved, an added and a removed address, and another interface', () => {
    const pictures = [
      { eth0: [v4('10.0.0.7')] },
      { eth0: [v4('10.0.0.8')] },
      { eth0: [v4('10.0.0.7'), v4('10.0.0.8')] },
      { eth1: [v4('10.0.0.7')] },
      {},
      { eth0: undefined },
    ].map(networkPicture);
    expect(new Set(pictures).size).toBe(5);
  });
});
