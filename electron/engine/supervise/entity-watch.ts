/**
 * What Azure knows about one connection's entity: asked before the first channel, and now and then while connected.
 * Owns the timer of the next look.
 *
 * The cloud side names the endpoint once; it can't re-aim a tunnel by itself afterwards (plan §5.5): a different
 * endpoint in the metadata is shown, never applied here.
 */
import type { ConnectionConfig, ConnectionEndpoint } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import type { EntityInfo } from '../relay/entity-info.ts';

/** What is worth keeping of an answer. */
export interface Learned {
  /** Only when no endpoint was known before. */
  readonly endpoint?: ConnectionEndpoint;
  readonly azure: NonNullable<ConnectionConfig['azure']>;
}

export interface EntityWatchPorts {
  readonly clock: Clock;
  readonly random: Random;
  readonly fetchInfo: (signal: AbortSignal) => Promise<EntityInfo>;
  readonly intervalMs: number;
  readonly config: () => ConnectionConfig;
  readonly onLearned: (learned: Learned) => void;
  /** Listeners of all hosts, each time the relay was asked; null when it doesn't say. */
  readonly onCount: (listeners: number | null) => void;
  readonly onChange: () => void;
  /** A look that failed is no failure of the connection. */
  readonly onMissed: (error: unknown) => void;
}

export class EntityWatch {
  readonly #ports: EntityWatchPorts;
  #listeners: number | null = null;
  #endpointInAzure: { readonly host: string; readonly port: number } | null = null;
  #wasAsked = false;
  #cancelTimer: Disposer | undefined;

  constructor(ports: EntityWatchPorts) {
    this.#ports = ports;
  }

  /** Listeners of all hosts at the last look. */
  get listeners(): number | null {
    return this.#listeners;
  }

  /** Before that {@link endpointInAzure} says nothing. */
  get wasAsked(): boolean {
    return this.#wasAsked;
  }

  /** Azure's endpoint where it differs from the one in force. */
  get endpointInAzure(): { readonly host: string; readonly port: number } | null {
    return this.#endpointInAzure;
  }

  /**
   * Makes sure that the endpoint is known; asks Azure when it isn't.
   * @throws HcmError HCM2041, HCM2042, or why Azure couldn't be asked.
   */
  async requireEndpoint(signal: AbortSignal): Promise<void> {
    if (this.#ports.config().endpoint === null) await this.endpointOfAzure(signal);
  }

  /**
   * Asks Azure for the endpoint.
   * @throws HcmError HCM2041, HCM2042, or why Azure couldn't be asked.
   */
  async endpointOfAzure(signal: AbortSignal): Promise<ConnectionEndpoint> {
    const { name, host } = this.#ports.config();
    const info = await this.#ports.fetchInfo(signal);
    signal.throwIfAborted();
    this.#learn(info);
    switch (info.endpoint.kind) {
      case 'found':
        return { host: info.endpoint.host, port: info.endpoint.port, source: 'azure' };
      case 'missing':
        throw new HcmError('HCM2041', { name, host });
      case 'unreadable':
        throw new HcmError('HCM2042', { name, host, value: info.endpoint.value });
    }
  }

  /** The endpoint in force is another one now: what differed may not differ any more. */
  endpointChanged(): void {
    if (isSameEndpoint(this.#ports.config().endpoint, this.#endpointInAzure)) this.#endpointInAzure = null;
  }

  /** Looks now and then until the signal ends it. */
  follow(signal: AbortSignal): void {
    const { clock, random, intervalMs } = this.#ports;
    void this.look(signal).then(() => {
      if (signal.aborted) return;
      const delayMs = intervalMs * (0.9 + 0.2 * random());
      this.#cancelTimer = clock.after(delayMs, () => this.follow(signal));
    });
  }

  /** Looks once, now; never rejects. */
  async look(signal: AbortSignal): Promise<void> {
    try {
      const info = await this.#ports.fetchInfo(signal);
      if (!signal.aborted) this.#learn(info);
    } catch (error) {
      if (!signal.aborted) this.#ports.onMissed(error);
    }
  }

  /** The channel is gone: what was known may be stale. */
  pause(): void {
    this.#cancelTimer?.();
    this.#listeners = null;
  }

  #learn({ listenerCount, endpoint, createdOn, lastUpdated }: EntityInfo): void {
    this.#wasAsked = true;
    this.#listeners = listenerCount;
    this.#ports.onCount(listenerCount);
    const inAzure = endpoint.kind === 'found' ? { host: endpoint.host, port: endpoint.port } : null;
    const known = this.#ports.config().endpoint;
    const differs = known !== null && inAzure !== null && !isSameEndpoint(known, inAzure);
    this.#endpointInAzure = differs ? inAzure : null;
    this.#ports.onLearned({
      azure: { createdOn, lastUpdated },
      ...(known === null && inAzure !== null ? { endpoint: { ...inAzure, source: 'azure' } } : {}),
    });
    this.#ports.onChange();
  }
}

interface HostPort {
  readonly host: string;
  readonly port: number;
}

export function isSameEndpoint(one: HostPort | null, other: HostPort | null): boolean {
  return one?.host === other?.host && one?.port === other?.port;
}
