import { describe, expect, it } from 'vitest';
import type { AzureLeg, ConnectionView, EndpointLeg } from '../connection-view.ts';
import { azureStatuses, endpointStatuses } from '../status.ts';
import { connectedView } from '../testing/test-views.ts';
import { appCaption, pathLegs } from './path-legs.ts';

const now = new Date(2026, 10, 19, 14, 5, 51).getTime();
const minuteMs = 60_000;

interface Changes {
  readonly azure?: Partial<AzureLeg>;
  readonly endpoint?: Partial<EndpointLeg>;
  readonly view?: Partial<ConnectionView>;
}

function view({ azure, endpoint, view: rest }: Changes): ConnectionView {
  const base = connectedView();
  return {
    ...base,
    sessions: 0,
    lastSessionAt: null,
    ...rest,
    azure: { ...base.azure, since: now - 291 * minuteMs, answersInMs: 22, ...azure },
    endpoint: { ...base.endpoint, checkedAt: now - 12_000, ...endpoint },
  };
}

function leg(index: 0 | 1 | 2, changes: Changes, lastHour: number | null = null): readonly string[] {
  const { tone, words, figure } = pathLegs(view(changes), lastHour === null ? null : { lastHour }, now)[
    index
  ];
  return [tone, words, figure];
}

describe('the stretch from apps to Azure', () => {
  it.each<[string, Changes, number | null, readonly string[]]>([
    [
      'open sessions',
      { view: { sessions: 2 } },
      14,
      ['good', 'Apps are sending', '14 sessions in the last hour'],
    ],
    ['one within the hour', {}, 1, ['good', 'Apps are sending', '1 session in the last hour']],
    [
      'history not read yet',
      { view: { lastSessionAt: now - 59 * minuteMs } },
      null,
      ['good', 'Apps are sending', ''],
    ],
    ['none since the host started', {}, 0, ['quiet', 'No app has connected yet', '']],
    [
      'none for an hour',
      { view: { lastSessionAt: now - 61 * minuteMs } },
      0,
      ['quiet', 'No app since 13:04:51', ''],
    ],
    [
      'some today, but none can come now',
      { azure: { status: 'notConnected' }, view: { lastSessionAt: now - minuteMs } },
      5,
      ['quiet', 'No app since 14:04:51', '5 sessions in the last hour'],
    ],
    [
      'open ones outlive the channel',
      { azure: { status: 'notConnected' }, view: { sessions: 1 } },
      5,
      ['good', 'Apps are sending', '5 sessions in the last hour'],
    ],
    ['nobody knows', { azure: { status: 'unknown' } }, null, ['quiet', 'Not known', '']],
    ['retired', { azure: { status: 'discontinued' } }, null, ['quiet', 'No app can connect', '']],
  ])('%s', (_name, changes, lastHour, expected) => {
    expect(leg(0, changes, lastHour)).toEqual(expected);
  });
});

describe('the stretch from Azure to this host', () => {
  it.each<[AzureLeg['status'], Partial<AzureLeg>, readonly string[]]>([
    ['connected', {}, ['good', 'Connected for 4 h 51 min', 'answers in 22 ms']],
    ['connected', { answersInMs: null }, ['good', 'Connected for 4 h 51 min', '']],
    [
      'connected',
      { via: 'proxy.corp:8080' },
      ['good', 'Connected for 4 h 51 min, through proxy proxy.corp:8080', 'answers in 22 ms'],
    ],
    [
      'notConnected',
      { via: 'proxy.corp:8080', problem: { code: 'HCM2064', details: { proxy: 'proxy.corp:8080' } } },
      ['act', 'Not connected, through proxy proxy.corp:8080', 'Proxy refused to connect'],
    ],
    ['connecting', {}, ['quiet', 'Connecting', 'Opening the channel']],
    [
      'notConnected',
      { retryAt: now + 18_000, attempt: 4, problem: { code: 'HCM2003', details: {} } },
      ['watch', 'Not connected', 'Retrying in 0:18, attempt 4'],
    ],
    [
      'notConnected',
      { problem: { code: 'HCM2010', details: {} } },
      ['act', 'Not connected', 'Certificate not trusted'],
    ],
    ['unauthorized', {}, ['act', 'Unauthorized', 'Azure refused the key']],
    ['notFound', {}, ['act', 'Not found', 'Deleted or renamed in Azure']],
    ['blockedByPolicy', {}, ['act', 'Blocked by policy', 'Endpoint not on allowed list']],
    ['keyNeeded', {}, ['act', 'Key needed', 'Key can’t be read here']],
    ['cantStart', {}, ['act', 'Can’t start', 'Something is missing']],
    ['stopping', {}, ['quiet', 'Stopping', 'Finishing']],
    ['stopped', {}, ['quiet', 'Stopped', 'Since 09:14:51']],
    ['discontinued', {}, ['quiet', 'Discontinued', 'BizTalk, ended 31 May 2018']],
    ['unknown', {}, ['quiet', 'Unknown', 'Last known 09:14:51']],
  ])('%s', (status, azure, expected) => {
    expect(leg(1, { azure: { status, ...azure } })).toEqual(expected);
  });

  it('is green also when the endpoint is dead: that is the next stretch', () => {
    expect(leg(1, { endpoint: { status: 'unreachable' } })[0]).toBe('good');
  });

  it('has words for every state', () => {
    for (const status of azureStatuses) expect(leg(1, { azure: { status } })[1]).not.toBe('');
  });
});

describe('the stretch from this host to the endpoint', () => {
  const refused = { code: 'HCM3102', details: {} } as const;
  it.each<[string, Changes, readonly string[]]>([
    ['reachable', {}, ['good', 'Reachable', 'answers in 4 ms']],
    ['reachable without a time', { endpoint: { dialMs: null } }, ['good', 'Reachable', 'checked 12 s ago']],
    [
      'refused',
      { endpoint: { status: 'unreachable', problem: refused } },
      ['act', 'Connection refused', 'checked 12 s ago'],
    ],
    [
      'refused just now',
      { endpoint: { status: 'unreachable', problem: refused, checkedAt: now - 400 } },
      ['act', 'Connection refused', 'checked just now'],
    ],
    [
      'unreachable, nobody knows why',
      { endpoint: { status: 'unreachable', checkedAt: null } },
      ['act', 'Unreachable', ''],
    ],
    ['being checked', { endpoint: { status: 'checking' } }, ['quiet', 'Checking', '']],
    ['not checked yet', { endpoint: { status: 'notChecked' } }, ['quiet', 'Not checked', 'Not yet']],
    [
      'not checked while stopped',
      { azure: { status: 'stopped' }, endpoint: { status: 'notChecked' } },
      ['quiet', 'Not checked', 'Stopped'],
    ],
  ])('%s', (_name, changes, expected) => {
    expect(leg(2, changes)).toEqual(expected);
  });

  it('has words for every state', () => {
    for (const status of endpointStatuses) expect(leg(2, { endpoint: { status } })[1]).not.toBe('');
  });
});

it('says when an app was last there', () => {
  expect(appCaption(view({}), now)).toBe('');
  expect(appCaption(view({ view: { sessions: 1 } }), now)).toBe('connected now');
  expect(appCaption(view({ view: { lastSessionAt: now - 2 * minuteMs - 10_000 } }), now)).toBe(
    'last seen 2 min ago',
  );
  expect(appCaption(view({ view: { lastSessionAt: now } }), now)).toBe('last seen 1 s ago');
});
