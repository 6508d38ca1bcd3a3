/**
 * Questions that need the way to relays and endpoints but no connection of this host: what a string leads to, whether a
 * host and port can be reached, what DNS says. Owns the limit of how many run at once.
 *
 * Invariant: nothing that is asked here changes anything, and everything ends in time.
 */
import { setMaxListeners } from 'node:events';
import { HcmError } from '../../contract/errors.ts';
import type { CallInput, CallOutput, Inspection } from '../../contract/api.ts';
import { formatHostPort, parseHostPort, type HostPort } from '../../contract/host-port.ts';
import type { NamespaceTest } from '../../contract/namespace-test.ts';
import type { Clock } from '../clock.ts';
import { FewAtOnce } from '../few-at-once.ts';
import type { NewConnection } from '../new-connection.ts';
import { resolveName, type Resolve } from '../net/resolve-name.ts';
import type { MayDial } from '../policy/may-dial.ts';
import { dialFailure } from '../relay/failures.ts';
import { tryTarget } from '../tunnel/try-target.ts';
import { askEntity, type ListenProof } from '../relay/ask-entity.ts';
import type { EntityInfo } from '../relay/entity-info.ts';
import type { RelayEntity } from '../relay/relay-address.ts';
import { dialWith, inspectConnection, type RelayWay } from './inspect-connection.ts';
import { testNamespace } from './test-namespace.ts';

export interface InspectorPorts {
  readonly clock: Clock;
  readonly mayDial: MayDial;
  readonly dialTimeoutMs: () => number;
  readonly resolve?: Resolve;
}

/** A person asks one thing at a time; more is a script, and must not keep the host from its work. */
const limits = { running: 3, waiting: 32 };
const resolveTimeoutMs = 15_000;

export class Inspector {
  readonly #ports: InspectorPorts;
  readonly #few = new FewAtOnce(limits);
  readonly #closed = new AbortController();

  constructor(ports: InspectorPorts) {
    this.#ports = ports;
    // Everything under way listens to it; the limits above bound that.
    setMaxListeners(0, this.#closed.signal);
  }

  inspect(relays: RelayWay, found: NewConnection, existingId: string | null): Promise<Inspection> {
    const { signal } = this.#closed;
    return this.#few.run(signal, () =>
      inspectConnection(found, existingId, { ...this.#ports, ...relays, signal }),
    );
  }

  /** What Azure says of a Hybrid Connection to one key or token. @throws HcmError HCM20xx, HCM2040 */
  askAzure(
    relays: RelayWay,
    { caPem, ...question }: ListenProof & { readonly entity: RelayEntity; readonly caPem: string | null },
  ): Promise<EntityInfo> {
    const { clock } = this.#ports;
    const { signal } = this.#closed;
    return this.#few.run(signal, () =>
      askEntity({ ...question, signal }, { clock, dialRelay: dialWith(relays, caPem) }),
    );
  }

  /** @throws HcmError HCM1030, HCM31xx */
  async testEndpoint(given: CallInput<'endpoints.test'>): Promise<CallOutput<'endpoints.test'>> {
    const { clock, mayDial, resolve } = this.#ports;
    const { host, port } = readGiven(given);
    const { signal } = this.#closed;
    return this.#few.run(signal, async () => {
      const options = { host, port, clock, mayDial, signal, timeoutMs: this.#timeoutMs(given) };
      const { dialMs, address } = await tryTarget({
        ...options,
        ...(resolve === undefined ? {} : { resolve }),
      });
      return { dialMs, address: address ?? '' };
    });
  }

  /** @throws HcmError HCM1030, HCM1050 */
  async testNamespace(relays: RelayWay, given: CallInput<'namespaces.test'>): Promise<NamespaceTest> {
    const { clock, mayDial } = this.#ports;
    const { host, port } = readGiven(given);
    const { signal } = this.#closed;
    const question = { host, port, caPem: given.caPem ?? null, timeoutMs: this.#timeoutMs(given) };
    const addressesOf = (name: string, timeoutMs: number): Promise<string[]> =>
      this.addressesOf(name, timeoutMs);
    return this.#few.run(signal, () =>
      testNamespace(question, { ...relays, clock, mayDial, addressesOf, signal }),
    );
  }

  /** All addresses of a relay's name. @throws HcmError HCM2001 when nobody knows it, HCM2003 when DNS doesn't answer. */
  async addressesOf(host: string, timeoutMs = resolveTimeoutMs): Promise<string[]> {
    const { clock, resolve = resolveName } = this.#ports;
    let cancel = (): void => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new HcmError('HCM2003', { host, seconds: timeoutMs / 1000 });
      cancel = clock.after(timeoutMs, () => reject(error));
    });
    try {
      const found = await Promise.race([resolve(host), late]);
      if (found.length === 0) throw new HcmError('HCM2001', { host });
      return [...new Set(found.map(({ address }) => address))];
    } catch (error) {
      throw dialFailure(error, { host });
    } finally {
      cancel();
    }
  }

  /** Ends what is under way. */
  close(): void {
    this.#closed.abort(new HcmError('HCM5005', { reason: 'closed' }));
  }

  #timeoutMs({ timeoutSeconds }: { readonly timeoutSeconds?: number | undefined }): number {
    return timeoutSeconds === undefined ? this.#ports.dialTimeoutMs() : timeoutSeconds * 1000;
  }
}

/** @throws HcmError HCM1030 */
function readGiven(given: HostPort): HostPort {
  const reading = parseHostPort(formatHostPort(given));
  if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
  return reading;
}
