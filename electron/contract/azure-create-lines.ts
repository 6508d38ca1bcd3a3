/**
 * What Create in Azure does, as lines for az, Bicep and Terraform: for those who may not do it from here, or keep what they
 * make in files. Pure. Names come from a form that has checked them, and are quoted all the same.
 */
import {
  bicepComment,
  bicepString,
  endpointMetadata,
  hclResource,
  hclString,
  shellWord,
} from './iac-text.ts';
import type { AzureCloudName } from './azure-place.ts';
import { formatHostPort, type HostPort } from './host-port.ts';

/** Exactly what is to be made. */
export interface PlannedConnection {
  readonly cloud: AzureCloudName;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly isNewGroup: boolean;
  readonly namespace: string;
  /** Of a namespace that is to be made; null: it is there already. */
  readonly newRegion: string | null;
  readonly name: string;
  readonly endpoint: HostPort;
  /** App that is to use it; its resource id tells its group. */
  readonly app: { readonly id: string; readonly name: string } | null;
}

export const lineLanguages = ['az', 'bicep', 'terraform'] as const;

export type LineLanguage = (typeof lineLanguages)[number];

/** What the languages call a cloud that isn't the one they mean by themselves; a custom one is set up by who has it. */
const otherClouds: Readonly<
  Partial<
    Record<AzureCloudName, { readonly az: string; readonly terraform: string; readonly relays: string }>
  >
> = {
  china: { az: 'AzureChinaCloud', terraform: 'china', relays: '.servicebus.chinacloudapi.cn' },
  usGovernment: {
    az: 'AzureUSGovernment',
    terraform: 'usgovernment',
    relays: '.servicebus.usgovcloudapi.net',
  },
};

export function createLines(plan: PlannedConnection, language: LineLanguage): string {
  const lines = { az: azLines, bicep: bicepLines, terraform: terraformLines }[language](plan);
  return `${lines.join('\n')}\n`;
}

const rules = [
  ['defaultListener', 'Listen'],
  ['defaultSender', 'Send'],
] as const;

function azLines(plan: PlannedConnection): readonly string[] {
  const { subscriptionId, isNewGroup, newRegion, app } = plan;
  const [group, namespace, name] = [plan.resourceGroup, plan.namespace, plan.name].map(shellWord);
  const cloud = otherClouds[plan.cloud];
  const region = shellWord(newRegion ?? '');
  const metadata = shellWord(endpointMetadata(formatHostPort(plan.endpoint)));
  const hyco = `-g ${group} --namespace-name ${namespace}`;
  return [
    ...(cloud === undefined ? [] : [`az cloud set --name ${cloud.az}`]),
    `az account set --subscription ${shellWord(subscriptionId)}`,
    ...(isNewGroup ? [`az group create -n ${group} -l ${region}`] : []),
    ...(newRegion === null ? [] : [`az relay namespace create -g ${group} -n ${namespace} -l ${region}`]),
    `az relay hyco create ${hyco} -n ${name} --requires-client-authorization true --user-metadata ${metadata}`,
    ...rules.map(
      ([rule, right]) =>
        `az relay hyco authorization-rule create ${hyco} --hybrid-connection-name ${name} -n ${rule} --rights ${right}`,
    ),
    ...(app === null ? [] : [azAttach(plan, app)]),
    `hcm add -s ${shellWord(subscriptionId)} -rg ${group} -ns ${namespace} -n ${name}`,
  ];
}

function azAttach(plan: PlannedConnection, app: NonNullable<PlannedConnection['app']>): string {
  const group = shellWord(groupOf(app.id) ?? plan.resourceGroup);
  return `az webapp hybrid-connection add -g ${group} -n ${shellWord(app.name)} --namespace ${shellWord(plan.namespace)} --hybrid-connection ${shellWord(plan.name)}`;
}

function bicepLines(plan: PlannedConnection): readonly string[] {
  const { newRegion, app, endpoint } = plan;
  const group = shellWord(plan.resourceGroup);
  const subscription = shellWord(plan.subscriptionId);
  const isAppHere = app !== null && isSame(groupOf(app.id), plan.resourceGroup);
  return [
    ...(plan.isNewGroup
      ? [
          bicepComment(
            `az group create --subscription ${subscription} -n ${group} -l ${shellWord(newRegion ?? '')}`,
          ),
        ]
      : []),
    bicepComment(`az deployment group create --subscription ${subscription} -g ${group} -f main.bicep`),
    // A template makes resources of one group; another group would need a module, a file of its own.
    ...(app === null || isAppHere ? [] : [bicepComment(azAttach(plan, app))]),
    '',
    `resource relays 'Microsoft.Relay/namespaces@2021-11-01' ${newRegion === null ? 'existing ' : ''}= {`,
    `  name: ${bicepString(plan.namespace)}`,
    ...(newRegion === null
      ? []
      : [`  location: ${bicepString(newRegion)}`, "  sku: { name: 'Standard', tier: 'Standard' }"]),
    '}',
    '',
    "resource connection 'Microsoft.Relay/namespaces/hybridConnections@2021-11-01' = {",
    '  parent: relays',
    `  name: ${bicepString(plan.name)}`,
    '  properties: {',
    '    requiresClientAuthorization: true',
    `    userMetadata: ${bicepString(endpointMetadata(formatHostPort(endpoint)))}`,
    '  }',
    '}',
    ...rules.flatMap(([rule, right]) => [
      '',
      `resource ${rule} 'Microsoft.Relay/namespaces/hybridConnections/authorizationRules@2021-11-01' = {`,
      '  parent: connection',
      `  name: '${rule}'`,
      `  properties: { rights: ['${right}'] }`,
      '}',
    ]),
    ...(isAppHere ? bicepAttach(plan, app.name) : []),
  ];
}

