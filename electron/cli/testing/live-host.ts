/** A host in memory that commands can follow: the test changes it, ends it and starts it again; time stands until told. */
import { contractVersion, type CallOutput, type ContractEvent, type HostInfo } from '../../contract/api.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError } from '../../contract/errors.ts';
import type { HealthItem } from '../../contract/health.ts';
import { FakeClock } from '../../engine/testing/fake-clock.ts';
import type { AttachedHost, LiveAccess } from '../live-access.ts';

export function testHostInfo(changes: Partial<HostInfo> = {}): HostInfo {
  return {
    version: '0.1.0',
    contractVersion,
    kind: 'service',
    processId: 4711,
    machine: 'hcm-weu-01',
    dataFolder: '/home/kim/.config/hcm',
    startedAt: Date.UTC(2026, 0, 1) - 3_600_000,
    secretBackend: 'keyFile',
    role: 'admin',
    ...changes,
  };
}

interface Attached {
  readonly listeners: Set<(event: ContractEvent) => void>;
  readonly ends: Set<(cause: HcmError | undefined) => void>;
}

export class LiveHost implements LiveAccess {
  readonly clock = new FakeClock();
  info = testHostInfo();
  /** Why nobody can connect; null: a host runs. */
  refusal: HcmError | null = null;
  /** The host hangs: its answers don't come. */
  hangs = false;
  /** Names of all calls in order. */
  readonly asked: string[] = [];
  readonly attached = new Set<Attached>();
  readonly #views = new Map<string, ConnectionView>();
  #items: readonly HealthItem[] = [];
  #sequence = 7;

  constructor(views: readonly ConnectionView[], items: readonly HealthItem[] = []) {
    for (const view of views) this.#views.set(view.config.id, view);
    this.#items = items;
  }

  /** The host is reached by a folder that it opens to others. */
  isShared = false;

  connectByFolder(): Promise<AttachedHost | null> {
    return this.isShared ? this.connect() : Promise.resolve(null);
  }

  connect(): Promise<AttachedHost> {
    this.asked.push('connect');
    if (this.refusal !== null) return Promise.reject(this.refusal);
    const own: Attached = { listeners: new Set(), ends: new Set() };
    this.attached.add(own);
    return Promise.resolve({
      call: async (name) => {
        this.asked.push(name);
        await Promise.resolve();
        if (this.hangs || !this.attached.has(own)) throw new HcmError('HCM5005');
        return this.#answer(name) as CallOutput<typeof name>;
      },
      subscribe: (listener) => {
        own.listeners.add(listener);
        return () => void own.listeners.delete(listener);
      },
      onClosed: (listener) => {
        if (!this.attached.has(own)) listener(undefined);
        own.ends.add(listener);
        return () => void own.ends.delete(listener);
      },
      close: () => {
        this.attached.delete(own);
        return Promise.resolve();
      },
    });
  }

  set(...views: readonly ConnectionView[]): void {
    for (const view of views) this.#views.set(view.config.id, view);
    this.#patch({ changed: [...views], removed: [] });
  }

  remove(id: string): void {
    this.#views.delete(id);
    this.#patch({ changed: [], removed: [id] });
  }

  /** A patch is lost on the way. */
  skip(...views: readonly ConnectionView[]): void {
    for (const view of views) this.#views.set(view.config.id, view);
    this.#sequence += 1;
  }

  setHealth(items: readonly HealthItem[]): void {
    this.#items = items;
    this.#publish({ name: 'health.changed', payload: { items: [...items] } });
  }

  end(refusal: HcmError = new HcmError('HCM5001')): void {
    this.refusal = refusal;
    for (const own of [...this.attached]) {
      this.attached.delete(own);
      for (const end of [...own.ends]) end(undefined);
    }
  }

  startAgain(...views: readonly ConnectionView[]): void {
    this.refusal = null;
    this.#sequence = 0;
    for (const view of views) this.#views.set(view.config.id, view);
  }

  #answer(name: string): unknown {
    switch (name) {
      case 'host.info':
        return this.info;
      case 'connections.snapshot':
        return { sequence: this.#sequence, connections: [...this.#views.values()] };
      case 'health.list':
        return { items: this.#items };
      default:
        throw new HcmError('HCM5006');
    }
  }

  #patch(changes: { readonly changed: ConnectionView[]; readonly removed: string[] }): void {
    this.#sequence += 1;
    this.#publish({ name: 'connections.patch', payload: { sequence: this.#sequence, ...changes } });
  }

  #publish(event: ContractEvent): void {
    for (const { listeners } of this.attached) for (const listener of [...listeners]) listener(event);
  }
}
