/**
 * All connections of this host: one runner each, and one gate per relay host. Owns the runners and the gates.
 */
import { createHash } from 'node:crypto';
import type { ConnectionConfig, KeySlot } from '../../contract/connection.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError } from '../../contract/errors.ts';
import { KeepAliveHabits } from '../relay/keep-alive-habits.ts';
import type { ConnectionMeter } from '../metrics/connection-meter.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import type { WakeReason } from '../net/host-watch.ts';
import { ConnectionRunner, type RunnerPorts } from './connection-runner.ts';
import type { Learned } from './entity-watch.ts';
import { HostGate } from './host-gate.ts';
import { HostLimits } from './host-limits.ts';
import type { OpenFiles } from './open-files.ts';

export type SupervisorPorts = Omit<
  RunnerPorts,
  | 'host'
  | 'keepAlive'
  | 'gateFor'
  | 'openKey'
  | 'onKeySwitched'
  | 'onChange'
  | 'onLearned'
  | 'onSessionEnd'
  | 'meter'
> & {
  /** Where a connection is counted that is taken in; without it nowhere. */
  readonly meterOf?: (config: ConnectionConfig) => ConnectionMeter | undefined;
  /** Without it only the system itself says when no more may be opened. */
  readonly openFiles?: OpenFiles;
  /** @throws HcmError HCM4010 */
  readonly openKey: (id: string, slot: KeySlot) => Promise<string>;
  readonly onKeySwitched: (id: string) => void;
  readonly onChange: (id: string) => void;
  readonly onLearned: (id: string, learned: Learned) => void;
  /** @param connection its name: the connection itself may be gone by then. */
  readonly onSessionEnd: (record: SessionRecord, connection: string) => void;
};

export class Supervisor {
  readonly #ports: SupervisorPorts;
  readonly #host: HostLimits;
  readonly #runners = new Map<string, ConnectionRunner>();
  /** Their sessions may finish; the connection itself listens elsewhere already. */
  readonly #leaving = new Map<ConnectionRunner, string>();
  readonly #gates = new Map<string, HostGate>();
  readonly #keepAlive: KeepAliveHabits;

  constructor(ports: SupervisorPorts) {
    this.#ports = ports;
    this.#keepAlive = new KeepAliveHabits(ports.log);
    const { clock, settings, openFiles = { limit: null, count: () => null } } = ports;
    this.#host = new HostLimits({ clock, settings, openFiles });
  }

  /** @throws HcmError HCM1041 */
  runner(id: string): ConnectionRunner {
    const runner = this.#runners.get(id);
    if (!runner) throw new HcmError('HCM1041', { id });
    return runner;
  }

  view(id: string): ConnectionView | null {
    return this.#runners.get(id)?.view ?? null;
  }

  sessions(): SessionRecord[] {
    return this.#all().flatMap(([, runner]) => runner.sessions());
  }

  /** Both ways of a connection as they are now, and the limit it met last. */
  legs(id: string): Pick<ConnectionView, 'azure' | 'endpoint' | 'limitHit'> | null {
    return this.#runners.get(id)?.legs ?? null;
  }

  /** @returns whose session it was; null when no connection has such a session. */
  killSession(sessionId: string, detail: string): string | null {
    const found = this.#all().find(([, runner]) => runner.killSession(sessionId, detail));
    return found?.[0] ?? null;
  }

