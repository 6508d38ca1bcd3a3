import { describe, expect, it } from 'vitest';
import { listenerCost, listenerCostOfHost } from './listener-cost.ts';
import { practiceAuthor } from './practice-author.ts';
import { connectedView } from './testing/test-views.ts';

const practice = connectedView({ addedBy: practiceAuthor });

describe('listenerCost', () => {
  it('counts each listener for all hours of a month', () => {
    expect(listenerCost({ ...connectedView(), listeners: 2 })).toEqual({ listeners: 2, hoursAMonth: 1460 });
  });

  it.each([0, null])('says nothing of %s listeners', (listeners) => {
    expect(listenerCost({ ...connectedView(), listeners })).toBeNull();
  });

  it('says nothing of the practice relay, which nobody charges for', () => {
    expect(listenerCost({ ...practice, listeners: 1 })).toBeNull();
    expect(listenerCostOfHost([practice])).toBeNull();
  });

  it('counts a host’s own listeners alone, whoever else listens', () => {
    const view = connectedView();
    const stopped = { ...view, azure: { ...view.azure, status: 'stopped' as const } };
    expect(listenerCostOfHost([{ ...view, listeners: 4 }, view, stopped])).toEqual({
      listeners: 2,
      hoursAMonth: 1460,
    });
    expect(listenerCostOfHost([stopped])).toBeNull();
  });
});
