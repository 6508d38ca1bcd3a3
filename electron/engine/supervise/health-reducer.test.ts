import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthCodes, healthTable, type HealthCode } from '../../contract/health-table.ts';
import type { HealthCondition } from './health-conditions.ts';
import { noHealth, stepHealth } from './health-reducer.ts';

const first = '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11';
const second = '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a12';

function condition(code: HealthCode, affected: readonly string[] = [], about?: string): HealthCondition {
  const connectionId = affected.length === 1 ? (affected[0] ?? null) : null;
  return {
    ...{ code, connectionId, relay: null, affected: [...affected], problem: null, details: {} },
    ...(about === undefined ? {} : { about }),
  };
}

/** Goes through moments, each with what is there then. @returns the codes that show at each. */
function shown(moments: readonly (readonly [number, readonly HealthCondition[]])[]): string[][] {
  let state = noHealth;
  return moments.map(([atMs, conditions]) => {
    const step = stepHealth(state, conditions, { now: 1_000_000 + atMs, monotonicMs: atMs });
    state = step.state;
    return step.items.map(({ code, connectionId }) => (connectionId === second ? `${code} of second` : code));
  });
}

describe('when something shows', () => {
  it('takes its time, and is gone at once', () => {
    const unreachable = condition('HCM8015', [first]);
    expect(
      shown([
        [0, [unreachable]],
        [29_999, [unreachable]],
        [30_000, [unreachable]],
        [30_001, []],
        [30_002, [unreachable]],
        [60_001, [unreachable]],
        [60_002, [unreachable]],
      ]),
    ).toEqual([[], [], ['HCM8015'], [], [], [], ['HCM8015']]);
  });

  it('says when the next look is due, and that none is', () => {
    const pending = [
      condition('HCM8015', [first]),
      condition('HCM8010', [second]),
      condition('HCM8016', [first]),
    ];
    const time = { now: 0, monotonicMs: 0 };
    const step = stepHealth(noHealth, pending, time);
    expect(step.nextLookMs).toBe(30_000);
    const later = stepHealth(step.state, pending, { now: 0, monotonicMs: 12_000 });
    expect(later.nextLookMs).toBe(18_000);
    expect(stepHealth(later.state, pending, { now: 0, monotonicMs: 30_000 }).nextLookMs).toBeNull();
    expect(stepHealth(noHealth, [], time)).toEqual({ state: new Map(), items: [], nextLookMs: null });
  });

  it('begins anew for another attempt, however alike the two look', () => {
    expect(
      shown([
        [0, [condition('HCM8019', [first], '1')]],
        [100_000, [condition('HCM8019', [first], '2')]],
        [150_000, [condition('HCM8019', [first], '2')]],
        [250_000, [condition('HCM8019', [first], '2')]],
      ]),
    ).toEqual([[], [], [], ['HCM8019']]);
  });
});

describe('a root cause', () => {
  const relay: HealthCondition = {
    ...condition('HCM8002', [first, second]),
    relay: 'contoso:443',
    connectionId: null,
  };
  const children = [condition('HCM8010', [first]), condition('HCM8010', [second])];

  it('hides its children, also while it is not yet shown itself', () => {
    expect(
      shown([
        [0, [relay, ...children]],
        [8_000, [relay, ...children]],
        [60_000, [relay, ...children]],
      ]),
    ).toEqual([[], ['HCM8002'], ['HCM8002']]);
  });

  it('hides nothing of what it doesn’t concern', () => {
    const ofFirst = { ...relay, affected: [first] };
    expect(
      shown([
        [0, [ofFirst, ...children]],
        [60_000, [ofFirst, ...children]],
      ]),
    ).toEqual([[], ['HCM8002', 'HCM8010 of second']]);
  });

  it('leaves its children their own time when it goes', () => {
    expect(
      shown([
        [0, [relay, ...children]],
        [600_000, [relay, ...children]],
        [600_001, children],
        [630_000, children],
        [630_001, children],
      ]),
    ).toEqual([[], ['HCM8002'], [], [], ['HCM8010', 'HCM8010 of second']]);
  });

  it('is itself hidden by the cause behind it', () => {
    const network = { ...condition('HCM8001', [first, second]), connectionId: null };
    expect(
      shown([
        [0, [network, relay, ...children]],
        [60_000, [network, relay, ...children]],
      ]),
    ).toEqual([[], ['HCM8001']]);
  });
});

const conditions = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...healthCodes), fc.constantFrom([], [first], [second], [first, second]))
    .map(([code, affected]) => condition(code, affected)),
  { selector: ({ code, connectionId }) => `${code} ${String(connectionId)}` },
);

describe('always', () => {
  it('shows nothing early, nothing that is gone, no child beside its cause, and remembers nothing of what is gone', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 200_000 }), conditions)), (steps) => {
        let state = noHealth;
        let monotonicMs = 0;
        const unbrokenSince = new Map<string, number>();
        for (const [passMs, now] of steps) {
          monotonicMs += passMs;
          const step = stepHealth(state, now, { now: monotonicMs, monotonicMs });
          state = step.state;
          const key = (one: { code: string; connectionId: string | null }): string =>
            `${one.code} ${String(one.connectionId)}`;
          const here = new Set(now.map(key));
          for (const known of unbrokenSince.keys()) if (!here.has(known)) unbrokenSince.delete(known);
          for (const known of here) if (!unbrokenSince.has(known)) unbrokenSince.set(known, monotonicMs);
          expect(state.size).toBe(here.size);
          for (const item of step.items) {
            const { visibleAfterMs, dependsOn } = healthTable[item.code];
            const since = unbrokenSince.get(key(item)) ?? Number.POSITIVE_INFINITY;
            expect(monotonicMs - since).toBeGreaterThanOrEqual(visibleAfterMs);
            for (const parent of dependsOn)
              expect(now.some(({ code, affected }) => code === parent && affected.length === 0)).toBe(false);
          }
          if (step.nextLookMs !== null) expect(step.nextLookMs).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('no code depends on itself, whichever way round, and a cause is there before its children', () => {
    const causes = (code: HealthCode): readonly HealthCode[] =>
      healthTable[code].dependsOn.flatMap((parent) => [parent, ...causes(parent)]);
    for (const code of healthCodes) expect(causes(code)).not.toContain(code);
  });
});
