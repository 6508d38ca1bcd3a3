import { describe, expect, it } from 'vitest';
import { trafficSamples } from '../store/traffic-store.ts';
import { sparklinePoints } from './sparkline.tsx';

describe('sparkline', () => {
  it('ends now, at the right, and is as high as the busiest moment', () => {
    const points = sparklinePoints([0, 50, 100]);
    expect(points.map(({ y }) => y)).toEqual([18, 10, 2]);
    expect(points.at(-1)?.x).toBe(62);
  });

  it('fills its width with five minutes', () => {
    const points = sparklinePoints(Array.from({ length: trafficSamples }, () => 1));
    expect(points[0]?.x).toBe(2);
    expect(points).toHaveLength(trafficSamples);
  });

  it('is a line at the bottom without traffic, and nothing without samples', () => {
    expect(sparklinePoints([0, 0]).map(({ y }) => y)).toEqual([18, 18]);
    expect(sparklinePoints([])).toEqual([]);
  });
});
