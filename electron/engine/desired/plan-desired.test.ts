import { describe, expect, it } from 'vitest';
import { connectionKey, noOwnLimits } from '../../contract/connection.ts';
import type { DesiredConnection } from '../../contract/desired.ts';
import { faultsOfPlan, planDesired, type KnownConnection, type OpenedKeys } from './plan-desired.ts';
import { readDesired, type DesiredTarget } from './read-desired.ts';

const keys = {
  one: 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=',
  two: 'A7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=',
  three: 'B7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=',
} as const;

function text(
  key: keyof typeof keys = 'one',
  { name = 'sql', rule = 'listen', host = 'contoso' } = {},
): string {
  return `Endpoint=sb://${host}.servicebus.windows.net/;SharedAccessKeyName=${rule};SharedAccessKey=${keys[key]};EntityPath=${name}`;
}

function read(...connections: DesiredConnection[]): readonly DesiredTarget[] {
  const { targets, faults } = readDesired(connections, { nowMs: 0, by: 'm.keller' });
  expect(faults).toEqual([]);
  return targets;
}

/** What this host would have after an apply. */
function known(connection: DesiredConnection, opened: Partial<OpenedKeys> = {}): KnownConnection {
  const [target] = read(connection);
  if (target === undefined) throw new Error('no target');
  const { key, secondary, config } = target;
  return { config, keys: { primary: key, secondary: secondary?.key ?? null, ...opened } };
}

function plan(wanted: readonly DesiredTarget[], ...there: KnownConnection[]) {
  return planDesired(wanted, new Map(there.map((one) => [connectionKey(one.config), one])), []);
}

function differences(wanted: DesiredConnection, there: KnownConnection) {
  const [planned] = plan(read(wanted), there);
  expect(JSON.stringify(planned?.change)).not.toMatch(/7Zt0Yh3mR8vKc/u);
  return [planned?.kind, ...(planned?.change.differences ?? [])];
}

describe('planDesired', () => {
  it('adds what isn’t there, and says what it would be', () => {
    const [planned] = plan(
      read({
        connectionString: text(),
        secondaryConnectionString: text('two', { rule: 'spare' }),
        endpoint: 'sql01:1433',
        limits: { maxSessions: 5 },
        enabled: false,
      }),
    );
    expect(planned?.change).toEqual({
      kind: 'add',
      id: null,
      host: 'contoso.servicebus.windows.net',
      name: 'sql',
      differences: [
        { what: 'primaryKey', from: null, to: 'listen' },
        { what: 'secondaryKey', from: null, to: 'spare' },
        { what: 'endpoint', from: null, to: 'sql01:1433' },
        { what: 'limits', from: 'maxSessions=null', to: 'maxSessions=5' },
        { what: 'enabled', from: 'true', to: 'false' },
      ],
    });
  });

  it('finds a connection whatever the case of its name and host', () => {
    const there = known({ connectionString: text() });
    const wanted = { connectionString: text('one', { name: 'SQL', host: 'Contoso' }) };
    expect(differences(wanted, there)).toEqual(['unchanged']);
  });

  it('leaves alone what isn’t named', () => {
    const there = known({
      connectionString: text(),
      secondaryConnectionString: text('two'),
      endpoint: 'sql01:1433',
      limits: { maxSessions: 5 },
      enabled: false,
    });
    expect(differences({ connectionString: text() }, there)).toEqual(['unchanged']);
  });

  it.each<[string, DesiredConnection, DesiredConnection, object]>([
    [
      'another key of the same rule',
      { connectionString: text() },
      { connectionString: text('two') },
      { what: 'primaryKey', from: 'listen', to: 'listen' },
    ],
    [
      'the same key under another rule',
      { connectionString: text() },
      { connectionString: text('one', { rule: 'other' }) },
      { what: 'primaryKey', from: 'listen', to: 'other' },
    ],
    [
      'a second key',
      { connectionString: text() },
      { connectionString: text(), secondaryConnectionString: text('two') },
      { what: 'secondaryKey', from: null, to: 'listen' },
    ],
    [
      'no second key',
      { connectionString: text(), secondaryConnectionString: text('two') },
      { connectionString: text(), secondaryConnectionString: null },
      { what: 'secondaryKey', from: 'listen', to: null },
    ],
    [
      'another endpoint',
      { connectionString: text(), endpoint: 'sql01:1433' },
      { connectionString: text(), endpoint: 'sql02:1433' },
      { what: 'endpoint', from: 'sql01:1433', to: 'sql02:1433' },
    ],
    [
      'the endpoint of Azure',
      { connectionString: text(), endpoint: 'sql01:1433' },
      { connectionString: text(), endpoint: null },
      { what: 'endpoint', from: 'sql01:1433', to: null },
    ],
    [
      'limits, only those that differ',
      { connectionString: text(), limits: { maxSessions: 5, idleMinutes: 1 } },
      { connectionString: text(), limits: { maxSessions: null, idleMinutes: 1, kilobytesPerSecond: 9 } },
      {
        what: 'limits',
        from: 'maxSessions=5, kilobytesPerSecond=null',
        to: 'maxSessions=null, kilobytesPerSecond=9',
      },
    ],
    [
      'stopped',
      { connectionString: text() },
      { connectionString: text(), enabled: false },
      { what: 'enabled', from: 'true', to: 'false' },
    ],
  ])('%s is a change, and nothing else is', (_name, before, wanted, difference) => {
    expect(differences(wanted, known(before))).toEqual(['update', difference]);
    expect(differences(wanted, known(wanted))).toEqual(['unchanged']);
  });

  it('takes a key that can’t be opened here for another one', () => {
    const there = known({ connectionString: text() }, { primary: null });
    expect(differences({ connectionString: text() }, there)).toEqual([
      'update',
      { what: 'primaryKey', from: 'listen', to: 'listen' },
    ]);
  });

  it('takes an endpoint that Azure names for none by hand', () => {
    const there = known({ connectionString: text() });
    const fromAzure = {
      ...there,
      config: { ...there.config, endpoint: { host: 'sql01', port: 1433, source: 'azure' as const } },
    };
    expect(differences({ connectionString: text(), endpoint: null }, fromAzure)).toEqual(['unchanged']);
    expect(differences({ connectionString: text(), endpoint: 'sql01:1433' }, fromAzure)).toEqual([
      'update',
      { what: 'endpoint', from: null, to: 'sql01:1433' },
    ]);
  });

  it('removes what it is told to, last', () => {
    const other = known({ connectionString: text('one', { name: 'old' }) });
    const planned = planDesired(read({ connectionString: text() }), new Map(), [other.config]);
    expect(planned.map(({ kind, change }) => [kind, change.name, change.id])).toEqual([
      ['add', 'sql', null],
      ['remove', 'old', other.config.id],
    ]);
  });

  it('finds a first key that is the second one already, unless that changes, too', () => {
    const there = known({ connectionString: text(), secondaryConnectionString: text('two') });
    const faults = (wanted: DesiredConnection) =>
      faultsOfPlan(plan(read({ connectionString: text('three', { name: 'x' }) }, wanted), there));
    expect(faults({ connectionString: text('two') })).toEqual([
      { index: 1, error: { code: 'HCM1045', details: { name: 'sql' } } },
    ]);
    expect(faults({ connectionString: text('two'), secondaryConnectionString: text() })).toEqual([]);
    expect(faults({ connectionString: text('three') })).toEqual([]);
  });
});

