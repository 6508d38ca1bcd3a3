import { Registry } from 'prom-client';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionView } from '../../contract/connection-view.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { parseExposition, valueOf, type Family } from '../../contract/testing/exposition.ts';
import { connectedView, testConfig } from '../../contract/testing/test-views.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { ConnectionMetrics } from './connection-metrics.ts';
import type { ConnectionMeter } from './connection-meter.ts';

const labels = { namespace: 'contoso', name: 'payroll-sql' };

let registry: Registry;
let metrics: ConnectionMetrics;
let meter: ConnectionMeter;

beforeEach(() => {
  registry = new Registry();
  metrics = new ConnectionMetrics(registry);
  meter = metrics.meterOf(testConfig())!;
});

async function scrape(...views: readonly ConnectionView[]): Promise<ReadonlyMap<string, Family>> {
  metrics.collect(views);
  return parseExposition(await registry.metrics());
}

function session(bytesIn: number, bytesOut: number, code: ErrorCode | null = null) {
  const record: SessionRecord = {
    ...{ id: '1', connectionId: '2', trackingId: 'secret-tracking-id', peer: '203.0.113.9:4711' },
    ...{ startedAt: 0, endedAt: null, dialMs: 3, endpoint: null, closedBy: null, detail: 'a detail' },
    ...{ bytesIn, bytesOut, code },
  };
  return { record };
}

