/**
 * The metrics of all connections of a host. Owns one meter for each of them; what is a state is looked up at a scrape.
 *
 * Invariant: the series are those of the connections that were there at the latest scrape, and of new ones.
 */
import type { Registry } from 'prom-client';
import type { ConnectionConfig } from '../../contract/connection.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { isConnected, isHealthy, isWanted } from './connection-condition.ts';
import { connectionLabels, type ConnectionLabels } from './connection-labels.ts';
import type { ConnectionMeter } from './connection-meter.ts';
import { connectionSeries, type ConnectionSeries } from './connection-series.ts';
import { SeriesMeter } from './series-meter.ts';

export class ConnectionMetrics {
  readonly #series: ConnectionSeries;
  /** By labels: what is removed and added again between two scrapes goes on counting. */
  readonly #meters = new Map<string, SeriesMeter>();

  constructor(registry: Registry) {
    this.#series = connectionSeries(registry);
  }

  /** Undefined for what is kept in the list and never runs. */
  meterOf(config: ConnectionConfig): ConnectionMeter | undefined {
    return config.kind === 'biztalk' ? undefined : this.#meterOf(connectionLabels(config));
  }

  /** Takes in how all connections are now. */
  collect(views: readonly ConnectionView[]): void {
    const { healthy, enabled, up, endpointUp, problem, keysRefused, listeners, sessions } = this.#series;
    for (const gauge of [healthy, enabled, up, endpointUp, problem, keysRefused, listeners, sessions])
      gauge.reset();
    const present = new Set<string>();
    for (const view of views) {
      if (view.config.kind === 'biztalk') continue;
      const labels = connectionLabels(view.config);
      present.add(keyOf(labels));
      this.#meterOf(labels).collectBytes();
      this.#collectState(view, labels);
    }
    for (const [key, meter] of this.#meters) {
      if (present.has(key)) continue;
      this.#meters.delete(key);
      meter.drop();
    }
  }

  #collectState(view: ConnectionView, { ...labels }: ConnectionLabels): void {
    const { azure, endpoint } = view;
    const series = this.#series;
    series.healthy.set(labels, isHealthy(view) ? 1 : 0);
    series.enabled.set(labels, isWanted(view) ? 1 : 0);
    series.up.set(labels, isConnected(view) ? 1 : 0);
    if (endpoint.status === 'reachable' || endpoint.status === 'unreachable')
      series.endpointUp.set(labels, endpoint.status === 'reachable' ? 1 : 0);
    for (const shown of [azure.problem, endpoint.problem])
      if (shown !== null) series.problem.set({ ...labels, code: shown.code }, 1);
    series.keysRefused.set(labels, view.keys.refused.length);
    if (view.listeners !== null) series.listeners.set(labels, view.listeners);
    series.sessions.set(labels, view.sessions);
  }

  #meterOf(labels: ConnectionLabels): SeriesMeter {
    const key = keyOf(labels);
    const known = this.#meters.get(key);
    if (known !== undefined) return known;
    const meter = new SeriesMeter(this.#series, labels);
    this.#meters.set(key, meter);
    return meter;
  }
}

function keyOf({ namespace, name }: ConnectionLabels): string {
  return JSON.stringify([namespace, name]);
}
