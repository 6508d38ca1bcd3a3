/** The host and the app of the design's pictures: a background host that runs for 12 days. */
import { contractVersion, type HostInfo } from '../../electron/contract/api.ts';
import type { AppInfo, HostState } from '../../electron/contract/shell-api.ts';

/** The moment at which the pictures were taken: 19 November 2026, 14:05:51 by the local clock. */
export const sampleNow = new Date(2026, 10, 19, 14, 5, 51).getTime();

const dayMs = 86_400_000;

export function sampleHostInfo(now = sampleNow): HostInfo {
  return {
    version: '0.2.0',
    contractVersion,
    kind: 'service',
    processId: 4711,
    machine: 'HCM-WEU-01',
    dataFolder: '/var/lib/hcm',
    startedAt: now - 12 * dayMs,
    secretBackend: 'keyFile',
    role: 'admin',
  };
}

export function sampleHost(now = sampleNow): HostState {
  return { mode: 'background', info: sampleHostInfo(now) };
}

/** The same host to somebody who may only look at it. */
export function sampleViewerHost(now = sampleNow): HostState {
  return { mode: 'background', info: { ...sampleHostInfo(now), role: 'viewer' } };
}

export const sampleAppInfo: AppInfo = {
  version: '0.2.0',
  platform: 'linux',
  user: 'm.keller',
  electron: '45.4.1',
  chrome: '156.0.0.0',
  node: '26.0.0',
  dataFolder: '/var/lib/hcm',
};
