/**
 * Lines that mend in Azure what keeps a Hybrid Connection from being added, for whoever may change it there: Azure CLI, Bicep and
 * Terraform. Pure. Names are quoted as each language wants them: they come from an answer, not from this program.
 */
import type { AzureObstacle } from './azure.ts';
import type { ErrorCode } from './errors.ts';

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

/** What App Service reads (relay-protocol §6.3). */
function metadata({ endpoint }: MendTarget): string {
  return JSON.stringify([{ key: 'endpoint', value: endpoint ?? unknownEndpoint }]);
}

/** For Bash, which Cloud Shell has, too. */
function azLines(topic: MendTopic, target: MendTarget): string {
  const { subscriptionId, resourceGroup, namespace, name } = target;
  const group = `--subscription ${word(subscriptionId)} -g ${word(resourceGroup)}`;
  const place = `${group} --namespace-name ${word(namespace)}`;
  const hyco = `${place} -n ${word(name)}`;
  switch (topic) {
    case 'endpoint':
      return `az relay hyco update ${hyco} --user-metadata ${word(metadata(target))}`;
    case 'clientAuthorization':
      return [
        `az relay hyco delete ${hyco}`,
        `az relay hyco create ${hyco} --requires-client-authorization true --user-metadata ${word(metadata(target))}`,
      ].join('\n');
    case 'listenRule':
      return `az relay hyco authorization-rule create ${place} --hybrid-connection-name ${word(name)} -n defaultListener --rights Listen`;
    case 'keyPermission':
      return `az role assignment create --assignee ${word(target.account)} --role Contributor --scope ${word(target.resourceId)}`;
  }
}

function bicepLines(topic: MendTopic, target: MendTarget): string {
  const relay = [
    "resource relay 'Microsoft.Relay/namespaces@2021-11-01' existing = {",
    `  name: ${bicepText(target.namespace)}`,
    '}',
  ];
  const head = "resource hybridConnection 'Microsoft.Relay/namespaces/hybridConnections@2021-11-01'";
  const existing = [
    ...relay,
    `${head} existing = {`,
    '  parent: relay',
    `  name: ${bicepText(target.name)}`,
    '}',
  ];
  switch (topic) {
    case 'endpoint':
    case 'clientAuthorization':
      return [
        ...relay,
        `${head} = {`,
        '  parent: relay',
        `  name: ${bicepText(target.name)}`,
        '  properties: {',
        '    requiresClientAuthorization: true',
        `    userMetadata: ${bicepText(metadata(target))}`,
        '  }',
        '}',
      ].join('\n');
    case 'listenRule':
      return [
        ...existing,
        "resource listener 'Microsoft.Relay/namespaces/hybridConnections/authorizationRules@2021-11-01' = {",
        '  parent: hybridConnection',
        "  name: 'defaultListener'",
        "  properties: { rights: [ 'Listen' ] }",
        '}',
      ].join('\n');
    case 'keyPermission':
      return [
        ...existing,
        "@description('Object ID of the account')",
        'param principalId string',
        "resource mayReadKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {",
        '  scope: hybridConnection',
        `  name: guid(hybridConnection.id, principalId, ${bicepText(contributor)})`,
        '  properties: {',
        '    principalId: principalId',
        `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ${bicepText(contributor)})`,
        '  }',
        '}',
      ].join('\n');
  }
}

/** Of the built-in role Contributor. */
const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c';

function terraformLines(topic: MendTopic, target: MendTarget): string {
  const group = `  resource_group_name           = ${terraformText(target.resourceGroup)}`;
  switch (topic) {
    case 'endpoint':
    case 'clientAuthorization':
      return [
        'resource "azurerm_relay_hybrid_connection" "this" {',
        `  name                          = ${terraformText(target.name)}`,
        group,
        `  relay_namespace_name          = ${terraformText(target.namespace)}`,
        '  requires_client_authorization = true',
        `  user_metadata                 = ${terraformText(metadata(target))}`,
        '}',
      ].join('\n');
    case 'listenRule':
      return [
        'resource "azurerm_relay_hybrid_connection_authorization_rule" "listener" {',
        '  name                          = "defaultListener"',
        group,
        `  namespace_name                = ${terraformText(target.namespace)}`,
        `  hybrid_connection_name        = ${terraformText(target.name)}`,
        '  listen                        = true',
        '  send                          = false',
        '  manage                        = false',
        '}',
      ].join('\n');
    case 'keyPermission':
      return [
        'variable "principal_id" {',
        '  description = "Object ID of the account"',
        '}',
        'resource "azurerm_role_assignment" "may_read_keys" {',
        `  scope                = ${terraformText(target.resourceId)}`,
        '  role_definition_name = "Contributor"',
        '  principal_id         = var.principal_id',
        '}',
      ].join('\n');
  }
}

function word(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function bicepText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('${', '\\${');
  return `'${escaped}'`;
}

function terraformText(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$$$${').replaceAll('%{', '%%{');
}
