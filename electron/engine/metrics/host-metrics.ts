/**
 * All metrics of a host in a registry of its own. Owns the registry.
 *
 * Invariant: between scrapes only counters move; scrapes that come at once are one.
 */
import { Gauge, Registry } from 'prom-client';
import type { Host } from '../../contract/api.ts';
import { healthTable, type HealthSeverity } from '../../contract/health.ts';
import { ConnectionMetrics } from './connection-metrics.ts';
import { processSeries, type ProcessSeriesOptions } from './process-series.ts';

export interface HostMetricsOptions extends ProcessSeriesOptions {
  readonly host: Pick<Host, 'call'>;
}

const severities: readonly HealthSeverity[] = ['high', 'medium', 'low'];

export class HostMetrics {
  readonly registry = new Registry();
  readonly connections = new ConnectionMetrics(this.registry);
  readonly #host: Pick<Host, 'call'>;
  readonly #health: Gauge<'severity'>;
  readonly #collectProcess: () => Promise<void>;
  #scrape: Promise<string> | undefined;

  constructor(options: HostMetricsOptions) {
    this.#host = options.host;
    this.#health = new Gauge({
      name: 'hcm_health_items',
      help: 'Health items that show now, by severity.',
      labelNames: ['severity'],
      registers: [this.registry],
    });
    this.#collectProcess = processSeries(this.registry, options);
  }

  /** In Prometheus' text format. */
  scrape(): Promise<string> {
    this.#scrape ??= this.#collect().finally(() => {
      this.#scrape = undefined;
    });
    return this.#scrape;
  }

  async #collect(): Promise<string> {
    const { items } = await this.#host.call('health.list', {});
    for (const severity of severities) {
      const count = items.filter(({ code }) => healthTable[code].severity === severity).length;
      this.#health.set({ severity }, count);
    }
    await this.#collectProcess();
    const { connections } = await this.#host.call('connections.snapshot', {});
    this.connections.collect(connections);
    return this.registry.metrics();
  }
}
