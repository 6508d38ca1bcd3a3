/**
 * What the answers to the contract have in common: which connection is meant, whether a host runs, how a change is put in
 * force and told. Owns the order in which things are done to one connection.
 */
import type { ConfigurationChange } from '../contract/activity.ts';
import type { CallOutput } from '../contract/api.ts';
import type { ConnectionChange, ConnectionConfig } from '../contract/connection.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { viewAtRest } from '../contract/view-at-rest.ts';
import { HcmError } from '../contract/errors.ts';
import type { ConnectionRecords } from './activity/connection-records.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Clock } from './clock.ts';
import type { EngineOptions } from './engine-options.ts';
import type { RelayWay } from './inspect/inspect-connection.ts';
import type { Inspector } from './inspect/inspector.ts';
import type { LogTail } from './log/log-tail.ts';
import type { ConnectionStore } from './store/connections.ts';
import type { EntraTokens } from './relay/entra-tokens.ts';
import type { ProxyPassword } from './net/proxy-password.ts';
import type { SettingsStore } from './store/settings.ts';
import type { UpdateWatch } from './updates/update-watch.ts';
import type { Supervisor } from './supervise/supervisor.ts';
import { Turns } from './turns.ts';

export interface Running {
  readonly supervisor: Supervisor;
  readonly relays: RelayWay;
}

export interface HostCallsPorts {
  readonly options: Pick<EngineOptions, 'log' | 'secrets' | 'secretBox' | 'mayDial'>;
  readonly clock: Clock;
  readonly store: ConnectionStore;
  readonly settings: SettingsStore;
  readonly proxyPassword: ProxyPassword;
  readonly records: ConnectionRecords;
  readonly feed: ChangeFeed;
  readonly inspector: Inspector;
  readonly logTail: LogTail;
  readonly updates: UpdateWatch;
  readonly health: () => CallOutput<'health.list'>;
  readonly info: () => CallOutput<'host.info'>;
  readonly view: (id: string) => ConnectionView | null;
  readonly running: () => Running | undefined;
  /** A way to relays that knows of no earlier dial; with and without a host that runs. */
  readonly relays: () => Promise<RelayWay>;
  /** For connections that listen without a key; with and without a host that runs. */
  readonly entra: EntraTokens;
}

export interface Change {
  readonly change: ConfigurationChange;
  readonly by: string | undefined;
  /** What it is about, where that says more. */
  readonly detail?: string;
}

export class CallContext {
  readonly ports: HostCallsPorts;
  /** One after another for each connection: what is quick. Whoever waits for Azure here would hold up a stop. */
  readonly turns = new Turns();

  constructor(ports: HostCallsPorts) {
    this.ports = ports;
  }

  /** @throws HcmError HCM1041 */
  require(id: string): ConnectionConfig {
    const config = this.ports.store.get(id);
    if (config === null) throw new HcmError('HCM1041', { id });
    return config;
  }

  /** @throws HcmError HCM5001 */
  requireRunning(): Running {
    const running = this.ports.running();
    if (running === undefined) throw new HcmError('HCM5001');
    return running;
  }

  view(config: ConnectionConfig): ConnectionView {
    return this.ports.view(config.id) ?? viewAtRest(config);
  }

  /**
   * What the store keeps is put in force where the host runs, and told. Only what was asked for: of the rest the host may
   * know better than the store, such as a key that Azure accepted and that could not be kept.
   */
  apply({ id, updatedAt }: ConnectionConfig, part: ConnectionChange, change: Change): void {
    this.ports
      .running()
      ?.supervisor.runner(id)
      .change({ ...part, updatedAt });
    this.tell(id, change);
    this.ports.feed.changed(id);
  }

  /** A line of the activity and one of the log. */
  tell(id: string, { change, by, detail }: Change): void {
    this.ports.records.changed(id, change, by, detail);
    this.ports.options.log.info('connection changed', {
      ...about(this.require(id)),
      change,
      ...(detail === undefined ? {} : { detail }),
      ...asked(by),
    });
  }
}

/** What names a connection in the log. */
export function about({ id, name }: ConnectionConfig): {
  readonly connection: string;
  readonly connectionId: string;
} {
  return { connection: name, connectionId: id };
}

export function asked(by: string | undefined): { readonly by?: string } {
  return by === undefined ? {} : { by };
}
