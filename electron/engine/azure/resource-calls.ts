/** Answers the contract's calls about a connection's own place in Azure: what is there, and its keys. */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import type { CallContext } from '../call-context.ts';
import type { AzureJobs } from './azure-jobs.ts';
import type { FindResource } from './find-resource.ts';

export interface ResourceCallsPorts {
  readonly find: FindResource;
  readonly jobs: AzureJobs;
  readonly signal: AbortSignal;
}

export class ResourceCalls {
  readonly #context: CallContext;
  readonly #ports: ResourceCallsPorts;

  constructor(context: CallContext, ports: ResourceCallsPorts) {
    this.#context = context;
    this.#ports = ports;
  }

  about(id: string): Promise<CallOutput<'azure.about'>> {
    throw new HcmError('HCM9001', {
      id: this.#context.require(id).id,
      of: this.#ports.signal.aborted ? 1 : 0,
    });
  }

  syncKeys(input: CallInput<'azure.syncKeys'>): Promise<CallOutput<'azure.syncKeys'>> {
    throw new HcmError('HCM9001', { id: input.id });
  }

  startRotation(input: CallInput<'azure.startRotation'>): CallOutput<'azure.startRotation'> {
    throw new HcmError('HCM9001', { id: input.id });
  }

  gatewayString(
    input: CallInput<'connections.gatewayString'>,
  ): Promise<CallOutput<'connections.gatewayString'>> {
    throw new HcmError('HCM9001', { id: input.id });
  }
}
