/** Every metric of a host with its type and labels, by name: what documents, alert rules and dashboards are held to. */
import { systemClock } from '../../clock.ts';
import { HostMetrics } from '../host-metrics.ts';

export interface DescribedMetric {
  readonly type: string;
  readonly labels: readonly string[];
}

export function describedMetrics(): ReadonlyMap<string, DescribedMetric> {
  const { registry } = new HostMetrics({
    host: { call: () => Promise.reject(new Error('nobody asks')) },
    ...{ version: '1', node: process, openFiles: { limit: 1, count: () => 1 }, clock: systemClock },
  });
  // Its types don't name what each metric is made of.
  const all = registry.getMetricsAsArray() as unknown as readonly {
    readonly name: string;
    readonly type: string;
    readonly labelNames: readonly string[];
  }[];
  return new Map(all.map(({ name, type, labelNames }) => [name, { type, labels: labelNames }]));
}
