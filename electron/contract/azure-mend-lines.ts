/**
 * Lines that mend in Azure what keeps a Hybrid Connection from being added, for whoever may change it there: Azure CLI, Bicep and
 * Terraform. Pure. Names are quoted as each language wants them: they come from an answer, not from this program.
 *
 * Whether client authorization is required can't be changed: such a Hybrid Connection is deleted and made anew, with the rules
 * that went with it.
 */
import type { AzureObstacle } from './azure.ts';
import type { ErrorCode } from './errors.ts';
import {
  bicepComment,
  bicepString,
  endpointMetadata,
  hclResource,
  hclString,
  shellWord,
} from './iac-text.ts';

export const mendTools = ['az', 'bicep', 'terraform'] as const;

export type MendTool = (typeof mendTools)[number];

export const mendTopics = ['endpoint', 'clientAuthorization', 'listenRule', 'keyPermission'] as const;

/** What is missing: the endpoint in its metadata, the client authorization, a rule with Listen, or the right to read keys. */
export type MendTopic = (typeof mendTopics)[number];

export interface MendTarget {
  readonly resourceId: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly namespace: string;
  readonly name: string;
  /** Of the account that lacks the right. */
  readonly account: string;
  /** host:port, where it is known. */
  readonly endpoint: string | null;
}

const topicOfObstacle: Readonly<Partial<Record<AzureObstacle, MendTopic>>> = {
  noEndpoint: 'endpoint',
  unreadableEndpoint: 'endpoint',
  noClientAuthorization: 'clientAuthorization',
  noKeyPermission: 'keyPermission',
};

const topicOfCode: Readonly<Partial<Record<ErrorCode, MendTopic>>> = {
  HCM6021: 'keyPermission',
  HCM6040: 'listenRule',
  HCM6041: 'listenRule',
  HCM6042: 'clientAuthorization',
  HCM6043: 'endpoint',
};

/** Null: no lines would help. What was found out on Save counts before what the list said. */
export function mendTopic(obstacle: AzureObstacle | null, code: ErrorCode | null): MendTopic | null {
  const ofCode = code === null ? undefined : topicOfCode[code];
  return ofCode ?? (obstacle === null ? null : (topicOfObstacle[obstacle] ?? null));
}

export function mendLines(topic: MendTopic, target: MendTarget): Readonly<Record<MendTool, string>> {
  return {
    az: azLines(topic, target),
    bicep: bicepLines(topic, target),
    terraform: terraformLines(topic, target),
  };
}

/** In place of what nobody knows yet. */
const unknownEndpoint = 'HOST:PORT';

const listenRule = ['defaultListener', 'Listen'] as const;
const rules = [listenRule, ['defaultSender', 'Send']] as const;

type Rule = (typeof rules)[number];

function metadata({ endpoint }: MendTarget): string {
  return endpointMetadata(endpoint ?? unknownEndpoint);
}

/** For Bash, which Cloud Shell has, too. */
function azLines(topic: MendTopic, target: MendTarget): string {
  const name = shellWord(target.name);
  const place = azPlace(target);
  const hyco = `${place} -n ${name}`;
  const ruleLine = ([rule, right]: Rule): string =>
    `az relay hyco authorization-rule create ${place} --hybrid-connection-name ${name} -n ${rule} --rights ${right}`;
  switch (topic) {
    case 'endpoint':
      return `az relay hyco update ${hyco} --user-metadata ${shellWord(metadata(target))}`;
    case 'clientAuthorization':
      return [
        azDelete(target),
        `az relay hyco create ${hyco} --requires-client-authorization true --user-metadata ${shellWord(metadata(target))}`,
        ...rules.map(ruleLine),
      ].join('\n');
    case 'listenRule':
      return ruleLine(listenRule);
    case 'keyPermission':
      return `az role assignment create --assignee ${shellWord(target.account)} --role Contributor --scope ${shellWord(target.resourceId)}`;
  }
}

