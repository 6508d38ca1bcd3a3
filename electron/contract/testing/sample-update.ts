/** What the app says about newer versions of itself. */
import type { Release, UpdateState } from '../updates.ts';

export const sampleRelease: Release = {
  version: '2.4.0',
  publishedAt: Date.UTC(2025, 2, 14, 12),
  notes: [
    '## Fixes and more',
    '- Reconnects **faster** after a VPN drops',
    '- Path doctor checks all relay gateways',
    '- Fixes a wrong “Not found” after a namespace failover',
    '',
    'Run `hcm status` to see *which version* a host runs.',
  ].join('\n'),
  sizeBytes: 96_300_000,
};

/** None is known, unless the test says so. */
export function sampleUpdate(change: Partial<UpdateState> = {}): UpdateState {
  return {
    phase: 'idle',
    current: '2.3.1',
    channel: 'stable',
    checkedAt: null,
    release: null,
    received: 0,
    total: 0,
    problem: null,
    obstacle: null,
    isQuiet: false,
    keepsPackage: false,
    goBackTo: null,
    ...change,
  };
}
