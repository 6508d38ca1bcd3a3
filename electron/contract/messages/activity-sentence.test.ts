import { describe, expect, it } from 'vitest';
import { configurationChanges, type Activity } from '../activity.ts';
import { azureStatuses, endpointStatuses } from '../status.ts';
import { activityBy, activitySentence, activityTone } from './activity-sentence.ts';

const common = {
  id: '00000000-0000-4000-8000-000000000001',
  connectionId: '00000000-0000-4000-8000-000000000002',
  at: 0,
  times: 1,
};
const noNetwork = { code: 'HCM2004', details: {} } as const;

describe('a change, as one line', () => {
  it.each<[string, string, string, Activity]>([
    ['Connected to Azure', 'good', '', { ...common, kind: 'azure', status: 'connected', problem: null }],
    [
      'Not connected to Azure: no network. Retried 12 times',
      'watch',
      '',
      { ...common, kind: 'azure', status: 'notConnected', problem: noNetwork, times: 13 },
    ],
    [
      'Not connected to Azure. Retried 1 time',
      'watch',
      '',
      { ...common, kind: 'azure', status: 'notConnected', problem: null, times: 2 },
    ],
    [
      'Unauthorized: Azure refused the key for payroll-sql',
      'act',
      '',
      {
        ...common,
        kind: 'azure',
        status: 'unauthorized',
        problem: { code: 'HCM2020', details: { name: 'payroll-sql' } },
      },
    ],
    [
      'Endpoint is unreachable: sql01 answered but refused port 1433. Checked 3 times',
      'act',
      '',
      {
        ...common,
        kind: 'endpoint',
        status: 'unreachable',
        problem: { code: 'HCM3102', details: { host: 'sql01', port: 1433 } },
        times: 3,
      },
    ],
    [
      'Endpoint is reachable',
      'good',
      '',
      { ...common, kind: 'endpoint', status: 'reachable', problem: null },
    ],
    [
      'Key replaced',
      'quiet',
      'm.keller',
      { ...common, kind: 'change', change: 'keyReplaced', detail: null, by: 'm.keller' },
    ],
    [
      'Azure names another endpoint now: sql02:1433',
      'watch',
      '',
      { ...common, kind: 'change', change: 'endpointDiffers', detail: 'sql02:1433', by: null },
    ],
    [
      'Azure refused the primary key, so the other one is in use',
      'watch',
      '',
      { ...common, kind: 'change', change: 'keySwitched', detail: 'primary', by: null },
    ],
    [
      'A session was closed. 4 times',
      'quiet',
      '',
      { ...common, kind: 'change', change: 'sessionClosed', detail: null, by: null, times: 4 },
    ],
  ])('%s', (sentence, tone, by, activity) => {
    expect([activitySentence(activity), activityTone(activity), activityBy(activity)]).toEqual([
      sentence,
      tone,
      by,
    ]);
  });

  it('has one for everything that can happen', () => {
    const all: readonly Activity[] = [
      ...azureStatuses.map((status): Activity => ({ ...common, kind: 'azure', status, problem: null })),
      ...endpointStatuses.map((status): Activity => ({ ...common, kind: 'endpoint', status, problem: null })),
      ...configurationChanges.map((change): Activity => ({
        ...common,
        kind: 'change',
        change,
        detail: null,
        by: null,
      })),
    ];
    const sentences = all.map(activitySentence);
    expect(sentences.filter((text) => text === '' || /[{}:]$/.test(text))).toEqual([]);
    // Started, stopped, … are words of the host and of a person: no two lines read the same.
    expect(new Set(sentences).size).toBe(all.length);
  });
});
