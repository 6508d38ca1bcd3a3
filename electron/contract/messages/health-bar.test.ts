import { describe, expect, it } from 'vitest';
import type { HealthItem } from '../health.ts';
import { healthBars } from './health-bar.ts';

const first = '1c0f7f3a-6f0e-4a53-9d0b-0b8a9f0d7a01';
const second = '1c0f7f3a-6f0e-4a53-9d0b-0b8a9f0d7a02';

function relayAway(affected: readonly string[]): HealthItem {
  const host = 'contoso.servicebus.windows.net';
  return {
    code: 'HCM8002',
    connectionId: null,
    relay: host,
    affected: [...affected],
    problem: { code: 'HCM2002', details: { host, port: 443 } },
    details: { host, count: affected.length },
    since: 0,
  };
}

describe('healthBars', () => {
  it('names a relay that refuses once, and what becomes of its connections', () => {
    expect(healthBars([relayAway([first, second])]).map(({ text }) => text)).toEqual([
      'contoso can’t be reached: the relay refused the connection. 2 connections wait for it and reconnect by themselves.',
    ]);
  });

  it('leaves a single connection to its row', () => {
    expect(healthBars([relayAway([first])])).toEqual([]);
  });
});
