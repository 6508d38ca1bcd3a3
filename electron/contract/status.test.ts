import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  azureStatuses,
  azureTone,
  connectionActions,
  endpointStatuses,
  endpointTone,
  statusGroup,
  statusOfProblem,
  type Legs,
} from './status.ts';

function legs(
  azure: Legs['azure'],
  endpoint: Legs['endpoint'] = 'reachable',
  problem: Legs['problem'] = null,
): Legs {
  return { azure, endpoint, problem };
}

describe('tones', () => {
  it('earn green by the whole path', () => {
    expect(azureTone(legs('connected'))).toBe('good');
    for (const endpoint of ['unreachable', 'checking', 'notChecked'] as const) {
      expect(azureTone(legs('connected', endpoint))).toBe('quiet');
    }
  });

  it('turn to act when waiting can’t help', () => {
    expect(azureTone(legs('notConnected'))).toBe('watch');
    expect(azureTone(legs('notConnected', 'reachable', { code: 'HCM2002', details: {} }))).toBe('watch');
    expect(azureTone(legs('notConnected', 'reachable', { code: 'HCM2010', details: {} }))).toBe('act');
  });

  it('exist for the endpoint', () => {
    expect(endpointStatuses.map(endpointTone)).toEqual(['good', 'act', 'quiet', 'quiet']);
  });
});

describe('groups', () => {
  it.each<[Legs, string]>([
    [legs('connected'), 'working'],
    [legs('connected', 'unreachable'), 'attention'],
    [legs('connected', 'notChecked'), 'recovering'],
    [legs('connecting', 'notChecked'), 'recovering'],
    [legs('stopping', 'notChecked'), 'recovering'],
    [legs('notConnected'), 'recovering'],
    [legs('notConnected', 'reachable', { code: 'HCM2010', details: {} }), 'attention'],
    [legs('unauthorized'), 'attention'],
    [legs('notFound'), 'attention'],
    [legs('blockedByPolicy', 'notChecked'), 'attention'],
    [legs('keyNeeded', 'notChecked'), 'attention'],
    [legs('cantStart', 'notChecked'), 'attention'],
    [legs('unknown', 'notChecked'), 'attention'],
    [legs('stopped', 'notChecked'), 'off'],
    [legs('discontinued', 'notChecked'), 'off'],
  ])('%o is %s', (state, group) => {
    expect(statusGroup(state)).toBe(group);
  });
});

describe('actions', () => {
  it('are known ones for every status, and none that would do nothing', () => {
    for (const status of azureStatuses) {
      for (const action of allowedActions(status)) expect(connectionActions).toContain(action);
    }
    expect(allowedActions('stopped')).toEqual(['start']);
    expect(allowedActions('discontinued')).not.toContain('start');
  });
});

describe('statusOfProblem', () => {
  it('names what a person can do something about', () => {
    expect(statusOfProblem('HCM2020')).toBe('unauthorized');
    expect(statusOfProblem('HCM2022')).toBe('unauthorized');
    expect(statusOfProblem('HCM2023')).toBe('notFound');
    expect(statusOfProblem('HCM2041')).toBe('cantStart');
    expect(statusOfProblem('HCM4010')).toBe('keyNeeded');
    expect(statusOfProblem('HCM2029')).toBe('notConnected');
    expect(statusOfProblem('HCM2002')).toBe('notConnected');
  });
});