describe('readDesired', () => {
  function faultsOf(...connections: DesiredConnection[]) {
    const { faults } = readDesired(connections, { nowMs: 0, by: undefined });
    expect(JSON.stringify(faults)).not.toMatch(/7Zt0Yh3mR8vKc/u);
    return faults.map(({ index, error }) => [index, error.code]);
  }

  it('tells everything that is wrong, each with its place', () => {
    expect(
      faultsOf(
        { connectionString: text() },
        { connectionString: 'rubbish' },
        { connectionString: text('two', { name: 'erp' }), endpoint: 'nowhere', caPem: 'no certificate' },
        { connectionString: text('two', { name: 'SQL' }) },
        {
          connectionString: text('one', { name: 'a' }),
          secondaryConnectionString: text('two', { name: 'b' }),
        },
        {
          connectionString: text('one', { name: 'c' }),
          secondaryConnectionString: text('one', { name: 'c' }),
        },
        { connectionString: text('one', { name: 'd' }), endpoint: '169.254.169.254:80' },
      ),
    ).toEqual([
      [1, 'HCM1002'],
      [2, 'HCM1050'],
      [2, 'HCM1030'],
      [3, 'HCM1071'],
      [4, 'HCM1043'],
      [5, 'HCM1045'],
      [6, 'HCM3106'],
    ]);
  });

  it('asks the policy that it was given', () => {
    const { faults } = readDesired([{ connectionString: text(), endpoint: '10.0.0.7:1433' }], {
      nowMs: 0,
      by: undefined,
      mayDial: () => ({ allowed: false, reason: 'not here' }),
    });
    expect(faults).toMatchObject([{ error: { code: 'HCM3106', details: { reason: 'not here' } } }]);
  });

  it('leaves limits that aren’t named to the host’s settings', () => {
    const [target] = read({ connectionString: text(), limits: { idleMinutes: 3, maxSessions: undefined } });
    expect(target?.config.limits).toEqual({ ...noOwnLimits, idleMinutes: 3 });
    expect(target?.config.addedBy).toBe('m.keller');
  });
});
