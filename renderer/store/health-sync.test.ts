import { describe, expect, it } from 'vitest';
import type { HealthItem } from '../../electron/contract/health.ts';
import { createTestBridge } from '../testing/test-bridge.ts';
import { createHealthStore } from './health-store.ts';
import { createHealthSync } from './health-sync.ts';

function item(code: HealthItem['code']): HealthItem {
  return { code, connectionId: null, relay: null, since: 1, affected: [], problem: null, details: {} };
}

function setUp(health: readonly HealthItem[] = []) {
  const bridge = createTestBridge({ health });
  const store = createHealthStore();
  const sync = createHealthSync(bridge, store);
  return { bridge, sync, codes: () => store.getState().items.map(({ code }) => code) };
}

/** Lets answers come in. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe('the window’s picture of a host’s health', () => {
  it('is asked for, then follows', async () => {
    const { bridge, sync, codes } = setUp([item('HCM8003')]);
    sync.restart();
    await settle();
    expect(codes()).toEqual(['HCM8003']);
    bridge.emit('health.changed', { items: [item('HCM8001'), item('HCM8026')] });
    expect(codes()).toEqual(['HCM8001', 'HCM8026']);
  });

  it('isn’t put back by an answer to an older question', async () => {
    const { bridge, sync, codes } = setUp();
    const held = bridge.hold('health.list');
    sync.restart();
    bridge.emit('health.changed', { items: [item('HCM8001')] });
    held.release({ items: [item('HCM8003')] });
    await settle();
    expect(codes()).toEqual(['HCM8001']);
  });

  it('is forgotten with its host, and an answer that was on its way as well', async () => {
    const { bridge, sync, codes } = setUp();
    const held = bridge.hold('health.list');
    sync.restart();
    sync.forget();
    held.release({ items: [item('HCM8003')] });
    await settle();
    expect(codes()).toEqual([]);
    sync.end();
    bridge.emit('health.changed', { items: [item('HCM8001')] });
    expect(codes()).toEqual([]);
  });
});
