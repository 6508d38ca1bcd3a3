import { describe, expect, it } from 'vitest';
import type { AzureLeg, ConnectionView, EndpointLeg } from '../connection-view.ts';
import { azureStatuses } from '../status.ts';
import { connectedView } from '../testing/test-views.ts';
import { calloutWords } from './callout-words.ts';

function view(azure: Partial<AzureLeg>, endpoint: Partial<EndpointLeg> = {}): ConnectionView {
  const base = connectedView();
  return { ...base, azure: { ...base.azure, ...azure }, endpoint: { ...base.endpoint, ...endpoint } };
}

const refused = {
  status: 'unreachable',
  problem: { code: 'HCM3102', details: { host: 'sql01', port: 1433 } },
} as const;

describe('calloutWords', () => {
  it('is silent while all is well, or on its way without trouble', () => {
    expect(calloutWords(view({}))).toBeNull();
    expect(calloutWords(view({ status: 'connecting' }))).toBeNull();
    expect(calloutWords(view({}, { status: 'checking' }))).toBeNull();
    expect(calloutWords(view({}, { status: 'notChecked' }))).toBeNull();
  });

  it('says what happened to the endpoint, why, and what to do', () => {
    expect(calloutWords(view({}, refused))).toEqual({
      about: 'endpoint',
      tone: 'act',
      title: 'sql01 answered but refused port 1433',
      text: 'No service listens there, or a firewall refuses this host. Check that the service runs.',
      code: 'HCM3102',
    });
  });

  it('tells the trouble with Azure before the endpoint’s', () => {
    const words = calloutWords(
      view(
        { status: 'unauthorized', problem: { code: 'HCM2020', details: { name: 'payroll-sql' } } },
        refused,
      ),
    );
    expect(words).toEqual({
      about: 'azure',
      tone: 'act',
      title: 'Azure refused the key for payroll-sql',
      text: 'It was probably regenerated. Paste the new one.',
      code: 'HCM2020',
    });
  });

  it('is amber while the host is on it, red when waiting can’t help', () => {
    const tone = (code: 'HCM2003' | 'HCM2010') =>
      calloutWords(view({ status: 'notConnected', problem: { code, details: {} } }))?.tone;
    expect([tone('HCM2003'), tone('HCM2010')]).toEqual(['watch', 'act']);
  });

  it.each<[AzureLeg['status'], string, string]>([
    ['stopped', 'Stopped on this host', 'quiet'],
    ['stopping', 'Stopping', 'quiet'],
    ['discontinued', 'BizTalk Hybrid Connections reached end of life', 'quiet'],
    ['unknown', 'The background host isn’t answering', 'quiet'],
    ['notConnected', 'Not connected', 'watch'],
    ['keyNeeded', 'Key needed', 'act'],
  ])('has words for %s without a problem', (status, title, tone) => {
    expect(calloutWords(view({ status }))).toMatchObject({ about: 'azure', title, tone, code: null });
  });

  it('leaves no state without a sentence', () => {
    for (const status of azureStatuses) {
      const words = calloutWords(view({ status }));
      if (words !== null) expect(words.text).toMatch(/^[^{}]+\.$/);
    }
  });
});