function azPlace({ subscriptionId, resourceGroup, namespace }: MendTarget): string {
  const group = `--subscription ${shellWord(subscriptionId)} -g ${shellWord(resourceGroup)}`;
  return `${group} --namespace-name ${shellWord(namespace)}`;
}

function azDelete(target: MendTarget): string {
  return `az relay hyco delete ${azPlace(target)} -n ${shellWord(target.name)}`;
}

function bicepLines(topic: MendTopic, target: MendTarget): string {
  const relay = [
    "resource relay 'Microsoft.Relay/namespaces@2021-11-01' existing = {",
    `  name: ${bicepString(target.namespace)}`,
    '}',
  ];
  const head = "resource hybridConnection 'Microsoft.Relay/namespaces/hybridConnections@2021-11-01'";
  const existing = [
    ...relay,
    `${head} existing = {`,
    '  parent: relay',
    `  name: ${bicepString(target.name)}`,
    '}',
  ];
  const made = [
    ...relay,
    `${head} = {`,
    '  parent: relay',
    `  name: ${bicepString(target.name)}`,
    '  properties: {',
    '    requiresClientAuthorization: true',
    `    userMetadata: ${bicepString(metadata(target))}`,
    '  }',
    '}',
  ];
  switch (topic) {
    case 'endpoint':
      return made.join('\n');
    case 'clientAuthorization':
      return [bicepComment(`First: ${azDelete(target)}`), ...made, ...rules.flatMap(bicepRule)].join('\n');
    case 'listenRule':
      return [...existing, ...bicepRule(listenRule)].join('\n');
    case 'keyPermission':
      return [
        ...existing,
        "@description('Object ID of the account')",
        'param principalId string',
        "resource mayReadKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {",
        '  scope: hybridConnection',
        `  name: guid(hybridConnection.id, principalId, ${bicepString(contributor)})`,
        '  properties: {',
        '    principalId: principalId',
        `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ${bicepString(contributor)})`,
        '  }',
        '}',
      ].join('\n');
  }
}

function bicepRule([rule, right]: Rule): readonly string[] {
  return [
    `resource ${rule} 'Microsoft.Relay/namespaces/hybridConnections/authorizationRules@2021-11-01' = {`,
    '  parent: hybridConnection',
    `  name: '${rule}'`,
    `  properties: { rights: ['${right}'] }`,
    '}',
  ];
}

/** Of the built-in role Contributor. */
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';

function terraformLines(topic: MendTopic, target: MendTarget): string {
  const made = hclResource('azurerm_relay_hybrid_connection', 'this', [
    ['name', hclString(target.name)],
    ['resource_group_name', hclString(target.resourceGroup)],
    ['relay_namespace_name', hclString(target.namespace)],
    ['requires_client_authorization', 'true'],
    ['user_metadata', hclString(metadata(target))],
  ]);
  switch (topic) {
    case 'endpoint':
      return made.join('\n');
    case 'clientAuthorization':
      return [
        ...made,
        ...rules.flatMap((rule) => terraformRule(rule, target, 'azurerm_relay_hybrid_connection.this.name')),
      ].join('\n');
    case 'listenRule':
      return terraformRule(listenRule, target, hclString(target.name)).join('\n');
    case 'keyPermission':
      return [
        'variable "principal_id" {',
        '  description = "Object ID of the account"',
        '}',
        ...hclResource('azurerm_role_assignment', 'may_read_keys', [
          ['scope', hclString(target.resourceId)],
          ['role_definition_name', '"Contributor"'],
          ['principal_id', 'var.principal_id'],
        ]),
      ].join('\n');
  }
}

/** @param connection its name, as HCL */
function terraformRule([rule, right]: Rule, target: MendTarget, connection: string): readonly string[] {
  return hclResource('azurerm_relay_hybrid_connection_authorization_rule', rule, [
    ['name', hclString(rule)],
    ['resource_group_name', hclString(target.resourceGroup)],
    ['namespace_name', hclString(target.namespace)],
    ['hybrid_connection_name', connection],
    ['listen', String(right === 'Listen')],
    ['send', String(right === 'Send')],
    ['manage', 'false'],
  ]);
}
