/**
 * A look through the Hybrid Connections of one subscription, told as they come, and after them the apps that use them. Owns what
 * was found until it is ended, and ends by itself when nobody asks for a while.
 *
 * Invariants: namespaces are asked side by side, as many as the client lets through, two questions for each; one namespace's
 * trouble doesn't keep the others'; rows wait for nothing but their own namespace; what is found is bounded.
 */
import type { CallOutput } from '../../contract/api.ts';
import type { AzureConnection } from '../../contract/azure.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import type { MayDial } from '../policy/may-dial.ts';
import { readEndpoint } from '../relay/entity-info.ts';
import type { ArmClient } from './arm-client.ts';
import {
  connectionsQuestion,
  namespacePath,
  namespacesQuestion,
  placeOf,
  type ArmConnection,
  type ArmNamespace,
  type NamespacePlace,
} from './arm-resources.ts';
import { obstacleOf } from './obstacle.ts';
import { isPermitted, permissionsQuestion, readConnectionKeys, readNamespaceKeys } from './permissions.ts';
import { readUsage, type AppUsage } from './usage.ts';

export interface BrowsingPorts {
  readonly arm: ArmClient;
  readonly clock: Clock;
  readonly subscriptionId: string;
  readonly mayDial: MayDial;
  /** Ends with the look. */
  readonly signal: AbortSignal;
  /** Id of the connection that is on this host already; null for none. */
  readonly existingId: (namespaceEndpoint: string, name: string) => string | null;
  /** Nobody asked for a while. */
  readonly onIdle: () => void;
}

type Browsed = CallOutput<'azure.browsed'>;

interface Seen {
  readonly namespace: ArmNamespace;
  readonly place: NamespacePlace;
  readonly mayReadKeys: boolean | null;
}

const idleMs = 5 * 60_000;
/** Of one question for more; it is asked again. */
const waitMs = 10_000;
/** That rows wait for what Azure says of permissions, once they are there. */
const permissionWaitMs = 3_000;
const maxAnswer = 500;
const maxConnections = 10_000;

export class Browsing {
  readonly #ports: BrowsingPorts;
  readonly #found: AzureConnection[] = [];
  readonly #problems: Browsed['problems'] = [];
  readonly #waiters = new Set<() => void>();
  #isDone = false;
  #hasToldEnd = false;
  #problem: ErrorData | null = null;
  #usage: AppUsage = { state: 'reading', connections: [], problem: null };
  #cancelIdle: Disposer = () => undefined;

  constructor(ports: BrowsingPorts) {
    this.#ports = ports;
    this.#stayAlive();
    void this.#run();
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** Waits until there is more than `after`, or the end; who knows of that already waits for the apps. */
  async read(after: number): Promise<Browsed> {
    this.#stayAlive();
    const isMoreToCome = this.#isDone ? this.#hasToldEnd && this.#usage.state === 'reading' : true;
    if (this.#found.length <= after && isMoreToCome) await this.#more();
    const connections = this.#found.slice(after, after + maxAnswer);
    const isAll = after + connections.length >= this.#found.length;
    const done = this.#isDone && isAll;
    this.#hasToldEnd ||= done;
    return {
      connections,
      problems: [...this.#problems],
      usage: done ? this.#usage : { state: 'reading', connections: [], problem: null },
      done,
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
    const wasEnded = this.#isDone;
    const isWorthAsking = !wasEnded && this.#problem === null && this.#found.length > 0;
    if (!isWorthAsking) this.#usage = { state: 'read', connections: [], problem: this.#problem };
    this.#isDone = true;
    this.#wake();
    if (!isWorthAsking) return;
    this.#usage = await readUsage(this.#ports);
    this.#wake();
  }

  /** Never rejects. */
  async #look(namespace: ArmNamespace): Promise<void> {
    const place = placeOf(namespace.id);
    try {
      if (place === null) throw new HcmError('HCM6026', { reason: 'shape', name: namespace.name });
      const permission = this.#mayReadKeys(place);
      for await (const page of this.#ports.arm.list(connectionsQuestion(place))) {
        const mayReadKeys = await this.#soon(permission);
        if (this.#isDone) return;
        const room = maxConnections - this.#found.length;
        const seen = { namespace, place, mayReadKeys };
        this.#found.push(...page.slice(0, room).map((one) => this.#row(seen, one)));
        this.#wake();
        if (page.length >= room) return;
      }
    } catch (error) {
      this.#problems.push({ namespace: namespace.name, problem: toErrorData(error) });
      this.#wake();
    }
  }

  /** Never rejects; null: Azure doesn't tell. A role at a single Hybrid Connection isn't seen here. */
  async #mayReadKeys(place: NamespacePlace): Promise<boolean | null> {
    try {
      const granted = [];
      const question = permissionsQuestion(namespacePath(place), place.namespace);
      for await (const page of this.#ports.arm.list(question)) granted.push(...page);
      return isPermitted(granted, readConnectionKeys) || isPermitted(granted, readNamespaceKeys);
    } catch {
      return null;
    }
  }

  #soon(answer: Promise<boolean | null>): Promise<boolean | null> {
    return new Promise((resolve) => {
      const cancel = this.#ports.clock.after(permissionWaitMs, () => resolve(null));
      void answer.then((value) => {
        cancel();
        resolve(value);
      });
    });
  }

  #row({ namespace, place, mayReadKeys }: Seen, found: ArmConnection): AzureConnection {
    const { mayDial } = this.#ports;
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
      obstacle: existingId === null ? obstacleOf(found, { mayDial, mayReadKeys }) : 'configured',
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
