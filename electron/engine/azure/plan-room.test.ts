import { expect, it } from 'vitest';
import { obstacleIn, roomOf } from './plan-room.ts';

it.each([
  ['Basic', 4, 5, false, null],
  ['Basic', 5, 5, false, 'planFull'],
  // One that five apps use counts once (S42).
  ['Basic', 5, 5, true, null],
  ['Standard', 25, 25, false, 'planFull'],
  ['PremiumV3', 219, 220, false, null],
  ['IsolatedV2', null, null, false, null],
  ['ElasticPremium', 1, 0, false, 'planTier'],
  ['Free', null, null, false, 'planTier'],
  ['shared', null, null, true, 'planTier'],
  ['Dynamic', null, null, false, 'planTier'],
  ['FlexConsumption', null, null, false, 'planTier'],
  ['', null, null, false, null],
])('%s with %s of %s, used already %s: %s', (tier, current, maximum, isUsed, expected) => {
  const plan = { id: 'p', name: 'p', sku: { tier } };
  const limit = current === null ? null : { properties: { current, maximum } };
  expect(obstacleIn(plan, roomOf(plan, limit), isUsed)).toBe(expected);
});
