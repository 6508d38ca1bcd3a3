/** Answers the contract's calls that make, change and delete in Azure: Hybrid Connections, their endpoints and their apps. */
import type { CallInput, CallOutput } from '../../contract/api.ts';
import type { ConfigurationChange } from '../../contract/activity.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { HcmError, type ErrorData } from '../../contract/errors.ts';
import type { HostPort } from '../../contract/host-port.ts';
import { about, asked, type CallContext } from '../call-context.ts';
import { readEndpoint as readTypedEndpoint } from '../new-connection.ts';
import { readEndpoint } from '../relay/entity-info.ts';
import { Turns } from '../turns.ts';
import { listApps } from './app-list.ts';
import { appPlaceOf, type AppPlace } from './app-resources.ts';
import type { ArmClient } from './arm-client.ts';
import { connectionQuestion, connectionTarget } from './arm-resources.ts';
import { attachApp, detachApp, requireRoom } from './attach-app.ts';
import type { AzureJobs } from './azure-jobs.ts';
import { readPlaces } from './azure-places.ts';
import type { AzureCloud } from './clouds.ts';
import { Creations } from './create-connection.ts';
import type { FindResource, FoundResource } from './find-resource.ts';
import { setEndpoint } from './set-endpoint.ts';
import { readUsingApps, tellApps } from './using-apps.ts';

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
  /** Puts the endpoint that Azure names now in force; open sessions stay with the one of before. */
  readonly useEndpoint: (
    input: HostPort & { readonly id: string; readonly by: string | undefined },
  ) => Promise<ConnectionView>;
}

type Done = Record<string, never>;

export class CreationCalls {
  readonly #context: CallContext;
  readonly #ports: CreationCallsPorts;
  readonly #creations: Creations;
  /** Changes of one connection in Azure: each reads what the one before wrote. */
  readonly #turns = new Turns();

  constructor(context: CallContext, ports: CreationCallsPorts) {
    this.#context = context;
    this.#ports = ports;
    this.#creations = new Creations(context);
  }

  async places(input: CallInput<'azure.places'>): Promise<CallOutput<'azure.places'>> {
    const { arm } = await this.#azure(input);
    return readPlaces(arm, input.subscriptionId);
  }

  async apps(input: CallInput<'azure.apps'>): Promise<CallOutput<'azure.apps'>> {
    const { arm } = await this.#azure(input);
    return listApps({ arm, subscriptionId: input.subscriptionId, using: [] });
  }

  async appsFor(id: string): Promise<CallOutput<'azure.appsFor'>> {
    const found = await this.#find(id);
    const using = await readUsingApps(found, this.#reading);
    const { subscriptionId } = found.place;
    return listApps({ arm: found.arm, subscriptionId, using: using.apps.map((app) => app.id) });
  }

  /** What can be refused before anything is made is refused here. */
  async startCreation(input: CallInput<'azure.startCreation'>): Promise<CallOutput<'azure.startCreation'>> {
    const job = await this.#creations.prepare(input, () => this.#azure(input));
    return { id: this.#ports.jobs.start(job) };
  }

  setEndpoint(input: CallInput<'azure.setEndpoint'>): Promise<CallOutput<'azure.setEndpoint'>> {
    const { id, by } = input;
    const { host, port } = readTypedEndpoint(input.endpoint).endpoint;
    return this.#turns.inTurn(id, async () => {
      this.#requireWritable();
      const found = await this.#find(id);
      const { apps, problem } = await setEndpoint(
        found,
        { host, port },
        {
          ...this.#reading,
          secrets: this.#context.ports.options.secrets,
          onWritten: async () => {
            await this.#ports.useEndpoint({ id, host, port, by });
          },
        },
      );
      this.#warn('apps not all told of the endpoint', found, problem);
      return { connection: this.#context.view(this.#context.require(id)), apps };
    });
  }

  async delete(input: CallInput<'azure.delete'>): Promise<CallOutput<'azure.delete'>> {
    const { id, typedName, by } = input;
    const { name } = this.#context.require(id);
    if (typedName !== name) throw new HcmError('HCM6060', { name });
    return this.#turns.inTurn(id, async () => {
      this.#requireWritable();
      const found = await this.#find(id);
      const { arm, place, config } = found;
      // It may have become another Hybrid Connection while it was looked for.
      if (typedName !== config.name) throw new HcmError('HCM6060', { name: config.name });
      const using = await readUsingApps(found, this.#reading);
      this.#warn('apps not all detached', found, using.problem);
      const apps = await tellApps(using.apps, (app) => detachApp(this.#link(found, app)));
      await arm.remove(connectionTarget(place, config.name));
      this.#context.ports.options.log.info('hybrid connection deleted in azure', {
        ...about(config),
        ...asked(by),
      });
      const removed = await this.#ports.remove({ id, ...asked(by) });
      return { ...removed, apps };
    });
  }

