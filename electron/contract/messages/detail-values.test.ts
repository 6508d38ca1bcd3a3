import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../connection-view.ts';
import { connectedView } from '../testing/test-views.ts';
import * as values from './detail-values.ts';

const now = new Date(2026, 10, 19, 14, 5, 51).getTime();

function withListeners(status: ConnectionView['azure']['status'], listeners: number | null): ConnectionView {
  const base = connectedView();
  return { ...base, listeners, azure: { ...base.azure, status } };
}

describe('values of the details', () => {
  it('counts who listens', () => {
    expect(values.listenersText(withListeners('connected', 2))).toBe('2: this host and 1 other');
    expect(values.listenersText(withListeners('connected', 4))).toBe('4: this host and 3 others');
    expect(values.listenersText(withListeners('connected', 1))).toBe('1: this host only');
    expect(values.listenersText(withListeners('stopped', 1))).toBe('1: on another host');
    expect(values.listenersText(withListeners('unauthorized', 3))).toBe('3: on other hosts');
    expect(values.listenersText(withListeners('notConnected', 0))).toBe('0');
    expect(values.listenersText(withListeners('connected', null))).toBe('–');
  });

  it.each([
    ['defaultListener', 'defaultListener (listen only)'],
    ['RootManageSharedAccessKey', 'RootManageSharedAccessKey (may manage the namespace)'],
    ['gateway-7', 'gateway-7'],
    ['', 'Not named'],
  ])('names the rule %j, never the key', (keyName, expected) => {
    expect(values.keyText(connectedView({ keyName }), 'primary')).toBe(expected);
  });

  it('tells Azure’s times from this host’s', () => {
    const createdAt = new Date(2026, 10, 2, 10, 0).toISOString();
    const createdOn = new Date(2025, 2, 14, 10, 22).toISOString();
    const here = connectedView({ createdAt, azure: null });
    const azure = connectedView({ createdAt, azure: { createdOn, lastUpdated: createdOn } });
    expect(values.createdOn(here, now)).toBe('2 Nov 2026, 10:00, on this host');
    expect(values.createdOn(azure, now)).toBe('14 Mar 2025, 10:22, in Azure');
    expect(values.lastUpdated(azure, now)).toBe('14 Mar 2025, 10:22, in Azure');
  });

  it('says what flowed, where the endpoint comes from, what seals the key and since when the state is', () => {
    const view = connectedView();
    expect(values.dataText(view)).toBe('2.1 MB to the endpoint, 512 B to apps');
    expect(values.endpointSource(view)).toBe('Azure’s metadata');
    const typed = connectedView({ endpoint: { host: 'a', port: 1, source: 'manual' } });
    expect(values.endpointSource(typed)).toBe('Typed on this host');
    expect(values.sealedText('keyFile')).toBe('Sealed by a key file on this host');
    expect(values.sealedText('safeStorage')).toBe('In the system’s keyring');
    const since = { ...view, azure: { ...view.azure, since: now - 1000 } };
    expect(values.statusSince(since, now)).toBe('Connected since 14:05:50');
  });

  it('names the host in the path with its company', () => {
    expect(values.hostCaption(withListeners('connected', 2), 'HCM-WEU-01')).toBe('HCM-WEU-01 and 1 other');
    expect(values.hostCaption(withListeners('connected', 1), 'HCM-WEU-01')).toBe('HCM-WEU-01');
    expect(values.hostCaption(withListeners('stopped', 3), 'HCM-WEU-01')).toBe('HCM-WEU-01');
  });
});
