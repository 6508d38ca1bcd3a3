/** What Azure says of a connection as names and values, and what it didn't tell as sentences. Pure. */
import type { AzureAbout } from '../../../electron/contract/azure-resource.ts';
import type { ConnectionConfig } from '../../../electron/contract/connection.ts';
import { formatMoment, unknownValue } from '../../../electron/contract/format.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { enAzureAbout } from '../../../electron/contract/messages/en-azure-row.ts';
import { enMomentWords } from '../../../electron/contract/messages/en-status.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { ValueRow } from '../../components/value-list.tsx';

/** What is kept of its place, before anybody asks; nothing for one that came by a connection string. */
export function knownRows({ resource }: Pick<ConnectionConfig, 'resource'>): readonly ValueRow[] {
  return resource === null ? [] : placeRows({ ...resource, subscription: resource.subscriptionId });
}

/** @param account name of the one that was asked with; null where it isn't known. */
export function aboutRows(about: AzureAbout, account: string | null, now: number): readonly ValueRow[] {
  const { endpoint, requiresClientAuthorization: required, rules, apps, listeners } = about;
  // Azure always tells whether it is required, unless nothing of the connection could be read.
  const noEndpoint = required === null ? unknownValue : enAzureAbout.noEndpoint;
  return [
    ...placeRows(placeOf(about.resourceId)),
    { label: enAzureAbout.region, value: about.region || unknownValue },
    { label: enAzureAbout.createdOn, value: momentText(about.createdAt, now) },
    { label: enAzureAbout.updatedOn, value: momentText(about.updatedAt, now) },
    {
      label: enAzureAbout.endpoint,
      value: endpoint === null ? noEndpoint : formatHostPort(endpoint),
    },
    {
      label: enAzureAbout.clientAuthorization,
      value: required === null ? unknownValue : required ? enAzureAbout.required : enAzureAbout.notRequired,
    },
    { label: enAzureAbout.listeners, value: listeners ?? unknownValue },
    {
      label: enAzureAbout.rules,
      value: listText(rules, enAzureAbout.noRules, ({ name, rights, of }) =>
        fillText(of === 'connection' ? enAzureAbout.rule : enAzureAbout.ruleOfNamespace, {
          name,
          rights: rights.join(', '),
        }),
      ),
    },
    { label: enAzureAbout.apps, value: listText(apps, enAzureAbout.noApps, ({ name }) => name) },
    { label: enAzureAbout.account, value: account ?? unknownValue },
    { label: enAzureAbout.rights, value: rightsText(about) },
  ];
}

/** What couldn't be read, each once, with the permission that is missing. */
export function partialLines({ problems }: AzureAbout): readonly string[] {
  const lines = problems.map((problem) => {
    const { title, next } = describeError(problem);
    return fillText(enAzureAbout.partialLine, { title, next });
  });
  return [...new Set(lines)];
}

function rightsText({ mayChange, mayReadKeys }: AzureAbout): string {
  if (mayChange === true) return enAzureAbout.mayChange;
  if (mayChange === null || mayReadKeys === null) return unknownValue;
  return mayReadKeys ? enAzureAbout.mayReadKeys : enAzureAbout.mayLook;
}

/** One below the other: the cell keeps line breaks. */
function listText<Item>(items: readonly Item[] | null, none: string, text: (item: Item) => string): string {
  if (items === null) return enAzureAbout.unreadable;
  return items.length === 0 ? none : items.map(text).join('\n');
}

function momentText(moment: string | null, now: number): string {
  const at = Date.parse(moment ?? '');
  return Number.isNaN(at) ? unknownValue : formatMoment(at, now, enMomentWords);
}

interface Place {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly namespace: string;
}

function placeRows({ subscription, resourceGroup, namespace }: Place): readonly ValueRow[] {
  return [
    { label: enAzureAbout.subscription, value: subscription },
    { label: enAzureAbout.resourceGroup, value: resourceGroup },
    { label: enAzureAbout.namespace, value: namespace },
  ];
}

function placeOf(resourceId: string): Place {
  const [, subscription, resourceGroup, namespace] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Relay\/namespaces\/([^/]+)/iu.exec(
      resourceId,
    ) ?? [];
  return {
    subscription: subscription ?? unknownValue,
    resourceGroup: resourceGroup ?? unknownValue,
    namespace: namespace ?? unknownValue,
  };
}
