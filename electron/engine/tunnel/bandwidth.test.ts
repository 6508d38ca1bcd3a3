import { describe, expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { Bandwidth } from './bandwidth.ts';
import { Throttle } from './throttle.ts';

const chunk = 64 * 1024;

/** Sends a chunk whenever it may, like a socket that always has more. */
function busySource(rates: readonly Bandwidth[]) {
  let sent = 0;
  let stopped = false;
  const throttle = new Throttle(rates, () => send());
  const send = (): void => {
    while (!throttle.isHeld && !stopped) {
      sent += chunk;
      throttle.passed(chunk);
    }
  };
  return {
    start: send,
    stop: () => {
      stopped = true;
      throttle.close();
    },
    get sent() {
      return sent;
    },
  };
}

function limited(clock: FakeClock, bytesPerSecond: number): Bandwidth {
  const rate = new Bandwidth(clock);
  rate.setRate(bytesPerSecond);
  return rate;
}

describe('a rate', () => {
  it('holds nobody and arms no timer while none is set', () => {
    const clock = new FakeClock();
    const rate = new Bandwidth(clock);
    rate.draw(1e12);
    expect([rate.isLimited, rate.isSpent, clock.pending]).toEqual([false, false, 0]);
  });

  it.each([10_000, 1_000_000, 50_000_000])('lets %d bytes a second pass over a minute', (bytesPerSecond) => {
    const clock = new FakeClock();
    const source = busySource([limited(clock, bytesPerSecond)]);
    source.start();
    clock.advance(60_000);
    const allowed = bytesPerSecond * 60;
    // What was saved up before and one chunk on credit are over the rate; nothing is lost below it.
    expect(source.sent).toBeLessThanOrEqual(allowed + bytesPerSecond / 4 + chunk);
    expect(source.sent).toBeGreaterThanOrEqual(allowed * 0.98 - chunk);
  });

  it('is shared evenly by sessions, whoever came first', () => {
    const clock = new FakeClock();
    const rate = limited(clock, 10_000_000);
    const first = busySource([rate]);
    first.start();
    clock.advance(1_000);
    const others = Array.from({ length: 9 }, () => busySource([rate]));
    for (const other of others) other.start();
    const before = first.sent;
    clock.advance(60_000);
    const shares = [first.sent - before, ...others.map(({ sent }) => sent)];
    const whole = shares.reduce((sum, share) => sum + share, 0);
    expect(whole).toBeLessThanOrEqual(10_000_000 * 60.25 + 10 * chunk);
    for (const share of shares) expect(share / whole).toBeCloseTo(0.1, 2);
  });

  it('goes to those who send when others in line have nothing to send', () => {
    const clock = new FakeClock();
    const rate = limited(clock, 1_000_000);
    const silent = Array.from({ length: 5 }, () => new Throttle([rate], () => undefined));
    for (const throttle of silent) throttle.passed(chunk);
    const source = busySource([rate]);
    source.start();
    clock.advance(60_000);
    expect(source.sent).toBeGreaterThan(1_000_000 * 58);
  });

  it('counts at once when it is changed, and lifted it lets everyone go', () => {
    const clock = new FakeClock();
    const rate = limited(clock, 1_000);
    let went = 0;
    const throttle = new Throttle([rate], () => (went += 1));
    throttle.passed(100 * chunk);
    clock.advance(60_000);
    expect([throttle.isHeld, went]).toEqual([true, 0]);
    rate.setRate(100_000_000);
    clock.advance(1_000);
    expect([throttle.isHeld, went]).toEqual([false, 1]);
    rate.setRate(1_000);
    throttle.passed(100 * chunk);
    expect(throttle.isHeld).toBe(true);
    rate.setRate(0);
    expect([throttle.isHeld, went, clock.pending]).toEqual([false, 2, 0]);
  });

  it('arms one timer however many wait, and none when they have gone', () => {
    const clock = new FakeClock();
    const rate = limited(clock, 1_000);
    const throttles = Array.from({ length: 50 }, () => new Throttle([rate], () => undefined));
    for (const throttle of throttles) throttle.passed(chunk);
    expect(clock.pending).toBe(1);
    for (const throttle of throttles) throttle.close();
    expect(clock.pending).toBe(0);
  });
});

describe('two rates', () => {
  it('both hold: the connection’s and the host’s', () => {
    const clock = new FakeClock();
    const host = limited(clock, 3_000_000);
    const slow = busySource([limited(clock, 500_000), host]);
    const fast = busySource([limited(clock, 50_000_000), host]);
    slow.start();
    fast.start();
    clock.advance(60_000);
    expect(slow.sent).toBeLessThanOrEqual(500_000 * 60.25 + chunk);
    expect(slow.sent).toBeGreaterThan(500_000 * 55);
    expect(slow.sent + fast.sent).toBeLessThanOrEqual(3_000_000 * 60.25 + 2 * chunk);
    expect(slow.sent + fast.sent).toBeGreaterThan(3_000_000 * 58);
  });
});
