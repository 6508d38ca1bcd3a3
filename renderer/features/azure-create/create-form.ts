/**
 * The form of Create in Azure: what is typed and chosen, read against what Azure has. Pure. A field's problem is told once the
 * person has left the field, or at once where more typing can't mend it.
 */
import type { AzureApps, AzureCreateInput, AzurePlaces } from '../../../electron/contract/azure-resource.ts';
import type { AzureCloudName } from '../../../electron/contract/azure-place.ts';
import type { PlannedConnection } from '../../../electron/contract/azure-create-lines.ts';
import {
  groupNameProblem,
  isSameRegion,
  namespaceNameProblem,
} from '../../../electron/contract/azure-names.ts';
import { entityNameProblem, maxEntityNameLength } from '../../../electron/contract/entity-name.ts';
import type { ErrorCode, ErrorDetails } from '../../../electron/contract/errors.ts';
import { readHost, type HostKind } from '../../../electron/contract/host-name.ts';
import {
  bracketHost,
  bracketsOff,
  formatHostPort,
  parseHostPort,
  readPort,
  type HostPort,
} from '../../../electron/contract/host-port.ts';
import {
  createFieldTexts,
  groupNameProblemTexts,
  namespaceNameProblemTexts,
} from '../../../electron/contract/messages/texts/azure-create.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';

export type CreateField = 'name' | 'host' | 'port' | 'existing' | 'namespace' | 'group' | 'region';

export interface CreateForm {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  /** Null until it is chosen: an existing namespace where there is one. */
  readonly kind: 'existing' | 'new' | null;
  /** Key of an existing namespace. */
  readonly existing: string | null;
  readonly namespace: string;
  readonly group: string;
  /** Null until it is chosen: the app's. */
  readonly region: string | null;
  readonly appId: string | null;
}

export const emptyForm: CreateForm = {
  name: '',
  host: '',
  port: '',
  kind: null,
  existing: null,
  namespace: '',
  group: '',
  region: null,
  appId: null,
};

export interface FieldProblem {
  readonly text: string;
  /** More typing doesn't mend it. */
  readonly atOnce: boolean;
}

/** What Azure has; null while it is being read. */
export interface CreateContext {
  readonly cloud: AzureCloudName;
  readonly subscriptionId: string;
  readonly places: AzurePlaces | null;
  readonly apps: readonly App[] | null;
}

export type App = AzureApps['apps'][number];
export type Namespace = AzurePlaces['namespaces'][number];

export interface FormReading {
  readonly kind: 'existing' | 'new';
  readonly app: App | null;
  readonly region: string | null;
  readonly isNewGroup: boolean;
  /** Of the namespace, existing or to be made. */
  readonly namespaceRegion: string | null;
  readonly endpoint: (HostPort & { readonly kind: HostKind }) | null;
  readonly problems: Readonly<Partial<Record<CreateField, FieldProblem>>>;
  /** Null while anything is missing or wrong. */
  readonly plan: PlannedConnection | null;
}

export function readForm(form: CreateForm, context: CreateContext): FormReading {
  const { cloud, subscriptionId, places } = context;
  const kind = form.kind ?? (places?.namespaces.length === 0 ? 'new' : 'existing');
  const app = context.apps?.find(({ id }) => id === form.appId) ?? null;
  const existing = places?.namespaces.find((one) => namespaceKey(one) === form.existing) ?? null;
  const region = form.region ?? regionOfApp(places, app);
  const group = places?.groups.find(({ name }) => isSameName(name, form.group.trim())) ?? null;
  const endpoint = readEndpoint(form);
  const problems = {
    ...problemOf('name', nameProblem(form.name)),
    ...problemOf('host', hostProblem(form.host)),
    ...problemOf('port', portProblem(form.port)),
    ...(kind === 'existing'
      ? problemOf('existing', existing === null ? needed() : null)
      : newNamespaceProblems(form, group !== null, region)),
  };
  const isWhole = Object.keys(problems).length === 0 && endpoint !== null;
  const isNew = kind === 'new';
  const isNewGroup = isNew && group === null && form.group.trim() !== '';
  return {
    kind,
    app,
    region,
    isNewGroup,
    namespaceRegion: isNew ? region : (existing?.region ?? null),
    endpoint,
    problems,
    plan: isWhole
      ? {
          cloud,
          subscriptionId,
          resourceGroup: isNew ? (group?.name ?? form.group.trim()) : (existing?.resourceGroup ?? ''),
          isNewGroup,
          namespace: isNew ? form.namespace : (existing?.name ?? ''),
          newRegion: isNew ? region : null,
          name: form.name,
          endpoint: { host: endpoint.host, port: endpoint.port },
          app: app === null ? null : { id: app.id, name: app.name },
        }
      : null,
  };
}

