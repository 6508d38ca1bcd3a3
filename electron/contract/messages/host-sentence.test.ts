import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AzureLeg, ConnectionView } from '../connection-view.ts';
import { viewAtRest, viewUnknown } from '../view-at-rest.ts';
import { azureStatuses, endpointStatuses } from '../status.ts';
import { connectedView, testConfig } from '../testing/test-views.ts';
import { groupCounts, groupWord, hostSentence } from './host-sentence.ts';

const works = connectedView();
const stopped = viewAtRest(testConfig());

function azure(change: Partial<AzureLeg>): ConnectionView {
  return { ...stopped, azure: { ...stopped.azure, ...change } };
}

const refused = azure({ status: 'unauthorized', problem: { code: 'HCM2020', details: {} } });
const retrying = azure({ status: 'notConnected', problem: { code: 'HCM2003', details: {} } });
const noNetwork = azure({ status: 'notConnected', problem: { code: 'HCM2004', details: {} } });
const keyNeeded = azure({ status: 'keyNeeded', problem: { code: 'HCM4010', details: {} } });

function times(count: number, view: ConnectionView): ConnectionView[] {
  return Array.from({ length: count }, () => view);
}

describe('hostSentence', () => {
  it.each<readonly [string, string, readonly ConnectionView[]]>([
    ['No connections yet', 'quiet', []],
    ['No network. 10 connections wait for it', 'watch', times(10, noNetwork)],
    ['No network. 1 connection waits for it', 'watch', [noNetwork, stopped, keyNeeded]],
    ['4 of 10 connections need attention', 'act', [...times(4, refused), ...times(6, works)]],
    ['1 of 10 connections needs attention', 'act', [refused, ...times(9, retrying)]],
    ['1 of 1 connection needs attention', 'act', [refused]],
    ['2 of 10 connections are recovering', 'watch', [...times(2, retrying), ...times(8, works)]],
    ['1 of 2 connections is recovering', 'watch', [azure({ status: 'connecting' }), works]],
    ['1 of 1 connection is recovering', 'watch', [azure({ status: 'stopping' })]],
    ['All connections are stopped', 'quiet', times(3, stopped)],
    ['The only connection is stopped', 'quiet', [stopped]],
    ['All 10 connections are working', 'good', times(10, works)],
    ['The only connection is working', 'good', [works]],
    ['8 of 10 connections are working, 2 are off', 'good', [...times(8, works), ...times(2, stopped)]],
    ['8 of 9 connections are working, 1 is off', 'good', [...times(8, works), stopped]],
    ['1 of 2 connections is working, 1 is off', 'good', [works, stopped]],
    ['1 of 3 connections is working, 2 are off', 'good', [works, stopped, stopped]],
  ])('%s', (sentence, tone, views) => {
    expect(hostSentence({ views, reachable: true })).toMatchObject({ sentence, tone });
  });

  it('says first that no host answers, whatever was known of the connections', () => {
    const views = [works, viewUnknown(works, 0)];
    expect(hostSentence({ views, reachable: false })).toMatchObject({
      kind: 'unreachable',
      tone: 'act',
      sentence: 'The background host isn’t answering',
    });
  });

  it('doesn’t speak of the network while one connection shows that there is one', () => {
    for (const other of [works, retrying, refused]) {
      expect(hostSentence({ views: [noNetwork, other], reachable: true }).kind).not.toBe('noNetwork');
    }
  });

  it('has a shorter form', () => {
    const views = [...times(4, refused), ...times(6, works)];
    expect(hostSentence({ views, reachable: true }).short).toBe('4 of 10 need attention');
    expect(hostSentence({ views: [refused], reachable: true }).short).toBe('1 of 1 needs attention');
    expect(hostSentence({ views: times(3, works), reachable: true }).short).toBe('All 3 are working');
  });

  it('never leaves a blank, and is never green while something isn’t', () => {
    const view = fc.record({
      status: fc.constantFrom(...azureStatuses),
      endpoint: fc.constantFrom(...endpointStatuses),
      code: fc.constantFrom(null, 'HCM2004' as const, 'HCM2003' as const, 'HCM2020' as const),
    });
    fc.assert(
      fc.property(fc.array(view), fc.boolean(), (states, reachable) => {
        const views = states.map(({ status, endpoint, code }): ConnectionView => {
          const problem = code === null ? null : { code, details: {} };
          return {
            ...works,
            azure: { ...works.azure, status, problem },
            endpoint: { ...works.endpoint, status: endpoint },
          };
        });
        const said = hostSentence({ views, reachable });
        expect(`${said.sentence}${said.short}`).toMatch(/^[^{}]+$/);
        const counts = groupCounts(views);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(views.length);
        expect(said.tone === 'good').toBe(said.kind === 'working');
        if (said.tone === 'good') expect(counts.attention + counts.recovering).toBe(0);
      }),
    );
  });
});

it('groups have the words of the chips', () => {
  expect((['attention', 'recovering', 'working', 'off'] as const).map(groupWord)).toEqual([
    'Need attention',
    'Recovering',
    'Working',
    'Off',
  ]);
});
