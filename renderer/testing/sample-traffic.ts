/** Five minutes of traffic for each connection that has some: the same each time, so that pictures can be compared. */
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { trafficSamples, type Traffic } from '../store/traffic-store.ts';

/** Bytes per second now, by name. */
const ratesNow: Readonly<Record<string, number>> = {
  'erp-api': 2_100_000,
  'payroll-sql': 486_000,
};

export function rateNow(name: string): number {
  return Object.entries(ratesNow).find(([known]) => name.startsWith(known))?.[1] ?? 0;
}

export function sampleTraffic(views: ReadonlyMap<string, ConnectionView>): ReadonlyMap<string, Traffic> {
  return new Map(
    [...views].map(([id, view]) => {
      const { name } = view.config;
      const now = rateNow(name);
      const wasBusy = name.startsWith('crm-mysql');
      const seed = Number.parseInt(id.slice(-4), 10);
      const rates = Array.from({ length: trafficSamples }, (_unused, second) => {
        if (wasBusy) return second < 150 ? 300_000 * wave(second, seed) : 0;
        return second === trafficSamples - 1 ? now : now * 1.4 * wave(second, seed);
      });
      return [id, { rates: view.bytesIn + view.bytesOut > 0 || wasBusy ? rates : [] }];
    }),
  );
}

/** Between 0.2 and 1, uneven enough to look like traffic. */
function wave(second: number, seed: number): number {
  const step = Math.floor(second / 8);
  return 0.2 + 0.8 * Math.abs(Math.sin(step * 1.7 + seed) * Math.cos(step * 0.6 + 2 * seed));
}
