import { describe, expect, it } from 'vitest';
import type { ConnectionView } from '../connection-view.ts';
import type { AzureStatus } from '../status.ts';
import { connectedView } from '../testing/test-views.ts';
import { listenerCostText, otherListenersText, redundancyText } from './redundancy-words.ts';

function view(listeners: number | null, status: AzureStatus = 'connected'): ConnectionView {
  const base = connectedView();
  return { ...base, listeners, azure: { ...base.azure, status } };
}

describe('redundancyText', () => {
  it.each([
    [1, 'If this host stops, apps can’t connect. Run a second host for it on another computer.'],
    [3, 'Azure spreads connections at random over 3 listeners.'],
    [24, 'Azure spreads connections at random over 24 listeners, and takes no more than 25.'],
    [null, null],
  ])('of %s listeners', (listeners, text) => {
    expect(redundancyText(view(listeners))).toBe(text);
  });
});

describe('otherListenersText', () => {
  it.each<readonly [string, readonly ConnectionView[], boolean, string | null]>([
    ['one other', [view(2)], true, '1 other listener stays up.'],
    ['two others', [view(3)], false, '2 other listeners stay up.'],
    ['none, for a moment', [view(1)], true, 'No other host listens: apps can’t connect meanwhile.'],
    ['none', [view(1)], false, 'No other host listens: apps can’t connect at all.'],
    ['unknown', [view(null)], false, null],
    ['not connected anyway', [view(1, 'stopped')], false, null],
    ['several, one of them alone', [view(1), view(2)], false, 'On 1 of them no other host listens.'],
    ['several, all with others', [view(3), view(2)], false, 'Other listeners stay up for all of them.'],
    ['several, one unknown', [view(3), view(null)], false, null],
  ])('%s', (_what, views, isBrief, text) => {
    expect(otherListenersText(views, isBrief)).toBe(text);
  });
});

describe('listenerCostText', () => {
  it('says hours and no prices', () => {
    expect(listenerCostText('connection', { listeners: 2, hoursAMonth: 1460 })).toBe(
      '2 listeners are about 1,460 listener hours a month. Azure charges by the hour of each.',
    );
    expect(listenerCostText('host', { listeners: 1, hoursAMonth: 730 })).toMatch(
      /^This host’s 1 listener here is about 730 /u,
    );
  });
});