describe('metrics of connections', () => {
  it('say how it is now', async () => {
    const families = await scrape(connectedView());
    const now = (name: string): number | undefined => valueOf(families, `hybrid_connection_${name}`, labels);
    expect(
      ['healthy', 'enabled', 'up', 'endpoint_up', 'listeners', 'sessions', 'keys_refused'].map(now),
    ).toEqual([1, 1, 1, 1, 2, 3, 0]);
    expect(families.get('hybrid_connection_problem')?.samples).toEqual([]);
  });

  it('say what is wrong, and no longer when it isn’t', async () => {
    const view = connectedView();
    const problem = { code: 'HCM3102', details: { host: 'sql01' } } as const;
    const unreachable = { ...view, endpoint: { ...view.endpoint, status: 'unreachable', problem } } as const;
    const families = await scrape(unreachable);
    expect(valueOf(families, 'hybrid_connection_healthy', labels)).toBe(0);
    expect(valueOf(families, 'hybrid_connection_up', labels)).toBe(1);
    expect(valueOf(families, 'hybrid_connection_endpoint_up', labels)).toBe(0);
    expect(valueOf(families, 'hybrid_connection_problem', { ...labels, code: 'HCM3102' })).toBe(1);
    const after = await scrape({
      ...view,
      endpoint: { ...view.endpoint, status: 'notChecked' },
      listeners: null,
    });
    expect(valueOf(after, 'hybrid_connection_healthy', labels)).toBe(1);
    for (const name of ['endpoint_up', 'problem', 'listeners'])
      expect(after.get(`hybrid_connection_${name}`)?.samples).toEqual([]);
  });

  it('of a stopped one are 0 and say that it is meant to be', async () => {
    const view = connectedView({ enabled: false });
    const families = await scrape({ ...view, azure: { ...view.azure, status: 'stopped' } });
    for (const name of ['enabled', 'up', 'healthy'])
      expect(valueOf(families, `hybrid_connection_${name}`, labels)).toBe(0);
  });

  it('there are none of a BizTalk connection', async () => {
    expect(metrics.meterOf(testConfig({ kind: 'biztalk' }))).toBeUndefined();
    const families = await scrape(connectedView({ kind: 'biztalk' }));
    expect([...families.values()].flatMap(({ samples }) => samples)).toEqual([]);
  });

  it('counters begin with 0', async () => {
    const families = await scrape(connectedView());
    for (const name of ['sessions_total', 'connects_total', 'reconnects_total', 'dial_seconds_count'])
      expect(valueOf(families, `hybrid_connection_${name}`, labels)).toBe(0);
    for (const direction of ['to_endpoint', 'to_app'])
      expect(valueOf(families, 'hybrid_connection_bytes_total', { ...labels, direction })).toBe(0);
  });

  it('bytes of open and ended sessions count once, and never go back', async () => {
    const bytes = async (): Promise<readonly (number | undefined)[]> => {
      const families = await scrape(connectedView());
      return ['to_endpoint', 'to_app'].map((direction) =>
        valueOf(families, 'hybrid_connection_bytes_total', { ...labels, direction }),
      );
    };
    const first = session(10, 100);
    const second = { record: { ...session(1, 1).record } };
    meter.sessionOpened(first);
    meter.sessionOpened(second);
    expect(await bytes()).toEqual([11, 101]);
    second.record = session(5, 50).record;
    meter.sessionEnded(first, session(20, 200).record);
    expect(await bytes()).toEqual([25, 250]);
    meter.sessionEnded(second, session(6, 60).record);
    meter.sessionEnded(second, session(6, 60).record);
    expect(await bytes()).toEqual([26, 260]);
    // Another runner of the same connection goes on.
    expect(metrics.meterOf(testConfig())).toBe(meter);
    expect(await bytes()).toEqual([26, 260]);
  });

  it('a channel that comes back after a loss is a reconnect, another try or a replacement is none', async () => {
    const counts = async (): Promise<readonly (number | undefined)[]> => {
      const families = await scrape(connectedView());
      return ['connects_total', 'reconnects_total'].map((name) =>
        valueOf(families, `hybrid_connection_${name}`, labels),
      );
    };
    meter.channelFailed('HCM2002', false);
    meter.channelOpened();
    meter.channelOpened();
    expect(await counts()).toEqual([2, 0]);
    meter.channelFailed('HCM2033', true);
    meter.channelFailed('HCM2002', false);
    meter.channelOpened();
    expect(await counts()).toEqual([3, 1]);
    const families = await scrape(connectedView());
    const failures = (code: string): number | undefined =>
      valueOf(families, 'hybrid_connection_failures_total', { ...labels, code });
    expect([failures('HCM2002'), failures('HCM2033'), failures('HCM2020')]).toEqual([2, 1, undefined]);
  });

  it('failed sessions count by code; an ordinary end is none', async () => {
    for (const code of ['HCM3102', 'HCM3102', 'HCM3120', 'HCM3123', null] as const) {
      const one = session(0, 0);
      meter.sessionOpened(one);
      meter.sessionEnded(one, session(0, 0, code).record);
    }
    meter.sessionRefused('HCM3110');
    const families = await scrape(connectedView());
    expect(valueOf(families, 'hybrid_connection_sessions_total', labels)).toBe(5);
    expect(
      families
        .get('hybrid_connection_session_failures_total')
        ?.samples.map((sample) => [sample.labels['code'], sample.value]),
    ).toEqual([
      ['HCM3102', 2],
      ['HCM3110', 1],
    ]);
  });

  it('dials fall into buckets of seconds', async () => {
    meter.dialled(0.4);
    meter.dialled(40);
    meter.dialled(30_000);
    const families = await scrape(connectedView());
    const bucket = (le: string): number | undefined =>
      valueOf(families, 'hybrid_connection_dial_seconds_bucket', { ...labels, le });
    expect(['0.001', '0.025', '0.05', '25', '+Inf'].map(bucket)).toEqual([1, 1, 2, 2, 3]);
    expect(valueOf(families, 'hybrid_connection_dial_seconds_sum', labels)).toBeCloseTo(30.0404);
  });

  it('all series of a removed connection go, and what ends late brings none back', async () => {
    const late = session(7, 7);
    meter.sessionOpened(late);
    meter.channelOpened();
    meter.channelFailed('HCM2033', true);
    meter.sessionRefused('HCM3110');
    meter.dialled(3);
    const other = connectedView({ name: 'hr' });
    const before = await scrape(connectedView(), other);
    const namesOf = (families: ReadonlyMap<string, Family>): Set<string | undefined> =>
      new Set([...families.values()].flatMap(({ samples }) => samples.map(({ labels: of }) => of['name'])));
    expect(namesOf(before)).toEqual(new Set(['payroll-sql', 'hr']));
    expect(namesOf(await scrape(other))).toEqual(new Set(['hr']));
    meter.sessionEnded(late, session(9, 9, 'HCM3102').record);
    meter.channelFailed('HCM2033', true);
    meter.channelOpened();
    meter.sessionOpened(session(1, 1));
    meter.sessionRefused('HCM3110');
    meter.dialled(3);
    expect(namesOf(await scrape(other))).toEqual(new Set(['hr']));
  });

  it('labels hold no id and no address, and what is odd in a name is escaped', async () => {
    const odd = testConfig({ name: 'a"b\\c\nd' });
    const of = metrics.meterOf(odd)!;
    const one = session(1, 1);
    of.sessionOpened(one);
    of.sessionEnded(one, session(1, 1, 'HCM3102').record);
    metrics.collect([{ ...connectedView(), config: odd }]);
    const text = await registry.metrics();
    const names = [...parseExposition(text).values()].flatMap(({ samples }) => samples.map((s) => s.labels));
    expect(new Set(names.flatMap((each) => Object.keys(each)))).toEqual(
      new Set(['namespace', 'name', 'direction', 'code', 'le']),
    );
    expect(names.every(({ name }) => name === odd.name)).toBe(true);
    for (const secret of [
      'secret-tracking-id',
      '203.0.113.9',
      'sql01',
      '10.20.0.15',
      odd.id,
      'defaultListener',
    ])
      expect(text).not.toContain(secret);
  });
});
