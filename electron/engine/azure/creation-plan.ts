/**
 * What is needed to make a Hybrid Connection, found out before anything is made: names that Azure takes, what is there already,
 * room for one more at the app. Changes nothing.
 */
import { groupNameProblem, namespaceNameProblem } from '../../contract/azure-names.ts';
import type { AzureCreateInput } from '../../contract/azure-resource.ts';
import { entityNameProblem } from '../../contract/entity-name.ts';
import { HcmError } from '../../contract/errors.ts';
import { parseHostPort, type HostPort } from '../../contract/host-port.ts';
import { appPlaceOf, type AppPlace } from './app-resources.ts';
import type { ArmClient } from './arm-client.ts';
import {
  connectionQuestion,
  namespaceQuestion,
  type ArmConnection,
  type NamespacePlace,
} from './arm-resources.ts';
import { requireRoom } from './attach-app.ts';
import type { AzureCloud } from './clouds.ts';
import { availabilityQuestion, groupQuestion } from './group-resources.ts';

export interface CreationNames {
  readonly place: NamespacePlace;
  readonly name: string;
  readonly endpoint: HostPort;
  /** Where the group and the namespace are made when they aren't there. */
  readonly region: string | null;
  readonly mayMakeGroup: boolean;
  readonly app: AppPlace | null;
}

export interface CreationPlan extends CreationNames {
  readonly needsGroup: boolean;
  readonly needsNamespace: boolean;
}

/** Asks nobody. @throws HcmError HCM6062, HCM1030 */
export function readNames(input: AzureCreateInput): CreationNames {
  const { subscriptionId, resourceGroup, namespace, name, region, mayMakeGroup } = input;
  if (entityNameProblem(name) !== null) throw notTaken(name, 'connection');
  // How App Service takes such a name isn't known.
  if (name.includes('/')) throw notTaken(name, 'slash');
  if (groupNameProblem(resourceGroup) !== null) throw notTaken(resourceGroup, 'group');
  if (region !== null && namespaceNameProblem(namespace) !== null) throw notTaken(namespace, 'namespace');
  const reading = parseHostPort(input.endpoint);
  if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
  const app = input.appId === null ? null : appPlaceOf(input.appId);
  if (input.appId !== null && app === null) throw notTaken(input.appId, 'app');
  const { host, port } = reading;
  const place = { subscriptionId, resourceGroup, namespace };
  return { place, name, endpoint: { host, port }, region, mayMakeGroup, app };
}

/**
 * @param isOurs whether the connection that is there was left half done by us
 * @throws HcmError HCM6023, HCM6061, HCM6062, HCM6064, HCM60xx
 */
export async function planCreation(
  names: CreationNames,
  { arm, cloud }: { readonly arm: ArmClient; readonly cloud: AzureCloud },
  isOurs: (present: ArmConnection) => boolean,
): Promise<CreationPlan> {
  const { place, name, app } = names;
  if (app !== null) await requireRoom({ arm, cloud, place, name, app });
  const needsGroup = await lacksGroup(names, arm);
  const needsNamespace = needsGroup || (await lacksNamespace(names, arm));
  if (needsNamespace) await requireFreeName(place, arm);
  else await requireFree(place, name, arm, isOurs);
  return { ...names, needsGroup, needsNamespace };
}

/** One with that name is never overwritten. @throws HcmError HCM6061 */
export async function requireFree(
  place: NamespacePlace,
  name: string,
  arm: ArmClient,
  isOurs: (present: ArmConnection) => boolean,
): Promise<void> {
  const present = await arm.ask(connectionQuestion(place, name)).catch(nullWhere('HCM6023'));
  if (present !== null && !isOurs(present))
    throw new HcmError('HCM6061', { name, namespace: place.namespace });
}

/** One that isn't there is made only where that was agreed to. @throws HcmError HCM6023 */
async function lacksGroup({ place, region, mayMakeGroup }: CreationNames, arm: ArmClient): Promise<boolean> {
  if (region === null) return false;
  try {
    await arm.ask(groupQuestion(place.subscriptionId, place.resourceGroup));
    return false;
  } catch (error) {
    if (!(error instanceof HcmError)) throw error;
    // Who may not look at groups is told when the namespace is made.
    if (error.code === 'HCM6021') return false;
    if (error.code === 'HCM6023' && mayMakeGroup) return true;
    throw error;
  }
}

/** A group that isn't there and may not be made is told here, by its name. */
async function lacksNamespace({ place, region }: CreationNames, arm: ArmClient): Promise<boolean> {
  try {
    await arm.ask(namespaceQuestion(place));
    return false;
  } catch (error) {
    if (!(error instanceof HcmError) || error.code !== 'HCM6023') throw error;
    const isGroup = /^ResourceGroupNotFound$/iu.test(String(error.details['reason'] ?? ''));
    if (isGroup) throw new HcmError('HCM6023', { ...error.details, name: place.resourceGroup });
    if (region === null) throw error;
    return true;
  }
}

async function requireFreeName(place: NamespacePlace, arm: ArmClient): Promise<void> {
  // Without the permission to ask, making it tells.
  const answer = await arm.ask(availabilityQuestion(place)).catch(nullWhere('HCM6021'));
  if (answer === null || answer.nameAvailable) return;
  throw notTaken(place.namespace, /^NameInUse$/iu.test(answer.reason ?? '') ? 'taken' : 'namespace');
}

function nullWhere(code: 'HCM6021' | 'HCM6023'): (error: unknown) => null {
  return (error) => {
    if (error instanceof HcmError && error.code === code) return null;
    throw error;
  };
}

function notTaken(name: string, reason: string): HcmError {
  return new HcmError('HCM6062', { name, reason });
}
