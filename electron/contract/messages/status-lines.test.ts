import { describe, expect, it } from 'vitest';
import type { AzureLeg, ConnectionView, EndpointLeg } from '../connection-view.ts';
import { notChecked, viewAtRest } from '../view-at-rest.ts';
import { azureStatuses } from '../status.ts';
import { endpointSecondLine, secondLine, statusTooltip } from './status-lines.ts';
import { testConfig } from '../testing/test-views.ts';

const now = new Date(2026, 10, 19, 14, 30, 0).getTime();

const config = testConfig({ addedBy: null });

const reachable: EndpointLeg = {
  status: 'reachable',
  problem: null,
  dialMs: 4,
  checkedAt: now,
  address: '10.20.0.15',
};

function view(azure: Partial<AzureLeg>, rest: Partial<ConnectionView> = {}): ConnectionView {
  const base = viewAtRest(config);
  return { ...base, endpoint: reachable, ...rest, azure: { ...base.azure, ...azure } };
}

function problem(
  code: 'HCM2003' | 'HCM2004' | 'HCM2029' | 'HCM2010' | 'HCM2041' | 'HCM4010',
): AzureLeg['problem'] {
  return { code, details: code === 'HCM2029' ? { skewMinutes: -7 } : {} };
}

describe('secondLine', () => {
  const since = new Date(2026, 10, 18, 17, 40).getTime();
  const retry = { attempt: 4, retryAt: now + 18_000 };

  it.each<readonly [string, ConnectionView]>([
    ['This host only', view({ status: 'connected' }, { listeners: 1 })],
    ['This host only', view({ status: 'connected' }, { listeners: null })],
    ['This host and 1 other', view({ status: 'connected' }, { listeners: 2 })],
    ['This host and 3 others', view({ status: 'connected' }, { listeners: 4 })],
    ['To Azure only', view({ status: 'connected' }, { endpoint: { ...reachable, status: 'unreachable' } })],
    [
      'Endpoint not checked yet',
      view({ status: 'connected' }, { endpoint: { ...reachable, status: 'checking' } }),
    ],
    ['Opening the channel', view({ status: 'connecting' })],
    ['Retrying in 0:18, attempt 4', view({ status: 'notConnected', problem: problem('HCM2003'), ...retry })],
    ['Retrying, attempt 4', view({ status: 'notConnected', problem: problem('HCM2003'), attempt: 4 })],
    ['Retrying', view({ status: 'notConnected' })],
    ['No network', view({ status: 'notConnected', problem: problem('HCM2004'), ...retry })],
    ['Clock is 7 min off', view({ status: 'notConnected', problem: problem('HCM2029'), ...retry })],
    ['Certificate not trusted', view({ status: 'notConnected', problem: problem('HCM2010'), ...retry })],
    ['Azure refused the key', view({ status: 'unauthorized' })],
    ['Deleted or renamed in Azure', view({ status: 'notFound' })],
    ['Endpoint not on allowed list', view({ status: 'blockedByPolicy' })],
    ['Key can’t be read here', view({ status: 'keyNeeded', problem: problem('HCM4010') })],
    ['No endpoint in Azure', view({ status: 'cantStart', problem: problem('HCM2041') })],
    ['Finishing', view({ status: 'stopping' })],
    ['1 session finishing', view({ status: 'stopping' }, { sessions: 1 })],
    ['3 sessions finishing', view({ status: 'stopping' }, { sessions: 3 })],
    ['3 sessions finishing, 0:42 left', view({ status: 'stopping', retryAt: now + 42_000 }, { sessions: 3 })],
    ['1 session finishing, 0:00 left', view({ status: 'stopping', retryAt: now - 1 }, { sessions: 1 })],
    ['Since yesterday 17:40', view({ status: 'stopped', since })],
    ['BizTalk, ended 31 May 2018', view({ status: 'discontinued' })],
    ['Last known 14:02:10', view({ status: 'unknown', since: new Date(2026, 10, 19, 14, 2, 10).getTime() })],
  ])('%s', (line, shown) => {
    expect(secondLine(shown, now)).toBe(line);
  });

  it.each(azureStatuses)('%s says something', (status) => {
    expect(secondLine(view({ status }), now)).not.toBe('');
    expect(statusTooltip(view({ status }))).toMatch(/^[^{}]+\.$/);
  });
});

describe('endpointSecondLine', () => {
  const broken = (code: 'HCM3102' | 'HCM3104', details: Record<string, number> = {}): EndpointLeg => ({
    status: 'unreachable',
    problem: { code, details },
    dialMs: null,
    checkedAt: now,
    address: null,
  });

  it.each<readonly [string, ConnectionView]>([
    ['4 ms', view({ status: 'connected' })],
    ['Connection refused', view({ status: 'connected' }, { endpoint: broken('HCM3102') })],
    ['No answer in 20 s', view({ status: 'connected' }, { endpoint: broken('HCM3104', { seconds: 20 }) })],
    ['', view({ status: 'connected' }, { endpoint: { ...notChecked, status: 'checking' } })],
    ['Stopped', view({ status: 'stopped' }, { endpoint: notChecked })],
    ['Blocked by policy', view({ status: 'blockedByPolicy' }, { endpoint: notChecked })],
    ['Discontinued', view({ status: 'discontinued' }, { endpoint: notChecked })],
    ['Not yet', view({ status: 'connecting' }, { endpoint: notChecked })],
  ])('%s', (line, shown) => {
    expect(endpointSecondLine(shown)).toBe(line);
  });
});

describe('statusTooltip', () => {
  it('names the problem inside its sentence', () => {
    expect(statusTooltip(view({ status: 'notConnected', problem: problem('HCM2004') }))).toBe(
      'Azure can’t be reached: no network. This host tries again by itself.',
    );
  });

  it('never calls a connection good whose endpoint is dead', () => {
    const dead = view({ status: 'connected' }, { endpoint: { ...reachable, status: 'unreachable' } });
    expect(statusTooltip(dead)).toContain('can’t hand them to the endpoint');
  });
});
