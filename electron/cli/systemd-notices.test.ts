import { describe, expect, it, vi } from 'vitest';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { SystemdNotices } from './systemd-notices.ts';

const socket = { NOTIFY_SOCKET: '/run/systemd/notify' };

interface Given {
  readonly environment?: Readonly<Record<string, string>>;
  readonly exitCode?: number | null;
  readonly answers?: () => Promise<unknown>;
}

/** Children that end when the test says so. */
function world({ environment = socket, exitCode = 0, answers = () => Promise.resolve() }: Given = {}) {
  const clock = new FakeClock();
  const told: string[] = [];
  const warnings: unknown[] = [];
  const ends: (() => void)[] = [];
  let isHeld = false;
  let atOnce = 0;
  let mostAtOnce = 0;
  const notices = new SystemdNotices({
    ...{ environment, processId: 4711, clock, answers },
    log: { ...silentLogger, warn: (message, fields) => void warnings.push({ message, ...fields }) },
    run: async (assignments) => {
      told.push(assignments.join(' '));
      atOnce += 1;
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      if (isHeld) await new Promise<void>((resolve) => ends.push(resolve));
      atOnce -= 1;
      return exitCode;
    },
  });
  const hold = (): void => void (isHeld = true);
  const endOne = (): void => ends.shift()?.();
  return { clock, told, warnings, notices, hold, endOne, mostAtOnce: () => mostAtOnce };
}

describe('what systemd hears', () => {
  it('is what happened, in order, by one child at a time', async () => {
    const { told, notices, mostAtOnce } = world();
    notices.ready('Runs 3 connections');
    notices.reloading();
    notices.reloaded('Runs 4 connections');
    await vi.waitFor(() => expect(told).toHaveLength(3));
    notices.stopping('Stopping', 60_000);
    await notices.close();
    expect(told[0]).toBe('READY=1 STATUS=Runs 3 connections');
    expect(told[1]).toMatch(/^RELOADING=1 MONOTONIC_USEC=\d+$/);
    expect(told[2]).toBe('READY=1 STATUS=Runs 4 connections');
    expect(told[3]).toBe('STOPPING=1 STATUS=Stopping EXTEND_TIMEOUT_USEC=75000000');
    expect(mostAtOnce()).toBe(1);
  });

  it('says that the host stops, whatever else was still to be said', async () => {
    const { told, notices, hold, endOne } = world();
    hold();
    notices.ready('x');
    notices.reloading();
    notices.stopping('Stopping', 0);
    const closed = notices.close();
    await vi.waitFor(() => expect(told).toHaveLength(1));
    endOne();
    await vi.waitFor(() => expect(told).toHaveLength(2));
    endOne();
    await closed;
    expect(told.map((line) => line.split(' ')[0])).toEqual(['READY=1', 'STOPPING=1']);
  });

  it('is nothing where nobody listens', async () => {
    const { clock, told, notices } = world({ environment: { WATCHDOG_USEC: '2000000' } });
    notices.ready('x');
    clock.advance(60_000);
    await notices.close();
    expect(told).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('is bounded while a child hangs, and no child is left behind', async () => {
    const { told, notices, hold, endOne } = world();
    hold();
    for (let count = 0; count < 100; count += 1) notices.reloading();
    const closed = notices.close();
    endOne();
    await closed;
    expect(told).toHaveLength(1);
  });

  it('costs one line of the log when it can’t be said', async () => {
    const { told, warnings, notices } = world({ exitCode: null });
    notices.ready('x');
    notices.stopping('y', 0);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    await notices.close();
    expect(warnings).toEqual([
      { message: 'systemd could not be told', program: 'systemd-notify', reason: 'not found' },
    ]);
  });
});

describe('the watchdog', () => {
  const watched = { ...socket, WATCHDOG_USEC: '60000000', WATCHDOG_PID: '4711' };

  it('hears twice in its time that the host lives', async () => {
    const { clock, told, notices } = world({ environment: watched });
    notices.ready('x');
    for (const times of [1, 2, 3]) {
      clock.advance(30_000);
      await vi.waitFor(() => expect(told).toHaveLength(1 + times));
    }
    expect(told.slice(1)).toEqual(['WATCHDOG=1', 'WATCHDOG=1', 'WATCHDOG=1']);
    await notices.close();
    expect(clock.pending).toBe(0);
  });

  it('hears nothing while the engine doesn’t answer', async () => {
    let isAnswering = false;
    const answers = (): Promise<unknown> =>
      isAnswering ? Promise.resolve() : Promise.reject(new Error('stuck'));
    const { clock, told, notices } = world({ environment: watched, answers });
    notices.ready('x');
    clock.advance(90_000);
    await vi.waitFor(() => expect(told).toHaveLength(1));
    isAnswering = true;
    clock.advance(30_000);
    await vi.waitFor(() => expect(told).toHaveLength(2));
    await notices.close();
  });

  it('of another process isn’t ours', () => {
    const { clock, notices } = world({ environment: { ...watched, WATCHDOG_PID: '1' } });
    notices.ready('x');
    expect(clock.pending).toBe(0);
  });
});