  /** Takes a connection in, and starts it when it is enabled. */
  add(config: ConnectionConfig): void {
    const { openKey, onKeySwitched, onChange, onLearned, onSessionEnd, meterOf, log, ...ports } = this.#ports;
    // What is late of a runner that leaves is about another Hybrid Connection.
    const isInForce = (): boolean => this.#runners.get(config.id) === runner;
    const runner: ConnectionRunner = new ConnectionRunner(config, {
      ...ports,
      host: this.#host,
      log: log.child({ connection: config.name, connectionId: config.id }),
      openKey: (slot) => openKey(config.id, slot),
      onKeySwitched: () => {
        if (isInForce()) onKeySwitched(config.id);
      },
      keepAlive: this.#keepAlive,
      gateFor: (of) => this.#gateFor(of),
      onChange: () => {
        this.#letGo(runner);
        onChange(config.id);
      },
      onLearned: (learned) => {
        if (isInForce()) onLearned(config.id, learned);
      },
      onSessionEnd: (record) => onSessionEnd(record, config.name),
      meter: meterOf?.(config),
    });
    this.#runners.set(config.id, runner);
    if (config.enabled) runner.start();
  }

  /** Another Hybrid Connection under the same id, at once; what is open finishes beside it, as with a stop. */
  replace(config: ConnectionConfig): void {
    const before = this.runner(config.id);
    this.#leaving.set(before, config.id);
    before.stop();
    this.#letGo(before);
    this.add(config);
  }

  /** Ends the open sessions of a connection at once. @returns how many there were. @throws HcmError HCM1041 */
  closeSessions(id: string, detail: string): number {
    return [this.runner(id), ...this.#leavingOf(id)]
      .map((runner) => runner.closeSessions(detail))
      .reduce((sum, closed) => sum + closed, 0);
  }

  /** Ends a connection at once. @returns how many sessions that closed. */
  remove(id: string): number {
    let closed = 0;
    for (const runner of [this.runner(id), ...this.#leavingOf(id)]) {
      closed += runner.view.sessions;
      this.#leaving.delete(runner);
      runner.dispose();
    }
    this.#runners.delete(id);
    this.#dropIdleGates();
    return closed;
  }

  /** The host's settings changed: what runs falls under them at once. */
  settingsChanged(): void {
    this.#host.settingsChanged();
    for (const [, runner] of this.#all()) runner.settingsChanged();
  }

  /** Lets sessions finish as `stop` of each connection does; what isn't over then is ended by {@link dispose}. */
  stopAll(): void {
    for (const runner of this.#runners.values()) runner.stop('host stopped');
  }

  get isAtRest(): boolean {
    return this.#all().every(([, runner]) => runner.isAtRest);
  }

  /** Open channels are doubtful and waiting is pointless: this host slept, or its network or clock is another one now. */
  wake(reason: WakeReason): void {
    this.#ports.log.info('woken', { reason });
    // One probe for each host, whoever waits there.
    for (const gate of this.#gates.values()) gate.retryNow();
    for (const runner of this.#runners.values()) runner.wake(reason);
  }

  /** Ends everything at once. */
  dispose(): void {
    for (const gate of this.#gates.values()) gate.close();
    for (const [, runner] of this.#all()) runner.dispose('host stopped');
  }

  #all(): (readonly [string, ConnectionRunner])[] {
    return [...this.#runners, ...[...this.#leaving].map(([runner, id]) => [id, runner] as const)];
  }

  #leavingOf(id: string): ConnectionRunner[] {
    return [...this.#leaving].flatMap(([runner, of]) => (of === id ? [runner] : []));
  }

  #letGo(runner: ConnectionRunner): void {
    if (!this.#leaving.has(runner) || !runner.isAtRest) return;
    this.#leaving.delete(runner);
    runner.dispose();
  }

  /** Trust is part of the key: a connection with a wrong CA must not hold up the others of its host. */
  #gateFor({ host, port, caPem }: ConnectionConfig): HostGate {
    const trust = caPem === null ? '' : createHash('sha256').update(caPem).digest('base64');
    const key = `${host}:${port} ${trust}`;
    const known = this.#gates.get(key);
    if (known) return known;
    const gate = new HostGate(this.#ports.clock, this.#ports.random);
    this.#gates.set(key, gate);
    return gate;
  }

  #dropIdleGates(): void {
    for (const [key, gate] of this.#gates) if (gate.isIdle) this.#gates.delete(key);
  }
}
