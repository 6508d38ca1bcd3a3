import { describe, expect, it } from 'vitest';
import { noOwnLimits, type ConnectionConfig } from '../../contract/connection.ts';
import { viewAtRest } from '../../contract/view-at-rest.ts';
import type { ErrorCode, ErrorDetails } from '../../contract/errors.ts';
import type { AzureStatus } from '../../contract/status.ts';
import { healthConditions, type ConnectionFacts } from './health-conditions.ts';

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function config(number: number, host: string): ConnectionConfig {
  return {
    ...{ id: idOf(number), kind: 'relay', host, port: 443, name: `c${number}`, keyName: 'listen' },
    ...{ resource: null, entra: null },
    ...{ secondaryKeyName: null, endpoint: { host: 'sql01', port: 1433, source: 'azure' } },
    ...{ limits: noOwnLimits, caPem: null, enabled: true, addedBy: null, azure: null },
    ...{ createdAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
  };
}

type Change = Partial<ConnectionFacts>;

function facts(number: number, host: string, change: Change = {}): ConnectionFacts {
  return { ...viewAtRest(config(number, host)), connectingSince: null, ...change };
}

function azure(status: AzureStatus, code?: ErrorCode, details: ErrorDetails = {}): Change {
  const { azure: leg } = viewAtRest(config(0, 'x'));
  return { azure: { ...leg, status, problem: code === undefined ? null : { code, details } } };
}

/** Code, what it is about and how many suffer from it. */
function told(all: readonly ConnectionFacts[]): string[] {
  return healthConditions(all).map(
    ({ code, connectionId, relay, affected }) =>
      `${code} ${relay ?? (connectionId === null ? 'host' : `c${Number(connectionId.slice(-12))}`)} ${affected.length}`,
  );
}

describe('a token of Entra that can’t be renewed', () => {
  const tokenProblem = { code: 'HCM6004', details: {} } as const;

  it('is a condition while its channel is open; then the lost connection is', () => {
    expect(told([facts(1, 'one', { ...azure('connected'), tokenProblem })])).toEqual(['HCM8027 c1 1']);
    expect(told([facts(1, 'one', { ...azure('cantStart', 'HCM6004'), tokenProblem })])).toEqual([
      'HCM8014 c1 1',
    ]);
  });
});

describe('conditions of a host', () => {
  it('are none when all is well, stopped or over', () => {
    expect(
      told([
        facts(1, 'one', { ...azure('connected'), listeners: 2 }),
        facts(2, 'one', azure('stopped')),
        facts(3, 'one', azure('discontinued')),
        facts(4, 'one', azure('stopping')),
      ]),
    ).toEqual([]);
  });

  it('are a relay and its connections when none of them reaches it', () => {
    expect(
      told([
        facts(1, 'one', azure('notConnected', 'HCM2002')),
        facts(2, 'one', azure('notConnected', 'HCM2002')),
        facts(3, 'two', { ...azure('connected'), listeners: 1 }),
      ]),
    ).toEqual(['HCM8002 one:443 2', 'HCM8010 c1 1', 'HCM8010 c2 1']);
  });

  it('are no relay when one of its connections is through', () => {
    expect(
      told([
        facts(1, 'one', azure('notConnected', 'HCM2010')),
        facts(2, 'one', { ...azure('connected'), listeners: 1 }),
      ]),
    ).toEqual(['HCM8010 c1 1']);
  });

  it.each<[string, ErrorCode, ErrorDetails, number]>([
    ['no route', 'HCM2004', {}, 1],
    ['no DNS', 'HCM2001', { reason: 'EAI_AGAIN' }, 1],
    ['names of two relays', 'HCM2001', { reason: 'ENOTFOUND' }, 2],
  ])('are the network: %s', (_name, code, details, relays) => {
    const all = [1, 2].map((number) =>
      facts(number, relays === 1 ? 'one' : `relay${number}`, azure('notConnected', code, details)),
    );
    expect(told(all)[0]).toBe('HCM8001 host 2');
  });

  it('are not the network when a name alone is wrong, or another relay answers', () => {
    expect(told([facts(1, 'one', azure('notConnected', 'HCM2001', { reason: 'ENOTFOUND' }))])[0]).toBe(
      'HCM8002 one:443 1',
    );
    expect(
      told([
        facts(1, 'one', azure('notConnected', 'HCM2004')),
        facts(2, 'two', azure('unauthorized', 'HCM2020')),
      ]),
    ).toEqual(['HCM8002 one:443 1', 'HCM8010 c1 1', 'HCM8011 c2 1']);
  });

  it('are the clock', () => {
    expect(told([facts(1, 'one', azure('notConnected', 'HCM2029', { skewMinutes: 7 }))])).toEqual([
      'HCM8003 host 1',
      'HCM8010 c1 1',
    ]);
  });
});

describe('conditions of a connection', () => {
  const connected = { ...azure('connected'), listeners: 1 };
  const chosenByHand = { ...config(1, 'one'), endpoint: { host: 'a', port: 1, source: 'manual' } } as const;
  const unreachable = { ...viewAtRest(config(0, 'x')).endpoint, status: 'unreachable' } as const;
  it.each<[string, Change, readonly string[]]>([
    ['its key refused', azure('unauthorized', 'HCM2020'), ['HCM8011 c1 1']],
    ['gone in Azure', azure('notFound', 'HCM2023'), ['HCM8013 c1 1']],
    ['no key', azure('keyNeeded', 'HCM4010'), ['HCM8014 c1 1']],
    ['not allowed', azure('blockedByPolicy', 'HCM3106'), ['HCM8014 c1 1']],
    ['no endpoint', azure('cantStart', 'HCM2041'), ['HCM8014 c1 1']],
    ['trying', { ...azure('connecting'), connectingSince: 5 }, ['HCM8010 c1 1', 'HCM8019 c1 1']],
    ['not counted by Azure', { ...connected, listeners: 0 }, ['HCM8018 c1 1']],
    ['its endpoint gone', { ...connected, endpoint: unreachable }, ['HCM8015 c1 1']],
    [
      'another endpoint in Azure',
      { ...connected, endpointInAzure: { host: 'b', port: 1 } },
      ['HCM8016 c1 1'],
    ],
    [
      'another endpoint in Azure than the one that a person chose',
      { ...connected, endpointInAzure: { host: 'b', port: 1 }, config: chosenByHand },
      [],
    ],
    [
      'one key refused',
      {
        ...connected,
        keys: { inUse: 'secondary', hasSecondary: true, refused: [{ slot: 'primary', at: 1 }] },
      },
      ['HCM8012 c1 1'],
    ],
    [
      'a limit',
      { ...connected, limitHit: { problem: { code: 'HCM3110', details: { limit: 5 } }, at: 1, times: 3 } },
      ['HCM8017 c1 1'],
    ],
  ])('%s', (_name, change, expected) => {
    expect(told([facts(1, 'one', change)])).toEqual(expected);
  });
});
