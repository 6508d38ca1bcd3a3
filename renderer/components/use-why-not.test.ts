import { describe, expect, it } from 'vitest';
import { mayCall } from '../../electron/contract/access.ts';
import { callChannels } from '../../electron/contract/channels.ts';
import type { HostState } from '../../electron/contract/shell-api.ts';
import { sampleHost, sampleHostInfo, sampleViewerHost } from '../testing/sample-host.ts';
import { whyNot } from './use-why-not.ts';

const viewerGone: HostState = {
  mode: 'unreachable',
  problem: { code: 'HCM5001', details: {} },
  info: { ...sampleHostInfo(), role: 'viewer' },
};

const reason = 'You may look at this host, not change it';

describe('whyNot', () => {
  it.each(callChannels)('decides about %s as the host does', (name) => {
    expect(whyNot(sampleHost(), name)).toBeNull();
    const expected = mayCall('viewer', name) ? null : reason;
    expect(whyNot(sampleViewerHost(), name)).toBe(expected);
    expect(whyNot(viewerGone, name)).toBe(expected);
  });

  it('takes nothing away before it knows, and nothing that asks no host', () => {
    expect(whyNot({ mode: 'starting' }, 'connections.add')).toBeNull();
    expect(whyNot({ ...viewerGone, info: null }, 'connections.add')).toBeNull();
    expect(whyNot(sampleViewerHost(), null)).toBeNull();
  });
});
