import { describe, expect, it } from 'vitest';
import type { ConnectionView } from './connection-view.ts';
import { maxListeners, otherListeners, redundancyAdvice } from './redundancy-advice.ts';
import type { AzureStatus } from './status.ts';
import { connectedView } from './testing/test-views.ts';

function viewOf(status: AzureStatus, listeners: number | null): ConnectionView {
  const view = connectedView();
  return { ...view, azure: { ...view.azure, status }, listeners };
}

describe('redundancyAdvice', () => {
  it.each([
    [1, { kind: 'onlyThisHost' }],
    [2, { kind: 'several', listeners: 2 }],
    [19, { kind: 'several', listeners: 19 }],
    [20, { kind: 'nearLimit', listeners: 20 }],
    [maxListeners, { kind: 'nearLimit', listeners: 25 }],
  ])('of %i listeners, this host among them', (listeners, advice) => {
    expect(redundancyAdvice(viewOf('connected', listeners))).toEqual(advice);
  });

  it.each([
    ['connected', null],
    ['connected', 0],
    ['stopped', 1],
    ['notConnected', 3],
    ['unknown', 1],
  ] as const)('says nothing of a connection that is %s with %s listeners', (status, listeners) => {
    expect(redundancyAdvice(viewOf(status, listeners))).toEqual({ kind: 'none' });
  });
});

describe('otherListeners', () => {
  it.each([
    ['connected', 3, 2],
    ['connected', 1, 0],
    // It has just connected, and the count is of before.
    ['connected', 0, 0],
    ['notConnected', 1, 1],
    ['stopped', 0, 0],
    ['connected', null, null],
  ] as const)('%s with %s listeners: %s others', (status, listeners, others) => {
    expect(otherListeners(viewOf(status, listeners))).toBe(others);
  });
});
