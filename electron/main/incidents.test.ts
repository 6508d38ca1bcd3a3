import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../contract/connection-view.ts';
import type { ErrorCode } from '../contract/errors.ts';
import type { AzureStatus, EndpointStatus } from '../contract/status.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { watchEveryMs, type HostSummary } from './host-watch.ts';
import { Incidents, type Listening, type Notice } from './incidents.ts';

const minuteMs = 60_000;
const open: Listening = { afterMs: 2 * minuteMs, recovered: true, updates: true, ear: 'open' };
const ids = [
  '3c1f0f5e-8a3e-4a67-9d5c-0d6f3e1b2a4c',
  '7d2a9c44-51b1-4c0e-8f9a-2b6f0f6f9e11',
  '0e1c8a53-6f8f-4b53-9f7a-0d2b7f0f9a77',
] as const;

interface Legs {
  readonly azure?: AzureStatus;
  readonly endpoint?: EndpointStatus;
  readonly code?: ErrorCode;
  readonly since?: number;
}

function view(legs: Legs = {}, number = 0): ConnectionView {
  const well = connectedView({ id: ids[number] ?? ids[0], name: `c${number}` });
  const problem = legs.code === undefined ? null : { code: legs.code, details: {} };
  return {
    ...well,
    azure: { ...well.azure, status: legs.azure ?? 'connected', since: legs.since ?? 0, problem },
    endpoint: { ...well.endpoint, status: legs.endpoint ?? 'reachable' },
  };
}

function named(name: string, legs: Legs): ConnectionView {
  const { config, ...rest } = view(legs);
  const id = `3c1f0f5e-8a3e-4a67-9d5c-${name.slice(1).padStart(12, '0')}`;
  return { ...rest, config: { ...config, id, name } };
}

const down = view({ azure: 'notConnected' });
const refused = view({ azure: 'unauthorized', code: 'HCM2020' });
const dead = view({ endpoint: 'unreachable', code: 'HCM3102' });
const well = view();

/** A host that is looked at every few seconds. */
function watching() {
  const incidents = new Incidents();
  let now = Date.UTC(2026, 0, 1);
  const told: Notice[] = [];
  const look = (
    views: readonly ConnectionView[],
    listening = open,
    mode: HostSummary['mode'] = 'app',
    version: string | null = null,
  ) => {
    told.push(...incidents.look(now, { mode, views, isKnown: true }, version, listening));
  };
  return {
    look,
    /** Looks for that long, and tells what was told meanwhile. */
    during(
      ms: number,
      views: readonly ConnectionView[],
      listening = open,
      mode: HostSummary['mode'] = 'app',
      version: string | null = null,
    ): readonly string[] {
      for (let passed = 0; passed < ms; passed += watchEveryMs) {
        look(views, listening, mode, version);
        now += watchEveryMs;
      }
      return told.splice(0).map((notice) => wordsOf(notice));
    },
    sleep: (ms: number) => (now += ms),
    notices: told,
  };
}

function wordsOf(notice: Notice): string {
  return 'views' in notice
    ? `${notice.kind} ${notice.views.map(({ config }) => config.name).join(' ')}`
    : notice.kind;
}

