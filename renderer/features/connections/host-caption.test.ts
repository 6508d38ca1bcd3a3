import { describe, expect, it } from 'vitest';
import type { HostState } from '../../../electron/contract/shell-api.ts';
import { sampleHostInfo, sampleNow } from '../../testing/sample-host.ts';
import { hostCaption } from './host-caption.ts';

const hour = 3_600_000;

function background(runningMs: number): HostState {
  return { mode: 'background', info: { ...sampleHostInfo(), startedAt: sampleNow - runningMs } };
}

describe('line below the host’s sentence', () => {
  it.each<readonly [string, HostState]>([
    ['HCM-WEU-01 · background host running for 12 days', background(12 * 24 * hour)],
    ['HCM-WEU-01 · background host running for 1 day', background(47 * hour)],
    ['HCM-WEU-01 · background host running for 23 hours', background(23.9 * hour)],
    ['HCM-WEU-01 · background host running for 1 minute', background(60_000)],
    ['HCM-WEU-01 · background host', background(59_000)],
    ['HCM-WEU-01 · background host', background(-hour)],
    ['HCM-WEU-01 · running in this app', { mode: 'app', info: sampleHostInfo() }],
    ['', { mode: 'starting' }],
    ['', { mode: 'unreachable', problem: { code: 'HCM5001', details: {} }, info: null }],
  ])('%s', (caption, host) => {
    expect(hostCaption(host, sampleNow)).toBe(caption);
  });
});