export function inputOf(
  plan: PlannedConnection,
  account: Pick<AzureCreateInput, 'accountId' | 'tenantId'>,
): AzureCreateInput {
  return {
    ...account,
    subscriptionId: plan.subscriptionId,
    resourceGroup: plan.resourceGroup,
    mayMakeGroup: plan.isNewGroup,
    namespace: plan.namespace,
    region: plan.newRegion,
    name: plan.name,
    endpoint: formatHostPort(plan.endpoint),
    appId: plan.app?.id ?? null,
  };
}

/** The form that leads to this plan, to be changed. */
export function formOf({ app, newRegion, ...plan }: PlannedConnection): CreateForm {
  const { name, namespace, resourceGroup, endpoint } = plan;
  const form = { ...emptyForm, name, host: bracketHost(endpoint.host), port: String(endpoint.port) };
  const withApp = { ...form, appId: app?.id ?? null };
  return newRegion === null
    ? { ...withApp, kind: 'existing', existing: namespaceKey({ name: namespace, resourceGroup }) }
    : { ...withApp, kind: 'new', namespace, group: resourceGroup, region: newRegion };
}

/** Names are unique in a cloud, and yet the group belongs to it. */
export function namespaceKey({ name, resourceGroup }: Pick<Namespace, 'name' | 'resourceGroup'>): string {
  return `${resourceGroup}/${name}`.toLowerCase();
}

/** Host and port that were pasted together, each into its field. */
export function splitHost(form: CreateForm): CreateForm {
  const reading = parseHostPort(form.host);
  if (!reading.ok || form.port !== '') return form;
  return { ...form, host: reading.host, port: String(reading.port) };
}

/** As Azure offers it, and only if relays can be there. */
export function regionOfApp(places: AzurePlaces | null, app: App | null): string | null {
  if (app === null) return null;
  return places?.regions.find((region) => isSameRegion(region, app.region)) ?? null;
}

function needed(): FieldProblem {
  return { text: createFieldTexts.needed, atOnce: false };
}

function readEndpoint({ host, port }: CreateForm): FormReading['endpoint'] {
  const bare = bracketsOff(host.trim()) ?? host.trim();
  const reading = readHost(bare);
  const number = readPort(port.trim());
  return reading.ok && number !== null ? { host: reading.host, port: number, kind: reading.kind } : null;
}

function nameProblem(name: string): FieldProblem | null {
  if (name.includes('/')) return { text: createFieldTexts.nameSlash, atOnce: true };
  const reason = entityNameProblem(name);
  if (reason === null) return null;
  const details = { reason, length: name.length, limit: maxEntityNameLength };
  return { text: causeOf('HCM1009', details), atOnce: reason === 'character' || reason === 'length' };
}

function hostProblem(host: string): FieldProblem | null {
  const text = host.trim();
  const reading = readHost(bracketsOff(text) ?? text);
  if (reading.ok) return null;
  return { text: causeOf('HCM1030', { reason: reading.reason }), atOnce: reading.reason === 'script' };
}

function portProblem(port: string): FieldProblem | null {
  if (readPort(port.trim()) !== null) return null;
  return { text: createFieldTexts.portWrong, atOnce: port.trim() !== '' };
}

function newNamespaceProblems(
  form: CreateForm,
  isGroupThere: boolean,
  region: string | null,
): FormReading['problems'] {
  const ofName = namespaceNameProblem(form.namespace);
  const ofGroup = isGroupThere ? null : groupNameProblem(form.group.trim());
  return {
    ...problemOf(
      'namespace',
      ofName && {
        text: namespaceNameProblemTexts[ofName],
        atOnce: ofName === 'character' || ofName === 'start',
      },
    ),
    ...problemOf(
      'group',
      ofGroup && { text: groupNameProblemTexts[ofGroup], atOnce: ofGroup === 'character' },
    ),
    ...problemOf('region', region === null ? needed() : null),
  };
}

function problemOf(field: CreateField, problem: FieldProblem | null): FormReading['problems'] {
  return problem === null ? {} : { [field]: problem };
}

function causeOf(code: ErrorCode, details: ErrorDetails): string {
  return describeError({ code, details }).cause;
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
