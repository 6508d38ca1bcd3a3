/**
 * What a host tells programs that watch it, over HTTP: `/healthz`, `/readyz`, `/metrics`. Owns the server and the metrics.
 *
 * Invariant: what is told here holds no secret, no id and no address of an app.
 */
import type { Host } from '../../contract/api.ts';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import type { HttpAddress } from '../../contract/http-address.ts';
import type { Logger } from '../log/logger.ts';
import { allowedHosts } from './allowed-hosts.ts';
import type { ConnectionMeter } from './connection-meter.ts';
import { HostMetrics, type HostMetricsOptions } from './host-metrics.ts';
import { HttpServer, plain, type HttpAnswer, type HttpRequest } from './http-server.ts';
import { readiness, type HostPhase } from './readiness.ts';

export interface MonitoringOptions extends HostMetricsOptions {
  readonly address: HttpAddress;
  /** Names under which others may ask, beside the address. */
  readonly names: readonly string[];
  readonly log: Logger;
}

export class Monitoring {
  readonly #host: Pick<Host, 'call'>;
  readonly #metrics: HostMetrics;
  #server: HttpServer | undefined;
  #phase: HostPhase = 'starting';

  private constructor(options: MonitoringOptions) {
    this.#host = options.host;
    this.#metrics = new HostMetrics(options);
  }

  /** Answers from now on, while the host is still starting. @throws HcmError HCM5030, HCM5032 */
  static async open(options: MonitoringOptions): Promise<Monitoring> {
    const monitoring = new Monitoring(options);
    const { address, names, clock, log } = options;
    monitoring.#server = await HttpServer.listen({
      host: address.host,
      port: address.port,
      allowed: allowedHosts(address, names),
      answer: (request) => monitoring.#answer(request),
      clock,
      log,
    });
    log.info('monitoring listens', { url: monitoring.url });
    return monitoring;
  }

  get url(): string {
    return this.#server === undefined ? '' : `http://${formatHostPort(this.#server.address)}`;
  }

  meterOf(config: ConnectionConfig): ConnectionMeter | undefined {
    return this.#metrics.connections.meterOf(config);
  }

  /** What the host is doing from now on. */
  turned(phase: HostPhase): void {
    this.#phase = phase;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  async #answer({ path, query }: HttpRequest): Promise<HttpAnswer | null> {
    switch (path) {
      case '/healthz':
        return plain(200, 'ok');
      case '/readyz':
        return this.#readyz(query.getAll('connection'));
      case '/metrics':
        return {
          status: 200,
          contentType: this.#metrics.registry.contentType,
          body: await this.#metrics.scrape(),
        };
      default:
        return null;
    }
  }

  async #readyz([wanted, ...others]: readonly string[]): Promise<HttpAnswer> {
    if (others.length > 0) return plain(400, 'one connection at a time');
    const { connections } = await this.#host.call('connections.snapshot', {});
    const answer = readiness(this.#phase, connections, wanted ?? null);
    if (answer === null) return plain(404, 'no such connection');
    return {
      status: answer.ready ? 200 : 503,
      contentType: 'application/json',
      body: `${JSON.stringify(answer)}\n`,
    };
  }
}
