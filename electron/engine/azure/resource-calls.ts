/**
 * Answers the contract's calls about a connection's own place in Azure: what is there, and its keys. Owns which namespaces' keys
 * are being changed.
 *
 * Invariant: of one namespace's keys nothing is read and put in place while they are rotated, for what was read would be gone.
 */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { rotationSteps } from '../../contract/azure-resource.ts';
import type { ConnectionConfig } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import { formatHostPort } from '../../contract/host-port.ts';
import { about, asked, type CallContext } from '../call-context.ts';
import type { ConnectionChanges } from '../connection-changes.ts';
import { gatewayString } from '../gateway-string.ts';
import { Turns } from '../turns.ts';
import { aboutResource } from './about-resource.ts';
import type { AzureJobs } from './azure-jobs.ts';
import type { FindResource } from './find-resource.ts';
import { rotateKeys } from './rotate-keys.ts';
import { syncKeys } from './sync-keys.ts';

export interface ResourceCallsPorts {
  readonly find: FindResource;
  readonly jobs: AzureJobs;
  readonly keys: Pick<ConnectionChanges, 'takeKey'>;
  readonly signal: AbortSignal;
}

export class ResourceCalls {
  readonly #context: CallContext;
  readonly #ports: ResourceCallsPorts;
  readonly #rotating = new Set<string>();
  readonly #turns = new Turns();

  constructor(context: CallContext, ports: ResourceCallsPorts) {
    this.#context = context;
    this.#ports = ports;
  }

  async about(id: string): Promise<CallOutput<'azure.about'>> {
    const { find, signal } = this.#ports;
    return aboutResource(await find(id, signal), { clock: this.#context.ports.clock, signal });
  }

  async syncKeys(input: CallInput<'azure.syncKeys'>): Promise<CallOutput<'azure.syncKeys'>> {
    const { find, keys, signal } = this.#ports;
    const { options, clock } = this.#context.ports;
    const namespace = this.#requireKeys(input.id);
    const changed = await this.#turns.inTurn(namespace, async () =>
      syncKeys(await find(input.id, signal), input, { keys, secrets: options.secrets, clock, signal }),
    );
    return { connection: this.#context.view(this.#context.require(input.id)), changed };
  }

  /** @throws HcmError HCM1041, HCM6053, HCM6054; the rest is the job's. */
  startRotation({ id, by }: CallInput<'azure.startRotation'>): CallOutput<'azure.startRotation'> {
    const { find, keys, jobs, signal } = this.#ports;
    const namespace = this.#requireKeys(id);
    const context = this.#context;
    const ports = { context, keys, find: () => find(id, signal), signal, by };
    const run = async (handle: Parameters<typeof rotateKeys>[1]): Promise<void> => {
      try {
        await this.#turns.inTurn(namespace, () => rotateKeys(ports, handle));
      } finally {
        this.#rotating.delete(namespace);
      }
    };
    const started = {
      id: jobs.start({ steps: rotationSteps, run, about: { ...about(context.require(id)), ...asked(by) } }),
    };
    this.#rotating.add(namespace);
    return started;
  }

  gatewayString(
    input: CallInput<'connections.gatewayString'>,
  ): Promise<CallOutput<'connections.gatewayString'>> {
    return gatewayString(this.#context, input);
  }

  /** @returns the namespace. */
  #requireKeys(id: string): string {
    const config: ConnectionConfig = this.#context.require(id);
    if (config.entra !== null) throw new HcmError('HCM6053', { name: config.name });
    const namespace = formatHostPort(config);
    if (this.#rotating.has(namespace)) throw new HcmError('HCM6054', { namespace: config.host });
    return namespace;
  }
}