describe('Incidents', () => {
  it('says nothing of a blip, and tells once of what lasts', () => {
    const host = watching();
    expect(host.during(minuteMs, [well])).toEqual([]);
    expect(host.during(115_000, [down])).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual([]);
    expect(host.during(130_000, [down])).toEqual(['down c0']);
    expect(host.during(60 * minuteMs, [down])).toEqual([]);
  });

  it('waits as long as the person wants', () => {
    const host = watching();
    expect(host.during(9 * minuteMs, [down], { ...open, afterMs: 10 * minuteMs })).toEqual([]);
    expect(host.during(2 * minuteMs, [down], { ...open, afterMs: 10 * minuteMs })).toEqual(['down c0']);
    expect(watching().during(10_000, [down], { ...open, afterMs: 0 })).toEqual(['down c0']);
  });

  it('tells that it works again, but only of what was told, and only who wants it', () => {
    const host = watching();
    host.during(3 * minuteMs, [down]);
    for (let times = 0; times < 3; times += 1) {
      host.look([well]);
      host.sleep(watchEveryMs);
    }
    expect(host.notices).toMatchObject([{ kind: 'recovered', lastedMs: 3 * minuteMs }]);
    const silent = watching();
    silent.during(3 * minuteMs, [down]);
    expect(silent.during(minuteMs, [well], { ...open, recovered: false })).toEqual([]);
    expect(silent.during(minuteMs, [well])).toEqual([]);
  });

  it('tells at once that a person is needed, also of one that was only down before', () => {
    const host = watching();
    expect(host.during(9_000, [refused])).toEqual(['needsYou c0']);
    const other = watching();
    expect(other.during(3 * minuteMs, [down])).toEqual(['down c0']);
    expect(other.during(9_000, [refused])).toEqual(['needsYou c0']);
    // Back to what is known already.
    expect(other.during(10 * minuteMs, [down])).toEqual([]);
    expect(other.during(9_000, [well])).toEqual(['recovered c0']);
  });

  it('tells of an endpoint, and that it is well only once it answered', () => {
    const host = watching();
    expect(host.during(3 * minuteMs, [dead])).toEqual(['endpoint c0']);
    expect(host.during(minuteMs, [view({ endpoint: 'checking' })])).toEqual([]);
    expect(host.during(minuteMs, [view({ endpoint: 'notChecked' })])).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual(['recovered c0']);
  });

  it('tells together what happens together', () => {
    const host = watching();
    const all = [0, 1, 2].map((number) => view({ azure: 'notConnected' }, number));
    expect(host.during(watchEveryMs, all.slice(0, 1))).toEqual([]);
    expect(host.during(3 * minuteMs, all)).toEqual(['down c0 c1 c2']);
    expect(
      host.during(
        minuteMs,
        [0, 1, 2].map((number) => view({}, number)),
      ),
    ).toEqual(['recovered c0 c1 c2']);
  });

  it('leaves alone what was stopped by hand, and what was removed', () => {
    const host = watching();
    expect(host.during(10 * minuteMs, [view({ azure: 'stopped' })])).toEqual([]);
    host.during(3 * minuteMs, [down]);
    expect(host.during(minuteMs, [view({ azure: 'stopped' })])).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual([]);
    host.during(3 * minuteMs, [down]);
    expect(host.during(minuteMs, [])).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual([]);
  });

  it('tells nothing of what was seen in the window, not even its end', () => {
    const host = watching();
    expect(host.during(3 * minuteMs, [down], { ...open, ear: 'never' })).toEqual([]);
    expect(host.during(3 * minuteMs, [down])).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual([]);
  });

  it('keeps quiet in quiet hours, and tells at their end what still holds, once', () => {
    const quiet: Listening = { ...open, ear: 'later' };
    const host = watching();
    const other = (legs: Legs = {}) => view(legs, 1);
    host.during(3 * minuteMs, [well, other({ azure: 'notConnected' })]);
    expect(host.during(60 * minuteMs, [down, other({ azure: 'notConnected' })], quiet)).toEqual([]);
    // One was told before and came back meanwhile; one is down; a third one came and went.
    const third = view({ azure: 'notConnected' }, 2);
    expect(host.during(60 * minuteMs, [down, other(), third], quiet)).toEqual([]);
    expect(host.during(60 * minuteMs, [down, other(), view({}, 2)], quiet)).toEqual([]);
    expect(host.during(60 * minuteMs, [down, other(), view({}, 2)])).toEqual(['down c0', 'recovered c1']);
  });

  it('tells once an hour that one comes and goes', () => {
    const host = watching();
    const told: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      told.push(...host.during(30_000, [well]), ...host.during(60_000, [down]));
    }
    expect(told).toEqual(['unstable c0', 'unstable c0']);
  });

  it('tells of hundreds that come and go in a few notifications', () => {
    const host = watching();
    const many = 300;
    const kinds: string[] = [];
    for (let round = 0; round < 200; round += 1) {
      // Each is lost and back once in 2 minutes, none at the same moment as its neighbours.
      const views = Array.from({ length: many }, (_, number) =>
        named(`n${number}`, { azure: (round + number) % 40 < 20 ? 'notConnected' : 'connected' }),
      );
      kinds.push(...host.during(watchEveryMs, views).map((words) => words.split(' ')[0] ?? ''));
    }
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.length).toBeLessThanOrEqual(10);
    expect(new Set(kinds)).toEqual(new Set(['unstable']));
  });

  it('tells together what comes back one after another', () => {
    const host = watching();
    const all = Array.from({ length: 100 }, (_, number) => number);
    const stand = (back: number) =>
      all.map((number) => named(`n${number}`, { azure: number < back ? 'connected' : 'notConnected' }));
    expect(host.during(3 * minuteMs, stand(0))).toHaveLength(1);
    const told = all.flatMap((back) => host.during(watchEveryMs, stand(back)));
    told.push(...host.during(2 * minuteMs, stand(all.length)));
    expect(told.length).toBeLessThanOrEqual(7);
    expect(told.flatMap((words) => words.split(' ').slice(1))).toHaveLength(all.length);
  });

  it('goes on telling after the clock was set back', () => {
    const host = watching();
    expect(host.during(3 * minuteMs, [down])).toEqual(['down c0']);
    host.during(minuteMs, [well]);
    host.sleep(-60 * minuteMs);
    expect(host.during(3 * minuteMs, [down])).toEqual(['down c0']);
    expect(host.during(minuteMs, [well])).toEqual(['recovered c0']);
  });

  it('sees also those breaks that lie between two looks', () => {
    const host = watching();
    const told = [1, 2, 3, 4].flatMap((since) => host.during(minuteMs, [view({ since })]));
    expect(told).toEqual(['unstable c0']);
  });

  it('lets no time pass while the computer sleeps', () => {
    const host = watching();
    host.during(30_000, [down]);
    host.sleep(8 * 60 * minuteMs);
    expect(host.during(30_000, [down])).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual([]);
  });

  it('tells that the host is gone, and nothing of connections that nobody knows about', () => {
    const host = watching();
    host.during(minuteMs, [well]);
    expect(host.during(3 * minuteMs, [well], open, 'unreachable')).toEqual(['host']);
    expect(host.during(minuteMs, [well])).toEqual(['hostRecovered']);
    expect(host.during(minuteMs, [well], open, 'unreachable')).toEqual([]);
    expect(host.during(minuteMs, [well])).toEqual([]);
  });

  it('tells of a release once, to whoever wants it', () => {
    const host = watching();
    expect(host.during(minuteMs, [], { ...open, updates: false }, 'app', '2.0.0')).toEqual([]);
    expect(host.during(minuteMs, [], open, 'app', '2.0.0')).toEqual(['update']);
    expect(host.during(minuteMs, [], open, 'app', '2.0.1')).toEqual(['update']);
  });
});
