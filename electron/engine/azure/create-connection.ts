/**
 * Makes a Hybrid Connection as App Service needs it (S34, S38, S39): what it lies in where that isn't there, itself with client
 * authorization and its endpoint, a rule to listen and one to send, at an app where one is named; then takes it into this host.
 *
 * Invariants: nothing that is there is overwritten; what was made before something failed stays, and asking for the same again
 * goes on from there, as long as this host remembers that it was its own.
 */
import type { AzureCreateInput, AzureJobStep } from '../../contract/azure-resource.ts';
import { HcmError } from '../../contract/errors.ts';
import { asked, type CallContext } from '../call-context.ts';
import type { ArmClient } from './arm-client.ts';
import { connectionPut, rulePut, type ArmConnection } from './arm-resources.ts';
import { attachApp } from './attach-app.ts';
import { Turns } from '../turns.ts';
import type { JobInput, JobHandle } from './azure-jobs.ts';
import type { AzureCloud } from './clouds.ts';
import {
  planCreation,
  readNames,
  requireFree,
  type CreationNames,
  type CreationPlan,
} from './creation-plan.ts';
import { endpointMetadata } from './endpoint-entry.ts';
import { groupPut, namespacePut } from './group-resources.ts';
import { senderRule } from './send-rule.ts';
import { takeOver } from './take-over.ts';

const listenerRule = 'defaultListener';
const maxRemembered = 50;

interface Azure {
  readonly arm: ArmClient;
  readonly cloud: AzureCloud;
}

export class Creations {
  readonly #context: CallContext;
  /** Metadata of those that were begun and didn't come to their end. */
  readonly #begun = new Map<string, string>();
  /** By what is made: of two creations the second one sees what the first one made. */
  readonly #turns = new Turns();

  constructor(context: CallContext) {
    this.#context = context;
  }

  /** @returns what is left to do. @throws HcmError before anything is made: HCM1030, HCM6023, HCM6061, HCM6062, HCM6064 */
  async prepare(input: AzureCreateInput, azure: () => Promise<Azure>): Promise<JobInput> {
    const { readOnly } = this.#context.ports.store;
    if (readOnly !== null) throw readOnly;
    const names = readNames(input);
    const { arm, cloud } = await azure();
    const plan = await planCreation(names, { arm, cloud }, (present) => this.#isOurs(names, present));
    const steps: AzureJobStep[] = [
      ...(plan.needsGroup ? (['group'] as const) : []),
      ...(plan.needsNamespace ? (['namespace'] as const) : []),
      ...(['connection', 'listenRule', 'sendRule'] as const),
      ...(plan.app === null ? [] : (['app'] as const)),
      'add',
    ];
    const about = { connection: input.name, ...asked(input.by) };
    return { steps, about, run: (handle) => this.#run(handle, input, plan, { arm, cloud }) };
  }

  async #run(handle: JobHandle, input: AzureCreateInput, plan: CreationPlan, azure: Azure): Promise<void> {
    const { arm, cloud } = azure;
    const { place, name, app, endpoint } = plan;
    const region = plan.region ?? '';
    if (plan.needsGroup)
      await handle.step('group', async () => {
        await arm.put(groupPut(place.subscriptionId, place.resourceGroup, region));
        this.#tell('resource group made in azure', input);
      });
    if (plan.needsNamespace)
      await handle.step('namespace', async () => {
        await arm.put(namespacePut(place, region));
        this.#tell('namespace made in azure', input);
      });
    await handle.step('connection', () =>
      this.#turns.inTurn(keyOf(plan), () => this.#make(input, plan, arm)),
    );
    await handle.step('listenRule', () =>
      arm.put(rulePut(place, name, { name: listenerRule, rights: ['Listen'] })),
    );
    await handle.step('sendRule', () =>
      arm.put(rulePut(place, name, { name: senderRule, rights: ['Send'] })),
    );
    if (app !== null)
      await handle.step('app', async () => {
        await attachApp({ arm, cloud, place, name, app }, endpoint, this.#context.ports.options.secrets);
        this.#tell('app attached in azure', input, app.name);
      });
    await handle.step('add', async () => handle.connection(await this.#add(input, azure)));
    this.#begun.delete(keyOf(plan));
  }

  async #make(input: AzureCreateInput, plan: CreationPlan, arm: ArmClient): Promise<void> {
    const { place, name, endpoint } = plan;
    // Between the plan and now somebody else may have made one.
    await requireFree(place, name, arm, (present) => this.#isOurs(plan, present));
    const userMetadata = endpointMetadata(endpoint);
    this.#remember(plan, userMetadata);
    await arm.put(connectionPut(place, name, { requiresClientAuthorization: true, userMetadata }));
    this.#tell('hybrid connection made in azure', input);
  }

  async #add(input: AzureCreateInput, azure: Azure) {
    const { accountId, tenantId, subscriptionId, resourceGroup, namespace, name, by } = input;
    const { results } = await takeOver(
      this.#context,
      {
        accountId,
        tenantId,
        subscriptionId,
        connections: [{ resourceGroup, namespace, name }],
        mayUseRootKey: false,
        ...(by === undefined ? {} : { by }),
      },
      azure,
    );
    const { connection = null, problem = null } = results[0] ?? {};
    if (problem !== null) throw new HcmError(problem.code, problem.details);
    if (connection === null) throw new HcmError('HCM6023', { name });
    return connection;
  }

  /** Begun here, and as it was begun: nobody else has changed it since. */
  #isOurs(names: CreationNames, { properties }: ArmConnection): boolean {
    const begun = this.#begun.get(keyOf(names));
    return (
      begun !== undefined &&
      begun === properties?.userMetadata &&
      begun === endpointMetadata(names.endpoint) &&
      properties.requiresClientAuthorization !== false
    );
  }

  #remember(names: CreationNames, userMetadata: string): void {
    const [oldest] = this.#begun.keys();
    if (this.#begun.size >= maxRemembered && oldest !== undefined) this.#begun.delete(oldest);
    this.#begun.set(keyOf(names), userMetadata);
  }

  #tell(message: string, { resourceGroup, namespace, name, by }: AzureCreateInput, app?: string): void {
    const details = { group: resourceGroup, namespace, name, ...(app === undefined ? {} : { app }) };
    this.#context.ports.options.log.info(message, { ...details, ...asked(by) });
  }
}

function keyOf({ place, name }: CreationNames): string {
  return JSON.stringify([place.subscriptionId, place.resourceGroup, place.namespace, name]).toLowerCase();
}