function bicepAttach(
  { namespace, name, endpoint, cloud }: PlannedConnection,
  app: string,
): readonly string[] {
  const suffix = otherClouds[cloud]?.relays;
  return [
    '',
    "resource attached 'Microsoft.Web/sites/hybridConnectionNamespaces/relays@2024-04-01' = {",
    `  name: ${bicepString(`${app}/${namespace}/${name}`)}`,
    '  properties: {',
    `    serviceBusNamespace: ${bicepString(namespace)}`,
    ...(suffix === undefined ? [] : [`    serviceBusSuffix: ${bicepString(suffix)}`]),
    `    relayName: ${bicepString(name)}`,
    '    relayArmUri: connection.id',
    `    hostname: ${bicepString(endpoint.host)}`,
    `    port: ${endpoint.port}`,
    "    sendKeyName: 'defaultSender'",
    '    sendKeyValue: defaultSender.listKeys().primaryKey',
    '  }',
    '}',
  ];
}

function terraformLines(plan: PlannedConnection): readonly string[] {
  const { isNewGroup, newRegion, app, endpoint } = plan;
  const cloud = otherClouds[plan.cloud];
  const group = isNewGroup ? 'azurerm_resource_group.relays.name' : hclString(plan.resourceGroup);
  const namespace = newRegion === null ? hclString(plan.namespace) : 'azurerm_relay_namespace.relays.name';
  const connection = 'azurerm_relay_hybrid_connection.connection';
  return [
    `# terraform apply, with ARM_SUBSCRIPTION_ID=${shellWord(plan.subscriptionId)}`,
    `# Beside this: provider "azurerm" { features {} }${cloud === undefined ? '' : `, with environment = ${hclString(cloud.terraform)}`}`,
    ...(isNewGroup
      ? block('azurerm_resource_group', 'relays', [
          ['name', hclString(plan.resourceGroup)],
          ['location', hclString(newRegion ?? '')],
        ])
      : []),
    ...(newRegion === null
      ? []
      : block('azurerm_relay_namespace', 'relays', [
          ['name', hclString(plan.namespace)],
          ['location', hclString(newRegion)],
          ['resource_group_name', group],
          ['sku_name', '"Standard"'],
        ])),
    ...block('azurerm_relay_hybrid_connection', 'connection', [
      ['name', hclString(plan.name)],
      ['resource_group_name', group],
      ['relay_namespace_name', namespace],
      ['requires_client_authorization', 'true'],
      ['user_metadata', hclString(endpointMetadata(formatHostPort(endpoint)))],
    ]),
    ...rules.flatMap(([rule, right]) =>
      block('azurerm_relay_hybrid_connection_authorization_rule', rule, [
        ['name', hclString(rule)],
        ['resource_group_name', group],
        ['hybrid_connection_name', `${connection}.name`],
        ['namespace_name', namespace],
        ['listen', String(right === 'Listen')],
        ['send', String(right === 'Send')],
        ['manage', 'false'],
      ]),
    ),
    ...(app === null
      ? []
      : block('azurerm_web_app_hybrid_connection', 'attached', [
          ['web_app_id', hclString(app.id)],
          ['relay_id', `${connection}.id`],
          ['hostname', hclString(endpoint.host)],
          ['port', String(endpoint.port)],
          ['send_key_name', 'azurerm_relay_hybrid_connection_authorization_rule.defaultSender.name'],
        ])),
  ];
}

/** Apart from what stands before it. */
function block(...resource: Parameters<typeof hclResource>): readonly string[] {
  return ['', ...hclResource(...resource)];
}

/** Null where the id isn't one. */
function groupOf(resourceId: string): string | null {
  return /\/resourceGroups\/([^/]+)\//i.exec(resourceId)?.[1] ?? null;
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && one.toLowerCase() === other.toLowerCase();
}
