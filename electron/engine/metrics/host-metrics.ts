/**
 * All metrics of a host in a registry of its own. Owns the registry.
 *
 * Invariant: between scrapes only counters move; scrapes that come at once are one.
 */
import { Gauge, Registry } from 'prom-client';
import type { Host } from '../../contract/api.ts';
import { healthTable, type HealthSeverity } from '../../contract/health-table.ts';
import { ConnectionMetrics } from './connection-metrics.ts';
import { processSeries, type ProcessSeriesOptions } from './process-series.ts';

export interface HostMetricsOptions extends ProcessSeriesOptions {
  readonly host: Pick<Host, 'call'>;
}

const severities: readonly HealthSeverity[] = ['high', 'medium', 'low', 'info'];

export class HostMetrics {
  readonly registry = new Registry();
  readonly connections = new ConnectionMetrics(this.registry);
  readonly #host: Pick<Host, 'call'>;
  readonly #health: Gauge<'severity'>;
  readonly #update: Gauge;
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
    this.#update = new Gauge({
      name: 'hcm_update_available',
      help: 'Whether a newer version is known: 1 yes, 0 no.',
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
    const { release } = await this.#host.call('updates.get', {});
    this.#update.set(release === null ? 0 : 1);
    await this.#collectProcess();
    const { connections } = await this.#host.call('connections.snapshot', {});
    this.connections.collect(connections);
    return this.registry.metrics();
  }
}
