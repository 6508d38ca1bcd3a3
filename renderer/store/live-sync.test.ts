import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { HostState } from '../../electron/contract/shell-api.ts';
import { sampleHost, sampleHostInfo, sampleNow } from '../testing/sample-host.ts';
import { sampleId, sampleView } from '../testing/sample-views.ts';
import { createTestBridge, type TestBridge } from '../testing/test-bridge.ts';
import { createServices, type Services } from '../services.tsx';
import { startLiveSync, type Page } from './live-sync.ts';

const payroll = sampleView({ number: 7, name: 'payroll-sql' });
const stopped = sampleView({
  number: 7,
  name: 'payroll-sql',
  azure: { status: 'stopped', since: sampleNow },
});
const unreachable: HostState = {
  mode: 'unreachable',
  problem: { code: 'HCM5005', details: {} },
  info: sampleHostInfo(),
};

/** A page that the test shows and hides. */
function createPage(): Page & { show(visible: boolean): void } {
  const target = new EventTarget();
  let visibilityState: DocumentVisibilityState = 'visible';
  return {
    get visibilityState() {
      return visibilityState;
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
    show: (visible) => {
      visibilityState = visible ? 'visible' : 'hidden';
      target.dispatchEvent(new Event('visibilitychange'));
    },
  };
}

let bridge: TestBridge;
let services: Services;
let page: ReturnType<typeof createPage>;
let stop: () => void;

function start(
  views: readonly ConnectionView[] = [payroll],
  host: HostState = sampleHost(),
  prepare: () => void = () => undefined,
): void {
  bridge = createTestBridge({ views, host });
  page = createPage();
  prepare();
  services = createServices(bridge);
  stop = startLiveSync(services, page);
}

/** Lets all answers come in; no time passes. */
async function settle(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
}

function asked(): number {
  return bridge.inputsOf('connections.snapshot').length;
}

function statusOfPayroll(): string | undefined {
  return services.connections.getState().views.get(sampleId(7))?.azure.status;
}

function patch(sequence: number, changed: readonly ConnectionView[] = []): void {
  bridge.emit('connections.patch', { sequence, changed: [...changed], removed: [] });
}

beforeEach(() => vi.useFakeTimers({ now: sampleNow }));

afterEach(() => {
  stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('live sync', () => {
  it('asks what there is and shows it', async () => {
    start();
    await settle();
    expect(services.shell.getState()).toMatchObject({
      host: { mode: 'background' },
      app: { user: 'm.keller' },
      demo: { phase: 'off' },
    });
    expect(services.connections.getState()).toMatchObject({ loaded: true, unknownSince: null });
    expect(statusOfPayroll()).toBe('connected');
  });

  it('follows patches in their order without asking again', async () => {
    start();
    await settle();
    patch(1, [stopped]);
    patch(2);
    expect(statusOfPayroll()).toBe('stopped');
    expect(asked()).toBe(1);
  });

  it('keeps a patch that comes before the snapshot it follows', async () => {
    let held: ReturnType<typeof bridge.hold<'connections.snapshot'>> | undefined;
    start([payroll], sampleHost(), () => (held = bridge.hold('connections.snapshot')));
    await settle();
    patch(8, [payroll]);
    patch(9, [stopped]);
    held?.release({ sequence: 8, connections: [payroll] });
    await settle();
    expect(statusOfPayroll()).toBe('stopped');
    expect(services.connections.getState().sequence).toBe(9);
    expect(asked()).toBe(1);
  });

  it('asks the first host before it knows which one it is, and not again when it does', async () => {
    start([payroll], { mode: 'starting' });
    expect(asked()).toBe(1);
    bridge.emit('app.hostChanged', { state: sampleHost() });
    await settle();
    expect(asked()).toBe(1);
    expect(statusOfPayroll()).toBe('connected');
  });

  it('asks the first host when it knows it, where the window was hidden and seen meanwhile', async () => {
    start([payroll], { mode: 'starting' }, () => bridge.hold('connections.snapshot'));
    page.show(false);
    page.show(true);
    bridge.answer('connections.snapshot', { sequence: 0, connections: [payroll] });
    bridge.emit('app.hostChanged', { state: sampleHost() });
    await settle();
    expect(statusOfPayroll()).toBe('connected');
  });

  it('asks again when the first host, out of reach when it was asked, can be reached', async () => {
    start([payroll], unreachable);
    await settle();
    expect(statusOfPayroll()).not.toBe('connected');
    bridge.emit('app.hostChanged', { state: sampleHost() });
    await settle();
    expect(asked()).toBe(2);
    expect(statusOfPayroll()).toBe('connected');
  });

  it('asks for one new snapshot after a gap, however many patches follow it', async () => {
    start();
    await settle();
    await vi.advanceTimersByTimeAsync(2_000);
    bridge.answer('connections.snapshot', { sequence: 5, connections: [stopped] });
    patch(3);
    patch(4);
    patch(5);
    await settle();
    expect(asked()).toBe(2);
    expect(statusOfPayroll()).toBe('stopped');
  });

  it('asks at most once a second while every snapshot leaves a gap', async () => {
    start();
    await settle();
    for (let sequence = 100; sequence < 200; sequence += 1) {
      patch(sequence * 2);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked()).toBeGreaterThan(3);
    expect(asked()).toBeLessThanOrEqual(11);
  });

  it('asks later and later while the host doesn’t answer', async () => {
    start([payroll], sampleHost(), () => bridge.refuse('connections.snapshot', 'HCM5005'));
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    // At once, then after 1, 2, 4, 8, 16 and 30 s.
    expect(asked()).toBe(6);
    bridge.answer('connections.snapshot', { sequence: 1, connections: [payroll] });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(statusOfPayroll()).toBe('connected');
  });

  it('shows everything as unknown since the host went, and asks again when it is back', async () => {
    start();
    await settle();
    bridge.emit('app.hostChanged', { state: unreachable });
    expect(statusOfPayroll()).toBe('unknown');
    await vi.advanceTimersByTimeAsync(5_000);
    bridge.emit('app.hostChanged', { state: unreachable });
    expect(services.connections.getState().unknownSince).toBe(sampleNow);
    expect(asked()).toBe(1);
    bridge.emit('app.hostChanged', { state: sampleHost() });
    await settle();
    expect(asked()).toBe(2);
    expect(statusOfPayroll()).toBe('connected');
  });

  it('forgets the answer of a host that another one has replaced', async () => {
    start();
    const old = bridge.hold('connections.snapshot');
    await settle();
    bridge.answer('connections.snapshot', { sequence: 1, connections: [stopped] });
    bridge.emit('app.hostChanged', { state: sampleHost() });
    await settle();
    old.release({ sequence: 70, connections: [payroll] });
    await settle();
    expect(statusOfPayroll()).toBe('stopped');
    expect(services.connections.getState().sequence).toBe(1);
  });

  it('believes what the app tells rather than an older answer', async () => {
    bridge = createTestBridge({ views: [payroll] });
    const held = bridge.hold('app.host');
    services = createServices(bridge);
    page = createPage();
    stop = startLiveSync(services, page);
    bridge.emit('app.hostChanged', { state: unreachable });
    held.release({ state: sampleHost() });
    await settle();
    expect(services.shell.getState().host.mode).toBe('unreachable');
  });
});

describe('a window that nobody looks at', () => {
  it('asks nothing, ticks not, and takes a new snapshot when it is shown', async () => {
    start();
    await settle();
    page.show(false);
    const { now } = services.clock.getState();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    patch(7, [stopped]);
    await settle();
    expect(asked()).toBe(1);
    expect(services.clock.getState().now).toBe(now);

    bridge.answer('connections.snapshot', { sequence: 7, connections: [stopped] });
    page.show(true);
    expect(services.clock.getState().now).toBe(sampleNow + 60_000);
    await settle();
    expect(asked()).toBe(2);
    expect(statusOfPayroll()).toBe('stopped');
  });

  it('leaves a host that is back alone until it is shown', async () => {
    start();
    await settle();
    page.show(false);
    bridge.emit('app.hostChanged', { state: unreachable });
    bridge.emit('app.hostChanged', { state: sampleHost() });
    await settle();
    expect(asked()).toBe(1);
    page.show(true);
    await settle();
    expect(asked()).toBe(2);
    expect(statusOfPayroll()).toBe('connected');
  });

  it('has its list before it is shown for the first time, ticks from then on, and asks nothing anew', async () => {
    start([payroll], sampleHost(), () => page.show(false));
    await settle();
    expect(statusOfPayroll()).toBe('connected');
    expect(vi.getTimerCount()).toBe(0);
    patch(1, [stopped]);
    page.show(true);
    await settle();
    expect(asked()).toBe(1);
    expect(statusOfPayroll()).toBe('stopped');
    expect(vi.getTimerCount()).toBe(1);
  });

  it('draws no rate over the time that it was hidden', async () => {
    start();
    await settle();
    await vi.advanceTimersByTimeAsync(2_000);
    const rates = (): readonly number[] | undefined =>
      services.traffic.getState().byId.get(sampleId(7))?.rates;
    expect(rates()).toEqual([0]);
    page.show(false);
    const busy = { ...payroll, bytesOut: 60_000_000 };
    bridge.answer('connections.snapshot', { sequence: 9, connections: [busy] });
    await vi.advanceTimersByTimeAsync(60_000);
    page.show(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rates()).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(rates()).toEqual([0, 0]);
  });

  it('samples both ways together once a second', async () => {
    start();
    await settle();
    await vi.advanceTimersByTimeAsync(1_000);
    patch(1, [{ ...payroll, bytesIn: 1_000, bytesOut: 500 }]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(services.traffic.getState().byId.get(sampleId(7))?.rates).toEqual([1_500]);
  });
});

describe('what a click leads to expect', () => {
  const noEffect = 'That didn’t take effect. The state shown is the true one.';

  it('goes silently where the click may rightly lead nowhere', async () => {
    start();
    await settle();
    services.connections.expect(sampleId(7), 'connecting', true);
    expect(statusOfPayroll()).toBe('connecting');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(statusOfPayroll()).toBe('connected');
    expect(services.toasts.getState().toasts).toEqual([]);
  });

  it('goes after 3 s without a word, and says so', async () => {
    start();
    await settle();
    services.connections.expect(sampleId(7), 'stopping');
    await vi.advanceTimersByTimeAsync(2_999);
    expect(statusOfPayroll()).toBe('stopping');
    await vi.advanceTimersByTimeAsync(1);
    expect(statusOfPayroll()).toBe('connected');
    expect(services.toasts.getState().toasts.map(({ text }) => text)).toEqual([noEffect]);
  });

  it('is quiet when the host says something in time', async () => {
    start();
    await settle();
    services.connections.expect(sampleId(7), 'stopping');
    await vi.advanceTimersByTimeAsync(1_000);
    patch(1, [stopped]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(statusOfPayroll()).toBe('stopped');
    expect(services.toasts.getState().toasts).toEqual([]);
  });

  it('says it once for all rows of one click', async () => {
    const other = sampleView({ number: 2, name: 'erp-api' });
    start([payroll, other]);
    await settle();
    services.connections.expect(sampleId(7), 'stopping');
    services.connections.expect(sampleId(2), 'stopping');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(services.toasts.getState().toasts).toHaveLength(1);
    expect(services.connections.getState().expected.size).toBe(0);
  });

  it('waits 3 s from the second click', async () => {
    start();
    await settle();
    services.connections.expect(sampleId(7), 'stopping');
    await vi.advanceTimersByTimeAsync(2_000);
    services.connections.expect(sampleId(7), 'connecting');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(statusOfPayroll()).toBe('connecting');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(statusOfPayroll()).toBe('connected');
  });
});
