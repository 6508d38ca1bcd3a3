/**
 * The metrics of connections: names, labels and meanings as Prometheus gets them. No label but namespace, name, direction and
 * codes that this program knows, so that their number is bounded and nothing secret can be among them.
 */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const ofConnection = ['namespace', 'name'] as const;
const withCode = [...ofConnection, 'code'] as const;
const withDirection = [...ofConnection, 'direction'] as const;

/** Endpoints are nearby, or behind a WAN; the time to answer ends at 25 s. */
const dialBuckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25];

export type ConnectionSeries = ReturnType<typeof connectionSeries>;

export function connectionSeries(registry: Registry) {
  const registers = [registry];
  const gauge = (name: string, help: string): Gauge<'namespace' | 'name'> =>
    new Gauge({ name: `hybrid_connection_${name}`, help, labelNames: ofConnection, registers });
  const counter = (name: string, help: string): Counter<'namespace' | 'name'> =>
    new Counter({ name: `hybrid_connection_${name}`, help, labelNames: ofConnection, registers });
  const counterByCode = (name: string, help: string): Counter<'namespace' | 'name' | 'code'> =>
    new Counter({ name: `hybrid_connection_${name}`, help, labelNames: withCode, registers });
  return {
    healthy: gauge('healthy', '1 while apps get through as far as this host knows, else 0.'),
    enabled: gauge('enabled', '1 while the connection is to run, 0 while somebody has stopped it.'),
    up: gauge('up', '1 while this host is connected to Azure for it, else 0.'),
    endpointUp: gauge('endpoint_up', '1 when the endpoint was reached at the last try, 0 when it was not.'),
    problem: new Gauge({
      name: 'hybrid_connection_problem',
      help: '1 for each error code that the way to Azure or to the endpoint shows now.',
      labelNames: withCode,
      registers,
    }),
    keysRefused: gauge('keys_refused', 'Keys of this connection that Azure refuses, 0 to 2.'),
    listeners: gauge('listeners', 'Listeners of all hosts as Azure counts them.'),
    sessions: gauge('sessions', 'Sessions that are open.'),
    sessionsTotal: counter('sessions_total', 'Sessions that apps have begun.'),
    bytes: new Counter({
      name: 'hybrid_connection_bytes_total',
      help: 'Bytes that sessions have carried, by direction.',
      labelNames: withDirection,
      registers,
    }),
    connects: counter('connects_total', 'Control channels to Azure that were opened.'),
    reconnects: counter('reconnects_total', 'Times that a lost control channel was opened again.'),
    failures: counterByCode(
      'failures_total',
      'Attempts to open a control channel that failed and open ones that were lost, by error code.',
    ),
    sessionFailures: counterByCode(
      'session_failures_total',
      'Sessions that failed or were broken off and senders that were turned away, by error code.',
    ),
    dialSeconds: new Histogram({
      name: 'hybrid_connection_dial_seconds',
      help: 'Time to reach the endpoint for a session, name and TCP connect.',
      labelNames: ofConnection,
      buckets: dialBuckets,
      registers,
    }),
  };
}