  attach({ id, appId, by }: CallInput<'azure.attach'>): Promise<Done> {
    const app = requireApp(appId);
    return this.#turns.inTurn(id, async () => {
      const found = await this.#find(id);
      const link = this.#link(found, app);
      const endpoint = await this.#endpointOf(found);
      await requireRoom(link);
      await attachApp(link, endpoint, this.#context.ports.options.secrets);
      return this.#tell(id, 'attachedToApp', app, by);
    });
  }

  detach({ id, appId, by }: CallInput<'azure.detach'>): Promise<Done> {
    const app = requireApp(appId);
    return this.#turns.inTurn(id, async () => {
      await detachApp(this.#link(await this.#find(id), app));
      return this.#tell(id, 'detachedFromApp', app, by);
    });
  }

  /** What couldn't be kept here isn't done in Azure either. @throws HcmError HCM40xx */
  #requireWritable(): void {
    const { readOnly } = this.#context.ports.store;
    if (readOnly !== null) throw readOnly;
  }

  #azure({ accountId, tenantId }: CallInput<'azure.places'>): ReturnType<CreationCallsPorts['arm']> {
    return this.#ports.arm(accountId, tenantId, this.#ports.signal);
  }

  #find(id: string): Promise<FoundResource> {
    return this.#ports.find(id, this.#ports.signal);
  }

  get #reading() {
    return { clock: this.#context.ports.clock, signal: this.#ports.signal };
  }

  #link({ arm, cloud, place, config }: FoundResource, app: AppPlace) {
    return { arm, cloud, place, name: config.name, app };
  }

  /** What App Service needs (S38, S39). @throws HcmError HCM6042, HCM6043 */
  async #endpointOf({ arm, place, config }: FoundResource): Promise<HostPort> {
    const { properties } = await arm.ask(connectionQuestion(place, config.name));
    const details = { name: config.name, namespace: place.namespace, group: place.resourceGroup };
    if (properties?.requiresClientAuthorization === false) throw new HcmError('HCM6042', details);
    const reading = readEndpoint(properties?.userMetadata ?? '');
    if (reading.kind !== 'found') throw new HcmError('HCM6043', details);
    return { host: reading.host, port: reading.port };
  }

  #tell(id: string, change: ConfigurationChange, app: AppPlace, by: string | undefined): Done {
    // Removed meanwhile: then nobody is left to be told.
    if (this.#context.ports.store.get(id) !== null) this.#context.tell(id, { change, by, detail: app.name });
    return {};
  }

  #warn(message: string, { config }: FoundResource, problem: ErrorData | null): void {
    if (problem !== null) this.#context.ports.options.log.warn(message, { ...about(config), problem });
  }
}

/** @throws HcmError HCM6062 */
function requireApp(id: string): AppPlace {
  const app = appPlaceOf(id);
  if (app === null) throw new HcmError('HCM6062', { name: id, reason: 'app' });
  return app;
}
