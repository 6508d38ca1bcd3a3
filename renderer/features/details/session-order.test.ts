import { describe, expect, it } from 'vitest';
import { inOrder, newestFirst, sortedBy } from './session-order.ts';
import { nextRates, noRates } from './session-rates.ts';
import { sampleSession } from './testing/sample-sessions.ts';

const sessions = [3, 1, 2].map((number) => sampleSession(number));
const [third, first, second] = sessions.map(({ id }) => id);
const noRate = (): null => null;

function ids(order: Parameters<typeof inOrder>[1], list = sessions): readonly string[] {
  return inOrder(list, order).map(({ id }) => id);
}

describe('the order of open sessions', () => {
  it('is by their start at first', () => {
    expect(ids(newestFirst)).toEqual([first, second, third]);
  });

  it('begins figures with the largest and words with A, and turns round', () => {
    const byBytes = sortedBy('toApp', newestFirst, sessions, noRate);
    expect([byBytes.descending, ids(byBytes)]).toEqual([true, [third, second, first]]);
    expect(ids(sortedBy('toApp', byBytes, sessions, noRate))).toEqual([first, second, third]);
    expect(ids(sortedBy('peer', newestFirst, sessions, noRate))).toEqual([first, second, third]);
    const rateOf = (id: string): number | null => (id === second ? 10 : null);
    expect(ids(sortedBy('rate', newestFirst, sessions, rateOf))[0]).toBe(second);
  });

  it('stays while figures change; who comes later stands first', () => {
    const order = sortedBy('toApp', newestFirst, sessions, noRate);
    const changed = sessions.map((one) => ({ ...one, bytesOut: -one.bytesOut }));
    const late = sampleSession(9);
    expect(ids(order, [...changed, late])).toEqual([late.id, third, second, first]);
  });
});

describe('the rates of sessions', () => {
  it('come from two looks, never below nothing, and not from looks that are too close', () => {
    const look = (bytesOut: number) => [sampleSession(1, { bytesIn: 0, bytesOut })];
    const rate = (rates: typeof noRates): number | null | undefined => [...rates.byId.values()][0]?.perSecond;
    const one = nextRates(noRates, look(1_000), 10_000);
    expect(rate(one)).toBeNull();
    const two = nextRates(one, look(3_000), 12_000);
    expect(rate(two)).toBe(1_000);
    expect(rate(nextRates(two, look(9_000), 12_050))).toBe(1_000);
    expect(rate(nextRates(two, look(0), 14_000))).toBe(0);
  });
});
