/** What Azure says of a connection as names and values, and what it didn't tell as sentences. Pure. */
import type { AzureAbout } from '../../../electron/contract/azure-resource.ts';
import type { ConnectionConfig } from '../../../electron/contract/connection.ts';
import { formatMoment, unknownValue } from '../../../electron/contract/format.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { azureAboutTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { momentWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import type { ValueRow } from '../../components/value-list.tsx';
import { joinList } from '../../../electron/contract/messages/join-texts.ts';

/** What is kept of its place, before anybody asks; nothing for one that came by a connection string. */
export function knownRows({ resource }: Pick<ConnectionConfig, 'resource'>): readonly ValueRow[] {
  return resource === null ? [] : placeRows({ ...resource, subscription: resource.subscriptionId });
}

/** @param account name of the one that was asked with; null where it isn't known. */
export function aboutRows(about: AzureAbout, account: string | null, now: number): readonly ValueRow[] {
  const { endpoint, requiresClientAuthorization: required, rules, apps, listeners } = about;
  // Azure always tells whether it is required, unless nothing of the connection could be read.
  const noEndpoint = required === null ? unknownValue : azureAboutTexts.noEndpoint;
  return [
    ...placeRows(placeOf(about.resourceId)),
    { label: azureAboutTexts.region, value: about.region || unknownValue },
    { label: azureAboutTexts.createdOn, value: momentText(about.createdAt, now) },
    { label: azureAboutTexts.updatedOn, value: momentText(about.updatedAt, now) },
    {
      label: azureAboutTexts.endpoint,
      value: endpoint === null ? noEndpoint : formatHostPort(endpoint),
    },
    {
      label: azureAboutTexts.clientAuthorization,
      value:
        required === null ? unknownValue : required ? azureAboutTexts.required : azureAboutTexts.notRequired,
    },
    { label: azureAboutTexts.listeners, value: listeners ?? unknownValue },
    {
      label: azureAboutTexts.rules,
      value: listText(rules, azureAboutTexts.noRules, ({ name, rights, of }) =>
        fillText(of === 'connection' ? azureAboutTexts.rule : azureAboutTexts.ruleOfNamespace, {
          name,
          rights: joinList(rights),
        }),
      ),
    },
    { label: azureAboutTexts.apps, value: listText(apps, azureAboutTexts.noApps, ({ name }) => name) },
    { label: azureAboutTexts.account, value: account ?? unknownValue },
    { label: azureAboutTexts.rights, value: rightsText(about) },
  ];
}

/** What couldn't be read, each once, with the permission that is missing. */
export function partialLines({ problems }: AzureAbout): readonly string[] {
  const lines = problems.map((problem) => {
    const { title, next } = describeError(problem);
    return fillText(azureAboutTexts.partialLine, { title, next });
  });
  return [...new Set(lines)];
}

function rightsText({ mayChange, mayReadKeys }: AzureAbout): string {
  if (mayChange === true) return azureAboutTexts.mayChange;
  if (mayChange === null || mayReadKeys === null) return unknownValue;
  return mayReadKeys ? azureAboutTexts.mayReadKeys : azureAboutTexts.mayLook;
}

/** One below the other: the cell keeps line breaks. */
function listText<Item>(items: readonly Item[] | null, none: string, text: (item: Item) => string): string {
  if (items === null) return azureAboutTexts.unreadable;
  return items.length === 0 ? none : items.map(text).join('\n');
}

function momentText(moment: string | null, now: number): string {
  const at = Date.parse(moment ?? '');
  return Number.isNaN(at) ? unknownValue : formatMoment(at, now, momentWordTexts);
}

interface Place {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly namespace: string;
}

function placeRows({ subscription, resourceGroup, namespace }: Place): readonly ValueRow[] {
  return [
    { label: azureAboutTexts.subscription, value: subscription },
    { label: azureAboutTexts.resourceGroup, value: resourceGroup },
    { label: azureAboutTexts.namespace, value: namespace },
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
