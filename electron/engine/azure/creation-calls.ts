/** Answers the contract's calls that make, change and delete in Azure: Hybrid Connections, their endpoints and their apps. */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import type { CallContext } from '../call-context.ts';
import type { ArmClient } from './arm-client.ts';
import type { AzureJobs } from './azure-jobs.ts';
import type { AzureCloud } from './clouds.ts';
import type { FindResource } from './find-resource.ts';

export interface CreationCallsPorts {
  readonly find: FindResource;
  readonly arm: (
    accountId: string,
    tenantId: string,
    signal: AbortSignal,
  ) => Promise<{ readonly arm: ArmClient; readonly cloud: AzureCloud }>;
  readonly jobs: AzureJobs;
  readonly signal: AbortSignal;
  /** Ends its sessions and takes it out of this host. */
  readonly remove: (input: CallInput<'connections.remove'>) => Promise<CallOutput<'connections.remove'>>;
}

export class CreationCalls {
  readonly #context: CallContext;
  readonly #ports: CreationCallsPorts;

  constructor(context: CallContext, ports: CreationCallsPorts) {
    this.#context = context;
    this.#ports = ports;
  }

  places(input: CallInput<'azure.places'>): Promise<CallOutput<'azure.places'>> {
    throw new HcmError('HCM9001', { id: input.accountId, of: this.#ports.signal.aborted ? 1 : 0 });
  }

  apps(input: CallInput<'azure.apps'>): Promise<CallOutput<'azure.apps'>> {
    throw new HcmError('HCM9001', { id: input.accountId });
  }

  appsFor(id: string): Promise<CallOutput<'azure.appsFor'>> {
    throw new HcmError('HCM9001', { id: this.#context.require(id).id });
  }

  startCreation(input: CallInput<'azure.startCreation'>): CallOutput<'azure.startCreation'> {
    throw new HcmError('HCM9001', { id: input.accountId });
  }

  setEndpoint(input: CallInput<'azure.setEndpoint'>): Promise<CallOutput<'azure.setEndpoint'>> {
    throw new HcmError('HCM9001', { id: input.id });
  }

  delete(input: CallInput<'azure.delete'>): Promise<CallOutput<'azure.delete'>> {
    throw new HcmError('HCM9001', { id: input.id });
  }

  attach(input: CallInput<'azure.attach'>): Promise<CallOutput<'azure.attach'>> {
    throw new HcmError('HCM9001', { id: input.id });
  }

  detach(input: CallInput<'azure.detach'>): Promise<CallOutput<'azure.detach'>> {
    throw new HcmError('HCM9001', { id: input.id });
  }
}
