/**
 * A look through the Hybrid Connections of one subscription, told as they come. Owns what was found until it is ended, and ends
 * by itself when nobody asks for a while.
 *
 * Invariants: namespaces are asked side by side, as many as the client lets through; one namespace's trouble doesn't keep the
 * others'; what is found is bounded.
 */
import type { CallOutput } from '../../contract/api.ts';
import type { AzureConnection, AzureObstacle } from '../../contract/azure.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import { readEndpoint } from '../relay/entity-info.ts';
import type { ArmClient } from './arm-client.ts';
import {
  connectionsQuestion,
  namespacesQuestion,
  placeOf,
  type ArmConnection,
  type ArmNamespace,
  type NamespacePlace,
} from './arm-resources.ts';

export interface BrowsingPorts {
  readonly arm: ArmClient;
  readonly clock: Clock;
  readonly subscriptionId: string;
  /** Id of the connection that is on this host already; null for none. */
  readonly existingId: (namespaceEndpoint: string, name: string) => string | null;
  /** Nobody asked for a while. */
  readonly onIdle: () => void;
}

type Browsed = CallOutput<'azure.browsed'>;

const idleMs = 5 * 60_000;
/** Of one question for more; it is asked again. */
const waitMs = 10_000;
const maxAnswer = 500;
const maxConnections = 10_000;

export class Browsing {
  readonly #ports: BrowsingPorts;
  readonly #found: AzureConnection[] = [];
  readonly #problems: Browsed['problems'] = [];
  readonly #waiters = new Set<() => void>();
  #isDone = false;
  #problem: ErrorData | null = null;
  #cancelIdle: Disposer = () => undefined;

  constructor(ports: BrowsingPorts) {
    this.#ports = ports;
    this.#stayAlive();
    void this.#run();
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Waits until there is more than `after`, or the end. */
  async read(after: number): Promise<Browsed> {
    this.#stayAlive();
    if (this.#found.length <= after && !this.#isDone) await this.#more();
    const connections = this.#found.slice(after, after + maxAnswer);
    const isAll = after + connections.length >= this.#found.length;
    return {
      connections,
      problems: [...this.#problems],
      usage: { state: 'reading', connections: [], problem: null },
      done: this.#isDone && isAll,
      problem: this.#problem,
    };
  }

  close(): void {
    this.#isDone = true;
    this.#cancelIdle();
    this.#wake();
  }

  async #run(): Promise<void> {
    const { arm, subscriptionId } = this.#ports;
    const underway: Promise<void>[] = [];
    try {
      for await (const page of arm.list(namespacesQuestion(subscriptionId))) {
        for (const namespace of page) underway.push(this.#look(namespace));
        if (this.#isDone) break;
      }
    } catch (error) {
      this.#problem = toErrorData(error);
    }
    await Promise.all(underway);
    this.#isDone = true;
    this.#wake();
  }

  /** Never rejects. */
  async #look(namespace: ArmNamespace): Promise<void> {
    const place = placeOf(namespace.id);
    try {
      if (place === null) throw new HcmError('HCM6026', { reason: 'shape', name: namespace.name });
      for await (const page of this.#ports.arm.list(connectionsQuestion(place))) {
        if (this.#isDone) return;
        const room = maxConnections - this.#found.length;
        this.#found.push(...page.slice(0, room).map((one) => this.#row(namespace, place, one)));
        this.#wake();
        if (page.length >= room) return;
      }
    } catch (error) {
      this.#problems.push({ namespace: namespace.name, problem: toErrorData(error) });
      this.#wake();
    }
  }

  #row(namespace: ArmNamespace, place: NamespacePlace, found: ArmConnection): AzureConnection {
    const address = namespace.properties?.serviceBusEndpoint ?? '';
    const existingId = this.#ports.existingId(address, found.name);
    const endpoint = readEndpoint(found.properties?.userMetadata ?? '');
    return {
      resourceId: found.id,
      name: found.name,
      resourceGroup: place.resourceGroup,
      namespace: namespace.name,
      region: namespace.location ?? '',
      endpoint: endpoint.kind === 'found' ? { host: endpoint.host, port: endpoint.port } : null,
      listeners: found.properties?.listenerCount ?? null,
      existingId,
      obstacle: existingId === null ? obstacleOf(found) : 'configured',
    };
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        cancel();
        this.#waiters.delete(go);
        resolve();
      };
      const cancel = this.#ports.clock.after(waitMs, go);
      this.#waiters.add(go);
    });
  }

  #wake(): void {
    for (const go of [...this.#waiters]) go();
  }

  #stayAlive(): void {
    this.#cancelIdle();
    this.#cancelIdle = this.#ports.clock.after(idleMs, this.#ports.onIdle);
  }
}

/** Why it can't be added as it is (S38, S39). */
export function obstacleOf({ properties }: ArmConnection): AzureObstacle | null {
  if (properties?.requiresClientAuthorization === false) return 'noClientAuthorization';
  const { kind } = readEndpoint(properties?.userMetadata ?? '');
  if (kind === 'found') return null;
  return kind === 'missing' ? 'noEndpoint' : 'unreadableEndpoint';
}
